"""What left its place: equal or nearly equal texts among what is left."""

from __future__ import annotations

from scripts.comparison.candidates import Shingles, candidates
from scripts.comparison.gaps import match_similar
from scripts.comparison.matching import Matching
from scripts.comparison.order import in_order
from scripts.comparison.side import similarity

_LIKE = 0.7  # below this, words in another place are other words
_MARGIN = 0.1  # by how much it must be more like its origin than any provision that stayed
_AMONG_CHILDREN = 0.4  # likeness that convinces under a parent that moved
_FEW_WORDS = 6  # a line of five words found elsewhere in other words has not moved


def match_moved(matching: Matching) -> None:
    """Match what is left where it is the same text, or one clearly like no other.

    A near copy of a provision that stayed is an insertion: where a text resembles its supposed
    origin hardly more than something that is still there, nothing has moved.
    """
    olds, news = matching.free()
    scored = sorted(
        (-score, i, j)
        for i, j in candidates(matching.old, olds, matching.new, news)
        if (score := _score(matching, i, j)) >= _LIKE
    )
    copies = _Copies(matching) if scored else None
    for negative, i, j in scored:
        if matching.allowed(i, j) and copies and copies.clear(i, j, -negative):
            matching.match(i, j)


def _score(matching: Matching, i: int, j: int) -> float:
    if not matching.allowed(i, j):
        return 0.0
    if matching.old.key(i) == matching.new.key(j):
        return 1.0 if len(matching.old.words(i)) > 2 else 0.0
    if min(len(matching.old.words(i)), len(matching.new.words(j))) < _FEW_WORDS:
        return 0.0
    return matching.similarity(i, j)


class _Copies:
    """Finds what else, among provisions already matched, a text resembles."""

    def __init__(self, matching: Matching) -> None:
        self.matching = matching
        self.old = Shingles(matching.old, sorted(matching.forward))
        self.new = Shingles(matching.new, sorted(matching.backward))

    def clear(self, i: int, j: int, score: float) -> bool:
        """Tell whether ``i`` and ``j`` are more alike than either is to what stayed."""
        if score == 1.0:
            return True
        old, new = self.matching.old, self.matching.new
        rivals = [similarity(old, k, new, j) for k in self.old.nearest(new.words(j))]
        rivals += [similarity(old, i, new, k) for k in self.new.nearest(old.words(i))]
        return score >= max(rivals, default=0.0) + _MARGIN


def match_moved_children(matching: Matching) -> None:
    """Match what a moved provision holds with what it held: « - et » moved with its paragraph."""
    pairs = sorted(matching.forward.items())
    kept = set(in_order(pairs, matching.old, matching.new))
    for k, (i, j) in enumerate(pairs):
        if k not in kept:
            olds = [child for child in matching.old.children(i) if matching.old_free(child)]
            news = [child for child in matching.new.children(j) if matching.new_free(child)]
            match_similar(matching, olds, news, _AMONG_CHILDREN)
