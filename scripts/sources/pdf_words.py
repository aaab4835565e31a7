"""Words of a PDF as values: the process that reads them is started, watched, and its answer checked."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.errors import CorpusError

_READER = Path(__file__).with_name("pdf_extract.py")
_SECONDS = 20
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
# A private character is one of a font of signs, and that, at the head of a line, a bullet.
_SIGNS = dict.fromkeys((0xF0B7, 0xF0A7, 0xF06C, 0xF076, 0xF0D8, 0xF0FC, 0xE00C), "•") | {0xF02D: "-"}
_PRINTED = _LIGATURES | _SIGNS | dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)))
_PROBLEMS = {
    "encrypted": ("the PDF is protected by a password", "save it without one, or ask for the Word file"),
    "scanned": ("the PDF is scanned: it holds pictures of pages, no text", "ask for the Word file"),
    "no text": ("the PDF holds no text", "ask for the Word file"),
    "letters": ("the PDF doesn't say which letters its signs are", "ask for the Word file"),
    "pages": ("the PDF has far more pages than a text would", "take the pages of the text alone"),
    "words": ("the PDF has far more words than a text would", "take the pages of the text alone"),
    "broken": ("the PDF is broken", "open it and print it anew as PDF"),
}


@dataclass(frozen=True, slots=True)
class Word:
    """Characters that stand together on a page. Places are in points, ``base`` from the foot of the page up.

    ``glued``: no space stands before it; ``call``: the note that it calls, empty mostly.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    glued: bool = False
    call: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a page in the order of the file."""

    width: float
    words: tuple[Word, ...]


def pages_of(data: bytes, file: str) -> tuple[Page, ...]:
    """Return the pages of a PDF. Raises CorpusError where it cannot be read, in seconds."""
    command = [sys.executable, "-I", str(_READER)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_SECONDS, check=True)
        answer = json.loads(done.stdout)
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        raise CorpusError("the PDF cannot be read", file, action=_PROBLEMS["broken"][1]) from error
    if "error" in answer:
        problem, action = _PROBLEMS[answer["error"]]
        raise CorpusError(problem, file, action=action)
    return pages_in(answer)


def pages_in(answer: Mapping[str, Any]) -> tuple[Page, ...]:
    """Return the pages that the reading process tells of."""
    return tuple(Page(page["width"], tuple(_words(page["words"]))) for page in answer["pages"])


def _words(rows: Iterable[list[Any]]) -> Iterable[Word]:
    """Yield words as they are printed: ligatures as their letters, accents on their letters."""
    before: Word | None = None
    for text, left, right, base, size, bold, glue in rows:
        shown = text.translate(_PRINTED)
        if any(unicodedata.combining(letter) for letter in shown):
            shown = unicodedata.normalize("NFC", shown)
        if not shown.strip() or size <= 0:
            continue
        glued = glue == 1 or (glue == 2 and before is not None and _touches(before, left, base, size))
        before = Word(shown, left, right, base, size, bool(bold), glued)
        yield before


def _touches(before: Word, left: float, base: float, size: float) -> bool:
    """Tell whether a word follows without a space, raised or not: « œuvre », « 1 », « . »."""
    larger = max(before.size, size)
    return abs(before.base - base) < 0.6 * larger and -0.3 * larger < left - before.right < 0.12 * larger


def usual_size(pages: Iterable[Page]) -> float:
    """Return the size in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for word in page.words:
            sizes[word.size] += len(word.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)
