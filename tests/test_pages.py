"""The built site in headless Chromium: what a delegate does with it, in both languages."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Request, expect

from tests.conftest import Served

pytestmark = pytest.mark.browser

ANNEX = "digital/2016-10igc7/annex/"
KINDS = {
    "root": "",
    "home": "fr/",
    "work": "fr/digital/",
    "draft": "en/digital/2016-10igc7/",
    "draft without text": "fr/digital/2017-06-6cp11/",
    "reading": f"fr/{ANNEX}",
    "reading, translation": f"en/{ANNEX}",
    "reading with notes": "fr/digital/2016-10igc7/document/",
    "reading, decision": "en/digital/2016-10igc7/decision/",
    "paragraph": f"fr/{ANNEX}13/",
    "paragraph with items": "en/digital/2016-10igc7/document/4/",
    "convention": "fr/convention/",
    "article": "fr/convention/16/",
    "decision": "en/decisions/9igc7/",
    "resolution": "fr/resolutions/5cp12/",
    "document": "en/documents/dce-16-10igc-inf4/",
    "session": "fr/sessions/10igc/",
    "references": "en/references/",
    "force": "fr/digital/2016-10igc7/force/",
    "guide": "fr/guide/",
    "not found": "404.html",
}


@pytest.mark.parametrize(("here", "there"), [("fr", "en"), ("en", "fr")])
def test_the_language_switch_keeps_the_paragraph(page: Page, served: Served, here: str, there: str) -> None:
    page.goto(f"{served.url}{here}/{ANNEX}#p13-5")
    page.locator(f'header a[hreflang="{there}"]').click()
    page.wait_for_url(f"{served.url}{there}/{ANNEX}#p13-5")
    expect(page.locator("html")).to_have_attribute("lang", there)
    expect(page.locator("#p13-5")).to_be_in_viewport()


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_asks_another_host_for_anything(page: Page, served: Served, kind: str) -> None:
    asked: list[str] = []
    faults: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(served.url + KINDS[kind])
    page.wait_for_load_state("networkidle")
    host = re.match(r"https?://[^/]+/", served.url)
    assert host
    assert [address for address in asked if not address.startswith((host[0], "data:"))] == []
    assert faults == []


def test_the_root_leads_to_the_readers_language(served: Served, browser: object, playwright: object) -> None:
    from playwright.sync_api import Browser

    assert isinstance(browser, Browser)
    for locale, lang in (("fr-CA", "fr"), ("en-GB", "en")):
        context = browser.new_context(locale=locale)
        page = context.new_page()
        page.goto(served.url)
        page.wait_for_url(f"{served.url}{lang}/")
        context.close()


def test_the_root_works_without_javascript(served: Served, browser: object) -> None:
    from playwright.sync_api import Browser

    assert isinstance(browser, Browser)
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.url)
    page.locator('main a[hreflang="en"], a[lang="en"]').first.click()
    page.wait_for_url(f"{served.url}en/")
    context.close()


def test_latest_is_an_alias_of_the_newest_text(page: Page, served: Served) -> None:
    page.goto(f"{served.url}en/digital/latest/annex/13/#p13-5")
    page.wait_for_url(f"{served.url}en/{ANNEX}13/#p13-5")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_preview_opens_without_leaving_the_page(page: Page, served: Served, lang: str) -> None:
    page.goto(f"{served.url}{lang}/{ANNEX}#p17")
    card = page.locator("#p17 ~ .rests details.rest", has_text="16").first
    expect(card.locator(".rest-body")).to_be_hidden()
    card.locator("summary").click()
    expect(card.locator(".rest-body")).to_be_visible()
    assert page.url == f"{served.url}{lang}/{ANNEX}#p17"
