"""One language against another, provision by provision: what stands in one and not in the other.

Findings stand in the second language's file, set against the first, which is the original where one is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from scripts.checks import duties, length, tongue
from scripts.checks.figures import Figure, figures_of, unanswered
from scripts.checks.pairs import Pair, Side
from scripts.checks.spots import Spot
from scripts.checks.twins import Twin
from scripts.comparison.figures import cited_spans
from scripts.model import Finding, Provision, Severity


def check(pair: Pair) -> Iterator[Finding]:
    """Yield what differs between both languages of a component."""
    yield from _numbers(pair)
    for twin in pair.twins.both:
        yield from _levels(twin, pair)
        yield from _calls(twin, pair)
        yield from _cited(twin, pair)
        yield from _figures(twin, pair)
        yield from duties.check(twin, pair)
        yield from tongue.check(twin, pair)
    yield from length.check(pair)


def missing_component(name: str, here: Side, there: Side) -> Finding:
    """Return the finding for a component that ``there`` has and ``here`` has not."""
    values = {"here": here.lang, "there": there.lang, "component": name}
    return Finding("component-missing", Severity.ERROR, name, name, 0, values)


def _said(pair: Pair, **values: str) -> dict[str, str]:
    return {"here": pair.second.lang, "there": pair.first.lang, **values}


# -- numbers and levels -----------------------------------------------------------------------------


def _numbers(pair: Pair) -> Iterator[Finding]:
    """Yield what one language lacks, and where the numbers first lead to different provisions."""
    misplaced = list(_misplaced(pair))
    for one, other in misplaced[:1]:  # what follows stands elsewhere for the same reason
        values = _said(pair, mine=other.place, theirs=one.place)
        yield other.finding("level-differs", Severity.WARNING, **values)
    placed = {id(spot) for both in misplaced for spot in both}
    for spot in (spot for spot in pair.twins.only_first if id(spot) not in placed):
        yield _missing(spot, pair.second, pair.first)
    for spot in (spot for spot in pair.twins.only_second if id(spot) not in placed):
        yield _missing(spot, pair.first, pair.second)
    parents = set()
    for twin in pair.twins.both:
        theirs, mine = twin.first.unit.num, twin.second.unit.num
        parent = twin.first.unit.eid.rpartition("__")[0]
        if theirs != mine and parent not in parents:
            parents.add(parent)  # the numbers that follow differ for the same reason
            values = _said(pair, mine=mine or "–", theirs=theirs or "–")
            yield twin.second.finding("number-differs", Severity.ERROR, **values)


def _missing(spot: Spot, here: Side, there: Side) -> Finding:
    """Return the finding for a provision that ``here`` lacks; its line is one of the other file, so none."""
    said = {"here": here.lang, "there": there.lang}
    return replace(spot.finding("provision-missing", Severity.ERROR, **said), line=0)


def _misplaced(pair: Pair) -> Iterator[tuple[Spot, Spot]]:
    """Yield the provisions that stand in both languages at different levels: a dash that a letter now holds.

    They are as many under one paragraph in either language, in the same order.
    """
    for top, theirs in _by_paragraph(pair.twins.only_first).items():
        mine = _by_paragraph(pair.twins.only_second).get(top, [])
        if len(mine) == len(theirs):
            yield from zip(theirs, mine, strict=True)


def _by_paragraph(spots: Iterable[Spot]) -> dict[str, list[Spot]]:
    found: dict[str, list[Spot]] = {}
    for spot in spots:
        top = spot.unit.eid.partition("__")[0]
        found.setdefault(top, []).append(spot)
    return found


def _levels(twin: Twin, pair: Pair) -> Iterator[Finding]:
    one, other = twin.first.unit, twin.second.unit
    if isinstance(one, Provision) and isinstance(other, Provision) and one.kind is not other.kind:
        values = _said(pair, mine=other.kind.value, theirs=one.kind.value)
        yield twin.second.finding("level-differs", Severity.WARNING, **values)


def _calls(twin: Twin, pair: Pair) -> Iterator[Finding]:
    theirs, mine = _nums(twin.first), _nums(twin.second)
    if theirs != mine:
        values = _said(pair, mine=", ".join(mine) or "–", theirs=", ".join(theirs) or "–")
        yield twin.second.finding("note-calls-differ", Severity.WARNING, **values)


def _nums(spot: Spot) -> list[str]:
    return [call.num for call in spot.unit.calls] if isinstance(spot.unit, Provision) else []


# -- instruments and figures ------------------------------------------------------------------------


def _cited(twin: Twin, pair: Pair) -> Iterator[Finding]:
    """Yield the references that only one language makes, the shortest words that show them first."""
    theirs = {str(c.reference): c.surface for c in pair.first.citations(twin.first)}
    mine = {str(c.reference): c.surface for c in pair.second.citations(twin.second)}
    lacking, added = sorted(theirs.keys() - mine.keys()), sorted(mine.keys() - theirs.keys())
    if lacking or added:
        words = mine[added[0]] if added else ""
        values = _said(pair, mine=", ".join(added) or "–", theirs=", ".join(lacking) or "–")
        yield twin.second.finding("references-differ", Severity.WARNING, words, **values)


def _figures(twin: Twin, pair: Pair) -> Iterator[Finding]:
    theirs = _figures_of(twin.first, pair.first)
    mine = _figures_of(twin.second, pair.second)
    lacking, added = unanswered(theirs, mine), unanswered(mine, theirs)
    if lacking or added:
        words = added[0].surface if added else ""
        values = _said(pair, mine=_listed(added), theirs=_listed(lacking))
        yield twin.second.finding("figures-differ", Severity.WARNING, words, **values)


def _figures_of(spot: Spot, side: Side) -> tuple[Figure, ...]:
    return figures_of(spot.text, side.words.figures, cited_spans(side.citations(spot)))


def _listed(figures: tuple[Figure, ...]) -> str:
    return ", ".join(figure.surface for figure in figures) or "–"
