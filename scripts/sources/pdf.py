"""PDF files: bytes to lines in reading order, notes and heads and feet of pages told by size and place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scripts.model import Call, Line, Role, Said
from scripts.sources import pdf_breaks, pdf_furniture, pdf_hyphens, pdf_notes
from scripts.sources.pdf_columns import ordered
from scripts.sources.pdf_rows import Row
from scripts.sources.pdf_words import Page, pages_of, usual_size

_SOFT = "\u00ad"


def read(data: bytes, file: str = "") -> tuple[Line, ...]:
    """Return the lines of a PDF, a form feed before the first of a page or column, a blank line for white.

    Raises CorpusError where the file is broken, encrypted, scanned, or takes too much time or memory.
    """
    return lines_of(pages_of(data, file))


def lines_of(pages: Sequence[Page]) -> tuple[Line, ...]:
    """Return the lines that the words of pages make."""
    rows = ordered(pages)
    pdf_furniture.set_apart(rows)
    pdf_notes.set_apart(rows, usual_size(pages))
    text = [row for page in rows for row in page if row.role is Role.TEXT]
    notes = [row for page in rows for row in page if row.role is Role.NOTE]
    pdf_breaks.find(text)
    pdf_hyphens.join((text, notes))
    return tuple(_lines(row for page in rows for row in page if row.words))


def _lines(rows: Iterable[Row]) -> Iterator[Line]:
    number = 0
    for row in rows:
        if row.gap and number:
            number += 1
            yield Line(number, "")
        number += 1
        yield _line(row, number)


def _line(row: Row, number: int) -> Line:
    """Return a row as a line: its words with their spaces, a tab between cells, the places of its calls."""
    text = "\f" if row.turn else ""
    cells = row.cells() if row.role is Role.TEXT else frozenset()
    calls = []
    for rank, word in enumerate(row.words):
        glued = word.glued and not (rank == 1 and row.role is Role.NOTE and row.opens)
        text += "" if glued or rank == 0 else "\t" if rank in cells else " "
        start = len(text)
        text += word.text.replace(_SOFT, "")
        if word.call:
            calls.append(Call(word.call, start, len(text)))
    label = len(row.words[0].text) if row.role is Role.NOTE and row.opens else 0
    role = Role.TABLE if cells and row.opens else row.role
    return Line(number, text, Said(role, row.opens, label=label, note=row.note, calls=tuple(calls)))
