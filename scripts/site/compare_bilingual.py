"""The bilingual redline: a provision's changes in every language in one row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from scripts.catalogue import Draft
from scripts.comparison.bilingual import words_changed
from scripts.comparison.changes import Row, key_of
from scripts.comparison.places import PairPlace, Places
from scripts.model import Kind
from scripts.site import head
from scripts.site.compare_marks import one_column
from scripts.site.compare_names import passage
from scripts.site.compare_page import absent, heading, meta_of, pair_page, prefix, sides, title, trail, ways
from scripts.site.compare_rows import redline_key
from scripts.site.compared import Comparison, Part
from scripts.site.page import Page
from scripts.site.site import Site, View


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One component in all languages: the page's own first."""

    view: View
    comparisons: tuple[Comparison, ...]
    parts: tuple[Part, ...]


def page(site: Site, lang: str, old: Draft, new: Draft) -> Page:
    """Return the bilingual redline of two drafts, with the language of the page first."""
    view = View(site, lang, pair_page(old, new, "bilingual"))
    langs = (lang, *(other for other in site.manifest.languages if other != lang))
    found = [c for other in langs if (c := site.comparison(old, new, other))]
    name = view.labels("compare.page.bilingual")
    if len(found) < len(langs) or not found:
        return absent(view, old, new, name)
    both = (found[0].old, found[0].new)
    full = title(view.labels, *both, "bilingual")
    tables = "".join((_choices(view), *_tables(view, found)))
    body = [
        trail(view, old, new, name),
        heading(full, both, view.labels),
        sides(view, found[0]),
        ways(view, old, new, "bilingual"),
        f"{view.labels('compare.bilingual_intro')}\n",
        f'<div class="redline" data-pagefind-ignore>\n{tables}</div>\n',
    ]
    return Page(lang, view.here, meta_of(view, found[0], full), "\n".join(body))


def _language(view: View, comparison: Comparison) -> str:
    """Return the head of a language's column: its name, and what each of its two texts is worth."""
    statuses = "".join(
        f"<small>{view.say(f'compare.status.{side}', words=head.status(view, expression))}</small>"
        for side, expression in (("old", comparison.old), ("new", comparison.new))
    )
    return f'<th scope="col">{view.say(f"language.{comparison.lang}")}{statuses}</th>'


def _choices(view: View) -> str:
    rows = (("apart", "only_apart", ""), ("light", "light", " checked"))
    boxes = "".join(
        f'<label><input type="checkbox" name="{name}"{state}> {view.say(f"compare.{words}")}</label>'
        for name, words, state in rows
    )
    legend = view.say("compare.show_legend")
    return f'<form class="choices"><fieldset><legend>{legend}</legend>{boxes}</fieldset></form>\n'


def _tables(view: View, found: list[Comparison]) -> Iterator[str]:
    for part in found[0].parts:
        parts = tuple(next((p for p in c.parts if p.name == part.name), None) for c in found)
        held = tuple(part for part in parts if part is not None)
        if len(held) == len(found):
            yield _table(_Sheet(view, tuple(found), held))


def _table(sheet: _Sheet) -> str:
    view = sheet.view
    caption = escape(head.component_name(view, sheet.parts[0].name))
    langs = "".join(_language(view, comparison) for comparison in sheet.comparisons)
    rows = "".join(_rows(sheet))
    return (
        f'<table class="bilingual"><caption>{caption}</caption><thead><tr>'
        f'<th scope="col">{view.say("compare.column.place")}</th>{langs}</tr></thead>'
        f"<tbody>{rows}</tbody></table>\n"
    )


def _rows(sheet: _Sheet) -> Iterator[str]:
    """Yield a row for each provision changed in any language, under the headings of the text."""
    maps = [{key_of(row.pair): row for row in part.every if not row.departed} for part in sheet.parts]
    places = Places(sheet.parts[0].pairs)
    order = dict.fromkeys(key for found in maps for key in found)
    heading = ""
    for key in order:
        rows = [found.get(key) for found in maps]
        first = next(row for row in rows if row)
        if (first.pair.new or first.pair.old)[0].kind is Kind.HEADING:
            heading = (first.pair.new or first.pair.old)[0].text
        if any(row and row.number for row in rows):
            if heading:
                over = f'<th scope="colgroup" colspan="{len(rows) + 1}">{escape(heading)}</th>'
                yield f'<tr class="under">{over}</tr>\n'
                heading = ""
            yield _row(sheet, rows, places.of(first.pair))


def _row(sheet: _Sheet, rows: list[Row | None], place: PairPlace) -> str:
    view = sheet.view
    flag = _flag(sheet, rows)
    own = rows[0]
    name = escape(passage(view.labels, place))
    if own and own.number:
        address = view.url(pair_page(sheet.comparisons[0].old.draft, sheet.comparisons[0].new.draft))
        name = f'<a href="{address}#c{own.number}">{name}</a>'
    light = all(row is None or not row.number or row.light for row in rows)
    classes = " ".join(filter(None, ("light" if light else "", "apart" if flag else "")))
    shown = next(row for row in rows if row and row.number)
    kind = "typographic" if light else str(shown.pair.relation)
    number = view.say("compare.change_n", n=shown.number)
    what = f'<span class="kind">{number} · {view.say(f"relation.{kind}")}</span>{flag}'
    cells = "".join(_cell(sheet, index, row) for index, row in enumerate(rows))
    return f'<tr class="{classes}"><th scope="row">{name} {what}</th>{cells}</tr>\n'


def _cell(sheet: _Sheet, index: int, row: Row | None) -> str:
    comparison, part = sheet.comparisons[index], sheet.parts[index]
    lang = comparison.lang
    name = sheet.view.say(f"language.{lang}")
    if row is None:
        return f'<td data-language="{name}">{sheet.view.say("compare.otherwise")}</td>'
    key = escape(redline_key(f"{prefix(comparison)}{part.name}", row.pair))
    words = one_column(row.pair, sheet.view.site.labels[lang])
    state = "" if row.number else f'<span class="unchanged">{sheet.view.say("relation.same")}</span> '
    return f'<td data-language="{name}">{state}<span lang="{lang}" data-redline="{key}">{words}</span></td>'


def _flag(sheet: _Sheet, rows: list[Row | None]) -> str:
    """Return the flag where the languages do not change alike; typography raises none (HTML)."""
    if None in rows:
        return f' <strong class="flag">{sheet.view.say("compare.flag_otherwise")}</strong>'
    changed = [
        c.lang for c, row in zip(sheet.comparisons, rows, strict=True) if row and words_changed(row.pair)
    ]
    if not changed or len(changed) == len(rows):
        return ""
    names = sheet.view.labels.enumerate(sheet.view.labels(f"language.{lang}") for lang in changed)
    return f' <strong class="flag">{sheet.view.say("compare.flag", languages=names)}</strong>'
