"""Which label is believed, where: the successor rule, its exceptions, and the doubt they leave."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.structure import articles, labels
from scripts.structure.labels import Label, Style
from scripts.structure.outline import Edge, Outline, why
from scripts.structure.rows import Row
from scripts.structure.wording import capital, stops

_OPEN = (Edge.START, Edge.GAP, Edge.STOP, Edge.FULL)
_STRONG = (Edge.START, Edge.FULL)
_LARGEST_LEAP = 1000  # « 2005. » opens no paragraph unless 2004 did
_DASHES_OF_SENTENCES = "–—"  # « – création, production, distribution – » may wrap


_HOLDS_DOTTED = (Style.ARTICLE, Style.NUMBER, Style.DOTTED)

DEEPER = 1_000_000


@dataclass(frozen=True, slots=True)
class Accepted:
    """A label believed. ``depth`` is the rank of the open list that it goes on, or ``DEEPER`` for a new list
    below the last provision; ``doubt`` is the code of a finding or empty."""

    label: Label
    depth: int
    doubt: str = ""


def accept(outline: Outline, index: int, edge: Edge) -> Accepted | None:
    """Return the label that the row at ``index`` opens with, or None where the row opens with none."""
    article = articles.accept(outline, index, edge)
    if article:
        return Accepted(*article)
    found = labels.read(outline.rows[index].text, outline.words)
    for rule in (_next, _opening, _irregular):
        for label in found:
            accepted = rule(outline, index, edge, label)
            if accepted:
                return accepted
    return _bare(outline, index, edge)


def _bare(outline: Outline, index: int, edge: Edge) -> Accepted | None:
    """« 12 Le Comité » between « 11. » and « 13. », or where none has its full stop; not a date alone."""
    label = labels.bare(outline.rows[index].text) if edge in _STRONG else None
    if label is None or not label.follows(outline.last):
        return None
    after = (label.value[0] + 1, 0)
    dotless = outline.current is not None and outline.dotless == outline.last
    if not (dotless or outline.comes_later(Style.NUMBER, after, index) or outline.bare_later(after, index)):
        return None
    outline.dotless = label.value
    return Accepted(label, outline.base)


# -- what follows -----------------------------------------------------------------------------------


def _next(outline: Outline, index: int, edge: Edge, label: Label) -> Accepted | None:
    """« 14. » after 13, « 13.5 » after 13.4, « c) » after b), a dash in a list of dashes."""
    if label.style is Style.NUMBER:
        return _next_number(outline, index, edge, label)
    for depth in range(len(outline.levels) - 1, -1, -1):
        member = outline.levels[depth].node.label
        if member is None or member.style is not label.style or member.shape != label.shape:
            continue
        if _told_apart(outline.levels[depth].node.rows[0], outline.rows[index]):
            continue
        if label.style is Style.MARK:
            return Accepted(label, depth) if _mark_opens(outline, index, edge, label) else None
        if label.follows(member.value):
            return Accepted(label, depth) if _may_open(outline, index, edge, label) else None
    return None


def _told_apart(member: Row, row: Row) -> bool:
    """Tell whether the file numbers two items at different depths: « (i) » below « (h) », not after it."""
    return bool(member.said.label and row.said.label) and member.said.level != row.said.level


def _next_number(outline: Outline, index: int, edge: Edge, label: Label) -> Accepted | None:
    for depth in range(len(outline.levels) - 1, outline.base, -1):
        member = outline.levels[depth].node.label
        if member and member.style is Style.NUMBER and label.follows(member.value):
            return Accepted(label, depth) if _may_open(outline, index, edge, label) else None
    if any(label.follows(value) for value in outline.before_next()):
        return Accepted(label, outline.base) if _may_open(outline, index, edge, label) else None
    return None


def _may_open(outline: Outline, index: int, edge: Edge, label: Label) -> bool:
    """Tell whether a number that follows may open a block here: not in « paragraphe » / « 7. Le Comité »."""
    if edge in (Edge.START, Edge.GAP, Edge.FULL):
        return True
    row = outline.rows[index]
    if edge is Edge.NONE and not _breaks(outline, row, label):
        return False
    if edge is Edge.TURN and label.style in (Style.LETTER, Style.ROMAN, Style.FIGURE):
        return outline.meant(row)
    return outline.capital_after(label, index) or not outline.comes_later(label.style, label.value, index)


def _breaks(outline: Outline, row: Row, label: Label) -> bool:
    """Tell whether a line end without full stop may end a block: not « l’article 22.4 » / « (c) de la »."""
    if outline.under_heading():
        return True
    unlabelled = outline.current is None or outline.current.label is None
    if unlabelled and label.style not in (Style.NUMBER, Style.DOTTED):
        return False
    return outline.meant(row) or _bare_items(outline)


def _bare_items(outline: Outline) -> bool:
    """Tell whether the open list has items without closing punctuation: « - Rôle de l’UNESCO » / « 10. »."""
    siblings = outline.levels[-1].owner.children if outline.levels and outline.levels[-1].owner else []
    return len(siblings) > 1 and not any(stops(each.rows[-1].text, outline.words) for each in siblings)


def _mark_opens(outline: Outline, index: int, edge: Edge, label: Label) -> bool:
    """Tell whether a mark opens the next item: « - Considérations » / « - Principes directeurs »."""
    if edge in _OPEN or outline.meant(outline.rows[index]):
        return True
    current = outline.current.label if outline.current else None
    return bool(current and current.shape == label.shape and label.printed not in _DASHES_OF_SENTENCES)


# -- what opens a list ------------------------------------------------------------------------------


def _opening(outline: Outline, index: int, edge: Edge, label: Label) -> Accepted | None:
    """« 13.1 » under 13, « a) », « (i) » or a dash under any text, « 1. » after « : »."""
    if label.style is Style.DOTTED:
        return _first_below(outline, index, edge, label)
    if not label.first:
        return None
    if label.style is Style.NUMBER:
        return _list_of_numbers(outline, index, edge, label)
    if not (edge in _OPEN or (outline.under_heading() and outline.meant(outline.rows[index]))):
        return None
    again = _level_alike(outline, label)
    return Accepted(label, DEEPER) if again is None else Accepted(label, again, "numbering-restarts")


def _level_alike(outline: Outline, label: Label) -> int | None:
    """Return the open list that has labels of this form, unless a colon or unnumbered text opens another."""
    node = outline.current
    if node is None or node.label is None or node.rows[-1].text.endswith(":"):
        return None
    members = enumerate(level.node.label for level in outline.levels)
    return next((depth for depth, member in members if member and member.shape == label.shape), None)


def _first_below(outline: Outline, index: int, edge: Edge, label: Label) -> Accepted | None:
    if label.value[-2:] != (1, 0):
        return None
    depth = _level_above(outline, label)
    if depth is None or not _may_open(outline, index, edge, label):
        return None
    return Accepted(label, depth + 1)


def _level_above(outline: Outline, label: Label) -> int | None:
    """Return the level whose last member is the parent of a dotted number."""
    for depth in range(len(outline.levels) - 1, -1, -1):
        member = outline.levels[depth].node.label
        if member and member.style in _HOLDS_DOTTED and member.value[:-1] == label.parent:
            return depth
    return None


def _list_of_numbers(outline: Outline, index: int, edge: Edge, label: Label) -> Accepted | None:
    """« 5. … les mesures suivantes : » / « 1. … »: a list inside paragraph 5."""
    node = outline.current
    if not (outline.levels and node and node.label and node is not outline.article):
        return None
    if not node.rows[-1].text.endswith(":"):
        return None
    return Accepted(label, DEEPER) if edge in _OPEN else None


# -- what does not follow ---------------------------------------------------------------------------


def _irregular(outline: Outline, index: int, edge: Edge, label: Label) -> Accepted | None:
    """A number skipped, doubled or begun anew: believed at the opening of a block, with a finding."""
    if label.num[-1:].isupper() or (outline.quotes and articles.quoted(outline)):
        return None  # « 3D. »; « 4. La Charte dit : » / « “1. Nul ne … » / « 2. Chacun … ” »
    if label.style is Style.NUMBER:
        return _irregular_number(outline, index, edge, label)
    if label.style is Style.DOTTED:
        return _irregular_dotted(outline, index, edge, label)
    if label.style is Style.MARK or edge not in _STRONG:
        return None
    for depth in range(len(outline.levels) - 1, -1, -1):
        member = outline.levels[depth].node.label
        if member and member.shape == label.shape:
            return Accepted(label, depth, why(label.value, member.value))
    return Accepted(label, DEEPER, "number-skipped")


def _irregular_number(outline: Outline, index: int, edge: Edge, label: Label) -> Accepted | None:
    heading = outline.under_heading()
    strong = edge in _STRONG or (heading and edge in (Edge.GAP, Edge.TURN))
    if not outline.capital_after(label, index) or label.value[0] >= _LARGEST_LEAP + outline.highest[0]:
        return None
    if label.first and (strong or heading or edge in _OPEN):
        return Accepted(label, outline.base, "numbering-restarts")
    expected = (outline.last[0] + 1, 0)
    leap = edge in (Edge.GAP, Edge.STOP) and label.value > expected
    if strong or (leap and not outline.comes_later(Style.NUMBER, expected, index)):
        return Accepted(label, outline.base, why(label.value, outline.last))
    return None


def _irregular_dotted(outline: Outline, index: int, edge: Edge, label: Label) -> Accepted | None:
    rest = outline.rows[index].text[label.end :]
    if edge not in _OPEN or (rest and not rest.lstrip("[(«“\"' ")[:1].isalpha()):
        return None
    depth = _level_above(outline, label)
    if depth is None:
        near = outline.last == (0, 0) or label.value[0] in (outline.last[0], outline.last[0] + 1)
        return Accepted(label, outline.base, "parent-missing") if near and edge in _STRONG else None
    member = outline.levels[depth + 1].node.label if depth + 1 < len(outline.levels) else None
    before = member.value if member and member.style is Style.DOTTED else (*label.parent, 0, 0)
    expected = (*before[:-2], before[-2] + 1, 0)
    if edge is Edge.GAP and (capital(rest) or outline.comes_later(Style.DOTTED, expected, index)):
        return None
    return Accepted(label, depth + 1, why(label.value, before))
