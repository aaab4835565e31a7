"""What is known of a component while its rows are read: open lists, last numbers, the row's edge."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from scripts.model import Finding, Kind, Role, Severity
from scripts.structure import article_labels, labels
from scripts.structure.labels import Label, Style
from scripts.structure.layout import Layout
from scripts.structure.rows import Row
from scripts.structure.wording import StructureWords, capital, stops

_HEADING_LENGTH = 300
_COLUMNS = re.compile(r"\t+|[ \u00a0]{4,}")


class Edge(Enum):
    """What stands between a row and the one above it in the text."""

    START = "nothing above"
    NONE = "a line end"
    TURN = "a page turn in mid-sentence"
    GAP = "a blank line in mid-sentence"
    STOP = "a line end after a full stop"
    FULL = "a blank line or page turn after a full stop"


@dataclass(slots=True)
class Node:
    """A provision in the making; ``kind`` is None for unnumbered text that is still open."""

    kind: Kind | None
    label: Label | None
    rows: list[Row]
    children: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class Level:
    """An open list: its last member, and the node that holds it (None: the component itself)."""

    node: Node
    owner: Node | None


@dataclass(slots=True)
class Outline:
    """The provisions read so far, and what the next label must follow."""

    name: str
    rows: Sequence[Row]
    words: StructureWords
    layout: Layout
    root: list[Node] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    levels: list[Level] = field(default_factory=list)
    current: Node | None = None
    last: tuple[int, ...] = (0, 0)
    highest: tuple[int, ...] = (0, 0)
    after_heading: bool = False
    article: Node | None = None
    article_value: tuple[int, ...] = (0, 0)
    running: tuple[int, ...] = (0, 0)  # the last number above the open article, unless they begin ``anew``
    anew: bool = False
    concluded: bool = False
    in_table: bool = False
    dotless: tuple[int, ...] = (-1, 0)  # the last number believed without its full stop
    bares: dict[tuple[int, ...], int] = field(default_factory=dict)
    quotes: int = 0  # quotation marks open since the last numbered paragraph began
    untitled: Node | None = None  # « CHAPITRE III », its title on the next line
    openers: list[int] = field(default_factory=list)
    candidates: dict[tuple[Style, tuple[int, ...]], list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Note the rows that look like a number or an article at the opening of a block, to look ahead."""
        found: dict[tuple[Style, tuple[int, ...]], list[int]] = defaultdict(list)
        for index, row in enumerate(self.rows):
            if article_labels.read(row.text, self.words):
                self.openers.append(index)
                continue
            number = labels.bare(row.text) if row.gap or row.turn else None
            if number:
                self.bares[number.value] = index
            if index and not (row.gap or row.turn or stops(self.rows[index - 1].text, self.words)):
                continue
            for label in labels.read(row.text, self.words):
                if label.style in (Style.NUMBER, Style.DOTTED) and self.capital_after(label, index):
                    found[label.style, label.value].append(index)
                    if not self.openers or self.openers[-1] != index:
                        self.openers.append(index)
        self.candidates = dict(found)

    @property
    def base(self) -> int:
        """The depth of the paragraphs: 0 in the component itself, 1 in an article."""
        return 1 if self.article else 0

    def counted(self, value: tuple[int, ...]) -> None:
        """Note the number of a paragraph; 1 in an article tells that each article counts anew."""
        self.anew = self.anew or (self.article is not None and value == (1, 0) and self.running != (0, 0))
        self.last = value
        self.highest = max(self.highest, value)

    def opener(self, index: int) -> int | None:
        """Return the next row, from ``index`` on, that opens with a number or as an article."""
        rank = bisect_left(self.openers, index)
        return self.openers[rank] if rank < len(self.openers) else None

    def leave(self) -> None:
        """Close the open lists and the open article: a section or the closing formula begins."""
        self.levels.clear()
        if self.article:
            self.carry()
            self.article, self.last, self.highest = None, self.running, self.running

    def carry(self) -> None:
        """Keep the last number, which the paragraphs of the next article may go on from."""
        if self.last != (0, 0) and not self.anew:
            self.running = self.last

    def before_next(self) -> tuple[tuple[int, ...], ...]:
        """Return the numbers that the next may follow: the last, the highest, the last above the article."""
        if self.last == (0, 0) and not self.anew:
            return self.last, self.highest, self.running
        return self.last, self.highest

    def comes_later(self, style: Style, value: tuple[int, ...], index: int) -> bool:
        """Tell whether a row after ``index`` opens with that number."""
        places = self.candidates.get((style, value), [])
        return bisect_right(places, index) < len(places)

    def bare_later(self, value: tuple[int, ...], index: int) -> bool:
        """Tell whether a row after ``index`` opens with that number, printed without its full stop."""
        return self.bares.get(value, -1) > index

    def capital_after(self, label: Label, index: int) -> bool:
        """Tell whether the text after the label opens with a capital or a bracket (dotted: with anything)."""
        rest = self.rows[index].text[label.end :]
        if self.rows[index].said.label:  # the file numbers it
            return True
        if not rest and index + 1 < len(self.rows):
            rest = self.rows[index + 1].text
        return bool(rest) and (label.style is Style.DOTTED or capital(rest) or rest[0] in '[«“"')

    def edge(self, row: Row) -> Edge:
        """Return what stands before ``row``."""
        if self.current is None:
            return Edge.START
        if row.opens:
            return Edge.FULL
        stopped = stops(self.current.rows[-1].text, self.words)
        if row.gap or row.turn:
            return Edge.FULL if stopped else Edge.TURN if row.turn else Edge.GAP
        return Edge.STOP if stopped else Edge.NONE

    def meant(self, row: Row) -> bool:
        """Tell whether the line break before ``row`` was meant."""
        return self.current is None or self.layout.meant(self.current.rows[-1], row)

    def under_heading(self) -> bool:
        """Tell whether the open text looks like a heading: unnumbered, short, no full stop."""
        node = self.current
        if node is None or not (node.label is None or node is self.article):
            return False
        return is_heading(node, self.words)

    def doubt(self, code: str, row: Row, num: str, severity: Severity = Severity.WARNING) -> None:
        """Add a finding at ``row``: ``annex 13.5``, ``document article 16 2``."""
        label = self.article.label if self.article else None
        place = " ".join(part for part in (self.name, f"article {label.num}" if label else "", num) if part)
        self.findings.append(Finding(code, severity, place, row.text[:80], row.line.number))


def is_heading(node: Node, words: StructureWords) -> bool:
    """Tell whether unnumbered text reads as a heading: a capital, few words, no closing punctuation."""
    tail = node.rows[-1].text
    if is_table_row(node):
        return False
    short = sum(len(row.text) for row in node.rows[:_HEADING_LENGTH]) <= _HEADING_LENGTH
    if node.rows[0].role is Role.HEADING:
        return short
    return (
        short
        and not tail.endswith(",")
        and not stops(tail, words)
        and (capital(node.rows[0].text) or node.rows[0].text[0].isdigit())
    )


_SHORT_CELL = re.compile(r"\(?(?:[IVXLCivxlc]+|\w{1,2})[.)]?")


def is_table_row(node: Node) -> bool:
    """Tell whether text stands in columns, tabs or wide blanks between: not « I.␉Principes »."""
    if node.rows[0].role is Role.TABLE:
        return True
    first, *cells = _COLUMNS.split(node.rows[0].text.strip(), maxsplit=2)
    return len(node.rows) == 1 and bool(cells) and not (len(cells) == 1 and _SHORT_CELL.fullmatch(first))


def why(value: tuple[int, ...], before: tuple[int, ...]) -> str:
    """Return the code of the finding for a number that doesn't follow ``before``."""
    if value == before:
        return "number-doubled"
    return "number-skipped" if value > before else "number-out-of-order"
