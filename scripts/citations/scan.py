"""One reading of one text: what the productions share, and the values they hand each other."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from scripts.citations.context import Context
from scripts.citations.grammar import Grammar
from scripts.citations.terminals import Terminals
from scripts.model import Reference


@dataclass(frozen=True, slots=True)
class Found:
    """A citation in the view's offsets."""

    start: int
    end: int
    reference: Reference


@dataclass(frozen=True, slots=True)
class Unsure:
    """A span that may cite one of ``candidates``: a finding, not a citation."""

    start: int
    end: int
    candidates: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a production found, and where it stopped."""

    found: tuple[Found, ...]
    end: int


@dataclass(slots=True)
class Scan:
    """The text as viewed, the grammar, what was named before in the sentence, and the doubts so far."""

    text: str
    grammar: Grammar
    context: Context
    unsure: list[Unsure] = field(default_factory=list)

    @property
    def at(self) -> Terminals:
        """The terminals of the language."""
        return self.grammar.at

    def doubt(self, start: int, end: int, *candidates: Reference) -> None:
        """Note that the span may cite one of the candidates."""
        self.unsure.append(Unsure(start, end, candidates))


def within(reference: Reference, path: str) -> Reference:
    """Return the part of ``reference`` at ``path``: an article's level or an act's paragraph.

    >>> str(within(Reference("convention", "art6"), "2.b"))
    'convention:art6.2.b'
    >>> str(within(Reference("decision", "7.IGC/5"), "3-7"))
    'decision:7.IGC/5#3-7'
    """
    if reference.scheme.startswith("convention"):
        return replace(reference, key=f"{reference.key}.{path}")
    if reference.scheme == "external":
        return reference
    return replace(reference, fragment=f"{reference.fragment}.{path}" if reference.fragment else path)
