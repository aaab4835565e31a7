"""From what was read to the values of the model: addresses, texts, front matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from scripts.identifiers import anchor, eid, note_ids
from scripts.model import Component, Kind, Note, Provision
from scripts.structure.flow import flow
from scripts.structure.labels import Style
from scripts.structure.notes import FoundNote
from scripts.structure.outline import Node
from scripts.structure.rows import Row
from scripts.structure.wording import StructureWords

_LONGEST_FRONT = 16
_FORMULA_LENGTH = 160


@dataclass(slots=True)
class _Addresses:
    """The eIds and anchors given so far in a component; one met again is told by ``-r2``, ``-r3`` …"""

    words: StructureWords
    taken: set[str] = field(default_factory=set)
    times: Counter[str] = field(default_factory=Counter)

    def give(self, address: str, family: str) -> str:
        given = address
        while f"{family}{given}" in self.taken:
            self.times[f"{family}{address}"] += 1
            given = f"{address}-r{self.times[f'{family}{address}'] + 1}"
        self.taken.add(f"{family}{given}")
        return given


def component(
    name: str, root: Sequence[Node], notes: Sequence[FoundNote], words: StructureWords
) -> Component:
    """Return a component made of the nodes read and of its notes."""
    front = _front_length(root)
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


def _front_length(root: Sequence[Node]) -> int:
    """Return how many nodes stand before the text proper: titles, the cover's summary, « Le Comité, ».

    The last of them, where it reads as a heading and isn't the only title, is the first heading of the text.
    Without any numbered paragraph only the titles and the formula are front matter.
    """
    titled = sum(node.kind is Kind.TITLE for node in root[:1])
    numbered = next(
        (i for i, node in enumerate(root) if node.label and node.label.style is Style.NUMBER), None
    )
    first = next((i for i, node in enumerate(root) if node.label), len(root))
    if numbered is None or first > _LONGEST_FRONT:
        return titled + any(_is_formula(node) for node in root[titled : titled + 1])
    last = root[first - 1] if first else None
    if last is not None and last.kind is Kind.HEADING and (first - 1 > titled or not titled):
        return first - 1
    return first


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
    ranks: Counter[Kind] = Counter()
    made = []
    for node in nodes:
        kind = node.kind or Kind.PARAGRAPH
        ranks[kind] += 1
        made.append(_provision(node, kind, ranks[kind], addresses, parent))
    return tuple(made)


def _provision(
    node: Node, kind: Kind, rank: int, addresses: _Addresses, parent: tuple[str, str]
) -> Provision:
    num = node.label.num if node.label else ""
    own = (
        addresses.give(eid(kind, num, rank, parent[0]), "eid "),
        addresses.give(anchor(kind, num, rank, parent[1]), "anchor "),
    )
    text, calls = flow(node.rows, node.label, addresses.words)
    return Provision(
        *own,
        kind,
        num,
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
        addresses.give(own_eid, "eid "),
        addresses.give(own_anchor, "anchor "),
        note.num,
        note.label,
        text,
        _numbers(note.rows),
    )


def _numbers(rows: Sequence[Row]) -> tuple[int, ...]:
    return tuple(row.line.number for row in rows)
