"""Notes at the foot of columns, told by their size and place, and their calls, told by theirs."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from scripts.model import Role
from scripts.sources.pdf_rows import Row, raised

_SMALL = 0.93  # of the usual size
_LARGER, _WHITE = 1.07, 2.5  # of their own size
_NUM = re.compile(r"\[?(\d{1,3}|[*†‡§]{1,3}|[a-z]|[ivx]{1,5})\]?")


@dataclass(slots=True)
class _Search:
    """What is known of the notes while the columns are gone through."""

    usual: float
    last: str = ""
    open: bool = False
    found: dict[str, set[int]] = field(default_factory=dict)

    def column(self, rows: Sequence[Row], called: set[str]) -> None:
        """Find the notes at the foot of a column."""
        first = self._first(rows, called)
        begun = self.open
        self.open = False
        for row in _together(rows[first:]):
            num = self._starts(row, called)
            if num:
                self.last, begun = num, True
                self.found.setdefault(num, set()).add(row.page)
                row.opens = True
            elif begun:
                row.opens = False
            if begun:
                row.role, row.note, self.open = Role.NOTE, self.last, True

    def _first(self, rows: Sequence[Row], called: set[str]) -> int:
        """Return where the notes begin: where all below is small print, or a raised number that is called."""
        first = len(rows)
        while first and rows[first - 1].size <= _SMALL * self.usual:
            first -= 1
        small = rows[first:]
        if small and not self.open:
            starts = (rank for rank, row in enumerate(small) if self._starts(row, called))
            first += next(starts, len(small))
        for rank, row in enumerate(rows[:first]):
            if rank and raised(row.words[0], row.words) and _num(row.words[0].text) in called:
                return rank
        return first

    def _starts(self, row: Row, called: set[str]) -> str:
        """Return the number of the note that a row begins with, empty where it begins none."""
        num = _num(row.words[0].text)
        if not num or len(row.words) < 2 or num == self.last:
            return ""
        if raised(row.words[0], row.words) or (num in called and _follows(num, self.last)):
            return num
        return ""


def _together(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the lines that go with the first: as small, and without the white that is above a page's foot."""
    above: Row | None = None
    for row in rows:
        if above is not None and (
            row.size > _LARGER * rows[0].size or above.base - row.base > _WHITE * rows[0].size
        ):
            return
        yield row
        above = row


def set_apart(pages: Sequence[Sequence[Row]], usual: float) -> None:
    """Give the notes of all pages their role and number, and mark the words that call them."""
    search = _Search(usual)
    for page in pages:
        text = [row for row in page if row.role is Role.TEXT]
        called = {_num(row.words[rank].text) for row in text for rank in _raised_in(row)}
        for _, column in itertools.groupby(text, key=lambda row: row.column):
            search.column(list(column), called)
    for page in pages:
        for row in page:
            if row.role is Role.TEXT:
                _mark_calls(row, search.found)


def _num(text: str) -> str:
    match = _NUM.fullmatch(text)
    return match[1] if match else ""


def _follows(num: str, last: str) -> bool:
    if num.isdigit() and last.isdigit():
        return int(num) == int(last) + 1 or num == "1"
    return True


def _raised_in(row: Row) -> Iterator[int]:
    """Yield the ranks of the words that may call a note: raised, and not the first of the line."""
    for rank, word in enumerate(row.words):
        if rank and word.size < row.size and _num(word.text) and raised(word, row.words):
            yield rank


def _mark_calls(row: Row, notes: dict[str, set[int]]) -> None:
    """Mark the calls in a row: the note stands on the same page, or on the next."""
    for rank in list(_raised_in(row)):
        num = _num(row.words[rank].text)
        if notes.get(num, set()) & {row.page, row.page + 1}:
            row.words[rank] = replace(row.words[rank], call=num)
