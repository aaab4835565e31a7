"""Against the last draft: paragraphs that look retyped, and text that is gone without a trace."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import Indel

from scripts.checks.spots import Spot
from scripts.model import Edit, Finding, Op, Pair, Relation, Severity

_KINDS = (
    ("apostrophe", re.compile("['’ʼ‘`´]")),
    ("dash", re.compile("[-‐‑‒–—−]")),
    ("quotes", re.compile('["«»“”„]')),
    ("space", re.compile(r"\s")),
    ("letters", re.compile(r"[^\W\d_]")),
)
_FEW = 4  # changes
_ALIKE = 0.72  # « numerique » for « numérique »: two words of which one is the other, mistyped
_SMALL, _SENTENCE = 8, 20  # words


# -- retyped ----------------------------------------------------------------------------------------


def retyped(spots: Mapping[str, Spot], compared: Iterable[Pair]) -> Iterator[Finding]:
    """Yield the provisions whose signs changed so much that someone must have typed them again.

    Many light changes of several kinds, or of one kind throughout (every ’ became '), or words mistyped.
    """
    for pair in compared:
        if len(pair.old) != 1 or len(pair.new) != 1 or pair.relation is Relation.SAME:
            continue
        changes = list(_light(pair.redline))
        kinds = {kind for kind, _ in changes}
        many = len(changes) >= _FEW and len(kinds) > 1
        if (many or _throughout(changes, pair)) and pair.new[0].eid in spots:
            spot = spots[pair.new[0].eid]
            shown = ", ".join(dict.fromkeys(change for _, change in changes[:5]))
            values = {"times": str(len(changes)), "changes": shown, "old": pair.old[0].num}
            yield spot.finding("paragraph-retyped", Severity.WARNING, **values)


def _light(redline: Sequence[Edit]) -> Iterator[tuple[str, str]]:
    """Yield each light change, and each word that gave way to one much like it: its kind and its words."""
    for first, second in itertools.pairwise(redline):
        if first.op is Op.DELETED and second.op is Op.INSERTED:
            old, new = first.text.strip(), second.text.strip()
            if first.light and second.light:
                yield _kind(first.text, second.text), f"{old} → {new}"
            elif _mistyped(old, new):
                yield "letters", f"{old} → {new}"
    kept = Edit(Op.KEPT, "")
    for before, edit, after in zip((kept, *redline), redline, (*redline[1:], kept), strict=False):
        alone = before.op is not Op.DELETED and after.op is not Op.INSERTED
        if edit.light and edit.op is not Op.KEPT and alone:
            yield "space", repr(edit.text)


def _kind(old: str, new: str) -> str:
    for name, pattern in _KINDS:
        if pattern.findall(old) != pattern.findall(new):
            return name
    return "other"


def _mistyped(old: str, new: str) -> bool:
    """Tell whether one word became another by a letter or two; never a figure, never several words."""
    if " " in old or " " in new or min(len(old), len(new)) < 4 or not (old + new).isalpha():
        return False
    return Indel.normalized_similarity(old, new) >= _ALIKE and Indel.distance(old, new) <= 3


def _throughout(changes: Sequence[tuple[str, str]], pair: Pair) -> bool:
    """Tell whether every sign of one kind changed: all apostrophes of a text that had only one sort."""
    if len(changes) < _FEW or len({kind for kind, _ in changes}) != 1:
        return False
    pattern = dict(_KINDS).get(changes[0][0])
    if pattern is None:
        return False
    if changes[0][0] == "letters":
        return True
    old, new = pattern.findall(pair.old[0].text), pattern.findall(pair.new[0].text)
    return len(set(old)) == 1 and not set(old) & set(new)


# -- lost -------------------------------------------------------------------------------------------


def lost(spots: Mapping[str, Spot], compared: Iterable[Pair], present: str) -> Iterator[Finding]:
    """Yield what the last draft had and nothing here answers to: whole provisions, or a long run of words.

    ``spots`` are those of the old text; ``present`` is all the new text, so that words that only moved
    elsewhere are not called lost.
    """
    for pair in compared:
        if pair.relation is Relation.DELETED:
            spot = spots.get(pair.old[0].eid)
            if spot and _words(spot.text) >= _SMALL and not _stands(spot.text, present):
                yield spot.finding("text-lost", Severity.WARNING, _shown(spot.text))
        elif pair.old and pair.new:
            spot = spots.get(pair.old[0].eid)
            for edit in pair.redline:
                run = edit.op is Op.DELETED and _words(edit.text) >= _SENTENCE
                if run and spot and not _stands(edit.text, present) and not _replaced(edit, pair.redline):
                    yield spot.finding("text-lost", Severity.WARNING, _shown(edit.text.strip()))


def _words(text: str) -> int:
    return len(text.split())


def _shown(text: str) -> str:
    return text if len(text) <= 120 else text[: text.rfind(" ", 0, 120)]


def _stands(text: str, present: str) -> bool:
    """Tell whether the words stand elsewhere in the new text, in one piece or in halves."""
    words = text.split()
    half = len(words) // 2
    return " ".join(words[:half]) in present and " ".join(words[half:]) in present


def _replaced(lost_: Edit, redline: Sequence[Edit]) -> bool:
    """Tell whether a run was rewritten: as many words stand in its place."""
    at = next(k for k, edit in enumerate(redline) if edit is lost_)
    beside = (*redline[max(0, at - 1) : at], *redline[at + 1 : at + 2])
    return any(e.op is Op.INSERTED and 2 * _words(e.text) >= _words(lost_.text) for e in beside)
