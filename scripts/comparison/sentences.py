"""A summary in plain sentences, from the templates of a language (``comparison.toml``)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scripts.comparison.duties import Turn
from scripts.comparison.places import PairPlace, Place
from scripts.comparison.summary import Summary
from scripts.model import Relation

SidedEid = tuple[str, str]

_WITH_PARTS = frozenset({"inserted", "deleted", "moved"})
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

    def sentence(self, key: str, number: int, places: str) -> str:
        """Return the sentence of ``key`` for so many, in the singular or the plural."""
        return self.counts[key][self._form(number)].format(n=number, places=places)

    def _form(self, number: int) -> str:
        return "one" if number in self.sentences["singular"] else "other"

    def listed(self, entries: Sequence[str]) -> str:
        """Return ``1, 2 et 3``; where an entry is a list or a passage itself, ``1 → 2 ; 3 et 4 → 5``."""
        if len(entries) < 2:
            return "".join(entries)
        if any(self.sentences[key] in entry for entry in entries for key in ("arrow", "and")):
            return str(self.sentences["semicolon"]).join(entries)
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

    def place(self, place: PairPlace, parts: int = 0) -> str:
        """Return where something changed: ``10 et 11 → 10``; once where both texts name it alike.

        ``parts`` is the number of provisions under it to which the same happened.
        """
        old, new = (self.listed([self._named(p) for p in side]) for side in (place.old, place.new))
        became = self.became(old, new)
        return self.counts["parts"][self._form(parts)].format(place=became, n=parts) if parts else became

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
    said = [
        wording.sentence(key, len(places), wording.listed(_named(key, places, wording)))
        for key, places in _placed(summary)
        if places
    ]
    said += [
        wording.sentence(key, len(changes), wording.listed(changes))
        for key, changes in _changes(summary, wording)
        if changes
    ]
    return tuple(said) or (wording.sentences["nothing"],)


def _placed(summary: Summary) -> Iterator[tuple[str, list[PairPlace]]]:
    for key, relations in _ORDER:
        yield key, [place for relation in relations for place in summary.relations[relation]]
    yield "typographic", list(summary.typographic)
    yield "renumbered", list(summary.renumbered)


def _named(key: str, places: Sequence[PairPlace], wording: Wording) -> list[str]:
    if key in _WITH_PARTS:
        return _named_once(places, wording)
    return [wording.place(place) for place in places]


def _named_once(places: Sequence[PairPlace], wording: Wording) -> list[str]:
    """Name each place but those that another one holds: « 16 → 22 avec 6 subdivisions »."""
    known = {eid for place in places for eid in _eids(place)}
    held = Counter(top for place in places if (top := _holder(place, known)))
    return [
        wording.place(place, sum(held[eid] for eid in _eids(place)))
        for place in places
        if not _holder(place, known)
    ]


def _holder(place: PairPlace, known: set[SidedEid]) -> SidedEid | None:
    """Return the highest of ``known`` that holds the place."""
    holder = None
    for side, eid in _eids(place):
        above = eid
        while above := above.rpartition("__")[0]:
            holder = (side, above) if (side, above) in known else holder
    return holder


def _eids(place: PairPlace) -> list[SidedEid]:
    """Return the eIds on the side of the new text, or of the old one where nothing is left."""
    return [("new", p.eid) for p in place.new] or [("old", p.eid) for p in place.old]


def _changes(summary: Summary, wording: Wording) -> Iterator[tuple[str, list[str]]]:
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
