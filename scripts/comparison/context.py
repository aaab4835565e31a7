"""Headings and openings whose words changed wholly, told by what stands under them."""

from __future__ import annotations

from scripts.comparison.matching import Matching
from scripts.comparison.side import Side

_SHARE = 0.5  # of the children of both that must be matched to each other


def match_by_context(matching: Matching) -> None:
    """Match a free heading or chapeau with the one that stands over the same provisions.

    « Rôle de la société civile » may become « Participation citoyenne »: over the same paragraphs
    it is the same heading, changed. So is a paragraph whose subparagraphs stayed.
    """
    olds, news = matching.free()
    free_heads = [j for j in news if matching.new.head(j)]
    for i in olds:
        if matching.old.head(i):
            _match_heading(matching, i, free_heads)
        elif len(matching.old.children(i)) > 1:
            _match_chapeau(matching, i)


def _match_heading(matching: Matching, i: int, heads: list[int]) -> None:
    below = matching.forward.get(_next_body(matching.old, i), -1)
    for j in heads:
        if matching.allowed(i, j) and below >= 0 and _next_body(matching.new, j) == below:
            matching.match(i, j)
            return


def _next_body(side: Side, index: int) -> int:
    """Return the first provision under the heading, -1 where another heading follows at once."""
    following = index + 1
    return following if following < len(side) and not side.head(following) else -1


def _match_chapeau(matching: Matching, i: int) -> None:
    children = matching.old.children(i)
    became = [matching.new.parent(matching.forward[k]) for k in children if k in matching.forward]
    for j in sorted(set(became) - {-1}):
        share = 2 * became.count(j) / (len(children) + len(matching.new.children(j)))
        if share >= _SHARE and matching.allowed(i, j) and matching.new.head(j) == matching.old.head(i):
            matching.match(i, j)
            return
