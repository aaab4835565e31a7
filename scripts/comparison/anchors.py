"""What is certain: what both texts open and end with, and texts found once in each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scripts.comparison.matching import Matching
from scripts.comparison.order import in_order

_SURE_ALONE = 3  # words from which an equal text is taken to have moved, whatever lies between


def match_ends(matching: Matching) -> None:
    """Match the equal provisions that both texts open with, then those that they end with."""
    old, new = matching.old, matching.new
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and old.key(start) == new.key(start) and matching.allowed(start, start):
        matching.match(start, start)
        start += 1
    i, j = len(old) - 1, len(new) - 1
    while i >= start and j >= start and old.key(i) == new.key(j) and matching.allowed(i, j):
        matching.match(i, j)
        i, j = i - 1, j - 1


def match_unique(matching: Matching, olds: Sequence[int], news: Sequence[int]) -> None:
    """Match the texts found once among ``olds`` and once among ``news``, in order only."""
    _match_in_order(matching, _equal_pairs(matching, olds, news, most=1))


def match_as_often(matching: Matching, olds: Sequence[int], news: Sequence[int]) -> None:
    """Match, first with first, the texts found as often among ``olds`` as among ``news``, in order only.

    « Les mesures devraient viser à : » may open ten paragraphs.
    """
    _match_in_order(matching, _equal_pairs(matching, olds, news, most=len(olds)))


def match_unique_anywhere(matching: Matching) -> None:
    """Match what is left of the texts found once in each draft, wherever they stand now.

    Not what is a word or two: « et » and « Annexe » come and go without having moved.
    """
    for i, j in _equal_pairs(matching, *matching.free(), most=1):
        if matching.old.head(i) or len(matching.old.words(i)) >= _SURE_ALONE:
            matching.match(i, j)


def _match_in_order(matching: Matching, pairs: Sequence[tuple[int, int]]) -> None:
    for k in in_order(pairs, matching.old, matching.new):
        matching.match(*pairs[k])


def _equal_pairs(
    matching: Matching, olds: Sequence[int], news: Sequence[int], *, most: int
) -> list[tuple[int, int]]:
    """Return the pairs of equal texts found equally often on both sides, ``most`` times at most."""
    old_places = _places((matching.old.key(i), i) for i in olds)
    new_places = _places((matching.new.key(j), j) for j in news)
    return [
        (i, j)
        for key, places in old_places.items()
        if len(places) <= most and len(places) == len(new_places.get(key, ()))
        for i, j in zip(places, new_places[key], strict=True)
        if matching.allowed(i, j)
    ]


def _places(entries: Iterable[tuple[tuple[bool, str], int]]) -> dict[tuple[bool, str], list[int]]:
    places: dict[tuple[bool, str], list[int]] = {}
    for key, index in entries:
        places.setdefault(key, []).append(index)
    return places
