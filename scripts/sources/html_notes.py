"""Notes of a page: a short raised link that leads down to them, or one that they lead back to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from scripts.sources.html_main import words_in

_SHORT = re.compile(r"[\[(]?\s*(\d{1,4}|[ivxlIVXL]{1,6}|[a-zA-Z]|[*†‡§]{1,3})\s*[\])]?")
_BLOCKS = frozenset(("li", "p", "div", "section", "aside", "dd", "dt", "td", "tr", "footer", "blockquote"))
_HOLDERS = frozenset(("li", "div", "section", "aside", "dd", "tr"))
_MOST_CHILDREN = 30  # a note has a few paragraphs
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(frozen=True, slots=True)
class PageNote:
    """A note: its number, and the element that holds it."""

    num: str
    body: etree._Element


@dataclass(slots=True)
class PageNotes:
    """The notes of a page: by the link that calls them; what is not read where it stands; links back."""

    calls: dict[etree._Element, PageNote] = field(default_factory=dict)
    bodies: set[etree._Element] = field(default_factory=set)
    back: set[etree._Element] = field(default_factory=set)
    titles: set[etree._Element] = field(default_factory=set)


def notes_in(root: etree._Element, main: etree._Element) -> PageNotes:
    """Return the notes that the main text of a page calls."""
    order = {each: rank for rank, each in enumerate(root.iter(etree.Element))}
    targets = _targets(root)
    links = [(each, targets.get(each.get("href", "")[1:])) for each in root.iter("a") if _inside(each)]
    found: list[tuple[etree._Element, str, etree._Element]] = []
    for link, target in links:
        if target is None or order[target] <= order[link] or main not in link.iterancestors():
            continue
        num = _SHORT.fullmatch(words_in(link).strip())
        if num and (_raised(link) or _leads_back(target, link)):
            found.append((link, num[1], target))
    return _with_bodies(found, root, targets)


def _inside(link: etree._Element) -> bool:
    return link.get("href", "").startswith("#")


def _targets(root: etree._Element) -> dict[str, etree._Element]:
    found: dict[str, etree._Element] = {}
    for each in root.iter(etree.Element):
        for name in (each.get("id"), each.get("name")):
            if name:
                found.setdefault(name, each)
    return found


def _raised(link: etree._Element) -> bool:
    """Tell whether a link is set as a note call: raised, or said to be one."""
    said = f"{link.get('class', '')} {link.get('role', '')} {link.get('type', '')}".lower()
    above = link.getparent()
    return (
        "noteref" in said
        or "footnote" in said
        or (above is not None and above.tag == "sup")
        or next(link.iter("sup"), None) is not None
    )


def _names(link: etree._Element) -> set[str]:
    """Return the names by which a call may be linked to: its own, or those of what encloses it closely."""
    around = [link, *list(link.iterancestors())[:2]]
    return {name for each in around for name in (each.get("id"), each.get("name")) if name}


def _leads_back(target: etree._Element, link: etree._Element) -> bool:
    block = _block(target)
    names = _names(link)
    return any(each.get("href", "")[1:] in names for each in block.iter("a") if _inside(each))


def _block(target: etree._Element) -> etree._Element:
    if target.tag in _BLOCKS:
        return target
    return next((each for each in target.iterancestors() if each.tag in _BLOCKS), target)


def _with_bodies(
    found: list[tuple[etree._Element, str, etree._Element]],
    root: etree._Element,
    targets: dict[str, etree._Element],
) -> PageNotes:
    notes = PageNotes()
    marked = {target for _, _, target in found} | {link for link, _, _ in found}
    for link, num, target in found:
        body = _widened(_block(target), marked, target)
        notes.calls[link] = PageNote(num, body)
        notes.bodies.add(body)
        names = {name for call, _, aim in found if aim is target for name in _names(call)}
        notes.back.update(
            each for each in body.iter("a") if _inside(each) and each.get("href", "")[1:] in names
        )
    for body in notes.bodies:
        notes.titles |= _title_above(body)
    return notes


def _widened(block: etree._Element, marked: set[etree._Element], target: etree._Element) -> etree._Element:
    """Return the largest element around a note that holds no other note and no call."""
    while True:
        above = block.getparent()
        if above is None or above.tag not in _HOLDERS or len(above) > _MOST_CHILDREN:
            return block
        if any(each in marked and each is not target for each in above.iter(etree.Element)):
            return block
        if next(above.iter(*_HEADINGS), None) is not None:
            return block
        block = above


def _title_above(body: etree._Element) -> set[etree._Element]:
    """Return the heading under which the notes are gathered, which is none of the text's."""
    first = body if body.tag != "li" else body.getparent()
    before = first.getprevious() if first is not None else None
    while before is not None and before.tag == "hr":
        before = before.getprevious()
    return {before} if before is not None and before.tag in _HEADINGS else set()
