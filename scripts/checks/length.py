"""Length out of proportion: a provision that is much longer or shorter than its twin leads one to expect."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator

from scripts.checks.pairs import Pair
from scripts.checks.twins import Twin
from scripts.model import Finding, Severity

_SHORT = 25  # characters; below that a ratio says nothing
_LEAST, _SPREAD, _SHORT_WORDS = 0.10, 2.5, 2.6


def check(pair: Pair) -> Iterator[Finding]:
    """Yield the provisions whose length stands out from the usual ratio of both languages.

    The ratio is the median of the pair and its spread the median deviation, so that a lost sentence does
    not hide itself; a short text may stray further than a long one.
    """
    measured = [(twin, _stray(twin, pair.ratio)) for twin in pair.twins.both if _long(twin)]
    if not measured:
        return
    usual = statistics.median(abs(stray) for _, stray in measured)
    for twin, stray in measured:
        longest = max(len(twin.first.text), len(twin.second.text))
        if abs(stray) > max(_LEAST, _SPREAD * usual) + _SHORT_WORDS / math.sqrt(longest):
            values = {
                "here": pair.second.lang,
                "there": pair.first.lang,
                "mine": str(len(twin.second.text)),
                "theirs": str(len(twin.first.text)),
                "expected": str(round(len(twin.first.text) * pair.ratio)),
            }
            yield twin.second.finding("length-differs", Severity.WARNING, **values)


def _long(twin: Twin) -> bool:
    return max(len(twin.first.text), len(twin.second.text)) >= _SHORT


def _stray(twin: Twin, ratio: float) -> float:
    return math.log((len(twin.second.text) + 1) / ((len(twin.first.text) + 1) * ratio))
