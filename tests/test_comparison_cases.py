"""Sessions worked by hand on the real annex, with the answer that a reader must be given."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from benchmarks.revisions import Unit, provisions, read_annex
from scripts.comparison.align import align
from scripts.comparison.lexicon import read_lexicon
from scripts.comparison.places import PairPlace
from scripts.comparison.summary import read_summary_words, summarise
from scripts.languages import words
from scripts.model import Kind, Op, Pair, Provision

ROOT = Path(__file__).parents[1]
CASES = sorted((ROOT / "tests" / "cases" / "comparison").glob("*-session.toml"))
LEXICON = read_lexicon(words(ROOT, "fr", "comparison"))
SUMMARY_WORDS = read_summary_words(words(ROOT, "fr", "comparison"), words(ROOT, "fr", "force"))

Row = tuple[str, Unit]
"""A unit under the name that the case file gives it: its number, ``13.5 dash 1`` or its words."""


def named(units: list[Unit]) -> list[Row]:
    rows: list[Row] = []
    last, dash = "", 0
    for unit in units:
        kind, num, text = unit
        dash = dash + 1 if kind is Kind.ITEM else 0
        last = num or last
        name = f"{last} dash {dash}" if kind is Kind.ITEM else num or f"[{text}]"
        rows.append((name, unit))
    return rows


def renumbered(rows: list[Row]) -> list[Unit]:
    paragraph = sub = 0
    units: list[Unit] = []
    for _, (kind, old_num, text) in rows:
        num = old_num
        if kind is Kind.PARAGRAPH:
            paragraph, sub = paragraph + 1, 0
            num = str(paragraph)
        elif kind is Kind.SUBPARAGRAPH:
            sub += 1
            num = f"{paragraph}.{sub}"
        units.append((kind, num, text))
    return units


class Session:
    """Carries out a case's operations; names are always those of the old text."""

    def __init__(self, units: list[Unit]) -> None:
        self.rows = named(units)

    def at(self, name: str) -> int:
        return next(k for k, (own, _) in enumerate(self.rows) if own in {name, f"[{name}]"})

    def rest(self, name: str) -> int:
        """Return where the next unit begins that ``name`` does not hold."""
        end = self.at(name) + 1
        while end < len(self.rows) and re.match(rf"{re.escape(name)}(\.| dash)", self.rows[end][0]):
            end += 1
        return end

    def change(self, at: str, strike: str, write: str) -> None:
        name, (kind, num, text) = self.rows[self.at(at)]
        assert strike in text, f"{at} does not hold {strike!r}"
        self.rows[self.at(at)] = name, (kind, num, text.replace(strike, write, 1))

    def insert(self, after: str, kind: str, text: str) -> None:
        self.rows.insert(self.rest(after), ("new", (Kind(kind), "", text)))

    def delete(self, at: str) -> None:
        del self.rows[self.at(at) : self.rest(at)]

    def move(self, at: str, after: str) -> None:
        start, end = self.at(at), self.rest(at)
        block = self.rows[start:end]
        del self.rows[start:end]
        place = self.rest(after)
        self.rows[place:place] = block

    def merge(self, at: str, **more: str) -> None:
        other = self.at(more["with"])
        name, (kind, num, text) = self.rows[self.at(at)]
        self.rows[self.at(at)] = name, (kind, num, f"{text} {self.rows[other][1][2]}")
        del self.rows[other]

    def split(self, at: str, before: str) -> None:
        place = self.at(at)
        name, (kind, num, text) = self.rows[place]
        first, _, rest = text.partition(before)
        assert rest, f"{at} does not hold {before!r}"
        self.rows[place : place + 1] = [
            (name, (kind, num, first.strip())),
            ("new", (kind, "", f"{before}{rest}")),
        ]


def worked(case: dict[str, Any]) -> tuple[list[Unit], list[Unit]]:
    old = read_annex()
    session = Session(old)
    for verb in ("insert", "delete", "move", "merge", "split", "change"):
        for step in case.get(verb, ()):
            getattr(session, verb)(**step)
    return old, renumbered(session.rows)


def said(pairs: tuple[Pair, ...], old: list[Unit], new: list[Unit]) -> list[tuple[str, str, Pair]]:
    """Return the relation and ``old → new`` of each pair, in the names of the case files."""
    old_names = {p.eid: name for p, (name, _) in zip(provisions(old), named(old), strict=True)}
    new_names = {p.eid: name for p, (name, _) in zip(provisions(new), named(new), strict=True)}

    def joined(side: tuple[Provision, ...], names: dict[str, str]) -> str:
        return ", ".join(names[p.eid] for p in side)

    return [
        (str(pair.relation), f"{joined(pair.old, old_names)} → {joined(pair.new, new_names)}".strip(), pair)
        for pair in pairs
    ]


@pytest.fixture(params=CASES, ids=lambda path: path.stem)
def case(request: pytest.FixtureRequest) -> dict[str, Any]:
    return tomllib.loads(request.param.read_text(encoding="utf-8"))


def test_every_relation_of_a_session_is_told_and_nothing_else(case: dict[str, Any]) -> None:
    old, new = worked(case)
    told = said(align(provisions(old), provisions(new), LEXICON), old, new)
    changed = [f"{relation} {names}" for relation, names, _ in told if relation != "same"]
    assert sorted(changed) == sorted(case["gold"]["relations"])


def test_a_number_that_changed_is_told_apart_from_a_text_that_changed(case: dict[str, Any]) -> None:
    old, new = worked(case)
    told = said(align(provisions(old), provisions(new), LEXICON), old, new)
    moved_numbers = [names for _, names, pair in told if pair.renumbered]
    if "renumbered" in case["gold"]:
        assert sorted(moved_numbers) == sorted(case["gold"]["renumbered"])
    for _, names, pair in told:
        if pair.old and pair.new:
            assert pair.renumbered == (pair.old[0].num != pair.new[0].num), names


def test_the_summary_of_a_session_names_the_duties_that_changed(case: dict[str, Any]) -> None:
    old, new = worked(case)
    summary = summarise(align(provisions(old), provisions(new), LEXICON), SUMMARY_WORDS)

    def numbers(place: PairPlace) -> str:
        row = [", ".join(p.num for p in side) for side in (place.old, place.new)]
        return row[0] if row[0] == row[1] else " → ".join(row)

    duties = {
        turn: [
            f"{numbers(d.place)}: {d.old.surface} → {d.new.surface}" for d in summary.duties if d.turn == turn
        ]
        for turn in ("strengthened", "weakened", "reversed")
    }
    assert duties == {turn: case["gold"].get(turn, []) for turn in duties}
    assert [numbers(place) for place in summary.typographic] == case["gold"].get("typographic", [])


def least_words(old: str, new: str) -> int:
    """Count the words to mark at the least: the plain textbook recurrence, nothing of the program."""
    first, second = (re.findall(r"\w+(?:[-.&]\w+)*['’]?", text) for text in (old, new))
    row = [0] * (len(second) + 1)
    for word in first:
        before = row
        row = [0]
        for k, other in enumerate(second):
            row.append(before[k] + 1 if word == other else max(before[k + 1], row[k]))
    return len(first) + len(second) - 2 * row[-1]


def test_words_marked_are_within_a_twentieth_of_the_least(case: dict[str, Any]) -> None:
    old, new = worked(case)
    marked = least = 0
    for pair in align(provisions(old), provisions(new), LEXICON):
        texts = [" ".join(p.text for p in side) for side in (pair.old, pair.new)]
        least += least_words(*texts)
        marked += sum(
            len(re.findall(r"\w+(?:[-.&]\w+)*['’]?", e.text)) for e in pair.redline if e.op is not Op.KEPT
        )
    assert least <= marked <= 1.05 * least


def test_the_pairs_stand_in_the_order_of_the_new_text(case: dict[str, Any]) -> None:
    old, new = worked(case)
    fresh = provisions(new)
    pairs = align(provisions(old), fresh, LEXICON)
    rank = {p.eid: k for k, p in enumerate(fresh)}
    places = [rank[pair.new[0].eid] for pair in pairs if pair.new]
    assert all(a < b for a, b in pairwise(places))
