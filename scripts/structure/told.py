"""What a Word, PDF or HTML file tells by itself, taken as told: notes, their calls, what is no text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from scripts.model import Finding, Role, Severity
from scripts.structure.rows import FoundNote, Row

_NO_TEXT = frozenset((Role.RUNNING, Role.CONTENTS, Role.COMMENT, Role.HIDDEN))


def tells(rows: Sequence[Row]) -> bool:
    """Tell whether the rows come from a file that says what its lines are."""
    return any(row.line.said is not None for row in rows)


def no_text(rows: Sequence[Row]) -> dict[int, str]:
    """Return the rows that the file sets apart from the text: heads and feet of pages, comments …"""
    return {index: "aside" for index, row in enumerate(rows) if row.role in _NO_TEXT}


def tells_notes(rows: Sequence[Row]) -> bool:
    """Tell whether the file says which of its lines are notes."""
    return any(row.role is Role.NOTE for row in rows)


def split_notes(
    rows: Sequence[Row],
) -> tuple[tuple[Row, ...], tuple[FoundNote, ...], tuple[Finding, ...]]:
    """Return the rows of the text, the notes with the rows that call them, and the notes that none calls.

    Where a number comes back, on each page say, the second note 1 is that of the second call of 1.
    """
    kept: list[Row] = []
    bodies: list[list[Row]] = []
    for row in rows:
        if row.role is not Role.NOTE:
            kept.append(row)
        elif bodies and not row.said.label:
            bodies[-1].append(row)
        else:
            bodies.append([row])
    callers: dict[str, list[int]] = defaultdict(list)
    for index, row in enumerate(kept):
        for call in row.calls:
            callers[call.num].append(index)
    notes = tuple(_note(body, callers) for body in bodies)
    return tuple(kept), notes, tuple(_uncalled(note) for note in notes if note.row < 0)


def _note(body: Sequence[Row], callers: dict[str, list[int]]) -> FoundNote:
    first = body[0]
    places = callers[first.said.note]
    row = places.pop(0) if places else -1
    return FoundNote(first.said.note, first.text[: first.said.label], tuple(body), row)


def _uncalled(note: FoundNote) -> Finding:
    first = note.rows[0]
    return Finding(
        "note-without-call", Severity.WARNING, f"note {note.num}", first.text[:80], first.line.number
    )
