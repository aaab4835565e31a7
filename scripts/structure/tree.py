"""From what was read to the values of the model: addresses, texts, front matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from scripts.identifiers import anchor, eid, note_ids
from scripts.model import Component, Kind, Note, Provision
from scripts.structure import front
from scripts.structure.flow import flow
from scripts.structure.outline import Node
from scripts.structure.rows import FoundNote, Row
from scripts.structure.wording import StructureWords

_Ranks = Counter[tuple[Kind, bool]]


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
    length = front.settle(root, words)
    addresses = _Addresses(words)
    return Component(
        name,
        _provisions(root[:length], addresses),
        _provisions(root[length:], addresses),
        tuple(_note(note, rank, addresses) for rank, note in enumerate(notes, 1)),
    )


# -- provisions -----------------------------------------------------------------------------------


def _provisions(
    nodes: Sequence[Node],
    addresses: _Addresses,
    parent: tuple[str, str] = ("", ""),
    counted: _Ranks | None = None,
) -> tuple[Provision, ...]:
    ranks = Counter() if counted is None else counted
    made = []
    for node in nodes:
        kind, num = node.kind or Kind.PARAGRAPH, node.label.num if node.label else ""
        ranks[kind, bool(num)] += 1
        number = node.label.number or num if node.label else ""
        own = addresses.give(kind, number, ranks[kind, bool(num)], parent)
        within = _between(kind, node, parent)
        children = _provisions(node.children, addresses, *((parent, ranks) if within else (own, None)))
        made.append(_provision(node, kind, own, children, addresses.words))
    return tuple(made)


def _between(kind: Kind, node: Node, parent: tuple[str, str]) -> bool:
    """« Article 9 » / « Les Parties : » / « a) … » is article 9 a): no number to cite stands between."""
    return kind is Kind.PARAGRAPH and node.label is None and parent[0].startswith("art_")


def _provision(
    node: Node, kind: Kind, own: tuple[str, str], children: tuple[Provision, ...], words: StructureWords
) -> Provision:
    text, calls = flow(node.rows, node.label, words)
    return Provision(
        *own,
        kind,
        node.label.num if node.label else "",
        node.label.printed if node.label else "",
        text,
        calls,
        children,
        _numbers(node.rows),
    )


def _note(note: FoundNote, rank: int, addresses: _Addresses) -> Note:
    own_eid, own_anchor = note_ids(note.num, rank)
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
