"""Rows of a page: words that stand on one line of one column, raised figures among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from scripts.model import Role
from scripts.sources.pdf_words import Word

LABEL = re.compile(
    r"[-–—•·●▪◦‣*]|\(?(?:\d{1,4}|[a-zA-Z]|[ivxlIVXL]{1,6})[.)]|\d{1,4}(?:\.\d{1,3})+\.?|\[.{1,6}"
)
"""What may stand before a hanging paragraph as its label."""
_SAME_LINE = 0.32  # of the size: a raised figure stands higher
_RAISED = 0.72
_SMALLER = 0.82
_GUTTER = 1.6  # of the size: a wider gap may part columns


@dataclass(slots=True)
class Row:
    """A line of print: its words from left to right, its page and the rank of its column on it.

    ``right_edge`` is how far its column goes, ``turn`` tells whether it is the first after a page or column,
    ``gap`` whether white stands above it. The rest is as in ``model.Said``.
    """

    words: list[Word]
    page: int
    column: int = 0
    right_edge: float = 0.0
    role: Role = Role.TEXT
    note: str = ""
    opens: bool | None = None
    gap: bool = False
    turn: bool = False
    base: float = field(init=False)
    size: float = field(init=False)
    left: float = field(init=False)
    right: float = field(init=False)

    def __post_init__(self) -> None:
        """Take baseline and size from the words that most of the line is set in, and its ends."""
        main = self._main()
        self.base, self.size = main.base, main.size
        self.left, self.right = self.words[0].left, max([word.right for word in self.words])

    def _main(self) -> Word:
        if len({word.size for word in self.words}) == 1:
            return self.words[0]
        lengths: dict[float, int] = {}
        for word in self.words:
            lengths[word.size] = lengths.get(word.size, 0) + len(word.text)
        size = max(lengths, key=lambda each: (lengths[each], each))
        return next(word for word in self.words if word.size == size)

    def cells(self) -> frozenset[int]:
        """Return the ranks of the words that stand far from the one before: in a table, the next cell."""
        return frozenset(
            rank
            for rank, (before, word) in enumerate(pairwise(self.words), 1)
            if word.left - before.right > _GUTTER * self.size
            and (rank > 1 or not LABEL.fullmatch(before.text))
        )

    @property
    def bold(self) -> bool:
        """Tell whether the whole line is bold."""
        return all(word.bold for word in self.words)

    @property
    def text(self) -> str:
        """The words with their spaces."""
        return "".join(
            word.text if word.glued or rank == 0 else f" {word.text}" for rank, word in enumerate(self.words)
        )


def segments(words: Sequence[Word], page: int) -> list[Row]:
    """Return runs of words that stand on one line without a gap as wide as one between columns."""
    found: list[list[Word]] = []
    largest: Word | None = None
    for word in words:
        if largest is not None and _goes_on(found[-1][-1], word, largest):
            found[-1].append(word)
            largest = word if word.size > largest.size else largest
        else:
            found.append([word])
            largest = word
    return [Row(run, page) for run in found]


def _goes_on(before: Word, word: Word, largest: Word) -> bool:
    larger = max(before.size, word.size)
    gap = word.left - before.right
    if not -0.5 * larger < gap < _GUTTER * larger:
        return False
    return _on_line(largest, word) or _on_line(before, word)


def _on_line(main: Word, word: Word) -> bool:
    """Tell whether a word stands on the line of another, on its baseline or raised above it."""
    larger, rise = max(main.size, word.size), word.base - main.base
    if abs(rise) < _SAME_LINE * larger:
        return True
    if word.size < _SMALLER * main.size:
        return 0 < rise < _RAISED * main.size
    return main.size < _SMALLER * word.size and 0 < -rise < _RAISED * word.size


def raised(word: Word, among: Sequence[Word]) -> bool:
    """Tell whether a word is smaller than the line's and stands above its baseline."""
    main = max(among, key=lambda each: each.size)
    return word.size < _SMALLER * main.size and word.base - main.base > 0.1 * main.size


def rows(parts: Iterable[Row], page: int, column: int) -> list[Row]:
    """Return the lines of a column from top to bottom: segments that stand on one line are one."""
    ordered = sorted(parts, key=lambda part: (-part.base, part.left))
    lines: list[list[Row]] = []
    for part in ordered:
        home = next((line for line in reversed(lines[-3:]) if _together(line, part)), None)
        if home is None:
            lines.append([part])
        else:
            home.append(part)
    made = [Row(_in_order(line), page, column) for line in lines]
    return sorted(made, key=lambda row: -row.base)


def _together(line: Sequence[Row], part: Row) -> bool:
    main = max(line, key=lambda each: each.size)
    apart = all(part.left >= each.right - 1 or part.right <= each.left + 1 for each in line)
    return apart and _on_line(main.words[0], part.words[0])


def _in_order(line: Sequence[Row]) -> list[Word]:
    return [word for part in sorted(line, key=lambda part: part.left) for word in part.words]
