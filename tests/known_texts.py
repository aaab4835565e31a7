"""The texts that the tests know. What editors add later is held by the build and the findings.

Where the manifest holds more, the tests run in a copy of the project that holds these texts only: a draft
that is published needs no programmer, and no test of the program depends on what was published since.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MANIFEST = Path("source_texts") / "corpus.toml"
DRAFTS = {"2016-10igc7", "2016-12-14-10igc7", "2017-02-02-6cp11", "2017-06-6cp11", "2026-illustrative"}
FOLDERS = ("dce-16-10-igc-7/", "illustrative-revision/")
OURS = ("languages", "register", "annotations")
LEFT = {".git", ".venv", ".cache", "site", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis"}
_TABLE = re.compile(r"(?m)^(?=\[\[(?:work|draft|accepted|overrule|event)\]\]|# ---)")
_FILE = re.compile(r"(?m)^(?=\[\[draft\.manifestation\]\])")


def known(text: str) -> str:
    """Return the manifest without the drafts, files and acceptances that came later."""
    return "".join("".join(_known(block)) for block in _TABLE.split(text))


def _known(block: str) -> Iterator[str]:
    said = tomllib.loads(block)
    draft = said.get("draft", [{"id": next(iter(DRAFTS))}])[0]
    accepted = said.get("accepted", [{}])[0].get("file", FOLDERS[0])
    drafts = {said["overrule"][0][side] for side in ("old", "new")} if "overrule" in said else set()
    if draft["id"] not in DRAFTS or not accepted.startswith(FOLDERS) or not drafts <= DRAFTS:
        return
    own, *files = _FILE.split(block)
    yield own
    for rank, file in enumerate(files):
        if draft["manifestation"][rank]["file"].startswith(FOLDERS):
            yield file


def run_apart(arguments: Sequence[str]) -> int | None:
    """Run pytest in a copy that holds the known texts only; return its code, None where that is all."""
    text = (ROOT / MANIFEST).read_text(encoding="utf-8")
    if known(text) == text:
        return None
    with tempfile.TemporaryDirectory(prefix="known-texts-") as folder:
        copy = Path(folder) / ROOT.name
        shutil.copytree(ROOT, copy, ignore=_left)
        _take_out(copy / MANIFEST.parent)
        (copy / MANIFEST).write_text(known(text), encoding="utf-8")
        words = [argument.replace(str(ROOT), str(copy)) for argument in arguments]
        sys.stderr.write("Texts were added since: the tests run in a copy without them.\n")
        return subprocess.run([sys.executable, "-m", "pytest", *words], cwd=copy, check=False).returncode


def _take_out(texts: Path) -> None:
    """Take out the folders of later texts, and the annotations on them."""
    for folder in texts.iterdir():
        if folder.is_dir() and folder.name not in OURS and not f"{folder.name}/".startswith(FOLDERS):
            shutil.rmtree(folder)
    for file in (texts / "annotations").iterdir():
        if not f"{file.name.split('.')[0]}/".startswith(FOLDERS):
            file.unlink()


def _left(folder: str, names: list[str]) -> set[str]:
    return LEFT if Path(folder) == ROOT else {"__pycache__"}
