"""Duties strengthened and weakened: the operative verbs of two texts, set against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from scripts.comparison.force import Force, ForceWords, find_force
from scripts.comparison.places import PairPlace
from scripts.model import Edit, Op


class Turn(StrEnum):
    """What became of a duty: *reversed* where one text demands what the other forbids."""

    STRENGTHENED = "strengthened"
    WEAKENED = "weakened"
    REVERSED = "reversed"


@dataclass(frozen=True, slots=True)
class DutyChange:
    """One verb that gave way to one of another level, and where."""

    place: PairPlace
    turn: Turn
    old: Force
    new: Force


def duty_changes(place: PairPlace, redline: Sequence[Edit], words: ForceWords) -> Iterator[DutyChange]:
    """Yield the verbs whose level changed between both texts of a redline.

    A verb kept in its place answers to itself; between two such verbs the first left of the old
    text answers to the first left of the new one. A verb without counterpart is no change of duty.
    """
    old = find_force(_text(redline, Op.INSERTED), words)
    new = find_force(_text(redline, Op.DELETED), words)
    for first, second in _counterparts(old, new, redline):
        if turn := _turn(first, second):
            yield DutyChange(place, turn, first, second)


def _turn(old: Force, new: Force) -> Turn | None:
    if old.negated != new.negated:
        return Turn.REVERSED
    if old.level == new.level:
        return None
    return Turn.STRENGTHENED if new.level > old.level else Turn.WEAKENED


def _text(redline: Sequence[Edit], without: Op) -> str:
    return "".join(edit.text for edit in redline if edit.op is not without)


def _counterparts(
    old: Sequence[Force], new: Sequence[Force], redline: Sequence[Edit]
) -> Iterator[tuple[Force, Force]]:
    starts = {force.start: k for k, force in enumerate(new)}
    start_old = start_new = 0
    for i, force in enumerate(old):
        j = starts.get(_new_place(redline, force.start), -1)
        if j >= start_new:
            yield from zip(old[start_old:i], new[start_new:j], strict=False)
            yield force, new[j]
            start_old, start_new = i + 1, j + 1
    yield from zip(old[start_old:], new[start_new:], strict=False)


def _new_place(redline: Sequence[Edit], offset: int) -> int:
    """Return where the kept character at ``offset`` of the old text stands in the new; -1: not kept."""
    old = new = 0
    for edit in redline:
        length = len(edit.text)
        if edit.op is Op.INSERTED:
            new += length
            continue
        if old <= offset < old + length:
            return new + offset - old if edit.op is Op.KEPT else -1
        old += length
        new += length if edit.op is Op.KEPT else 0
    return -1
