"""The illustrative revision, in both languages, against the gold that was written from its edits."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from scripts import corpus, register
from scripts.citations.find import find
from scripts.comparison.bilingual import side_by_side
from scripts.comparison.components import Compared, compare_texts, in_both
from scripts.comparison.lexicon import read_lexicon
from scripts.comparison.places import PairPlace
from scripts.comparison.summary import Summary, read_summary_words, summarise
from scripts.languages import words
from scripts.model import Citation, Op, Pair, Provision

ROOT = Path(__file__).parents[1]
GOLD = tomllib.loads((ROOT / "tests/cases/illustrative/gold.toml").read_text(encoding="utf-8"))
OLD, NEW = "dce-16-10-igc-7", "illustrative-revision"

Told = tuple[str, bool, tuple[str, ...], tuple[str, ...], bool]


@pytest.fixture(scope="module", params=["fr", "en"])
def lang(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def annex(lang: str) -> Compared:
    old, new = (corpus.read(ROOT, ROOT / "source_texts" / name / f"{lang}.txt", lang) for name in (OLD, NEW))
    (found,) = in_both(compare_texts(old, new, read_lexicon(words(ROOT, lang, "comparison"))))
    assert (found.old, found.new) == ("annex", "annex")
    return found


def told(pair: Pair) -> Told:
    light = pair.relation == "modified" and all(edit.light for edit in pair.redline if edit.op is not Op.KEPT)
    return str(pair.relation), pair.renumbered, names(pair.old), names(pair.new), light


def names(side: tuple[Provision, ...]) -> tuple[str, ...]:
    return tuple(provision.num or provision.eid for provision in side)


def gold(rows: list[dict[str, Any]]) -> list[Told]:
    return [
        (row["relation"], row["renumbered"], tuple(row["old"]), tuple(row["new"]), row.get("light", False))
        for row in rows
    ]


def test_every_pair_and_relation_is_right(annex: Compared, lang: str) -> None:
    found = Counter(told(pair) for pair in annex.pairs)
    expected = gold(GOLD["both"] + GOLD[lang])
    unnumbered = gold(GOLD["unnumbered"]["both"] + GOLD["unnumbered"][lang])
    assert not Counter([*expected, *unnumbered]) - found
    rest = found - Counter([*expected, *unnumbered])
    assert {row[0] for row in rest} == {"same"}
    assert {row[2] for row in rest if not row[2][0].startswith(("title", "heading", "para"))} == {("2",)}


@pytest.fixture(scope="module")
def summary(annex: Compared, lang: str) -> Summary:
    grammar = register.load(ROOT).grammar(lang)

    def cited(side: str) -> dict[str, tuple[Citation, ...]]:
        return {p.eid: find(p.text, grammar) for pair in annex.pairs for p in getattr(pair, side)}

    summary_words = read_summary_words(words(ROOT, lang, "comparison"), words(ROOT, lang, "force"))
    return summarise(annex.pairs, summary_words, cited("old"), cited("new"))


def at(place: PairPlace) -> tuple[str, str]:
    old, new = (side[0].num if side else "" for side in (place.old, place.new))
    return old, new


def test_duties_strengthened_and_weakened_are_told(summary: Summary) -> None:
    for turn in ("strengthened", "weakened"):
        expected = [(row["old"], row["new"], row["before"], row["after"]) for row in GOLD["duties"][turn]]
        assert [
            (*at(d.place), d.old.level, d.new.level) for d in summary.duties if d.turn == turn
        ] == expected


def test_references_gained_and_lost_are_told_and_those_renumbered_are_not(summary: Summary) -> None:
    for key, gained in (("gained", True), ("lost", False)):
        expected = [(row.get("old", ""), row["new"], row["target"]) for row in GOLD["references"][key]]
        found = [(*at(r.place), str(r.citation.reference)) for r in summary.references if r.gained is gained]
        assert sorted(found) == sorted(expected)


def test_figures_changed_are_told_and_numbers_of_cited_texts_are_not(summary: Summary, lang: str) -> None:
    expected = [(row["old"], row["new"], row[lang]) for row in GOLD["figures"]["gained"]]
    assert [(*at(f.place), f.new) for f in summary.figures if not f.old] == expected
    assert [f for f in summary.figures if f.old] == GOLD["figures"]["lost"]


def test_the_change_that_only_one_language_has_is_flagged() -> None:
    pairs = []
    for lang in ("fr", "en"):
        old, new = (corpus.read(ROOT, ROOT / "source_texts" / n / f"{lang}.txt", lang) for n in (OLD, NEW))
        (found,) = in_both(compare_texts(old, new, read_lexicon(words(ROOT, lang, "comparison"))))
        pairs.append(found.pairs)
    rows = side_by_side(*pairs)
    flagged = [row.first.old[0].num for row in rows if row.one_sided and row.first]
    assert flagged == ["24.2"]
