"""The words of a Word paragraph: runs, fields, signs, breaks, note calls, and text boxes set apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from scripts.sources.blocks import Words
from scripts.sources.docx_notes import Notes
from scripts.sources.docx_numerals import sign
from scripts.sources.docx_package import W
from scripts.sources.docx_styles import Styles, flag, value, whole
from scripts.sources.docx_tracked import View

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_BOX = f"{W}txbxContent"
_CONTENTS = ("TOC", "INDEX")


@dataclass(slots=True)
class Field:
    """A field that is open: its instruction, and whether its result has begun."""

    code: str = ""
    result: bool = False

    @property
    def contents(self) -> bool:
        """Tell whether the field makes a table of contents."""
        return self.code.split(None, 1)[:1] in ([name] for name in _CONTENTS)


@dataclass(slots=True)
class Context:
    """What is known while a part is read; open fields may span paragraphs, if they are ``sound``."""

    view: View
    styles: Styles
    notes: Notes
    fields: list[Field] = field(default_factory=list)
    sound: bool = True

    @property
    def printed(self) -> bool:
        """Tell whether text is printed here: not the instruction of a field."""
        return all(each.result for each in self.fields)

    @property
    def in_contents(self) -> bool:
        """Tell whether a table of contents is being read."""
        return any(each.contents for each in self.fields)


@dataclass(frozen=True, slots=True)
class Called:
    """A note that is called: its number as printed, its body, whether a person ``typed`` its mark."""

    num: str
    body: etree._Element
    typed: bool


@dataclass(slots=True)
class Gathered:
    """The words of a paragraph, those hidden, the notes called and the text boxes that hang on it.

    ``contents``: it is part of a table of contents.
    """

    words: Words = field(default_factory=Words)
    hidden: Words = field(default_factory=Words)
    notes: list[Called] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    boxes_first: bool = False
    contents: bool = False


def gather(paragraph: etree._Element, into: Gathered, context: Context) -> None:
    """Add the words of a paragraph (or of anything that holds runs) to ``into``."""
    if not context.sound and paragraph.tag == f"{W}p":
        context.fields.clear()
    for each in paragraph:
        tag = str(each.tag)
        if tag == f"{W}r":
            _run(each, into, context)
        elif tag.startswith(_MATH):
            _math(each, into)
        elif tag == f"{_MC}AlternateContent":
            chosen = _alternative(each)
            if chosen is not None:
                gather(chosen, into, context)
        elif tag in _HOLDERS and context.view.shows(tag):
            gather(each, into, context)
        elif tag in _PICTURES:
            _boxes(each, into)


def balanced(parent: etree._Element) -> bool:
    """Tell whether every field that begins in a part ends in it; else one could swallow the text."""
    kinds = [each.get(f"{W}fldCharType") for each in parent.iter(f"{W}fldChar")]
    return kinds.count("begin") == kinds.count("end")


_HOLDERS = frozenset(
    f"{W}{name}"
    for name in (
        "ins",
        "del",
        "moveFrom",
        "moveTo",
        "hyperlink",
        "smartTag",
        "sdt",
        "sdtContent",
        "customXml",
        "fldSimple",
        "bdo",
        "dir",
    )
)
_PICTURES = frozenset(f"{W}{name}" for name in ("drawing", "pict", "object"))


def _run(run: etree._Element, into: Gathered, context: Context) -> None:
    properties = run.find(f"{W}rPr")
    hidden = flag(properties, "vanish")
    if hidden is None:
        hidden = context.styles.hidden(value(properties, "rStyle", "\0"))
    words = into.hidden if hidden else into.words
    custom = ""
    for each in run:
        tag = str(each.tag)
        into.contents = into.contents or context.in_contents
        if tag in _NOTES and context.printed:
            custom = _note_call(run, each, into, context, hidden) or custom
        elif tag == f"{W}t" and custom and custom == (each.text or "").strip():
            custom = ""  # the mark typed after « custom mark follows », already called
        elif tag in _RUN:
            _RUN[tag](each, words, context)
        elif tag == f"{_MC}AlternateContent":
            chosen = _alternative(each)
            if chosen is not None:
                _boxes(chosen, into)
        elif tag in _PICTURES:
            _boxes(each, into)
        elif tag == f"{W}ruby":
            for base in each.iterfind(f"{W}rubyBase"):
                gather(base, into, context)


# -- notes ------------------------------------------------------------------------------------------

_NOTES = frozenset((f"{W}footnoteReference", f"{W}endnoteReference"))


def _note_call(
    run: etree._Element, call: etree._Element, into: Gathered, context: Context, hidden: bool
) -> str:
    """Note a call at the place reached; return the mark that a person typed for it, empty mostly."""
    typed = ""
    if call.get(f"{W}customMarkFollows", "0").lower() in ("1", "true", "on"):
        typed = "".join(each.text or "" for each in call.itersiblings(f"{W}t")).strip()
    num, body = context.notes.called(call, typed)
    if num and body is not None and not hidden:
        into.words.call(num)
        into.notes.append(Called(num, body, bool(typed)))
    return typed


# -- what a run holds -------------------------------------------------------------------------------


def _text(each: etree._Element, words: Words, context: Context) -> None:
    if context.printed:
        words.add((each.text or "").replace("\n", " ").replace("\r", " "))


def _printed(text: str) -> Callable[[etree._Element, Words, Context], None]:
    def add(each: etree._Element, words: Words, context: Context) -> None:
        if context.printed:
            words.add(text)

    return add


def _symbol(each: etree._Element, words: Words, context: Context) -> None:
    try:
        code = int(each.get(f"{W}char", ""), 16)
    except ValueError:
        return
    if context.printed and 0x20 <= code <= 0xFFFD and not 0xD800 <= code <= 0xDFFF:
        words.add(sign(code, each.get(f"{W}font", "")))


def _field_mark(each: etree._Element, words: Words, context: Context) -> None:
    kind = each.get(f"{W}fldCharType")
    if kind == "begin":
        context.fields.append(Field())
    elif kind == "separate" and context.fields:
        context.fields[-1].result = True
    elif kind == "end" and context.fields:
        context.fields.pop()


def _instruction(each: etree._Element, words: Words, context: Context) -> None:
    if context.fields and not context.fields[-1].result:
        context.fields[-1].code = (context.fields[-1].code + (each.text or ""))[:200].lstrip()


_RUN: dict[str, Callable[[etree._Element, Words, Context], None]] = {
    f"{W}t": _text,
    f"{W}delText": _text,
    f"{W}tab": _printed("\t"),
    f"{W}ptab": _printed("\t"),
    f"{W}br": _printed("\n"),
    f"{W}cr": _printed("\n"),
    f"{W}noBreakHyphen": _printed("\u2011"),
    f"{W}sym": _symbol,
    f"{W}fldChar": _field_mark,
    f"{W}instrText": _instruction,
}


def _math(each: etree._Element, into: Gathered) -> None:
    for part in each.iter(f"{_MATH}t"):
        into.words.add(part.text or "")


# -- text boxes -------------------------------------------------------------------------------------


def _alternative(each: etree._Element) -> etree._Element | None:
    """Return one of the two forms in which Word keeps a drawing: both hold the same text box."""
    for name in ("Choice", "Fallback"):
        for form in each.iterfind(f"{_MC}{name}"):
            if name == "Fallback" or len(form):
                return form
    return None


def _boxes(each: etree._Element, into: Gathered) -> None:
    for box in _outer_boxes(each):
        into.boxes_first = into.boxes_first or not (into.words.text.strip() or into.boxes)
        into.boxes.append(box)


def _outer_boxes(each: etree._Element) -> list[etree._Element]:
    """Return the text boxes of a drawing, not those within them, nor the second form of one."""
    found: list[etree._Element] = []
    for child in each:
        if child.tag == _BOX:
            found.append(child)
        elif child.tag == f"{_MC}AlternateContent":
            chosen = _alternative(child)
            if chosen is not None:
                found += _outer_boxes(chosen)
        else:
            found += _outer_boxes(child)
    return found


def hidden_mark(properties: etree._Element | None) -> bool:
    """Tell whether a paragraph's mark is hidden, and with it the number before it."""
    run = properties.find(f"{W}rPr") if properties is not None else None
    return bool(flag(run, "vanish"))


def level_of_outline(properties: etree._Element | None) -> int | None:
    """Return the outline level that a paragraph has of its own (0 is the highest)."""
    return whole(value(properties, "outlineLvl"))
