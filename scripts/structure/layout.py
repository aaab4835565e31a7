"""How a file breaks its lines: whether it wraps them, how wide, and so which breaks were meant."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scripts.structure import labels
from scripts.structure.rows import Row
from scripts.structure.wording import StructureWords, capital, first_word, stops

# A soft break leaves no room for the next word. Extraction of proportional type blurs the width; text that a
# program wrapped keeps it to the letter.
_ROOM = 0.85
_MUCH_ROOM = 0.6
_BREAKS_TO_TRUST = 10
_FAR_BEYOND = 2


@dataclass(frozen=True, slots=True)
class Layout:
    """``width`` is that of the widest line surely broken by wrapping; 0: the file doesn't wrap.

    ``stretches`` gives, by line number, the same for the lines that stand together without a blank line: the
    cover is set narrower than the text, lists are too. ``exact``: every break is where the width asks.
    """

    width: int
    stretches: Mapping[int, int]
    exact: bool

    @property
    def wraps(self) -> bool:
        """Tell whether the file breaks its lines by width at all."""
        return self.width > 0

    def meant(self, above: Row, row: Row) -> bool:
        """Tell whether the break before ``row`` was meant: its first word had room on the line above.

        « dans l’environnement numérique » / « Considérations d’ordre général »: a title, then a heading.
        """
        return not self.wraps or self._room_left(above, row, _ROOM)

    def surely_meant(self, above: Row, row: Row) -> bool:
        """Tell the same, where the line above is so short that no ragged wrapping explains it."""
        return not self.wraps or self._room_left(above, row, _MUCH_ROOM)

    def had_room(self, above: Row, row: Row) -> bool:
        """Tell whether the first word of ``row`` had room above by the count of characters alone."""
        return not self.wraps or _needed(above, row) <= self.width

    def full(self, above: Row, row: Row) -> bool:
        """Tell whether the line above is full, so that the text may run on after a page turn."""
        return self.wraps and not self.meant(above, row)

    def _room_left(self, above: Row, row: Row, share: float) -> bool:
        if self.exact:
            return _needed(above, row) <= self.width
        return _needed(above, row) <= share * self.stretches.get(above.line.number, self.width)


def _needed(above: Row, row: Row) -> int:
    return above.width + 1 + len(first_word(row.text))


def layout_of(rows: Sequence[Row], words: StructureWords) -> Layout:
    """Return the layout of a file, told by the lines that go on, in lower case, the sentence above them."""
    soft = [
        (before, row)
        for before, row in itertools.pairwise(rows)
        if not (row.gap or row.turn or stops(before.text, words) or capital(row.text))
        and not labels.read(row.text, words)
    ]
    width = max((before.width for before, _ in soft), default=0)
    if len(soft) < _BREAKS_TO_TRUST and max((row.width for row in rows), default=0) > _FAR_BEYOND * width:
        return Layout(0, {}, False)  # one line a paragraph, and a few paragraphs that begin in lower case
    exact = len(soft) >= _BREAKS_TO_TRUST and all(_needed(*each) > width for each in soft)
    return Layout(width, _stretches(rows, {each.line.number: each.width for each, _ in soft}), exact)


def _stretches(rows: Sequence[Row], soft: Mapping[int, int]) -> dict[int, int]:
    """Return the width of each stretch of lines, by line number, where one of them was surely wrapped."""
    found: dict[int, int] = {}
    start = 0
    for end in range(1, len(rows) + 1):
        if end == len(rows) or rows[end].gap or rows[end].turn:
            numbers = [row.line.number for row in rows[start:end]]
            width = max((soft.get(number, 0) for number in numbers), default=0)
            if width:
                found.update(dict.fromkeys(numbers, width))
            start = end
    return found
