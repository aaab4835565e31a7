"""Where a number or a symbol leads: what the search box offers first for « § 13.5 », ``9.IGC 7``.

A key is a number or symbol folded to its letters and digits (``13-5``, ``art16``, ``9igc7``,
``dce16-10igc7``), so that ways of writing it meet; ``docs/assets/search.js`` folds what is typed by the
same rules, with the same words, which are data: those of every language, for a delegate quotes either.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from scripts.model import Component, Instrument, Internal
from scripts.site import head, rests
from scripts.site.page import url
from scripts.site.site import Site, View, component_page

ARTICLE = "art"
# « cinquiemesessionordinaire… »: a name that is a sentence is searched for by its words
_SENTENCE = re.compile(r"[a-z]{9}")


@dataclass(frozen=True, slots=True)
class Words:
    """The words before a number, folded: those that say « article », and those that say nothing more."""

    article: frozenset[str]
    skip: frozenset[str]


def words(site: Site) -> Words:
    """Return the words of all languages of the site."""
    labels = site.labels.values()
    article = {fold(word) for each in labels for word in each("goto.article").split()}
    skip = {fold(word) for each in labels for word in each("goto.skip").split()}
    return Words(frozenset(article), frozenset(skip))


def fold(text: str) -> str:
    """Return ``text`` in small letters without accents: « Décision » is ``decision``."""
    parts = unicodedata.normalize("NFD", text.lower())
    return "".join(char for char in parts if not unicodedata.combining(char))


def key(text: str, known: Words) -> str:
    """Return the key of what is written: words that say nothing more left out, digits kept apart.

    >>> known = Words(frozenset({"article"}), frozenset({"decision", "paragraphe"}))
    >>> key("§ 13.5", known), key("Article 16", known), key("Décision 9.IGC 7, paragraphe 3", known)
    ('13-5', 'art16', '9igc7-3')
    """

    def said(found: re.Match[str]) -> str:
        return ARTICLE if found[0] in known.article else " " if found[0] in known.skip else found[0]

    plain = re.sub(r"[a-z]+(?:-[a-z]+)*", said, fold(text))
    return re.sub(r"[^a-z0-9-]", "", re.sub(r"(?<=\d)[^a-z0-9]+(?=\d)", "-", plain)).strip("-")


def table(site: Site, lang: str) -> dict[str, object]:
    """Return what the search box needs in ``lang``: the words, and by key the address and the name."""
    known = words(site)
    found: dict[str, list[str]] = {}
    for name, address, anchor, text in _ways(View(site, lang, "index"), known):
        found.setdefault(name, [unescape(url("index", address, anchor)), text])
    return {
        "to": site.labels[lang]("goto.to", name="{name}"),
        "article": sorted(known.article),
        "skip": sorted(known.skip),
        "keys": dict(sorted(found.items())),
    }


def _ways(view: View, known: Words) -> Iterator[tuple[str, str, str, str]]:
    """Yield key, page, anchor and name: numbered provisions of the newest drafts, then the instruments."""
    for work in view.site.manifest.works:
        draft = view.site.manifest.latest(work)
        expression = view.site.expression(draft, view.lang) if draft else None
        for component in expression.text.components if draft and expression else ():
            if draft and component.name == work.text:
                place = f"{head.component_name(view, component.name)}, {draft.names[view.lang]}"
                yield from _numbers(view, component, component_page(draft, component.name), place)
    for address, instrument in view.site.instruments.items():
        cited = dict(_cited(view, address))
        for made in (key(written, known) for written in _forms(instrument)):
            if re.search(r"\d", made) and not _SENTENCE.search(made):
                yield made, address, "", _name(view, instrument)
                for fragment, anchor in cited.items():
                    words = rests.fragment_name(view, instrument, fragment)
                    yield f"{made}-{fragment}", address, anchor, words


def _cited(view: View, address: str) -> Iterator[tuple[str, str]]:
    """Yield each cited paragraph of an instrument with its anchor on the instrument’s page."""
    for occurrence in view.site.cited_by.get((view.lang, address), ()):
        target = occurrence.resolved.target
        if isinstance(target, Internal) and target.anchor and occurrence.resolved.citation.reference.fragment:
            yield occurrence.resolved.citation.reference.fragment, target.anchor


def _numbers(view: View, component: Component, page: str, place: str) -> Iterator[tuple[str, str, str, str]]:
    for unit in component.walk():
        if unit.num and unit.num[0].isdigit() and unit.anchor.startswith("p"):
            made = key(unit.num, Words(frozenset(), frozenset()))
            yield made, page, unit.anchor, view.labels("goto.paragraph", num=unit.num, place=place)


def _forms(instrument: Instrument) -> tuple[str, ...]:
    """Return how an instrument is written: its names, and its symbol in canonical form.

    Article 25 of another convention goes by its name alone: ``art25`` is the 2005 Convention's.
    """
    scheme, _, symbol = instrument.id.partition(":")
    own = () if scheme.startswith("convention-") else (symbol,)
    return (*instrument.names.values(), *own)


def _name(view: View, instrument: Instrument) -> str:
    subject = instrument.subject.get(view.lang, "")
    return f"{instrument.names[view.lang]} — {subject}" if subject else instrument.names[view.lang]
