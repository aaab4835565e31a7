"""Reading order: the columns of a page, and what stands across them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from scripts.sources.pdf_rows import Row, rows, segments
from scripts.sources.pdf_words import Page

_STEP = 2.0
_NARROWEST = 6.0
_MOST_ACROSS = 0.25  # of the lines may stand across the gap
_LEAST_WIDTH = 0.22  # of the text's width: a column is no margin of labels
_LEAST_LINES = 4
_MOST_COLUMNS = 6  # the half of a half of a page
_LEAST_FILL = 0.45  # prose fills its column, cells of a table don't


@dataclass(frozen=True, slots=True)
class Gutter:
    """The white between two columns."""

    left: float
    right: float


def ordered(pages: Sequence[Page]) -> list[list[Row]]:
    """Return the lines of each page in reading order, each knowing its column and how far that goes."""
    known: dict[int, Gutter] = {}
    found = [_ordered(segments(page.words, number), number, known, 0) for number, page in enumerate(pages)]
    for lines in found:
        _measure(lines)
    return found


def _ordered(parts: Sequence[Row], page: int, known: dict[int, Gutter], column: int) -> list[Row]:
    """Return the lines of a page, or of a part of it; ``known`` are the gaps of the pages before."""
    gap = _gutter(parts, known.get(column)) if column <= _MOST_COLUMNS else None
    if gap is None:
        return rows(parts, page, column)
    known[column] = gap
    middle = (gap.left + gap.right) / 2
    return _woven(
        rows([part for part in parts if part.left < middle < part.right], page, column),
        _ordered([part for part in parts if part.right <= middle], page, known, 2 * column + 1),
        _ordered([part for part in parts if part.left >= middle], page, known, 2 * column + 2),
    )


def _woven(across: Sequence[Row], left: list[Row], right: list[Row]) -> list[Row]:
    """Return lines band by band: what stands across, then what is below it on the left, then on the right."""
    found: list[Row] = []
    for line in across:
        for column in (left, right):
            found += [row for row in column if row.base > line.base]
            column[:] = [row for row in column if row.base <= line.base]
        found.append(line)
    return [*found, *left, *right]


def _measure(lines: Sequence[Row]) -> None:
    """Tell each line how far its column goes: as far as the longest line of it on the page."""
    edges: dict[int, float] = {}
    for line in lines:
        edges[line.column] = max(edges.get(line.column, 0.0), line.right)
    for line in lines:
        line.right_edge = edges[line.column]


# -- finding the gap --------------------------------------------------------------------------------


def _gutter(parts: Sequence[Row], before: Gutter | None) -> Gutter | None:
    """Return the gap between the columns of a page: one found there, or that of the page before."""
    if before is not None and _parts_at(parts, before, least=1):
        return before
    if len(parts) < 2 * _LEAST_LINES:
        return None
    left, right = min(part.left for part in parts), max(part.right for part in parts)
    found = (gap for gap in _gaps(parts, left, right) if _parts_at(parts, gap, least=_LEAST_LINES))
    return next(found, None)


def _gaps(parts: Sequence[Row], left: float, right: float) -> Iterable[Gutter]:
    """Yield the upright strips, away from the margins, that few lines cross."""
    lefts, rights = sorted(part.left for part in parts), sorted(part.right for part in parts)
    margin = _LEAST_WIDTH * (right - left)
    most = _MOST_ACROSS * len(parts)
    start, at = None, left + margin
    while at < right - margin:
        crossing = bisect_left(lefts, at) - bisect_right(rights, at)
        if crossing <= most and start is None:
            start = at
        elif crossing > most and start is not None:
            yield Gutter(start, at - _STEP)
            start = None
        at += _STEP
    if start is not None:
        yield Gutter(start, at - _STEP)


def _parts_at(parts: Sequence[Row], gap: Gutter, least: int) -> bool:
    """Tell whether a gap parts two columns of prose."""
    middle = (gap.left + gap.right) / 2
    left = [part for part in parts if part.right <= middle]
    right = [part for part in parts if part.left >= middle]
    if len(left) < _LEAST_LINES or len(right) < least or gap.right - gap.left < 0:
        return False
    if len(parts) - len(left) - len(right) > max(4, _MOST_ACROSS * len(parts)):
        return False
    white = min(part.left for part in right) - max(part.right for part in left)
    if white < _NARROWEST:
        return False
    left, right = rows(left, 0, 0), rows(right, 0, 0)  # a label and its text are one line
    return _fills(left) and (least == 1 or _fills(right)) and not _cells(left, right)


def _fills(column: Sequence[Row]) -> bool:
    width = max(part.right for part in column) - min(part.left for part in column)
    return median(part.right - part.left for part in column) >= _LEAST_FILL * width


def _cells(left: Sequence[Row], right: Sequence[Row]) -> bool:
    """Tell whether the two sides are cells of a table: most words on the left are a few, label-like ones."""
    return median(len(part.text) for part in left) < 12 or median(len(part.text) for part in right) < 4
