"""Figures and dates that changed between two texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from scripts.comparison.places import PairPlace
from scripts.model import Citation

# « 1 000 », « 2,5 % », « 30 »; not 5.CP, 38C/56 or DCE/16: those are parts of a symbol.
_NUMBER = r"(?<![\w.,/])(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+(?:[.,]\d+)*)(?![\w/]|[.,]\w)(?:\s?%)?"

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure or date that gave way to another; one side is empty where none stood there."""

    place: PairPlace
    old: str
    new: str


def read_figures(words: Mapping[str, Any]) -> re.Pattern[str]:
    """Return what finds figures and dates, with the ``months`` and ``numbers`` of ``comparison.toml``."""
    months = "|".join(map(re.escape, words.get("months", ())))
    numbers = "|".join(map(re.escape, words.get("numbers", ())))
    day, year = r"\d{1,2}(?:er|st|nd|rd|th)?", r"\d{4}"
    dates = rf"(?<!\w)(?:{day}\s+(?:{months})(?:,?\s+{year})?|(?:{months})(?:\s+{day},)?\s+{year})(?!\w)"
    written = rf"(?<![\w-])(?:{numbers})(?:-(?:{numbers}))*(?![\w-])"
    parts = [*([dates] if months else ()), _NUMBER, *([written] if numbers else ())]
    return re.compile("|".join(parts))


def cited_spans(citations: Sequence[Citation]) -> Spans:
    """Return the spans of the citations: a number in one of them is a reference and no figure."""
    return [(citation.start, citation.end) for citation in citations]


def figures(text: str, pattern: re.Pattern[str], cited: Spans = ()) -> Iterator[str]:
    """Yield the figures and dates of ``text`` that no span of ``cited`` touches, spaces made plain."""
    for match in pattern.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in cited):
            yield " ".join(match[0].split())


def figure_changes(place: PairPlace, old: Sequence[str], new: Sequence[str]) -> Iterator[FigureChange]:
    """Yield what differs between the figures of both texts, in order."""
    gone, come = _without(old, new), _without(new, old)
    for before, after in zip_longest(gone, come, fillvalue=""):
        yield FigureChange(place, before, after)


def _without(row: Sequence[str], others: Sequence[str]) -> list[str]:
    """Return the members of ``row`` that ``others`` has no equal for, each used once."""
    left = Counter(others)
    result = []
    for value in row:
        if left[value]:
            left[value] -= 1
        else:
            result.append(value)
    return result
