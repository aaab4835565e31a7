"""Characters that no text should hold, and every likely fault of a conversion."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from scripts.checks import faults
from scripts.checks.apostrophes import faults as apostrophe_faults
from scripts.checks.apostrophes import read_elisions
from scripts.checks.conversion import rules
from scripts.checks.faults import UNKNOWN, Fault, Reading
from scripts.checks.spots import Spot
from scripts.checks.words import CheckWords
from scripts.model import Finding, Severity

# Controls, marks that are not seen, odd spaces, private signs, and the sign of a character that was lost.
_STRAY = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u0600-\u0605\u061c\u1680\u180e\u2000-\u200a\u200b-\u200f\u2028-\u202e"
    "\u205f-\u206f\u3000\ue000-\uf8ff\ufeff\ufff9-\ufffd]"
)
_NOT_LATIN = re.compile(r"[A-Za-z][\u0370-\u052f]|[\u0370-\u052f][A-Za-z]")
_GONE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_SPACES = frozenset("\u1680\u2028\u2029\u205f\u3000")


def check(spots: Sequence[Spot], words: CheckWords) -> Iterator[Finding]:
    """Yield the likely faults of each provision of a component."""
    reading = Reading(words, faults.vocabulary(spot.text for spot in spots))
    elisions = read_elisions(words)
    every = rules()
    for spot in spots:
        found = [fault for rule in every for fault in rule(spot.text, reading)]
        found += apostrophe_faults(spot.text, reading, elisions)
        found += _wrong_spaces(spot.text, words)
        for fault in sorted(found, key=lambda fault: fault.start):
            yield faults.finding(spot, fault)
        yield from _stray(spot)


def _stray(spot: Spot) -> Iterator[Finding]:
    """One finding for each kind of stray sign in a provision; a mark that is not seen is taken out."""
    if spot.text.isascii() and spot.text.isprintable():
        return
    seen: Counter[str] = Counter(_STRAY.findall(spot.text))
    for sign, times in seen.items():
        at = spot.text.index(sign)
        reads = "" if sign in _GONE else " " if sign in _SPACES or sign.isspace() else _cp1252(sign)
        found = faults.finding(spot, Fault("character-stray", at, at + 1, reads))
        name = f"U+{ord(sign):04X} {unicodedata.name(sign, '')}".strip()
        values = {**found.values, "sign": name, "times": str(times)}
        yield spot.finding(found.code, Severity.WARNING, found.words, **values)
    for match in _NOT_LATIN.finditer(spot.text):
        fault = Fault("letter-not-latin", match.start(), match.end(), UNKNOWN)
        yield faults.finding(spot, fault)


def _cp1252(sign: str) -> str:
    """Return what a control sign is in Windows' encoding: U+009C is « œ »."""
    try:
        return sign.encode("latin-1").decode("cp1252")
    except UnicodeError:
        return UNKNOWN


def _wrong_spaces(text: str, words: CheckWords) -> Iterator[Fault]:
    """A space before ``;`` in a language that sets none: "content ;"."""
    unspaced = [sign for sign in ";:!?" if sign not in words.type.spaced_before]
    if unspaced and any(f" {sign}" in text for sign in unspaced):
        for match in re.finditer(rf"(?<=[\w)])\s+(?=[{''.join(unspaced)}](?:\s|$))", text):
            yield Fault("space-stray", match.start(), match.end(), "")
