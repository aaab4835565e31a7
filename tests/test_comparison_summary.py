"""What the changes amount to, in values, in plain words and as JSON."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from benchmarks.revisions import Unit, provisions
from scripts.comparison.align import align
from scripts.comparison.figures import figures, read_figures
from scripts.comparison.force import find_force, read_force
from scripts.comparison.lexicon import read_lexicon
from scripts.comparison.sentences import read_wording, sentences
from scripts.comparison.summary import Summary, read_summary_words, summarise
from scripts.exports.comparison_json import comparison_json
from scripts.languages import words
from scripts.model import Citation, Kind, Pair, Reference

ROOT = Path(__file__).parents[1]
CASES = tomllib.loads((ROOT / "tests/cases/comparison/force.toml").read_text(encoding="utf-8"))
VERBS = [(lang, case["text"], case["verbs"]) for lang, cases in CASES.items() for case in cases]
P, H = Kind.PARAGRAPH, Kind.HEADING


@pytest.mark.parametrize(("lang", "text", "expected"), VERBS, ids=[text for _, text, _ in VERBS])
def test_operative_verbs_are_found_with_their_level(lang: str, text: str, expected: list[str]) -> None:
    found = find_force(text, read_force(words(ROOT, lang, "force")))
    assert [f"{f.surface} {f.level}{' not' * f.negated}" for f in found] == expected
    assert all(text[f.start : f.end] == f.surface for f in found)


def compared(
    lang: str, old: list[Unit], new: list[Unit], cited: tuple[dict[str, list[Citation]], ...] = ({}, {})
) -> tuple[tuple[Pair, ...], Summary, tuple[str, ...]]:
    comparison = words(ROOT, lang, "comparison")
    pairs = align(provisions(old), provisions(new), read_lexicon(comparison))
    summary = summarise(pairs, read_summary_words(comparison, words(ROOT, lang, "force")), *cited)
    return pairs, summary, sentences(summary, read_wording(comparison))


def duties(old: str, new: str) -> list[str]:
    _, summary, _ = compared("fr", [(P, "1", old)], [(P, "1", new)])
    return [f"{d.turn}: {d.old.surface} → {d.new.surface}" for d in summary.duties]


def test_of_several_duties_only_the_one_that_changed_is_named() -> None:
    old = "Les Parties doivent soutenir les créateurs. Les mesures devraient viser la formation des publics."
    new = (
        "Les Parties devraient soutenir les créateurs. Les mesures devraient viser la formation des publics."
    )
    assert duties(old, new) == ["weakened: doivent → devraient"]


def test_an_endeavour_that_becomes_a_duty_is_strengthened() -> None:
    old = "Les Parties doivent s’efforcer de soutenir toutes les formes de création."
    assert duties(old, old.replace(" s’efforcer de", "")) == ["strengthened: doivent s’efforcer de → doivent"]


def test_a_permission_that_becomes_a_prohibition_is_reversed() -> None:
    old = "Les Parties peuvent taxer la création numérique importée."
    assert duties(old, old.replace("peuvent", "ne peuvent pas")) == ["reversed: peuvent → peuvent"]


def test_a_verb_of_the_same_level_is_no_change_of_duty() -> None:
    assert duties("Chaque Partie doit rendre compte.", "Les Parties doivent rendre compte.") == []


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "le 12 juin 2017, 30 % de 1 000 œuvres", ["12 juin 2017", "30 %", "1 000"]),
        ("fr", "la Résolution 5.CP, DCE/16/10.IGC/7 et 38C/56", []),
        ("fr", "au cours des quatre dernières années, 2,5 fois", ["quatre", "2,5"]),
        (
            "en",
            "on June 12, 2017 and in July 2018, twenty-four times",
            ["June 12, 2017", "July 2018", "twenty-four"],
        ),
    ],
)
def test_figures_and_dates_are_told_from_symbols(lang: str, text: str, expected: list[str]) -> None:
    text = text.replace("1 000", "1\u202f000")
    assert list(figures(text, read_figures(words(ROOT, lang, "comparison")))) == expected


def citation(text: str, surface: str, target: str) -> Citation:
    start = text.index(surface)
    return Citation(start, start + len(surface), surface, Reference.read(target))


def test_references_gained_and_lost_come_from_the_citations_and_their_numbers_are_no_figures() -> None:
    old = "Conformément à l’article 14, les Parties soutiennent 20 projets par an dans les régions rurales."
    new = "Conformément à l’article 16, les Parties soutiennent 30 projets par an dans les régions rurales."
    cited = (
        {"para_1": [citation(old, "article 14", "convention:art14")]},
        {"para_1": [citation(new, "article 16", "convention:art16")]},
    )
    _, summary, said = compared("fr", [(P, "1", old)], [(P, "1", new)], cited)
    assert [(r.gained, str(r.citation.reference)) for r in summary.references] == [
        (False, "convention:art14"),
        (True, "convention:art16"),
    ]
    assert [(f.old, f.new) for f in summary.figures] == [("20", "30")]
    assert said == (
        "1 disposition modifiée : 1.",
        "1 renvoi ajouté : 1 (« article 16 »).",
        "1 renvoi supprimé : 1 (« article 14 »).",
        "1 chiffre ou date changé : 1 (« 20 » → « 30 »).",
    )


OLD: list[Unit] = [
    (H, "", "Aims"),
    (P, "1", "Parties should support libraries that lend books in rural regions."),
    (P, "2", "The Committee shall examine each report before the end of the year."),
    (P, "3", "The Secretariat collects films, songs and games from every island."),
]
NEW: list[Unit] = [
    (H, "", "Aims"),
    (P, "1", "Parties shall support libraries that lend books in rural regions."),
    (P, "2", "Each museum opens its doors on Sundays to anyone under twenty."),
    (P, "3", "The Committee shall examine each report before the end of the year."),
    (P, "4", "The Secretariat collects films, songs and games from every island."),
]


def test_the_summary_in_english_counts_in_the_singular_and_the_plural() -> None:
    _, _, said = compared("en", OLD, NEW)
    assert said == (
        "1 provision added: 2.",
        "1 provision amended: 1.",
        "2 provisions renumbered.",
        "1 duty strengthened: 1 (“should” → “shall”).",
    )


def test_a_text_compared_with_itself_is_said_to_be_identical() -> None:
    assert compared("fr", OLD, OLD)[2] == ("Les deux textes sont identiques.",)


def test_both_languages_hold_the_same_keys() -> None:
    for room in ("comparison", "force"):
        french, english = (words(ROOT, lang, room) for lang in ("fr", "en"))
        assert french.keys() == english.keys()
        for table in ("sentences", "places", "counts", "negation"):
            assert french.get(table, {}).keys() == english.get(table, {}).keys()


def test_the_json_of_a_comparison_keeps_its_promised_form() -> None:
    pairs, summary, said = compared("en", OLD, NEW)
    given = json.loads(json.dumps(comparison_json(pairs, summary, said)))
    assert given["pairs"][1] == {
        "relation": "modified",
        "renumbered": False,
        "old": ["1"],
        "new": ["1"],
        "redline": [
            ["=", "Parties "],
            ["-", "should"],
            ["+", "shall"],
            ["=", " support libraries that lend books in rural regions."],
        ],
    }
    assert given["pairs"][2]["old"] == []
    assert given["pairs"][3]["renumbered"] is True
    assert given["summary"]["counts"]["inserted"] == 1
    assert given["summary"]["duties"] == [
        {
            "old": ["1"],
            "new": ["1"],
            "turn": "strengthened",
            "from": "should",
            "to": "shall",
            "from_level": 3,
            "to_level": 5,
        }
    ]
    assert given["summary"]["sentences"] == list(said)
