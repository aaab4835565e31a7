"""Search as people type: accents, ligatures, elisions, plurals, numbers and symbols find their paragraph."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import Served

pytestmark = pytest.mark.browser

ANNEX, DOCUMENT = "digital/2016-10igc7/annex/", "digital/2016-10igc7/document/"
FRENCH = [
    ("découvrabilité", rf"{ANNEX}15/#p15-1"),
    ("decouvrabilite", rf"{ANNEX}15/#p15-1"),
    ("DÉCOUVRABILITÉ", rf"{ANNEX}15/#p15-1"),
    ("accès bande passante", rf"{ANNEX}13/#p13-5"),
    ("acces bande passante", rf"{ANNEX}13/#p13-5"),
    ("l’accès à la bande passante", rf"{ANNEX}13/#p13-5"),
    ("plateforme", rf"{ANNEX}(7/#p7|15/#p15-1|23/#p23-1)|{DOCUMENT}"),
    ("plates-formes", rf"{ANNEX}(7/#p7|15/#p15-1|23/#p23-1)|{DOCUMENT}"),
    ("incubateur", rf"{ANNEX}(13/#p13-3|14/#p14-2)"),
    ("algorithme", rf"{ANNEX}(15/#p15-2|16/#p16-1)|{DOCUMENT}4/"),
    ("13.5", rf"{ANNEX}(13/)?#p13-5"),
    ("article 16", r"convention/16/|annex/17/"),
    ("9.IGC 7", r"decisions/9igc7/|document/(5|6)/|decision/2/"),
    ("5.CP 12", r"resolutions/5cp12/|document/(2|6)/|decision/2/"),
    ("DCE/16/10.IGC/INF.4", r"documents/dce-16-10igc-inf4/|document/6/|decision/1/"),
]
ENGLISH = [
    ("discoverability", rf"{ANNEX}15/#p15-1"),
    ("platform", rf"{ANNEX}(7/#p7|15/#p15-1|23/#p23-1)|{DOCUMENT}"),
    ("incubator", rf"{ANNEX}(13/#p13-3|14/#p14-2)"),
    ("13.5", rf"{ANNEX}(13/)?#p13-5"),
    ("article 16", r"convention/16/|annex/17/"),
    ("9.IGC 7", r"decisions/9igc7/|document/(5|6)/|decision/2/"),
]


def ask(page: Page, query: str) -> list[str]:
    """Type ``query`` into the search box; return the addresses of the hits shown."""
    field = page.locator("[data-search] input")
    field.click()
    field.press_sequentially(query)
    expect(page.locator("#search-hits a").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    hits = page.locator("#search-hits a").evaluate_all("links => links.map(link => link.href)")
    assert isinstance(hits, list)
    return [str(hit) for hit in hits]


@pytest.mark.parametrize(
    ("lang", "query", "expected"),
    [*(("fr", *row) for row in FRENCH), *(("en", *row) for row in ENGLISH)],
)
def test_a_search_finds_its_paragraph(
    page: Page, served: Served, lang: str, query: str, expected: str
) -> None:
    page.goto(f"{served.url}{lang}/")
    hits = ask(page, query)
    assert all(f"/{lang}/" in hit for hit in hits)
    assert re.search(expected, hits[0]), hits
    assert any("2026-illustrative" not in hit for hit in hits[:1]), hits


def test_the_ligature_and_its_two_letters_find_the_same(page: Page, served: Served) -> None:
    found = []
    for query in ("oeuvre artistique", "œuvre artistique"):
        page.goto(f"{served.url}fr/")
        found.append(ask(page, query))
    assert found[0] == found[1]
    assert any(hit.endswith(f"{ANNEX}22/#p22-2") for hit in found[0]), found[0]


def test_nothing_of_the_index_is_loaded_before_a_query(page: Page, served: Served) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{served.url}fr/{ANNEX}")
    page.wait_for_load_state("networkidle")
    assert not [address for address in asked if "pagefind" in address]
    ask(page, "accès")
    assert [address for address in asked if "pagefind" in address]


def test_a_hit_leads_to_the_paragraph_by_the_keyboard_alone(page: Page, served: Served) -> None:
    page.goto(f"{served.url}fr/")
    page.keyboard.press("/")
    page.keyboard.type("découvrabilité")
    expect(page.locator("#search-hits a").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/fr/digital/.*#p1\d-1$"))


def test_escape_closes_the_hits(page: Page, served: Served) -> None:
    page.goto(f"{served.url}fr/")
    ask(page, "accès")
    page.keyboard.press("Escape")
    expect(page.locator(".md-search__output")).to_be_hidden()
