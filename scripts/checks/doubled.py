"""Text that stands twice: a sentence within a provision, or a whole provision within a component."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scripts.checks.spots import Spot, opening
from scripts.model import Finding, Kind, Provision, Severity

_RUN = 9  # words: law repeats itself in shorter runs, « dans l’environnement numérique »
_WORD = re.compile(r"\S+")
_LONG = 60


def check(spots: Sequence[Spot]) -> Iterator[Finding]:
    """Yield the runs of words that come back within a provision, and the provisions that come back whole."""
    seen: dict[str, Spot] = {}
    for spot in spots:
        yield from _within(spot)
        numbered = isinstance(spot.unit, Provision) and spot.unit.kind is not Kind.HEADING
        if numbered and len(spot.text) >= _LONG:
            if spot.text in seen:
                values = {"first": seen[spot.text].place}
                yield spot.finding("text-doubled", Severity.WARNING, **values)
            seen.setdefault(spot.text, spot)


def _within(spot: Spot) -> Iterator[Finding]:
    words = [match.span() for match in _WORD.finditer(spot.text)]
    if len(words) < 2 * _RUN:
        return
    seen: dict[str, int] = {}
    for rank in range(len(words) - _RUN + 1):
        start, end = words[rank][0], words[rank + _RUN - 1][1]
        run = spot.text[start:end]
        if rank - seen.setdefault(run, rank) >= _RUN:
            yield spot.finding("text-doubled", Severity.WARNING, opening(run), first=spot.place)
            return
