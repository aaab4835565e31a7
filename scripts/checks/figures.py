"""Figures and dates that one language of a draft has and the other has not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scripts.checks.words import FigureWords
from scripts.comparison.figures import Spans, figures

_ROMAN = {"I": 1, "V": 5, "X": 10}
_GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f,.]\d{3})+")
_DAY_MONTH = re.compile(r"(\d{1,2})\w*\s+(\D+?)(?:,?\s+(\d{4}))?")
_MONTH_DAY = re.compile(r"(\D+?)(?:\s+(\d{1,2})\w*,)?\s+(\d{4})")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as written and what it amounts to: ``2016-11-12``, ``1000``, ``o5`` for a rank.

    ``firm``: it needs its equal in the other language; « décennal » may stand for ten, and need not.
    """

    surface: str
    value: str
    firm: bool = True


def figures_of(text: str, words: FigureWords, cited: Spans) -> tuple[Figure, ...]:
    """Return the figures, dates and ranks of ``text`` outside of its citations."""
    found = [_figure(surface, words) for surface in figures(text, words.pattern, cited)]
    for match in words.ranks.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in cited):
            rank = match[1] or str(_roman(match[2]))
            found.append(Figure(match[0], f"o{rank}"))
    return tuple(found)


def unanswered(mine: Sequence[Figure], others: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return the figures of ``mine`` that ``others`` has no equal for."""
    known = {figure.value for figure in others}
    known |= {f"o{figure.value}" for figure in others if not figure.firm}  # « pays tiers », "third countries"
    missing = {figure.value: figure for figure in mine if figure.firm and figure.value not in known}
    return tuple(missing.values())


def _figure(surface: str, words: FigureWords) -> Figure:
    lowered = surface.lower()
    if lowered in words.loose:
        return Figure(surface, words.loose[lowered], firm=False)
    if lowered in words.values:
        return Figure(surface, words.values[lowered])
    if surface[0].isdigit() and not any(letter.isalpha() for letter in surface):
        return Figure(surface, _number(surface))
    return Figure(surface, _date(lowered, words) or _compound(lowered, words))


def _number(surface: str) -> str:
    """Return « 1 000 », "1,000" as 1000, « 2,5 % » as 2.5."""
    plain = surface.rstrip("% \u00a0\u202f")
    if _GROUPED.fullmatch(plain):
        return re.sub(r"\D", "", plain)
    return plain.replace(",", ".")


def _date(surface: str, words: FigureWords) -> str:
    """Return « 12 novembre 2016 », "November 12, 2016" as 2016-11-12, « juin 2017 » as 2017-06."""
    day = month = year = ""
    if match := _DAY_MONTH.fullmatch(surface):
        day, month, year = match[1], match[2], match[3] or ""
    elif match := _MONTH_DAY.fullmatch(surface):
        month, day, year = match[1], match[2] or "", match[3]
    if month not in words.months:
        return ""
    parts = (year, f"{words.months.index(month) + 1:02d}", f"{int(day):02d}" if day else "")
    return "-".join(part for part in parts if part)


def _compound(surface: str, words: FigureWords) -> str:
    """Return « vingt-quatre » as 24, « quatre-vingt-dix » as 90."""
    total = 0
    for part in surface.split("-"):
        value = int(words.values.get(part, "0").lstrip("o"))
        total = total * value if 1 < total < 10 < value else total + value
    return str(total)


def _roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    return sum(-v if v < w else v for v, w in zip(values, [*values[1:], 0], strict=True))
