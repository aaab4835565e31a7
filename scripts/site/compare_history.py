"""A paragraph through all drafts: where its text came from, where it went, what happened on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from scripts.catalogue import Draft
from scripts.comparison.changes import Row
from scripts.comparison.places import Places
from scripts.model import Kind, Provision, Relation
from scripts.site.compare_correspondence import relation_name
from scripts.site.compare_names import passage
from scripts.site.compare_page import pair_page
from scripts.site.compared import Comparison, Part
from scripts.site.provisions import Setting
from scripts.site.site import View, draft_page, paragraph_page


@dataclass(frozen=True, slots=True)
class _Passage:
    """What became of a paragraph between two drafts: the comparison, and its rows there."""

    comparison: Comparison
    part: Part
    rows: tuple[Row, ...]


def history(setting: Setting, paragraph: Provision) -> Iterator[str]:
    """Yield the section on a paragraph's page that follows it through all drafts of its work."""
    view = setting.view
    own = setting.expression.draft
    drafts = view.site.manifest.drafts_of(view.site.work(own))
    told = _told(setting, paragraph, drafts)
    yield f"## {view.labels('history.title')} {{: #history }}\n"
    rows = (_state(view, draft, own, told.get(draft.id, "")) for draft in drafts)
    yield f'<ol class="history">{"".join(rows)}</ol>\n'


def _state(view: View, draft: Draft, own: Draft, told: str) -> str:
    name = escape(draft.names[view.lang])
    date = f"<time>{escape(view.labels.date(draft.date))}</time>"
    if draft == own:
        this = f"<strong>{name}</strong> <span>{view.say('history.this')}</span>"
        return f'<li aria-current="true">{date} {this}</li>'
    link = f'<a href="{view.url(draft_page(draft))}">{name}</a>'
    state = "" if told else view.say("history.held" if draft.held else "draft.not_held")
    return f"<li>{date} {link} {f'<span>{state}</span>' if state else ''}{told}</li>"


def _told(setting: Setting, paragraph: Provision, drafts: Sequence[Draft]) -> dict[str, str]:
    """Return, by draft, what is said of the paragraph there (HTML)."""
    held = [draft for draft in drafts if setting.view.site.expression(draft, setting.view.lang)]
    units = tuple(unit.eid for unit in paragraph.walk())
    found: dict[str, str] = {}
    for chain, forward in _chains(held, setting.expression.draft):
        found.update(_followed(setting, chain, units, forward=forward))
    return found


def _chains(held: Sequence[Draft], own: Draft) -> Iterator[tuple[Sequence[Draft], bool]]:
    """Yield the drafts to follow a text through, each chain with whether it leads to newer ones.

    An exercise of ours is no step between two official drafts: it is compared by itself.
    """
    at = held.index(own)
    steps = [draft for draft in held if not draft.illustrative]
    if not own.illustrative:
        yield steps[steps.index(own) :], True
        yield steps[steps.index(own) :: -1], False
    for rank, draft in enumerate(held):
        if draft != own and (own.illustrative or draft.illustrative):
            yield (own, draft), rank > at


def _followed(
    setting: Setting, chain: Sequence[Draft], eids: Iterable[str], *, forward: bool
) -> Iterator[tuple[str, str]]:
    for before, after in pairwise(chain):
        step = _step(setting, before, after, eids, forward=forward)
        if step is None:
            yield after.id, _words(setting.view, "no_component")
            return
        yield after.id, _step_html(setting.view, step, after, forward=forward)
        eids = tuple(p.eid for row in step.rows for p in _side(row, forward=forward))
        if not eids:
            return


def _side(row: Row, *, forward: bool) -> tuple[Provision, ...]:
    return row.pair.new if forward else row.pair.old


def _step(
    setting: Setting, before: Draft, after: Draft, eids: Iterable[str], *, forward: bool
) -> _Passage | None:
    """Return the passage from one draft to its neighbour, always told from the older to the newer."""
    view = setting.view
    old, new = (before, after) if forward else (after, before)
    comparison = view.site.comparison(old, new, view.lang)
    for part in comparison.parts if comparison else ():
        if comparison and part.name == setting.component.name:
            index = part.by_old if forward else part.by_new
            rows = {index[eid].key: index[eid] for eid in eids if eid in index}
            return _Passage(comparison, part, tuple(rows.values()))
    return None


def _step_html(view: View, step: _Passage, draft: Draft, *, forward: bool) -> str:
    """Return what the step says: what the text is called there, and each change on the way to it."""
    tops = dict.fromkeys(p.eid.partition("__")[0] for row in step.rows for p in _side(row, forward=forward))
    if not tops:
        return _words(view, "gone" if forward else "nowhere", step)
    index = step.part.by_new if forward else step.part.by_old
    found = [p for eid in tops if eid in index for p in _side(index[eid], forward=forward) if p.eid == eid]
    links = view.labels.enumerate(
        f'<a href="{view.url(paragraph_page(draft, step.part.name, top))}">§ {escape(top.num)}</a>'
        for top in found
        if top.kind is Kind.PARAGRAPH and top.num
    )
    return f'<span class="there">{links}</span>{_changes(view, step)}'


def _changes(view: View, step: _Passage) -> str:
    """Return the relation of the paragraph and of what it holds, each with a link to its change."""
    rows = [row for row in step.rows if row.number and not row.shares]
    if not rows:
        renumbered = any(row.pair.renumbered for row in step.rows)
        words = view.say("relation.renumbered" if renumbered else "relation.same")
        return f'<span class="became">{words}</span>'
    places = Places(row.pair for row in step.rows)
    page = pair_page(step.comparison.old.draft, step.comparison.new.draft)
    items = "".join(
        f'<li><a href="{view.url(page, f"c{row.number}")}">'
        f"{escape(passage(view.labels, places.of(row.pair)))}</a> {view.say(relation_name(row))}</li>"
        for row in rows
    )
    return f'<ul class="became">{items}</ul>'


def _words(view: View, key: str, step: _Passage | None = None) -> str:
    words = view.say(f"compare.history.{key}")
    row = next((row for row in step.rows if row.number), None) if step else None
    if step is None or row is None or row.pair.relation not in {Relation.INSERTED, Relation.DELETED}:
        return f"<span>{words}</span>"
    page = pair_page(step.comparison.old.draft, step.comparison.new.draft)
    link = f'<a href="{view.url(page, f"c{row.number}")}">{view.say("compare.change_n", n=row.number)}</a>'
    return f"<span>{words} {link}</span>"
