"""Apostrophes parted from their words, or lost: « l' accès », « l accès », "the State 's duty"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.checks.faults import Fault, Reading
from scripts.checks.words import CheckWords

_APOSTROPHE = "['’ʼ´`]"
_LETTER = r"[^\W\d_]"
_VOWEL = "[aeiouyhàâäéèêëîïôöûùüœæ]"


@dataclass(frozen=True, slots=True)
class Elisions:
    """What finds detached and lost apostrophes in one language; None where it knows no elision."""

    detached: re.Pattern[str] | None
    lost: re.Pattern[str] | None
    possessive: re.Pattern[str] | None


def read_elisions(words: CheckWords) -> Elisions:
    """Return what finds the faults of apostrophes in a language."""
    heads = "|".join(sorted(map(re.escape, words.lexicon.elisions), key=len, reverse=True))
    tails = "|".join(map(re.escape, words.type.possessives))
    apart = rf"(?:\s+({_APOSTROPHE})\s*|({_APOSTROPHE})\s+)"
    return Elisions(
        _compiled(rf"(?<![\w’'])({heads}){apart}(?={_LETTER})", heads),
        _compiled(rf"(?<![\w’'.(/-])(?<!\d\s)((?-i:{heads}))\s(?={_VOWEL}{_LETTER})", heads),
        _compiled(rf"(?<={_LETTER})\s+({_APOSTROPHE})(?=(?:{tails})\s)", tails),
    )


def _compiled(pattern: str, words: str) -> re.Pattern[str] | None:
    return re.compile(pattern, re.IGNORECASE) if words else None


def faults(text: str, reading: Reading, elisions: Elisions) -> Iterator[Fault]:
    """Yield the apostrophes of ``text`` that lost their place."""
    if elisions.detached:
        for match in elisions.detached.finditer(text):
            reads = match[1] + (match[2] or match[3])
            yield Fault("apostrophe-detached", match.start(), match.end(), reads)
    if elisions.lost:
        mark = "’" if "’" in text or "'" not in text else "'"
        for match in elisions.lost.finditer(text):
            yield Fault("apostrophe-detached", match.start(), match.end(), match[1] + mark)
    if elisions.possessive:
        for match in elisions.possessive.finditer(text):
            yield Fault("apostrophe-detached", match.start(), match.end(), match[1])
