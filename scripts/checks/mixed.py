"""What one text writes in two ways, one finding each: apostrophes, quotation marks, spaces, accents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from scripts.checks.faults import once
from scripts.checks.spots import Spot
from scripts.checks.words import CheckWords
from scripts.model import Finding, Severity

_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ](?=\w)")
_QUOTES = re.compile('["“”«»]')
_ACCENTED = re.compile("[A-Za-z][\u0300-\u036f]|[À-ÖØ-öø-ÿ]")
_SPACES = {"": "none", " ": "space", "\u00a0": "no-break", "\u202f": "thin", "\u2009": "thin"}
_LONG = 2  # letters of an accented sign that is written in two

Kind = Callable[[re.Match[str]], str]


def check(spots: Sequence[Spot], words: CheckWords) -> Iterator[Finding]:
    """Yield what a component writes in two ways, each once, with counts and the first of the rarer kind."""
    yield from _mixed("apostrophes-mixed", spots, _APOSTROPHE, lambda match: match[0])
    yield from _mixed("quotes-mixed", spots, _QUOTES, _quote)
    yield from _mixed("accents-mixed", spots, _ACCENTED, _accent)
    signs = re.escape(words.type.spaced_before)
    if signs:
        spaced = re.compile(rf"(?<=[\w)’%])(\s?)[{signs}](?=\s|$|[.,)])")
        yield from _mixed("spaces-mixed", spots, spaced, lambda match: _SPACES.get(match[1], "other"))


def _quote(match: re.Match[str]) -> str:
    """Tell plain marks from printed ones: « » and “ ” may well stand in one text."""
    return '"' if match[0] == '"' else "« »" if match[0] in "«»" else "“ ”"


def _accent(match: re.Match[str]) -> str:
    return "decomposed" if len(match[0]) == _LONG else "composed"


def _mixed(code: str, spots: Sequence[Spot], pattern: re.Pattern[str], kind: Kind) -> Iterator[Finding]:
    counts: Counter[str] = Counter()
    first: dict[str, tuple[Spot, re.Match[str]]] = {}
    for spot in spots:
        for match in pattern.finditer(spot.text):
            name = kind(match)
            counts[name] += 1
            if name not in first:
                first[name] = (spot, match)
    if len(counts) < 2 or (code == "quotes-mixed" and '"' not in counts):
        return
    rarer = min(counts, key=lambda name: (counts[name], name))
    spot, match = first[rarer]
    start, end = once(spot.text, match.start(), match.end())
    listed = ", ".join(f"{name} × {times}" for name, times in counts.most_common())
    values = {"counts": listed, "rarer": rarer, "first": spot.place}
    found = spot.finding(code, Severity.NOTICE, spot.text[start:end], **values)
    yield Finding(code, Severity.NOTICE, spot.component, found.words, found.line, found.values)
