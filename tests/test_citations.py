"""Citations of the real document, of the phrases of the case files, and of what must not be cited."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scripts import register
from scripts.citations.find import find, read
from scripts.citations.grammar import Grammar, Named, grammar
from tests.citation_cases import FOLDER, Case, cases, score

ROOT = Path(__file__).resolve().parent.parent
REGISTER = register.load(ROOT)
DOCUMENT = ROOT / "source_texts" / "dce-16-10-igc-7"


def targets(text: str, lang: str) -> list[str]:
    return [str(citation.reference) for citation in find(text, REGISTER.grammar(lang))]


def _by_hand() -> list[tuple[str, str]]:
    lines = (FOLDER / "document.fr.txt").read_text(encoding="utf-8").splitlines()
    return [(words, target) for words, bar, target in (line.partition(" | ") for line in lines) if bar]


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_the_french_document_has_the_54_citations_listed_by_hand_with_their_words() -> None:
    text = (DOCUMENT / "fr.txt").read_text(encoding="utf-8")
    found = [(_flat(c.surface), str(c.reference)) for c in find(text, REGISTER.grammar("fr"))]
    by_hand = [(_flat(words), target) for words, target in _by_hand()]
    assert len(by_hand) == 54
    assert sorted(found) == sorted(by_hand)


def _units() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Each citing unit on one line, from its first words to its last citation, with the hand list of it."""
    flat = _flat((DOCUMENT / "fr.txt").read_text(encoding="utf-8"))
    for block in (FOLDER / "document.fr.txt").read_text(encoding="utf-8").split("\n\n")[1:]:
        head, *lines = block.splitlines()
        rows = [(words, target) for words, _, target in (line.partition(" | ") for line in lines)]
        start = end = flat.index(head.partition("] ")[2])
        for words, _ in rows:
            end = flat.index(words, end) + len(words)
        yield flat[start : end + 1], rows


def test_each_unit_taken_alone_gives_the_same_citations() -> None:
    for unit, expected in _units():
        found = [(c.surface, str(c.reference)) for c in find(unit, REGISTER.grammar("fr"))]
        assert found == expected, unit


def test_the_translation_cites_what_the_original_cites() -> None:
    french, english = ((DOCUMENT / f"{lang}.txt").read_text(encoding="utf-8") for lang in ("fr", "en"))
    assert sorted(targets(french, "fr")) == sorted(targets(english, "en"))


@pytest.mark.parametrize("case", list(cases("phrases.txt")), ids=lambda case: case.place)
def test_a_phrase_gives_its_targets(case: Case) -> None:
    assert targets(case.text, case.lang) == list(case.targets)


@pytest.mark.parametrize("case", [c for c in cases("phrases.txt") if c.doubts], ids=lambda case: case.place)
def test_a_doubtful_form_is_in_doubt_and_not_cited(case: Case) -> None:
    reading = read(case.text, REGISTER.grammar(case.lang))
    assert tuple(doubt.surface for doubt in reading.doubts) == case.doubts


def test_phrases_kept_aside_reach_the_figures() -> None:
    aside = list(cases("held-aside.txt"))
    figures = score((case.targets, targets(case.text, case.lang)) for case in aside)
    assert figures.f1 >= 0.90, figures
    assert figures.precision >= 0.95, figures


def test_both_languages_are_in_balance_in_the_case_files() -> None:
    for file in ("phrases.txt", "held-aside.txt"):
        langs = [case.lang for case in cases(file)]
        assert 0.35 <= langs.count("fr") / len(langs) <= 0.65, file


def test_decomposed_accents_give_the_place_in_the_raw_text() -> None:
    text = unicodedata.normalize("NFD", "les Décisions 9.IGC 7 et 8.IGC 12, réunies à l’article 16")
    found = find(text, REGISTER.grammar("fr"))
    assert [str(c.reference) for c in found] == ["decision:9.IGC/7", "decision:8.IGC/12", "convention:art16"]
    assert all(text[c.start : c.end] == c.surface for c in found)
    assert unicodedata.normalize("NFC", found[0].surface) == "Décisions 9.IGC 7"


def test_marks_that_are_not_seen_do_not_hide_a_citation() -> None:
    text = "la Déci\u00adsion 9.\u200bIGC\u00a07"
    [citation] = find(text, REGISTER.grammar("fr"))
    assert (str(citation.reference), citation.surface) == (
        "decision:9.IGC/7",
        "Déci\u00adsion 9.\u200bIGC\u00a07",
    )


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ"])
def test_every_apostrophe_is_one(apostrophe: str) -> None:
    text = f"les Principes directeurs relatifs aux entreprises et aux droits de l{apostrophe}homme"
    assert targets(text, "fr") == ["external:ungp"]


@pytest.mark.parametrize(
    "text",
    ["l’article 16.\n\n21. Les Parties", "articles 16,\n\n21 et 22", "l’article 16. Articles de fond : 21"],
)
def test_a_list_never_crosses_the_end_of_a_provision(text: str) -> None:
    assert targets(text, "fr") == ["convention:art16"]


SPANISH: dict[str, dict[str, Any]] = {
    "head": {
        "article": ["artículo", "artículos", "art."],
        "paragraph": ["párrafo", "párrafos"],
        "decision": ["decisión", "decisiones"],
        "resolution": ["resolución", "resoluciones"],
        "document": ["documento", "documentos"],
        "annex": ["anexo"],
        "ordinal": {},
        "many": ["artículos", "párrafos", "decisiones", "resoluciones", "documentos"],
        "ending": [],
    },
    "level": {"below": ["apartado", "inciso"]},
    "list": {
        "and": ["y", "e", "o", "así como"],
        "to": ["a", "al"],
        "determiner": ["el", "la", "los", "las", "del", "de la", "de los"],
        "own": ["su", "sus"],
        "especially": ["en particular"],
    },
    "of": {
        "of": ["de la", "del", "de los", "de las", "de"],
        "in": ["en la", "en el"],
        "this": ["presente", "este", "esta"],
        "said": ["dicha", "dicho"],
        "in_its": ["en su"],
        "through": ["texto de la"],
        "neutral": ["manera", "forma"],
        "here": ["anterior", "siguiente"],
        "part": ["Parte"],
        "section": ["regla"],
        "draft": ["proyecto de"],
    },
    "guidelines": {"text": ["directrices", "orientaciones prácticas"], "about": ["sobre", "relativas al"]},
    "count": {"things": ["países", "Partes", "años"]},
    "spell": {},
}


def _spanish() -> Grammar:
    own = Named("convention", ("Convención",), own=True)
    other = Named("convention-@", ("Convención de @",))
    return grammar("es", SPANISH, REGISTER.series, [other, own])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "los artículos 5, 6 y 7 de la Convención",
            ["convention:art5", "convention:art6", "convention:art7"],
        ),
        ("la Decisión 9.IGC 7, párrafos 3 a 5", ["decision:9.IGC/7#3-5"]),
        ("el inciso b) del párrafo 2 del artículo 6", ["convention:art6.2.b"]),
        ("el artículo 25 de la Convención de 2003", ["convention-2003:art25"]),
        (
            "las Resoluciones 5.CP 12 y 14, así como el Anexo",
            ["resolution:5.CP/12", "resolution:5.CP/14", "internal:annex"],
        ),
        ("las directrices sobre el artículo 9", []),
        ("el artículo 3 de la ley del cine y 21 países", []),
    ],
)
def test_a_third_language_is_data_only(text: str, expected: list[str]) -> None:
    assert [str(citation.reference) for citation in find(text, _spanish())] == expected
