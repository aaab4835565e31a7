"""One provision that became several, and several that became one, by ordered containment."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from scripts.comparison.matching import Matching
from scripts.comparison.side import Side

_CONTAINED = 0.6  # the share of a piece's words that the whole must hold, in order
_LEAST_WORDS = 4
_MOST_PIECES = 6
_REACH = 3  # provisions before and after among which the other pieces are looked for


@dataclass(frozen=True, slots=True)
class _View:
    """The matching seen from the whole's side: the same code finds splits and merges."""

    matching: Matching
    whole: Side
    parts: Side
    whole_of: dict[int, int]  # piece → whole, of what is matched one to one
    mirrored: bool

    def whole_free(self, w: int) -> bool:
        return self.matching.new_free(w) if self.mirrored else self.matching.old_free(w)

    def part_free(self, p: int) -> bool:
        return self.matching.old_free(p) if self.mirrored else self.matching.new_free(p)

    def forbidden(self, w: int, p: int) -> bool:
        return ((p, w) if self.mirrored else (w, p)) in self.matching.forbidden

    def group(self, w: int, pieces: list[int]) -> None:
        olds, news = (pieces, [w]) if self.mirrored else ([w], pieces)
        self.matching.group(olds, news)


def match_splits_and_merges(matching: Matching) -> None:
    """Group a changed provision with free neighbours of its match that hold the rest of its words."""
    for view in (
        _View(matching, matching.old, matching.new, matching.backward, mirrored=False),
        _View(matching, matching.new, matching.old, matching.forward, mirrored=True),
    ):
        for part in [p for p in range(len(view.parts)) if view.part_free(p)]:
            _extend_match(view, part)
        _gather_free(view)


def _extend_match(view: _View, part: int) -> None:
    """Join the free ``part`` to a neighbour whose whole holds it as well."""
    if not view.part_free(part):
        return
    for neighbour in _neighbours(view.parts, part):
        whole = view.whole_of.get(neighbour)
        if whole is None or view.whole.key(whole) == view.parts.key(neighbour):
            continue
        pieces = _grow(view, whole, neighbour)
        if len(pieces) > 1:
            view.group(whole, pieces)
            return


def _neighbours(side: Side, index: int) -> Iterator[int]:
    """Yield what stands near in the text, nearest first, then among the siblings.

    Not only next to it: a paragraph that came from elsewhere may stand between two halves.
    """
    siblings = side.siblings(index)
    rank = bisect_left(siblings, index)
    near = [index + sign * step for step in range(1, _REACH + 1) for sign in (-1, 1)]
    near += siblings[max(rank - 2, 0) : rank][::-1] + siblings[rank + 1 : rank + 3]
    yield from dict.fromkeys(k for k in near if 0 <= k < len(side))


def _grow(view: _View, whole: int, start: int) -> list[int]:
    """Return ``start`` and the free neighbours that together hold the words of ``whole``."""
    pieces = [start]
    grown = True
    while grown and len(pieces) < _MOST_PIECES:
        grown = False
        for end in (pieces[-1], pieces[0]):
            for near in _neighbours(view.parts, end):
                if near not in pieces and view.part_free(near) and _adds(view, whole, pieces, near):
                    pieces = sorted([*pieces, near])
                    grown = True
    return pieces


def _adds(view: _View, whole: int, pieces: list[int], extra: int) -> bool:
    """Tell whether ``extra`` brings words of ``whole`` that ``pieces`` do not hold already."""
    parts = view.parts
    if view.whole.head(whole) != parts.head(extra) or view.forbidden(whole, extra):
        return False
    if len(parts.words(extra)) < _LEAST_WORDS:
        return False
    joined = sorted([*pieces, extra])
    for read, target in ((parts.words, view.whole.words(whole)), (parts.content, view.whole.content(whole))):
        before = LCSseq.similarity(target, "".join(map(read, pieces)))
        after = LCSseq.similarity(target, "".join(map(read, joined)))
        if after - before < _CONTAINED * len(read(extra)):
            return False
    return True


def _gather_free(view: _View) -> None:
    """Group a free whole with a run of free pieces: cut in so many that none is like it alone."""
    wholes = [w for w in range(len(view.whole)) if view.whole_free(w)]
    parts = [p for p in range(len(view.parts)) if view.part_free(p)]
    if len(wholes) * len(parts) > 40_000:
        return
    for whole in wholes:
        for part in parts:
            if view.part_free(part) and _adds(view, whole, [], part):
                pieces = _grow(view, whole, part)
                if len(pieces) > 1 and _covers(view, whole, pieces):
                    view.group(whole, pieces)
                    break


def _covers(view: _View, whole: int, pieces: list[int]) -> bool:
    target = view.whole.content(whole)
    joined = "".join(map(view.parts.content, pieces))
    return LCSseq.similarity(target, joined) >= _CONTAINED * len(target)
