"""How well and how fast drafts are compared: ``python -m benchmarks.comparison``.

Random revisions of the real annex and of long texts, each with its gold; ten thousand paragraphs
against ten thousand; the redline beside other tools on the same pairs in the same run.
"""

from __future__ import annotations

import resource
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import perf_counter

from benchmarks.other_redlines import redline_table
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


@dataclass(slots=True)
class Score:
    """Right, wrong and missed answers of one kind over many revisions."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, found: Set[object], gold: Set[object]) -> None:
        """Count one revision."""
        self.right += len(found & gold)
        self.wrong += len(found - gold)
        self.missed += len(gold - found)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0


def measure_alignment(name: str, revisions: Iterable[Revision]) -> list[str]:
    """Return a row: F1 of pairs, moves, splits and merges, and how many answers each counts."""
    scores = {"pairs": Score(), "moves": Score(), "several": Score()}
    for revision in revisions:
        found = answers(revision, FRENCH)
        scores["pairs"].add(links(found), links(revision.gold))
        scores["moves"].add(only(found, _MOVES), only(revision.gold, _MOVES))
        scores["several"].add(only(found, _SEVERAL), only(revision.gold, _SEVERAL))
    return [name, *(f"{s.f1:.4f} of {s.right + s.missed}" for s in scores.values())]


def alignment_table() -> list[list[str]]:
    """Return the alignment's figures on four sorts of random revisions."""
    annex = read_annex()
    return [
        ["revisions", "pairs F1", "moves F1", "splits and merges F1"],
        measure_alignment("annex, 5 to 25 changes", _annexes(annex, 200, (5, 25), 0.2)),
        measure_alignment("annex, up to 45 % of a text's words", _annexes(annex, 200, (5, 25), 0.45)),
        measure_alignment("annex, 25 to 50 changes, up to 60 %", _annexes(annex, 100, (25, 50), 0.6)),
        measure_alignment("600 paragraphs, 120 changes", _longs(annex, 20)),
    ]


def _annexes(
    annex: Sequence[Unit], number: int, edits: tuple[int, int], strength: float
) -> Iterator[Revision]:
    for seed in range(number):
        chance = Random(seed)
        yield revise(annex, chance, edits=chance.randint(*edits), strength=strength)


def _longs(annex: Sequence[Unit], number: int) -> Iterator[Revision]:
    for seed in range(number):
        chance = Random(seed)
        yield revise(long_text(chance, 600, annex), chance, edits=120)


def size_row(share: float) -> list[str]:
    """Return time and memory of ten thousand paragraphs, of which ``share`` changed in some way."""
    chance = Random(1)
    source = long_text(chance, 10_000, read_annex())
    old, new = provisions(source), provisions(list(_changed(source, chance, share)))
    start = perf_counter()
    pairs = align(old, new, FRENCH)
    seconds = perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    changed = sum(pair.relation is not Relation.SAME for pair in pairs)
    return [f"{len(old)} × {len(new)}", f"{changed}", f"{seconds:.2f} s", f"{peak:.0f} MB"]


def _changed(units: Sequence[Unit], chance: Random, share: float) -> Iterator[Unit]:
    vocabulary = [word for _, _, text in units[:200] for word in text.split()]
    for kind, num, text in units:
        lot = chance.random() / share
        row = text.split()
        if lot < 0.8:
            for _ in range(max(1, len(row) // 15)):
                row[chance.randrange(len(row))] = chance.choice(vocabulary)
        elif lot < 0.9:
            continue
        elif lot < 1:
            yield Kind.PARAGRAPH, "", " ".join(chance.choices(vocabulary, k=40))
        yield kind, num, " ".join(row)


def size_table() -> list[list[str]]:
    """Return the figures of ten thousand paragraphs, each size in a process of its own."""
    rows = [["paragraphs", "pairs changed", "time", "peak memory, all in all"]]
    for share in ("0.1", "0.3", "1.0"):
        command = [sys.executable, "-m", "benchmarks.comparison", "size", share]
        answer = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
        rows.append(answer.stdout.strip().split("\t"))
    return rows


def show(title: str, rows: Sequence[Sequence[str]]) -> None:
    """Print a table in Markdown."""
    print(f"\n## {title}\n")
    for rank, row in enumerate(rows):
        print("| " + " | ".join(row) + " |")
        if rank == 0:
            print("|" + "---|" * len(row))


def main(arguments: Sequence[str]) -> None:
    """Print all tables, or one row of sizes (``size SHARE``) for a process of its own."""
    if arguments[:1] == ["size"]:
        print("\t".join(size_row(float(arguments[1]))))
        return
    show("Alignment", alignment_table())
    show("Size", size_table())
    show("Redline beside other tools", redline_table())


if __name__ == "__main__":
    main(sys.argv[1:])
