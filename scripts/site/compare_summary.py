"""The summary of a comparison in plain sentences, every place a link to its change; and why each matters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape

from scripts.comparison.changes import Row
from scripts.comparison.places import PairPlace
from scripts.comparison.references import ReferenceChange
from scripts.comparison.sentences import Wording, sentences
from scripts.comparison.summary import Summary
from scripts.site.compare_names import passage
from scripts.site.compared import Part
from scripts.site.labels import Labels

Refer = Callable[[Part, ReferenceChange], tuple[str, str]]
"""What a reference is called, and its address, ready for HTML and empty where there is none."""

_GROUPS = (
    ("meaning", ("strengthened", "weakened", "reversed", "gained", "lost", "figures")),
    ("order", ("inserted", "deleted", "moved", "merged", "split")),
    ("words", ("modified", "typographic", "renumbered")),
)
# signs of the private use area: a link's number, its words, its end; a sentence's key and its words
_LINK, _WORDS, _END, _KEY = "\ue000", "\ue001", "\ue002", "\ue003"
# « 2019 » : neither sign may open a line; other languages put no space there
_NO_BREAK = "\u00a0"
_TIGHT = re.compile(r" (?=[:;!?»])|(?<=«) ")
_LINKED = re.compile(f"{_LINK}(\\d+){_WORDS}([^{_END}]*){_END}")


@dataclass(frozen=True, slots=True)
class _Linked(Wording):
    """The templates of a language that name places as the pages do and say where the change stands."""

    labels: Labels
    number: Callable[[PairPlace], int]

    def place(self, place: PairPlace, parts: int = 0) -> str:
        """Return the place with the number of its change around it, as signs that become a link."""
        words = passage(self.labels, place)
        if parts:
            words = self.counts["parts"][self._form(parts)].format(place=words, n=parts)
        number = self.number(place)
        return f"{_LINK}{number}{_WORDS}{words}{_END}" if number else words

    def sentence(self, key: str, number: int, places: str) -> str:
        """Return the sentence with its key before it."""
        return f"{key}{_KEY}{self.counts[key][self._form(number)].format(n=number, places=places)}"


def rows_by_place(part: Part) -> Callable[[PairPlace], Row | None]:
    """Return the function that finds the row of a place of the part's summary."""

    def find(place: PairPlace) -> Row | None:
        if place.new:
            return part.by_new.get(place.new[0].eid)
        return part.by_old.get(place.old[0].eid) if place.old else None

    return find


def spoken(part: Part, wording: Wording, labels: Labels, refer: Refer) -> dict[str, str]:
    """Return the sentences of a part by what they tell (``inserted``, ``weakened`` …), as HTML with links."""
    link = r'<a href="#c\1">\2</a>'
    found = _signed(part, wording, labels, refer)
    return {key: _LINKED.sub(link, escape(words)) for key, words in found.items()}


def said(part: Part, wording: Wording, labels: Labels, refer: Refer) -> tuple[str, ...]:
    """Return the same sentences as plain text."""
    found = _signed(part, wording, labels, refer)
    return tuple(_LINKED.sub(r"\2", words) for words in found.values())


def _signed(part: Part, wording: Wording, labels: Labels, refer: Refer) -> dict[str, str]:
    """Return the sentences by what they tell, links still in signs."""
    find = rows_by_place(part)

    def number(place: PairPlace) -> int:
        row = find(place)
        return row.number if row else 0

    linked = _Linked(wording.sentences, wording.places, wording.counts, labels, number)
    found = {}
    for words in sentences(_named(part, refer), linked):
        key, mark, sentence = words.partition(_KEY)
        found[key if mark else "nothing"] = _TIGHT.sub(_NO_BREAK, sentence if mark else words)
    return found


def _named(part: Part, refer: Refer) -> Summary:
    """Return the summary with each reference called by its name: « 8 » alone says nothing."""
    summary = part.summary
    references = tuple(
        replace(change, citation=replace(change.citation, surface=refer(part, change)[0]))
        for change in summary.references
    )
    return replace(summary, references=references)


def summary_html(part: Part, wording: Wording, labels: Labels, refer: Refer) -> str:
    """Return the summary as lists: what binds or points elsewhere, what changed place, what changed words."""
    found = spoken(part, wording, labels, refer)
    if "nothing" in found:
        return f'<p class="nothing">{found["nothing"]}</p>\n'
    groups = []
    for name, keys in _GROUPS:
        rows = "".join(f'<li class="{key}">{found[key]}</li>' for key in keys if key in found)
        if rows:
            title = escape(labels(f"compare.group.{name}"))
            groups.append(f"<div><h3>{title}</h3><ul>{rows}</ul></div>")
    return f'<div class="amounts">{"".join(groups)}</div>\n'


def reasons(part: Part, labels: Labels, refer: Refer) -> Mapping[int, str]:
    """Return, by number of change, why it matters: duties, references, figures, as items of a list (HTML)."""
    find = rows_by_place(part)
    found: dict[int, list[str]] = {}
    for place, item in _reasons(part, labels, refer):
        row = find(place)
        if row and row.number:
            found.setdefault(row.number, []).append(item)
    return {number: "".join(items) for number, items in found.items()}


def _reasons(part: Part, labels: Labels, refer: Refer) -> Iterator[tuple[PairPlace, str]]:
    for duty in part.summary.duties:
        words = labels(f"compare.duty.{duty.turn}", old=duty.old.surface, new=duty.new.surface)
        yield duty.place, f'<li class="{duty.turn}">{escape(words)}</li>'
    for change in part.summary.references:
        key = "gained" if change.gained else "lost"
        name, address = refer(part, change)
        shown = f'<a href="{address}">{escape(name)}</a>' if address else escape(name)
        before, after = labels(f"compare.reference.{key}", name="\ue000").split("\ue000")
        yield change.place, f'<li class="{key}">{escape(before)}{shown}{escape(after)}</li>'
    for figure in part.summary.figures:
        form = "changed" if figure.old and figure.new else "new" if figure.new else "gone"
        words = labels(f"compare.figure.{form}", old=figure.old, new=figure.new)
        yield figure.place, f'<li class="figure">{escape(words)}</li>'


def by_surface(part: Part, change: ReferenceChange) -> tuple[str, str]:
    """Return a reference by its words in the text, without an address: for a file that stands alone."""
    return change.citation.surface, ""


def counts(parts: Iterable[Part]) -> tuple[int, int]:
    """Return how many changes there are, and how many of them are typography alone."""
    rows = [row for part in parts for row in part.every if row.own]
    return len(rows), sum(row.light for row in rows)
