"""Which pairs kept their order, and so which moved.

What keeps its place is the heaviest chain. A heading weighs more than all paragraphs, a paragraph
more than all subparagraphs: a paragraph that crosses a heading has moved to another section, the
heading has not moved past the paragraph; and subparagraphs move with their paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence

from scripts.comparison.chain import heaviest_chain
from scripts.comparison.matching import Group
from scripts.comparison.side import Side
from scripts.model import Kind

_RANK = {Kind.HEADING: 10**24, Kind.TITLE: 10**24, Kind.SUBPARAGRAPH: 10**12, Kind.ITEM: 10**6}
_PARAGRAPH = 10**18

IndexPair = tuple[int, int]


def in_order(pairs: Sequence[IndexPair], old: Side, new: Side) -> list[int]:
    """Return the positions in ``pairs`` of those that kept their order."""
    return heaviest_chain([(i, j, _weight(old, i, new, j)) for i, j in pairs])


def mark_moved(groups: Sequence[Group], old: Side, new: Side) -> list[Group]:
    """Return the groups with ``moved`` set on those that left the order that the others kept.

    Of several provisions merged or split, the longest stands for all.
    """
    paired = [group for group in groups if group.old and group.new]
    places = [(_longest(old, group.old), _longest(new, group.new)) for group in paired]
    kept = {paired[k] for k in in_order(places, old, new)}
    return [Group(g.old, g.new, bool(g.old and g.new) and g not in kept) for g in groups]


def _longest(side: Side, members: Sequence[int]) -> int:
    return max(members, key=lambda k: (side.length(k), -k))


def _weight(old: Side, i: int, new: Side, j: int) -> int:
    rank = _RANK.get(old.provisions[i].kind, _PARAGRAPH)
    return rank + 1 + min(old.length(i), new.length(j))
