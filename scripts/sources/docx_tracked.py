"""Tracked changes of a Word file: which words stand in the text as accepted, and which as it was before.

A text with some changes taken and others not was never anybody's text: it is one or the other, or refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from lxml import etree

from scripts.errors import CorpusError
from scripts.sources.docx_package import W
from scripts.sources.docx_styles import numbering_of, value

_COMES = (f"{W}ins", f"{W}moveTo")
_GOES = (f"{W}del", f"{W}moveFrom")
_CELLS = (f"{W}cellIns", f"{W}cellDel", f"{W}cellMerge")
_NAMES = {"ins": "inserted", "del": "deleted", "moveTo": "moved to here", "moveFrom": "moved away"}
_LISTED = 20
_WORDS = 60


class View(Enum):
    """Which of the two texts is read: all changes accepted, or none of them."""

    ACCEPTED = "accepted"
    ORIGINAL = "original"

    def shows(self, tag: str) -> bool:
        """Tell whether what stands in ``w:ins``, ``w:del`` … belongs to this text."""
        return tag not in (_GOES if self is View.ACCEPTED else _COMES)


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change: what happened, by whom, when, to which words."""

    what: str
    author: str
    date: str
    words: str

    def __str__(self) -> str:
        by = ", ".join(part for part in (self.author, self.date[:10]) if part)
        return f"{self.what}{f' ({by})' if by else ''}: {self.words}"


def changes_in(root: etree._Element) -> Iterator[Change]:
    """Yield the tracked changes of a part that touch words or numbers, in order; mere formatting doesn't."""
    for each in root.iter(*_COMES, *_GOES, *_CELLS, f"{W}pPrChange", f"{W}numberingChange"):
        parent = each.getparent()
        owner = str(parent.tag) if parent is not None else ""
        tag = etree.QName(each).localname
        if owner == f"{W}numPr" or (tag == "pPrChange" and _renumbers(each)):
            yield _change("numbering changed", each, _paragraph_of(each))
        elif tag in ("pPrChange", "numberingChange"):
            continue
        elif owner == f"{W}rPr":
            yield _change(f"paragraph mark {_NAMES.get(tag, 'changed')}", each, _paragraph_of(each))
        elif owner == f"{W}trPr":
            yield _change(f"table row {_NAMES.get(tag, 'changed')}", each, parent)
        elif each.tag in _CELLS:
            yield _change("table cell changed", each, parent)
        elif _words(each):
            yield _change(_NAMES[tag], each, each)


def refuse(changes: Iterable[Change], file: str) -> None:
    """Raise CorpusError with the list of ``changes`` where there are any."""
    found = list(changes)
    if not found:
        return
    listed = [str(each) for each in found[:_LISTED]]
    if len(found) > _LISTED:
        listed.append(f"… and {len(found) - _LISTED} more")
    raise CorpusError(
        f"the file holds {len(found)} tracked change{'s' * (len(found) > 1)}",
        file,
        words="\n    ".join(listed),
        action="choose --accepted or --original, or accept or reject them in Word",
    )


def mark_goes(paragraph: etree._Element, view: View) -> bool:
    """Tell whether the mark that ends a paragraph is not in this text, so that the next one runs on."""
    properties = paragraph.find(f"{W}pPr/{W}rPr")
    return properties is not None and any(not view.shows(str(each.tag)) for each in properties)


def row_goes(row: etree._Element, view: View) -> bool:
    """Tell whether a table row is not in this text."""
    properties = row.find(f"{W}trPr")
    return properties is not None and any(not view.shows(str(each.tag)) for each in properties)


def cell_goes(cell: etree._Element, view: View) -> bool:
    """Tell whether a table cell is not in this text."""
    gone = "cellDel" if view is View.ACCEPTED else "cellIns"
    return cell.find(f"{W}tcPr/{W}{gone}") is not None


def properties_of(paragraph: etree._Element, view: View) -> etree._Element | None:
    """Return the properties of a paragraph as they are in this text."""
    properties = paragraph.find(f"{W}pPr")
    before = properties.find(f"{W}pPrChange/{W}pPr") if properties is not None else None
    return before if view is View.ORIGINAL and before is not None else properties


# -- in words ---------------------------------------------------------------------------------------


def _renumbers(change: etree._Element) -> bool:
    """Tell whether the properties before the change gave another label: another list, level or style."""
    now, before = change.getparent(), change.find(f"{W}pPr")
    return (numbering_of(now), value(now, "pStyle")) != (numbering_of(before), value(before, "pStyle"))


def _change(what: str, mark: etree._Element, holder: etree._Element | None) -> Change:
    words = _words(holder) if holder is not None else ""
    shown = words if len(words) <= _WORDS else words[:_WORDS] + "…"
    return Change(what, mark.get(f"{W}author", ""), mark.get(f"{W}date", ""), f"« {shown} »")


def _paragraph_of(each: etree._Element) -> etree._Element | None:
    return next(each.iterancestors(f"{W}p"), None)


def _words(each: etree._Element) -> str:
    holder = next(each.iterancestors(f"{W}tr"), each) if each.tag == f"{W}trPr" else each
    pieces = []
    for part in holder.iter(
        f"{W}t", f"{W}delText", f"{W}footnoteReference", f"{W}endnoteReference", f"{W}tab"
    ):
        pieces.append(part.text or "" if part.tag in (f"{W}t", f"{W}delText") else " ")
    return "".join(pieces)
