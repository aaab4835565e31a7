"""Random revisions of a text with the right answer beside them, and a plain reader of the annex."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random

from scripts.identifiers import anchor, eid
from scripts.model import Kind, Provision, Relation

ANNEX = Path(__file__).parents[1] / "source_texts" / "dce-16-10-igc-7" / "fr.txt"

Unit = tuple[Kind, str, str]
"""Kind, number as printed, words."""


def provisions(units: Sequence[Unit]) -> list[Provision]:
    """Return the units as flattened provisions with eIds, as ``Component.walk()`` gives them."""
    made: list[Provision] = []
    ranks: dict[tuple[str, Kind], int] = {}
    paragraph = subparagraph = ""
    anchors: dict[str, str] = {"": ""}
    for kind, num, text in units:
        parent = {Kind.SUBPARAGRAPH: paragraph, Kind.ITEM: subparagraph or paragraph}.get(kind, "")
        rank = ranks[parent, kind] = ranks.get((parent, kind), 0) + 1
        own = eid(kind, num, rank, parent)
        anchors[own] = anchor(kind, num, rank, anchors[parent])
        made.append(Provision(own, anchors[own], kind, num, num, text))
        if kind is Kind.PARAGRAPH:
            paragraph, subparagraph = own, ""
        elif kind is Kind.SUBPARAGRAPH:
            subparagraph = own
    return made


def read_annex(file: Path = ANNEX) -> list[Unit]:
    """Return the annex of the real document, unit by unit: 95 of them.

    A reader for this one file, so that the comparison can be judged without the parser.
    """
    text = file.read_text(encoding="utf-8")
    body = text[text.index(" ANNEXE") :].replace("**********", "")
    body = re.sub(r"\n (?=\S)", "\n\n", body)
    units: list[Unit] = []
    for block in re.split(r"\n\s*\n", body):
        words = " ".join(block.split())
        if words and words[0].islower() and units[-1][0] is Kind.TITLE:  # the title wraps at a blank line
            units[-1] = (Kind.TITLE, "", f"{units[-1][2]} {words}")
        elif words:
            units.append(_unit(words, first=len(units) < 2))
    return units


def _unit(words: str, *, first: bool) -> Unit:
    for kind, pattern in (
        (Kind.SUBPARAGRAPH, r"(\d+\.\d+) "),
        (Kind.PARAGRAPH, r"(\d+)\. "),
        (Kind.ITEM, r"()- "),
    ):
        if label := re.match(pattern, words):
            return kind, label[1], words[label.end() :].strip()
    return (Kind.TITLE if first else Kind.HEADING), "", words


# -- random revisions -----------------------------------------------------------------------------


@dataclass(slots=True, eq=False)
class Item:
    """A unit on its way into the revision: from which old units it comes, what was done to it."""

    kind: Kind
    text: str
    origin: tuple[int, ...]
    moved: bool = False
    touched: bool = False
    num: str = ""


Answer = tuple[Relation, tuple[int, ...], tuple[int, ...]]
"""A relation, old units and new units by index."""


@dataclass(frozen=True, slots=True)
class Revision:
    """Both texts and the right answer: relation, old units and new units by index."""

    old: list[Unit]
    new: list[Unit]
    gold: list[Answer]


Block = list[Item]
"""A heading alone, or a paragraph with all it holds: what is moved, inserted or deleted as one."""


def revise(units: Sequence[Unit], chance: Random, *, edits: int, strength: float = 0.2) -> Revision:
    """Return a random revision of ``units`` with ``edits`` operations, and its gold.

    ``strength`` is the greatest share of a unit's words that a change of words replaces.
    """
    hand = _Hand(chance, _blocks(units), [text for _, _, text in units], strength)
    operations = (
        *(hand.change_words,) * 6,
        *(hand.insert, hand.delete, hand.move, hand.merge, hand.split),
        *(hand.move_part, hand.insert_part, hand.delete_part),
        *(hand.retype, hand.change_heading, hand.insert_copy),
    )
    for _ in range(edits):
        chance.choice(operations)()
    return _revision(units, _numbered(hand.blocks))


def _blocks(units: Sequence[Unit]) -> list[Block]:
    blocks: list[Block] = []
    for index, (kind, num, text) in enumerate(units):
        item = Item(kind, text, (index,), num=num)
        if kind in {Kind.SUBPARAGRAPH, Kind.ITEM} and blocks:
            blocks[-1].append(item)
        else:
            blocks.append([item])
    return blocks


def _numbered(blocks: Sequence[Block]) -> list[Item]:
    paragraph = subparagraph = 0
    for item in (item for block in blocks for item in block):
        if item.kind is Kind.PARAGRAPH:
            paragraph, subparagraph = paragraph + 1, 0
            item.num = str(paragraph)
        elif item.kind is Kind.SUBPARAGRAPH:
            subparagraph += 1
            item.num = f"{paragraph}.{subparagraph}"
    return [item for block in blocks for item in block]


def _revision(old: Sequence[Unit], items: Sequence[Item]) -> Revision:
    news: dict[int, list[int]] = {}
    for j, item in enumerate(items):
        for i in item.origin:
            news.setdefault(i, []).append(j)
    gold: list[Answer] = [(Relation.DELETED, (i,), ()) for i in range(len(old)) if i not in news]
    gold += [_gold(old, items, j, news) for j in range(len(items))]
    new = [(item.kind, item.num, item.text) for item in items]
    return Revision(list(old), new, sorted(set(gold), key=str))


def _gold(old: Sequence[Unit], items: Sequence[Item], j: int, news: dict[int, list[int]]) -> Answer:
    item = items[j]
    if not item.origin:
        return Relation.INSERTED, (), (j,)
    if len(item.origin) > 1:
        return Relation.MERGED, item.origin, (j,)
    pieces = tuple(news[item.origin[0]])
    if len(pieces) > 1:
        return Relation.SPLIT, item.origin, pieces
    same = old[item.origin[0]][2] == item.text
    if item.moved:
        return (Relation.MOVED if same else Relation.MOVED_MODIFIED), item.origin, pieces
    return (Relation.SAME if same else Relation.MODIFIED), item.origin, pieces


def _words(item: Item) -> int:
    return len(item.text.split())


def _leaf(block: Block, item: Item) -> bool:
    """Tell whether a paragraph or subparagraph holds nothing."""
    rank = next(k for k, other in enumerate(block) if other is item)
    below = {Kind.PARAGRAPH: {Kind.SUBPARAGRAPH, Kind.ITEM}, Kind.SUBPARAGRAPH: {Kind.ITEM}}
    after = block[rank + 1].kind if rank + 1 < len(block) else None
    return item.kind in below and after not in below[item.kind]


@dataclass(slots=True)
class _Hand:
    """Makes one random change at a time; nothing is changed twice."""

    chance: Random
    blocks: list[Block]
    sentences: list[str]
    strength: float

    def change_words(self) -> None:
        if item := self._pick(5):
            item.text = self._reworded(item.text, self.strength)

    def retype(self) -> None:
        if (item := self._pick(1)) and ("'" in item.text or "’" in item.text):
            item.text = item.text.replace("'", "’") if "'" in item.text else item.text.replace("’", "'")

    def change_heading(self) -> None:
        heads = [b[0] for b in self.blocks if b[0].kind is Kind.HEADING and not b[0].touched]
        if heads:
            item = self.chance.choice(heads)
            item.touched = True
            item.text = self._reworded(item.text, 0.4)

    def insert(self) -> None:
        """Insert a paragraph of new words."""
        self._place([Item(Kind.PARAGRAPH, self._new_words(), (), touched=True)])

    def insert_copy(self) -> None:
        """Insert a near copy of a paragraph that stays: no move, no split."""
        kept = [b for b in self.blocks if b[0].kind is Kind.PARAGRAPH and not b[0].touched]
        if kept:
            block = self.chance.choice(kept)
            block[0].touched = True
            self._place([Item(Kind.PARAGRAPH, self._reworded(block[0].text, 0.25), (), touched=True)])

    def delete(self) -> None:
        if block := self._block():
            self.blocks.remove(block)

    def move(self) -> None:
        """Move a paragraph with all it holds into another section."""
        if not (block := self._block()):
            return
        start = self.blocks.index(block)
        end = self._rank_far_from(start)
        if end is None:
            return
        for item in block:
            item.moved = item.touched = True
        if self.chance.random() < 0.3:
            block[0].text = self._reworded(block[0].text, min(self.strength, 0.12))
        self.blocks.insert(end, block)
        del self.blocks[start if start < end else start + 1]

    def move_part(self) -> None:
        """Move a subparagraph into another paragraph that has some."""
        parents = [b for b in self.blocks if sum(i.kind is Kind.SUBPARAGRAPH for i in b) > 2]
        parts = [(b, i) for b in parents for i in self._parts(b)]
        if len(parents) < 4 or not parts:
            return
        home, item = self.chance.choice(parts)
        own = self.blocks.index(home)
        target = self.chance.choice([b for b in parents if abs(self.blocks.index(b) - own) > 1] or [home])
        if target is home:
            return
        item.moved = item.touched = True
        if self.chance.random() < 0.3:
            item.text = self._reworded(item.text, 0.1)
        home.remove(item)
        places = [k for k, i in enumerate(target) if k and i.kind is Kind.SUBPARAGRAPH]
        target.insert(self.chance.choice(places), item)

    def insert_part(self) -> None:
        """Insert a subparagraph of new words."""
        places = [(b, k) for b in self.blocks for k, i in enumerate(b) if i.kind is Kind.SUBPARAGRAPH]
        if places:
            block, rank = self.chance.choice(places)
            block.insert(rank, Item(Kind.SUBPARAGRAPH, self._new_words(), (), touched=True))

    def delete_part(self) -> None:
        """Delete a subparagraph that holds nothing."""
        parts = [(b, i) for b in self.blocks for i in self._parts(b)]
        if parts:
            block, item = self.chance.choice(parts)
            block.remove(item)

    @staticmethod
    def _parts(block: Block) -> list[Item]:
        parts = [item for item in block if item.kind is Kind.SUBPARAGRAPH and _leaf(block, item)]
        return [item for item in parts if not item.touched and _words(item) > 5]

    def merge(self) -> None:
        """Merge two neighbours that hold nothing, and change a word or two."""
        places = [
            (a, b, first, second)
            for a, first, b, second in self._neighbours()
            if not first.touched and not second.touched and min(_words(first), _words(second)) > 7
        ]
        if places:
            _, home, first, second = self.chance.choice(places)
            first.text, first.origin = f"{first.text} {second.text}", (*first.origin, *second.origin)
            first.touched = True
            if self.chance.random() < 0.5:
                first.text = self._reworded(first.text, 0.1)
            home.remove(second)
            if not home:
                self.blocks.remove(home)

    def _neighbours(self) -> Iterator[tuple[Block, Item, Block, Item]]:
        items = [(block, item) for block in self.blocks for item in block]
        for (a, first), (b, second) in pairwise(items):
            if first.kind is second.kind and _leaf(a, first) and _leaf(b, second):
                yield a, first, b, second

    def split(self) -> None:
        """Split a unit that holds nothing, anywhere in its middle third."""
        places = [(b, i) for b in self.blocks for i in b if _leaf(b, i) and not i.touched and _words(i) > 23]
        if not places:
            return
        block, item = self.chance.choice(places)
        words = item.text.split()
        cut = self.chance.randint(len(words) // 3, 2 * len(words) // 3)
        item.text, rest, item.touched = " ".join(words[:cut]), " ".join(words[cut:]), True
        if self.chance.random() < 0.5:
            rest = self._reworded(rest, 0.1)
        second = Item(item.kind, rest, item.origin, touched=True)
        if item.kind is Kind.PARAGRAPH:
            self.blocks.insert(self.blocks.index(block) + 1, [second])
        else:
            block.insert(block.index(item) + 1, second)

    def _pick(self, least: int) -> Item | None:
        free = [i for b in self.blocks for i in b if not i.touched and len(i.text.split()) >= least]
        if not free:
            return None
        item = self.chance.choice(free)
        item.touched = True
        return item

    def _block(self) -> Block | None:
        free = [b for b in self.blocks if self._free(b) and self._long(b, 6)]
        return self.chance.choice(free) if free else None

    @staticmethod
    def _free(block: Block) -> bool:
        return block[0].kind is Kind.PARAGRAPH and not any(item.touched for item in block)

    @staticmethod
    def _long(block: Block, least: int) -> bool:
        return len(block[0].text.split()) >= least

    def _rank_far_from(self, start: int) -> int | None:
        """Return a place in another section, two paragraphs away at least."""
        heads = [0, *(k for k, b in enumerate(self.blocks) if b[0].kind is Kind.HEADING), len(self.blocks)]
        own = max(h for h in heads if h <= start)
        after = min(h for h in heads if h > start)
        far = [k for k in range(3, len(self.blocks) + 1) if k <= own - 2 or k >= after + 3]
        return self.chance.choice(far) if far else None

    def _new_words(self) -> str:
        """Return pieces of four sentences, three words at a time, in a new order."""
        rows = [s.split() for s in self.chance.sample([s for s in self.sentences if len(s.split()) > 8], 4)]
        pieces = [row[k : k + 3] for row in rows for k in range(0, len(row), 7)]
        self.chance.shuffle(pieces)
        return " ".join(word for piece in pieces for word in piece)

    def _place(self, block: Block) -> None:
        self.blocks.insert(self.chance.randint(3, len(self.blocks)), block)

    def _reworded(self, text: str, share: float) -> str:
        """Return ``text`` with words replaced, struck or added: one at least, ``share`` at most."""
        words = text.split()
        for _ in range(max(1, int(len(words) * self.chance.uniform(0, share)))):
            place = self.chance.randrange(len(words))
            word = self.chance.choice(self.chance.choice(self.sentences).split())
            words[place : place + self.chance.choice((0, 1, 1, 1))] = self.chance.choice(([word], [word], []))
            words = words or [word]
        return " ".join(words)
