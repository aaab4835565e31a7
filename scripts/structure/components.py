"""Where a component begins: « PROJET DE DECISION 10.IGC 7 », « ANNEXE », "ANNEX II"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from scripts.structure.rows import Row
from scripts.structure.wording import StructureWords, alternatives, plain, stops

_SYMBOL = r"(?:no\.?\s*)?[0-9][\w./-]*(?:\s[0-9][\w.]*|\s[a-z])?(?:\s(?:rev|bis|ter)\.?[0-9]*)?"
_RANK = r"(?:[ivxl]+|[0-9]{1,2}|[a-z])"
_TITLE_ROWS = 3
_TITLE_LENGTH = 160
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one component; the first ``title`` of them are the words that open it."""

    name: str
    rows: tuple[Row, ...]
    title: int
    first: int


@lru_cache(maxsize=16)
def _markers(words: StructureWords) -> tuple[tuple[str, re.Pattern[str]], ...]:
    decision, annex = alternatives(words.decision), alternatives(words.annex)
    return (
        ("decision", re.compile(rf"\[?(?:{decision})(?:\s{_SYMBOL})?\]?")),
        ("annex", re.compile(rf"\[?(?:{annex})(?:\s(?P<rank>{_RANK}))?(?:\s?[:–—-]\s.+)?\]?")),
    )


def parts_of(rows: Sequence[Row], words: StructureWords) -> tuple[Part, ...]:
    """Return the components of a text; before the first marker, and in an empty text, ``document``."""
    starts = [(0, 0, "document", "")]
    index = 0
    while index < len(rows):
        name, length, rank = _marker(rows, index, words)
        if length:
            starts.append((index, length, name, rank))
        index += max(1, length)
    if not rows:
        return (Part("document", (), 0, 0),)
    ends = [start[0] for start in starts[1:]] + [len(rows)]
    taken: dict[str, int] = {}
    return tuple(
        Part(_name(name, rank, taken), tuple(rows[first:end]), length, first)
        for (first, length, name, rank), end in zip(starts, ends, strict=True)
        if first < end
    )


def _marker(rows: Sequence[Row], index: int, words: StructureWords) -> tuple[str, int, str]:
    """Return the name, the rows taken (0: no marker) and the printed rank of a component's opening."""
    row = rows[index]
    opens = index == 0 or row.gap or row.turn or stops(rows[index - 1].text, words)
    if not opens or len(row.text) > _TITLE_LENGTH or row.text[:1].islower():
        return "", 0, ""
    joined = ""
    best = ("", 0, "")
    for length, part in enumerate(rows[index : index + _TITLE_ROWS], 1):
        if length > 1 and (part.gap or part.turn):
            break
        joined = f"{joined} {part.text}".strip()
        found = _read(joined, words)
        if found and (_in_capitals(joined) or _stands_alone(rows, index, length)):
            best = (found[0], length, found[1])
    return best


def _read(text: str, words: StructureWords) -> tuple[str, str] | None:
    if len(text) > _TITLE_LENGTH:
        return None
    for name, pattern in _markers(words):
        match = pattern.fullmatch(plain(text))
        if match:
            return name, match.groupdict().get("rank") or ""
    return None


def _in_capitals(text: str) -> bool:
    return not any(letter.islower() for letter in text)


def _stands_alone(rows: Sequence[Row], index: int, length: int) -> bool:
    """Tell whether blank lines or page turns set the rows apart: « Annexe » in running text is no title."""
    above, below = rows[index], rows[index + length] if index + length < len(rows) else None
    return (index == 0 or above.gap > 0) and (below is None or below.gap > 0 or below.turn)


def _name(name: str, rank: str, taken: dict[str, int]) -> str:
    """Return ``annex`` for the first, ``annex-2`` for « ANNEXE II » or the second one met."""
    number = _ROMAN.index(rank) if rank in _ROMAN else int(rank) if rank.isdigit() else 0
    wanted = f"{name}-{number}" if number > 1 else name
    while wanted in taken:
        taken[name] = max(2, taken.get(name, 0) + 1)
        wanted = f"{name}-{taken[name]}"
    taken.setdefault(wanted, 0)
    return wanted
