"""Reads the case files of ``tests/cases/citations`` and counts what was found, missed or wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "cases" / "citations"


@dataclass(frozen=True)
class Case:
    """A text, its language, the targets that must be found in order, the words that must be in doubt."""

    place: str
    lang: str
    text: str
    targets: tuple[str, ...]
    doubts: tuple[str, ...]


def cases(file: str) -> Iterator[Case]:
    """Yield the cases of a file: ``language | text``, then ``= targets``, then ``? doubtful words``."""
    blocks: list[tuple[int, list[str]]] = []
    for number, line in enumerate((FOLDER / file).read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        if line[0] in "=?":
            blocks[-1][1].append(line)
        else:
            blocks.append((number, [line]))
    for number, (head, *rest) in blocks:
        lang, bar, text = head.partition(" | ")
        assert bar, f"{file}:{number}: no language"
        targets = [target for line in rest if line[0] == "=" for target in line[1:].split()]
        doubts = [line[1:].strip() for line in rest if line[0] == "?"]
        text = text.replace("\\n", "\n").replace("\\_", "\u00a0")
        yield Case(f"{file}:{number}", lang, text, tuple(targets), tuple(doubts))


@dataclass(frozen=True)
class Score:
    """Targets found, found too much, and missed."""

    right: int
    extra: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.extra)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.extra + self.missed)


def score(pairs: Iterable[tuple[Iterable[str], Iterable[str]]]) -> Score:
    """Return the score of pairs of targets expected and found."""
    right = extra = missed = 0
    for expected, found in pairs:
        want, have = Counter(expected), Counter(found)
        right += (want & have).total()
        extra += (have - want).total()
        missed += (want - have).total()
    return Score(right, extra, missed)
