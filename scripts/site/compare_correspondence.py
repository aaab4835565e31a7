"""The table of correspondence: what each provision of the old text became, and what is new."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from scripts.catalogue import Draft
from scripts.comparison.changes import Row, old_ranks
from scripts.comparison.places import PairPlace, Place, Places
from scripts.model import Kind
from scripts.site import head
from scripts.site.compare_names import side_name
from scripts.site.compare_page import absent, heading, meta_of, pair_page, sides, title, trail, ways
from scripts.site.compared import Comparison, Part
from scripts.site.page import Page
from scripts.site.site import Site, View, component_page


def page(site: Site, lang: str, old: Draft, new: Draft) -> Page:
    """Return the table of correspondence of two drafts."""
    view = View(site, lang, pair_page(old, new, "correspondence"))
    comparison = site.comparison(old, new, lang)
    name = view.labels("compare.page.correspondence")
    if comparison is None:
        return absent(view, old, new, name)
    both = (comparison.old, comparison.new)
    full = title(view.labels, *both, "correspondence")
    body = [
        trail(view, old, new, name),
        heading(full, both, view.labels),
        sides(view, comparison),
        ways(view, old, new, "correspondence"),
        f"{view.labels('compare.correspondence_intro')}\n",
        f'<div class="redline" data-pagefind-ignore>\n{"".join(_tables(view, comparison))}</div>\n',
    ]
    return Page(lang, view.here, meta_of(view, comparison, full), "\n".join(body))


def placed(part: Part) -> tuple[tuple[Row, PairPlace], ...]:
    """Return the rows of a part in the order of the old text, with their places; notes come last."""
    places, notes = Places(part.pairs), Places(part.note_pairs)
    rows = [(row, places.of(row.pair)) for row in old_ranks(part.rows, part.old_order)]
    return (*rows, *((row, notes.of(row.pair)) for row in part.notes if not row.departed))


def relation_name(row: Row) -> str:
    """Return the key of the word for what became of a row's text: that of a label."""
    if row.light:
        return "relation.typographic"
    if not row.number and row.pair.renumbered:
        return "relation.renumbered"
    return f"relation.{row.pair.relation}"


def _tables(view: View, comparison: Comparison) -> Iterator[str]:
    columns = ("old", "new", "relation", "number")
    heads = "".join(f'<th scope="col">{view.say(f"compare.column.{name}")}</th>' for name in columns)
    for part in comparison.parts:
        caption = escape(head.component_name(view, part.name))
        rows = "".join(_row(view, comparison, part, row, place) for row, place in placed(part))
        yield (
            f'<table class="correspondence"><caption>{caption}</caption><thead><tr>{heads}</tr></thead>'
            f"<tbody>{rows}</tbody></table>\n"
        )


def _row(view: View, comparison: Comparison, part: Part, row: Row, place: PairPlace) -> str:
    old = _side(view, component_page(comparison.old.draft, part.old), place.old, row, "old")
    new = _side(view, component_page(comparison.new.draft, part.new), place.new, row, "new")
    link = ""
    if row.number:
        address = view.url(pair_page(comparison.old.draft, comparison.new.draft), f"c{row.number}")
        words = view.say("compare.change_n", n=row.number)
        link = f'<a href="{address}" aria-label="{words}">{row.number}</a>'
    kind = (row.pair.new or row.pair.old)[0].kind
    classes = f"is-{kind}" + (" changed" if row.number else "")
    if kind is Kind.HEADING and not row.number:
        classes += " under"
    relation = escape(view.labels(relation_name(row)))
    return f'<tr class="{classes}">{old}{new}<td>{relation}</td><td>{link}</td></tr>\n'


def _side(view: View, page: str, places: tuple[Place, ...], row: Row, side: str) -> str:
    if not places:
        return f"<td>{view.say('compare.none')}</td>"
    provisions = row.pair.old if side == "old" else row.pair.new
    links = view.labels.enumerate(
        f'<a href="{view.url(page, provision.anchor)}">{escape(side_name(view.labels, (place,)))}</a>'
        for place, provision in zip(places, provisions, strict=True)
    )
    return f"<td>{links}</td>"
