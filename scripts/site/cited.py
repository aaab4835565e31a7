"""Every citation of the texts held as a row: where it stands, what it says, what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from scripts.catalogue import Expression, Resolved
from scripts.model import Doubt, Instrument, Internal, Reference, Unknown
from scripts.site.page import url
from scripts.site.site import Place, Site, units


class State(StrEnum):
    """What became of a citation. ``external``: an instrument that is none of this body's own."""

    RESOLVED = "resolved"
    EXTERNAL = "external"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"
    DOUBTFUL = "doubtful"


OTHER = "other"
"""The kind of a place whose instrument is not known at all."""
_KIND = {"convention": "article", "doc": "document"}


@dataclass(frozen=True, slots=True)
class Listed:
    """One citation, or one doubtful place (``resolved`` is then None), of one text."""

    expression: Expression
    place: Place
    start: int
    end: int
    surface: str
    state: State
    resolved: Resolved | None = None
    candidates: tuple[Reference, ...] = ()

    @property
    def id(self) -> str:
        """The anchor of its row: it lasts as long as the words before it."""
        return f"c-{self.expression.draft.id}-{self.place.component}-{self.place.unit.anchor}-{self.start}"

    @property
    def kind(self) -> str:
        """The kind of what is cited, as the register has it; for a doubtful place its first candidate's."""
        if self.resolved:
            return _kind(self.resolved.citation.reference)
        return _kind(self.candidates[0]) if self.candidates else OTHER

    @property
    def target(self) -> str:
        """What is cited, in canonical form; of a doubtful place its candidates, joined by `` | ``."""
        if self.resolved:
            return str(self.resolved.citation.reference)
        return " | ".join(str(one) for one in self.candidates)


def _kind(reference: Reference) -> str:
    scheme = reference.scheme
    return "external" if scheme.startswith("convention-") else _KIND.get(scheme, scheme)


def of_expression(site: Site, expression: Expression) -> Iterator[Listed]:
    """Yield the citations and doubtful places of a text, in the order of the text."""
    for component in expression.text.components:
        for unit, top in units(component):
            key = component.name, unit.eid
            place = Place(expression.draft, component.name, unit, top)
            rows = [_cited(site, expression, place, one) for one in expression.citations.get(key, ())]
            rows += [_doubted(expression, place, one) for one in expression.doubts.get(key, ())]
            yield from sorted(rows, key=lambda row: (row.start, row.end))


def _cited(site: Site, expression: Expression, place: Place, one: Resolved) -> Listed:
    citation = one.citation
    return Listed(expression, place, citation.start, citation.end, citation.surface, state_of(site, one), one)


def _doubted(expression: Expression, place: Place, doubt: Doubt) -> Listed:
    return Listed(
        expression,
        place,
        doubt.start,
        doubt.end,
        doubt.surface,
        State.AMBIGUOUS,
        candidates=doubt.candidates,
    )


def state_of(site: Site, one: Resolved) -> State:
    """Return what became of a citation. A symbol that breaks the rules is doubtful, wherever it leads."""
    if one.slip:
        return State.DOUBTFUL
    if isinstance(one.target, Unknown):
        return State.UNKNOWN
    entry = instrument(site, one)
    if not isinstance(one.target, Internal) or (entry and entry.kind == "external"):
        return State.EXTERNAL
    return State.RESOLVED


def instrument(site: Site, one: Resolved) -> Instrument | None:
    """Return the register's entry for the thing cited, or None."""
    return site.instruments.get(one.target.page) if isinstance(one.target, Internal) else None


HEADS = (
    *("draft", "component", "provision", "language", "surface"),
    *("target", "state", "likely", "address"),
)


def row(listed: Listed) -> tuple[str, ...]:
    """Return the cells of a row, as ``HEADS`` names them; the address is below the root of the site."""
    one, lang = listed.resolved, listed.expression.lang
    reading = url("index", listed.place.reading_page, listed.place.unit.anchor)
    return (
        listed.expression.draft.id,
        listed.place.component,
        listed.place.unit.eid,
        lang,
        listed.surface,
        listed.target,
        listed.state.value,
        str(one.likely) if one and one.likely else "",
        f"{lang}/{reading}",
    )


def rows(site: Site) -> Iterator[tuple[str, ...]]:
    """Yield the cells of every citation of the texts held."""
    for expression in site.expressions:
        for listed in of_expression(site, expression):
            yield row(listed)
