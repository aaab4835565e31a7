"""Which provisions are worth comparing: those that share rare runs of words, never all pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from scripts.comparison.side import Side

_LENGTH = 2  # words in a shingle
_RARE = 8  # a shingle held by more provisions than this says nothing
_KEPT = 6  # candidates kept for a provision
_FEW = 1600  # so many pairs are all compared, without an index


def shingles(words: str) -> set[str]:
    """Return the runs of two words in an encoded text, or the whole where it is shorter.

    >>> sorted(shingles("abc")), shingles("a")
    (['ab', 'bc'], {'a'})
    """
    if len(words) <= _LENGTH:
        return {words} if words else set()
    return {words[k : k + _LENGTH] for k in range(len(words) - _LENGTH + 1)}


def index(side: Side, members: Iterable[int]) -> dict[str, list[int]]:
    """Return, for each shingle, the provisions of ``members`` that hold it."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for member in members:
        for shingle in shingles(side.words(member)):
            found[shingle].append(member)
    return found


def nearest(found: dict[str, list[int]], words: str) -> Iterator[int]:
    """Yield the few indexed provisions that share most rare shingles with ``words``, best first."""
    counts: Counter[int] = Counter()
    for shingle in shingles(words):
        holders = found.get(shingle, ())
        if len(holders) <= _RARE:
            counts.update(holders)
    ranked = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    yield from (member for member, _ in ranked[:_KEPT])


def candidates(old: Side, olds: Sequence[int], new: Side, news: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the pairs worth comparing between some provisions of both texts."""
    if len(olds) * len(news) <= _FEW:
        yield from ((i, j) for i in olds for j in news)
        return
    found = index(old, olds)
    for j in news:
        yield from ((i, j) for i in nearest(found, new.words(j)))
