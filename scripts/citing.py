"""What the texts cite, read with the register: targets, names, doubts; and what the rules of symbols add."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scripts.catalogue import Draft, Inferred, Resolved
from scripts.checks.symbols import doubtful
from scripts.citations import infer
from scripts.citations.find import read
from scripts.citations.grammar import Grammar
from scripts.citations.resolve import Place, resolve
from scripts.citations.spell import spell
from scripts.identifiers import instrument_page
from scripts.model import Citation, Doubt, Internal, Reference, Text
from scripts.register import Register
from scripts.site.site import component_page, units

Key = tuple[str, str]
"""The name of a component and the eId of a provision or note in it."""


def of_text(
    text: Text, known: Register, draft: Draft
) -> tuple[Mapping[Key, tuple[Resolved, ...]], Mapping[Key, tuple[Doubt, ...]]]:
    """Return the citations of each provision or note of ``text``, and its doubtful places; none without."""
    cited: dict[Key, tuple[Resolved, ...]] = {}
    doubts: dict[Key, tuple[Doubt, ...]] = {}
    grammar = known.grammar(text.lang)
    for component in text.components:
        place = Place(component.name, text.components)
        for unit, _ in units(component):
            reading = read(unit.text, grammar)
            if reading.citations:
                found = (_resolved(citation, grammar, known, draft, place) for citation in reading.citations)
                cited[component.name, unit.eid] = tuple(found)
            if reading.doubts:
                doubts[component.name, unit.eid] = reading.doubts
    return cited, doubts


def _resolved(citation: Citation, grammar: Grammar, known: Register, draft: Draft, place: Place) -> Resolved:
    """Return a citation with its target; a text's own components are pages of its draft."""
    reference = citation.reference
    target = resolve(reference, known.instruments, place, grammar.lang)
    if reference.scheme == "internal" and isinstance(target, Internal):
        target = Internal(component_page(draft, target.page or place.component), target.anchor)
    slip = doubtful(reference, known.series)
    name = spell(reference, grammar)
    name = name[:1].upper() + name[1:]
    return Resolved(citation, target, slip.likely if slip else None, slip.code if slip else "", name)


def inferred(known: Register) -> Mapping[str, tuple[Inferred, ...]]:
    """Return, by the address of an act's or a session's page, the documents that the rules give it."""
    found = {name: tuple(_inferred(Reference.read(name), known)) for name in known.instruments}
    return {instrument_page(Reference.read(name)): rows for name, rows in found.items() if rows}


def _inferred(reference: Reference, known: Register) -> Iterator[Inferred]:
    """Yield what is inferred of one entry, but for what the register already attests as related to it."""
    if reference.scheme == "session":
        number, _, organ = reference.key.partition(".")
        rule, paper = "record", infer.record(int(number), organ, known.series) if number.isdigit() else None
    else:
        rule, paper = "working-paper", infer.working_paper(reference, known.series)
    attested = known.instruments[str(reference)].related
    if paper and str(paper.reference) not in attested:
        yield Inferred(paper.reference, rule)
