"""The words of a provision on one line: soft wraps joined, true hyphens kept, note calls taken out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scripts.model import NoteCall
from scripts.structure.labels import Label
from scripts.structure.rows import Row
from scripts.structure.wording import StructureWords, plain

_BLANKS = re.compile(r"[ \t\f]+")
_HYPHENS = "-\u2010\u2011\u00ad"


def flow(rows: Sequence[Row], label: Label | None, words: StructureWords) -> tuple[str, tuple[NoteCall, ...]]:
    """Return the text of ``rows`` on one line, without its label, and its note calls at their offsets."""
    pieces: list[str] = []
    calls: list[NoteCall] = []
    length = 0
    for rank, row in enumerate(rows):
        start = label.end if label and rank == 0 else 0
        if rank == 0 and label and label.brackets:
            pieces.append(label.brackets)
            length += len(label.brackets)
        elif pieces and _spaced(pieces[-1], row.text, words):
            pieces.append(" ")
            length += 1
        for text, call in _segments(row, start):
            piece = _BLANKS.sub(" ", text)
            if pieces and pieces[-1].endswith(" ") and piece.startswith(" "):
                piece = piece[1:]
            if piece:
                pieces.append(piece)
                length += len(piece)
            if call:
                calls.append(NoteCall(call, length))
    return "".join(pieces), tuple(calls)


def _segments(row: Row, start: int) -> list[tuple[str, str]]:
    """Return the stretches of a row from ``start``, each with the number of the note called after it."""
    parts = []
    for call in row.calls:
        if call.start >= start:
            parts.append((row.text[start : call.start], call.num))
            start = call.end
    return [*parts, (row.text[start:], "")]


def _spaced(above: str, below: str, words: StructureWords) -> bool:
    """Tell whether a wrap stands for a space: not in « celle- » / « ci », but in « pré- » / « et post- »."""
    if above == " " or not above or above[-1] not in _HYPHENS:
        return True
    glued = len(above) > 1 and above[-2].isalnum() and below[:1].isalnum()
    word = below[:20].split(None, 1)[0]
    return not glued or plain(word) in {plain(each) for each in words.connectives}
