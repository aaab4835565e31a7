"""Whom a duty addresses: the Parties, the Secretariat, civil society … as the sentence names them.

The names of each language are data, in ``addressees.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_NEAR = re.compile(r"\s*(?:,[^.;:]*,\s*)?(?:[^\W\d_]+\s+){0,2}")
"""What may part a subject from its verb: words between commas, and two words."""


@dataclass(frozen=True, slots=True)
class AddresseeWords:
    """The names of one language, ready to be found: ``ids`` are those of the pattern's groups."""

    ids: tuple[str, ...]
    pattern: re.Pattern[str]
    object: re.Pattern[str]


def read_addressees(words: Mapping[str, Any]) -> AddresseeWords:
    """Return the names that ``addressees.toml`` holds. Raises KeyError where a key is missing."""
    forms = [(form, entry["id"]) for entry in words["addressee"] for form in entry["forms"]]
    forms.sort(key=lambda form: -len(form[0]))  # « parties prenantes » before « parties »
    pattern = re.compile("|".join(rf"(?<![\w-])({_form(form)})(?![\w-])" for form, _ in forms))
    small = "|".join(_form(word) for word in words["before_object"])
    return AddresseeWords(
        tuple(name for _, name in forms), pattern, re.compile(rf"\s+(?:(?:{small})\s+)?" if small else r"\s+")
    )


def addressee(sentence: str, start: int, end: int, words: AddresseeWords) -> str:
    """Return the id of whom the verb ``sentence[start:end]`` addresses, or ``""`` where none is named.

    Its subject just before it, else its object just after it (« exige des Parties »), else the last
    one named earlier in the sentence (« le partenariat avec la société civile … peut »).
    """
    before = tuple(_named(sentence[:start], words))
    if before and _NEAR.fullmatch(sentence, before[-1][0], start):
        return before[-1][1]
    gap = words.object.match(sentence, end)
    after = words.pattern.match(sentence, gap.end()) if gap else None
    if after:
        return words.ids[(after.lastindex or 1) - 1]
    return before[-1][1] if before else ""


def _named(text: str, words: AddresseeWords) -> Iterator[tuple[int, str]]:
    for match in words.pattern.finditer(text):
        yield match.end(), words.ids[(match.lastindex or 1) - 1]


def _form(form: str) -> str:
    """Return the pattern of a name: any space; any case where it is written in small letters."""
    pattern = r"\s+".join(re.escape(part).replace("'", "['’ʼ]") for part in form.split())
    return f"(?i:{pattern})" if form == form.lower() else pattern


def order(words: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """Return the ids of addressees in the order of the data."""
    return tuple(dict.fromkeys(entry["id"] for entry in words))
