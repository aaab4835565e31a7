"""What the program understood of a file, for a person: components, headings, counts, first words."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator

from scripts.adding.incoming import Incoming, shown
from scripts.model import Component, Kind, Text

_WIDTH = 96
_HEADINGS = 40
_ORDER = (Kind.ARTICLE, Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.ITEM, Kind.HEADING)


def of_file(incoming: Incoming, text: Text) -> str:
    """Return the outline of a text under the name, format and size of its file."""
    return outline(f"{incoming.name}: {incoming.form.value}, {_size(len(incoming.data))}", text)


def outline(title: str, text: Text) -> str:
    """Return the outline of a text: its components, each with its headings, counts, first and last words."""
    rows = [title]
    for component in text.components:
        rows += [f"  {component.name}: {_counts(component)}", *_headings(component), *_ends(component)]
    apart = len(text.furniture.lines)
    if apart:
        rows.append(f"  set apart as no part of the text (page numbers, heads, feet): {_many(apart, 'line')}")
    return "\n".join(rows)


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(1, round(count / 1e3))} kB"


def _counts(component: Component) -> str:
    units = [unit for top in component.provisions for unit in top.walk()]
    found = Counter(unit.kind for unit in units)
    parts = [_many(found[kind], kind.value) + _spread(component, kind) for kind in _ORDER if found[kind]]
    parts += [_many(len(component.notes), "note")] if component.notes else []
    return ", ".join(parts) or "nothing but its title"


def _spread(component: Component, kind: Kind) -> str:
    """Return the first and the last number of the provisions that stand by themselves."""
    numbers = [unit.num for unit in component.provisions if unit.kind is kind and unit.num]
    return f" ({numbers[0]} to {numbers[-1]})" if len(numbers) > 1 else ""


def _many(count: int, word: str) -> str:
    return f"{count} {word}{'s' if count > 1 else ''}"


def _headings(component: Component) -> Iterator[str]:
    heads = [p for p in component.provisions if p.kind in (Kind.HEADING, Kind.ARTICLE)]
    for head in heads[:_HEADINGS]:
        yield _cut(f"    § {head.label} {head.text}" if head.kind is Kind.ARTICLE else f"    § {head.text}")
    if len(heads) > _HEADINGS:
        yield f"    … and {len(heads) - _HEADINGS} more"


def _ends(component: Component) -> Iterator[str]:
    """Yield the first and the last words: is the text whole?"""
    units = [unit for unit in component.walk() if unit.text]
    if units:
        yield _cut(f"    begins  {units[0].label} {units[0].text}")
        yield _cut(f"    ends    {units[-1].label} {units[-1].text}")


def _cut(row: str) -> str:
    lead = row[: len(row) - len(row.lstrip())]
    return lead + textwrap.shorten(shown(row), _WIDTH - len(lead), placeholder=" …")
