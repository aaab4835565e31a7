"""A numbered paragraph's own page: both languages in parallel, references, cited by, history, copy as."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

from scripts.catalogue import Annotation, Expression
from scripts.model import Component, Kind, Provision
from scripts.site import beside_languages, beside_tools, citing, copying, head, provisions, rests
from scripts.site.beside_languages import Others
from scripts.site.compare_history import history
from scripts.site.page import Page
from scripts.site.provisions import Setting
from scripts.site.reading import number
from scripts.site.site import Site, View, component_page, numbered, paragraph_page, sections


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One paragraph with what its page shows around it."""

    setting: Setting
    paragraph: Provision
    section: Provision | None
    before: Provision | None
    after: Provision | None
    others: Others

    @property
    def view(self) -> View:
        return self.setting.view


def pages(site: Site, expression: Expression, component: Component) -> Iterator[Page]:
    """Yield the page of each numbered paragraph of ``component``."""
    others = beside_languages.others(site, expression, component)
    paragraphs = numbered(component)
    around = (None, *paragraphs, None)  # a cover letter may have no numbered paragraph at all
    headings = sections(component)
    for last, paragraph, following in zip(around, paragraphs, around[2:], strict=False):
        here = paragraph_page(expression.draft, component.name, paragraph)
        setting = Setting(View(site, expression.lang, here), expression, component)
        yield _page(_Sheet(setting, paragraph, headings[paragraph.eid], last, following, others))


def _page(sheet: _Sheet) -> Page:
    setting, paragraph, view = sheet.setting, sheet.paragraph, sheet.view
    draft, component = setting.expression.draft, setting.component
    name = head.paragraph_name(view, paragraph)
    meta = {
        "title": f"{name} — {head.component_name(view, component.name)}, {draft.names[view.lang]}",
        "description": head.description(paragraph.text),
        "kind": "paragraph",
        "assets": ["reading"],
        **head.meta(view, setting.expression, component),
        "number": paragraph.num,
        "section": sheet.section.text if sheet.section else "",
    }
    body = [
        head.trail(view, draft, component.name, name),
        f"# {name} {{: #{paragraph.anchor}-title }}\n",
        _section(setting, sheet.section),
        head.banner(view, setting.expression),
        _neighbours(sheet),
        beside_tools.bar(setting, ()),
        beside_tools.legend(setting),
        *_parallel(sheet),
        *_rests(setting, paragraph),
        *_annotations(setting, paragraph),
        *citing.of_paragraph(view, draft, component.name, paragraph),
        *history(setting, paragraph),
        *copying.section(setting, paragraph),
        beside_tools.foot(setting),
    ]
    return Page(view.lang, view.here, meta, "\n".join(body))


def _section(setting: Setting, section: Provision | None) -> str:
    if section is None:
        return ""
    address = setting.view.url(
        component_page(setting.expression.draft, setting.component.name), section.anchor
    )
    return f'<p class="in-section"><a href="{address}">{escape(section.text)}</a></p>\n'


def _neighbours(sheet: _Sheet) -> str:
    view, draft, component = sheet.view, sheet.setting.expression.draft, sheet.setting.component.name

    def link(rel: str, other: Provision | None) -> str:
        if other is None:
            return ""
        address = view.url(paragraph_page(draft, component, other))
        return f'<a rel="{rel}" href="{address}">{view.say(f"paragraph.{rel}", num=other.num)}</a>'

    whole = f'<a href="{view.url(component_page(draft, component))}">{view.say("paragraph.in_context")}</a>'
    links = "".join((link("prev", sheet.before), whole, link("next", sheet.after)))
    return f'<nav class="neighbours" aria-label="{view.say("paragraph.around")}">{links}</nav>\n'


def _parallel(sheet: _Sheet) -> Iterator[str]:
    """Yield each unit with its other languages beside it; only the page's own language has headings."""
    setting, paragraph = sheet.setting, sheet.paragraph
    yield beside_tools.heads(setting, sheet.others)
    for unit in paragraph.walk():
        if unit.kind is Kind.ITEM:
            yield provisions.items(setting, (unit,)) if _outermost(paragraph, unit) else ""
        else:
            level = 3 if unit.kind is Kind.SUBPARAGRAPH else 2
            yield number(unit, level) if unit.num else ""
            yield provisions.text(setting, unit, unit.kind.value)
        if unit.kind is not Kind.ITEM or _outermost(paragraph, unit):
            yield from (
                beside_languages.side(setting, other, twins.get(unit.eid)) for other, twins in sheet.others
            )
    notes = provisions.called_in(setting.component, paragraph)
    yield from provisions.notes(setting, notes, 2)


def _outermost(paragraph: Provision, unit: Provision) -> bool:
    return not any(unit in parent.children for parent in paragraph.walk() if parent.kind is Kind.ITEM)


def _rests(setting: Setting, paragraph: Provision) -> Iterator[str]:
    found = [item for unit in paragraph.walk() for item in provisions.resolved(setting, unit)]
    for note in provisions.called_in(setting.component, paragraph):
        found += provisions.resolved(setting, note)
    yield f"## {setting.view.labels('rests.heading')} {{: #references }}\n"
    block = rests.listed(setting.view, found, shown=True)
    yield block or f"{setting.view.labels('rests.none')}\n"


def _annotations(setting: Setting, paragraph: Provision) -> Iterator[str]:
    view = setting.view
    mine = [a for a in view.site.annotations if _concerns(a, setting, paragraph)]
    if not mine:
        return
    yield f"## {view.labels('annotation.title')} {{: #annotations }}\n"
    for annotation in mine:
        yield '<div class="annotation" markdown="1">\n'
        yield f"{view.labels('annotation.ours')}\n{{: .ours }}\n"
        yield citing.annotation_markdown(view, annotation)
        yield "</div>\n"


def _concerns(annotation: Annotation, setting: Setting, paragraph: Provision) -> bool:
    draft, component = setting.expression.draft, setting.component.name
    return (annotation.draft, annotation.component, annotation.provision) == (
        draft.id,
        component,
        paragraph.eid,
    )
