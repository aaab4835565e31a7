"""What a person decided against the machine: pairs forced and pairs forbidden."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from scripts.comparison.matching import Matching
from scripts.comparison.side import Side
from scripts.errors import CorpusError

EidPair = tuple[str, str]
"""The eId of a provision of the old text and one of the new."""


@dataclass(frozen=True, slots=True)
class Overrule:
    """Pairs of eIds that must, or must not, be matched.

    One old eId forced on several new ones is a split, several on one new eId a merge.
    """

    forced: tuple[EidPair, ...] = ()
    forbidden: tuple[EidPair, ...] = ()

    def swapped(self) -> Overrule:
        """Return the same decisions for the opposite comparison."""
        return Overrule(_swap(self.forced), _swap(self.forbidden))


def _swap(pairs: Iterable[EidPair]) -> tuple[EidPair, ...]:
    return tuple((new, old) for old, new in pairs)


def start_matching(old: Side, new: Side, overrule: Overrule) -> Matching:
    """Return a matching in which only what ``overrule`` forces is matched.

    Raises CorpusError where an eId is in neither text, or where several are forced on several.
    """
    forbidden = frozenset((_find(old, a), _find(new, b)) for a, b in overrule.forbidden)
    matching = Matching(old, new, forbidden)
    by_old: defaultdict[int, list[int]] = defaultdict(list)
    by_new: defaultdict[int, list[int]] = defaultdict(list)
    for first, second in overrule.forced:
        i, j = _find(old, first), _find(new, second)
        by_old[i].append(j)
        by_new[j].append(i)
    for i, news in by_old.items():
        olds = sorted({k for j in news for k in by_new[j]})
        _force(matching, olds, sorted(set(news)), i)
    return matching


def _force(matching: Matching, olds: list[int], news: list[int], first: int) -> None:
    if len(olds) > 1 and len(news) > 1:
        eid = matching.old.provisions[first].eid
        raise CorpusError(
            f"several provisions are forced on several, {eid} among them",
            action="force one on several or several on one",
        )
    if len(olds) == len(news) == 1:
        matching.match(olds[0], news[0])
    elif first == olds[0]:
        matching.group(olds, news)


def _find(side: Side, eid: str) -> int:
    try:
        return side.find(eid)
    except KeyError:
        raise CorpusError(
            f"no provision {eid!r} to match", action="give the eId that the draft has"
        ) from None
