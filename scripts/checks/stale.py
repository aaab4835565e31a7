"""References within the text that went stale: the paragraph was renumbered, the reference was not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from scripts.checks.spots import Spot
from scripts.model import Citation, Finding, Pair, Provision, Severity

_PARAGRAPH = re.compile(r"para(?P<first>[0-9]+(?:\.[0-9]+)*)(?:-(?P<last>[0-9]+(?:\.[0-9]+)*))?")

Cited = Mapping[str, Sequence[Citation]]
"""The citations of a text by eId of the provision."""


def check(spots: Iterable[Spot], compared: Sequence[Pair], old: Cited, new: Cited) -> Iterator[Finding]:
    """Yield the references of the new text that still bear the number of the old one.

    A reference is stale where the provision that makes it made the same one in the last draft, and the
    paragraph it then named now has another number, or none.
    """
    places = {spot.unit.eid: spot for spot in spots}
    numbers = _renumbered(compared)
    for pair in compared:
        before = {c.reference for provision in pair.old for c in old.get(provision.eid, ())}
        for provision in pair.new if pair.old else ():
            for citation in new.get(provision.eid, ()):
                likely = _likely(citation, numbers) if citation.reference in before else None
                if likely is not None and provision.eid in places:
                    values = {"likely": likely or "–", "target": str(citation.reference)}
                    code = "reference-stale" if likely else "reference-deleted"
                    yield places[provision.eid].finding(code, Severity.ERROR, citation.surface, **values)


def _renumbered(compared: Sequence[Pair]) -> dict[str, tuple[str, ...]]:
    """Return, for each number of the old text, the numbers it has in the new one."""
    found: dict[str, tuple[str, ...]] = {}
    for pair in compared:
        nums = tuple(provision.num for provision in pair.new if provision.num)
        found.update((provision.num, nums) for provision in pair.old if _numbered(provision))
    return found


def _numbered(provision: Provision) -> bool:
    return bool(provision.num) and provision.eid.rpartition("__")[2].startswith(("para", "subpara"))


def _likely(citation: Citation, numbers: Mapping[str, tuple[str, ...]]) -> str | None:
    """Return the number that the reference should bear now: empty for none, None where it is still right."""
    match = _PARAGRAPH.fullmatch(citation.reference.key)
    if citation.reference.scheme != "internal" or match is None:
        return None
    ends = [end for end in (match["first"], match["last"]) if end]
    if any(end not in numbers for end in ends) or all(end in numbers[end] for end in ends):
        return None
    if not all(numbers[end] for end in ends):
        return ""
    return "-".join(_nearest(numbers[end]) for end in ends)


def _nearest(nums: Sequence[str]) -> str:
    return ", ".join(nums)
