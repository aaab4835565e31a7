"""Changed in one language only, between two drafts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from scripts.checks import pairs
from scripts.checks.spots import Spot
from scripts.comparison.bilingual import words_changed
from scripts.model import Finding, Op, Pair, Relation, Severity

_STILL = frozenset({Relation.SAME, Relation.MOVED})
_CHANGED = frozenset({Relation.MODIFIED, Relation.MOVED_MODIFIED})
_MOVED = frozenset({Relation.MOVED, Relation.MOVED_MODIFIED})
_SHOWN = 60


def check(pair: pairs.Pair, first: Iterable[Pair], second: Iterable[Pair]) -> Iterator[Finding]:
    """Yield the provisions that one language changed against the last draft, and the other did not.

    ``first`` and ``second`` are the last draft and this one compared, in either language. Typography is no
    change. The finding stands in the language that was left as it was.
    """
    theirs, mine = _by_new(first), _by_new(second)
    for twin in pair.twins.both:
        one, other = theirs.get(twin.first.unit.eid), mine.get(twin.second.unit.eid)
        if one and other:
            yield from _compare(
                _Found(twin.first, pair.first.lang, one), _Found(twin.second, pair.second.lang, other)
            )


@dataclass(frozen=True, slots=True)
class _Found:
    """A provision in one language, and what became of it since the last draft."""

    spot: Spot
    lang: str
    pair: Pair

    @property
    def changed(self) -> bool:
        return self.pair.relation in _CHANGED and words_changed(self.pair)

    @property
    def still(self) -> bool:
        return self.pair.relation in _STILL | _CHANGED and not self.changed

    @property
    def moved(self) -> bool:
        return self.pair.relation in _MOVED


def _compare(one: _Found, other: _Found) -> Iterator[Finding]:
    for changed, left in ((one, other), (other, one)):
        if changed.changed and left.still:
            values = {"here": left.lang, "there": changed.lang, "change": _change(changed.pair)}
            yield left.spot.finding("changed-in-one-language", Severity.WARNING, **values)
            return
    if one.moved != other.moved and (one.still or one.changed) and (other.still or other.changed):
        moved, left = (one, other) if one.moved else (other, one)
        yield left.spot.finding("moved-in-one-language", Severity.WARNING, here=left.lang, there=moved.lang)


def _by_new(compared: Iterable[Pair]) -> Mapping[str, Pair]:
    return {provision.eid: pair for pair in compared for provision in pair.new}


def _change(pair: Pair) -> str:
    """Return the words struck and put in: « [-soutient-] [+soutien+] »."""
    marks = {Op.DELETED: "[-{}-]", Op.INSERTED: "[+{}+]"}
    edits = [marks[e.op].format(e.text.strip()) for e in pair.redline if e.op is not Op.KEPT and not e.light]
    return " ".join(edits)[: 3 * _SHOWN]
