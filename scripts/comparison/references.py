"""References gained and lost, from the citations that each provision is known to hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scripts.comparison.places import PairPlace
from scripts.model import Citation, Pair, Provision

Citations = Mapping[str, Sequence[Citation]]
"""The citations of a text by eId of the provision."""


@dataclass(frozen=True, slots=True)
class ReferenceChange:
    """A citation that one text has and the other has not; ``gained`` where the new one has it."""

    place: PairPlace
    citation: Citation
    gained: bool


def reference_changes(
    place: PairPlace, pair: Pair, old: Citations, new: Citations
) -> Iterator[ReferenceChange]:
    """Yield what ``pair`` no longer cites, then what it cites for the first time.

    Two citations are one reference where they point at the same thing, however they are written.
    """
    before, after = list(_all(pair.old, old)), list(_all(pair.new, new))
    yield from (ReferenceChange(place, citation, gained=False) for citation in _without(before, after))
    yield from (ReferenceChange(place, citation, gained=True) for citation in _without(after, before))


def _all(provisions: Iterable[Provision], citations: Citations) -> Iterator[Citation]:
    for provision in provisions:
        yield from citations.get(provision.eid, ())


def _without(row: Sequence[Citation], others: Sequence[Citation]) -> Iterator[Citation]:
    left = Counter(citation.reference for citation in others)
    for citation in row:
        if left[citation.reference]:
            left[citation.reference] -= 1
        else:
            yield citation
