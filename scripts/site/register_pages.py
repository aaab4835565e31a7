"""The references section: the register by kind, what is doubtful in the texts, and the ways to the rest."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from scripts.model import Instrument
from scripts.site import citations_page, coverage, review
from scripts.site.cited import Listed, State, of_expression
from scripts.site.page import Page
from scripts.site.site import Site, View

KINDS = (
    *("article", "decision", "resolution", "gc-resolution", "ex-decision"),
    *("document", "session", "external"),
)


def pages(site: Site, lang: str) -> Iterator[Page]:
    """Yield the pages of the references section in ``lang``."""
    yield page(site, lang)
    yield citations_page.page(site, lang)
    yield coverage.page(site, lang)
    for draft in site.manifest.drafts:
        if draft.held:
            yield review.page(site, lang, draft)


def page(site: Site, lang: str) -> Page:
    """Return the references page of ``lang``."""
    view = View(site, lang, "references/index")
    labels = view.labels
    groups = [(e, tuple(of_expression(site, e))) for e in site.expressions if e.lang == lang]
    meta = {
        "title": labels("register.title"),
        "description": labels("register.description"),
        "kind": "references",
        "assets": ["references"],
    }
    body = [
        f"# {labels('register.title')} {{: #references }}\n",
        f"{labels('register.intro')}\n",
        _ways(view),
        _kinds(view),
        f"## {labels('unresolved.title')} {{: #unresolved }}\n",
        f"{labels('unresolved.intro')}\n",
        _unresolved(view, [row for _, rows in groups for row in rows]),
        f"## {labels('coverage.title')} {{: #coverage }}\n",
        f'<p><a href="{view.url(coverage.HERE)}">{view.say("coverage.open")}</a></p>\n',
        *_register(view),
    ]
    return Page(lang, view.here, meta, "\n".join(body))


def _ways(view: View) -> str:
    """Return the ways to the other pages of the section (HTML)."""
    ways = [(citations_page.HERE, "citations"), (coverage.HERE, "coverage")]
    rows = [(page, view.say(f"{name}.title"), view.say(f"{name}.way")) for page, name in ways]
    for draft in view.site.manifest.drafts:
        if view.site.expression(draft, view.lang):
            name = escape(draft.names[view.lang])
            rows.append((review.review_page(draft), view.say("review.way_title"), name))
    items = "".join(
        f'<li><a href="{view.url(page)}"><strong>{name}</strong> <span>{words}</span></a></li>'
        for page, name, words in rows
    )
    return f'<ul class="reference-ways">{items}</ul>\n'


def _all_kinds(view: View) -> list[tuple[str, list[tuple[str, Instrument]]]]:
    entries = view.site.instruments.items()
    kinds = dict.fromkeys((*KINDS, *(known.kind for _, known in entries)))
    found = [(kind, [(page, known) for page, known in entries if known.kind == kind]) for kind in kinds]
    return [(kind, held) for kind, held in found if held]


def _kinds(view: View) -> str:
    """Return the kinds of instruments with the number of entries of each (HTML)."""
    rows = "".join(
        f'<li><a href="#kind-{kind}">{view.say(f"kind.{kind}")}</a> '
        f'<span class="count">{len(held)}</span></li>'
        for kind, held in _all_kinds(view)
    )
    return (
        f'<nav class="kinds" aria-label="{view.say("register.kinds")}">'
        f"<p>{view.say('register.kinds')}</p><ul>{rows}</ul></nav>\n"
    )


def _register(view: View) -> Iterator[str]:
    for kind, held in _all_kinds(view):
        yield f"## {view.labels(f'kind.{kind}')} {{: #kind-{kind} }}\n"
        rows = "".join(_entry(view, page, known) for page, known in held)
        yield f'<ul class="register">{rows}</ul>\n'


def _entry(view: View, page: str, known: Instrument) -> str:
    subject = escape(known.subject.get(view.lang, ""))
    count = len(view.site.cited_by.get((view.lang, page), ()))
    cited = f' <span class="count">{view.say("cited.count", n=count)}</span>' if count else ""
    name = f'<a href="{view.url(page)}">{escape(known.names[view.lang])}</a>'
    return f'<li>{name} <span class="subject">{subject}</span>{cited}</li>'


def _unresolved(view: View, listed: list[Listed]) -> str:
    """Return the citations that are unknown, ambiguous or doubtful (HTML)."""
    open_ones = [row for row in listed if row.state not in (State.RESOLVED, State.EXTERNAL)]
    if not open_ones:
        return f"{view.labels('unresolved.none')}\n"
    items = "".join(citations_page.item(view, row) for row in open_ones)
    return f'<ol class="citation-list" data-pagefind-ignore>{items}</ol>\n'
