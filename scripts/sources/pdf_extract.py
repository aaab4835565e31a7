"""Words of a PDF with their places, read by pdfium in a process of its own.

A file from anywhere may exhaust the memory or the time of the library that opens it, or end it: then only
this process ends. It takes the file on standard input and writes one JSON value; it imports nothing of ours.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import math
import sys
from typing import Any

import pypdfium2.raw as pdfium

MEMORY = 450_000_000
SECONDS = 15
_MOST_PAGES = 5_000
_MOST_WORDS = 1_500_000
_MOST_UNREAD = 0.2
_BLANKS = frozenset(" \t")
_ENDS = frozenset("\r\n\0")
_ERRORS = {3: "broken", 4: "encrypted", 5: "encrypted"}
_IMAGE = 3
_RIGHT_ANGLES, _ASLANT = 4, 4
_LEANING = 0.1  # of a quarter turn: a scan may lean

Word = tuple[str, float, float, float, float, int, int]
"""Characters, left, right, baseline, size, bold, and 0 for a space before, 1 for none, 2 where unknown."""


def limit() -> None:
    """Limit the memory and the time of this process, where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415  not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def extract(data: bytes) -> dict[str, Any]:
    """Return ``{"pages": [{"width", "words": [Word]}]}``, or ``{"error": …}``."""
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        return {"error": _ERRORS.get(pdfium.FPDF_GetLastError(), "broken")}
    count = pdfium.FPDF_GetPageCount(document)
    if not 0 < count <= _MOST_PAGES:
        return {"error": "pages" if count else "broken"}
    pages, images, words = [], 0, 0
    for index in range(count):
        page = _page(document, index)
        words += len(page["words"])
        images += page.pop("image") and not page["words"]
        if words > _MOST_WORDS:
            return {"error": "words"}
        pages.append(page)
    return _judged(pages, images)


def _judged(pages: list[dict[str, Any]], images: int) -> dict[str, Any]:
    characters = "".join(word[0] for page in pages for word in page["words"])
    if not characters or images * 2 > len(pages):
        return {"error": "scanned" if images else "no text"}
    unread = sum(each == "\ufffd" or "\ue000" <= each <= "\uf8ff" or each < " " for each in characters)
    return {"error": "letters"} if unread > _MOST_UNREAD * len(characters) else {"pages": pages}


def _page(document: Any, index: int) -> dict[str, Any]:
    """Return the words of a page; those not written the way most are (a stamp across) are left out."""
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return {"width": 0.0, "words": [], "image": False}
    text = pdfium.FPDFText_LoadPage(page)
    turned = _words(text) if text else []
    turns = [turn for turn, _ in turned]
    main = max(set(turns), key=turns.count) if turns else 0
    words = [word for turn, word in turned if turn == main]
    found = {
        "width": round(pdfium.FPDF_GetPageWidthF(page), 1),
        "words": words,
        "image": not words and _has_image(page),
    }
    if text:
        pdfium.FPDFText_ClosePage(text)
    pdfium.FPDF_ClosePage(page)
    return found


def _has_image(page: Any) -> bool:
    objects = min(pdfium.FPDFPage_CountObjects(page), 200)
    kinds = (pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, rank)) for rank in range(objects))
    return any(kind == _IMAGE for kind in kinds)


def _words(text: Any) -> list[tuple[int, Word]]:
    """Return the words of a page in the order of the file, each with the quarter turn it is written at."""
    count = max(0, pdfium.FPDFText_CountChars(text))
    get = pdfium.FPDFText_GetUnicode
    letters = [_letter(get(text, index)) for index in range(count)]
    found: list[tuple[int, Word]] = []
    measure = _Measure(text)
    start, glue = 0, 0
    for end in range(count + 1):
        letter = letters[end] if end < count else "\n"
        if letter not in _BLANKS and letter not in _ENDS:
            continue
        if end > start:
            found += measure.word(letters, start, end, glue)
            glue = 2
        if letter in _BLANKS:
            glue = 0
        start = end + 1
    return found


def _letter(code: int) -> str:
    if code in (2, 0xFFFE):  # so pdfium writes a hyphen at the end of a line
        return "-"
    if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return chr(code)


class _Measure:
    """Measures characters of a page: places and sizes as they are on the paper."""

    def __init__(self, text: Any) -> None:
        self.text = text
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.matrix, self.box = pdfium.FS_MATRIX(), pdfium.FS_RECTF()
        self.name = ctypes.create_string_buffer(128)
        self.line: tuple[float, int] | None = None
        self.turn, self.scale = 0, 1.0

    def word(self, letters: list[str], start: int, end: int, glue: int) -> list[tuple[int, Word]]:
        """Return a word, in parts where its size or line changes: « œuvre1 », « avant- » / « projet »."""
        last = self._stand(end - 1)
        before: tuple[float, int] | None = self._stand(start)
        if before == last and not any(each.isdigit() or each in "*†‡" for each in letters[start:end]):
            return [self._part("".join(letters[start:end]), start, end, glue, last)]
        found, first = [], start
        for index in range(start + 1, end + 1):
            stand = self._stand(index) if index < end else None
            if stand != before and before is not None:
                part = "".join(letters[first:index])
                self._stand(first)
                found.append(self._part(part, first, index, glue if first == start else 2, before))
                first, before = index, stand
        return found

    def _stand(self, index: int) -> tuple[float, int]:
        """Return size and height of a character, its place left in ``x`` and ``y``."""
        pdfium.FPDFText_GetCharOrigin(self.text, index, self.x, self.y)
        return round(pdfium.FPDFText_GetFontSize(self.text, index), 1), round(self.y.value)

    def _part(
        self, letters: str, start: int, end: int, glue: int, stand: tuple[float, int]
    ) -> tuple[int, Word]:
        """Return the word whose first character was measured last; ``stand`` is its size and height."""
        if stand != self.line:
            self.line = stand
            self._orient(start)
        pdfium.FPDFText_GetLooseCharBox(self.text, end - 1, self.box)
        left, base, right = self._upright(self.turn)
        points = round(stand[0] * self.scale, 1)
        return self.turn, (letters, left, max(left, right), base, points, self._bold(start), glue)

    def _orient(self, index: int) -> None:
        """Learn how a line is written: its quarter turn, and the scale of its letters."""
        pdfium.FPDFText_GetMatrix(self.text, index, self.matrix)
        matrix = self.matrix
        angle = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
        self.turn = round(angle) % _RIGHT_ANGLES if abs(angle - round(angle)) < _LEANING else _ASLANT
        self.scale = math.hypot(matrix.c, matrix.d) or 1.0

    def _upright(self, turn: int) -> tuple[float, float, float]:
        """Return left, baseline and right as they are when the page is held so that the text reads."""
        x, y, box = self.x.value, self.y.value, self.box
        placed = (
            (x, y, box.right),
            (y, -x, box.top),
            (-x, -y, -box.left),
            (-y, x, -box.bottom),
            (x, y, box.right),
        )[turn]
        return tuple(round(each, 2) for each in placed)  # type: ignore[return-value]

    def _bold(self, index: int) -> int:
        length = pdfium.FPDFText_GetFontInfo(self.text, index, self.name, len(self.name), None)
        if not 0 < length <= len(self.name):
            return 0
        name = self.name.value.lower()
        return int(any(weight in name for weight in (b"bold", b"black", b"heavy", b"demi")))


def main() -> None:
    """Read a PDF from standard input and write its words."""
    limit()
    found = extract(sys.stdin.buffer.read())
    json.dump(found, sys.stdout, ensure_ascii=True, separators=(",", ":"))


if __name__ == "__main__":
    main()
