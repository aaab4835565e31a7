"""The words of structure, per language, and what they decide."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.errors import CorpusError
from scripts.languages import known, words
from scripts.structure import labels
from scripts.structure.wording import StructureWords, capital, stops

ROOT = Path(__file__).parents[1]
FR = StructureWords.from_mapping(words(ROOT, "fr", "structure"))


def test_every_language_has_all_the_words() -> None:
    for lang in known(ROOT):
        StructureWords.from_mapping(words(ROOT, lang, "structure"))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"anex": ["annexe"]}, "unknown key 'anex'"),
        ({"annex": None}, "the key 'annex' is missing"),
        ({"annex": "annexe"}, "'annex' is not a list of words"),
        ({"annex": ["annexe", ""]}, "'annex' is not a list of words"),
    ],
)
def test_wrong_words_are_refused(change: dict[str, object], problem: str) -> None:
    with pytest.raises(CorpusError, match=problem):
        StructureWords.from_mapping({**words(ROOT, "fr", "structure"), **change}, "fr/structure.toml")


@pytest.mark.parametrize(
    "text", ["Fin.", "Fin ;", "droits;", "que :", "numériques; et", "fin. »", "(2016).", "…"]
)
def test_a_block_may_end_there(text: str) -> None:
    assert stops(text, FR)


@pytest.mark.parametrize(
    "text", ["", "Le Comité,", "internationaux, et", "5.CP 12 para.", "la Convention", "»"]
)
def test_a_block_does_not_end_there(text: str) -> None:
    assert not stops(text, FR)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("À l’étape", True), ("« La", True), ("(Les", True), ("œuvrer", False), ("2005", False), ("", False)],
)
def test_capitals_are_told_past_quotes(text: str, expected: bool) -> None:
    assert capital(text) is expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("15. À l’étape", [("15", "15.", (15, 0))]),
        ("12.Le Comité", [("12", "12.", (12, 0))]),
        ("15.3 œuvrer", [("15.3", "15.3", (15, 3, 0))]),
        ("15.3. Œuvrer", [("15.3", "15.3.", (15, 3, 0))]),
        ("8.1 bis œuvrer", [("8.1 bis", "8.1 bis", (8, 1, 1))]),
        ("13 ter. Les", [("13 ter", "13 ter.", (13, 2))]),
        ("[13. Les", [("13", "13.", (13, 0))]),
        ("[13.] Les", [("13", "[13.]", (13, 0))]),
        ("- la", [("", "-", ())]),
        ("• la", [("", "•", ())]),
        ("c) la", [("c", "c)", (3, 0))]),
        ("(i) la", [("i", "(i)", (9, 0)), ("i", "(i)", (1, 0))]),
        ("1° la", [("1", "1°", (1, 0))]),
        ("13A. Le", [("13A", "13A.", (13, 1))]),
        ("iv) la", [("iv", "iv)", (4, 0))]),
        ("iiv) la", []),
        ("5.CP 12", []),
        ("7 et 9.IGC 7 ;", []),
        ("2.0 version", [("2.0", "2.0", (2, 0, 0))]),
        ("-la", []),
        ("Les Parties", []),
    ],
)
def test_labels_are_read_as_printed(text: str, found: list[tuple[str, str, tuple[int, ...]]]) -> None:
    assert [(each.num, each.printed, each.value) for each in labels.read(text, FR)] == found
