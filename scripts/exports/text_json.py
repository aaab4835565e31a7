"""A parsed text as JSON data (DESIGN, section 5: ``python -m scripts parse``)."""

from __future__ import annotations

from typing import Any

from scripts.model import Component, Note, Provision, Text


def text_json(text: Text) -> dict[str, Any]:
    """Return the components, provisions and notes of ``text`` as plain values for ``json.dumps``."""
    return {"components": [_component(component) for component in text.components]}


def _component(component: Component) -> dict[str, Any]:
    return {
        "name": component.name,
        "front": [_provision(provision) for provision in component.front],
        "provisions": [_provision(provision) for provision in component.provisions],
        "notes": [_note(note) for note in component.notes],
    }


def _provision(provision: Provision) -> dict[str, Any]:
    return {
        "eid": provision.eid,
        "kind": provision.kind.value,
        "num": provision.num,
        "text": provision.text,
        "notes": [{"num": call.num, "offset": call.offset} for call in provision.calls],
        "children": [_provision(child) for child in provision.children],
    }


def _note(note: Note) -> dict[str, str]:
    return {"num": note.num, "text": note.text}
