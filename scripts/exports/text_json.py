"""A parsed text as JSON data (``python -m scripts parse``).

The kinds of the JSON are four, and front matter. An article is a ``heading`` that has a number and
``children``: ``num`` is its number as printed (``16``, ``premier``), ``eid`` is ``art_16``, its paragraphs
``art_16__para_1``; its ``text`` is the heading as printed, « Article 16 – Traitement préférentiel … », as
no other key would hold the word « Article ». Sections and chapters are headings without number or children.
"""

from __future__ import annotations

from typing import Any

from scripts.model import Component, Kind, Note, Provision, Text


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
    article = provision.kind is Kind.ARTICLE
    head = _head(provision) if article else ""
    return {
        "eid": provision.eid,
        "kind": Kind.HEADING.value if article else provision.kind.value,
        "num": provision.num,
        "text": (head + provision.text).rstrip(),
        "notes": [{"num": call.num, "offset": len(head) + call.offset} for call in provision.calls],
        "children": [_provision(child) for child in provision.children],
    }


def _head(article: Provision) -> str:
    """« Article 16 – », with its blank; an opening bracket of the text stands before it."""
    return f"{' '.join(article.label.split())} "


def _note(note: Note) -> dict[str, str]:
    return {"num": note.num, "text": note.text}
