"""Notes made comparable: as the provisions that the alignment takes."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.model import Kind, Note, Provision


def note_units(notes: Iterable[Note]) -> tuple[Provision, ...]:
    """Return the notes as provisions without children, under their own eIds and numbers."""
    return tuple(
        Provision(note.eid, note.anchor, Kind.ITEM, note.num, note.label, note.text, lines=note.lines)
        for note in notes
    )
