"""A comparison of two drafts as the pages take it: its parts, each with rows, summary and index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from scripts.catalogue import Draft, Expression
from scripts.comparison.changes import Row
from scripts.comparison.sentences import Wording
from scripts.comparison.summary import Summary
from scripts.model import Pair


@dataclass(frozen=True, slots=True)
class Part:
    """One component of both texts, compared; a name is empty where a text lacks it.

    ``rows`` are its provisions, ``notes`` its notes, numbered on after them; ``old_order`` are the
    eIds of the old text in its own order, ``by_old`` and ``by_new`` the pair of each eId.
    """

    old: str
    new: str
    rows: tuple[Row, ...]
    notes: tuple[Row, ...]
    summary: Summary
    old_order: Sequence[str] = ()
    by_old: Mapping[str, Row] = field(default_factory=dict)
    by_new: Mapping[str, Row] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The component's name, as the new text has it where both have one."""
        return self.new or self.old

    @property
    def every(self) -> tuple[Row, ...]:
        """All rows, the notes' after the others."""
        return (*self.rows, *self.notes)

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Every pair of provisions, once, in the order of the new text."""
        return tuple(row.pair for row in self.rows if not row.departed)

    @property
    def note_pairs(self) -> tuple[Pair, ...]:
        """Every pair of notes, once."""
        return tuple(row.pair for row in self.notes if not row.departed)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two drafts compared in one language."""

    old: Expression
    new: Expression
    parts: tuple[Part, ...]
    wording: Wording

    @property
    def lang(self) -> str:
        """The language of both texts."""
        return self.new.lang

    @property
    def name(self) -> str:
        """The comparison's own part of its address: ``2016-10igc7..2017-06-6cp11``."""
        return pair_name(self.old.draft, self.new.draft)

    @property
    def count(self) -> int:
        """The number of changes."""
        return count(self.parts)


def pair_name(old: Draft, new: Draft) -> str:
    """Return the name of a comparison in addresses: ``2016-10igc7..2017-06-6cp11``."""
    return f"{old.id}..{new.id}"


def count(parts: Sequence[Part]) -> int:
    """Return how many changes ``parts`` have; their numbers may run higher, see ``changes.numbering``."""
    return sum(row.own for part in parts for row in part.every)
