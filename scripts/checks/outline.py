"""The outline of a component: headings out of order or doubled, and provisions that end abruptly."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from scripts.checks.spots import Spot
from scripts.checks.words import CheckWords
from scripts.model import Component, Finding, Kind, Provision, Severity

_NUMBERED = re.compile(
    r"(?P<word>(?:[^\W\d_]+\s+)?)(?:(?P<roman>[IVXL]{1,8})|(?P<figure>\d{1,3})|(?P<letter>[A-Z]))(?=\s?[.):–—-]\s|\s[–—-]\s|$)"
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_ENDS = re.compile(r"[.;:!?…][\s)»”\"’\]*]*$")
_CLOSED = re.compile(r"[)»”\]]$")
_LONG = 60
_SIBLINGS = 3


def check(component: Component, spots: Sequence[Spot], words: CheckWords) -> Iterator[Finding]:
    """Yield what is out of order among the headings of a component, and what seems to lack its end."""
    places = {spot.unit.eid: spot for spot in spots}
    headings = [p for p in component.provisions if p.kind is Kind.HEADING]
    yield from _doubled(headings, places)
    yield from _out_of_order(headings, places)
    yield from _abrupt(component.provisions, places, words)


# -- headings ---------------------------------------------------------------------------------------


def _doubled(headings: Sequence[Provision], places: dict[str, Spot]) -> Iterator[Finding]:
    seen: Counter[str] = Counter()
    for heading in headings:
        words = " ".join(heading.text.casefold().split())
        seen[words] += 1
        if seen[words] == 2:
            yield places[heading.eid].finding("heading-doubled", Severity.WARNING)


def _out_of_order(headings: Sequence[Provision], places: dict[str, Spot]) -> Iterator[Finding]:
    """« Section II », « Section IV »; « B. », « A. ». A number 1 begins a new series anywhere."""
    last: dict[str, int] = defaultdict(int)
    for heading in headings:
        match = _NUMBERED.match(heading.text)
        if not match:
            continue
        for series, value in _values(match, last):
            expected = last[series] + 1
            last[series] = value
            if value not in (1, expected):
                found = {"mine": match[0].strip(), "expected": str(expected)}
                yield places[heading.eid].finding("heading-out-of-order", Severity.WARNING, **found)


def _values(match: re.Match[str], last: dict[str, int]) -> Iterator[tuple[str, int]]:
    """Yield the series that a number goes on and its value; « I. » and « C. » may be either."""
    word = match["word"].strip().lower()
    if match["figure"]:
        yield f"{word} 1", int(match["figure"])
        return
    printed = match["roman"] or match["letter"]
    letter = ord(printed) - ord("A") + 1 if len(printed) == 1 else 0
    if letter and (not match["roman"] or last[f"{word} A"] + 1 == letter):
        yield f"{word} A", letter
    elif match["roman"]:
        yield f"{word} I", _roman(printed)


def _roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    return sum(-v if v < w else v for v, w in zip(values, [*values[1:], 0], strict=True))


# -- the end of a provision -------------------------------------------------------------------------


def _abrupt(provisions: Sequence[Provision], places: dict[str, Spot], words: CheckWords) -> Iterator[Finding]:
    """Yield provisions without closing punctuation where those beside them have it."""
    listed = [p for p in provisions if p.kind is not Kind.HEADING and p.text]
    open_ = [p for p in listed if not _ended(p.text, words)]
    if len(listed) >= _SIBLINGS and len(open_) * 4 <= len(listed):
        for provision in open_:
            if len(provision.text) >= _LONG or provision.kind is not Kind.PARAGRAPH:
                tail = provision.text[-40:].partition(" ")[2] or provision.text
                yield places[provision.eid].finding("ends-abruptly", Severity.NOTICE, tail)
    for provision in listed:
        yield from _abrupt(provision.children, places, words)


def _ended(text: str, words: CheckWords) -> bool:
    """Tell whether a text ends as one does: with a stop, or with « ; et »."""
    if _ENDS.search(text):
        return True
    last = text.rstrip().rpartition(" ")[2].lower()
    return last in words.type.connectives or (bool(_CLOSED.search(text)) and ":" in text)
