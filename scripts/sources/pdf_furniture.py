"""Heads and feet of pages: what comes back at one height from page to page, but for its figures."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence

from scripts.model import Role
from scripts.sources.pdf_rows import Row

_OUTERMOST = 4
_SHARE = 0.4  # of the pages: the first has none, left and right ones differ
_HEIGHT = 6.0  # points that a foot may wander
_ROMAN = re.compile(r"[-–—\s]*[ivxlc]+[-–—\s]*")
_NUMBER = re.compile(r"[-–—\s]*(\d{1,4})[-–—\s]*")
_APART = 1.5  # of the size


def set_apart(pages: Sequence[Sequence[Row]]) -> None:
    """Give the heads and feet of pages their role."""
    places: dict[tuple[str, int], set[int]] = defaultdict(set)
    for page in pages:
        ordered = _from_top(page)
        for row in (*ordered[:_OUTERMOST], *ordered[_OUTERMOST:][-_OUTERMOST:]):
            for height in _heights(row):
                places[_key(row), height].add(row.page)
    enough = max(2, _SHARE * len(pages))
    running = {place for place, found in places.items() if len(found) >= enough}
    for page in pages:
        ordered = _from_top(page)
        for end in (ordered, ordered[::-1]):
            for row in itertools.takewhile(
                lambda row: (_key(row), _heights(row)[1]) in running, end[:_OUTERMOST]
            ):
                row.role = Role.RUNNING
        _lone_number(page)


def _from_top(page: Sequence[Row]) -> list[Row]:
    return sorted(page, key=lambda row: -row.base)


def _heights(row: Row) -> tuple[int, int, int]:
    height = round(row.base / _HEIGHT)
    return height - 1, height, height + 1


def _key(row: Row) -> str:
    return "0" if _ROMAN.fullmatch(row.text) else re.sub(r"\d+", "0", row.text)


def _lone_number(page: Sequence[Row]) -> None:
    """Set apart the number of a page that stands alone at its head or foot."""
    ordered = sorted((row for row in page if row.role is Role.TEXT), key=lambda row: row.base)
    for row, beside in (ordered[:2], ordered[:-3:-1]) if len(ordered) > 2 else ():
        number = _NUMBER.fullmatch(row.text)
        if number and int(number[1]) == row.page + 1 and abs(row.base - beside.base) > _APART * row.size:
            row.role = Role.RUNNING
