"""A file handed in: read once, by whatever name, and refused with one clear error where it is no text."""

from __future__ import annotations

import hashlib
import stat
from dataclasses import dataclass
from pathlib import Path

from scripts.errors import CorpusError
from scripts.model import Line, Role
from scripts.sources import formats

_LARGEST = 128_000_000
_MOST_CHARACTERS = 12_000_000  # some 4,000 pages
_EXTENSIONS = {
    formats.Format.TEXT: ".txt",
    formats.Format.WORD: ".docx",
    formats.Format.PDF: ".pdf",
    formats.Format.HTML: ".html",
}


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file as it came: ``name`` can be shown on a terminal, ``data`` are its untouched bytes."""

    path: Path
    name: str
    data: bytes
    form: formats.Format
    lines: tuple[Line, ...]

    @property
    def sha256(self) -> str:
        """The hash that the manifest holds."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def extension(self) -> str:
        """The ending of the file's name in ``source_texts/``: by what it is, not by what it is called."""
        return _EXTENSIONS[self.form]

    def words(self) -> str:
        """Return the lines of the text itself, page furniture left out."""
        return "\n".join(line.text for line in self.lines if not _beside(line))


def receive(path: Path, tracked: str) -> Incoming:
    """Return the file at ``path``. Raises CorpusError where it is no readable text of a sensible size."""
    name = shown(str(path))
    data = _bytes(path, name)
    form = formats.format_of(data, name)
    lines = formats.read(data, name, accepted=tracked == "accepted", original=tracked == "original")
    if sum(len(line.text) for line in lines) > _MOST_CHARACTERS:
        raise CorpusError(
            "the text is far longer than a document would be", name, action="hand in one document at a time"
        )
    return Incoming(path, name, data, form, lines)


def shown(name: str) -> str:
    """Return a file's name as a terminal can show it: « a⏎b.docx » keeps to one line."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in name)


def _bytes(path: Path, name: str) -> bytes:
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # a folder, a pipe, /dev/zero
            raise CorpusError("this is not a file", name, action="name the file that holds the text")
        if found.st_size > _LARGEST:
            raise CorpusError(
                "the file is far larger than a text would be", name, action="save the text alone"
            )
        return path.read_bytes()
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or "it cannot be read").lower()
        raise CorpusError(reason, name, action="name a file that can be read") from error


def _beside(line: Line) -> bool:
    return line.said is not None and line.said.role in (Role.RUNNING, Role.COMMENT, Role.HIDDEN)
