"""The errata of a draft, on its page: what was put right in the file, and what is shown as printed."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from scripts.catalogue import Draft, Erratum, Expression
from scripts.model import Provision
from scripts.site.head import component_name
from scripts.site.site import View, component_page


def of_draft(view: View, draft: Draft) -> Iterator[str]:
    """Yield the list of the errata of ``draft`` in the language of the page; nothing where none is known."""
    expression = view.site.expression(draft, view.lang)
    if expression is None or not expression.errata:
        return
    yield f"## {view.labels('errata.title')} {{: #errata }}\n"
    yield f"{view.labels('errata.intro')}\n"
    rows = "".join(_row(view, expression, erratum) for erratum in expression.errata)
    yield f'<ul class="errata">{rows}</ul>\n'


def _row(view: View, expression: Expression, erratum: Erratum) -> str:
    words = view.say(f"errata.{erratum.kind}", words=erratum.words, reads=erratum.reads)
    reason = escape(erratum.reason[view.lang])
    return f"<li>{_place(view, expression, erratum)} <span>{words}</span> <small>{reason}</small></li>"


def _place(view: View, expression: Expression, erratum: Erratum) -> str:
    component = expression.text.component(erratum.component)
    name = component_name(view, component.name)
    address = component_page(expression.draft, component.name)
    for unit in component.walk():
        if unit.eid == erratum.provision:
            return _link(view.url(address, unit.anchor), f"{name}, {_number(unit)}")
    note = next(note for note in component.notes if note.eid == erratum.provision)
    return _link(view.url(address, note.anchor), f"{name}, {view.labels('note.call', num=note.num)}")


def _link(address: str, name: str) -> str:
    return f'<a href="{address}">{escape(name)}</a>'


def _number(unit: Provision) -> str:
    return f"§ {unit.num}" if unit.num else unit.text[:24]
