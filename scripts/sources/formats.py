"""Which reader a file needs: told by its content first, by its name where the content could be anything."""

from __future__ import annotations

import re
from enum import Enum
from pathlib import PurePath

from scripts.errors import CorpusError
from scripts.model import Line
from scripts.sources import docx, html, pdf, text

_LARGEST = 128_000_000
_LARGEST_TEXT = 16_000_000  # of plain text: some 5,000 pages
_HEAD = 4096
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_PAGE_NAMES = (".html", ".htm", ".xhtml")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PARTS = "hand in one document at a time"
_ANEW = "open it in Word and save it as .docx"


class Format(Enum):
    """The kinds of file that can be read."""

    TEXT = "text"
    WORD = "Word"
    PDF = "PDF"
    HTML = "HTML"


def read(data: bytes, file: str = "", *, accepted: bool = False, original: bool = False) -> tuple[Line, ...]:
    """Return the lines of a file in any of the formats. ``accepted`` and ``original`` choose between texts.

    Raises CorpusError where the format is another, or where its reader refuses the file.
    """
    form = format_of(data, file)
    if form is Format.TEXT and len(data) > _LARGEST_TEXT:
        raise CorpusError("the text is far longer than a document would be", file, action=_PARTS)
    try:
        if form is Format.WORD:
            return docx.read(data, file, accepted=accepted, original=original)
        if form is Format.HTML:
            return html.read(data, file, accepted=accepted, original=original)
        return pdf.read(data, file) if form is Format.PDF else text.read(data, file)
    except (RecursionError, MemoryError) as error:
        raise CorpusError(
            "the file is built in a way that no text needs", file, action="save it anew"
        ) from error


def format_of(data: bytes, file: str = "") -> Format:
    """Return the format of a file. Raises CorpusError where it is none of those that can be read."""
    if len(data) > _LARGEST:
        raise CorpusError("the file is far larger than a text would be", file, action="save the text alone")
    if not data.strip():
        raise CorpusError("the file is empty", file, action="look for the file that was meant")
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return Format.PDF
    if head.startswith(b"PK\x03\x04"):
        return _archive(data, file)
    _refuse_others(data, head, file)
    name = PurePath(file).suffix.lower()
    if name in _PAGE_NAMES or _PAGE.match(head):
        return Format.HTML
    if name in (".docx", ".pdf"):
        problem = f"the file is named {name} but is no {'PDF' if name == '.pdf' else 'Word'} file"
        raise CorpusError(problem, file, action="look for the file that was meant")
    return Format.TEXT


def _archive(data: bytes, file: str) -> Format:
    """Return ``WORD`` for an archive that holds a Word text. Raises CorpusError for any other."""
    if b"word/" in data or b"wordprocessingml" in data:
        return Format.WORD
    if b"mimetypeapplication/vnd.oasis.opendocument" in data[:200]:
        raise CorpusError("the file is an OpenDocument file", file, action="save it as .docx")
    if any(name in data for name in (b"xl/workbook", b"ppt/presentation")):
        raise CorpusError(
            "the file is a spreadsheet or a presentation", file, action="save its text as .docx"
        )
    raise CorpusError("the file is an archive, not a text", file, action="unpack it and take the text in it")


def _refuse_others(data: bytes, head: bytes, file: str) -> None:
    if head.startswith(_OLE):
        if _ENCRYPTED in data:
            raise CorpusError(
                "the file is protected by a password", file, action="open it in Word and save it without one"
            )
        raise CorpusError("the file is of the old Word format (.doc)", file, action=_ANEW)
    if head.lstrip().startswith(b"{\\rtf"):
        raise CorpusError("the file is rich text (.rtf)", file, action=_ANEW)
    if b"<?mso-application" in head or b"schemas.microsoft.com/office/word/2003" in head:
        raise CorpusError("the file is Word XML of 2003", file, action=_ANEW)
