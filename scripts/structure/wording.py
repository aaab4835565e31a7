"""The words by which a language tells its structure, and what they decide: where a sentence stops."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache

from scripts.errors import CorpusError

_CLOSERS = "\"'’”»)]}* \t\u00a0\u202f"
_OPENERS = re.compile(r"[^\w]*")


@dataclass(frozen=True, slots=True)
class StructureWords:
    """What ``structure.toml`` of a language holds, in the order that the file explains."""

    decision: tuple[str, ...]
    annex: tuple[str, ...]
    articles: tuple[str, ...]
    sections: tuple[str, ...]
    first: tuple[str, ...]
    preamble: tuple[str, ...]
    determiners: tuple[str, ...]
    conclusions: tuple[str, ...]
    notes: tuple[str, ...]
    page: tuple[str, ...]
    page_of: tuple[str, ...]
    repetitions: tuple[str, ...]
    connectives: tuple[str, ...]
    abbreviations: tuple[str, ...]

    @classmethod
    def from_mapping(cls, mapping: Mapping[str, object], file: str = "structure.toml") -> StructureWords:
        """Return the words read from TOML. Raises CorpusError on an unknown, missing or ill-typed key."""
        names = tuple(field.name for field in fields(cls))
        for name in mapping:
            if name not in names:
                raise CorpusError(f"unknown key {name!r}", file, action=f"use only: {', '.join(names)}")
        return cls(*(_words(mapping, name, file) for name in names))


def _words(mapping: Mapping[str, object], name: str, file: str) -> tuple[str, ...]:
    value = mapping.get(name)
    if value is None:
        raise CorpusError(f"the key {name!r} is missing", file, action=f"add {name} = [ … ]")
    if not isinstance(value, list) or not all(isinstance(word, str) and word.strip() for word in value):
        raise CorpusError(f"{name!r} is not a list of words", file, action=f'write {name} = ["…"]')
    return tuple(value)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return ``text`` without case and accents, its white space single: « DÉCISION » is « decision »."""
    spread = unicodedata.normalize("NFD", text.casefold())
    return " ".join("".join(letter for letter in spread if not unicodedata.combining(letter)).split())


def alternatives(words: tuple[str, ...]) -> str:
    """Return a regular expression that matches any of ``words``, the longest first, accents left out."""
    return "|".join(re.escape(plain(word)) for word in sorted(words, key=len, reverse=True))


def either(words: tuple[str, ...]) -> str:
    """Return a regular expression that matches any of ``words``, with accents or without, longest first."""
    forms = {form for word in words for form in (word, word.upper(), plain(word))}
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))


@lru_cache(maxsize=16)
def _connective_end(words: StructureWords) -> re.Pattern[str]:
    return re.compile(rf";\s*(?:{alternatives(words.connectives)})$", re.IGNORECASE)


@lru_cache(maxsize=16)
def _abbreviation_end(words: StructureWords) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[^\w])(?:{alternatives(words.abbreviations)})\.$", re.IGNORECASE)


def stops(text: str, words: StructureWords) -> bool:
    """Tell whether ``text`` ends where a block may end: ``.``, ``;``, ``:``, ``!``, ``?``, ``…``, « ; et ».

    « numériques; et » stops; « 5.CP 12 para. », « le Comité, » and « internationaux, et » don't.
    """
    tail = text[-24:]
    bare = tail.rstrip(_CLOSERS)
    if not bare:
        return False
    if bare[-1] == ".":
        return not (bare == tail.rstrip() and _abbreviation_end(words).search(bare))
    return bare[-1] in ";:!?…" or bool(_connective_end(words).search(bare))


def capital(text: str) -> bool:
    """Tell whether the first letter or digit of ``text``, past quotes and brackets, is a capital letter."""
    start = _OPENERS.match(text)
    letter = text[start.end() : start.end() + 1] if start else ""
    return letter.isalpha() and not letter.islower()


def first_word(text: str) -> str:
    """Return the first word of ``text``, with the punctuation that clings to it."""
    return text.split(None, 1)[0] if text.strip() else ""
