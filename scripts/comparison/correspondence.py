"""Old numbers and new numbers: the table of correspondence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from scripts.comparison.places import Place, Places
from scripts.model import Pair, Relation


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: what stood in the old text, what it became."""

    old: tuple[Place, ...]
    new: tuple[Place, ...]
    relation: Relation
    renumbered: bool


def correspondence(pairs: Iterable[Pair]) -> tuple[Row, ...]:
    """Return the table of correspondence, in the order of the pairs."""
    every = tuple(pairs)
    places = Places(every)
    return tuple(
        Row(place.old, place.new, pair.relation, pair.renumbered)
        for pair, place in ((pair, places.of(pair)) for pair in every)
    )
