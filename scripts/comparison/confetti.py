"""Kept words so few and so small, between two changes, that the change reads better without them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from scripts.comparison.kept import Match
from scripts.comparison.tokens import is_word

_MEASURE = 0.03  # what may be marked beyond the least, over a document (the figure to hold is 5 %)
_LONGEST = 3  # kept tokens in a row that may be given up
_STOPS = frozenset(".;:!?…")  # a sentence or clause ends here: what follows is another change

Words = tuple[list[str], list[str], list[Match]]
"""The words and marks of both texts, and which of them are kept."""


@dataclass(frozen=True, slots=True)
class Crumb:
    """A short run of kept tokens between two changes: where it is, what giving it up costs."""

    words: int
    tokens: int
    change: int  # size of the smaller of the two changes, negative: larger first
    text: int
    start: int
    end: int


def least_marked(words: Words) -> tuple[int, int]:
    """Return how many words, and how many words and marks of punctuation, are marked at the least."""
    old, new, matches = words
    kept_words = sum(1 for i, _ in matches if is_word(old[i]))
    least = sum(map(is_word, old)) + sum(map(is_word, new)) - 2 * kept_words
    return least, len(old) + len(new) - 2 * len(matches)


def crumbs(text: int, words: Words, small: frozenset[str]) -> Iterator[Crumb]:
    """Yield what may be given up in one text, the ``text``-th of the document.

    ``small`` are the words that say little alone. A crumb lies between two changes of which one
    at least replaces words: between two pure insertions it is no litter, it is the text.
    """
    old, new, matches = words
    fenced = [(-1, -1), *matches, (len(old), len(new))]  # both ends of the text count as kept
    for start, end in list(_runs(fenced))[1:-1]:
        here = [old[i] for i, _ in fenced[start:end]]
        if end - start > _LONGEST or not all(_slight(token, small) for token in here):
            continue
        left, right = _change(fenced[start - 1], fenced[start]), _change(fenced[end - 1], fenced[end])
        if all(left) or all(right):
            count = sum(map(is_word, here))
            size = -min(sum(left), sum(right))
            yield Crumb(2 * count, 2 * len(here), size, text, start - 1, end - 1)


def given_up(found: Iterable[Crumb], words: int, tokens: int) -> dict[int, set[int]]:
    """Return, per text, the ranks of the matches to give up: the cheapest, within the measure.

    ``words`` and ``tokens`` are what is marked at the least over the whole document.
    """
    word_measure, token_measure = int(_MEASURE * words), int(_MEASURE * tokens)
    chosen: dict[int, set[int]] = {}
    for crumb in sorted(found, key=_reluctance):
        if crumb.words <= word_measure and crumb.tokens <= token_measure:
            word_measure -= crumb.words
            token_measure -= crumb.tokens
            chosen.setdefault(crumb.text, set()).update(range(crumb.start, crumb.end))
    return chosen


def _reluctance(crumb: Crumb) -> tuple[bool, int, int, int, int]:
    """Order crumbs: words alone go first, for a comma between two changes parts what is apart."""
    return crumb.tokens > crumb.words, crumb.words, crumb.change, crumb.text, crumb.start


def _runs(matches: Sequence[Match]) -> Iterator[tuple[int, int]]:
    """Yield the runs of matches that stand together in both texts."""
    start = 0
    for k in range(1, len(matches) + 1):
        if k == len(matches) or matches[k] != (matches[k - 1][0] + 1, matches[k - 1][1] + 1):
            yield start, k
            start = k


def _slight(token: str, small: frozenset[str]) -> bool:
    if is_word(token):
        return token.lower().rstrip("'’ʼ") in small
    return token not in _STOPS


def _change(left: Match, right: Match) -> tuple[int, int]:
    """Return how many tokens are deleted and inserted between two matches."""
    return right[0] - left[0] - 1, right[1] - left[1] - 1
