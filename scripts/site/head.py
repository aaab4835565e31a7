"""What stands at the top of every page of a text: its status, its symbol, and the way around."""

from __future__ import annotations

from html import escape

from scripts.catalogue import Draft, Expression
from scripts.model import Component, Kind, Provision
from scripts.site.site import View, component_page, draft_page


def component_name(view: View, component: str) -> str:
    """Return the name of a component: « Annexe »; « Annexe 2 » for ``annex-2``."""
    kind, _, num = component.partition("-")
    words = view.labels(f"component.{kind}")
    return f"{words} {num.upper()}" if num else words


def component_title(view: View, expression: Expression, component: Component) -> str:
    """Return the title printed on a component, or its name and the document's symbol."""
    titles = [front.text for front in component.front if front.kind is Kind.TITLE]
    if titles:
        return titles[-1]
    name = component_name(view, component.name)
    return f"{name} {expression.draft.symbol}".strip()


def status(view: View, expression: Expression) -> str:
    """Return the sentence that says what the text shown is: official, a translation of ours, an exercise."""
    language = view.labels(f"language.{expression.lang}")
    return view.labels(f"status.{expression.held.status}", language=language, symbol=expression.draft.symbol)


def banner(view: View, expression: Expression) -> str:
    """Return the status line of a page (HTML): the draft's stage and date, the language's status."""
    draft = expression.draft
    stage = view.labels(f"stage.{draft.stage}")
    parts = [f'<strong class="stage">{escape(stage)}</strong>']
    parts += [f'<span class="symbol">{escape(draft.symbol)}</span>'] if draft.symbol else []
    parts.append(f'<span class="date">{escape(view.labels.date(draft.date))}</span>')
    what = f'<span class="what">{" · ".join(parts)}</span>'
    state = f'<span class="status">{escape(status(view, expression))}</span>'
    return f'<p class="banner banner-{expression.held.status}">{what} {state}</p>\n'


def trail(view: View, draft: Draft, component: str = "", last: str = "") -> str:
    """Return the way here as links (HTML): work › draft › component › paragraph."""
    work = view.site.work(draft)
    steps = [(work.short[view.lang], f"{work.id}/index"), (draft.names[view.lang], draft_page(draft))]
    if component:
        steps.append((component_name(view, component), component_page(draft, component)))
    if not last:
        last, _ = steps.pop()
    links = [f'<a href="{view.url(page)}">{escape(words)}</a>' for words, page in steps]
    links.append(f'<span aria-current="page">{escape(last)}</span>')
    row = "".join(f"<li>{link}</li>" for link in links)
    return f'<nav class="trail" aria-label="{view.say("trail.label")}"><ol>{row}</ol></nav>\n'


def description(text: str, most: int = 155) -> str:
    """Return the opening of ``text`` for a search engine: whole words, at most ``most`` characters."""
    if len(text) <= most:
        return text
    return text[: text.rfind(" ", 0, most)].rstrip(" ,;:") + " …"


def paragraph_name(view: View, paragraph: Provision) -> str:
    """Return « Paragraphe 13 »."""
    return view.labels("paragraph.name", num=paragraph.num)


def meta(view: View, expression: Expression, component: Component) -> dict[str, object]:
    """Return what the head of a page of a text says of it: for print, search filters and citation."""
    return {
        "draft": expression.draft.id,
        "draft_name": expression.draft.names[view.lang],
        "symbol": expression.draft.symbol,
        "date": view.labels.date(expression.draft.date),
        "component": component_name(view, component.name),
        "status": expression.held.status,
        "status_text": status(view, expression),
    }
