"""Two languages of a draft side by side, ready for the checks that compare them."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from scripts.catalogue import Expression
from scripts.checks.spots import Spot
from scripts.checks.twins import Signs, Twins, twins
from scripts.checks.words import CheckWords
from scripts.model import Citation, Component

_LONG_ENOUGH = 60


@dataclass(frozen=True, slots=True)
class Side:
    """One language: its text with citations, and the words to check it with."""

    expression: Expression
    words: CheckWords

    @property
    def lang(self) -> str:
        """The language of the text."""
        return self.words.lang

    def citations(self, spot: Spot) -> tuple[Citation, ...]:
        """Return the citations of a provision or note."""
        return tuple(r.citation for r in self.expression.citations.get((spot.component, spot.unit.eid), ()))


@dataclass(frozen=True, slots=True)
class Pair:
    """A component in two languages: what a finding shows is the second, set against the first."""

    first: Side
    second: Side
    twins: Twins
    ratio: float
    """How long the second language is, compared with the first: the median of all provisions."""


def pair_of(name: str, first: Side, second: Side) -> Pair:
    """Return a component of both languages with its twins. Raises KeyError where one lacks it."""
    one, other = first.expression.text.component(name), second.expression.text.component(name)
    ratio = _ratio(one, other)
    signs = _signs(first, name), _signs(second, name)
    return Pair(first, second, twins(one, other, signs, ratio), ratio)


def _ratio(one: Component, other: Component) -> float:
    lengths = {provision.eid: len(provision.text) for provision in other.walk()}
    ratios: Sequence[float] = [
        lengths[provision.eid] / len(provision.text)
        for provision in one.walk()
        if len(provision.text) >= _LONG_ENOUGH and lengths.get(provision.eid)
    ]
    return statistics.median(ratios) if ratios else 1.0


def _signs(side: Side, component: str) -> Signs:
    return {
        eid: frozenset(str(resolved.citation.reference) for resolved in found)
        for (name, eid), found in side.expression.citations.items()
        if name == component
    }
