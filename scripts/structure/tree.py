"""From what was read to the values of the model: addresses, texts, front matter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from scripts.identifiers import anchor, eid, note_ids
from scripts.model import Component, Kind, Note, Provision
from scripts.structure.flow import flow
from scripts.structure.labels import Style
from scripts.structure.outline import Node
from scripts.structure.rows import FoundNote, Row
from scripts.structure.wording import StructureWords, alternatives, plain

_LONGEST_FRONT = 16
_FORMULA_LENGTH = 160
_SHORT_HEADING = 80


@dataclass(slots=True)
class _Addresses:
    """The eIds and anchors given so far in a component; one met again is told by ``-r2``, ``-r3`` …"""

    words: StructureWords
    taken: set[tuple[int, str]] = field(default_factory=set)
    times: Counter[tuple[int, str]] = field(default_factory=Counter)

    def give(self, kind: Kind, num: str, rank: int, parent: tuple[str, str]) -> tuple[str, str]:
        """Return eId and anchor of a provision; an unnumbered paragraph is ``para_u1``, never ``para_1``."""
        own = num or (f"u{rank}" if kind is Kind.PARAGRAPH else "")
        return self.once(eid(kind, own, rank, parent[0]), 0), self.once(anchor(kind, num, rank, parent[1]), 1)

    def once(self, address: str, family: int) -> str:
        """Return ``address``, or the next of its repetitions that is free."""
        given = address
        while (family, given) in self.taken:
            self.times[family, address] += 1
            given = f"{address}-r{self.times[family, address] + 1}"
        self.taken.add((family, given))
        return given


def component(
    name: str, root: Sequence[Node], notes: Sequence[FoundNote], words: StructureWords
) -> Component:
    """Return a component made of the nodes read and of its notes."""
    front = _front_length(root, words)
    for node in root[:front]:
        node.kind = _front_kind(node)
    addresses = _Addresses(words)
    return Component(
        name,
        _provisions(root[:front], addresses),
        _provisions(root[front:], addresses),
        tuple(_note(note, addresses) for note in notes),
    )


# -- front matter ---------------------------------------------------------------------------------


def _front_length(root: Sequence[Node], words: StructureWords) -> int:
    """Return how many nodes stand before the text proper: titles, the cover's summary, « Le Comité, ».

    Without any numbered paragraph only the titles and the formula are front matter.
    """
    titled = sum(node.kind is Kind.TITLE for node in root[:1])
    first = next((i for i, node in enumerate(root) if node.label or _opens_section(node, words)), len(root))
    numbered = any(node.label and node.label.style is Style.NUMBER for node in root)
    if not numbered or first > _LONGEST_FRONT:
        return titled + any(_is_formula(node) for node in root[titled : titled + 1])
    return first - _first_heading(root, titled, first)


def _first_heading(root: Sequence[Node], titled: int, first: int) -> bool:
    """Tell whether the last words before the first number are a heading of the text rather than its title.

    They are where another title stands before them, or where they are short and other headings follow.
    """
    last = root[first - 1] if first > titled else None
    if last is None or last.kind is not Kind.HEADING or not (first < len(root) and root[first].label):
        return False
    short = sum(len(row.text) for row in last.rows) <= _SHORT_HEADING
    followed = any(node.kind is Kind.HEADING for node in root[first:])
    return not titled or first - 1 > titled or (short and followed)


@lru_cache(maxsize=16)
def _section_pattern(words: StructureWords) -> re.Pattern[str]:
    """« Article premier », "Article 16 – Preferential treatment", « II. Principes »."""
    sections, first = alternatives(words.sections), alternatives(words.first)
    return re.compile(rf"(?:{sections})\s+(?:[\divxlc]+|{first})\b|[ivxlc]+\.\s")


def _opens_section(node: Node, words: StructureWords) -> bool:
    text = node.rows[0].text[:60]
    return node.kind is Kind.HEADING and bool(_section_pattern(words).match(plain(text)))


def _front_kind(node: Node) -> Kind:
    if node.kind in (Kind.TITLE, Kind.HEADING):
        return Kind.TITLE
    return Kind.FORMULA if _is_formula(node) else Kind.PREFACE


def _is_formula(node: Node) -> bool:
    """« Le Comité, », "The Conference of Parties,"."""
    short = sum(len(row.text) for row in node.rows) <= _FORMULA_LENGTH
    return node.label is None and short and node.rows[-1].text.endswith(",")


# -- provisions -----------------------------------------------------------------------------------


def _provisions(
    nodes: Sequence[Node], addresses: _Addresses, parent: tuple[str, str] = ("", "")
) -> tuple[Provision, ...]:
    ranks: Counter[tuple[Kind, bool]] = Counter()
    made = []
    for node in nodes:
        kind, num = node.kind or Kind.PARAGRAPH, node.label.num if node.label else ""
        ranks[kind, bool(num)] += 1
        own = addresses.give(kind, num, ranks[kind, bool(num)], parent)
        made.append(_provision(node, kind, own, addresses))
    return tuple(made)


def _provision(node: Node, kind: Kind, own: tuple[str, str], addresses: _Addresses) -> Provision:
    text, calls = flow(node.rows, node.label, addresses.words)
    return Provision(
        *own,
        kind,
        node.label.num if node.label else "",
        node.label.printed if node.label else "",
        text,
        calls,
        _provisions(node.children, addresses, own),
        _numbers(node.rows),
    )


def _note(note: FoundNote, addresses: _Addresses) -> Note:
    own_eid, own_anchor = note_ids(note.num)
    text = flow(note.rows, None, addresses.words)[0][len(note.label) :].lstrip()
    return Note(
        addresses.once(own_eid, 0),
        addresses.once(own_anchor, 1),
        note.num,
        note.label,
        text,
        _numbers(note.rows),
    )


def _numbers(rows: Sequence[Row]) -> tuple[int, ...]:
    return tuple(row.line.number for row in rows)
