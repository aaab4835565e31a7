"""What the checks must know of a language, as one value read from the data of that language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
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
    lost: re.Pattern[str]  # what finds a word of ``ligatures``
    connectives: frozenset[str]


@dataclass(frozen=True, slots=True)
class CheckWords:
    """All that the checks know of one language; ``idle`` are verbs of force that bind nobody.

    ``operative`` are the words of each verb of force: a text without all of them has no such verb.
    """

    lang: str
    force: ForceWords
    operative: tuple[tuple[str, ...], ...]
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
        _operative(rooms["force"]),
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
            _any_word(own["ligatures"]),
            frozenset(rooms["structure"]["connectives"]),
        ),
    )


def _any_word(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words)) or '(?!)'})(?!\w)", re.IGNORECASE)


def _operative(force: Mapping[str, Any]) -> tuple[tuple[str, ...], ...]:
    """Return the words of each form in small letters, the shortest first: « s'engagent » is « engagent »."""
    forms = [form for entry in force["level"] for form in (*entry["forms"], *entry.get("present", ()))]
    words = {
        tuple(word.rpartition("'")[2] for word in form.lower().replace("…", "").split()) for form in forms
    }
    return tuple(sorted(words, key=lambda each: (len(each), each)))


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
