"""References gained and lost, from the citations that each provision is known to hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scripts.comparison.places import PairPlace
from scripts.model import Citation, Pair, Provision, Reference

_PARAGRAPH = "para"

Citations = Mapping[str, Sequence[Citation]]
"""The citations of a text by eId of the provision."""


@dataclass(frozen=True, slots=True)
class ReferenceChange:
    """A citation that one text has and the other has not; ``gained`` where the new one has it."""

    place: PairPlace
    citation: Citation
    gained: bool


def renumbering(pairs: Iterable[Pair]) -> dict[str, str]:
    """Return the new number of each old one; of several provisions merged or split, the first's."""
    return {
        old.num: pair.new[0].num
        for pair in pairs
        if pair.new
        for old in pair.old
        if old.num and pair.new[0].num
    }


def reference_changes(
    place: PairPlace, pair: Pair, old: Citations, new: Citations, numbers: Mapping[str, str]
) -> Iterator[ReferenceChange]:
    """Yield what ``pair`` no longer cites, then what it cites for the first time.

    Two citations are one reference where they point at the same thing, however they are written.
    ``numbers`` is the ``renumbering``: « paragraphe 12 » that had to become « paragraphe 13 » still
    points at the same paragraph.
    """
    before = [(carried(citation.reference, numbers), citation) for citation in _all(pair.old, old)]
    after = [(citation.reference, citation) for citation in _all(pair.new, new)]
    yield from (ReferenceChange(place, citation, gained=False) for citation in _without(before, after))
    yield from (ReferenceChange(place, citation, gained=True) for citation in _without(after, before))


def carried(reference: Reference, numbers: Mapping[str, str]) -> Reference:
    """Return what an internal reference of the old text is called in the new one.

    >>> str(carried(Reference("internal", "para12-13"), {"12": "14", "13": "15"}))
    'internal:para14-15'
    """
    if reference.scheme != "internal" or not reference.key.startswith(_PARAGRAPH):
        return reference
    ends = reference.key.removeprefix(_PARAGRAPH).split("-")
    return Reference(
        "internal", _PARAGRAPH + "-".join(numbers.get(end, end) for end in ends), reference.fragment
    )


def _all(provisions: Iterable[Provision], citations: Citations) -> Iterator[Citation]:
    for provision in provisions:
        yield from citations.get(provision.eid, ())


def _without(
    row: Sequence[tuple[Reference, Citation]], others: Sequence[tuple[Reference, Citation]]
) -> Iterator[Citation]:
    left = Counter(reference for reference, _ in others)
    for reference, citation in row:
        if left[reference]:
            left[reference] -= 1
        else:
            yield citation
