"""Hyphens at the ends of lines: « celle- / ci » keeps its own, « environne- / ment » never had one.

What the rest of the text writes decides; where it doesn't tell, the hyphen stays, unless the file is one
that divides words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from scripts.sources.pdf_rows import Row

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HEAD = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_TAIL = re.compile(r"[^\W\d_]+")
_SOFT = "\u00ad"
_DIVIDING = 3  # divided words that stand whole elsewhere: the file divides words


@dataclass(slots=True)
class _Known:
    """The words of a text, those with a hyphen, and the parts of those."""

    words: Counter[str] = field(default_factory=Counter)
    compounds: Counter[str] = field(default_factory=Counter)
    parts: set[str] = field(default_factory=set)
    divides: bool = False

    def soft(self, head: str, tail: str) -> bool:
        """Tell whether the hyphen between ``head`` and ``tail`` only divides a word."""
        whole, compound = head + tail, f"{head}-{tail}"
        if self.words[whole] or self.compounds[compound]:
            return self.words[whole] > self.compounds[compound]
        if tail in self.parts:
            return False
        return self.divides


def join(texts: Sequence[Sequence[Row]]) -> None:
    """Take the hyphens out that only divide words; the rest of such a word goes up to where it begins."""
    known = _learn(texts)
    places = [pair for rows in texts for pair in _places(rows)]
    certain = sum(known.words[(head + tail).lower()] > 0 for _, _, head, tail in places)
    known.divides = certain >= _DIVIDING
    for above, row, head, tail in places:
        end = above.words[-1].text
        if end.endswith(_SOFT) or (tail.islower() and known.soft(head.lower(), tail)):
            _move_up(above, row, hyphen=1)
    for rows in texts:
        for above, row in pairwise(rows):
            if above.words and row.words and _divided_symbol(above, row):
                _move_up(above, row, hyphen=0)


def _learn(texts: Iterable[Sequence[Row]]) -> _Known:
    known = _Known()
    for rows in texts:
        for row in rows:
            for word in _WORD.findall(re.sub(r"[^\W\d_]+-$", "", row.text).lower()):
                if "-" in word:
                    known.compounds[word] += 1
                    known.parts.update(word.split("-"))
                known.words.update(word.split("-") if "-" in word else [word])
    return known


def _places(rows: Sequence[Row]) -> Iterator[tuple[Row, Row, str, str]]:
    for above, row in pairwise(rows):
        if not (above.words and row.words):
            continue
        head = _HEAD.search(above.words[-1].text)
        tail = _TAIL.match(row.words[0].text)
        if head and tail and not row.opens and not row.gap:
            yield above, row, head[1], tail[0]


def _divided_symbol(above: Row, row: Row) -> bool:
    """« CE/15/ » / « 9.IGC/7 », « Re| » / « penser »: no space follows a stroke that none precedes."""
    end = above.words[-1].text
    return (
        len(end) > 1
        and end[-1] in "/|"
        and end[-2].isalnum()
        and row.words[0].text[0].isalnum()
        and not (row.opens or row.gap)
    )


def _move_up(above: Row, row: Row, hyphen: int) -> None:
    """Move the rest of a divided word, with what is glued to it, up to the line where the word begins."""
    count = 1
    while count < len(row.words) and row.words[count].glued:
        count += 1
    last = above.words[-1]
    first = row.words[0]
    above.words[-1] = replace(last, text=last.text[: len(last.text) - hyphen] + first.text, right=last.right)
    above.words += row.words[1:count]
    del row.words[:count]
