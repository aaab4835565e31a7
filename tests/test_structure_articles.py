"""Articles: their labels, their addresses in both languages, their JSON, their findings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.exports.text_json import text_json
from scripts.languages import words
from scripts.model import Text
from scripts.sources import text as source
from scripts.structure import article_labels
from scripts.structure.parse import parse
from scripts.structure.wording import StructureWords
from tests.test_structure_reflow import all_blocks, compose, turned

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cases" / "structure"
WORDS = {lang: StructureWords.from_mapping(words(ROOT, lang, "structure")) for lang in ("fr", "en")}


def parsed(text: str, lang: str = "en") -> Text:
    return parse(source.read(text.encode()), WORDS[lang], lang)


def convention(lang: str) -> Text:
    return parsed((CASES / f"small-convention.{lang}.txt").read_text(encoding="utf-8").split("====")[0], lang)


@pytest.mark.parametrize(
    ("text", "num", "printed", "number"),
    [
        ("Article 16 – Preferential treatment", "16", "Article 16 –", "16"),
        ("Article 16. Title", "16", "Article 16.", "16"),
        ("Article 16: Title", "16", "Article 16:", "16"),
        ("Article 16.- Title", "16", "Article 16.-", "16"),
        ("Article 16 Title", "16", "Article 16", "16"),
        ("ARTICLE XIV", "XIV", "ARTICLE XIV", "14"),
        ("Article 4 bis", "4 bis", "Article 4 bis", "4 bis"),
        ("Article 4A – Title", "4A", "Article 4A –", "4a"),
        ("[Article 8]", "8", "[Article 8]", "8"),
        ("[Article 8 – Title]", "8", "Article 8 –", "8"),
        ("Rule 3 – Title", "3", "Rule 3 –", "3"),
        ("Art. 2. – Title", "2", "Art. 2. –", "2"),
    ],
)
def test_an_article_is_told_by_its_label(text: str, num: str, printed: str, number: str) -> None:
    label = article_labels.read(text, WORDS["en"])
    assert label and (label.num, label.printed, label.number) == (num, printed, number)


@pytest.mark.parametrize(
    "text", ["Article premier", "ARTICLE PREMIER – Objet", "Article 1er. – Objet", "Art. Ier"]
)
def test_the_first_article_is_number_one(text: str) -> None:
    label = article_labels.read(text, WORDS["fr"])
    assert label and label.value == (1, 0) and label.number == "1"


@pytest.mark.parametrize(
    "text",
    [
        "Article 16 of the Convention",
        "article 16",
        "Article 22.4",
        "Article 5(1)",
        "Articles 5 to 9",
        "Article 4 a",
    ],
)
def test_an_article_cited_is_no_label(text: str) -> None:
    assert article_labels.read(text, WORDS["en"]) is None


def test_addresses_are_those_of_the_trade_and_the_same_in_both_languages() -> None:
    found = {
        lang: [
            (each.eid, each.anchor) for component in convention(lang).components for each in component.walk()
        ]
        for lang in WORDS
    }
    assert found["fr"] == found["en"]
    assert ("art_1", "a1") in found["fr"]
    assert ("art_1__item_a", "a1-a") in found["fr"]
    assert ("art_2__para_2", "a2-2") in found["fr"]
    assert ("art_2__para_2__item_a__item_ii", "a2-2-a-ii") in found["fr"]
    assert ("art_5__para_2__item_i", "a5-2-i") in found["fr"]


def headings(provisions: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    return [(each["eid"], each["num"], each["text"]) for each in provisions if each["kind"] == "heading"]


def test_in_the_json_an_article_is_a_numbered_heading_that_holds_its_paragraphs() -> None:
    found = text_json(convention("fr"))["components"][0]["provisions"]
    assert headings(found)[:3] == [
        ("heading_1", "", "I. Objet et définitions"),
        ("art_1", "PREMIER", "ARTICLE PREMIER – Objet"),
        ("art_2", "2", "Article 2 – Définitions"),
    ]
    article = next(each for each in found if each["eid"] == "art_5")
    assert [(child["kind"], child["eid"]) for child in article["children"]] == [
        ("paragraph", f"art_5__para_{number}") for number in (1, 2, 3)
    ]


def test_paragraphs_may_run_on_through_the_articles() -> None:
    text = "Article 1 – A\n\n1. One.\n\n2. Two.\n\nArticle 2 – B\n\n3. Three.\n\nArticle 3 – C\n\n4. Four.\n"
    got = parsed(text)
    assert not got.findings
    assert [each.eid for each in got.components[0].provisions[1].children] == ["art_2__para_3"]


def test_numbers_that_do_not_follow_are_reported_with_their_article() -> None:
    text = "Article 1 – A\n\n1. One.\n\n3. Three.\n\nArticle 3 – B\n\n2. Two.\n\nArticle 3 – C\n\nText.\n"
    assert [(each.code, each.place) for each in parsed(text).findings] == [
        ("number-skipped", "document article 1 3"),
        ("number-skipped", "document article 3"),
        ("number-skipped", "document article 3 2"),
        ("number-doubled", "document article 3"),
    ]


@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(sorted(WORDS)),
    st.integers(34, 120),
    st.integers(1, 3),
    st.sampled_from(["", "    "]),
    st.sets(st.integers(0, 150), max_size=12),
)
def test_a_convention_in_any_width_with_any_page_turns_is_the_same(
    lang: str, width: int, between: int, indent: str, turns: set[int]
) -> None:
    text = convention(lang)
    lines = compose(all_blocks(text), width, between, indent)
    # « … que le Conseil admet, » / page turn / « pourvu que … »: nothing tells that a block begins
    told = sorted(each for each in turns if each < len(lines) and not lines[each].lstrip()[:1].islower())
    got = parsed("\n".join(turned(lines, told, "\f")), lang)
    assert text_json(got) == text_json(text)
