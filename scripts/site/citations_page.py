"""``references/citations/``: each citation of the texts held, with its state and filters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

from scripts.catalogue import Expression
from scripts.identifiers import instrument_page
from scripts.model import External, Internal, Reference
from scripts.site import citing, head, rests
from scripts.site.cited import OTHER, Listed, State, of_expression
from scripts.site.page import Page
from scripts.site.review import review_page
from scripts.site.site import Site, View, sentence

HERE = "references/citations"
KINDS = (
    *("article", "decision", "resolution", "gc-resolution", "ex-decision"),
    *("document", "external", "internal", OTHER),
)
_Group = tuple[Expression, tuple[Listed, ...]]


def page(site: Site, lang: str) -> Page:
    """Return the list of the citations of the texts held in ``lang``."""
    view = View(site, lang, HERE)
    labels = view.labels
    groups = [(e, tuple(of_expression(site, e))) for e in site.expressions if e.lang == lang]
    meta = {
        "title": labels("citations.title"),
        "description": labels("citations.description"),
        "kind": "references",
        "assets": ["references"],
    }
    csv = f'<a href="{view.url("references/index")}citations.csv" download>{view.say("citations.csv")}</a>'
    body = [
        trail(view, labels("citations.title")),
        f"# {labels('citations.title')} {{: #citations }}\n",
        f"{labels('citations.intro')}\n",
        counts(view, groups),
        f'<p class="files">{csv}</p>\n',
        '<div class="citations" data-pagefind-ignore>',
        _filters(view, groups),
        *(_section(view, group) for group in groups),
        "</div>\n",
    ]
    return Page(lang, HERE, meta, "\n".join(body))


def trail(view: View, here: str) -> str:
    """Return the way here as links (HTML): references › this page."""
    index = f'<a href="{view.url("references/index")}">{view.say("register.title")}</a>'
    return (
        f'<nav class="trail" aria-label="{view.say("trail.label")}"><ol><li>{index}</li>'
        f'<li><span aria-current="page">{escape(here)}</span></li></ol></nav>\n'
    )


def badge(view: View, state: State) -> str:
    """Return the name of a state with its sign (HTML)."""
    return f'<span class="state state-{state}">{view.say(f"citations.state.{state}")}</span>'


def counts(view: View, groups: Sequence[_Group]) -> str:
    """Return how many citations of each text are in which state (HTML), each number the way to the first."""
    heads = "".join(f'<th scope="col">{badge(view, state)}</th>' for state in State)
    total = view.say("citations.total")
    rows = "".join(_count_row(view, group) for group in groups)
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{view.say("citations.counts")}">'
        f'<table class="counts"><caption>{view.say("citations.counts")}</caption>'
        f'<thead><tr><th scope="col">{view.say("citations.by_draft")}</th>{heads}'
        f'<th scope="col">{total}</th></tr></thead><tbody>{rows}</tbody></table></div>\n'
    )


def _count_row(view: View, group: _Group) -> str:
    expression, rows = group
    number = Counter(row.state for row in rows)
    first = {row.state: row.id for row in reversed(rows)}
    cells = (
        f'<td><a href="{view.url(HERE, first[state])}" data-only="{state}">{number[state]}</a></td>'
        if number[state]
        else "<td>0</td>"
        for state in State
    )
    name = f'<a href="{view.url(HERE, section_id(expression))}">{draft_name(view, expression)}</a>'
    return f'<tr><th scope="row">{name}</th>{"".join(cells)}<td>{len(rows)}</td></tr>'


def draft_name(view: View, expression: Expression, after: str = "") -> str:
    """Return the name of a draft, ``after`` it, and the status of its text (HTML)."""
    words = view.labels.words.get(f"compare.remark.{expression.held.status}", "")
    mark = f'<span class="badge badge-{expression.held.status}">{escape(words)}</span>' if words else ""
    return f"{escape(expression.draft.names[view.lang])}{after} {mark}".rstrip()


def section_id(expression: Expression) -> str:
    """Return the anchor of a draft's citations."""
    return f"draft-{expression.draft.id}"


def _filters(view: View, groups: Sequence[_Group]) -> str:
    """Return the choices (HTML): plain radio buttons, which the style sheet obeys without a script.

    The choice of a draft needs the script, which shows it; without, the table above leads to each draft.
    """
    listed = [row for _, rows in groups for row in rows]
    drafts = [(section_id(e), escape(e.draft.names[view.lang])) for e, _ in groups]
    states = [state.value for state in State if any(row.state is state for row in listed)]
    kinds = [kind for kind in KINDS if any(row.kind == kind for row in listed)]
    kinds += sorted({row.kind for row in listed} - set(KINDS))
    return (
        '<form class="filters" autocomplete="off">'
        + _choice(view, "state", [(state, view.say(f"citations.state.{state}")) for state in states])
        + _choice(view, "kind", [(kind, _kind_name(view, kind)) for kind in kinds])
        + _choice(view, "draft", drafts).replace("<fieldset>", "<fieldset hidden>")
        + f'<p class="shown" role="status" hidden data-shown="{view.say("citations.shown")}"></p></form>\n'
    )


def _kind_name(view: View, kind: str) -> str:
    own = f"citations.kind.{kind}"
    return view.say(own if own in view.labels.words else f"kind.{kind}")


def _choice(view: View, name: str, values: Iterable[tuple[str, str]]) -> str:
    rows = "".join(
        f'<label><input type="radio" name="{name}" value="{value}"'
        f"{'' if value else ' checked'}> {words}</label>"
        for value, words in [("", view.say("citations.all")), *values]
    )
    return f"<fieldset><legend>{view.say(f'citations.by_{name}')}</legend>{rows}</fieldset>"


def _section(view: View, group: _Group) -> str:
    expression, rows = group
    review = view.url(review_page(expression.draft))
    items = "".join(item(view, row) for row in rows)
    return (
        f'<section><h2 id="{section_id(expression)}">{draft_name(view, expression)}</h2>'
        f"{head.banner(view, expression).strip()}"
        f'<p><a href="{review}">{view.say("citations.review")}</a></p>'
        f'<ol class="citation-list">{items}</ol></section>\n'
    )


def item(view: View, row: Listed) -> str:
    """Return a citation as an entry of a list (HTML): its place, its sentence, its state and target."""
    where = view.url(row.place.reading_page, row.place.unit.anchor)
    place = escape(citing.place_name(view, row.place))
    return (
        f'<li id="{row.id}" data-state="{row.state}" data-kind="{row.kind}">'
        f'<p class="where"><a href="{where}">{place}</a></p>'
        f"<blockquote><p>{_quoted(row)}</p></blockquote>"
        f'<p class="what">{badge(view, row.state)} {_target(view, row)}</p></li>\n'
    )


def _quoted(row: Listed) -> str:
    """Return the sentence with the citation marked (HTML)."""
    text = row.place.unit.text
    words = sentence(text, row.start, row.end)
    first = text.index(words, max(0, row.start - len(words)))
    start, end = row.start - first, row.end - first
    return f"{escape(words[:start])}<mark>{escape(words[start:end])}</mark>{escape(words[end:])}"


def _target(view: View, row: Listed) -> str:
    """Return what is cited (HTML): its name as a link where it leads somewhere, its canonical form."""
    if row.resolved is None:
        if not row.candidates:
            return view.say("citations.no_candidate")
        names = view.labels.enumerate(f"<code>{escape(str(one))}</code>" for one in row.candidates)
        return f"{view.say('citations.candidates')} {names}"
    name = escape(rests.name(view, row.resolved))
    match row.resolved.target:
        case Internal(page, anchor):
            name = f'<a href="{view.url(page, anchor)}">{name}</a>'
        case External(address):
            name = f'<a class="external" href="{escape(address)}">{name}</a>'
    code = f"<code>{escape(row.target)}</code>"
    return f"{name} {code}{_likely(view, row.resolved.likely)}"


def _likely(view: View, likely: Reference | None) -> str:
    if likely is None:
        return ""
    there = instrument_page(likely)
    known = view.site.instruments.get(there)
    words = f'<a href="{view.url(there)}">{escape(known.names[view.lang])}</a>' if known else likely.key
    return f' <span class="likely">{view.say("rests.likely")} {words}</span>'
