"""Where a finding stands: every provision and note of a component, with the name a person gives it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.model import Component, Finding, Kind, Note, Provision, Severity

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Spot:
    """A provision or note and its place in words: ``annex 13.5 item 2``, ``document note 3``."""

    component: str
    unit: Provision | Note
    place: str

    @property
    def text(self) -> str:
        """The words of the provision or note."""
        return self.unit.text

    def finding(self, code: str, severity: Severity, words: str = "", **values: str) -> Finding:
        """Return a finding here; without ``words`` it shows how the provision opens."""
        line = self.unit.lines[0] if self.unit.lines else 0
        where = {"component": self.component, "eid": self.unit.eid}
        return Finding(code, severity, self.place, words or opening(self.text), line, where | values)


def opening(text: str, most: int = _SHOWN) -> str:
    """Return the first words of ``text``, as they stand."""
    if len(text) <= most:
        return text
    return text[: max(text.rfind(" ", 0, most), most // 2)].rstrip()


def spots(component: Component) -> Iterator[Spot]:
    """Yield every provision of ``component`` in order, then its notes."""
    yield from _spots(component.name, component.name, (*component.front, *component.provisions))
    for note in component.notes:
        yield Spot(component.name, note, f"{component.name} note {note.num}")


def _spots(component: str, parent: str, provisions: tuple[Provision, ...]) -> Iterator[Spot]:
    ranks: Counter[Kind] = Counter()
    for provision in provisions:
        ranks[provision.kind] += 1
        place = _place(component, parent, provision, ranks[provision.kind])
        yield Spot(component, provision, place)
        yield from _spots(component, place, provision.children)


def _place(component: str, parent: str, provision: Provision, rank: int) -> str:
    """Return ``annex 13.5`` for a number of its own, else the parent's place with kind and rank."""
    if provision.num and provision.kind in (Kind.PARAGRAPH, Kind.SUBPARAGRAPH):
        return f"{component} {provision.num}"
    return f"{parent} {provision.kind.value} {provision.num or rank}"
