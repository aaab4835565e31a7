"""The changes of a comparison as they are read: in order, each with a number that people can refer to."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from scripts.comparison.bilingual import words_changed
from scripts.model import Op, Pair, Provision, Relation

MOVES = frozenset({Relation.MOVED, Relation.MOVED_MODIFIED})
_SHARED = {
    Relation.INSERTED: frozenset({Relation.INSERTED}),
    Relation.DELETED: frozenset({Relation.DELETED}),
    Relation.MOVED: MOVES,
}
"""What happened to a provision, and what must have happened to its holder for both to be one change."""


@dataclass(frozen=True, slots=True)
class Row:
    """A pair as it stands in a comparison.

    ``number`` is that of its change, 0 where only its number or nothing changed. ``shares``: it went
    with the provision that holds it, whose change it is (« 21 → 14 », with its subparagraphs).
    ``departed``: the row marks the place that a moved text left; the text stands at its change.
    """

    pair: Pair
    number: int = 0
    shares: bool = False
    departed: bool = False

    @property
    def own(self) -> bool:
        """Whether a numbered change begins here."""
        return bool(self.number) and not self.shares and not self.departed

    @property
    def light(self) -> bool:
        """Whether nothing but typography changed."""
        return bool(self.number) and self.pair.relation is Relation.MODIFIED and not words_changed(self.pair)

    @property
    def key(self) -> tuple[str, str]:
        """The side and eId by which a place of a summary finds the row."""
        return ("new", self.pair.new[0].eid) if self.pair.new else ("old", self.pair.old[0].eid)


Key = tuple[tuple[str, ...], tuple[str, ...]]
"""The eIds of a pair in the old and the new text: the same in every language."""


def key_of(pair: Pair) -> Key:
    """Return what a pair is known by, whatever the language."""
    return tuple(p.eid for p in pair.old), tuple(p.eid for p in pair.new)


def numbering(languages: Sequence[Sequence[Pair]], first: int = 1) -> dict[Key, int]:
    """Return the number of each change, from ``first`` on: the same for a change in every language.

    « changement 12 » and “change 12” must be one thing in a meeting with two languages, so what
    changes in one language only has its number too. The order is that of the first language; what
    only another one has comes last.
    """
    changed = {key_of(pair) for pairs in languages for pair, begins in _fates(pairs) if begins}
    order = dict.fromkeys(key_of(pair) for pairs in languages for pair in pairs)
    return {key: first + rank for rank, key in enumerate(key for key in order if key in changed)}


def read_rows(pairs: Sequence[Pair], old_order: Sequence[str], numbers: Mapping[Key, int]) -> tuple[Row, ...]:
    """Return ``pairs`` as rows with the ``numbers`` of their changes, and the places that moved texts left.

    ``old_order`` are the eIds of the old text in its own order.
    """
    numbered = list(_numbered(pairs, numbers))
    ranks = {eid: rank for rank, eid in enumerate(old_order)}
    return tuple(_with_departures(numbered, ranks))


def old_ranks(rows: Sequence[Row], old_order: Sequence[str]) -> tuple[Row, ...]:
    """Return the rows without departures in the order of the old text; what is new follows its forerunner."""
    ranks = {eid: rank for rank, eid in enumerate(old_order)}
    placed: list[tuple[float, Row]] = []
    last = -1.0
    for row in rows:
        if row.departed:
            continue
        own = float(ranks[row.pair.old[0].eid]) if row.pair.old else last + 0.5
        placed.append((own, row))
        if row.pair.relation not in MOVES and row.pair.old:
            last = float(ranks[row.pair.old[-1].eid])
    return tuple(row for _, row in sorted(placed, key=lambda item: item[0]))


def _fates(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, bool]]:
    """Yield each pair with whether a change of its own begins there: not where it went with its holder."""
    by_new, by_old = _by_eid(pairs)
    for pair in pairs:
        holder = _holder(pair, by_new if pair.new else by_old)
        shares = holder is not None and holder.relation in _SHARED.get(pair.relation, ())
        yield pair, pair.relation is not Relation.SAME and not shares


def _by_eid(pairs: Sequence[Pair]) -> tuple[dict[str, Pair], dict[str, Pair]]:
    return {p.eid: pair for pair in pairs for p in pair.new}, {
        p.eid: pair for pair in pairs for p in pair.old
    }


def _numbered(pairs: Sequence[Pair], numbers: Mapping[Key, int]) -> Iterator[Row]:
    by_new, by_old = _by_eid(pairs)
    shared: dict[Key, int] = {}
    for pair, begins in _fates(pairs):
        key = key_of(pair)
        if begins:
            shared[key] = numbers[key]
            yield Row(pair, numbers[key])
        elif pair.relation is Relation.SAME:
            yield Row(pair)
        else:
            holder = _holder(pair, by_new if pair.new else by_old)
            shared[key] = shared.get(key_of(holder), 0) if holder else 0
            yield Row(pair, shared[key], shares=True)


def _holder(pair: Pair, pairs: dict[str, Pair]) -> Pair | None:
    side = pair.new or pair.old
    above = side[0].eid.rpartition("__")[0]
    holder = pairs.get(above)
    if holder is None or not (pair.new and pair.old):
        return holder
    before = {p.eid for p in holder.old}
    return holder if pair.old[0].eid.rpartition("__")[0] in before else None


def _with_departures(rows: Sequence[Row], ranks: dict[str, int]) -> Iterator[Row]:
    """Yield the rows; after the one that a moved text followed in the old text, the place it left."""
    posts = sorted(
        (ranks[p.eid], index)
        for index, row in enumerate(rows)
        if row.pair.relation not in MOVES
        for p in row.pair.old
    )
    left: defaultdict[int, list[tuple[int, Row]]] = defaultdict(list)
    with_holder = _travelling(rows)
    for index, row in enumerate(rows):
        if row.pair.relation in MOVES and index not in with_holder:
            rank = ranks[row.pair.old[0].eid]
            post = bisect_left(posts, (rank, -1)) - 1
            after = posts[post][1] if post >= 0 else -1
            left[after].append((rank, replace(row, departed=True)))
    for index in range(-1, len(rows)):
        if index >= 0:
            yield rows[index]
        yield from (row for _, row in sorted(left[index], key=lambda item: item[0]))


def _travelling(rows: Sequence[Row]) -> set[int]:
    """Return the ranks of what moved only because its holder did, its words changed or not."""
    by_new = {p.eid: row.pair for row in rows for p in row.pair.new}
    found = set()
    for index, row in enumerate(rows):
        if row.pair.relation in MOVES:
            holder = _holder(row.pair, by_new)
            if holder is not None and holder.relation in MOVES:
                found.add(index)
    return found


@dataclass(frozen=True, slots=True)
class Break:
    """A place in one side of a redline where one of several provisions ends and the next begins."""

    op: Op
    offset: int
    provision: Provision


def breaks(pair: Pair) -> tuple[Break, ...]:
    """Return where the texts of a merger or a split meet: before a character of the old or new text."""
    return (*_breaks(Op.DELETED, pair.old), *_breaks(Op.INSERTED, pair.new))


def _breaks(op: Op, provisions: Sequence[Provision]) -> Iterator[Break]:
    offset = 0
    for before, after in pairwise(provisions):
        offset += len(before.text) + 1  # one space joins them: align.SEPARATOR
        yield Break(op, offset, after)
