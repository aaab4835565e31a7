"""Which provisions are worth comparing: those that share rare runs of words, never all pairs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from scripts.comparison.side import Side

_MANY = 500  # provisions from which a run of two words is seldom rare, and three are taken
_RARE = 8  # a run of words held by more provisions than this says nothing
_KEPT = 6  # candidates kept for a provision
_FEW = 1600  # so many pairs are all compared, without an index


class Shingles:
    """An index of provisions by the runs of two or three words that they hold."""

    def __init__(self, side: Side, members: Sequence[int]) -> None:
        self._length = 2 if len(members) < _MANY else 3
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        for member in members:
            for shingle in shingles(side.words(member), self._length):
                self._holders[shingle].append(member)

    def nearest(self, words: str) -> list[int]:
        """Return the few provisions that share most rare shingles with ``words``, best first."""
        counts: Counter[int] = Counter()
        for shingle in shingles(words, self._length):
            holders = self._holders.get(shingle, ())
            if len(holders) <= _RARE:
                counts.update(holders)
        ranked = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
        return [member for member, _ in ranked[:_KEPT]]


def shingles(words: str, length: int) -> set[str]:
    """Return the runs of ``length`` words in an encoded text, or the whole where it is shorter.

    >>> sorted(shingles("abc", 2)), shingles("a", 2)
    (['ab', 'bc'], {'a'})
    """
    if len(words) <= length:
        return {words} if words else set()
    return {words[k : k + length] for k in range(len(words) - length + 1)}


def candidates(old: Side, olds: Sequence[int], new: Side, news: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the pairs worth comparing between some provisions of both texts."""
    if len(olds) * len(news) <= _FEW:
        yield from ((i, j) for i in olds for j in news)
        return
    found = Shingles(old, olds)
    for j in news:
        yield from ((i, j) for i in found.nearest(new.words(j)))
