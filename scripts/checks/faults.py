"""A likely fault of the characters: its place, what it should read, and the words an erratum would take."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from scripts.checks.spots import Spot
from scripts.checks.words import CheckWords
from scripts.model import Finding, Severity

EXTRACTION, SIC = "extraction", "sic"
UNKNOWN = "…"
"""What stands for the right words where only a person can tell them."""

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known while a text is read: its language, and how often it has each word."""

    words: CheckWords
    vocabulary: Counter[str]

    def knows(self, word: str) -> bool:
        """Tell whether the text has the word by itself."""
        return word.lower() in self.vocabulary


@dataclass(frozen=True, slots=True)
class Fault:
    """``text[start:end]`` looks wrong and should read ``reads``; ``kind`` as an erratum has it."""

    code: str
    start: int
    end: int
    reads: str
    kind: str = EXTRACTION


def vocabulary(texts: Iterable[str]) -> Counter[str]:
    """Return the words of all texts with how often they stand there."""
    found: Counter[str] = Counter()
    for text in texts:
        found.update(_WORD.findall(text.lower()))
    return found


def finding(spot: Spot, fault: Fault) -> Finding:
    """Return the finding for a fault, its words exact and standing once in the provision."""
    start, end = once(spot.text, fault.start, fault.end)
    words = spot.text[start:end]
    reads = spot.text[start : fault.start] + fault.reads + spot.text[fault.end : end]
    return spot.finding(fault.code, Severity.WARNING, words, kind=fault.kind, reads=reads)


def once(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a span to whole words, then word by word, until its words stand once in ``text``."""
    start, end = _whole(text, start, end)
    while text.count(text[start:end]) > 1 and (start > 0 or end < len(text)):
        start, end = _whole(text, max(0, start - 2), min(len(text), end + 2))
    return start, end


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return start, end
