"""The labels that Word prints by itself, computed from ``numbering.xml`` (ECMA-376, part 1, 17.9).

A paragraph names a list and a level. The list rests on an abstract one, which counts: lists that share it
go on counting together, unless one of them starts a level anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from scripts.sources.docx_numerals import mark, written
from scripts.sources.docx_package import W
from scripts.sources.docx_styles import NumberingOf, Styles, flag, number, value, whole

_LEVELS = 9
_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. ``restart``: the level (from 1) whose use starts it anew, 0 none, None any."""

    start: int = 0
    form: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str = ""
    font: str = ""


@dataclass(frozen=True, slots=True)
class Abstract:
    """A list's definition; ``link`` is the numbering style that holds the true one."""

    levels: dict[int, Level]
    link: str = ""


@dataclass(frozen=True, slots=True)
class List:
    """A list as paragraphs name it: its definition, levels of its own, and the numbers it starts anew at."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(frozen=True, slots=True)
class Label:
    """The label of a paragraph, and its depth in the list from 1."""

    text: str
    depth: int


@dataclass(slots=True)
class Numbering:
    """The lists of a file and how far each has counted."""

    lists: dict[str, List]
    abstracts: dict[str, Abstract]
    styles: Styles
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    started: set[tuple[str, int]] = field(default_factory=set)

    def label(self, style: str, own: NumberingOf) -> Label | None:
        """Count a paragraph of ``style`` with numbering of its ``own``; return its label if it has one."""
        list_id, rank = self._place(style, own)
        found = self.lists.get(list_id)
        if found is None:
            return None
        address, levels = self._levels(found)
        level = levels.get(rank)
        if level is None:
            return None
        counts = self.counts.setdefault(address, {})
        self._count(counts, list_id, found, levels, rank)
        return Label(_printed(level, levels, counts), rank + 1)

    def _place(self, style: str, own: NumberingOf) -> tuple[str, int]:
        """Return the list and level of a paragraph; a style's level may be the one that names the style."""
        holder, inherited = self.styles.numbering(style)
        if own.list_id is not None:
            return own.list_id, own.level if own.level is not None else inherited.level or 0
        list_id = inherited.list_id or ""
        said = own.level if own.level is not None else inherited.level
        return list_id, self._level_of_style(list_id, holder) if said is None else said

    def _level_of_style(self, list_id: str, style: str) -> int:
        found = self.lists.get(list_id)
        levels = self._levels(found)[1] if found else {}
        return next((rank for rank, level in levels.items() if level.style == style), 0)

    def _levels(self, found: List) -> tuple[str, dict[int, Level]]:
        """Return the levels of a list, its own over those of its definition, and what counts them."""
        address, seen = found.abstract, {""}
        own = dict(found.levels)
        while address in self.abstracts and self.abstracts[address].link and address not in seen:
            seen.add(address)
            _, said = self.styles.numbering(self.abstracts[address].link)
            linked = self.lists.get(said.list_id or "")
            if linked is None:
                break
            own = linked.levels | own
            address = linked.abstract
        abstract = self.abstracts.get(address, Abstract({}))
        return address, abstract.levels | own

    def _count(
        self, counts: dict[int, int], list_id: str, found: List, levels: dict[int, Level], rank: int
    ) -> None:
        if rank in found.starts and (list_id, rank) not in self.started:
            counts[rank] = found.starts[rank]
        elif rank in counts:
            counts[rank] = min(counts[rank] + 1, _LARGEST)
        else:
            counts[rank] = levels[rank].start
        self.started.add((list_id, rank))
        for below in [each for each in counts if each > rank]:
            restart = levels[below].restart if below in levels else None
            if restart is None or rank < restart:
                del counts[below]
        for above in range(rank):  # « 1.1 » before any « 1 »: the level above shows where it starts
            if above in levels and above not in counts:
                counts[above] = found.starts.get(above, levels[above].start)
                self.started.add((list_id, above))


def _printed(level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
    if level.form == "bullet":
        return mark(level.text, level.font)

    def figure(match: re.Match[str]) -> str:
        rank = int(match[1]) - 1
        form = levels[rank].form if rank in levels else "decimal"
        if level.legal and form not in ("bullet", "none"):
            form = "decimal"
        return written(counts[rank], form) if rank in counts else ""

    return re.sub(r"%([1-9])", figure, level.text)


# -- reading the definitions ------------------------------------------------------------------------


def numbering_in(root: etree._Element | None, styles: Styles) -> Numbering:
    """Return the lists that a ``numbering.xml`` defines, nothing counted yet."""
    if root is None:
        return Numbering({}, {}, styles)
    abstracts = {
        each.get(f"{W}abstractNumId", ""): Abstract(_levels_in(each), value(each, "numStyleLink"))
        for each in root.iterfind(f"{W}abstractNum")
    }
    lists = {each.get(f"{W}numId", ""): _list(each, abstracts) for each in root.iterfind(f"{W}num")}
    lists.pop("0", None)  # « no list »
    return Numbering(lists, abstracts, styles)


def _list(each: etree._Element, abstracts: dict[str, Abstract]) -> List:
    address = value(each, "abstractNumId")
    levels: dict[int, Level] = {}
    starts: dict[int, int] = {}
    for override in each.iterfind(f"{W}lvlOverride"):
        rank = _rank(override)
        if rank is None:
            continue
        own = override.find(f"{W}lvl")
        if own is not None:
            levels[rank] = _level(own)
        start = number(override, "startOverride")
        if start is not None:
            starts[rank] = start
            if rank in levels:
                levels[rank] = replace(levels[rank], start=start)
    return List(address, levels, starts)


def _levels_in(parent: etree._Element) -> dict[int, Level]:
    found = {}
    for each in parent.iterfind(f"{W}lvl"):
        rank = _rank(each)
        if rank is not None:
            found[rank] = _level(each)
    return found


def _rank(each: etree._Element) -> int | None:
    rank = whole(each.get(f"{W}ilvl"))
    return rank if rank is not None and 0 <= rank < _LEVELS else None


def _level(each: etree._Element) -> Level:
    fonts = each.find(f"{W}rPr/{W}rFonts")
    return Level(
        number(each, "start") or 0,
        value(each, "numFmt", "decimal") or "decimal",
        value(each, "lvlText"),
        number(each, "lvlRestart"),
        bool(flag(each, "isLgl")),
        value(each, "pStyle"),
        fonts.get(f"{W}ascii", "") if fonts is not None else "",
    )
