"""Text left in the other language, told by the small words of both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scripts.checks.pairs import Pair, Side
from scripts.checks.spots import Spot
from scripts.checks.twins import Twin
from scripts.checks.words import CheckWords
from scripts.model import Finding, Severity

_WORD = re.compile(r"[^\W\d_]{2,}")  # « l », « d », « c » are letters of symbols as well
_QUOTED = re.compile(r"«[^«»]{0,400}»|“[^“”]{0,400}”|\"[^\"]{0,400}\"")
_OPENS_QUOTE = re.compile('[«“"]')
_OWN, _NEUTRAL = -2.0, -0.2  # what a small word of its own, or any other word, takes from a stretch
_ENOUGH = 3.2
_HEADING = 10  # words


def check(twin: Twin, pair: Pair) -> Iterator[Finding]:
    """Yield what of a provision is written in the language of its twin, for each of both languages."""
    if _same_words(twin):
        yield _finding(twin.second, twin.second.text, pair.second, pair.first)
        return
    for spot, here, there in (
        (twin.second, pair.second, pair.first),
        (twin.first, pair.first, pair.second),
    ):
        left = foreign(spot.text, here.words, there.words)
        if left:
            yield _finding(spot, left, here, there)


def _finding(spot: Spot, words: str, here: Side, there: Side) -> Finding:
    values = {"here": here.lang, "there": there.lang}
    return spot.finding("other-language", Severity.ERROR, words[:80], **values)


def foreign(text: str, own: CheckWords, other: CheckWords) -> str:
    """Return the stretch of ``text`` that is written in the ``other`` language, or nothing.

    Quotations don't count: titles of papers stay in their language. A stretch has four small words of the
    other language or more, hardly one of its own; a heading is judged as a whole.
    """
    mine = own.lexicon.small - other.lexicon.small
    theirs = other.lexicon.small - own.lexicon.small
    bare = _QUOTED.sub(lambda found: " " * len(found[0]), text) if _OPENS_QUOTE.search(text) else text
    words = [(m.start(), m.end(), m[0].lower()) for m in _WORD.finditer(bare)]
    marks = [1.0 if word in theirs else _OWN if word in mine else _NEUTRAL for _, _, word in words]
    if len(words) <= _HEADING:
        foreigners = marks.count(1.0)
        enough = foreigners >= 2 or (foreigners and len(words) <= 4)
        return text if enough and _OWN not in marks else ""
    weight, start, end = _heaviest(marks)
    return text[words[start][0] : words[end][1]] if weight >= _ENOUGH else ""


def _heaviest(marks: Sequence[float]) -> tuple[float, int, int]:
    """Return the stretch of greatest sum: its sum, first and last member."""
    best, start, end = 0.0, 0, 0
    total, first = 0.0, 0
    for index, mark in enumerate(marks):
        if total <= 0:
            total, first = 0.0, index
        total += mark
        if total > best:
            best, start, end = total, first, index
    return best, start, end


def _same_words(twin: Twin) -> bool:
    """Tell whether both languages have the same words, more than a name: « Principes directeurs »."""
    if twin.first.text.casefold() != twin.second.text.casefold():
        return False
    words = [str(word) for word in _WORD.findall(twin.second.text)]
    return any(len(word) >= 4 and word.islower() for word in words)
