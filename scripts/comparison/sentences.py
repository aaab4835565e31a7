"""A summary in plain sentences, from the templates of a language (``comparison.toml``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scripts.comparison.duties import Turn
from scripts.comparison.places import PairPlace, Place
from scripts.comparison.summary import Summary
from scripts.model import Relation

_ORDER = (
    ("inserted", (Relation.INSERTED,)),
    ("deleted", (Relation.DELETED,)),
    ("moved", (Relation.MOVED, Relation.MOVED_MODIFIED)),
    ("merged", (Relation.MERGED,)),
    ("split", (Relation.SPLIT,)),
    ("modified", (Relation.MODIFIED, Relation.MOVED_MODIFIED)),
)


@dataclass(frozen=True, slots=True)
class Wording:
    """The templates of one language."""

    sentences: Mapping[str, Any]
    places: Mapping[str, str]
    counts: Mapping[str, Mapping[str, str]]

    def sentence(self, key: str, entries: Sequence[str]) -> str:
        """Return the sentence of ``key`` for so many entries, in the singular or the plural."""
        form = "one" if len(entries) in self.sentences["singular"] else "other"
        return self.counts[key][form].format(n=len(entries), places=self.listed(entries))

    def listed(self, entries: Sequence[str]) -> str:
        """Return ``1, 2 et 3``."""
        if len(entries) < 2:
            return "".join(entries)
        head = self.sentences["comma"].join(entries[:-1])
        return f"{head}{self.sentences['and']}{entries[-1]}"

    def quoted(self, words: str) -> str:
        """Return ``words`` in the quotation marks of the language."""
        before, after = self.sentences["quote"]
        return f"{before}{words}{after}"

    def became(self, old: str, new: str) -> str:
        """Return ``old → new``, or the one that there is."""
        if not old or not new or old == new:
            return old or new
        return f"{old}{self.sentences['arrow']}{new}"

    def place(self, place: PairPlace) -> str:
        """Return where something changed: ``10 et 11 → 10``; once where both texts name it alike."""
        old, new = (self.listed([self._named(p) for p in side]) for side in (place.old, place.new))
        return self.became(old, new)

    def _named(self, place: Place) -> str:
        if place.heading:
            return self.places["heading"].format(text=self.quoted(place.heading))
        if place.within:
            return self.places["within"].format(num=place.within)
        return self.places["numbered" if place.num else "unnumbered"].format(num=place.num)


def read_wording(words: Mapping[str, Any]) -> Wording:
    """Return the templates that ``comparison.toml`` holds. Raises KeyError where one is missing."""
    return Wording(words["sentences"], words["places"], words["counts"])


def sentences(summary: Summary, wording: Wording) -> tuple[str, ...]:
    """Return the summary in plain sentences; what did not happen is not said."""
    said = tuple(wording.sentence(key, entries) for key, entries in _entries(summary, wording) if entries)
    return said or (wording.sentences["nothing"],)


def _entries(summary: Summary, wording: Wording) -> Iterator[tuple[str, list[str]]]:
    for key, relations in _ORDER:
        places = [place for relation in relations for place in summary.relations[relation]]
        yield key, [wording.place(place) for place in places]
    yield "typographic", [wording.place(place) for place in summary.typographic]
    yield "renumbered", [wording.place(place) for place in summary.renumbered]
    for turn in Turn:
        changes = ((d.place, d.old.surface, d.new.surface) for d in summary.duties if d.turn is turn)
        yield turn, _quoted(changes, wording)
    for key, gained in (("gained", True), ("lost", False)):
        surfaces = ((r.place, r.citation.surface, "") for r in summary.references if r.gained is gained)
        yield key, _quoted(surfaces, wording)
    yield "figures", _quoted(((f.place, f.old, f.new) for f in summary.figures), wording)


def _quoted(changes: Iterable[tuple[PairPlace, str, str]], wording: Wording) -> list[str]:
    """Return ``12 (« devraient » → « doivent »)`` for each."""
    return [
        f"{wording.place(place)} ({wording.became(*(wording.quoted(w) if w else '' for w in (old, new)))})"
        for place, old, new in changes
    ]
