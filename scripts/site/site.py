"""What every page is made from: the catalogue, the texts, the register, and who cites what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape

from scripts.catalogue import Annotation, Draft, Expression, Inferred, Manifest, Resolved, Work
from scripts.comparison.force import ForceWords
from scripts.identifiers import instrument_page, members
from scripts.model import Component, Instrument, Internal, Kind, Note, Provision
from scripts.site import page
from scripts.site.compared import Comparison
from scripts.site.force_table_rows import ForceTable
from scripts.site.labels import Labels

# « … (Résolution 38 C/56) ; » ends at its stop; « para. 305-348 » and « 9.IGC 7 » do not end a sentence
_SENTENCE_END = re.compile(
    r"(?<=[.;:!?])(?<!\bpara\.)(?<!\bparas\.)(?<!\bart\.)(?<!\bp\.)\s+(?=[^\W\d_a-zà-ÿœ])"
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a provision or note stands: draft, component and the numbered paragraph that holds it."""

    draft: Draft
    component: str
    unit: Provision | Note
    top: Provision | None

    @property
    def reading_page(self) -> str:
        """The address of the component's reading page."""
        return component_page(self.draft, self.component)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One citation of an instrument: where it stands and the sentence it stands in."""

    place: Place
    lang: str
    resolved: Resolved
    sentence: str


@dataclass(frozen=True, slots=True)
class Site:
    """The values all pages share. ``cited_by`` maps a page's address to its occurrences, per language."""

    manifest: Manifest
    expressions: tuple[Expression, ...]
    instruments: Mapping[str, Instrument]  # by page address
    labels: Mapping[str, Labels]
    annotations: tuple[Annotation, ...] = ()
    cited_by: Mapping[tuple[str, str], tuple[Occurrence, ...]] = field(default_factory=dict)
    comparisons: tuple[Comparison, ...] = ()
    force: Mapping[str, ForceWords] = field(default_factory=dict)  # the operative verbs, by language
    forces: tuple[ForceTable, ...] = ()
    inferred: Mapping[str, tuple[Inferred, ...]] = field(default_factory=dict)  # by page address

    def comparison(self, old: Draft, new: Draft, lang: str) -> Comparison | None:
        """Return both drafts compared in ``lang``, or None where one of the texts is not held."""
        wanted = (old.id, new.id, lang)
        found = (c for c in self.comparisons if (c.old.draft.id, c.new.draft.id, c.lang) == wanted)
        return next(found, None)

    def expression(self, draft: Draft, lang: str) -> Expression | None:
        """Return the text of ``draft`` in ``lang``, or None where it is not held."""
        return next((e for e in self.expressions if e.draft == draft and e.lang == lang), None)

    def of_draft(self, draft: Draft) -> tuple[Expression, ...]:
        """Return the texts of ``draft``, in the order of the manifest's languages."""
        found = (self.expression(draft, lang) for lang in self.manifest.languages)
        return tuple(expression for expression in found if expression)

    def work(self, draft: Draft) -> Work:
        """Return the work that ``draft`` is a state of."""
        return next(work for work in self.manifest.works if work.id == draft.work)


@dataclass(frozen=True, slots=True)
class View:
    """A page being made: the site, the language it is in, its address below that language."""

    site: Site
    lang: str
    here: str

    @property
    def labels(self) -> Labels:
        """The words of the page's language."""
        return self.site.labels[self.lang]

    def url(self, there: str, anchor: str = "") -> str:
        """Return the web address of another page from here, ready for an HTML attribute."""
        return escape(page.url(self.here, there, anchor))

    def say(self, key: str, **values: object) -> str:
        """Return words of the page's language, ready for HTML."""
        return escape(self.labels(key, **values))


def draft_page(draft: Draft) -> str:
    """Return the address of a draft's page."""
    return f"{draft.work}/{draft.id}/index"


def component_page(draft: Draft, component: str) -> str:
    """Return the address of a component's reading page."""
    return f"{draft.work}/{draft.id}/{component}/index"


def text_page(site: Site, lang: str, draft: Draft) -> str:
    """Return where a draft is read in ``lang``: its text, or the draft's page where it is not held."""
    work = site.work(draft)
    return component_page(draft, work.text) if site.expression(draft, lang) else draft_page(draft)


def paragraph_page(draft: Draft, component: str, paragraph: Provision) -> str:
    """Return the address of a numbered paragraph's own page."""
    return f"{draft.work}/{draft.id}/{component}/{paragraph.anchor.removeprefix('p')}"


def provision_key(expression: Expression, component: str, unit: Provision | Note) -> str:
    """Return the value of ``data-provision``, by which a page is held against the text (law 5)."""
    return f"{expression.lang}:{expression.draft.id}:{component}:{unit.eid}"


def provision_at(site: Site, lang: str, address: str, anchor: str) -> tuple[str, Provision] | None:
    """Return the provision at a place of a reading page, with its key; None where there is none."""
    for expression in site.expressions:
        for component in expression.text.components if expression.lang == lang else ():
            if component_page(expression.draft, component.name) == address:
                found = (unit for unit in component.walk() if unit.anchor == anchor)
                return next(((provision_key(expression, component.name, unit), unit) for unit in found), None)
    return None


def numbered(component: Component) -> tuple[Provision, ...]:
    """Return the numbered paragraphs of a component: each has a page of its own."""
    return tuple(p for p in component.provisions if p.kind is Kind.PARAGRAPH and p.num)


def sections(component: Component) -> dict[str, Provision | None]:
    """Return, by eId of each provision at the top level, the heading it stands under (None: none)."""
    found: dict[str, Provision | None] = {}
    heading = None
    for provision in component.provisions:
        if provision.kind is Kind.HEADING:
            heading = provision
        found[provision.eid] = heading
    return found


def units(component: Component) -> Iterator[tuple[Provision | Note, Provision | None]]:
    """Yield every provision and note with the numbered paragraph that holds it (None outside of one)."""
    for provision in (*component.front, *component.provisions):
        top = provision if provision.kind is Kind.PARAGRAPH and provision.num else None
        for unit in provision.walk():
            yield unit, top
    for note in component.notes:
        called = (
            p for p in component.provisions if any(note.num == c.num for q in p.walk() for c in q.calls)
        )
        yield note, next(called, None)


def sentence(text: str, start: int, end: int) -> str:
    """Return the sentence of ``text`` that holds the span ``start:end``."""
    first, last = sentence_span(text, start, end)
    return text[first:last]


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence that holds the span ``start:end`` begins and ends."""
    first, last = 0, len(text)
    for stop in _SENTENCE_END.finditer(text):
        if stop.end() <= start:
            first = stop.end()
        elif stop.start() >= end:
            last = stop.start()
            break
    return first, last


def pages_of(resolved: Resolved) -> tuple[str, ...]:
    """Return the addresses that a citation leads to: « articles 11 à 17 » to seven pages."""
    if not isinstance(resolved.target, Internal):
        return ()
    held = members(resolved.citation.reference)
    return (resolved.target.page,) if len(held) == 1 else tuple(instrument_page(one) for one in held)


def who_cites(expressions: tuple[Expression, ...]) -> dict[tuple[str, str], tuple[Occurrence, ...]]:
    """Return, by language and page address, every citation that leads there."""
    found: dict[tuple[str, str], list[Occurrence]] = {}
    for expression in expressions:
        for component in expression.text.components:
            for unit, top in units(component):
                place = Place(expression.draft, component.name, unit, top)
                for resolved in expression.citations.get((component.name, unit.eid), ()):
                    words = sentence(unit.text, resolved.citation.start, resolved.citation.end)
                    occurrence = Occurrence(place, expression.lang, resolved, words)
                    for address in pages_of(resolved):
                        found.setdefault((expression.lang, address), []).append(occurrence)
    return {key: tuple(occurrences) for key, occurrences in found.items()}
