"""What stands beside a provision, and the numbers that lead straight to a page: without a browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import corpus
from scripts.site import goto, lens, reading
from scripts.site.goto import Words
from scripts.site.site import Site, View

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def site() -> Site:
    return corpus.load(ROOT)


@pytest.fixture(scope="module")
def body(site: Site) -> str:
    expression = next(e for e in site.expressions if e.lang == "fr" and e.draft.symbol)
    return reading.page(site, expression, expression.text.component("annex")).body


KNOWN = Words(frozenset({"art", "article"}), frozenset({"decision", "paragraphe", "par", "resolution", "et"}))


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("13.5", "13-5"),
        ("§ 13.5", "13-5"),
        ("par. 13.5", "13-5"),
        ("Art. 16", "art16"),
        ("article 16, paragraphe 2", "art16-2"),
        ("9.IGC 7", "9igc7"),
        ("Décision 9.IGC/7", "9igc7"),
        ("7.IGC 13 paragraphe 3 et 7", "7igc13-3-7"),
        ("38 C/Résolution 56", "38c56"),
        ("DCE/16/10.IGC/INF.4", "dce16-10igcinf4"),
    ],
)
def test_ways_of_writing_a_number_meet_in_one_key(written: str, key: str) -> None:
    assert goto.key(written, KNOWN) == key


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_numbered_provision_and_article_has_a_way(site: Site, lang: str) -> None:
    keys = goto.table(site, lang)["keys"]
    assert isinstance(keys, dict)
    text = next(e for e in site.expressions if e.lang == lang and e.draft.symbol).text
    nums = {unit.num.replace(".", "-") for unit in text.component("annex").walk() if unit.num[:1].isdigit()}
    assert len(nums) > 75
    assert nums | {f"art{n}" for n in range(1, 36)} <= keys.keys()


def test_each_provision_has_its_other_language_with_its_status(body: str) -> None:
    assert body.count('class="rest other"') == body.count('data-status="Traduction non officielle')
    assert 'data-provision="en:2016-10igc7:annex:para_13__subpara_5"' in body


def test_each_guideline_has_its_note_and_its_history_beside_it(body: str) -> None:
    assert body.count('class="rest note-on"') == 25
    assert body.count("#history") == 25


def test_marks_of_the_lens_leave_the_words_as_they_are(site: Site) -> None:
    from lxml import html

    view = View(site, "fr", "digital/index")
    text = "Les Parties <doivent> s’efforcer de *citer* ; elles ne doivent pas nuire & peuvent agir."
    shown = lens.html(view, "fr", text)
    assert shown.count('class="force') == 3
    assert "".join(str(part) for part in html.fromstring(f"<p>{shown}</p>").itertext()) == text
