"""Headings and openings whose words changed wholly, told by what stands under them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from scripts.comparison.matching import Matching
from scripts.comparison.side import Side

_SHARE = 0.5  # of the children of both that must be matched to each other


def match_by_context(matching: Matching) -> None:
    """Match a free heading or chapeau with the one that stands over the same provisions.

    « Rôle de la société civile » may become « Participation citoyenne »: over the same paragraphs
    it is the same heading, changed. So is a paragraph whose subparagraphs stayed.
    """
    olds, _ = matching.free()
    old_heads, new_heads = _heads(matching.old), _heads(matching.new)
    for i in olds:
        if matching.old.head(i):
            under = [matching.forward[k] for k in _under(old_heads, i) if k in matching.forward]
            _match_most(matching, i, [new_heads[j] for j in under])
        elif len(matching.old.children(i)) > 1:
            _match_chapeau(matching, i)


def _heads(side: Side) -> list[int]:
    """Return, for each provision, the heading that it stands under, -1 before the first one."""
    heads, last = [], -1
    for index in range(len(side)):
        heads.append(last)
        last = index if side.head(index) else last
    return heads


def _under(heads: Sequence[int], head: int) -> Iterator[int]:
    """Yield what stands under ``head`` before the next heading."""
    below = head + 1
    while below < len(heads) and heads[below] == head:
        yield below
        below += 1


def _match_most(matching: Matching, i: int, heads: Sequence[int]) -> None:
    """Match the heading ``i`` with the one over most of what stood under it, if that is free."""
    for j, votes in Counter(heads).most_common(1):
        if j >= 0 and 2 * votes > len(heads) and matching.allowed(i, j):
            matching.match(i, j)


def _match_chapeau(matching: Matching, i: int) -> None:
    children = matching.old.children(i)
    became = [matching.new.parent(matching.forward[k]) for k in children if k in matching.forward]
    for j in sorted(set(became) - {-1}):
        share = 2 * became.count(j) / (len(children) + len(matching.new.children(j)))
        if share >= _SHARE and matching.allowed(i, j) and matching.new.head(j) == matching.old.head(i):
            matching.match(i, j)
            return
