"""The arrows between the rooms, held by reading the imports: who may know whom."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SCRIPTS = ROOT / "scripts"

GROUND = {"model", "errors", "identifiers"}
MAY_KNOW = {
    "model": set(),
    "errors": set(),
    "identifiers": {"model"},
    "catalogue": {"model"},
    "languages": {"errors"},
    "sources": GROUND,
    "structure": GROUND,
    "citations": GROUND,
    "comparison": GROUND,
    "site": GROUND | {"catalogue", "comparison"},
    "exports": GROUND | {"catalogue", "comparison"},
    "checks": GROUND | {"catalogue", "citations", "comparison"},
    "manifest": {"languages", "errors", "catalogue", "model"},
    "register": GROUND | {"languages", "citations"},
    "editorial": {"languages", "errors", "catalogue"},
    "errata": {"languages", "errors", "catalogue", "model"},
}
"""Rooms that the table of the design holds; the outer ones (corpus, build, publication …) may know all."""
OUTER = {
    "adding",
    "reviewing",
    "corpus",
    "checking",
    "acceptance",
    "citing",
    "citing_report",
    "comparing",
    "weighing",
    "comparison_files",
    "build",
    "publication",
    "publishing",
    "mkdocs_hook",
    "__main__",
    "editing",
}
PURE = (
    "model",
    "errors",
    "identifiers",
    "catalogue",
    "structure",
    "citations",
    "comparison",
    "site",
    "checks",
)
FORBIDDEN_IN_PURE = {
    "os",
    "pathlib",
    "logging",
    "datetime",
    "time",
    "random",
    "mkdocs",
    "click",
    "subprocess",
}


def room(path: Path) -> str:
    return path.relative_to(SCRIPTS).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            if node.module == "scripts":
                yield from (f"scripts.{alias.name}" for alias in node.names)


MODULES = sorted(
    path for path in SCRIPTS.rglob("*.py") if path.parent != SCRIPTS or path.name != "__init__.py"
)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SCRIPTS).as_posix())
def test_a_room_knows_only_the_rooms_below_it(path: Path) -> None:
    own = room(path)
    known = {name.split(".")[1] for name in imports(path) if name.startswith("scripts.")} - {own}
    if own in OUTER:
        assert "mkdocs_hook" not in known
        return
    assert known <= MAY_KNOW[own], f"{own} may not know {sorted(known - MAY_KNOW[own])}"


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if room(path) in PURE],
    ids=lambda path: path.relative_to(SCRIPTS).as_posix(),
)
def test_a_core_room_takes_and_returns_values_only(path: Path) -> None:
    roots = {name.split(".")[0] for name in imports(path)}
    assert not roots & FORBIDDEN_IN_PURE
    calls = {
        node.func.id
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert not calls & {"open", "print", "exit", "input"}


def test_only_the_hook_knows_mkdocs() -> None:
    knowing = {path.name for path in MODULES if any(name.split(".")[0] == "mkdocs" for name in imports(path))}
    assert knowing == {"mkdocs_hook.py"}


def test_no_language_is_named_in_code() -> None:
    """A third language is data only: no condition on "fr" or "en" in the program."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Compare):
                values = [
                    side.value for side in (node.left, *node.comparators) if isinstance(side, ast.Constant)
                ]
                assert not set(values) & {"fr", "en", "es"}, f"{path.name}:{node.lineno}"
