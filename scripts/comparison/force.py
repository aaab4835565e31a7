"""The operative verbs of a text and how strongly each binds: five levels, 5 *shall* to 1 *encouraged*.

The levels are those of United Nations drafting (docs/en/guide/method.md); the verbs of each language are
data, in ``force.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

_APOSTROPHE = "['’ʼ]"
_WORD = r"[^\W\d_](?:[\w'’ʼ-]*\w)?['’ʼ]?"
_END = r"(?![\w-])"
_STRONGEST = 5


@dataclass(frozen=True, slots=True, order=True)
class Force:
    """An operative verb: ``surface`` is ``text[start:end]``, ``level`` how strongly it binds.

    ``negated``: what it says is not to be done (``ne doivent pas``, ``may not``).
    """

    start: int
    end: int
    surface: str
    level: int
    negated: bool = False


@dataclass(frozen=True, slots=True)
class ForceWords:
    """The verbs of one language, ready to be found; ``levels`` are those of the pattern's groups."""

    pattern: re.Pattern[str]
    levels: tuple[int, ...]
    exceptions: tuple[str, ...]
    before: tuple[str, ...]
    after: re.Pattern[str] | None
    forbids: frozenset[int]


def read_force(words: Mapping[str, Any]) -> ForceWords:
    """Return the verbs that ``force.toml`` holds. Raises KeyError where a key is missing."""
    forms = sorted(_forms(words), key=lambda form: -len(form[0]))
    groups = "|".join(f"({pattern})" for pattern, _ in forms)
    negation = words["negation"]
    after = "|".join(map(re.escape, negation["after"]))
    return ForceWords(
        re.compile(rf"(?<![\w-])(?:{groups})", re.IGNORECASE),
        tuple(level for _, level in forms),
        tuple(words["exceptions"]),
        tuple(negation["before"]),
        re.compile(rf"\s*(?:{after})\b", re.IGNORECASE) if after else None,
        frozenset(negation["forbids"]),
    )


@lru_cache(maxsize=1 << 16)  # the lens, the table, the findings and the summaries ask of the same texts
def find_force(text: str, words: ForceWords) -> tuple[Force, ...]:
    """Return the operative verbs of ``text`` in order; the longest where several begin at a place."""
    return tuple(_found(text, words))


def _found(text: str, words: ForceWords) -> Iterator[Force]:
    for match in words.pattern.finditer(text):
        group = match.lastindex or 1
        start, end = match.span(group)
        if any(text.startswith(exception, start) for exception in words.exceptions):
            continue
        level = words.levels[group - 1]
        after = words.after.match(text, end) if words.after else None
        negated = bool(after) or _last_word(text, start) in words.before
        end = after.end() if after else end
        if negated and level in words.forbids:
            level = _STRONGEST
        yield Force(start, end, text[start:end], level, negated)


def _last_word(text: str, end: int) -> str:
    """Return the word just before ``end``, in small letters and with a straight apostrophe."""
    before = re.search(rf"({_WORD})\s*$", text[max(end - 24, 0) : end])
    return re.sub(_APOSTROPHE, "'", before[1].lower()) if before else ""


def _forms(words: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    subjects = "|".join(rf"(?<=\b{_fixed(s)}\s)" for s in words["subjects"])
    for entry in words["level"]:
        tails = _tails(entry["tails"])
        for form in entry["forms"]:
            yield _with_gap(form, words["stops"]) + _END + tails, entry["level"]
        for verb in entry.get("present", ()):
            yield f"(?:{subjects}){_literal(verb)}{_END}{tails}", entry["level"]


def _with_gap(form: str, stops: Sequence[str]) -> str:
    """Return the pattern of a form; « … » is two words at most, or words between commas."""
    first, gap, rest = form.partition(" … ")
    if not gap:
        return _literal(form)
    stop = "|".join(map(re.escape, stops))
    loose = rf"(?:\s+(?!(?:{stop})\b){_WORD}){{0,2}}?\s+"
    fenced = r"\s*,[^.;:,]{1,80},\s*"
    return f"{_literal(first)}(?:{loose}|{fenced}){_literal(rest)}"


def _tails(tails: Sequence[str]) -> str:
    ended = (_literal(tail) + ("" if tail.endswith("'") else _END) for tail in tails)
    return rf"(?:\s+(?:{'|'.join(ended)}))?" if tails else ""


def _literal(form: str) -> str:
    """Return the pattern of words as data has them: any space, any apostrophe."""
    return r"\s+".join(re.escape(part).replace("'", _APOSTROPHE) for part in form.split())


def _fixed(subject: str) -> str:
    """Return the pattern of a subject in one width, for what must stand before a verb."""
    return r"\s".join(map(re.escape, subject.split()))
