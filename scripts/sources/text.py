"""Plain text files: bytes to lines."""

from __future__ import annotations

import re

from scripts.errors import CorpusError
from scripts.model import Line

# C0 and C1 controls but for tab, line feed, form feed (a page turn) and carriage return.
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
_OTHER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_SHOWN = 80


def read(data: bytes, file: str = "") -> tuple[Line, ...]:
    """Return the lines of a UTF-8 text file; a form feed stays in its line, where it marks a page turn.

    Line ends are LF, CR LF or CR, never the separators of Unicode (U+2028 stays a character of its line).
    Raises CorpusError, with the line, where the file is not UTF-8 or holds control characters.
    """
    text = _line_feeds(_decode(data, file))
    fault = _CONTROL.search(text)
    if fault:
        raise _fault(f"a control character (U+{ord(fault[0]):04X})", text, fault.start(), file)
    texts = text.split("\n")
    if texts[-1] == "":
        texts.pop()
    return tuple(Line(number, line) for number, line in enumerate(texts, 1))


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes, file: str) -> str:
    if data.startswith(_OTHER_MARKS):
        raise CorpusError("the file is UTF-16 or UTF-32, not UTF-8", file, 1, action="save it as UTF-8")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = _line_feeds(data[: error.start].decode("utf-8", "replace"))
        rest = data[error.start : error.start + _SHOWN].decode("utf-8", "replace")
        raise _fault("not UTF-8 text", before + rest, len(before), file) from error


def _fault(problem: str, text: str, index: int, file: str) -> CorpusError:
    start = text.rfind("\n", 0, index) + 1
    first = max(start, index - _SHOWN // 2)
    shown = text[first:].split("\n", 1)[0][:_SHOWN]
    return CorpusError(
        problem,
        file,
        text.count("\n", 0, index) + 1,
        "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in shown),
        min(index - first, _SHOWN) + 1,
        "save the file as UTF-8 text without control characters",
    )
