"""Word files (.docx): bytes to lines, labels and note numbers computed as Word prints them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from scripts.errors import CorpusError
from scripts.model import Line, Role
from scripts.sources.blocks import Block, lines_of, row_of
from scripts.sources.docx_notes import notes_of
from scripts.sources.docx_numbering import Label, Numbering, numbering_in
from scripts.sources.docx_package import Package, W, open_package
from scripts.sources.docx_styles import NumberingOf, numbering_of, styles_of, value
from scripts.sources.docx_text import (
    Called,
    Context,
    Gathered,
    balanced,
    gather,
    hidden_mark,
    level_of_outline,
)
from scripts.sources.docx_tracked import (
    View,
    cell_goes,
    changes_in,
    mark_goes,
    properties_of,
    refuse,
    row_goes,
)

_WRAPPERS = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
)
_GONE = frozenset(f"{W}{name}" for name in ("del", "moveFrom"))


def read(data: bytes, file: str = "", *, accepted: bool = False, original: bool = False) -> tuple[Line, ...]:
    """Return the lines of a Word file, each block's label in front, notes after the block that calls them.

    What is no part of the text has its role: heads and feet of pages, contents, comments, hidden words.
    Raises CorpusError where the file is broken, encrypted, holds macros, or holds tracked changes and it
    isn't said which text is wanted: all changes ``accepted``, or the ``original``.
    """
    if accepted and original:
        raise CorpusError("one text at a time", file, action="choose --accepted or --original, not both")
    package = open_package(data, file)
    roots = _roots(package)
    if not (accepted or original):
        refuse((change for root in roots for change in changes_in(root)), file)
    styles = styles_of(package.part("styles"))
    context = Context(View.ORIGINAL if original else View.ACCEPTED, styles, notes_of(package))
    reader = _Reader(context, numbering_in(package.part("numbering"), styles), file)
    text = _body(roots[0], reader)
    heads, feet = (_running(package, reader, kind) for kind in ("header", "footer"))
    return lines_of([*heads, *text, *feet, *_comments(package, reader)])


def _roots(package: Package) -> list[etree._Element]:
    """Return the parts whose tracked changes count, the text first."""
    main = package.xml(package.main)
    roots = [package.part(kind) for kind in ("footnotes", "endnotes")]
    roots += [
        package.xml(each.part) for each in package.relations.values() if each.kind in ("header", "footer")
    ]
    if main is None:
        raise CorpusError("the Word file has no text", package.file)
    return [main, *(root for root in roots if root is not None)]


def _body(root: etree._Element, reader: _Reader) -> list[Block]:
    body = root.find(f"{W}body")
    if body is None:
        raise CorpusError("the Word file has no text", reader.file, action="open it in Word and save it anew")
    reader.context.sound = balanced(body)
    sections = list(body.iter(f"{W}sectPr"))
    reader.sections = iter(sections[1:])
    reader.context.notes.new_section(sections[0] if sections else None)
    return list(reader.blocks(body))


def _running(package: Package, reader: _Reader, kind: str) -> list[Block]:
    """Return the heads or feet of pages, each that the sections name once."""
    found: list[Block] = []
    for relation in sorted({each.part for each in package.relations.values() if each.kind == kind}):
        root = package.xml(relation)
        if root is not None:
            found += (Block(block.text, Role.RUNNING, block.label) for block in reader.apart(root))
    return found


def _comments(package: Package, reader: _Reader) -> Iterator[Block]:
    root = package.part("comments")
    for comment in root.iterfind(f"{W}comment") if root is not None else ():
        for block in reader.blocks(comment):
            if block.role is Role.TEXT:
                yield Block(block.text, Role.COMMENT)


@dataclass(slots=True)
class _Reader:
    """Reads the blocks of a part, in order, counting lists and notes as it goes."""

    context: Context
    numbering: Numbering
    file: str
    sections: Iterator[etree._Element] = field(default_factory=lambda: iter(()))
    begun: tuple[Gathered, etree._Element] | None = None

    def apart(self, parent: etree._Element) -> Iterator[Block]:
        """Yield the blocks of a part of its own: a note, a text box, the head of a page."""
        own = self.context
        context = Context(own.view, own.styles, own.notes, sound=balanced(parent))
        return _Reader(context, self.numbering, self.file).blocks(parent)

    def blocks(self, parent: etree._Element) -> Iterator[Block]:
        """Yield the blocks of anything that holds paragraphs and tables."""
        wrapped = str(parent.tag) in _WRAPPERS
        for each in parent:
            tag = str(each.tag)
            if tag == f"{W}p":
                yield from self._paragraph(each)
            elif tag == f"{W}tbl":
                yield from self._flushed()
                yield from self._table(each)
            elif tag == f"{W}altChunk":
                raise CorpusError(
                    "the Word file holds another file in place of text",
                    self.file,
                    action="open it in Word and save it anew",
                )
            elif (tag in _WRAPPERS or tag in _GONE) and self.context.view.shows(tag):
                yield from self.blocks(each)
        if not wrapped:
            yield from self._flushed()

    def _flushed(self) -> Iterator[Block]:
        """Yield the paragraph whose mark is gone and that no other follows."""
        if self.begun is not None:
            gathered, paragraph = self.begun
            yield from self._ended(gathered, paragraph)

    # -- paragraphs ---------------------------------------------------------------------------------

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Block]:
        gathered = self.begun[0] if self.begun else Gathered()
        gather(paragraph, gathered, self.context)
        if mark_goes(paragraph, self.context.view):
            self.begun = (gathered, paragraph)
        else:
            yield from self._ended(gathered, paragraph)
        if paragraph.find(f"{W}pPr/{W}sectPr") is not None:
            self.context.notes.new_section(next(self.sections, None))

    def _ended(self, gathered: Gathered, paragraph: etree._Element) -> Iterator[Block]:
        """Yield the block of a paragraph, with its text boxes before or after, its notes, what it hides."""
        self.begun = None
        block = self._block(gathered, paragraph)
        boxes = [each for box in gathered.boxes for each in self.apart(box)]
        yield from boxes if gathered.boxes_first else ()
        yield block
        yield from () if gathered.boxes_first else boxes
        for call in gathered.notes:
            yield from self._note(call)
        if gathered.hidden.text.strip():
            yield Block(gathered.hidden.text, Role.HIDDEN)

    def _block(self, gathered: Gathered, paragraph: etree._Element) -> Block:
        properties = properties_of(paragraph, self.context.view)
        style = value(properties, "pStyle")
        styles = self.context.styles
        hides = hidden_mark(properties) and not gathered.words.text.strip()
        label = None if hides else self._label(style, properties)
        rank = styles.heading(style, level_of_outline(properties))
        role = Role.HEADING if rank else Role.TEXT
        if gathered.contents or styles.contents(style):
            role = Role.CONTENTS
        return Block(
            gathered.words.text,
            role,
            label.text if label else "",
            rank or (label.depth if label else 0),
            calls=tuple(gathered.words.calls),
        )

    def _label(self, style: str, properties: etree._Element | None) -> Label | None:
        own = numbering_of(properties)
        tracked = properties.find(f"{W}numPr/{W}ins") if properties is not None else None
        if tracked is not None and not self.context.view.shows(str(tracked.tag)):
            own = NumberingOf()
        return self.numbering.label(style, own)

    def _note(self, call: Called) -> Iterator[Block]:
        """Yield the blocks of a note, its number in front of the first."""
        own = [block for block in self.apart(call.body) if block.text.strip() or block.label]
        for rank, block in enumerate(own or [Block("")]):
            text = (f"{block.label} " if block.label else "") + block.text
            if rank == 0:
                text = text.lstrip()
                text = text.removeprefix(call.num).lstrip() if call.typed else text
            yield Block(text, Role.NOTE, call.num if rank == 0 else "", note=call.num)

    # -- tables -------------------------------------------------------------------------------------

    def _table(self, table: etree._Element) -> Iterator[Block]:
        for row in _held(table, f"{W}tr", self.context.view):
            if row_goes(row, self.context.view):
                continue
            cells = [
                [block for block in self.blocks(cell) if block.text.strip() or block.label]
                for cell in _held(row, f"{W}tc", self.context.view)
                if not cell_goes(cell, self.context.view)
            ]
            yield from row_of(cells)


def _held(parent: etree._Element, tag: str, view: View) -> Iterable[etree._Element]:
    """Yield the rows of a table or the cells of a row, within content controls too."""
    for each in parent:
        if each.tag == tag:
            yield each
        elif each.tag in _WRAPPERS and view.shows(str(each.tag)):
            yield from _held(each, tag, view)
