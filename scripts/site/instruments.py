"""The page of each entry of the register: names, facts, a summary of ours, the official link, cited by."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from scripts.identifiers import instrument_page
from scripts.model import Instrument, Internal, Reference
from scripts.site import citing, head, markdown
from scripts.site.page import Page
from scripts.site.site import Occurrence, Site, View


def page(site: Site, lang: str, address: str, known: Instrument) -> Page:
    """Return the page of ``known`` in ``lang``; ``address`` is where it stands below the language."""
    view = View(site, lang, address)
    subject = known.subject.get(lang, "")
    title = f"{known.names[lang]} — {subject}" if subject else known.names[lang]
    meta = {
        "title": title,
        "description": head.description(known.summary.get(lang) or title),
        "kind": known.kind,
    }
    body = [
        _trail(view, known),
        f"# {markdown.escape(known.names[lang])} {{: #{known.kind} }}\n",
        f"{markdown.escape(subject, opening=True)}\n{{: .subject }}\n" if subject else "",
        *_summary(view, known),
        *_facts(view, known),
        *_articles(view, known),
        *_cited(view, address),
        *_related(view, known),
        *_inferred(view, address),
    ]
    return Page(lang, address, meta, "\n".join(body))


def _trail(view: View, known: Instrument) -> str:
    register = f'<a href="{view.url("references/index")}">{view.say("register.title")}</a>'
    here = f'<span aria-current="page">{escape(known.names[view.lang])}</span>'
    all_of_kind = view.url("references/index", f"kind-{known.kind}")
    kind = f'<a href="{all_of_kind}">{view.say(f"kind.{known.kind}")}</a>'
    label = view.say("trail.label")
    return (
        f'<nav class="trail" aria-label="{label}"><ol><li>{register}</li>'
        f"<li>{kind}</li><li>{here}</li></ol></nav>\n"
    )


def _articles(view: View, known: Instrument) -> Iterator[str]:
    """Yield, on the Convention's own page, its articles with their subjects."""
    if known.kind != "convention":
        return
    yield f"## {view.labels('kind.article')} {{: #articles }}\n"
    rows = []
    for page, article in view.site.instruments.items():
        if article.kind == "article":
            name = f'<a href="{view.url(page)}">{escape(article.names[view.lang])}</a>'
            rows.append(f'<li>{name} <span class="subject">{escape(article.subject[view.lang])}</span></li>')
    yield f'<ul class="register">{"".join(rows)}</ul>\n'


def _summary(view: View, known: Instrument) -> Iterator[str]:
    if not known.summary.get(view.lang):
        return
    yield f"{markdown.escape(known.summary[view.lang], opening=True)}\n{{: .summary }}\n"
    yield f"{view.labels('summary.ours')}\n{{: .ours }}\n"


def _facts(view: View, known: Instrument) -> Iterator[str]:
    labels = view.labels
    yield f"## {labels('instrument.facts')} {{: #facts }}\n"
    rows = [
        (
            labels("instrument.name_in", language=labels(f"language.{lang}")),
            f'<span lang="{lang}">{escape(name)}</span>',
        )
        for lang, name in known.names.items()
    ]
    if known.date:
        rows.append((labels("instrument.date"), escape(labels.date(known.date))))
    if known.session:
        rows.append((labels("instrument.session"), _link(view, f"session:{known.session}", known.session)))
    rows.append((labels("instrument.official"), _official(view, known)))
    if known.inferred:
        rows.append((labels("instrument.basis"), view.say("instrument.inferred")))
    yield '<dl class="facts">' + "".join(f"<dt>{escape(k)}</dt><dd>{v}</dd>" for k, v in rows) + "</dl>\n"
    if known.facts:
        yield "".join(f"- {markdown.escape(fact[view.lang], opening=True)}\n" for fact in known.facts) + "\n"


def _official(view: View, known: Instrument) -> str:
    address = known.url.get(view.lang) or next(iter(known.url.values()), "")
    if not address:
        return view.say("instrument.no_url")
    return f'<a class="external" rel="external" href="{escape(address)}">{escape(address)}</a>'


def _link(view: View, reference: str, words: str) -> str:
    there = instrument_page(Reference.read(reference))
    known = view.site.instruments.get(there)
    if known is None:
        return f'{escape(words)} <span class="badge badge-absent">{view.say("inferred.missing")}</span>'
    return f'<a href="{view.url(there)}">{escape(known.names[view.lang])}</a>'


def _cited(view: View, address: str) -> Iterator[str]:
    found = view.site.cited_by.get((view.lang, address), ())
    yield f"## {view.labels('cited.title')} {{: #cited-by }}\n"
    if found:
        yield f"{view.labels('cited.count', n=len(found))}\n{{: .count }}\n"
    whole = [occurrence for occurrence in found if not _anchor(occurrence)]
    if whole or not found:
        yield citing.cited_by(view, whole)
    for anchor in dict.fromkeys(_anchor(occurrence) for occurrence in found):
        if anchor:
            fragment = next(o for o in found if _anchor(o) == anchor).resolved.citation.reference.fragment
            form = "paragraph.names" if "-" in fragment else "paragraph.name"
            yield f"### {view.labels(form, num=fragment.replace('-', '–'))} {{: #{anchor} }}\n"
            yield citing.cited_by(view, (o for o in found if _anchor(o) == anchor))


def _anchor(occurrence: Occurrence) -> str:
    target = occurrence.resolved.target
    return target.anchor if isinstance(target, Internal) else ""


def _related(view: View, known: Instrument) -> Iterator[str]:
    if not known.related:
        return
    yield f"## {view.labels('instrument.related')} {{: #related }}\n"
    links = (_link(view, reference, Reference.read(reference).key) for reference in known.related)
    yield '<ul class="related">' + "".join(f"<li>{link}</li>" for link in links) + "</ul>\n"


def _inferred(view: View, address: str) -> Iterator[str]:
    """Yield what the rules of symbols give without a source: an act's working paper, a session's record."""
    rows = view.site.inferred.get(address, ())
    if not rows:
        return
    yield f"## {view.labels('inferred.title')} {{: #inferred }}\n"
    yield f"{view.labels('inferred.intro')}\n{{: .ours }}\n"
    items = "".join(
        f"<li>{view.say(f'inferred.{row.rule}')} {_link(view, str(row.reference), row.reference.key)}</li>"
        for row in rows
    )
    yield f'<ul class="inferred-papers">{items}</ul>\n'
