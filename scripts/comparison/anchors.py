"""What is certain: what both texts open and end with, and texts found once in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

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
    pairs = _unique_pairs(matching, olds, news)
    for k in in_order(pairs, matching.old, matching.new):
        matching.match(*pairs[k])


def match_unique_anywhere(matching: Matching) -> None:
    """Match what is left of the texts found once in each draft, wherever they stand now.

    Not what is a word or two: « et » and « Annexe » come and go without having moved.
    """
    for i, j in _unique_pairs(matching, *matching.free()):
        if matching.old.head(i) or len(matching.old.words(i)) >= _SURE_ALONE:
            matching.match(i, j)


def _unique_pairs(matching: Matching, olds: Sequence[int], news: Sequence[int]) -> list[tuple[int, int]]:
    old_once = _once([(matching.old.key(i), i) for i in olds])
    new_once = _once([(matching.new.key(j), j) for j in news])
    pairs = ((i, new_once[key]) for key, i in old_once.items() if key in new_once)
    return [(i, j) for i, j in pairs if matching.allowed(i, j)]


def _once(entries: list[tuple[tuple[bool, str], int]]) -> dict[tuple[bool, str], int]:
    counts = Counter(key for key, _ in entries)
    return {key: index for key, index in entries if counts[key] == 1}
