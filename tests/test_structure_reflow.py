"""The same document, however a file breaks its lines and pages, gives the same text."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.exports.text_json import text_json
from scripts.languages import words
from scripts.model import Component, Note, NoteCall, Text
from scripts.sources import text as source
from scripts.structure.parse import parse
from scripts.structure.wording import StructureWords

ROOT = Path(__file__).parents[1]
FR = ROOT / "source_texts" / "dce-16-10-igc-7" / "fr.txt"
WORDS = {lang: StructureWords.from_mapping(words(ROOT, lang, "structure")) for lang in ("fr", "en")}


def parsed(text: str, lang: str = "fr") -> Text:
    return parse(source.read(text.encode()), WORDS[lang], lang)


REAL = parsed(FR.read_text(encoding="utf-8"))
Block = tuple[str, tuple[Note, ...]]


def with_calls(text: str, calls: tuple[NoteCall, ...]) -> str:
    for call in reversed(calls):
        text = text[: call.offset] + call.num + text[call.offset :]
    return text


def blocks(component: Component) -> Iterator[Block]:
    """Yield each provision as it is printed, with the notes that it calls."""
    for each in component.walk():
        called = {call.num for call in each.calls}
        yield (
            f"{each.label} {with_calls(each.text, each.calls)}".strip(),
            tuple(note for note in component.notes if note.num in called),
        )


def all_blocks(text: Text) -> list[Block]:
    return [block for component in text.components for block in blocks(component)]


def wrapped(text: str, width: int, indent: str = "", hanging: str = "") -> list[str]:
    return textwrap.wrap(
        text, width, initial_indent=indent, subsequent_indent=hanging, break_long_words=False
    ) or [""]


def compose(
    found: list[Block], width: int, between: int = 1, indent: str = "", hanging: str = ""
) -> list[str]:
    """Print blocks at a width, ``between`` blank lines apart, notes at the foot of their page."""
    lines: list[str] = []
    turned = False
    for text, notes in found:
        rows = wrapped(text, width, indent, hanging)
        lines += [("\f" if turned else "") + rows[0], *rows[1:]]
        turned = bool(notes)
        if notes:
            lines.append(" " * 49)
            for note in notes:
                lines += wrapped(f"{note.num} {note.text}", width)
        else:
            lines += [""] * between
    return lines


def turned(lines: list[str], places: list[int], feed: str) -> list[str]:
    """Turn the page before some of the lines (not at a blank one, nor in a note's)."""
    lines = list(lines)
    noted = False
    for index, line in enumerate(lines):
        noted = (
            bool(line) and (noted or line.isspace()) and not line.startswith(("\f", " -", " 1", " 5", " 8"))
        )
        if index in places and line.strip() and not noted and not line.startswith((" ", "\f")):
            lines[index] = feed + line
    return lines


def same(text: str, expected: Text = REAL) -> None:
    got = parsed(text, expected.lang)
    assert told(got) == told(expected)
    assert text_json(got) == text_json(expected)
    assert not got.findings


def told(text: Text) -> list[str]:
    """Return a line for each unit, so that a failure reads."""
    lines = []
    for component in text.components:
        lines += [f"{component.name} {each.eid} {each.text}" for each in component.walk()]
        lines += [f"{component.name} {note.eid} {note.text}" for note in component.notes]
    return lines


FORMS: dict[str, Callable[[list[Block]], str]] = {
    "wrapped at 72": lambda b: "\n".join(compose(b, 72)),
    "wrapped at 40": lambda b: "\n".join(compose(b, 40)),
    "one line a paragraph": lambda b: "\n".join(compose(b, 100_000)),
    "one line a paragraph, no blank lines": lambda b: "\n".join(compose(b, 100_000, 0)),
    # At other widths a title's last line is full, and nothing tells that a heading begins below it.
    "tightly wrapped at 84": lambda b: "\n".join(compose(b, 84, 0)),
    "tightly wrapped at 100": lambda b: "\n".join(compose(b, 100, 0)),
    "tightly wrapped at 54": lambda b: "\n".join(compose(b, 54, 0)),
    "three blank lines": lambda b: "\n".join(compose(b, 80, 3)),
    "indented": lambda b: "\n".join(compose(b, 80, 1, "    ", "    ")),
    "first lines indented": lambda b: "\n".join(compose(b, 80, 1, "    ")),
    "hanging": lambda b: "\n".join(compose(b, 80, 1, "", "    ")),
    "indented, no blank lines": lambda b: "\n".join(compose(b, 80, 0, "    ")),
    "double spaced": lambda b: "\n\n".join(line for line in compose(b, 80, 1) if line is not None),
    "blanks doubled": lambda b: "\n".join(compose(b, 80)).replace(" ", "  "),
    "Windows line ends": lambda b: "\r\n".join(compose(b, 80)),
    "old Macintosh line ends": lambda b: "\r".join(compose(b, 80)),
    "byte order mark": lambda b: "\ufeff" + "\n".join(compose(b, 80)),
    "trailing blanks": lambda b: " \n".join(compose(b, 80)),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_real_document_in_another_form_is_the_same_document(form: str) -> None:
    same(FORMS[form](all_blocks(REAL)))


@settings(deadline=None, max_examples=60)
@given(
    st.integers(30, 130), st.integers(0, 2**32), st.sampled_from(["\f", "\f\n", "\f\n\n"]), st.floats(0, 0.1)
)
def test_any_width_and_any_page_turns_give_the_same_document(
    width: int, seed: int, feed: str, share: float
) -> None:
    lines = compose(all_blocks(REAL), width)
    random = Random(seed)
    same("\n".join(turned(lines, [i for i in range(len(lines)) if random.random() < share], feed)))


def headed(lines: list[str], page: int, head: str, foot: str) -> list[str]:
    """Cut lines into pages with a head and a foot, ``#`` standing for the page's number."""
    out: list[str] = []
    for number, start in enumerate(range(0, len(lines), page), 1):
        feed = "\f" if number > 1 else ""
        out += [feed + head.replace("#", str(number)), ""] if head else []
        out += lines[start : start + page]
        out += ["", foot.replace("#", str(number))] if foot else []
    return out


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("DCE/16/10.IGC/7 – page #", ""),
        ("DCE/16/10.IGC/7", "#"),
        ("DCE/16/10.IGC/7 Convention sur la diversité", "- # -"),
        ("Page # sur 20", ""),
    ],
)
@pytest.mark.parametrize("page", [30, 47])
def test_heads_feet_and_page_numbers_are_set_apart(head: str, foot: str, page: int) -> None:
    found: list[Block] = [(text, ()) for text, _ in all_blocks(parsed(NOTELESS))]
    same("\n".join(headed(compose(found, 80), page, head, foot)), parsed(NOTELESS))


def noteless(text: Text) -> str:
    return "\n\n".join(
        f"{each.label} {each.text}".strip() for component in text.components for each in component.walk()
    )


NOTELESS = noteless(REAL)


def test_notes_gathered_at_the_end_are_the_same_notes() -> None:
    found = all_blocks(REAL)
    notes = [note for _, called in found for note in called]
    body = "\n".join(compose([(text, ()) for text, _ in found], 80))
    for title in ("", "Notes\n\n"):
        for dot in ("", "."):
            if dot and not title:
                continue
            end = "\n\n".join("\n".join(wrapped(f"{n.num}{dot} {n.text}", 80)) for n in notes)
            got = text_json(parsed(f"{body}\n\n{title}{end}\n"))
            if title:
                last = got["components"][-1]["provisions"]
                assert last.pop()["text"] == "Notes"
            assert got == text_json(REAL)


def test_figures_that_close_a_word_are_no_calls() -> None:
    text = "1. Le CO2, R2D2, 5.CP 12, DCE/16/10.IGC/INF.2 et 2005 comptent2.\n\n" + "2. Fin1.\n"
    assert all(not each.calls for component in parsed(text).components for each in component.walk())
