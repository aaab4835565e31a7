"""Brackets and quotation marks that don't close, or were never opened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scripts.checks.faults import SIC, UNKNOWN, once
from scripts.checks.spots import Spot
from scripts.model import Finding, Provision, Severity

_SIGNS = re.compile(r"[()\[\]{}«»“”\"]")
_PAIRS = {")": "(", "]": "[", "}": "{", "»": "«", "”": "“"}
_LABEL = re.compile(r"(?:^|[\s(«“])(?:[a-zA-Z]|[ivx]{1,5})$|(?:^|[;:,]\s)\d{1,2}$")
_AROUND = 24

_Open = tuple[str, Spot, int]


def check(spots: Iterable[Spot]) -> Iterator[Finding]:
    """Yield the brackets that have no other half.

    One that opens in a paragraph may close in what the paragraph holds; a square bracket, which marks what
    is under negotiation, anywhere below in its component.
    """
    open_: list[_Open] = []
    top = ""
    for spot in spots:
        above = spot.unit.eid.partition("__")[0]
        if above != top:
            yield from _unclosed(one for one in open_ if one[0] != "[")
            open_ = [one for one in open_ if one[0] == "["]
            top = above
        if _SIGNS.search(spot.text):
            yield from _read(spot, open_)
    yield from _unclosed(open_)


def _read(spot: Spot, open_: list[_Open]) -> Iterator[Finding]:
    for match in _SIGNS.finditer(spot.text):
        sign = match[0]
        if sign == '"':
            sign = "”" if any(one[0] == "“" for one in open_) else "“"
        if sign in _PAIRS.values():
            open_.append((sign, spot, match.start()))
            continue
        last = next((k for k in reversed(range(len(open_))) if open_[k][0] == _PAIRS[sign]), None)
        if last is not None:
            del open_[last]
        elif not (sign == ")" and _label(spot, match.start())):
            yield _finding("bracket-unopened", spot, match.start())


def _label(spot: Spot, at: int) -> bool:
    """Tell the bracket of a label from one left over: « point a) », « ii) »."""
    return bool(_LABEL.search(spot.text[max(0, at - 8) : at]))


def _unclosed(left: Iterable[_Open]) -> Iterator[Finding]:
    for _, spot, at in left:
        yield _finding("bracket-unclosed", spot, at)


def _finding(code: str, spot: Spot, at: int) -> Finding:
    start, end = once(spot.text, at, at + 1)
    if end - start < _AROUND and isinstance(spot.unit, Provision):
        start, end = once(spot.text, max(0, start - 8), min(len(spot.text), end + 8))
    words = spot.text[start:end]
    values = {"kind": SIC, "reads": UNKNOWN, "sign": spot.text[at]}
    return spot.finding(code, Severity.WARNING, words, **values)
