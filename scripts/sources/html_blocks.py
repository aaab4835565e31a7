"""The blocks of a page in order: paragraphs, headings, items with their labels, table rows, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from scripts.model import Call, Role
from scripts.sources.blocks import Block, Words, row_of
from scripts.sources.html_lists import labels
from scripts.sources.html_main import words_in
from scripts.sources.html_notes import PageNote, PageNotes

_BLANKS = re.compile(r"[ \t\n\r\f]+")
_HEADING = {f"h{rank}": rank for rank in range(1, 7)}
_INLINE = frozenset(
    (
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "math",
        "mi",
        "mn",
        "mo",
        "mrow",
        "msup",
        "msub",
        "q",
        "rb",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "o:p",
    )
)


@dataclass(slots=True)
class Walk:
    """Goes through a page and gathers its blocks."""

    notes: PageNotes
    done: list[Block] = field(default_factory=list)
    words: Words = field(default_factory=Words)
    role: Role = Role.TEXT
    level: int = 0
    label: str = ""
    depth: int = 0
    called: list[PageNote] = field(default_factory=list)
    printed: set[etree._Element] = field(default_factory=set)
    verbatim: bool = False

    def blocks(self, main: etree._Element) -> list[Block]:
        """Return the blocks of ``main``."""
        self._inside(main)
        self._end()
        return self.done

    # -- going through ------------------------------------------------------------------------------

    def _inside(self, each: etree._Element) -> None:
        self._add(each.text)
        for child in each:
            self._child(child)
            self._add(child.tail)

    def _child(self, child: etree._Element) -> None:
        tag = child.tag if isinstance(child.tag, str) else ""
        if not tag or child in self.notes.bodies or child in self.notes.back or tag == "rt":
            return
        if child in self.notes.calls:
            self._call(child)
        elif tag == "br":
            self.words.add("\n")
        elif tag in _INLINE:
            self._inside(child)
        else:
            self._block(child, tag)

    def _block(self, child: etree._Element, tag: str) -> None:
        self._end()
        if tag in _HEADING:
            self._heading(child, _HEADING[tag])
        elif tag in ("ol", "ul", "menu"):
            self._list(child)
        elif tag == "table":
            self._table(child)
        elif tag == "pre":
            outer, self.verbatim = self.verbatim, True
            self._inside(child)
            self._end()
            self.verbatim = outer
        else:
            self._inside(child)
        self._end()

    def _heading(self, child: etree._Element, rank: int) -> None:
        self.role, self.level = (Role.RUNNING if child in self.notes.titles else Role.HEADING), rank
        self._inside(child)
        self._end()
        self.role, self.level = Role.TEXT, 0

    def _list(self, child: etree._Element) -> None:
        known = dict(labels(child))
        self.depth += 1
        for each in child:
            if each in known and each not in self.notes.bodies:
                self._end()
                self.label = known[each]
                self._inside(each)
                self._end()
                self.label = ""
            else:
                self._child(each)
        self.depth -= 1

    # -- tables -------------------------------------------------------------------------------------

    def _table(self, table: etree._Element) -> None:
        for each in table:
            if each.tag == "tr":
                self._row(each)
            elif each.tag in ("thead", "tbody", "tfoot"):
                self._table(each)
            else:
                self._child(each)
        self._end()

    def _row(self, row: etree._Element) -> None:
        if row in self.notes.bodies:
            return
        cells = [
            Walk(self.notes, printed=self.printed).blocks(cell) for cell in row if cell.tag in ("td", "th")
        ]
        self.done += row_of(cells)

    # -- words --------------------------------------------------------------------------------------

    def _add(self, text: str | None) -> None:
        if not text:
            return
        self.words.add(text.replace("\r", "") if self.verbatim else _BLANKS.sub(" ", text))

    def _call(self, link: etree._Element) -> None:
        note = self.notes.calls[link]
        self.words.call(note.num, words_in(link).strip())
        if note.body not in self.printed:
            self.printed.add(note.body)
            self.called.append(note)

    def _end(self) -> None:
        """End the block begun, if it has words, and print the notes it calls."""
        text, calls = _tidied(self.words, self.verbatim)
        self.words = Words()
        if not text.strip():
            return
        level = self.level or (self.depth if self.label else 0)
        self.done.append(Block(text, self.role, self.label, level, calls=calls))
        self.label = ""
        called, self.called = self.called, []
        for note in called:
            self.done += self._note(note)

    def _note(self, note: PageNote) -> Iterator[Block]:
        own = Walk(PageNotes(calls={}, back=self.notes.back), printed=self.printed).blocks(note.body)
        for rank, block in enumerate(own or [Block("")]):
            text = (f"{block.label} " if block.label else "") + block.text
            if rank == 0:
                typed = re.match(rf"[\[(]?{re.escape(note.num)}[\])]?[.)]?(?=\s|$)\s*", text)
                text = text[typed.end() :] if typed else text
            yield Block(text, Role.NOTE, note.num if rank == 0 else "", note=note.num)


def _tidied(words: Words, verbatim: bool) -> tuple[str, tuple[Call, ...]]:
    """Return the words with single spaces, none at the ends of lines, and their calls moved along."""
    if verbatim:
        return words.text.strip("\n"), ()
    text, calls = words.text, []
    kept: list[str] = []
    places: list[int] = []
    length = 0
    for letter in text:
        places.append(length)
        if letter == " " and (not kept or kept[-1] in " \n"):
            continue
        if letter == "\n" and kept and kept[-1] == " ":
            kept.pop()
            length -= 1
        kept.append(letter)
        length += 1
    places.append(length)
    calls = [Call(call.num, places[call.start], places[call.end]) for call in words.calls]
    return "".join(kept).rstrip(" \n"), tuple(calls)
