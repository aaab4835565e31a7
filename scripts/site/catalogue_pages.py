"""The pages of works and drafts, and what the home page shows of them."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from scripts.catalogue import Draft, Work
from scripts.identifiers import instrument_page
from scripts.model import Reference
from scripts.site import compare_index, compare_page, errata_list, force_table, head, mandate_view
from scripts.site.marks import badges
from scripts.site.page import Page
from scripts.site.site import Site, View, component_page, draft_page, numbered, text_page


def work_page(site: Site, lang: str, work: Work) -> Page:
    """Return the page of a work: its name and its drafts."""
    view = View(site, lang, f"{work.id}/index")
    meta = {"title": work.short[lang], "description": head.description(work.names[lang]), "kind": "work"}
    drafts = "".join(_state(view, draft) for draft in site.manifest.drafts_of(work))
    body = [
        f"# {work.names[lang]} {{: #work }}\n",
        f"## {view.labels('work.drafts')} {{: #drafts }}\n",
        f'<ol class="drafts">{drafts}</ol>\n',
        _comparing(view, work),
    ]
    return Page(lang, view.here, meta, "\n".join(body))


def _comparing(view: View, work: Work) -> str:
    if not compare_page.ordered_pairs(view.site, work):
        return ""
    return f'<p><a href="{view.url(compare_page.index_page(work))}">{view.say("compare.open")}</a></p>\n'


def _state(view: View, draft: Draft) -> str:
    date = f"<time>{escape(view.labels.date(draft.date))}</time>"
    name = f'<a href="{view.url(draft_page(draft))}">{escape(draft.names[view.lang])}</a>'
    return f"<li>{date} {name} {badges(view, draft)}</li>"


def page_of_draft(site: Site, lang: str, draft: Draft) -> Page:
    """Return the page of a draft: its facts, its components, or the word that its text is not held."""
    view = View(site, lang, draft_page(draft))
    work = site.work(draft)
    meta = {
        "title": f"{draft.names[lang]} — {work.short[lang]}",
        "description": head.description(draft.note.get(lang) or f"{work.names[lang]}. {draft.names[lang]}."),
        "kind": "draft",
        "draft": draft.id,
        "draft_name": draft.names[lang],
    }
    body = [
        head.trail(view, draft),
        f"# {draft.names[lang]} {{: #draft }}\n",
        f"{work.names[lang]}\n{{: .subject }}\n",
        f"<p>{badges(view, draft)}</p>\n",
        f"{draft.note[lang]}\n" if draft.note else "",
        *_components(view, draft),
        force_table.way(view, draft),
        *compare_index.ways_to(view, draft),
        mandate_view.of_draft(view, draft),
        *errata_list.of_draft(view, draft),
        *_facts(view, draft),
    ]
    return Page(lang, view.here, meta, "\n".join(body))


def _components(view: View, draft: Draft) -> Iterator[str]:
    expression = view.site.expression(draft, view.lang)
    if expression is None:
        yield f"{view.labels('draft.absent' if not draft.held else 'draft.absent_here')}\n{{: .absent }}\n"
        return
    yield f"## {view.labels('draft.components')} {{: #components }}\n"
    rows = []
    for component in expression.text.components:
        name = escape(head.component_name(view, component.name))
        title = escape(head.component_title(view, expression, component))
        count = view.say("draft.paragraphs", n=len(numbered(component)))
        address = view.url(component_page(draft, component.name))
        link = f'<a href="{address}">{name}</a>'
        rows.append(f'<li>{link} <span class="subject">{title}</span> <span>{count}</span></li>')
    yield f'<ul class="components">{"".join(rows)}</ul>\n'


def _facts(view: View, draft: Draft) -> Iterator[str]:
    labels = view.labels
    rows = [(labels("instrument.date"), escape(labels.date(draft.date)))]
    references = [f"doc:{draft.symbol}" if draft.symbol else "", draft.decision]
    references.append(f"session:{draft.session}" if draft.session else "")
    for reference in filter(None, references):
        page = instrument_page(Reference.read(reference))
        if page in view.site.instruments:
            known = view.site.instruments[page]
            link = f'<a href="{view.url(page)}">{escape(known.names[view.lang])}</a>'
            rows.append((labels(f"kind.one.{known.kind}"), link))
    address = draft.url.get(view.lang) or next(iter(draft.url.values()), "")
    if address:
        rows.append(
            (
                labels("instrument.official"),
                f'<a class="external" href="{escape(address)}">{escape(address)}</a>',
            )
        )
    for held in draft.manifestations:
        words = labels("draft.file", language=labels(f"language.{held.lang}"))
        rows.append(
            (words, f"<code>{escape(held.file)}</code> <small>SHA-256 <code>{held.sha256}</code></small>")
        )
    yield f"## {labels('instrument.facts')} {{: #facts }}\n"
    yield '<dl class="facts">' + "".join(f"<dt>{escape(k)}</dt><dd>{v}</dd>" for k, v in rows) + "</dl>\n"


def ways_in(view: View) -> str:
    """Return the ways into the site (HTML): the newest text of each work, the references, the guide."""
    cards = []
    for work in view.site.manifest.works:
        draft = view.site.manifest.latest(work)
        if draft is not None:
            page = text_page(view.site, view.lang, draft)
            cards.append((page, work.short[view.lang], draft.names[view.lang]))
        if compare_page.ordered_pairs(view.site, work):
            cards.append((compare_page.index_page(work), view.labels("compare.open"), _compared(view, work)))
        if draft is not None and force_table.table_of(view.site, draft):
            words = view.labels("force.way_words")
            cards.append((force_table.force_page(draft), view.labels("force.title"), words))
    cards.append(("index#timeline", view.labels("mandate.way"), view.labels("mandate.way_words")))
    for page in ("references", "guide"):
        cards.append((f"{page}/index", view.labels(f"way.{page}"), view.labels(f"way.{page}_words")))
    rows = (
        f'<li><a href="{view.url(*page.split("#"))}">'
        f"<strong>{escape(name)}</strong> <span>{escape(words)}</span></a></li>"
        for page, name, words in cards
    )
    return f'<ul class="ways-in">{"".join(rows)}</ul>\n'


def _compared(view: View, work: Work) -> str:
    """Return what is said of a work's comparisons: also that one side of each is an exercise, where it is."""
    words = view.labels("compare.way_words")
    if all(old.illustrative or new.illustrative for old, new in compare_page.ordered_pairs(view.site, work)):
        words += " " + view.labels("mandate.exercises")
    return words


def works(view: View) -> str:
    """Return the works with their drafts and the status of each at a glance (HTML)."""
    parts = []
    for work in view.site.manifest.works:
        drafts = "".join(_state(view, draft) for draft in view.site.manifest.drafts_of(work))
        name = f'<a href="{view.url(f"{work.id}/index")}">{escape(work.names[view.lang])}</a>'
        parts.append(
            f'<section class="work"><p class="work-name">{name}</p><ol class="drafts">{drafts}</ol></section>'
        )
    return "".join(parts) + "\n"
