"""References that lead nowhere: a paragraph that is not in the text, an instrument the register lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scripts.catalogue import Resolved
from scripts.checks import symbols
from scripts.checks.spots import Spot
from scripts.citations.find import read
from scripts.citations.grammar import Grammar
from scripts.model import Finding, Severity, Unknown


def check(spot: Spot, resolved: Sequence[Resolved], grammar: Grammar) -> Iterator[Finding]:
    """Yield the references of a provision that are broken, break the rules of symbols, or are ambiguous."""
    yield from _broken(spot, resolved, grammar)
    line = spot.unit.lines[0] if spot.unit.lines else 0
    citations = [item.citation for item in resolved]
    where = {"component": spot.component, "eid": spot.unit.eid}
    found: Iterable[Finding] = symbols.check(citations, grammar.series, spot.place, line)
    if _may_doubt(spot.text):
        found = (*found, *symbols.ambiguous(read(spot.text, grammar).doubts, spot.place, line))
    for each in found:
        values = {**each.values, **where}
        yield Finding(each.code, each.severity, each.place, each.words, each.line, values)


def _broken(spot: Spot, resolved: Sequence[Resolved], grammar: Grammar) -> Iterator[Finding]:
    for item in resolved:
        citation = item.citation
        if not isinstance(item.target, Unknown) or symbols.doubtful(citation.reference, grammar.series):
            continue  # what breaks the rules of symbols is a finding of its own
        values = {"target": str(citation.reference), "reason": item.target.reason}
        if citation.reference.scheme == "internal":
            yield spot.finding("paragraph-not-there", Severity.ERROR, citation.surface, **values)
        else:
            yield spot.finding("reference-unknown", Severity.NOTICE, citation.surface, **values)


def _may_doubt(text: str) -> bool:
    """Tell whether a text may hold a doubtful reference at all: it has a figure, or a bracketed letter."""
    return ")" in text or any(map(str.isdigit, text))
