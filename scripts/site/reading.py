"""The reading page: a whole component, each numbered provision a heading with its anchor."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from scripts.catalogue import Expression
from scripts.model import Component, Kind, Provision
from scripts.site import alone, beside, beside_tools, force_table, head, markdown, provisions
from scripts.site.beside import Beside
from scripts.site.page import Page
from scripts.site.provisions import Setting
from scripts.site.site import Site, View, component_page


def page(site: Site, expression: Expression, component: Component) -> Page:
    """Return the reading page of ``component`` in the language of ``expression``."""
    here = component_page(expression.draft, component.name)
    view = View(site, expression.lang, here)
    setting = Setting(view, expression, component)
    around = beside.around(setting)
    title = head.component_title(view, expression, component)
    meta = {
        "title": f"{head.component_name(view, component.name)} — {expression.draft.names[view.lang]}",
        "description": head.description(view.labels("reading.description", title=title)),
        "kind": "reading",
        "assets": ["reading"],
        **head.meta(view, expression, component),
    }
    body = [
        head.trail(view, expression.draft, component.name),
        *_front(around, title),
        force_table.way(view, expression.draft, component.name),
        *_provisions(around),
        *provisions.notes(setting, component.notes, 2, beside=True),
        alone.notes(component),
        beside_tools.foot(setting),
    ]
    return Page(view.lang, here, meta, "\n".join(body))


def _front(around: Beside, title: str) -> Iterator[str]:
    setting = around.setting
    titles = [unit for unit in setting.component.front if unit.kind is Kind.TITLE]
    for unit in titles[:-1]:
        yield _shown(setting, unit, "eyebrow")
    if titles:
        attributes = provisions.attributes(setting, titles[-1], ids=True)
        yield f"# {provisions.inline(setting, titles[-1])} {attributes}\n"
    else:
        yield f"# {markdown.escape(title)} {{: #{setting.component.name} }}\n"
    yield head.banner(setting.view, setting.expression)
    yield beside_tools.bar(setting, around.others)
    yield beside_tools.legend(setting)
    yield beside_tools.heads(setting, around.others)
    for unit in setting.component.front:
        if unit.kind is not Kind.TITLE:
            yield _shown(setting, unit, unit.kind.value)
            yield beside.of_front(around, unit)


def _shown(setting: Setting, unit: Provision, name: str) -> str:
    return f"{provisions.inline(setting, unit)}\n{provisions.attributes(setting, unit, name, ids=True)}\n"


def _provisions(around: Beside) -> Iterator[str]:
    setting, level = around.setting, 2
    for provision in setting.component.provisions:
        if provision.kind is Kind.HEADING:
            yield alone.link(setting, provision)
            attributes = provisions.attributes(setting, provision, "section", ids=True)
            yield f"## {provisions.inline(setting, provision)} {attributes}\n"
            level = 3
        else:
            yield from _paragraph(around, provision, level)


def _paragraph(around: Beside, provision: Provision, level: int) -> Iterator[str]:
    """Yield one provision: its number as a heading, its words, what stands beside it, what it holds."""
    setting = around.setting
    if provision.kind is Kind.ITEM:
        yield provisions.items(setting, (provision,))
        return
    if provision.num:
        yield number(provision, level)
    yield provisions.text(setting, provision, provision.kind.value)
    yield beside.block(around, provision)
    for kind, children in groupby(provision.children, key=lambda child: child.kind):
        if kind is Kind.ITEM:
            yield provisions.items(setting, children)
        else:
            for child in children:
                yield from _paragraph(around, child, level + 1)


def number(provision: Provision, level: int) -> str:
    """Return the number of a provision as a heading that is its own permanent link."""
    num = markdown.escape(provision.label or provision.num, opening=True)
    return f"{'#' * level} [{num}](#{provision.anchor}) {{: #{provision.anchor} .num }}\n"
