"""The force of duties in two languages: the operative verbs of a provision, by level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from scripts.checks.pairs import Pair
from scripts.checks.twins import Twin
from scripts.checks.words import CheckWords
from scripts.comparison.force import Force, find_force
from scripts.model import Finding, Severity

_PERMISSION = 2  # "can", « puissent »: often a turn of phrase, never a finding where nothing answers


def check(twin: Twin, pair: Pair) -> Iterator[Finding]:
    """Yield a finding where a provision binds more, or less, in one language.

    Verbs are counted by level where both languages have as many; else the levels alone are compared,
    because « adoptent … ou actualisent » may be one verb here and two there.
    """
    theirs = duties_of(twin.first.text, pair.first.words)
    mine = duties_of(twin.second.text, pair.second.words)
    if same_force(theirs, mine):
        return
    values = {
        "here": pair.second.lang,
        "there": pair.first.lang,
        "mine": _listed(mine),
        "theirs": _listed(theirs),
    }
    words = mine[0].surface if mine else ""
    yield twin.second.finding("duty-differs", Severity.WARNING, words, **values)


def duties_of(text: str, words: CheckWords) -> tuple[Force, ...]:
    """Return the operative verbs of ``text`` but for those that bind nobody: "may wish to"."""
    lowered = text.lower()
    if not any(all(word in lowered for word in form) for form in words.operative):
        return ()
    found = find_force(text, words.force)
    idle = [(at, at + len(form)) for form in words.idle for at in _places(text, form)]
    return tuple(verb for verb in found if not any(a <= verb.start < b for a, b in idle))


def _places(text: str, form: str) -> Iterator[int]:
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + 1)


def same_force(first: Sequence[Force], second: Sequence[Force]) -> bool:
    """Tell whether two languages of a provision bind alike."""
    one, other = _levels(first), _levels(second)
    if len(first) == len(second):
        return one == other
    ignored = {(_PERMISSION, False)}
    return one.keys() - ignored == other.keys() - ignored


def _levels(verbs: Sequence[Force]) -> Counter[tuple[int, bool]]:
    return Counter((verb.level, verb.negated) for verb in verbs)


def _listed(verbs: Sequence[Force]) -> str:
    return ", ".join(f"{verb.surface} ({verb.level})" for verb in verbs) or "–"
