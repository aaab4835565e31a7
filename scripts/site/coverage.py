"""``references/coverage/``: which paragraph of which draft cites which article of the Convention.

Twice: as a list, by article (a phone, a first look), and as a matrix for each text (a wide screen). Only
one of the two is shown at a time, so that a screen reader meets one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from scripts.catalogue import Expression
from scripts.model import Component, Instrument, Provision
from scripts.site import head
from scripts.site.citations_page import draft_name, trail
from scripts.site.page import Page
from scripts.site.site import Site, View, component_page, numbered, pages_of

HERE = "references/coverage"
_Article = tuple[str, Instrument]
_Cells = Mapping[tuple[str, str], Provision]
"""By page of an article and eId of a numbered paragraph: the provision in it that cites the article."""
_Held = tuple[Expression, Component, _Cells]


def page(site: Site, lang: str) -> Page:
    """Return the table of articles by paragraph for each text held in ``lang``."""
    view = View(site, lang, HERE)
    labels = view.labels
    articles = [(page, known) for page, known in site.instruments.items() if known.kind == "article"]
    held = [each for e in site.expressions if e.lang == lang for each in _held(site, e)]
    meta = {
        "title": labels("coverage.title"),
        "description": labels("coverage.description"),
        "kind": "references",
        "assets": ["references"],
    }
    body = [
        trail(view, labels("coverage.title")),
        f"# {labels('coverage.title')} {{: #coverage }}\n",
        f"{labels('coverage.intro')}\n",
        '<div class="coverage" data-pagefind-ignore>',
        '<div class="narrow">',
        *(_by_article(view, article, held) for article in articles),
        '</div>\n<div class="wide">',
        *(_matrix(view, each, articles) for each in held),
        "</div>\n</div>\n",
    ]
    return Page(lang, HERE, meta, "\n".join(body))


def _held(site: Site, expression: Expression) -> Iterator[_Held]:
    """Yield the work's own component, and the others that cite an article, each with what it cites."""
    own = site.work(expression.draft).text
    for component in sorted(expression.text.components, key=lambda one: one.name != own):
        cells = _cells(expression, component)
        if numbered(component) and (cells or component.name == own):
            yield expression, component, cells


def _cells(expression: Expression, component: Component) -> _Cells:
    found: dict[tuple[str, str], Provision] = {}
    for paragraph in numbered(component):
        for unit in paragraph.walk():
            for resolved in expression.citations.get((component.name, unit.eid), ()):
                if resolved.citation.reference.scheme == "convention":
                    for page in pages_of(resolved):
                        found.setdefault((page, paragraph.eid), unit)
    return found


def _name(view: View, each: _Held) -> str:
    expression, component, _ = each
    return draft_name(view, expression, f", {escape(head.component_name(view, component.name))}")


def _link(view: View, each: _Held, unit: Provision) -> str:
    expression, component, _ = each
    return view.url(component_page(expression.draft, component.name), unit.anchor)


def _by_article(view: View, article: _Article, held: Sequence[_Held]) -> str:
    """Return one article with the paragraphs that cite it, text by text (HTML)."""
    page, known = article
    rows = []
    for each in held:
        _, component, cells = each
        citing = [(p, cells[page, p.eid]) for p in numbered(component) if (page, p.eid) in cells]
        links = [
            f'<a href="{_link(view, each, unit)}" aria-label="{_cell(view, unit, p, known)}">'
            f"§ {escape(_num(unit, p))}</a>"
            for p, unit in citing
        ]
        if links:
            rows.append(f"<dt>{_name(view, each)}</dt><dd>{' '.join(links)}</dd>")
    body = f"<dl>{''.join(rows)}</dl>" if rows else f"<p>{view.say('coverage.none')}</p>"
    return f"<section><h2>{_article(view, article)}</h2>{body}</section>\n"


def _num(unit: Provision, paragraph: Provision) -> str:
    return unit.num if unit.num and unit.num[0].isdigit() else paragraph.num


def _cell(view: View, unit: Provision, paragraph: Provision, known: Instrument) -> str:
    return view.say("coverage.cell", num=_num(unit, paragraph), name=known.names[view.lang])


def _article(view: View, article: _Article) -> str:
    page, known = article
    subject = escape(known.subject.get(view.lang, ""))
    name = f'<a href="{view.url(page)}">{escape(known.names[view.lang])}</a>'
    return f'{name} <span class="subject">{subject}</span>'


def _matrix(view: View, each: _Held, articles: Sequence[_Article]) -> str:
    """Return the matrix of one text (HTML): the articles down, its numbered paragraphs across."""
    expression, component, _ = each
    columns = "".join(
        f'<th scope="col"><span class="sr">§ </span>{escape(p.num)}</th>' for p in numbered(component)
    )
    rows = "".join(_row(view, each, article) for article in articles)
    label = escape(f"{expression.draft.names[view.lang]}, {head.component_name(view, component.name)}")
    anchor = f"matrix-{expression.draft.id}-{component.name}"
    return (
        f'<h2 id="{anchor}">{_name(view, each)}</h2>\n'
        f'<div class="matrix" tabindex="0" role="region" aria-label="{label}"><table>'
        f"<caption>{view.say('coverage.caption', text=label)}</caption>"
        f'<thead><tr><th scope="col">{view.say("coverage.corner")}</th>{columns}'
        f'<th scope="col">{view.say("coverage.sum")}</th></tr></thead><tbody>{rows}</tbody></table></div>\n'
    )


def _row(view: View, each: _Held, article: _Article) -> str:
    _, component, found = each
    page, known = article
    cells, number = [], 0
    for paragraph in numbered(component):
        unit = found.get((page, paragraph.eid))
        if unit is None:
            cells.append("<td></td>")
            continue
        number += 1
        label = _cell(view, unit, paragraph, known)
        cells.append(f'<td><a href="{_link(view, each, unit)}" aria-label="{label}">●</a></td>')
    return f'<tr><th scope="row">{_article(view, article)}</th>{"".join(cells)}<td>{number}</td></tr>'
