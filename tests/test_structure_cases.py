"""Every case file of ``tests/cases/structure`` gives what it says (see the README there)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.languages import words
from scripts.model import Component, NoteCall, Provision, Text
from scripts.sources import text as source
from scripts.structure.parse import parse
from scripts.structure.wording import StructureWords

ROOT = Path(__file__).parents[1]
CASES = sorted((ROOT / "tests" / "cases" / "structure").glob("*.txt"))


def given(part: str) -> str:
    lines = part.replace("␌", "\f").split("\n")
    return "\n".join(line.replace("·", " ", 1) if line.startswith("·") else line for line in lines)


def parsed(part: str, lang: str) -> Text:
    language = StructureWords.from_mapping(words(ROOT, lang, "structure"))
    return parse(source.read(given(part).encode()), language, lang)


def told(text: Text) -> Iterator[str]:
    for component in text.components:
        yield f"## {component.name}"
        yield from of_component(component)
    for line in text.furniture.lines:
        yield f"furniture | {line.text.strip()}"
    for finding in text.findings:
        yield f"finding {finding.code} {finding.line}"


def of_component(component: Component) -> Iterator[str]:
    for provision in (*component.front, *component.provisions):
        yield from of_provision(provision, "")
    for note in component.notes:
        yield f"note {note.num} | {note.text}"


def of_provision(provision: Provision, indent: str) -> Iterator[str]:
    yield f"{indent}{provision.kind.value} {provision.num}".rstrip() + f" | {provision.text}"
    for call in provision.calls:
        yield f"{indent}  call {call.num} after « {word_before(provision.text, call)} »"
    for child in provision.children:
        yield from of_provision(child, indent + "  ")


def word_before(text: str, call: NoteCall) -> str:
    return text[: call.offset].rsplit(maxsplit=1)[-1]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_case_gives_what_it_says(case: Path) -> None:
    part, _, expected = case.read_text(encoding="utf-8").partition("====\n")
    assert list(told(parsed(part, case.stem.rpartition(".")[2]))) == expected.splitlines()


def test_there_are_cases() -> None:
    assert len(CASES) > 10
