"""How a pair and a provision are named in a summary, whatever the language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scripts.model import Kind, Pair, Provision

_HEADS = frozenset({Kind.HEADING, Kind.TITLE})


@dataclass(frozen=True, slots=True)
class Place:
    """A provision as a person names it: by number, by its heading's words, or by what holds it.

    ``within`` is the number of the nearest numbered provision above, where it has none itself.
    """

    eid: str
    num: str = ""
    heading: str = ""
    within: str = ""


@dataclass(frozen=True, slots=True)
class PairPlace:
    """Where something changed: in the old text, in the new one, or in both."""

    old: tuple[Place, ...]
    new: tuple[Place, ...]


class Places:
    """Names the provisions of pairs; knows the numbers of what holds them."""

    def __init__(self, pairs: Iterable[Pair]) -> None:
        self._old: dict[str, str] = {}
        self._new: dict[str, str] = {}
        for pair in pairs:
            self._old.update((p.eid, p.num) for p in pair.old)
            self._new.update((p.eid, p.num) for p in pair.new)

    def of(self, pair: Pair) -> PairPlace:
        """Return where ``pair`` stands in both texts."""
        return PairPlace(_places(pair.old, self._old), _places(pair.new, self._new))


def _places(provisions: Sequence[Provision], nums: dict[str, str]) -> tuple[Place, ...]:
    return tuple(_place(provision, nums) for provision in provisions)


def _place(provision: Provision, nums: dict[str, str]) -> Place:
    if provision.kind in _HEADS:
        return Place(provision.eid, heading=provision.text)
    if provision.kind is not Kind.ITEM:
        return Place(provision.eid, provision.num)
    above = provision.eid
    while above := above.rpartition("__")[0]:
        if nums.get(above):
            return Place(provision.eid, provision.num, within=nums[above])
    return Place(provision.eid, provision.num)
