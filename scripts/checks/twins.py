"""Which provision of one language answers to which of the other: by number, and by content where that fails.

Both languages of a draft have the same numbers (law 6). Where one has more than the other, what is
missing is told by what the provisions hold: names and cognates, references, length.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from scripts.checks.spots import Spot, spots
from scripts.model import Component, Kind, Note, Provision

Signs = Mapping[str, frozenset[str]]
"""What a provision cites, by eId: evidence that two provisions answer to each other."""

_SKIP, _RENUMBERED, _OTHER_KIND = 1.0, 0.3, 1.2
_BAND = 8  # how far from the diagonal two answers may stand
_Step = tuple[float, int, int]  # cost so far, and whether the step took a row and a column
_STEM = 4  # letters that French and English share: « diversité », "diversity"


@dataclass(frozen=True, slots=True)
class Twin:
    """A provision or note in two languages."""

    first: Spot
    second: Spot


@dataclass(slots=True)
class Twins:
    """What answers to what, and what has no answer: missing in the second language, or in the first."""

    both: list[Twin] = field(default_factory=list)
    only_first: list[Spot] = field(default_factory=list)
    only_second: list[Spot] = field(default_factory=list)


def twins(
    first: Component, second: Component, signs: tuple[Signs, Signs] = ({}, {}), ratio: float = 1.0
) -> Twins:
    """Return the twins of a component in two languages.

    ``signs`` are the references of either, by eId; ``ratio`` how long the second language usually is.
    """
    match = _Match(
        {spot.unit.eid: spot for spot in spots(first)},
        {spot.unit.eid: spot for spot in spots(second)},
        signs,
        ratio,
    )
    match.level(first.front, second.front)
    match.level(first.provisions, second.provisions)
    match.notes(first.notes, second.notes)
    return match.found


@dataclass(slots=True)
class _Match:
    spots_first: Mapping[str, Spot]
    spots_second: Mapping[str, Spot]
    signs: tuple[Signs, Signs]
    ratio: float
    found: Twins = field(default_factory=Twins)

    def level(self, first: Sequence[Provision], second: Sequence[Provision]) -> None:
        """Match provisions that stand under the same parent, then what they hold."""
        for one, other in self._pairs(first, second):
            if one and other:
                self.found.both.append(Twin(self.spots_first[one.eid], self.spots_second[other.eid]))
                self.level(one.children, other.children)
            elif one:
                self.found.only_first.append(self.spots_first[one.eid])
            elif other:
                self.found.only_second.append(self.spots_second[other.eid])

    def notes(self, first: Sequence[Note], second: Sequence[Note]) -> None:
        others = {note.eid for note in second}
        for note in first:
            spot = self.spots_first[note.eid]
            if note.eid in others:
                self.found.both.append(Twin(spot, self.spots_second[note.eid]))
            else:
                self.found.only_first.append(spot)
        mine = {note.eid for note in first}
        self.found.only_second += (self.spots_second[n.eid] for n in second if n.eid not in mine)

    def _pairs(
        self, first: Sequence[Provision], second: Sequence[Provision]
    ) -> Iterator[tuple[Provision | None, Provision | None]]:
        if [_key(p) for p in first] == [_key(p) for p in second]:
            yield from zip(first, second, strict=True)
            return
        way = cheapest(len(first), len(second), lambda i, j: self._cost(first[i], second[j]))
        for i, j in way:
            yield first[i] if i >= 0 else None, second[j] if j >= 0 else None

    def _cost(self, one: Provision, other: Provision) -> float:
        """Return how little two provisions answer to each other: 0 for twins, above 2 for strangers."""
        cost = _OTHER_KIND if one.kind is not other.kind else 0.0
        cost += _RENUMBERED if one.num != other.num else 0.0
        cost += 1.0 - 2 * shared(one.text, other.text)
        mine, yours = self.signs[0].get(one.eid, frozenset()), self.signs[1].get(other.eid, frozenset())
        if mine or yours:
            cost += 0.6 if not mine & yours else -0.6
        longer = (len(other.text) + 8) / ((len(one.text) + 8) * self.ratio)
        return cost + 0.6 * abs(longer - 1 / longer) / (longer + 1 / longer) * 2


def _key(provision: Provision) -> tuple[Kind, str]:
    return provision.kind, provision.num


def shared(first: str, second: str) -> float:
    """Return how much two texts share of the beginnings of their long words, 0 to 1."""
    mine, yours = _stems(first), _stems(second)
    return 2 * len(mine & yours) / (len(mine) + len(yours)) if mine and yours else 0.0


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    spread = unicodedata.normalize("NFD", text.lower())
    bare = "".join(letter for letter in spread if not unicodedata.combining(letter))
    return frozenset(word[:_STEM] for word in re.findall(r"\w{4,}", bare))


def cheapest(rows: int, columns: int, cost: Callable[[int, int], float]) -> list[tuple[int, int]]:
    """Return the cheapest way through both lists in order; -1 stands for what has no answer.

    Only pairs near the diagonal are weighed, so that a long list takes a time that grows with its length.
    """
    band = abs(rows - columns) + _BAND
    best: list[dict[int, _Step]] = [{j: (j * _SKIP, 0, 1) for j in range(min(columns, band) + 1)}]
    for i in range(1, rows + 1):
        above, row = best[-1], dict[int, _Step]()
        for j in range(max(0, i - band), min(columns, i + band) + 1):
            ways = [(above[j][0] + _SKIP, 1, 0)] if j in above else []
            if j - 1 in row:
                ways.append((row[j - 1][0] + _SKIP, 0, 1))
            if j - 1 in above:
                ways.append((above[j - 1][0] + cost(i - 1, j - 1), 1, 1))
            row[j] = min(ways)
        best.append(row)
    return _back(best, columns)


def _back(best: Sequence[Mapping[int, _Step]], column: int) -> list[tuple[int, int]]:
    way: list[tuple[int, int]] = []
    i, j = len(best) - 1, column
    while i or j:
        _, up, left = best[i][j]
        way.append((i - 1 if up else -1, j - 1 if left else -1))
        i, j = i - up, j - left
    return way[::-1]
