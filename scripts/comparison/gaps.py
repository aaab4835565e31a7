"""The stretches between what is already matched, aligned as a whole on similarity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scripts.comparison.anchors import match_as_often, match_unique
from scripts.comparison.candidates import candidates
from scripts.comparison.chain import heaviest_chain
from scripts.comparison.matching import Matching
from scripts.comparison.order import in_order

_EQUAL_BONUS = 1.0  # an equal text outweighs any likeness
_NUMBER_BONUS = 0.02  # of two that are as like, the one that kept its number

Gap = tuple[list[int], list[int]]


def gaps(matching: Matching) -> Iterator[Gap]:
    """Yield the free provisions of both texts between two pairs that kept their order."""
    pairs = sorted(matching.forward.items())
    posts = [pairs[k] for k in in_order(pairs, matching.old, matching.new)]
    start_old = start_new = 0
    for i, j in [*posts, (len(matching.old), len(matching.new))]:
        olds = [k for k in range(start_old, i) if matching.old_free(k)]
        news = [k for k in range(start_new, j) if matching.new_free(k)]
        if olds and news:
            yield olds, news
        start_old, start_new = i + 1, j + 1


def match_equal_in_gaps(matching: Matching) -> None:
    """Match texts found once on both sides of a gap, gap after gap, until there are no more."""
    found = -1
    while found != len(matching.forward):
        found = len(matching.forward)
        for olds, news in list(gaps(matching)):
            match_unique(matching, olds, news)
    for olds, news in list(gaps(matching)):
        match_as_often(matching, olds, news)


def match_similar_in_gaps(matching: Matching, floor: float) -> None:
    """Align every gap on similarity, taking no pair below ``floor``."""
    for olds, news in list(gaps(matching)):
        match_similar(matching, olds, news, floor)


def match_similar(matching: Matching, olds: Sequence[int], news: Sequence[int], floor: float) -> None:
    """Match, in order, the pairs between ``olds`` and ``news`` that are most alike as a whole."""
    links = [
        (i, j, gain)
        for i, j in candidates(matching.old, olds, matching.new, news)
        if (gain := _gain(matching, i, j, floor)) > 0
    ]
    for k in heaviest_chain(links):
        matching.match(*links[k][:2])


def _gain(matching: Matching, i: int, j: int, floor: float) -> float:
    if not matching.allowed(i, j):
        return 0.0
    gain = matching.similarity(i, j) - floor + 0.001
    if gain <= 0:
        return 0.0
    old, new = matching.old, matching.new
    if old.key(i) == new.key(j):
        gain += _EQUAL_BONUS
    if old.provisions[i].num == new.provisions[j].num:
        gain += _NUMBER_BONUS
    if matching.forward.get(old.parent(i), -1) == new.parent(j):
        gain += _NUMBER_BONUS
    return gain
