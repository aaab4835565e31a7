"""The operative verbs of a draft as its force page takes them: row by row, language beside language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scripts.catalogue import Draft
from scripts.comparison.force import Force
from scripts.model import Note, Provision


@dataclass(frozen=True, slots=True)
class Said:
    """The verbs of one row in one language, and the provision that they stand in (None: it lacks it).

    ``verbs`` is empty where this language says it without an operative verb.
    """

    unit: Provision | Note | None
    verbs: tuple[Force, ...] = ()


@dataclass(frozen=True, slots=True)
class ForceRow:
    """One duty of a provision in every language held; ``differs``: they do not bind alike.

    ``rank``: which of the provision's duties it is, from 1.

    ``level`` (5 to 1), ``forbids`` and ``addressee`` (an id, or empty) are the original's.
    """

    eid: str
    rank: int
    level: int
    forbids: bool
    addressee: str
    said: Mapping[str, Said]
    differs: bool


@dataclass(frozen=True, slots=True)
class ForceTable:
    """All rows of a draft's own text, and the addressees in the order of the data."""

    draft: Draft
    component: str
    languages: tuple[str, ...]
    addressees: tuple[str, ...]
    rows: tuple[ForceRow, ...]
