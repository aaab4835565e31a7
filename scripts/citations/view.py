"""The text as the grammar reads it: one apostrophe, one dash, composed accents, offsets kept.

The official text is never altered: a view is a second string beside it, with the way back from each
of its places to the place in the raw text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_ALIKE = {"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "\r": " "}
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")  # soft hyphen, zero-width marks
_CLUSTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class View:
    """``text`` is what the grammar reads; ``places`` maps its offsets to the raw ones (None: equal)."""

    text: str
    places: tuple[int, ...] | None = None

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Return the raw span of the view's span; a mark that is not seen stays outside its ends."""
        if self.places is None:
            return start, end
        return self.places[2 * start], self.places[2 * end - 1]


def view(text: str) -> View:
    """Return the view of ``text``: same length, unless it has decomposed accents or unseen marks."""
    composed = text.isascii() or (unicodedata.is_normalized("NFC", text) and not _UNSEEN.search(text))
    seen, places = (text, None) if composed else _compose(text)
    for written, plain in _ALIKE.items():
        if written in seen:
            seen = seen.replace(written, plain)
    return View(seen, places)


def _compose(text: str) -> tuple[str, tuple[int, ...]]:
    """Compose each letter with its accents (``e`` + U+0301 → ``é``) and leave out what is not seen."""
    letters: list[str] = []
    places: list[int] = []  # start and end of each letter, in turn
    for cluster in _CLUSTER.finditer(text):
        if _UNSEEN.match(cluster[0]):
            continue
        for letter in unicodedata.normalize("NFC", cluster[0]):
            letters.append(letter)
            places += cluster.span()
    return "".join(letters), tuple(places)
