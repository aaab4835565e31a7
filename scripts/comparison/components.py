"""Whole documents compared: which component answers to which, each compared by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scripts.comparison.align import align
from scripts.comparison.lexicon import Lexicon
from scripts.comparison.notes import note_units
from scripts.comparison.overrule import Overrule
from scripts.model import Component, Pair, Text


@dataclass(frozen=True, slots=True)
class Compared:
    """A component of both texts, of which one may be lacking: its provisions and notes in pairs."""

    old: str
    new: str
    pairs: tuple[Pair, ...]
    notes: tuple[Pair, ...]


_NONE = Component("")


def compare_texts(old: Text, new: Text, lexicon: Lexicon) -> tuple[Compared, ...]:
    """Return all components of both texts, compared, in the order of the new text.

    Those answer to each other that share most words; what has no counterpart is all deleted or
    inserted, the deleted last.
    """
    answers = _answers(old, new)
    found = [compare_components(answers.get(c.name, _NONE), c, lexicon) for c in new.components]
    taken = {component.name for component in answers.values()}
    lost = [c for c in old.components if c.name not in taken]
    return (*found, *(compare_components(c, _NONE, lexicon) for c in lost))


def in_both(compared: Sequence[Compared]) -> tuple[Compared, ...]:
    """Return the components that both texts have; all of them where they share none.

    A revision of the annex alone deletes nothing of the working document that carried it.
    """
    return tuple(c for c in compared if c.old and c.new) or tuple(compared)


def compare_components(
    old: Component, new: Component, lexicon: Lexicon, overrule: Overrule | None = None
) -> Compared:
    """Return the provisions and notes of one component in pairs. Raises as ``align`` does."""
    pairs = align(tuple(old.walk()), tuple(new.walk()), lexicon, overrule)
    return Compared(old.name, new.name, pairs, align(note_units(old.notes), note_units(new.notes), lexicon))


def _answers(old: Text, new: Text) -> dict[str, Component]:
    """Return, by name of the new component, the old one that is most like it.

    A file that holds an annex alone must meet the annex of a whole document, whatever its name.
    """
    words_old = {c.name: _words(c) for c in old.components}
    words_new = {c.name: _words(c) for c in new.components}
    ranked = sorted(
        (
            (_overlap(words_old[a.name], words_new[b.name]), a.name == b.name, a.name, b.name)
            for a in old.components
            for b in new.components
        ),
        reverse=True,
    )
    found: dict[str, Component] = {}
    taken: set[str] = set()
    for overlap, same_name, first, second in ranked:
        if first not in taken and second not in found and (overlap > 0.2 or same_name):
            found[second] = old.component(first)
            taken.add(first)
    return found


def _words(component: Component) -> set[tuple[str, str, str]]:
    rows = (provision.text.lower().split() for provision in component.walk())
    return {triple for row in rows for triple in zip(row, row[1:], row[2:], strict=False)}


def _overlap(first: set[tuple[str, str, str]], second: set[tuple[str, str, str]]) -> float:
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0
