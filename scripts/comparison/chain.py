"""The heaviest chain of pairs that keeps the order of both texts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

Link = tuple[int, int, float]
"""An old index, a new index, and what it is worth to keep them in order (more than 0)."""


def heaviest_chain(links: Sequence[Link]) -> list[int]:
    """Return the positions in ``links`` of the heaviest chain, rising strictly in both indices.

    The weighted form of the longest increasing subsequence, with prefix maxima held in a Fenwick
    tree: n log n. Equal weights are decided by the order of the indices, always the same way.
    """
    order = sorted(range(len(links)), key=lambda k: (links[k][0], -links[k][1]))
    ranks = sorted({link[1] for link in links})
    tree: list[tuple[float, int]] = [(0, -1)] * (len(ranks) + 1)
    before = [-1] * len(links)
    best: tuple[float, int] = (0, -1)
    for k in order:
        rank = bisect_left(ranks, links[k][1])
        total, before[k] = _heaviest_below(tree, rank)
        entry = (total + links[k][2], k)
        _raise(tree, rank + 1, entry)
        best = max(best, entry, key=lambda e: e[0])
    return _unwind(before, best[1])


def _heaviest_below(tree: list[tuple[float, int]], rank: int) -> tuple[float, int]:
    best: tuple[float, int] = (0, -1)
    while rank > 0:
        if tree[rank][0] > best[0]:
            best = tree[rank]
        rank -= rank & -rank
    return best


def _raise(tree: list[tuple[float, int]], rank: int, entry: tuple[float, int]) -> None:
    while rank < len(tree):
        if entry[0] > tree[rank][0]:
            tree[rank] = entry
        rank += rank & -rank


def _unwind(before: list[int], last: int) -> list[int]:
    chain = []
    while last >= 0:
        chain.append(last)
        last = before[last]
    return chain[::-1]
