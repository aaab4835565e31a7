"""What the checks must know of a language, as one value read from the data of that language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scripts.comparison.figures import read_figures
from scripts.comparison.force import ForceWords, read_force
from scripts.comparison.lexicon import Lexicon, read_lexicon


@dataclass(frozen=True, slots=True)
class FigureWords:
    """How figures and dates are written: ``values`` of words (``o2`` for a rank), ``loose`` ones that need
    no answer, the months in their order, and what finds them all."""

    pattern: re.Pattern[str]
    ranks: re.Pattern[str]
    values: Mapping[str, str]
    loose: Mapping[str, str]
    months: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TypeWords:
    """What the look of a text depends on: spaces at signs, and what may be doubled, hyphened or glued."""

    spaced_before: str
    spaced_after: str
    doubles: frozenset[str]
    prefixes: frozenset[str]
    after_digits: frozenset[str]
    possessives: tuple[str, ...]
    ligatures: Mapping[str, str]
    connectives: frozenset[str]


@dataclass(frozen=True, slots=True)
class CheckWords:
    """All that the checks know of one language; ``idle`` are verbs of force that bind nobody."""

    lang: str
    force: ForceWords
    idle: tuple[str, ...]
    lexicon: Lexicon
    figures: FigureWords
    type: TypeWords


def read_check_words(lang: str, rooms: Mapping[str, Mapping[str, Any]]) -> CheckWords:
    """Return the words of ``lang`` from its files ``checks``, ``comparison``, ``force`` and ``structure``.

    Raises KeyError where a key of them is missing.
    """
    own = rooms["checks"]
    return CheckWords(
        lang,
        read_force(rooms["force"]),
        tuple(own["idle_verbs"]),
        read_lexicon(rooms["comparison"]),
        _figure_words(own, rooms["comparison"]),
        TypeWords(
            "".join(own["spaced_before"]),
            "".join(own["spaced_after"]),
            frozenset(own["doubles"]),
            frozenset(own["prefixes"]),
            frozenset(own["after_digits"]),
            tuple(own["possessives"]),
            own["ligatures"],
            frozenset(rooms["structure"]["connectives"]),
        ),
    )


def _figure_words(own: Mapping[str, Any], comparison: Mapping[str, Any]) -> FigureWords:
    values = {word: str(value) for word, value in own["numbers"].items()}
    values |= {word: f"o{value}" for word, value in own["ordinals"].items()}
    loose = {word: str(value) for word, value in own["loose"].items()}
    written = sorted((*values, *loose), key=len, reverse=True)
    forms = [form for word in written for form in (word, word.capitalize())]
    endings = "|".join(sorted(own["ordinal_endings"], key=len, reverse=True))
    return FigureWords(
        read_figures({"months": comparison["months"], "numbers": forms}),
        re.compile(rf"(?<![\w/.])(?:(\d+)|([IVX]{{2,}}))(?:{endings})(?![\w/])"),
        values,
        loose,
        tuple(month.lower() for month in comparison["months"]),
    )
