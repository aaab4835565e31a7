"""Who cites a page, how a paragraph is cited, and the references inside our own notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from html import escape

from markdown import Markdown

from scripts.catalogue import Annotation, Draft
from scripts.errors import CorpusError
from scripts.identifiers import instrument_page
from scripts.model import Note, Provision, Reference
from scripts.site import head
from scripts.site.page import href, url
from scripts.site.site import Occurrence, Place, View, component_page

_NOTE_LINK = re.compile(r"\(ref:([^)\s]+)\)")
_Way = Callable[[str, str, str], str]


def cited_by(view: View, occurrences: Iterable[Occurrence]) -> str:
    """Return the list of places that cite something (HTML): the paragraph, the draft, the sentence."""
    rows = "".join(_occurrence(view, occurrence) for occurrence in occurrences)
    return f'<ol class="cited-by">{rows}</ol>\n' if rows else f"<p>{view.say('cited.none')}</p>\n"


def _occurrence(view: View, occurrence: Occurrence) -> str:
    place = occurrence.place
    address = view.url(place.reading_page, place.unit.anchor)
    where = f'<a href="{address}">{escape(place_name(view, place))}</a>'
    draft = escape(place.draft.names[view.lang])
    quoted = _marked(occurrence)
    return (
        f'<li><p class="where">{where} <span class="draft">{draft}</span></p>'
        f'<blockquote lang="{occurrence.lang}"><p>{quoted}</p></blockquote></li>'
    )


def _marked(occurrence: Occurrence) -> str:
    text, words = occurrence.place.unit.text, occurrence.sentence
    citation = occurrence.resolved.citation
    first = text.index(words, max(0, citation.start - len(words)))
    start, end = citation.start - first, citation.end - first
    return f"{escape(words[:start])}<mark>{escape(words[start:end])}</mark>{escape(words[end:])}"


def place_name(view: View, place: Place) -> str:
    """Return « Annexe, § 21.2 », « Document de travail, note 1 », « Annexe, § 13.5, 3e tiret »."""
    component = head.component_name(view, place.component)
    if isinstance(place.unit, Note):
        return view.labels("place.note", component=component, num=place.unit.num)
    return unit_name(view, component, place.unit, place.top)


def unit_name(view: View, component: str, unit: Provision, top: Provision | None) -> str:
    """Return the name of a provision in its component, for a person."""
    if unit.num and unit.anchor.startswith("p") and unit.anchor.count("-i") == 0:
        return view.labels("place.paragraph", component=component, num=unit.num)
    if top is not None:
        return view.labels("place.paragraph", component=component, num=top.num)
    return component


def of_paragraph(view: View, draft: Draft, component: str, paragraph: Provision) -> Iterator[str]:
    """Yield the section that says which provisions cite this paragraph (with its subparagraphs)."""
    page = component_page(draft, component)
    anchors = {unit.anchor for unit in paragraph.walk()}
    found = [
        occurrence
        for occurrence in view.site.cited_by.get((view.lang, page), ())
        if getattr(occurrence.resolved.target, "anchor", "") in anchors
    ]
    yield f"## {view.labels('cited.title')} {{: #cited-by }}\n"
    yield cited_by(view, found)


def annotation_markdown(view: View, annotation: Annotation) -> str:
    """Return a note of ours with its ``ref:`` links made links. Raises CorpusError for a broken one."""
    return _linked(view, annotation, href) + "\n"


def annotation_html(view: View, annotation: Annotation) -> str:
    """Return the same note as HTML, for a place where Markdown is not read."""
    return Markdown().convert(_linked(view, annotation, url))


def _linked(view: View, annotation: Annotation, way: _Way) -> str:
    def link(found: re.Match[str]) -> str:
        return f"({_address(view, annotation, found[1], way)})"

    return _NOTE_LINK.sub(link, annotation.text[view.lang])


def _address(view: View, annotation: Annotation, words: str, way: _Way) -> str:
    component, mark, eid = words.partition("#")
    if ":" in component:
        page = instrument_page(Reference.read(words))
        if page in view.site.instruments:
            return way(view.here, page, "")
    elif mark:
        for expression in view.site.expressions:
            for held in expression.text.components:
                for unit in held.walk():
                    if (expression.draft.id, held.name, unit.eid) == (annotation.draft, component, eid):
                        return way(view.here, component_page(expression.draft, component), unit.anchor)
    raise CorpusError(
        "an annotation refers to something that is not there",
        "source_texts/annotations",
        words=f"{annotation.provision}: ref:{words}",
        action="name an entry of the register (ref:decision:9.IGC/7) or a provision (ref:annex#para_13)",
    )
