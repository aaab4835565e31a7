"""Labels: the number, letter or mark that may open a provision. Reading one is not yet believing it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from scripts.structure.wording import StructureWords, alternatives


class Style(Enum):
    """The form of a label."""

    ARTICLE = "Article 16"
    NUMBER = "15."
    DOTTED = "13.5"
    LETTER = "a)"
    ROMAN = "i)"
    FIGURE = "(1)"
    MARK = "-"


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed at the head of a line.

    ``value`` orders it: ``13 bis.`` is ``(13, 1)``, ``13.5`` is ``(13, 5, 0)``, ``c)`` is ``(3, 0)``; a mark
    has none. ``shape`` tells lists apart (``(a)`` from ``a)``, ``-`` from ``•``). ``brackets`` are square
    brackets that open before the label and belong to the text: « [13. Les Parties … ] ». ``end`` is where
    the text begins. ``number`` is how addresses write the number where it isn't ``num``: 1 for « premier ».
    """

    style: Style
    shape: str
    num: str
    printed: str
    value: tuple[int, ...]
    brackets: str
    end: int
    number: str = ""

    @property
    def parent(self) -> tuple[int, ...]:
        """The numbers above: ``(13,)`` for ``13.5``."""
        return self.value[:-2]

    def follows(self, value: tuple[int, ...]) -> bool:
        """Tell whether the label is the next after ``value``: 14 or 13 bis after 13, never 15."""
        *above, number, repetition = self.value
        *other, last, times = value
        return above == other and (
            (number == last + 1 and repetition == 0) or (number == last and repetition == times + 1)
        )

    @property
    def first(self) -> bool:
        """Tell whether the label may open a list: 1, a, i, or any mark."""
        return not self.value or self.value[-2:] == (1, 0)


MARKS = "-–—•·●▪◦‣*\uf0b7\uf0a7"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@lru_cache(maxsize=16)
def _patterns(words: StructureWords) -> tuple[tuple[Style, re.Pattern[str]], ...]:
    again = rf"(?:\s?(?P<again>{alternatives(words.repetitions)}))"
    rest = r"(?P<shut>\]?)(?=\s|$)"
    # « 12.Le Comité » has lost its space; « 5.CP 12 » is a symbol.
    glued = r"(?P<shut>\]?)(?=\s|$|\[|[«“\"]|[^\W\d_][a-zà-öø-ÿœ’'])"
    sources = {
        Style.NUMBER: rf"(?P<num>(?P<value>\d{{1,6}})(?:{again}\.?|(?P<letter>[A-Z])\.|\.)){glued}",
        Style.DOTTED: rf"(?P<num>(?P<value>\d{{1,4}}(?:\.\d{{1,3}}){{1,5}}){again}?)\.?{rest}",
        Style.LETTER: rf"(?P<shape>\(?)(?P<num>(?P<value>[a-z]){again}?)(?:\)|(?<![(])\.){rest}",
        Style.ROMAN: rf"(?P<shape>\(?)(?P<num>(?P<value>[ivxl]{{1,8}}){again}?)(?:\)|\.){rest}",
        Style.FIGURE: rf"(?P<shape>\(?)(?P<num>(?P<value>\d{{1,3}}){again}?)[)°º]{rest}",
        Style.MARK: rf"(?P<shape>[{re.escape(MARKS)}])(?=\s|$)",
    }
    return tuple((style, re.compile(rf"(?P<open>\[*)(?P<label>{text})")) for style, text in sources.items())


def read(text: str, words: StructureWords) -> tuple[Label, ...]:
    """Return what the head of a line may be as a label, none for most; ``i)`` is a letter or a number."""
    head = text[:40]
    if not head or head[0] not in _HEADS:
        return ()
    found = []
    for style, pattern in _patterns(words):
        match = pattern.match(head)
        if match:
            label = _label(style, match, text, words)
            if label:
                found.append(label)
    return tuple(found)


_HEADS = frozenset("[(0123456789abcdefghijklmnopqrstuvwxyz" + MARKS)


def _label(style: Style, match: re.Match[str], text: str, words: StructureWords) -> Label | None:
    parts = match.groupdict()
    value: tuple[int, ...] = ()
    if style is not Style.MARK:
        numbers = _numbers(style, parts["value"])
        if numbers is None:
            return None
        value = (*numbers, _repetition(parts["again"], words) or _rank(parts.get("letter")))
    brackets, printed = parts["open"], parts["label"]
    if brackets and parts.get("shut"):  # « [13 bis.] Les Parties »: the brackets hold the label alone
        printed, brackets = brackets[-1] + printed, brackets[:-1]
    num = "" if style is Style.MARK else (parts["num"] or "").rstrip(".")
    end = match.end("label")
    while end < len(text) and text[end].isspace():
        end += 1
    return Label(
        style, _shape(style, parts.get("shape") or "", printed, value), num, printed, value, brackets, end
    )


def _shape(style: Style, opening: str, printed: str, value: tuple[int, ...]) -> str:
    """Return what the labels of one list have in common: ``(a)`` is not ``a)``, 13.5 not 13.5.1."""
    if style is Style.NUMBER:
        return "1."
    if style is Style.DOTTED:
        return f"1.{len(value)}"
    return opening if style is Style.MARK else f"{style.value[0]}{opening}{printed.rstrip(']')[-1]}"


def _numbers(style: Style, printed: str) -> tuple[int, ...] | None:
    if style is Style.LETTER:
        return (ord(printed) - ord("a") + 1,)
    if style is Style.ROMAN:
        number = roman(printed)
        return (number,) if number else None
    return tuple(int(part) for part in printed.split("."))


_BARE = re.compile(r"(?P<num>(?P<value>\d{1,4})(?P<letter>[A-Z]?))\s+(?=[^\W\d_])")


def bare(text: str) -> Label | None:
    """Return a number printed without its full stop: « 12 Le Comité »; ``12 décembre`` is none."""
    match = _BARE.match(text)
    if match is None or text[match.end()].islower():
        return None
    value = (int(match["value"]), _rank(match["letter"]))
    return Label(Style.NUMBER, "1", match["num"], match["num"], value, "", match.end())


def _rank(letter: str | None) -> int:
    """Return 1 for « 13A. », which stands after 13 as 13 bis does."""
    return ord(letter) - ord("A") + 1 if letter else 0


def _repetition(printed: str | None, words: StructureWords) -> int:
    return words.repetitions.index(printed) + 1 if printed in words.repetitions else 0


def roman(printed: str) -> int:
    """Return the value of a lower-case Roman number that is written as one: ``iv``; 0 for ``iiv``."""
    values = [_ROMAN[letter] for letter in printed]
    total = sum(-v if v < w else v for v, w in zip(values, [*values[1:], 0], strict=True))
    return total if _written_roman(total) == printed else 0


def _written_roman(number: int) -> str:
    steps = (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    )
    written = ""
    for value, letters in steps:
        while number >= value:
            written, number = written + letters, number - value
    return written
