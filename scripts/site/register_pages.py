"""The references section: the whole register, the coverage matrix, and what could not be resolved."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from scripts.catalogue import Expression
from scripts.model import Component, Instrument, Internal, Provision, Unknown
from scripts.site import citing, head
from scripts.site.page import Page
from scripts.site.site import Occurrence, Place, Site, View, component_page, numbered, sentence, units

KINDS = ("article", "decision", "resolution", "gc-resolution", "document", "session", "external")


def page(site: Site, lang: str) -> Page:
    """Return the references page of ``lang``."""
    view = View(site, lang, "references/index")
    labels = view.labels
    meta = {
        "title": labels("register.title"),
        "description": labels("register.description"),
        "kind": "references",
    }
    body = [
        f"# {labels('register.title')} {{: #references }}\n",
        f"{labels('register.intro')}\n",
        f"## {labels('unresolved.title')} {{: #unresolved }}\n",
        *_unresolved(view),
        f"## {labels('coverage.title')} {{: #coverage }}\n",
        f"{labels('coverage.intro')}\n",
        *_coverage(view),
        *_register(view),
    ]
    return Page(lang, view.here, meta, "\n".join(body))


def _register(view: View) -> Iterator[str]:
    for kind in dict.fromkeys((*KINDS, *(known.kind for known in view.site.instruments.values()))):
        entries = [(page, known) for page, known in view.site.instruments.items() if known.kind == kind]
        if entries:
            yield f"## {view.labels(f'kind.{kind}')} {{: #kind-{kind} }}\n"
            rows = "".join(_entry(view, page, known) for page, known in entries)
            yield f'<ul class="register">{rows}</ul>\n'


def _entry(view: View, page: str, known: Instrument) -> str:
    subject = escape(known.subject.get(view.lang, ""))
    count = len(view.site.cited_by.get((view.lang, page), ()))
    cited = f' <span class="count">{view.say("cited.count", n=count)}</span>' if count else ""
    name = f'<a href="{view.url(page)}">{escape(known.names[view.lang])}</a>'
    return f'<li>{name} <span class="subject">{subject}</span>{cited}</li>'


def _unresolved(view: View) -> Iterator[str]:
    rows = []
    for expression in view.site.expressions:
        if expression.lang != view.lang:
            continue
        for component in expression.text.components:
            for unit, top in units(component):
                for resolved in expression.citations.get((component.name, unit.eid), ()):
                    if isinstance(resolved.target, Unknown):
                        words = sentence(unit.text, resolved.citation.start, resolved.citation.end)
                        place = Place(expression.draft, component.name, unit, top)
                        rows.append(Occurrence(place, expression.lang, resolved, words))
    yield f"{view.labels('unresolved.intro')}\n"
    yield citing.cited_by(view, rows) if rows else f"{view.labels('unresolved.none')}\n"


def _coverage(view: View) -> Iterator[str]:
    """Yield the matrix: the articles down, the numbered paragraphs of each work across."""
    articles = [(page, known) for page, known in view.site.instruments.items() if known.kind == "article"]
    for expression in view.site.expressions:
        work = view.site.work(expression.draft)
        if expression.lang == view.lang and articles:
            component = expression.text.component(work.text)
            yield _matrix(view, expression, component, articles)


def _matrix(
    view: View, expression: Expression, component: Component, articles: list[tuple[str, Instrument]]
) -> str:
    paragraphs = numbered(component)
    name = escape(f"{head.component_name(view, component.name)}, {expression.draft.names[view.lang]}")
    columns = "".join(f'<th scope="col">{escape(paragraph.num)}</th>' for paragraph in paragraphs)
    rows = "".join(_matrix_row(view, expression, component, article) for article in articles)
    corner = view.say("coverage.corner")
    return (
        f'<div class="matrix" tabindex="0" role="region" aria-label="{name}"><table><caption>{name}</caption>'
        f"<thead><tr><th>{corner}</th>{columns}</tr></thead><tbody>{rows}</tbody></table></div>\n"
    )


def _matrix_row(
    view: View, expression: Expression, component: Component, article: tuple[str, Instrument]
) -> str:
    page, known = article
    cells = []
    for paragraph in numbered(component):
        unit = _citing(expression, component, paragraph, page)
        if unit is None:
            cells.append("<td></td>")
            continue
        address = view.url(component_page(expression.draft, component.name), unit.anchor)
        label = view.say("coverage.cell", num=unit.num or paragraph.num, name=known.names[view.lang])
        cells.append(f'<td><a href="{address}" aria-label="{label}">●</a></td>')
    subject = escape(known.subject.get(view.lang, ""))
    name = f'<a href="{view.url(page)}">{escape(known.names[view.lang])}</a>'
    head_cell = f'{name} <span class="subject">{subject}</span>'
    return f'<tr><th scope="row">{head_cell}</th>{"".join(cells)}</tr>'


def _citing(
    expression: Expression, component: Component, paragraph: Provision, page: str
) -> Provision | None:
    for unit in paragraph.walk():
        for resolved in expression.citations.get((component.name, unit.eid), ()):
            if isinstance(resolved.target, Internal) and resolved.target.page == page:
                return unit
    return None
