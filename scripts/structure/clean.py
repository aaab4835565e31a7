"""Page furniture set apart: rules, page numbers, running heads and feet; double spacing undone."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from scripts.model import Line
from scripts.structure import labels, told
from scripts.structure.rows import Row, rows_of
from scripts.structure.wording import StructureWords, alternatives, capital, plain, stops

_RULE = re.compile(r"(?:[*_=~.•·#+]\s*){3,}|(?:[-–—]\s*){3,}")
_BARE_NUMBER = re.compile(r"\d{1,4}")
_DASHED_NUMBER = re.compile(r"[-–—]\s*\d{1,4}\s*[-–—]")
_LEADERS = re.compile(r"(?:\.{4,}|(?:\s\.){4,}|…{2,})\s*\d{1,4}$")
_TAIL = 40  # characters
_FEWEST_ENTRIES = 3  # of a table of contents
_HEAD_LENGTH = 120  # a running head is one line


def clean(lines: Sequence[Line], words: StructureWords) -> tuple[tuple[Row, ...], tuple[Line, ...]]:
    """Return the rows that carry the text, and the lines that are page furniture.

    A row that follows furniture knows it: after a rule it has a gap, after a page number a page turn.
    """
    rows = rows_of(lines)
    apart = told.no_text(rows)
    finders = (_rules, _contents, _page_numbers, _running_heads)
    for find in finders[:-1] if told.tells(rows) else finders:
        apart |= find(rows, apart, words)
    kept = _without(rows, apart)
    return (
        tuple(kept) if told.tells(rows) else _single_spaced(kept, words),
        tuple(rows[index].line for index in sorted(apart)),
    )


def _without(rows: Sequence[Row], apart: dict[int, str]) -> list[Row]:
    """Return the rows that stay, the gaps and turns of those taken out handed on to the next."""
    kept: list[Row] = []
    gap, turn, rule = 0, False, False
    for index, row in enumerate(rows):
        gap, turn, rule = gap + row.gap, turn or row.turn, rule or row.rule
        why = apart.get(index)
        if why:
            turn, rule, gap = turn or why == "page", rule or why == "rule", gap + (why == "rule")
            continue
        kept.append(replace(row, gap=gap, turn=turn, rule=rule))
        gap, turn, rule = 0, False, False
    return kept


def _rules(rows: Sequence[Row], apart: dict[int, str], words: StructureWords) -> dict[int, str]:
    return {index: "rule" for index, row in enumerate(rows) if _RULE.fullmatch(row.text)}


def _contents(rows: Sequence[Row], apart: dict[int, str], words: StructureWords) -> dict[int, str]:
    """Return the lines of a table of contents: « Article 1 – Objet ........ 2 »."""
    found = {index: "aside" for index, row in enumerate(rows) if _LEADERS.search(row.text[-_TAIL:])}
    return found if len(found) >= _FEWEST_ENTRIES else {}


# -- page numbers ---------------------------------------------------------------------------------


@lru_cache(maxsize=16)
def _page_pattern(words: StructureWords) -> re.Pattern[str]:
    """« page 3 », « Page 3 sur 12 », « DCE/16/10.IGC/7 – page 3 »."""
    page, of = alternatives(words.page), alternatives(words.page_of)
    return re.compile(
        rf"(?:\S*/\S*\s*)?[-–—|,\s]*(?:{page})\s*\d{{1,4}}(?:\s*(?:{of})\s*\d{{1,4}})?[-–—|\s]*"
    )


def _page_numbers(rows: Sequence[Row], apart: dict[int, str], words: StructureWords) -> dict[int, str]:
    found = {}
    for index, row in enumerate(rows):
        after = rows[index + 1] if index + 1 < len(rows) else None
        apart_above = row.gap > 0 or row.turn or index == 0
        apart_below = after is None or after.gap > 0 or after.turn
        at_turn = row.turn or after is None or after.turn
        if (
            (at_turn and _BARE_NUMBER.fullmatch(row.text))
            or (_DASHED_NUMBER.fullmatch(row.text) and (apart_above or apart_below))
            or (
                (apart_above or apart_below)
                and len(row.text) < _HEAD_LENGTH
                and _page_pattern(words).fullmatch(plain(row.text))
            )
        ):
            found[index] = "page"
    return found | _isolated_numbers(rows, found)


def _isolated_numbers(rows: Sequence[Row], found: dict[int, str]) -> dict[int, str]:
    """Return the bare numbers between blank lines that count the pages: 2, 3, 4 through the file."""
    lone = [
        index
        for index, row in enumerate(rows[:-1])
        if index not in found and row.gap and rows[index + 1].gap and _BARE_NUMBER.fullmatch(row.text)
    ]
    numbers = [int(rows[index].text) for index in lone]
    counting = len(numbers) > 1 and all(b == a + 1 for a, b in itertools.pairwise(numbers))
    return dict.fromkeys(lone, "page") if counting else {}


# -- running heads and feet -----------------------------------------------------------------------


def _running_heads(rows: Sequence[Row], apart: dict[int, str], words: StructureWords) -> dict[int, str]:
    """Return the first and last rows of pages that come back from page to page, but for their figures."""
    pages = _pages(rows, apart)
    if len(pages) < 2:
        return {}
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for page in pages:
        ends = {("head", index) for index in page[:2]} | {("foot", index) for index in page[-2:]}
        for end, index in sorted(ends):
            if _may_run(rows, index, end, words):
                places[end, re.sub(r"\d+", "0", plain(rows[index].text))].append(index)
    enough = max(2, (2 * len(pages) + 4) // 5)
    return {index: "page" for found in places.values() if len(found) >= enough for index in found}


def _pages(rows: Sequence[Row], apart: dict[int, str]) -> list[list[int]]:
    pages: list[list[int]] = [[]]
    for index, row in enumerate(rows):
        if (row.turn or apart.get(index - 1) == "page") and pages[-1]:
            pages.append([])
        if index not in apart:
            pages[-1].append(index)
    return [page for page in pages if page]


def _may_run(rows: Sequence[Row], index: int, end: str, words: StructureWords) -> bool:
    """Tell whether a row may be a running head: short, no label, set off from the text or a symbol."""
    text = rows[index].text
    if len(text) > _HEAD_LENGTH or stops(text, words) or labels.read(text, words):
        return False
    if not capital(text) and not text[0].isdigit():
        return False
    beyond = rows[index + 1] if index + 1 < len(rows) else None
    set_off = rows[index].gap > 0 if end == "foot" else beyond is None or beyond.gap > 0
    return set_off or ("/" in text and " " not in text)


# -- double spacing -------------------------------------------------------------------------------


def _single_spaced(rows: list[Row], words: StructureWords) -> tuple[Row, ...]:
    """Return the rows of a double-spaced file with one blank line fewer before each.

    Double spacing is told from one paragraph a line by the sentences that run on past the blank lines.
    """
    inner = [row for row in rows[1:] if not row.turn]
    if len(inner) < 4 or sum(row.gap > 0 for row in inner) * 20 < len(inner) * 19:
        return tuple(rows)
    running = sum(
        not stops(before.text, words) and not capital(row.text) and not labels.read(row.text, words)
        for before, row in itertools.pairwise(rows)
    )
    if running * 5 < len(inner):
        return tuple(rows)
    return tuple(replace(row, gap=max(0, row.gap - 1)) for row in rows)
