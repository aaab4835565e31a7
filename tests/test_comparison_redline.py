"""The redline as a reader sees it, on cases that a jurist can extend without Python."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from benchmarks.other_redlines import changed_texts, least_words, words_of
from scripts.comparison.lexicon import read_lexicon
from scripts.comparison.marks import turned
from scripts.comparison.redline import redline, redlines
from scripts.comparison.tokens import tokens
from scripts.languages import words
from scripts.model import Edit, Op

ROOT = Path(__file__).parents[1]
FRENCH = read_lexicon(words(ROOT, "fr", "comparison"))
ENGLISH = read_lexicon(words(ROOT, "en", "comparison"))
CASES = tomllib.loads((ROOT / "tests/cases/comparison/redlines.toml").read_text(encoding="utf-8"))["case"]
SIGNS = {Op.KEPT: "{}", Op.DELETED: "[-{}-]", Op.INSERTED: "{{+{}+}}"}


def written(edits: Sequence[Edit]) -> str:
    return "".join(SIGNS[edit.op].format(edit.text) + "~" * edit.light for edit in edits)


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_redline_reads_as_a_person_would_write_it(case: dict[str, str]) -> None:
    assert written(redline(case["old"], case["new"], FRENCH)) == case["redline"]


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_the_opposite_comparison_shows_the_same_words(case: dict[str, str]) -> None:
    assert redline(case["new"], case["old"], FRENCH) == turned(redline(case["old"], case["new"], FRENCH))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("d’aujourd’hui", ["d’", "aujourd’hui"]),
        ("qu'elles n’ont", ["qu'", "elles", " ", "n’", "ont"]),
        ("jusqu’à 2,5 %", ["jusqu’", "à", " ", "2,5", " ", "%"]),
        ("et/ou", ["et", "/", "ou"]),
        ("distribution/diffusion", ["distribution", "/", "diffusion"]),
        ("(R&D) États(s)", ["(", "R&D", ")", " ", "États(s)"]),
        ("38C/56 ; 22.4(c).", ["38C/56", " ", ";", " ", "22.4(c)", "."]),
        ("E\u0301tat membre", ["E\u0301tat", " ", "membre"]),
        ("fin.", ["fin", "."]),
    ],
)
def test_french_tokens_are_those_a_lawyer_sees(text: str, expected: list[str]) -> None:
    assert tokens(text, FRENCH.elisions) == expected


def test_english_possessives_are_one_word() -> None:
    assert tokens("the State's duty", ENGLISH.elisions) == ["the", " ", "State's", " ", "duty"]


def test_a_rewritten_document_marks_within_a_twentieth_of_theleast_words() -> None:
    texts = changed_texts(12)
    least = sum(least_words(old, new) for old, new in texts)
    marked = sum(
        len(words_of(e.text)) for edits in redlines(texts, FRENCH) for e in edits if e.op is not Op.KEPT
    )
    assert least <= marked <= 1.05 * least


def test_a_small_word_alone_between_two_changes_is_given_up_where_the_measure_allows() -> None:
    filler = ("mot " * 60, "autre " * 60)
    old, new = "promouvoir des mesures pour de nouveaux outils", "favoriser des actions pour de vieux moyens"
    alone, among = redline(old, new, FRENCH), redlines([(old, new), filler], FRENCH)[0]
    assert len(among) < len(alone)
    assert "[-promouvoir des mesures" in written(among)


def test_long_rewritten_texts_are_compared_at_once() -> None:
    chance = Random(5)
    vocabulary = [f"mot{k}" for k in range(300)]
    old, new = (" ".join(chance.choices(vocabulary, k=3000)) for _ in range(2))
    edits = redline(old, new, FRENCH)
    assert re.sub(r"\s+", " ", "".join(e.text for e in edits if e.op is not Op.INSERTED)) == old
