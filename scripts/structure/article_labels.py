"""The label of an article, « Article 16 – », "ARTICLE I.", « Art. 2 »; and the words that head a section."""

from __future__ import annotations

import re
from functools import lru_cache

from scripts.structure.labels import Label, Style, roman
from scripts.structure.wording import StructureWords, capital, either, plain

_HEAD = 60
_OPENS = ("[", "«", "“", '"')
_LONGEST_SECTION = 40


@lru_cache(maxsize=16)
def _pattern(words: StructureWords) -> re.Pattern[str]:
    """« Article premier », "Article 16 –", « Article 4 bis. », "ARTICLE XII", « [Article 8] »."""
    value = rf"\d{{1,4}}|[ivxlc]{{1,7}}|{either(words.first)}"
    again = rf"\s?(?:{either(words.repetitions)})|[a-z]"
    parted = r"(?P<parted>\s*(?:[.:]?\s?[-–—]+|[.:)])(?=\s|$|(?-i:[A-Z«“\"])))?"
    return re.compile(
        rf"(?P<open>\[*)(?P<label>(?:{either(words.articles)})\s+"
        rf"(?P<num>(?P<value>{value})(?P<again>{again})?)(?P<shut>\]?){parted})(?=\s|$|(?-i:[A-Z«“\"]))",
        re.IGNORECASE,
    )


def read(text: str, words: StructureWords) -> Label | None:
    """Return the label of an article that the line opens with; None in « Article 16 de la Convention ».

    What follows is nothing, a title or a sentence with a capital. ``shape`` is ``firm`` where a mark parts
    the label from what follows, or nothing follows.
    """
    match = _pattern(words).match(text[:_HEAD])
    if match is None or text[match.start("label")].islower():
        return None
    number = _number(match["value"], words)
    rest = text[match.end() :].lstrip()
    if not number or not (not rest or capital(rest) or rest.startswith(_OPENS) or match["parted"]):
        return None
    again = _again(match["again"] or "", words)
    brackets, printed = match["open"], match["label"]
    if brackets and match["shut"]:
        printed, brackets = brackets[-1] + printed, brackets[:-1]
    return Label(
        Style.ARTICLE,
        "firm" if match["parted"] or not rest else "loose",
        match["num"],
        printed,
        (number, again),
        brackets,
        len(text) - len(rest),
        f"{number}{(match['again'] or '').lower()}",
    )


def _number(printed: str, words: StructureWords) -> int:
    if printed.isdigit():
        return int(printed)
    if plain(printed) in {plain(word) for word in words.first}:
        return 1
    return roman(printed.lower())


def _again(printed: str, words: StructureWords) -> int:
    """Return 1 for « 4 bis » and « 4A », 2 for « 4 ter » and « 4B »."""
    bare = plain(printed)
    if bare in words.repetitions:
        return words.repetitions.index(bare) + 1
    return ord(bare) - ord("a") + 1 if bare else 0


# -- sections ---------------------------------------------------------------------------------------


@lru_cache(maxsize=16)
def _section_pattern(words: StructureWords) -> re.Pattern[str]:
    """« Section II », "PART TWO", « PREMIÈRE PARTIE », « IV. », « Titre premier – Des principes »."""
    sections = either(words.sections)
    named = rf"(?:{sections})\s+(?:\d{{1,3}}|[ivxlc]+|[a-z](?!\w)|{either(words.first)}|[^\W\d_]+$)"
    before = rf"[^\W\d_]+\s+(?:{sections})$"
    return re.compile(rf"(?:{named}|{before}|[ivxlc]+\.(?=\s|$))", re.IGNORECASE)


def heads_section(text: str, words: StructureWords) -> bool:
    """Tell whether a line opens as the heading of a section, chapter or part."""
    return not text[:1].islower() and bool(_section_pattern(words).match(text[:_HEAD].rstrip()))


def section_alone(text: str, words: StructureWords) -> bool:
    """Tell whether a line is such a heading without its title: « CHAPITRE III », its title below."""
    bare = text.rstrip(" .:–—-")
    match = _section_pattern(words).match(text)
    return (
        len(text) < _LONGEST_SECTION
        and not text[:1].islower()
        and match is not None
        and match.end() >= len(bare)
    )
