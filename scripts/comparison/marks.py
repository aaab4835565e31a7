"""Tokens with what became of them: the form a redline has while it is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from scripts.model import Edit, Op


class Mark(NamedTuple):
    """One token, kept, deleted or inserted; ``light`` where only typography changed."""

    op: Op
    token: str
    light: bool = False


_TURNED = {Op.KEPT: Op.KEPT, Op.DELETED: Op.INSERTED, Op.INSERTED: Op.DELETED}


def joined(marks: Iterable[Mark]) -> tuple[Edit, ...]:
    """Return the marks as edits; at one place what is deleted comes before what is inserted."""
    edits: list[Edit] = []
    kept: list[str] = []
    changed: list[Mark] = []
    for mark in marks:
        if mark.op is Op.KEPT:
            if changed:
                edits += _change(changed)
                changed = []
            kept.append(mark.token)
        else:
            if kept:
                edits.append(Edit(Op.KEPT, "".join(kept)))
                kept = []
            changed.append(mark)
    return (*edits, *_change(changed), *([Edit(Op.KEPT, "".join(kept))] if kept else ()))


def _change(marks: Sequence[Mark]) -> Iterator[Edit]:
    for light, run in groupby(marks, key=lambda mark: mark.light):
        here = list(run)
        for op in (Op.DELETED, Op.INSERTED):
            if text := "".join([mark.token for mark in here if mark.op is op]):
                yield Edit(op, text, light)


def turned(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """Return the redline of the opposite comparison."""
    return joined(_turned_marks(edits))


def _turned_marks(edits: Sequence[Edit]) -> Iterator[Mark]:
    for edit in edits:
        yield Mark(_TURNED[edit.op], edit.text, edit.light)
