"""Which drafts can be compared: the list of a work's comparisons, and the ways to them."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from scripts.catalogue import Draft, Work
from scripts.site import head
from scripts.site.compare_page import index_page, ordered_pairs, pair_page, remark
from scripts.site.page import Page
from scripts.site.site import Site, View, draft_page


def index(site: Site, lang: str, work: Work) -> Page:
    """Return the list of all comparisons of ``work``; drafts without text are named as such."""
    view = View(site, lang, index_page(work))
    title = view.labels("compare.index_title")
    meta = {
        "title": f"{title} — {work.short[lang]}",
        "description": head.description(view.labels("compare.index_description", work=work.names[lang])),
        "kind": "compare",
        "assets": ["compare"],
    }
    rows = "".join(_index_row(view, old, new) for old, new in ordered_pairs(site, work))
    columns = ("old", "new", "changes", "pages")
    heads = "".join(f'<th scope="col">{view.say(f"compare.column.{name}")}</th>' for name in columns)
    table = f'<table class="comparisons"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>\n'
    absent = [draft for draft in site.manifest.drafts_of(work) if not draft.held]
    names = "".join(
        f'<li><a href="{view.url(draft_page(draft))}">{escape(draft.names[lang])}</a> '
        f'<span class="badge badge-absent">{view.say("draft.not_held")}</span></li>'
        for draft in absent
    )
    body = [
        f"# {title} {{: #compare }}\n",
        f"{work.names[lang]}\n{{: .subject }}\n",
        table if rows else f"{view.labels('compare.index_none')}\n",
        f"## {view.labels('compare.index_absent')} {{: #absent }}\n\n<ul>{names}</ul>\n" if absent else "",
    ]
    return Page(lang, view.here, meta, "\n".join(body))


def _index_row(view: View, old: Draft, new: Draft) -> str:
    comparison = view.site.comparison(old, new, view.lang)
    if comparison is None:
        changes = view.say("draft.absent_here")
    else:
        changes = view.say("compare.changes", n=comparison.count)
    links = "".join(
        f'<li><a href="{view.url(pair_page(old, new, name))}">{view.say(f"compare.page.{name}")}</a></li>'
        for name in ("index", "bilingual", "correspondence")
    )
    cells = "".join(
        f"<td>{escape(draft.names[view.lang])} {_badge(view, draft)}</td>" for draft in (old, new)
    )
    return f"<tr>{cells}<td>{changes}</td><td><ul>{links}</ul></td></tr>"


def _badge(view: View, draft: Draft) -> str:
    expression = view.site.expression(draft, view.lang)
    words = remark(view.labels, expression) if expression else ""
    if expression is None or not words:
        return ""
    return f'<span class="badge badge-{expression.held.status}">{escape(words)}</span>'


def ways_to(view: View, draft: Draft) -> Iterator[str]:
    """Yield the section on a draft's page that leads to its comparisons; nothing where there is none."""
    work = view.site.work(draft)
    pairs = [pair for pair in ordered_pairs(view.site, work) if draft in pair]
    if not pairs:
        return
    yield f"## {view.labels('compare.open')} {{: #compare }}\n"
    rows = (
        f'<li><a href="{view.url(pair_page(old, new))}">'
        f"{view.say('compare.became', old=old.names[view.lang], new=new.names[view.lang])}</a></li>"
        for old, new in pairs
    )
    yield f"<ul>{''.join(rows)}</ul>\n"
