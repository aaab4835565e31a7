"""The citations of a text: a gate that leaps to candidates, a production for each kind, exact offsets.

``find`` gives what is certain, ``read`` also what is doubtful: a span that may cite one of several
things is a finding for a person, and stays plain text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from scripts.citations.acts import acts
from scripts.citations.articles import articles
from scripts.citations.context import Context
from scripts.citations.documents import documents
from scripts.citations.grammar import Grammar
from scripts.citations.passages import annex, named, passages
from scripts.citations.scan import Outcome, Scan
from scripts.citations.view import View, view
from scripts.model import Citation, Doubt, Reference

Production = Callable[[Scan, int], Outcome | None]
PRODUCTIONS: Mapping[str, Production] = {
    "articles": articles,
    "passages": passages,
    "acts": acts,
    "documents": documents,
    "annex": annex,
    "named": named,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """The citations of a text and its doubtful places, each in the order of the text."""

    citations: tuple[Citation, ...]
    doubts: tuple[Doubt, ...]


def find(text: str, grammar: Grammar) -> tuple[Citation, ...]:
    """Return the citations of ``text``, in order, none over another, each with its exact span."""
    return read(text, grammar).citations


def read(text: str, grammar: Grammar) -> Reading:
    """Return the citations of ``text`` and its doubtful places."""
    seen = view(text)
    scan = Scan(seen.text, grammar, Context(seen.text))
    citations: list[Citation] = []
    end = 0
    for candidate in grammar.gate.finditer(seen.text):
        if candidate.start() < end or candidate.lastindex is None:
            continue
        outcome = PRODUCTIONS[grammar.labels[candidate.lastindex - 1]](scan, candidate.start())
        if outcome:
            end = outcome.end
            citations += (_citation(text, seen, one.start, one.end, one.reference) for one in outcome.found)
    doubts = []
    for one in scan.unsure:
        start, stop = seen.raw(one.start, one.end)
        doubts.append(Doubt(start, stop, text[start:stop], one.candidates))
    return Reading(tuple(citations), tuple(doubts))


def _citation(text: str, seen: View, start: int, end: int, reference: Reference) -> Citation:
    start, end = seen.raw(start, end)
    return Citation(start, end, text[start:end], reference)
