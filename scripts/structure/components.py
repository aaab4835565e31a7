"""Where a component begins: « PROJET DE DECISION 10.IGC 7 », « ANNEXE », "ANNEX II"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from scripts.structure.rows import Row
from scripts.structure.wording import StructureWords, alternatives, plain, stops

# « 10.IGC 7 », « 40 COM 7B.1 », « 2223 (2015) », « A/RES/70/1 », « XII.3 »; no « 5 of the Rules ».
_FIRST = r"(?:no\.?\s*)?(?:[0-9]|[a-z]{1,4}/|[ivxlc]+[./-]).*"
_TOKEN = re.compile(r"[\w./-]*[0-9][\w./-]*|[a-z]{1,4}|\([0-9ivxlcs-]+\)|[ivxlc]+[./-][\w./-]+")
_LAST = re.compile(r".*[0-9].*|[a-z]|bis|ter|rev\.?|\([0-9ivxlcs-]+\)")
_LONGEST_SYMBOL = 5  # words
_RANK = r"(?:[ivxl]+|[0-9]{1,2}|[a-z])"
_NAMED = r"\s?[:–—-]\s.+"  # « – Ordre du jour »
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
    symbol = rf"\s(?P<symbol>{_FIRST}?)(?P<named>{_NAMED})?"
    return (
        ("decision", re.compile(rf"\[?(?:{decision})\s?:?(?:{symbol})?\]?")),
        ("annex", re.compile(rf"\[?(?:{annex})(?:\s(?P<rank>{_RANK}))?(?:{_NAMED})?\]?")),
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
        apart = part.text[:1].isupper() and re.search(_NAMED, joined)  # the formula, or the title goes on
        joined = f"{joined} {part.text}".strip()
        found = _read(joined, words)
        opening = re.split(_NAMED, joined)[0]
        if found and ((_in_capitals(opening) and not apart) or _stands_alone(rows, index, length)):
            best = (found[0], length, found[1])
    return best


def _read(text: str, words: StructureWords) -> tuple[str, str] | None:
    if len(text) > _TITLE_LENGTH:
        return None
    for name, pattern in _markers(words):
        match = pattern.fullmatch(plain(text))
        parts = match.groupdict() if match else {}
        sentence = parts.get("named") and stops(text, words)
        if match and not sentence and _is_symbol(parts.get("symbol") or ""):
            return name, parts.get("rank") or ""
    return None


def _is_symbol(text: str) -> bool:
    """Tell whether the words after « Décision » are a symbol, or nothing."""
    tokens = text.removeprefix("no.").removeprefix("no ").split()
    if not tokens:
        return True
    return (
        len(tokens) <= _LONGEST_SYMBOL
        and all(_TOKEN.fullmatch(token) for token in tokens)
        and bool(_LAST.fullmatch(tokens[-1]))
    )


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
