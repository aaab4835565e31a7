"""From blocks, as Word and HTML have them, to lines: one blank line between, the label before its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from scripts.model import Call, Line, Role, Said

# A soft hyphen is no character of the text, only leave to break it; a carriage return in a file's text is
# white space; controls cannot be printed.
_UNPRINTED = re.compile("[\u00ad\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ufeff\u200b]")


_TEXT = (Role.TEXT, Role.HEADING, Role.TABLE)
_LABEL = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivxl]{1,6})[.)]|\d{1,3}(?:\.\d{1,3})+\.?|[-–—•]")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, table row or note of a file.

    ``text`` has a line feed where the file has a soft break; the offsets of ``calls`` are in ``text``.
    ``label`` is what the file's numbering prints before it. The rest is said as in ``model.Said``.
    """

    text: str
    role: Role = Role.TEXT
    label: str = ""
    level: int = 0
    note: str = ""
    calls: tuple[Call, ...] = ()


@dataclass(slots=True)
class Words:
    """The words of a block while they are gathered, with the notes they call."""

    pieces: list[str] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    length: int = 0

    def add(self, text: str) -> None:
        """Append characters; what cannot be printed is left out."""
        shown = _UNPRINTED.sub("", text)
        if shown:
            self.pieces.append(shown)
            self.length += len(shown)

    def call(self, num: str, printed: str = "") -> None:
        """Append the call of the note ``num``, as it is printed: « [1] » for 1."""
        start = self.length
        self.add(printed or num)
        if self.length > start:
            self.calls.append(Call(num, start, self.length))

    @property
    def text(self) -> str:
        """The characters gathered."""
        return "".join(self.pieces)


def row_of(cells: Sequence[Sequence[Block]]) -> Iterator[Block]:
    """Yield a table row: on one line where each cell has one paragraph, else paragraph by paragraph."""
    texts = [[block for block in cell if block.role in _TEXT] for cell in cells]
    if any(len(cell) > 1 for cell in texts):
        yield from _cell_by_cell(cells)
        return
    row = _joined([block for cell in texts for block in cell if block.text.strip() or block.label])
    if row is not None:
        yield row
    yield from (block for cell in cells for block in cell if block.role not in _TEXT)


def _cell_by_cell(cells: Sequence[Sequence[Block]]) -> Iterator[Block]:
    """Yield the paragraphs of cells in order; « (a) » alone in the first cell is the label of the next."""
    blocks = [block for cell in cells for block in cell]
    label = blocks[0].text.strip() if len(cells[0]) == 1 else ""
    if _LABEL.fullmatch(label) and blocks[1].role is Role.TEXT and not blocks[1].label:
        yield replace(blocks[1], label=label)
        blocks = blocks[2:]
    yield from blocks


def _joined(blocks: Sequence[Block]) -> Block | None:
    """Return the cells of a row as one block, a tab between; the first one's label stays a label."""
    if not blocks:
        return None
    words, first = Words(), blocks[0]
    for rank, block in enumerate(blocks):
        if rank:
            words.add("\t" + (f"{block.label} " if block.label else ""))
        start = words.length
        words.add(block.text)
        words.calls += [Call(call.num, start + call.start, start + call.end) for call in block.calls]
    role = first.role if len(blocks) == 1 else Role.TABLE
    return Block(words.text, role, first.label, first.level, first.note, tuple(words.calls))


def lines_of(blocks: Iterable[Block]) -> tuple[Line, ...]:
    """Return the lines of a file's blocks, those without words left out."""
    lines: list[Line] = []
    for block in blocks:
        if not (block.text.strip() or block.label.strip()):
            continue
        if lines:
            lines.append(Line(len(lines) + 1, ""))
        for text, said in _lines(block):
            lines.append(Line(len(lines) + 1, text, said))
    return tuple(lines)


def _lines(block: Block) -> Iterator[tuple[str, Said]]:
    """Yield the lines of a block: a soft break ends a line, and doesn't tell whether the sentence goes on."""
    label = block.label.strip()
    text = f"{label} {block.text}" if label else block.text
    shift = len(text) - len(block.text)
    start, opens = 0, True
    for part in text.split("\n"):
        end = start + len(part)
        calls = tuple(
            Call(call.num, call.start + shift - start, call.end + shift - start)
            for call in block.calls
            if start <= call.start + shift < end
        )
        if part.strip():
            going_on = None if block.role is Role.TEXT else False  # « (a) … » may follow a soft break
            said = Said(
                block.role,
                opens or going_on,
                block.level,
                len(label) if start == 0 else 0,
                block.note,
                calls,
            )
            yield part, said
            opens = False
        start = end + 1
