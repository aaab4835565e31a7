"""Comparisons in headless Chromium: walked by key, read in both forms, printed, and without JavaScript."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import product
from typing import Any, Literal

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, Response, expect

from tests.conftest import Served
from tests.test_accessibility import SIZES, violations

pytestmark = pytest.mark.browser

FOLDER = "digital/compare/2016-10igc7..2026-illustrative/"
PAGES = {
    "list": "digital/compare/",
    "redline": FOLDER,
    "reverse": "digital/compare/2026-illustrative..2016-10igc7/",
    "bilingual": f"{FOLDER}bilingual/",
    "correspondence": f"{FOLDER}correspondence/",
}


@pytest.fixture
def redline(page: Page, served: Served) -> Page:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{served.url}fr/{FOLDER}")
    return page


@pytest.fixture
def still(browser: Browser, served: Served) -> Iterator[Page]:
    """The French redline in a browser without JavaScript."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(f"{served.url}fr/{FOLDER}")
    yield page
    context.close()


def numbers(page: Page) -> list[str]:
    found = page.eval_on_selector_all("[data-change]", "rows => rows.map(row => row.dataset.change)")
    return [str(each) for each in found]


def in_reading_place(page: Page, number: str) -> bool:
    """Tell whether the change stands in sight and below what sticks to the top."""
    return bool(
        page.evaluate(
            """number => {
              const row = document.getElementById("c" + number).getBoundingClientRect();
              const bar = document.querySelector(".choices").getBoundingClientRect();
              const end = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
              const lowest = end ? innerHeight : innerHeight / 2;
              return row.top >= bar.bottom - 1 && row.top < lowest;
            }""",
            number,
        )
    )


# -- the walk --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("on", "back"), [("n", "p"), ("j", "k")])
def test_all_changes_are_walked_by_key(redline: Page, on: str, back: str) -> None:
    every = numbers(redline)
    assert len(every) > 30
    for rank, number in enumerate(every, 1):
        redline.keyboard.press(on)
        expect(redline.locator("[data-at]")).to_have_text(f"{rank} / {len(every)}")
        assert redline.evaluate("document.activeElement.id") == f"c{number}"
        assert redline.url.endswith(f"#c{number}")
        assert in_reading_place(redline, number)
    redline.keyboard.press(on)  # the last is the end
    expect(redline.locator("[data-at]")).to_have_text(f"{len(every)} / {len(every)}")
    redline.keyboard.press(back)
    expect(redline.locator("[data-at]")).to_have_text(f"{len(every) - 1} / {len(every)}")


def test_the_buttons_walk_too(redline: Page) -> None:
    last = len(numbers(redline))
    redline.get_by_role("button", name="Suivant").click()
    redline.get_by_role("button", name="Suivant").click()
    expect(redline.locator("[data-at]")).to_have_text(f"2 / {last}")
    redline.get_by_role("button", name="Précédent").click()
    expect(redline.locator("[data-at]")).to_have_text(f"1 / {last}")


def test_an_address_opens_at_its_change(page: Page, served: Served) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{served.url}en/{FOLDER}#c18")
    expect(page.locator("#c18")).to_be_in_viewport()
    every = numbers(page)
    expect(page.locator("[data-at]")).to_have_text(f"{every.index('18') + 1} / {len(every)}")
    page.keyboard.press("n")
    assert page.url.endswith(f"#c{every[every.index('18') + 1]}")


def test_a_number_means_the_same_change_in_the_other_language(page: Page, served: Served) -> None:
    passages = []
    for lang in ("fr", "en"):
        page.goto(f"{served.url}{lang}/{FOLDER}#c30")
        passages.append(page.locator("#c30 .passage").text_content())
    assert passages == ["20", "20"]


def test_letters_typed_into_the_search_do_not_walk(redline: Page) -> None:
    redline.keyboard.press("/")
    redline.keyboard.type("nnn")
    expect(redline.locator("[data-at]")).to_contain_text("– / ")


# -- the two forms, the choices ---------------------------------------------------------------------


def visible_texts(page: Page, css: str) -> list[str]:
    script = "all => all.filter(one => one.getClientRects().length).map(one => one.textContent)"
    return [str(each) for each in page.eval_on_selector_all(css, script)]


def test_one_column_and_two_show_every_provision(redline: Page) -> None:
    rows = redline.locator(".row:not(.departed)").count()
    assert len(visible_texts(redline, ".row .line")) == rows
    assert visible_texts(redline, ".row .was") == []
    redline.get_by_label("Deux colonnes").check()
    old, new = visible_texts(redline, ".row .was"), visible_texts(redline, ".row .now")
    # 95 provisions and 96; two that merged, and two that one was split into, stand in one row
    assert (len(old), len(new)) == (94, 95)
    left, right = (redline.locator(f"#c10 .{side}").bounding_box() for side in ("was", "now"))
    assert left and right
    assert left["x"] + left["width"] <= right["x"]
    assert abs(left["y"] - right["y"]) < 2


@pytest.mark.parametrize("form", ["Une colonne", "Deux colonnes"])
def test_only_the_changes_are_shown_with_their_headings(redline: Page, form: str) -> None:
    redline.get_by_label(form).check()
    redline.get_by_label("Les changements seuls").check()
    expect(redline.locator(".row:not(.change):not(.context):not(.is-heading):visible")).to_have_count(0)
    expect(redline.locator("[data-change]:visible")).to_have_count(len(numbers(redline)))
    shown = set(visible_texts(redline, ".part:has(.change) .is-heading h3"))
    assert any("Rééquilibrage" in heading for heading in shown)
    redline.keyboard.press("n")
    expect(redline.locator("[data-at]")).to_contain_text("1 / ")


def test_typography_can_be_hidden(redline: Page) -> None:
    light = redline.locator("[data-change].light").count()
    assert light > 5
    redline.get_by_label("La typographie").uncheck()
    expect(redline.locator("[data-at]")).to_have_text(f"– / {len(numbers(redline)) - light}")
    expect(redline.locator(".line del.light:visible")).to_have_count(0)
    decoration = "one => getComputedStyle(one).textDecorationLine"
    assert redline.locator(".line ins.light").first.evaluate(decoration) == "none"
    redline.get_by_label("Les changements seuls").check()
    expect(redline.locator("[data-change].light:visible")).to_have_count(0)


def test_choices_are_remembered(redline: Page) -> None:
    redline.get_by_label("Deux colonnes").check()
    redline.get_by_label("Les changements seuls").check()
    redline.reload()
    expect(redline.get_by_label("Deux colonnes")).to_be_checked()
    expect(redline.get_by_label("Les changements seuls")).to_be_checked()
    expect(redline.get_by_label("La typographie")).to_be_checked()


def test_what_is_struck_and_written_is_told_by_more_than_colour(redline: Page) -> None:
    line = "one => getComputedStyle(one).textDecorationLine"
    change = redline.locator("#c10 .line")
    assert change.locator("del").evaluate(line) == "line-through"
    assert change.locator("ins").evaluate(line) == "underline"
    assert "[supprimé : peuvent]" in (change.text_content() or "").replace("\u00a0", " ")
    assert "[ajouté : devraient]" in (change.text_content() or "").replace("\u00a0", " ")


def test_moved_text_is_found_at_both_ends(redline: Page) -> None:
    redline.locator("#c12").get_by_role("link", name="place d’origine").click()
    expect(redline.locator("#c12-from")).to_be_in_viewport()
    redline.locator("#c12-from a").click()
    expect(redline.locator("#c12")).to_be_in_viewport()


# -- what is copied ---------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["Une colonne", "Deux colonnes"])
def test_copied_text_tells_what_was_struck_and_where_it_is_from(
    browser: Browser, served: Served, form: str
) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{served.url}fr/{FOLDER}")
    page.get_by_label(form).check()
    page.evaluate("getSelection().selectAllChildren(document.getElementById('c10'))")
    page.keyboard.press("ControlOrMeta+C")
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    if form == "Une colonne":
        assert "Les Parties [-peuvent-]{+devraient+} mettre à jour" in copied
        assert copied.count("mettre à jour") == 1
    else:
        assert "Les Parties [-peuvent-] mettre" in copied
        assert "Les Parties {+devraient+} mettre" in copied
    assert "n’est pas un texte des Nations Unies" in copied
    assert copied.rstrip().endswith("#c10")
    context.close()


# -- without a script, on paper -----------------------------------------------------------------------


def test_everything_reads_and_chooses_without_javascript(still: Page) -> None:
    expect(still.locator(".walk")).to_be_hidden()
    expect(still.locator("#c10 .line ins")).to_be_visible()
    still.get_by_label("Deux colonnes").check()
    expect(still.locator("#c10 .was del")).to_be_visible()
    expect(still.locator("#c10 .line")).to_be_hidden()
    still.get_by_label("Les changements seuls").check()
    expect(still.locator(".row:not(.change):not(.context):not(.is-heading):visible")).to_have_count(0)
    still.get_by_label("La typographie").uncheck()
    expect(still.locator("[data-change].light:visible")).to_have_count(0)


def test_the_next_change_is_a_link_without_javascript(still: Page) -> None:
    still.locator("#c1 .steps a").last.click()
    expect(still.locator("#c2")).to_be_in_viewport()
    expect(still.locator("#c2 .steps a")).to_have_count(2)


@pytest.mark.parametrize("form", ["one", "two"])
def test_the_redline_prints_with_its_status(redline: Page, form: str) -> None:
    redline.check(f"[value={form}]")
    printed = pypdfium2.PdfDocument(io.BytesIO(redline.pdf(prefer_css_page_size=True)))
    pages = [" ".join(page.get_textpage().get_text_range().split()) for page in printed]
    assert len(pages) > 5
    assert "peuvent" in " ".join(pages)
    for text in pages:
        assert "pas un texte des Nations Unies" in text
    assert "Précédent" not in " ".join(pages)


def test_paper_in_black_and_white_still_tells(redline: Page) -> None:
    redline.emulate_media(media="print")
    for css, line in (("#c10 .line del", "line-through"), ("#c10 .line ins", "underline")):
        found = redline.locator(css).evaluate(
            "one => (({color, backgroundColor, textDecorationLine}) =>"
            " [color, backgroundColor, textDecorationLine])(getComputedStyle(one))"
        )
        assert found == ["rgb(0, 0, 0)", "rgba(0, 0, 0, 0)", line]


# -- for everyone --------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("where", [f"{lang}/{kind}" for lang, kind in product(("fr", "en"), PAGES)])
def test_no_comparison_has_an_accessibility_violation(
    browser: Browser, served: Served, where: str, size: str, scheme: Literal["light", "dark"]
) -> None:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page = context.new_page()
    lang, kind = where.split("/")
    page.goto(f"{served.url}{lang}/{PAGES[kind]}")
    assert violations(page) == []
    for choice in page.locator('.choices [value="two"], .choices [name="only"]').all():
        choice.check()
        assert violations(page) == []
    context.close()


@pytest.mark.parametrize("kind", PAGES)
def test_no_comparison_is_wider_than_a_phone(browser: Browser, served: Served, kind: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{served.url}fr/{PAGES[kind]}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for choice in page.locator('.choices [value="two"]').all():
        choice.check()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


@pytest.mark.parametrize("kind", PAGES)
def test_comparisons_ask_no_other_host_and_raise_no_fault(page: Page, served: Served, kind: str) -> None:
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{served.url}en/{PAGES[kind]}")
    page.wait_for_load_state("networkidle")
    host = re.match(r"https?://[^/]+/", served.url)
    assert host
    assert [address for address in asked if not address.startswith(host[0])] == []
    assert faults == []


def test_only_comparisons_load_their_script(page: Page, served: Served) -> None:
    asked: list[Any] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{served.url}fr/digital/2016-10igc7/annex/")
    assert not [address for address in asked if "compare." in address]


def test_the_scripts_of_a_comparison_stay_within_the_measure_of_a_page(page: Page, served: Served) -> None:
    sizes: dict[str, int] = {}

    def note(response: Response) -> None:
        if response.url.endswith(".js"):
            sizes[response.url.rsplit("/", 1)[1]] = len(response.body())

    page.on("response", note)
    page.goto(f"{served.url}fr/{FOLDER}")
    page.wait_for_load_state("networkidle")
    assert sizes["compare.js"] <= 6 * 1024
    assert sum(sizes.values()) <= 20 * 1024, sizes


def test_the_file_to_keep_reads_alone(page: Page, served: Served) -> None:
    page.goto((served.folder / "fr" / FOLDER / "comparison.html").as_uri())
    expect(page.locator("#c10 .line ins")).to_be_visible()
    page.get_by_label("Deux colonnes").check()
    expect(page.locator("#c10 .was del")).to_be_visible()
    assert violations(page) == []
