"""One of the two texts under comparison: its provisions, their words as strings of codes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel

from scripts.model import Kind, Provision

_WORDS = re.compile(r"\w+")
_HEADS = frozenset({Kind.HEADING, Kind.TITLE})
_SURROGATES = (0xD800, 0x800)  # code points that no string may hold: where they begin, how many


@dataclass(slots=True)
class Vocabulary:
    """One character per word, so that a text is a short string and rapidfuzz compares words.

    ``small`` words are left out of a text's content.
    """

    small: frozenset[str]
    codes: dict[str, str] = field(default_factory=dict)

    def words(self, text: str) -> list[str]:
        """Return the words of ``text`` in lower case, however its accents are encoded."""
        return _WORDS.findall(unicodedata.normalize("NFC", text).lower())

    def encode(self, words: Sequence[str]) -> str:
        """Return ``words`` as a string of one character each."""
        codes = self.codes
        for word in words:
            if word not in codes:
                number = len(codes) + 0x100
                codes[word] = chr(number if number < _SURROGATES[0] else number + _SURROGATES[1])
        return "".join([codes[word] for word in words])


@dataclass(slots=True)
class Side:
    """The provisions of one text in order, read into words only where they must be compared."""

    provisions: Sequence[Provision]
    vocabulary: Vocabulary
    _encoded: dict[int, tuple[str, str]] = field(default_factory=dict)
    _by_eid: dict[str, int] = field(default_factory=dict)
    _children: dict[int, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for index, provision in enumerate(self.provisions):
            self._by_eid.setdefault(provision.eid, index)
        for index in range(len(self.provisions)):
            self._children.setdefault(self.parent(index), []).append(index)

    def __len__(self) -> int:
        return len(self.provisions)

    def head(self, index: int) -> bool:
        """Tell a heading or title from what stands under it."""
        return self.provisions[index].kind in _HEADS

    def key(self, index: int) -> tuple[bool, str]:
        """Return what must be equal for two provisions to be the same."""
        return self.head(index), self.provisions[index].text

    def parent(self, index: int) -> int:
        """Return the index of the provision that holds this one, -1 where none does."""
        return self._by_eid.get(self.provisions[index].eid.rpartition("__")[0], -1)

    def children(self, index: int) -> list[int]:
        """Return the indices of the provisions directly under this one, in order."""
        return self._children.get(index, [])

    def siblings(self, index: int) -> list[int]:
        """Return the indices of the provisions beside this one, itself included, in order."""
        return self._children[self.parent(index)]

    def length(self, index: int) -> int:
        """Return how many characters the provision has."""
        return len(self.provisions[index].text)

    def find(self, eid: str) -> int:
        """Return the index of the provision with ``eid``. Raises KeyError."""
        return self._by_eid[eid]

    def words(self, index: int) -> str:
        """Return all words of the provision, encoded."""
        return self._read(index)[0]

    def content(self, index: int) -> str:
        """Return the words that carry meaning, encoded; all of them where none does."""
        return self._read(index)[1]

    def _read(self, index: int) -> tuple[str, str]:
        if index not in self._encoded:
            vocabulary = self.vocabulary
            words = vocabulary.words(self.provisions[index].text)
            content = [word for word in words if word not in vocabulary.small]
            every = vocabulary.encode(words)
            self._encoded[index] = (every, vocabulary.encode(content) if content else every)
        return self._encoded[index]


def similarity(old: Side, i: int, new: Side, j: int) -> float:
    """Return how alike two provisions are, 0 to 1: in all their words and in those with content.

    Each half is twice the longest common subsequence over both lengths. A heading is never like
    what is no heading.
    """
    if old.head(i) != new.head(j):
        return 0.0
    content = Indel.normalized_similarity(old.content(i), new.content(j))
    return (Indel.normalized_similarity(old.words(i), new.words(j)) + content) / 2
