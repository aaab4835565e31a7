"""What the changes amount to, from the pairs alone: counts, duties, references, figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scripts.comparison.duties import DutyChange, duty_changes
from scripts.comparison.figures import FigureChange, cited_spans, figure_changes, figures, read_figures
from scripts.comparison.force import ForceWords, read_force
from scripts.comparison.places import PairPlace, Places
from scripts.comparison.references import Citations, ReferenceChange, reference_changes, renumbering
from scripts.model import Op, Pair, Provision, Relation


@dataclass(frozen=True, slots=True)
class SummaryWords:
    """The operative verbs and the form of figures in one language."""

    force: ForceWords
    figures: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Summary:
    """The changes between two texts, each with its place.

    ``typographic`` are the pairs in which nothing but typography changed; they are counted among
    the modified as well.
    """

    relations: Mapping[Relation, tuple[PairPlace, ...]]
    renumbered: tuple[PairPlace, ...] = ()
    typographic: tuple[PairPlace, ...] = ()
    duties: tuple[DutyChange, ...] = ()
    references: tuple[ReferenceChange, ...] = ()
    figures: tuple[FigureChange, ...] = field(default=())


def read_summary_words(comparison: Mapping[str, Any], force: Mapping[str, Any]) -> SummaryWords:
    """Return the words that a summary needs, from ``comparison.toml`` and ``force.toml``."""
    return SummaryWords(read_force(force), read_figures(comparison))


def summarise(
    pairs: Sequence[Pair],
    words: SummaryWords,
    old_citations: Citations | None = None,
    new_citations: Citations | None = None,
) -> Summary:
    """Return what the changes of ``pairs`` amount to.

    The citations are those of either text by eId; without them no reference is gained or lost, and
    the number of a cited article counts as a figure.
    """
    cited = (old_citations or {}, new_citations or {})
    places, numbers = Places(pairs), renumbering(pairs)
    placed = [(places.of(pair), pair) for pair in pairs]
    changed = [(place, pair) for place, pair in placed if pair.relation not in _UNCHANGED]
    return Summary(
        relations={r: tuple(place for place, pair in placed if pair.relation is r) for r in Relation},
        renumbered=tuple(place for place, pair in placed if pair.renumbered),
        typographic=tuple(place for place, pair in changed if _only_typography(pair)),
        duties=tuple(d for place, pair in changed for d in duty_changes(place, pair.redline, words.force)),
        references=tuple(
            r for place, pair in placed for r in reference_changes(place, pair, *cited, numbers)
        ),
        figures=tuple(f for place, pair in changed for f in _figures(place, pair, words.figures, *cited)),
    )


def together(summaries: Sequence[Summary]) -> Summary:
    """Return one summary of several, as those of a document's components."""
    return Summary(
        relations={r: tuple(p for s in summaries for p in s.relations[r]) for r in Relation},
        renumbered=tuple(p for s in summaries for p in s.renumbered),
        typographic=tuple(p for s in summaries for p in s.typographic),
        duties=tuple(d for s in summaries for d in s.duties),
        references=tuple(r for s in summaries for r in s.references),
        figures=tuple(f for s in summaries for f in s.figures),
    )


_UNCHANGED = frozenset({Relation.SAME, Relation.MOVED})
_AMENDED = frozenset({Relation.MODIFIED, Relation.MOVED_MODIFIED})
_ONE_SIDED = frozenset({Relation.INSERTED, Relation.DELETED})


def _only_typography(pair: Pair) -> bool:
    return pair.relation in _AMENDED and all(e.light for e in pair.redline if e.op is not Op.KEPT)


def _figures(
    place: PairPlace, pair: Pair, pattern: re.Pattern[str], old: Citations, new: Citations
) -> Iterator[FigureChange]:
    if pair.relation not in _ONE_SIDED:
        before = [figure for p in pair.old for figure in _own_figures(p, pattern, old)]
        after = [figure for p in pair.new for figure in _own_figures(p, pattern, new)]
        yield from figure_changes(place, before, after)


def _own_figures(provision: Provision, pattern: re.Pattern[str], citations: Citations) -> Iterator[str]:
    return figures(provision.text, pattern, cited_spans(citations.get(provision.eid, ())))
