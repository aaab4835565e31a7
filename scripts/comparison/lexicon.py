"""What a comparison must know of a language, as one value read from ``comparison.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language that the comparison needs.

    ``elisions`` are written before an apostrophe and are words of their own (``l``, ``qu``);
    ``small`` are the words that carry little meaning alone (``de``, ``the``).
    """

    elisions: tuple[str, ...] = ()
    small: frozenset[str] = frozenset()


def read_lexicon(words: Mapping[str, Any]) -> Lexicon:
    """Return the lexicon that ``comparison.toml`` holds in its keys ``elisions`` and ``small``."""
    return Lexicon(tuple(words.get("elisions", ())), frozenset(words.get("small", ())))
