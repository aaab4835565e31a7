"""``references/review/<draft>/``: the running text with each citation marked by its state.

The words are the text's own (law 5): the signs of the states come from the style sheet, and each mark
leads to the row of the list that says the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from scripts.catalogue import Draft, Expression
from scripts.model import Component, Kind, Note, Provision
from scripts.site import head
from scripts.site.cited import Listed, State, of_expression
from scripts.site.page import Page
from scripts.site.site import Site, View, component_page, units

_LIST = "references/citations"
_Marks = Mapping[tuple[str, str], Sequence[Listed]]


def review_page(draft: Draft) -> str:
    """Return the address of a draft's review."""
    return f"references/review/{draft.id}"


def page(site: Site, lang: str, draft: Draft) -> Page:
    """Return the review of ``draft`` in ``lang``; where its text is not held, the word that it is not."""
    view = View(site, lang, review_page(draft))
    expression = site.expression(draft, lang)
    name = view.labels("review.title", draft=draft.names[lang])
    meta: dict[str, object] = {
        "title": name,
        "description": head.description(view.labels("review.description", draft=draft.names[lang])),
        "kind": "references",
        "assets": ["references"],
    }
    body = [_trail(view, draft), f"# {name} {{: #review }}\n"]
    if expression is None:
        body.append(f"{view.labels('draft.absent_here')}\n{{: .absent }}\n")
        return Page(lang, view.here, meta, "\n".join(body))
    listed = tuple(of_expression(site, expression))
    body += [
        head.banner(view, expression),
        f"{view.labels('review.intro')}\n",
        _legend(view, listed),
        '<div class="review" data-pagefind-ignore>',
        *_components(view, expression, listed),
        "</div>\n",
    ]
    shown = {
        "draft": draft.id,
        "draft_name": draft.names[lang],
        "status": expression.held.status,
        "status_text": head.status(view, expression),
    }
    return Page(lang, view.here, {**meta, **shown}, "\n".join(body))


def _trail(view: View, draft: Draft) -> str:
    steps = (("references/index", "register.title"), (_LIST, "citations.title"))
    links = "".join(f'<li><a href="{view.url(page)}">{view.say(words)}</a></li>' for page, words in steps)
    here = f'<li><span aria-current="page">{escape(draft.names[view.lang])}</span></li>'
    return f'<nav class="trail" aria-label="{view.say("trail.label")}"><ol>{links}{here}</ol></nav>\n'


def _legend(view: View, listed: Iterable[Listed]) -> str:
    """Return each state with its sign, what it means and how often it occurs (HTML)."""
    number = Counter(row.state for row in listed)
    rows = "".join(
        f'<div><dt id="state-{state}"><span class="state state-{state}">'
        f"{view.say(f'citations.state.{state}')}</span> "
        f'<span class="count">{number[state]}</span></dt>'
        f"<dd>{view.say(f'citations.meaning.{state}')}</dd></div>"
        for state in State
    )
    return f'<dl class="legend">{rows}</dl>\n'


def _components(view: View, expression: Expression, listed: Sequence[Listed]) -> Iterator[str]:
    marks: dict[tuple[str, str], list[Listed]] = {}
    for row in listed:
        marks.setdefault((row.place.component, row.place.unit.eid), []).append(row)
    for component in expression.text.components:
        address = view.url(component_page(expression.draft, component.name))
        name = f'<a href="{address}">{escape(head.component_name(view, component.name))}</a>'
        yield f'<section><h2 id="{component.name}">{name}</h2>'
        for unit, _ in units(component):
            yield _unit(view, expression, component, unit, marks)
        yield "</section>"


def _unit(
    view: View, expression: Expression, component: Component, unit: Provision | Note, marks: _Marks
) -> str:
    """Return a provision or note as one paragraph (HTML), its label the way to the reading page."""
    key = f"{expression.lang}:{expression.draft.id}:{component.name}:{unit.eid}"
    label = escape(unit.label or ("" if isinstance(unit, Note) else unit.num))
    if label:
        address = view.url(component_page(expression.draft, component.name), unit.anchor)
        label = f'<a class="label" href="{address}">{label}</a> '
    kind = "note" if isinstance(unit, Note) else unit.kind.value
    strong = kind in (Kind.TITLE, Kind.HEADING)
    words = marked(view, unit.text, marks.get((component.name, unit.eid), ()))
    if strong:
        words = f"<strong>{words}</strong>"
    return f'<p class="{kind}">{label}<span data-provision="{escape(key)}">{words}</span></p>'


def marked(view: View, text: str, rows: Sequence[Listed]) -> str:
    """Return ``text`` as HTML with each citation a mark that leads to its row in the list."""
    out, at = [], 0
    for row in rows:
        if row.start < at:
            continue
        link = view.url(_LIST, row.id)
        out.append(escape(text[at : row.start]))
        out.append(
            f'<a class="cite state-{row.state}" href="{link}" aria-describedby="state-{row.state}">'
            f"{escape(text[row.start : row.end])}</a>"
        )
        at = row.end
    out.append(escape(text[at:]))
    return "".join(out)
