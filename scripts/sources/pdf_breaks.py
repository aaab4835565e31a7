"""Where blocks begin: told by the white above a line, and by the room that the line above has left.

A soft break leaves no room for the next word. What the page doesn't tell is left open (None).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from scripts.sources.pdf_rows import LABEL, Row

_WHITE = 1.3  # of the usual distance between lines
_SPACE, _WIDEST_SPACE = 0.27, 0.35  # of the size
_DOUBT = 1.0  # points: what is measured is so exact
_INDENT = 3.0  # points
_OTHER_SIZE = 0.05
_CLINGS = re.compile(r"[;:!?»%)\]…]+")  # no line begins with these, so they need room with the word before
_STOP = re.compile(r"[.;:!?…][»”\"')\]\s]*$")
_OFTEN = 3
_HOLDS = re.compile(r"[«(\[]+")
_LABEL = re.compile(
    r"[-–—•·●▪◦‣*]|\(?(?:\d{1,4}|[a-zA-Z]|[ivxlIVXL]{1,6})[.)]|\d{1,4}(?:\.\d{1,3})+\.?|\[.{1,6}"
)


@dataclass(frozen=True, slots=True)
class _Page:
    """How lines stand in the file: the usual distance between them by size, how far stretches go."""

    distances: dict[float, float]
    reach: dict[int, float]

    def distance(self, row: Row) -> float:
        return self.distances.get(row.size, 1.2 * row.size)


def find(rows: Sequence[Row]) -> None:
    """Tell each line of a text whether it opens a block, and whether white or a page's end is above."""
    _widen(rows)
    page = _Page(_distances(rows), {})
    _whites(rows, page)
    page = _Page(page.distances, _reach(rows))
    for rank, row in enumerate(rows):
        if rank == 0 or row.gap:
            row.opens = True
        elif row.turn:
            row.opens = _over_a_turn(rows[rank - 1], row, page)
        else:
            row.opens = _opens(rows[rank - 1], row, page)
    _first_lines(rows)


def _widen(rows: Sequence[Row]) -> None:
    """Give lines of a page that is hardly filled the edge that their column has elsewhere."""
    edges: dict[int, dict[int, float]] = {}
    for row in rows:
        edges.setdefault(row.column, {})[row.page] = row.right_edge
    usual = {column: median(by_page.values()) for column, by_page in edges.items()}
    for row in rows:
        row.right_edge = max(row.right_edge, usual[row.column])


def _distances(rows: Sequence[Row]) -> dict[float, float]:
    counts: dict[float, Counter[float]] = {}
    for above, row in pairwise(rows):
        if _beside(above, row) and above.size == row.size and above.base > row.base:
            counts.setdefault(row.size, Counter())[round(above.base - row.base)] += 1
    found = {}
    for size, counter in counts.items():
        most = max(counter.values())  # in a list of short items the white between them is as frequent
        found[size] = min(each for each, times in counter.items() if times * 3 >= most)
    return found


def _beside(above: Row, row: Row) -> bool:
    return above.page == row.page and above.column == row.column


def _whites(rows: Sequence[Row], page: _Page) -> None:
    for above, row in pairwise(rows):
        row.turn = not _beside(above, row) or row.base > above.base
        usual = max(page.distance(above), page.distance(row))
        row.gap = not row.turn and above.base - row.base > _WHITE * usual


def _reach(rows: Sequence[Row]) -> dict[int, float]:
    """Return how far the lines go that stand together without white, by line: the cover is set narrower."""
    found: dict[int, float] = {}
    start = 0
    for end in range(1, len(rows) + 1):
        if end == len(rows) or rows[end].gap or rows[end].turn:
            right = max(row.right for row in rows[start:end])
            found |= {id(row): right for row in rows[start:end]}
            start = end
    return found


def _opens(above: Row, row: Row, page: _Page) -> bool | None:
    need = _needed(above, row)
    room = above.right_edge - above.right - need
    if _cells_aligned(above, row):
        return True
    if _other_type(above, row):
        return True if room > _DOUBT else None
    if room > _DOUBT:
        return True if page.reach[id(above)] - above.right - need > _DOUBT else None
    return _by_indent(above, row) if room < -_DOUBT / 2 else None


def _over_a_turn(above: Row, row: Row, page: _Page) -> bool | None:
    """Tell the same of the first line of a page: a full line above that ends no sentence goes on."""
    need = _needed(above, row)
    if page.reach[id(above)] - above.right - need > _DOUBT:
        return True
    full = above.right_edge - above.right - need < -_DOUBT / 2
    return False if full and not _STOP.search(above.text) else None


def _first_lines(rows: Sequence[Row]) -> None:
    """Open a block at each line set in as far as others that surely open one, where the file does so."""
    shifts = Counter(
        round(row.left - after.left)
        for row, after in pairwise(rows)
        if row.opens and after.opens is False and not after.turn and row.left > after.left + _INDENT
    )
    for above, row in pairwise(rows):
        near = round(row.left - above.left)
        often = sum(shifts[near + step] for step in (-1, 0, 1))
        if row.opens is None and not row.turn and above.opens is False and often >= _OFTEN:
            row.opens = True


def _by_indent(above: Row, row: Row) -> bool | None:
    """Tell by the left edge, below a full line: a hanging paragraph goes on, or a new one is set out."""
    shift = row.left - above.left
    if abs(shift) <= _INDENT:
        return None if LABEL.fullmatch(row.words[0].text) else False
    if shift > 0:
        return False if above.opens is not False and LABEL.fullmatch(above.words[0].text) else None
    return False if above.opens else (True if above.opens is False else None)


def _other_type(above: Row, row: Row) -> bool:
    return abs(above.size - row.size) > _OTHER_SIZE * above.size or above.bold != row.bold


def _cells_aligned(above: Row, row: Row) -> bool:
    """Tell whether two lines are rows of one table: a cell of the one stands below a cell of the other."""
    starts = [above.words[rank].left for rank in above.cells()]
    return any(abs(row.words[rank].left - start) < _INDENT for rank in row.cells() for start in starts)


def _needed(above: Row, row: Row) -> float:
    """Return the width that the first word of ``row``, and what clings to it, needs after ``above``."""
    right = row.words[0].right
    holds = _HOLDS.fullmatch(row.words[0].text) is not None
    for word in row.words[1:4]:
        if not (holds or word.glued or _CLINGS.fullmatch(word.text)):
            break
        right, holds = word.right, False
    return right - row.left + _space(above)


def _space(row: Row) -> float:
    gaps = [word.left - before.right for before, word in pairwise(row.words) if not word.glued]
    return min(median(gaps), _WIDEST_SPACE * row.size) if gaps else _SPACE * row.size
