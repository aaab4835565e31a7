"""Which provision of one text became which of the other.

From what is certain to what is likely: a person's decisions, equal texts, likeness in the gaps,
moves, splits and merges, and last what only its surroundings tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from scripts.comparison.anchors import match_ends, match_unique, match_unique_anywhere
from scripts.comparison.context import match_by_context
from scripts.comparison.gaps import match_equal_in_gaps, match_similar_in_gaps
from scripts.comparison.lexicon import Lexicon
from scripts.comparison.matching import Group
from scripts.comparison.moves import match_moved, match_moved_children
from scripts.comparison.order import mark_moved
from scripts.comparison.overrule import Overrule, start_matching
from scripts.comparison.redline import redlines
from scripts.comparison.side import Side, Vocabulary
from scripts.comparison.splits_merges import match_splits_and_merges
from scripts.errors import CorpusError
from scripts.model import Pair, Provision, Relation

_STRONG, _WEAK = 0.7, 0.4  # likeness that convinces at once, and in what is left of a gap

SEPARATOR = " "
"""What joins the texts of several provisions that were merged, or into which one was split."""


def align(
    old: Sequence[Provision],
    new: Sequence[Provision],
    lexicon: Lexicon,
    overrule: Overrule | None = None,
) -> tuple[Pair, ...]:
    """Return every provision of both texts once, in pairs, in the order of the new text.

    ``old`` and ``new`` are flattened (``Component.walk()``), each provision with its own text.
    What was deleted stands where it stood. Raises CorpusError where ``overrule`` names an eId that
    is not there.
    """
    groups = _in_order(_groups(old, new, lexicon, overrule or Overrule()))
    _hold_law(groups, len(old), len(new))
    sides = [([old[i] for i in group.old], [new[j] for j in group.new]) for group in groups]
    lines = redlines([(_joined(olds), _joined(news)) for olds, news in sides], lexicon)
    return tuple(
        Pair(_relation(group, olds, news), tuple(olds), tuple(news), line, _renumbered(olds, news))
        for group, (olds, news), line in zip(groups, sides, lines, strict=True)
    )


def _groups(
    old: Sequence[Provision], new: Sequence[Provision], lexicon: Lexicon, overrule: Overrule
) -> list[Group]:
    """Match the texts in one fixed orientation, so that swapping them swaps the answer exactly."""
    if _identity(old) > _identity(new):
        return [group.swapped() for group in _groups(new, old, lexicon, overrule.swapped())]
    vocabulary = Vocabulary(lexicon.small)
    first, second = Side(old, vocabulary), Side(new, vocabulary)
    matching = start_matching(first, second, overrule)
    match_ends(matching)
    match_unique(matching, *matching.free())
    match_equal_in_gaps(matching)
    match_unique_anywhere(matching)
    match_similar_in_gaps(matching, _STRONG)
    match_moved(matching)
    match_moved_children(matching)
    match_similar_in_gaps(matching, _WEAK)
    match_splits_and_merges(matching)
    match_by_context(matching)
    return mark_moved(list(matching.result()), first, second)


def _identity(provisions: Sequence[Provision]) -> list[tuple[str, str, str]]:
    return [(provision.text, provision.num, provision.eid) for provision in provisions]


def _in_order(groups: Sequence[Group]) -> list[Group]:
    """Sort by the new text; what was deleted stands after what it followed in the old text."""
    posts = sorted((g.old[0], g.new[0]) for g in groups if g.old and g.new and not g.moved)
    place: dict[int, float] = {}
    rank, before = 0, -1
    for index in sorted(g.old[0] for g in groups if not g.new):
        while rank < len(posts) and posts[rank][0] < index:
            before = posts[rank][1]
            rank += 1
        place[index] = before + 0.5
    return sorted(groups, key=lambda g: (g.new[0] if g.new else place[g.old[0]], g.old[:1]))


def _hold_law(groups: Sequence[Group], old: int, new: int) -> None:
    """Hold that no provision is lost and none is told twice."""
    told = ([i for group in groups for i in group.old], [j for group in groups for j in group.new])
    if sorted(told[0]) != list(range(old)) or sorted(told[1]) != list(range(new)):
        raise CorpusError("a comparison does not hold every provision once")


def _joined(provisions: Sequence[Provision]) -> str:
    return SEPARATOR.join(provision.text for provision in provisions)


def _relation(group: Group, olds: Sequence[Provision], news: Sequence[Provision]) -> Relation:
    if not olds or not news:
        return Relation.INSERTED if news else Relation.DELETED
    if len(olds) > 1 or len(news) > 1:
        return Relation.MERGED if len(olds) > 1 else Relation.SPLIT
    if olds[0].text == news[0].text:
        return Relation.MOVED if group.moved else Relation.SAME
    return Relation.MOVED_MODIFIED if group.moved else Relation.MODIFIED


def _renumbered(olds: Sequence[Provision], news: Sequence[Provision]) -> bool:
    """Tell whether the number changed; of several provisions merged or split, the first's."""
    return bool(olds and news) and olds[0].num != news[0].num
