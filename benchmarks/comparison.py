"""How well and how fast drafts are compared: ``python -m benchmarks.comparison``.

Random revisions of the real annex and of long texts, each with its gold; ten thousand paragraphs
against ten thousand; the redline beside other tools on the same pairs in the same run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from random import Random

from benchmarks.revisions import Answer, Revision, Unit, provisions, read_annex, revise
from scripts.comparison.align import align
from scripts.comparison.lexicon import Lexicon, read_lexicon
from scripts.languages import words
from scripts.model import Kind, Pair, Relation

ROOT = Path(__file__).parents[1]
FRENCH = read_lexicon(words(ROOT, "fr", "comparison"))

_MOVES = frozenset({Relation.MOVED, Relation.MOVED_MODIFIED})
_SEVERAL = frozenset({Relation.MERGED, Relation.SPLIT})


def answers(revision: Revision, lexicon: Lexicon) -> list[Answer]:
    """Return what the program says of a revision, in the form of its gold."""
    old, new = provisions(revision.old), provisions(revision.new)
    old_at, new_at = ({id(p): k for k, p in enumerate(side)} for side in (old, new))

    def read(pair: Pair) -> Answer:
        return pair.relation, tuple(old_at[id(p)] for p in pair.old), tuple(new_at[id(p)] for p in pair.new)

    return [read(pair) for pair in align(old, new, lexicon)]


def links(found: Iterable[Answer]) -> set[tuple[int, int]]:
    """Return who was paired with whom."""
    return {(i, j) for _, olds, news in found for i in olds for j in news}


def only(
    found: Iterable[Answer], relations: frozenset[Relation]
) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Return the pairs of some relations."""
    return {(olds, news) for relation, olds, news in found if relation in relations}


def long_text(chance: Random, length: int, source: Sequence[Unit]) -> list[Unit]:
    """Return ``length`` paragraphs under headings, in words that follow each other in ``source``."""
    follows: dict[tuple[str, str], list[str]] = {}
    for _, _, text in source:
        row = text.split()
        for a, b, c in zip(row, row[1:], row[2:], strict=False):
            follows.setdefault((a, b), []).append(c)
    starts = sorted(follows)
    units: list[Unit] = [(Kind.TITLE, "", "ANNEXE"), (Kind.TITLE, "", "Directives")]
    for number in range(1, length + 1):
        if number % 12 == 1:
            units.append((Kind.HEADING, "", " ".join(_walk(chance, follows, starts, chance.randint(4, 9)))))
        units.append(
            (Kind.PARAGRAPH, str(number), " ".join(_walk(chance, follows, starts, chance.randint(12, 90))))
        )
    return units


def _walk(
    chance: Random, follows: dict[tuple[str, str], list[str]], starts: Sequence[tuple[str, str]], length: int
) -> list[str]:
    row = list(chance.choice(starts))
    while len(row) < length:
        choices = follows.get((row[-2], row[-1]))
        row += [chance.choice(choices)] if choices else chance.choice(starts)
    return row


class Score:
    """Right, wrong and missed answers of one kind over many revisions."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def add(self, found: set[object], gold: set[object]) -> None:
        """Count one revision."""
        self.counts.update(right=len(found & gold), wrong=len(found - gold), missed=len(gold - found))

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        right = self.counts["right"]
        total = 2 * right + self.counts["wrong"] + self.counts["missed"]
        return 2 * right / total if total else 1.0
