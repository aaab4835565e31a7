"""Footnotes and endnotes of a Word file: their bodies by id, their numbers by the order of their calls."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from scripts.sources.docx_numerals import written
from scripts.sources.docx_package import Package, W
from scripts.sources.docx_styles import number, value

_KINDS = ("footnote", "endnote")


@dataclass(slots=True)
class Count:
    """How the notes of one kind are numbered, and how far they are."""

    form: str
    start: int
    restarts: bool
    next: int


@dataclass(slots=True)
class Notes:
    """The notes of a file. Endnotes are numbered i, ii, iii where nothing else is said, as Word does."""

    bodies: dict[tuple[str, str], etree._Element] = field(default_factory=dict)
    counts: dict[str, Count] = field(default_factory=dict)

    def called(self, call: etree._Element, typed: str) -> tuple[str, etree._Element | None]:
        """Return the number of the note called, as printed, and its body; a ``typed`` mark isn't counted."""
        kind = "footnote" if call.tag == f"{W}footnoteReference" else "endnote"
        body = self.bodies.get((kind, call.get(f"{W}id", "")))
        if body is None or kind not in self.counts:
            return "", None
        if typed:
            return typed, body
        count = self.counts[kind]
        num = written(count.next, count.form)
        count.next += 1
        return num, body

    def new_section(self, properties: etree._Element | None) -> None:
        """Begin a section: its own way of numbering, and where it is so set a new count."""
        for kind in _KINDS:
            count = self.counts.get(kind)
            if count is None:
                continue
            said = properties.find(f"{W}{kind}Pr") if properties is not None else None
            count.form = value(said, "numFmt") or count.form
            restart = value(said, "numRestart")
            if restart == "eachSect" or (count.restarts and not restart):
                count.next = number(said, "numStart") or count.start


def notes_of(package: Package) -> Notes:
    """Return the notes of a file, separators left out, none called yet."""
    notes = Notes()
    settings = package.part("settings")
    for kind in _KINDS:
        root = package.part(f"{kind}s")
        for each in root.iterfind(f"{W}{kind}") if root is not None else ():
            if each.get(f"{W}type", "normal") == "normal":
                notes.bodies[kind, each.get(f"{W}id", "")] = each
        said = settings.find(f"{W}{kind}Pr") if settings is not None else None
        form = value(said, "numFmt") or ("decimal" if kind == "footnote" else "lowerRoman")
        start = number(said, "numStart") or 1
        notes.counts[kind] = Count(form, start, value(said, "numRestart") == "eachSect", start)
    return notes
