"""No accessibility violation on any kind of page, light and dark, wide and phone (axe-core)."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

from tests.conftest import Served
from tests.test_pages import KINDS

pytestmark = pytest.mark.browser

AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf-8")
RUN = """async () => (await axe.run(document, {resultTypes: ['violations']})).violations
    .map(each => each.id + ': ' + each.nodes.slice(0, 3).map(node => node.target.join(' ')).join(' | '))"""
SIZES = {"wide": (1280, 900), "phone": (390, 844)}


def violations(page: Page) -> list[str]:
    page.evaluate(AXE)
    found = page.evaluate(RUN)
    assert isinstance(found, list)
    return [str(each) for each in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_has_an_accessibility_violation(
    browser: Browser, served: Served, kind: str, size: str, scheme: Literal["light", "dark"]
) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    if kind == "root":  # it leads on at once where scripts run: look at the page that others see
        page.add_init_script("Object.defineProperty(navigator, 'languages', {get: () => ['xx']})")
    page.goto(served.url + KINDS[kind])
    assert violations(page) == []
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true })")
    assert violations(page) == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_the_open_search_box_has_no_accessibility_violation(
    browser: Browser, served: Served, size: str, scheme: Literal["light", "dark"]
) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{served.url}fr/digital/2016-10igc7/annex/")
    page.keyboard.press("/")
    page.keyboard.type("algorithme")
    page.locator("#search-hits a").first.wait_for()
    assert violations(page) == []
    context.close()
