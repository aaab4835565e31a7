"""The five tasks of the guide's worked examples, step by step as it tells them, from the home page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Served

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[1]


def test_find_what_the_draft_says_on_algorithms(page: Page, served: Served) -> None:
    page.goto(f"{served.url}en/")
    page.keyboard.press("/")
    page.keyboard.type("algorithms")
    page.locator('#search-hits a[href*="2016-10igc7/annex/16/#p16-1"]').first.click()
    page.wait_for_url("**/annex/16/#p16-1")
    expect(page.get_by_text("This paragraph cites no instrument.")).to_be_visible()


@pytest.mark.parametrize(
    ("lang", "button", "status"),
    [
        ("en", "The citation (English)", "Unofficial translation prepared for this site (English)"),
        ("fr", "La référence (anglais)", "Official text (French)"),
    ],
)
def test_cite_16_1_in_english(browser: Browser, served: Served, lang: str, button: str, status: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{served.url}{lang}/")
    page.keyboard.press("/")
    page.keyboard.type("16.1")
    page.locator("#search-hits a").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/2016-10igc7/annex/#p16-1")
    expect(page.locator("#p16-1")).to_be_in_viewport()
    page.keyboard.press("c")
    page.get_by_role("button", name=button).click()
    page.wait_for_function("navigator.clipboard.readText().then(words => words.includes('16.1'))")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"UNESCO, document DCE/16/10.IGC/7, annex, paragraph 16.1. {status}."
    context.close()


def test_compare_the_force_of_11_and_13_in_both_languages(page: Page, served: Served) -> None:
    page.goto(f"{served.url}en/")
    page.get_by_role("link", name="Strength of obligation").click()
    page.wait_for_url("**/2016-10igc7/force/")
    for row, verbs in (
        ("#f-p11", ["peuvent", "may"]),
        ("#f-p13", ["doivent s’efforcer de", "shall endeavour to"]),
    ):
        assert page.locator(f"{row} b").all_inner_texts() == verbs


def test_find_who_asked_for_the_guidelines(page: Page, served: Served) -> None:
    page.goto(f"{served.url}en/")
    page.get_by_role("link", name="Who asked for this text").click()
    page.wait_for_url("**/en/#timeline")
    page.locator(".mandate").get_by_role("link", name="Resolution 5.CP 12").click()
    page.wait_for_url("**/resolutions/5cp12/")
    expect(page.locator("#cited-by")).to_be_visible()


def test_print_the_section_on_civil_society_in_french(page: Page, served: Served) -> None:
    page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; }")
    page.goto(f"{served.url}en/")
    page.locator('header a[hreflang="fr"]').click()
    page.get_by_role("link", name="Le texte", exact=True).click()
    page.locator(".contents").get_by_role("link", name="Rôle de la société civile").click()
    page.get_by_role("link", name="Imprimer cette section : Rôle de la société civile").click()
    page.wait_for_function("window.printed === 1")
    assert page.url.endswith("/fr/digital/2016-10igc7/annex/#print-s6")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_guide_counts_as_many_steps_as_it_lists(lang: str) -> None:
    guide = (ROOT / "docs" / lang / "guide" / "index.md").read_text(encoding="utf-8")
    examples = guide[guide.index("{: #examples }") :].split("\n### ")[1:]
    assert len(examples) == 5
    for example in examples:
        said = int(example.partition(" {: #")[0].split()[-2])
        assert said == sum(line[:1].isdigit() for line in example.splitlines())
