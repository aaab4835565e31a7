"""Rows: the lines that carry words, each with what the page did before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scripts.model import Call, Line, Role, Said

# Before the notes of a page the extraction of a PDF leaves a line of blanks as long as the printed rule.
_SPACES_FOR_A_RULE = 20
_NOTHING = Said()


@dataclass(frozen=True, slots=True)
class Row:
    """A line that isn't blank. ``text`` has no white space at its ends.

    ``gap`` counts the blank lines before it (on the page above, where the page turned), ``turn`` says that a
    page turned there, ``rule`` that a rule (or a line of blanks in its place) stood there, ``indent`` how
    many blanks open the line.
    """

    line: Line
    text: str
    gap: int = 0
    turn: bool = False
    rule: bool = False
    indent: int = 0
    calls: tuple[Call, ...] = ()

    @property
    def width(self) -> int:
        """The columns that the line takes, its indent included."""
        return self.indent + len(self.text)

    @property
    def said(self) -> Said:
        """What the file itself says of the line; of plain text nothing."""
        return self.line.said or _NOTHING

    @property
    def role(self) -> Role:
        """What the file says the line is."""
        return self.said.role

    @property
    def opens(self) -> bool | None:
        """Whether the file says that a block begins here, or that the one above goes on."""
        return self.said.opens


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note as found: its number, its printed label, its rows, and the row that calls it (-1: none)."""

    num: str
    label: str
    rows: tuple[Row, ...]
    row: int


def rows_of(lines: Sequence[Line]) -> tuple[Row, ...]:
    """Return the rows of a file: blank lines counted, page turns told by form feeds or by the one blank."""
    rows: list[Row] = []
    gap, turn, rule = 0, False, False
    for line in lines:
        text = line.text.strip()
        fed = "\f" in line.text
        if not text:
            turn = turn or fed
            gap += not turn  # blank lines at the top of a page say nothing
            rule = rule or len(line.text) >= _SPACES_FOR_A_RULE
            continue
        before = line.text[: line.text.index(text[0])]
        indent = len(before.replace("\f", "").expandtabs())
        if line.said and line.said.opens:  # as good as a blank line
            gap = max(gap, 1)
        rows.append(Row(line, text, gap, turn or "\f" in before, rule, indent, _calls(line, len(before))))
        gap, turn, rule = 0, "\f" in line.text[len(before) + len(text) :], False
    told = any(row.turn or row.line.said for row in rows)
    return tuple(rows) if told else _turns_by_one_blank(rows)


def _calls(line: Line, before: int) -> tuple[Call, ...]:
    """Return the note calls that the file tells of, counted in the row's text."""
    said = line.said.calls if line.said else ()
    return tuple(Call(call.num, call.start - before, call.end - before) for call in said)


def _turns_by_one_blank(rows: list[Row]) -> tuple[Row, ...]:
    """Mark page turns where a file shows them as one blank that opens a page: « ␣13. À l’étape ».

    Only in a file whose other lines begin at the margin, and where the line after does so too.
    """
    at_margin = sum(row.indent == 0 for row in rows)
    if not rows or at_margin * 5 < len(rows) * 4:
        return tuple(rows)
    following = [row.indent for row in rows[1:]] + [0]
    return tuple(
        replace(row, turn=row.indent == 1 and after != 1) for row, after in zip(rows, following, strict=True)
    )
