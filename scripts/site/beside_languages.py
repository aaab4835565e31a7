"""A provision in the draft's other languages: the text to read beside it, with its status."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from html import escape

from scripts.catalogue import Expression
from scripts.model import Component, Kind, Provision
from scripts.site import head, lens, provisions
from scripts.site.provisions import Setting
from scripts.site.site import Site

Twins = Mapping[str, Provision]
"""A component's provisions in another language, by eId."""

Others = tuple[tuple[Expression, Twins], ...]
"""The draft's other languages, in the order of the manifest."""


def others(site: Site, expression: Expression, component: Component) -> Others:
    """Return the other languages of the draft, each with its provisions of ``component``."""
    return tuple(
        (other, _twins(other, component.name))
        for other in site.of_draft(expression.draft)
        if other is not expression
    )


def _twins(other: Expression, component: str) -> Twins:
    held = next((held for held in other.text.components if held.name == component), None)
    return {unit.eid: unit for unit in held.walk()} if held else {}


def side(setting: Setting, other: Expression, twin: Provision | None) -> str:
    """Return the same unit in another language, without ids or links: the text to read beside."""
    name = setting.view.say(f"language.{other.lang}")
    if twin is None:
        return f'<p class="other missing">{missing(setting, other)}</p>\n'
    status = escape(head.status(setting.view, other))
    rows = _rows(setting, other, with_items(twin))
    return (
        f'<div class="other" lang="{other.lang}" data-language="{name}" data-status="{status}">{rows}</div>\n'
    )


def folded(setting: Setting, other: Expression, twin: Provision | None) -> str:
    """Return the unit with its items as a fold beside the text, which the side-by-side view lays open."""
    name = escape(setting.view.site.labels[other.lang]("name"))
    status = escape(head.status(setting.view, other))
    held = provisions.own_units(twin) if twin else ()
    words = _rows(setting, other, held) or f'<p class="missing">{missing(setting, other)}</p>'
    text = f'<div lang="{other.lang}">{words}</div>' if held else words
    return (
        f'<details class="rest other" data-lang="{other.lang}" data-status="{status}">'
        f'<summary><span class="rest-name" lang="{other.lang}">{name}</span></summary>'
        f'<div class="rest-body"><p class="ours">{status}</p>{text}</div></details>'
    )


def missing(setting: Setting, other: Expression) -> str:
    """Return the sentence that says a provision does not exist in that language, ready for HTML."""
    return setting.view.say("parallel.missing", language=setting.view.labels(f"language.{other.lang}"))


def with_items(twin: Provision) -> tuple[Provision, ...]:
    """Return an item with all it holds; any other provision alone."""
    return tuple(twin.walk()) if twin.kind is Kind.ITEM else (twin,)


def _rows(setting: Setting, other: Expression, held: tuple[Provision, ...]) -> str:
    there = replace(setting, expression=other, ids=False)
    return "".join(_plain(there, unit) for unit in held)


def _plain(setting: Setting, unit: Provision) -> str:
    label = f'<span class="label">{escape(unit.label)}</span> ' if unit.label else ""
    words = lens.html(setting.view, setting.expression.lang, unit.text)
    return f'<p>{label}<span data-provision="{provisions.key(setting, unit)}">{words}</span></p>'
