"""From the lines of a file to a text: furniture and notes apart, components, provisions, and the doubts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from scripts.model import Component, Finding, Furniture, Line, Text
from scripts.structure import laws, reader, tree
from scripts.structure.clean import clean
from scripts.structure.components import Part, parts_of
from scripts.structure.layout import Layout, layout_of
from scripts.structure.notes import split_notes
from scripts.structure.outline import Outline
from scripts.structure.rows import FoundNote
from scripts.structure.wording import StructureWords


def parse(lines: Sequence[Line], words: StructureWords, lang: str) -> Text:
    """Return the text that ``lines`` hold: components, provisions, notes, furniture, findings.

    Nothing is refused and nothing is lost: what the rules don't understand becomes unnumbered text, with a
    finding where a number is doubtful. Raises CorpusError where a law (CONTRIBUTING.md) is broken.
    """
    rows, furniture = clean(lines, words)
    rows, notes, doubts = split_notes(rows, words)
    parts = parts_of(rows, words)
    held = _notes_by_part(parts, notes)
    layout = layout_of(rows, words)
    read = [_component(part, held[rank], words, layout) for rank, part in enumerate(parts)]
    findings = sorted((*doubts, *(each for _, found in read for each in found)), key=lambda each: each.line)
    text = Text(lang, tuple(made for made, _ in read), Furniture(furniture), tuple(findings))
    laws.check(text, lines)
    return text


def _notes_by_part(parts: Sequence[Part], notes: Sequence[FoundNote]) -> list[list[FoundNote]]:
    """Return the notes of each component: those it calls; without a call, those that stand in it."""
    held: list[list[FoundNote]] = [[] for _ in parts]
    firsts = [part.first for part in parts]
    for note in notes:
        held[max(0, bisect_right(firsts, max(0, note.row)) - 1)].append(note)
    return held


def _component(
    part: Part, notes: Sequence[FoundNote], words: StructureWords, layout: Layout
) -> tuple[Component, Sequence[Finding]]:
    outline = Outline(part.name, part.rows, words, layout)
    reader.read(outline, part.title)
    return tree.component(part.name, outline.root, notes, words), outline.findings
