"""Paragraph styles of a Word file: what a paragraph inherits, through the styles its own is based on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from scripts.sources.docx_package import W

_HEADING = re.compile(r"heading ([1-9])")
_CONTENTS = re.compile(r"toc (?:[1-9]|heading)")
_LAST_OUTLINE = 8  # 9 is body text


@dataclass(frozen=True, slots=True)
class NumberingOf:
    """What a paragraph or a style says of its numbering; None: nothing. List 0 means none."""

    list_id: str | None = None
    level: int | None = None


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its built-in name (the same in every language of Word), the one it is based on."""

    id: str
    name: str
    based_on: str
    outline: int | None
    numbering: NumberingOf
    hidden: bool | None


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a file by id; ``default`` is the one of paragraphs that name none."""

    by_id: dict[str, Style]
    default: str

    def chain(self, style: str) -> Iterator[Style]:
        """Yield a style and those it is based on, nearest first. A circle is gone round once."""
        seen: set[str] = set()
        name = style if style in self.by_id else self.default
        while name in self.by_id and name not in seen:
            seen.add(name)
            yield self.by_id[name]
            name = self.by_id[name].based_on

    def heading(self, style: str, own: int | None) -> int:
        """Return the rank of a heading from 1, 0 for other text: by outline level, or by the style's name."""
        if own is not None:
            return own + 1 if own <= _LAST_OUTLINE else 0
        for each in self.chain(style):
            if each.outline is not None:
                return each.outline + 1 if each.outline <= _LAST_OUTLINE else 0
            match = _HEADING.fullmatch(each.name)
            if match:
                return int(match[1])
        return 0

    def contents(self, style: str) -> bool:
        """Tell whether a style is one of a table of contents."""
        return any(_CONTENTS.fullmatch(each.name) for each in self.chain(style))

    def numbering(self, style: str) -> tuple[str, NumberingOf]:
        """Return what the style or those below say of numbering, and which style it was."""
        level: int | None = None
        for each in self.chain(style):
            said = each.numbering
            level = said.level if level is None else level
            if said.list_id is not None:
                return each.id, NumberingOf(said.list_id, level)
        return "", NumberingOf()

    def hidden(self, style: str) -> bool:
        """Tell whether the style hides its text."""
        for each in self.chain(style):
            if each.hidden is not None:
                return each.hidden
        return False


def styles_of(root: etree._Element | None) -> Styles:
    """Return the styles that a ``styles.xml`` holds."""
    found: dict[str, Style] = {}
    default = ""
    for each in root.iterfind(f"{W}style") if root is not None else ():
        style = _style(each)
        found[style.id] = style
        if each.get(f"{W}type") == "paragraph" and on_off(each.get(f"{W}default", "0")):
            default = style.id
    return Styles(found, default)


def _style(each: etree._Element) -> Style:
    properties = each.find(f"{W}pPr")
    run = each.find(f"{W}rPr")
    return Style(
        each.get(f"{W}styleId", ""),
        value(each, "name").lower(),
        value(each, "basedOn"),
        number(properties, "outlineLvl"),
        numbering_of(properties),
        flag(run, "vanish"),
    )


# -- properties -------------------------------------------------------------------------------------


def value(parent: etree._Element | None, name: str, default: str = "") -> str:
    """Return ``w:val`` of a child."""
    child = parent.find(f"{W}{name}") if parent is not None else None
    return child.get(f"{W}val", default) if child is not None else default


def number(parent: etree._Element | None, name: str) -> int | None:
    """Return ``w:val`` of a child as a number, None where there is none to read."""
    return whole(value(parent, name))


def whole(text: str | None) -> int | None:
    """Return a whole number read from an attribute, None where it is none or past all measure."""
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,9}", text) else None


def on_off(text: str) -> bool:
    """Read Word's on and off."""
    return text.lower() not in ("0", "false", "off", "none")


def flag(parent: etree._Element | None, name: str) -> bool | None:
    """Return whether a child turns something on or off, None where there is no such child."""
    child = parent.find(f"{W}{name}") if parent is not None else None
    return None if child is None else on_off(child.get(f"{W}val", "1"))


def numbering_of(properties: etree._Element | None) -> NumberingOf:
    """Return what ``w:numPr`` says."""
    said = properties.find(f"{W}numPr") if properties is not None else None
    if said is None:
        return NumberingOf()
    return NumberingOf(value(said, "numId") or None, number(said, "ilvl"))
