"""The references in a browser: filters with and without script, the coverage on a phone, the review."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Served
from tests.test_accessibility import SIZES, violations

pytestmark = pytest.mark.browser

PAGES = {
    "citations": "fr/references/citations/",
    "coverage": "en/references/coverage/",
    "review": "fr/references/review/2016-10igc7/",
    "review of an exercise": "en/references/review/2026-illustrative/",
}
ROWS = ".citation-list > li"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", PAGES)
def test_no_references_page_has_an_accessibility_violation(
    browser: Browser, served: Served, kind: str, size: str, scheme: Literal["light", "dark"]
) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    page.goto(served.url + PAGES[kind])
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("script", [True, False])
def test_the_filters_work_with_and_without_script(browser: Browser, served: Served, script: bool) -> None:
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{served.url}fr/references/citations/")
    total = page.locator(ROWS).count()
    page.locator('input[name="state"][value="doubtful"]').check()
    expect(page.locator(f"{ROWS}:visible")).to_have_count(1)
    expect(page.locator(f"{ROWS}:visible")).to_contain_text("DCE/16/9.IGC/3")
    page.locator('input[name="state"][value=""]').check()
    page.locator('input[name="kind"][value="article"]').check()
    articles = page.locator(f'{ROWS}[data-kind="article"]').count()
    assert 0 < articles < total
    expect(page.locator(f"{ROWS}:visible")).to_have_count(articles)
    context.close()


def test_choices_are_counted_and_kept_in_the_address(page: Page, served: Served) -> None:
    page.goto(f"{served.url}en/references/citations/")
    page.locator('input[name="kind"][value="article"]').check()
    page.locator('input[name="draft"][value="draft-2016-10igc7"]').check()
    number = page.locator(f"{ROWS}:visible").count()
    total = page.locator(ROWS).count()
    expect(page.locator(".shown")).to_have_text(f"{number} of {total} citations shown")
    page.reload()
    expect(page.locator(f"{ROWS}:visible")).to_have_count(number)
    expect(page.locator("#draft-2026-illustrative")).to_be_hidden()


def test_a_number_of_the_table_shows_what_it_counts(page: Page, served: Served) -> None:
    page.goto(f"{served.url}en/references/citations/")
    page.locator('.counts a[data-only="doubtful"]').first.click()
    expect(page.locator(f"{ROWS}:visible")).to_have_count(1)


def test_an_address_that_names_a_row_shows_it_whatever_is_chosen(page: Page, served: Served) -> None:
    page.goto(f"{served.url}fr/references/citations/?state=doubtful")
    row = page.locator(f'{ROWS}[data-kind="article"]').first
    expect(row).to_be_hidden()
    page.goto(f"{served.url}fr/references/citations/?state=doubtful#{row.get_attribute('id')}")
    page.reload()
    expect(row).to_be_visible()


def test_a_mark_in_the_running_text_leads_to_its_row(page: Page, served: Served) -> None:
    page.goto(f"{served.url}fr/references/review/2016-10igc7/")
    page.locator(".cite.state-doubtful").click()
    page.wait_for_url(f"{served.url}fr/references/citations/#*")
    expect(page.locator(f"{ROWS}:target")).to_contain_text("DCE/16/9.IGC/3")
    expect(page.locator(f"{ROWS}:target")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("size", "shown", "hidden"), [("phone", "narrow", "wide"), ("wide", "wide", "narrow")]
)
def test_the_coverage_is_a_list_on_a_phone_and_a_matrix_on_a_wide_screen(
    browser: Browser, served: Served, size: str, shown: str, hidden: str
) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.goto(f"{served.url}fr/references/coverage/")
    expect(page.locator(f".coverage .{shown}")).to_be_visible()
    expect(page.locator(f".coverage .{hidden}")).to_be_hidden()
    page.locator(f".coverage .{shown} :is(dd, td) a").first.click()
    expect(page.locator(":target")).to_be_in_viewport()
    context.close()


def test_the_styles_and_the_script_are_loaded_only_here(page: Page, served: Served) -> None:
    page.goto(f"{served.url}fr/digital/2016-10igc7/annex/")
    assert page.locator('[href*="references.css"], [src*="references.js"]').count() == 0
    page.goto(f"{served.url}fr/references/citations/")
    assert page.locator('[href*="references.css"], [src*="references.js"]').count() == 2


def test_the_list_for_a_spreadsheet_is_there(page: Page, served: Served) -> None:
    page.goto(f"{served.url}en/references/citations/")
    with page.expect_download() as held:
        page.locator(".files a").click()
    data = held.value.path().read_text(encoding="utf-8-sig")
    assert data.startswith("draft,component,provision,language,surface,target,state,likely,address")
