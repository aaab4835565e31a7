"""Phrases of the data files made into patterns: what a jurist writes, what the machine matches.

In a phrase a space is any white space within a paragraph, ``[brackets]`` may be left out, ``(a|b)`` is
one or the other, ``#`` stands for numbers, ``@`` for a year, ``^`` for a capital that follows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

GAP = r"(?:[^\S\n]*+(?:\n[^\S\n]*+)?+)"
"""Optional white space, one line end at most: a blank line ends a provision."""
SPACE = r"(?:(?=\s)" + GAP + ")"
_NUMBERS = (
    r"[0-9]{1,2}(?:\.[0-9a-z]{1,2})*+(?:"
    + GAP
    + r"(?:,|et|and|&|-)"
    + GAP
    + r"[0-9]{1,2}(?:\.[0-9a-z]{1,2})*+(?!\w))*+"
)
_SIGNS = {
    " ": SPACE,
    "[": "(?:",
    "]": ")?+",
    "(": "(?:",
    "|": "|",
    ")": ")",
    "#": _NUMBERS,
    "@": "(?:19|20)[0-9]{2}(?![0-9])",
    "^": "(?=[A-ZÀ-Ý])",
}
_MARK = re.compile(r"\([^()|]*\)|.", re.DOTALL)


def compose(text: str) -> str:
    """Return ``text`` as a view of it would read: composed accents, one apostrophe."""
    return unicodedata.normalize("NFC", text).replace("’", "'")


def pattern(phrase: str, *, loose: bool = False) -> str:
    """Return the regular expression of a phrase; ``loose``: an accent may be missing (DECISION)."""
    parts = [_part(mark, loose) for mark in _MARK.findall(compose(phrase))]
    return "".join(parts) + (r"(?!\w)" if phrase[-1].isalnum() else "")


def _part(mark: str, loose: bool) -> str:
    if len(mark) > 1:  # « (ODD) », brackets that stand in the text
        return r"\(" + "".join(_part(inner, loose) for inner in mark[1:-1]) + r"\)"
    plain = unicodedata.normalize("NFD", mark)[0]
    if loose and plain != mark:
        return f"[{mark}{plain}{mark.upper()}{plain.upper()}]"
    return _SIGNS.get(mark) or re.escape(mark)


def either(phrases: Iterable[str]) -> str:
    """Return one pattern for any of the phrases, longest first, capitals and accents as may be."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?i:" + "|".join(pattern(phrase, loose=True) for phrase in ordered) + ")" if ordered else "(?!)"


def cases(word: str) -> set[str]:
    """Return how a word may be capitalised at the start of a citation: décision, Décision, DECISION …"""
    plain = "".join(unicodedata.normalize("NFD", letter)[0] for letter in compose(word))
    return {
        form
        for spelt in (compose(word), plain)
        for form in (spelt, spelt[:1].upper() + spelt[1:], spelt.upper())
    }


def openings(phrase: str) -> Iterable[tuple[str, str]]:
    """Yield each literal opening of a phrase with the pattern of its rest.

    >>> [literal for literal, _ in openings("[UN ]2030 Agenda")]
    ['UN', '2030']
    """
    phrase = compose(phrase)
    close = {"[": "]", "(": ")"}.get(phrase[0], "")
    inner, _, rest = phrase[1:].partition(close) if close else ("", "", "")
    for choice in inner.split("|") if close else ():
        yield from openings(choice + rest)
    if close == "]":
        yield from openings(rest)
    if phrase[0] == "@":
        yield from (("19", f"[0-9]{{2}}{pattern(phrase[1:])}"), ("20", f"[0-9]{{2}}{pattern(phrase[1:])}"))
    elif not close:
        literal = re.match(r"[^ \[(#@^|]+", phrase)
        if literal:
            rest = phrase[literal.end() :]
            yield literal[0], pattern(rest) if rest else r"(?!\w)"


def trie(tails: Mapping[tuple[str, str], str]) -> tuple[str, tuple[str, ...]]:
    """Return one pattern for many literals at the start of a word, and the label of each of its groups.

    ``tails`` gives for each literal and label the pattern of what follows. The first letters are
    literal, not a class, so that the scan leaps from candidate to candidate.
    """
    root: dict[str, Any] = {}
    for (literal, label), tail in sorted(tails.items()):
        node = root
        for letter in literal:
            node = node.setdefault(letter, {})
        node.setdefault("", []).append((tail, label))
    labels: list[str] = []
    branches = []
    for first, rest in root.items():
        start = re.escape(first)
        branches.append(f"{start}(?<![^\\W_]{start}){_branch(rest, labels)}")
    return "|".join(branches), tuple(labels)


def _branch(node: dict[str, Any], labels: list[str]) -> str:
    parts = []
    for letter, rest in node.items():
        if letter:
            parts.append(re.escape(letter) + _branch(rest, labels))
    for tail, label in node.get("", ()):
        labels.append(label)
        parts.append(f"{tail}()")
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
