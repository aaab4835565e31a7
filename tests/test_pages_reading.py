"""Reading in headless Chromium, on the built site: by mouse, keyboard and touch, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.conftest import ROOT, Served
from tests.test_accessibility import violations

pytestmark = pytest.mark.browser

ANNEX = "digital/2016-10igc7/annex/"
LANGS = ("fr", "en")
OTHER = {"fr": "en", "en": "fr"}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
WIDE = {"viewport": {"width": 1400, "height": 900}}


@contextmanager
def opened(browser: Browser, address: str, **settings: object) -> Iterator[Page]:
    """A page of its own, without smooth scrolling, allowed to use the clipboard."""
    context = browser.new_context(**{**WIDE, "reduced_motion": "reduce", **settings})  # type: ignore[arg-type]
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def citation(page: Page) -> Locator:
    """The citation of an article in paragraph 17."""
    return page.locator("#p17 + .text .ref").first


def copied(page: Page) -> str:
    text = page.evaluate("navigator.clipboard.readText()")
    assert isinstance(text, str)
    return text


# -- beside -------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_without_javascript_all_that_stands_beside_is_there(
    browser: Browser, served: Served, lang: str
) -> None:
    with opened(browser, f"{served.url}{lang}/{ANNEX}#p17", java_script_enabled=False, **PHONE) as page:
        block = page.locator("#p17 + .text + .rests")
        block.locator("> summary").tap()
        for what in (".rests-list .rest", ".note-on", ".other"):
            block.locator(f"{what} > summary").first.tap()
            expect(block.locator(f"{what} > .rest-body").first).to_be_visible()
        expect(block.locator('a[href*="17/#history"]')).to_be_visible()
        expect(block.locator('.rests-list a[href$="/convention/16/"]')).to_be_visible()
        expect(block.locator(f'.other [lang="{OTHER[lang]}"] [data-provision]').first).to_be_visible()
        expect(page.locator(".reading-bar")).to_be_hidden()


def test_the_block_of_the_paragraph_being_read_stands_out_and_nothing_moves(
    browser: Browser, served: Served
) -> None:
    with opened(browser, f"{served.url}fr/{ANNEX}#p10") as page:
        expect(page.locator("#p10 + .text + .rests")).to_have_class("rests is-here")
        expect(page.locator(".where")).to_contain_text("§ 10")
        before = page.locator("#p20").evaluate("p => p.offsetTop")
        page.keyboard.press("j")
        expect(page.locator("#p11 + .text + .rests")).to_have_class("rests is-here")
        expect(page.locator(".contents [aria-current]").last).to_have_text("11")
        assert page.locator("#p20").evaluate("p => p.offsetTop") == before


@pytest.mark.parametrize("query", ["", "?side=en&lens=force"])
@pytest.mark.parametrize("size", ["wide", "phone"])
def test_nothing_shifts_while_the_page_loads(browser: Browser, served: Served, size: str, query: str) -> None:
    with opened(browser, "about:blank", **(WIDE if size == "wide" else PHONE)) as page:
        page.add_init_script(
            "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(each => {"
            " if (!each.hadRecentInput) window.shift += each.value }))"
            ".observe({type: 'layout-shift', buffered: true})"
        )
        page.goto(f"{served.url}fr/{ANNEX}{query}")
        page.wait_for_load_state("networkidle")
        assert page.evaluate("window.shift") < 0.01


# -- previews in the text -----------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_a_citation_shows_its_preview_on_hover_and_it_can_be_hovered(
    browser: Browser, served: Served, lang: str
) -> None:
    with opened(browser, f"{served.url}{lang}/{ANNEX}#p17") as page:
        citation(page).hover()
        preview = page.locator(".preview")
        expect(preview).to_be_visible()
        expect(preview).to_contain_text("Article 16")
        preview.hover()
        page.wait_for_timeout(400)
        expect(preview).to_be_visible()
        assert violations(page) == []
        page.mouse.move(5, 400)
        expect(preview).to_be_hidden()


def test_a_citation_shows_its_preview_on_focus_and_escape_closes_it(browser: Browser, served: Served) -> None:
    with opened(browser, f"{served.url}fr/{ANNEX}#p17") as page:
        page.locator("#p17 a").focus()
        page.keyboard.press("Tab")
        expect(page.locator(".preview")).to_be_visible()
        page.keyboard.press("Tab")
        expect(page.locator(".preview a").first).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.locator(".preview")).to_be_hidden()
        expect(citation(page)).to_be_focused()


@pytest.mark.parametrize("lang", LANGS)
def test_a_tap_shows_the_preview_and_a_second_one_follows(
    browser: Browser, served: Served, lang: str
) -> None:
    with opened(browser, f"{served.url}{lang}/{ANNEX}#p17", **PHONE) as page:
        citation(page).tap()
        expect(page.locator(".preview")).to_be_visible()
        assert page.url.endswith(f"{ANNEX}#p17")
        page.locator("#p17").tap()
        expect(page.locator(".preview")).to_be_hidden()
        citation(page).tap()
        expect(page.locator(".preview")).to_be_visible()
        citation(page).tap()
        page.wait_for_url(f"{served.url}{lang}/convention/16/")


def test_previews_ask_the_network_for_no_words(browser: Browser, served: Served) -> None:
    with opened(browser, f"{served.url}fr/{ANNEX}#p17") as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        citation(page).hover()
        expect(page.locator(".preview")).to_be_visible()
        assert [address for address in asked if not address.endswith((".js", ".svg"))] == []


# -- side by side -------------------------------------------------------------------------------


def columns(page: Page) -> list[float]:
    found = page.evaluate(
        "['#p13-2 + .text', '#p13-2 + .text + .rests .other'].flatMap(css => {"
        " const box = document.querySelector(css).getBoundingClientRect(); return [box.x, box.y] })"
    )
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("lang", LANGS)
def test_side_by_side_is_aligned_remembered_and_in_the_address(
    browser: Browser, served: Served, lang: str
) -> None:
    with opened(browser, f"{served.url}{lang}/{ANNEX}#p13-2") as page:
        page.locator("[data-choice=side]").click()
        assert f"?side={OTHER[lang]}#p13-2" in page.url
        left, top, right, other = columns(page)
        assert right > left + 300
        assert abs(top - other) < 4
        expect(page.locator("#p13-2 + .text + .rests .other [data-provision]")).to_be_visible()
        expect(page.locator(".languages")).to_contain_text("Official" if lang == "en" else "officiel")
        expect(page.locator("#p13-2")).to_be_in_viewport()
        page.goto(f"{served.url}{lang}/{ANNEX}")
        expect(page.locator("[data-choice=side]")).to_have_attribute("aria-pressed", "true")
        page.keyboard.press("s")
        expect(page.locator("html")).not_to_have_attribute("data-side", OTHER[lang])
        assert "side" not in page.url


@pytest.mark.parametrize("lang", LANGS)
def test_side_by_side_is_stacked_on_a_phone(browser: Browser, served: Served, lang: str) -> None:
    with opened(browser, f"{served.url}{lang}/{ANNEX}?side={OTHER[lang]}#p13-2", **PHONE) as page:
        left, top, right, other = columns(page)
        assert abs(left - right) < 40
        assert other > top
        expect(page.locator("#p13-2 + .text + .rests .other .ours")).to_be_visible()
        page.locator("[data-choice=side]").tap()
        expect(page.locator("#p13-2 + .text + .rests .other")).to_be_hidden()


# -- copying ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "form", "expected"),
    [
        ("fr", 0, "UNESCO, document DCE/16/10.IGC/7, annexe, paragraphe 16.1. Texte officiel (français)."),
        ("fr", 1, "UNESCO, document DCE/16/10.IGC/7, annex, paragraph 16.1. Official text (French)."),
        ("en", 1, "paragraph 16.1. Unofficial translation"),
    ],
)
def test_a_citation_is_copied_in_either_language(
    browser: Browser, served: Served, lang: str, form: int, expected: str
) -> None:
    with opened(browser, f"{served.url}{lang}/{ANNEX}#p16-1") as page:
        page.locator('.copy-open[value="p16-1"]').click()
        assert violations(page) == []
        page.locator("#copying [data-as=text]").nth(form).click()
        expect(page.locator("#copying .pop-status")).not_to_be_empty()
        assert expected in copied(page)


def test_the_words_are_copied_with_source_status_and_link(browser: Browser, served: Served) -> None:
    with opened(browser, f"{served.url}fr/{ANNEX}?side=en#p13-5") as page:
        page.keyboard.press("c")
        page.locator("#copying [data-as=text]").nth(2).click()
        expect(page.locator("#copying .pop-status")).not_to_be_empty()
        words = copied(page)
        assert words.startswith("« reconnaître et valoriser le travail des créateurs")
        assert "- une rémunération juste et équitable des artistes" in words
        assert "paragraphe 13.5. Texte officiel (français)" in words
        assert words.endswith(f"{ANNEX}#p13-5")


def test_a_selection_is_linked_and_the_link_opens_there(browser: Browser, served: Served) -> None:
    with opened(browser, f"{served.url}fr/{ANNEX}#p16-1") as page:
        page.locator("#p16-1 + .text").evaluate("""text => {
            const words = document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode();
            getSelection().setBaseAndExtent(words, 0, words, 20) }""")
        page.keyboard.press("c")
        page.locator("#copying [data-as=selection]").click()
        expect(page.locator("#copying .pop-status")).not_to_be_empty()
        address = copied(page)
        assert "#p16-1:~:text=" in address
        page.goto(served.url)
        page.goto(address)
        expect(page.locator("#p16-1")).to_be_in_viewport()
        assert page.evaluate("document.querySelector(':target')?.id") == "p16-1"


@pytest.mark.parametrize("size", ["wide", "phone"])
def test_an_amendment_is_written_and_copied_with_its_marks(
    browser: Browser, served: Served, size: str
) -> None:
    settings = WIDE if size == "wide" else PHONE
    with opened(browser, f"{served.url}fr/{ANNEX}#p12", **settings) as page:
        if size == "phone":
            page.locator("#p12 + .text + .rests > summary").tap()
            page.locator('.copy-open[value="p12"]').tap()
        else:
            page.locator('.copy-open[value="p12"]').click()
        page.locator("#copying [data-as=amend]").click()
        area = page.locator("#amend textarea")
        area.fill(area.input_value().replace("sont encouragées à", "doivent"))
        result = page.locator(".amended")
        expect(result.locator("del")).to_contain_text("sont encouragées")
        expect(result.locator("ins")).to_contain_text("doivent")
        assert violations(page) == []
        page.locator("#amend [data-amended]").click()
        expect(page.locator("#amend .pop-status")).not_to_be_empty()
        html = page.evaluate(
            "navigator.clipboard.read().then(items => items[0].getType('text/html')).then(all => all.text())"
        )
        for mark in ("<del", "<s", "<ins", "<b", "paragraphe 12"):  # the browser adds styles of its own
            assert mark in html
        assert "[ajouté :" in copied(page)
        page.locator("[data-bis]").check()
        area.fill("Les Parties rendent compte.")
        expect(result.locator("del")).to_have_count(0)
        page.keyboard.press("Escape")
        expect(page.locator("#amend")).to_be_hidden()


# -- the lens -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "verb", "level"), [("fr", "doivent", "obligation"), ("en", "shall", "obligation")]
)
def test_the_lens_names_the_level_of_each_verb_on_demand(
    browser: Browser, served: Served, lang: str, verb: str, level: str
) -> None:
    with opened(browser, f"{served.url}{lang}/{ANNEX}#p10") as page:
        mark = page.locator("#p10 + .text .force")
        after = "mark => getComputedStyle(mark, '::after').content"
        assert mark.evaluate(after) == "none"
        page.keyboard.press("f")
        expect(page.locator(".legend")).to_be_visible()
        assert verb in mark.inner_text()
        assert level in str(mark.evaluate(after))
        assert violations(page) == []
        page.locator("[data-choice=lens]").click()
        expect(page.locator(".legend")).to_be_hidden()


def test_the_lens_tells_a_duty_from_a_permission_in_both_languages(browser: Browser, served: Served) -> None:
    with opened(browser, f"{served.url}fr/{ANNEX}13/?lens=force") as page:
        for lang in LANGS:
            levels = page.locator(f'[data-provision="{lang}:2016-10igc7:annex:para_13"] .force')
            assert [each.get_attribute("data-force") for each in levels.all()] == ["effort", "faculté"]


# -- going to -----------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("typed", "leads"),
    [
        ("13.5", f"{ANNEX}#p13-5"),
        ("§ 13.5", f"{ANNEX}#p13-5"),
        ("art. 16", "convention/16/"),
        ("article 16", "convention/16/"),
        ("9.IGC 7", "decisions/9igc7/"),
        ("Decision 9.IGC/7", "decisions/9igc7/"),
        ("5.CP 12 paragraphe 3", "resolutions/5cp12/#par3"),
        ("DCE/16/10.IGC/7", "documents/dce-16-10igc-7/"),
    ],
)
def test_a_number_or_symbol_leads_straight_there(
    browser: Browser, served: Served, lang: str, typed: str, leads: str
) -> None:
    with opened(browser, f"{served.url}{lang}/guide/") as page:
        page.keyboard.press("/")
        page.keyboard.type(typed)
        expect(page.locator("#search-hits a").first).to_have_attribute("href", f"{served.url}{lang}/{leads}")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{served.url}{lang}/{leads}")


def test_enter_at_once_leads_there_on_a_phone_too(browser: Browser, served: Served) -> None:
    with opened(browser, f"{served.url}fr/", **PHONE) as page:
        page.locator("[data-search-open]").tap()
        page.keyboard.type("§ 13.5", delay=0)
        page.keyboard.press("Enter")
        page.wait_for_url(f"{served.url}fr/{ANNEX}#p13-5")


def test_words_are_searched_for_as_before(browser: Browser, served: Served) -> None:
    with opened(browser, f"{served.url}fr/") as page:
        page.keyboard.press("/")
        page.keyboard.type("algorithme")
        first = page.locator("#search-hits a").first
        expect(first.locator(".hit-words")).to_contain_text("algorithme")


# -- keys ---------------------------------------------------------------------------------------


def test_keys_move_by_provision_and_back_returns(browser: Browser, served: Served) -> None:
    with opened(browser, f"{served.url}fr/") as page:
        page.goto(f"{served.url}fr/{ANNEX}#p24-2")
        for key, num in (("j", "p24-3"), ("n", "p25"), ("j", "p25-1"), ("k", "p25"), ("p", "p24-3")):
            page.keyboard.press(key)
            page.wait_for_url(f"{served.url}fr/{ANNEX}#{num}")
        page.go_back()
        page.wait_for_url(f"{served.url}fr/")


def test_keys_change_language_and_page(browser: Browser, served: Served) -> None:
    with opened(browser, f"{served.url}fr/{ANNEX}#p13-5") as page:
        page.keyboard.press("l")
        page.wait_for_url(f"{served.url}en/{ANNEX}#p13-5")
        page.goto(f"{served.url}en/{ANNEX}11/")
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.wait_for_url(f"{served.url}en/{ANNEX}12/")


def test_the_sheet_of_keys_holds_the_focus_and_turns_them_off(browser: Browser, served: Served) -> None:
    with opened(browser, f"{served.url}fr/{ANNEX}#p13") as page:
        page.keyboard.press("?")
        sheet = page.locator("#keys")
        expect(sheet).to_be_visible()
        assert page.evaluate("document.activeElement.closest('dialog').id") == "keys"
        assert violations(page) == []
        sheet.locator("[data-keys]").uncheck()
        page.keyboard.press("Escape")
        expect(sheet).to_be_hidden()
        page.reload()
        for key in ("f", "s", "/", "?"):
            page.keyboard.press(key)
        expect(page.locator("html")).not_to_have_attribute("data-lens", "force")
        expect(sheet).to_be_hidden()
        expect(page.locator(".md-search__input")).not_to_be_focused()


def test_keys_are_letters_while_something_is_typed_or_a_modifier_held(
    browser: Browser, served: Served
) -> None:
    with opened(browser, f"{served.url}fr/{ANNEX}#p13") as page:
        page.keyboard.press("Alt+f")
        page.keyboard.press("/")
        page.keyboard.type("fs")
        expect(page.locator(".md-search__input")).to_have_value("fs")
        expect(page.locator("html")).not_to_have_attribute("data-lens", "force")


# -- states, weight -----------------------------------------------------------------------------


@pytest.mark.parametrize("size", ["wide", "phone"])
@pytest.mark.parametrize("path", [f"fr/{ANNEX}", f"en/{ANNEX}13/", "fr/digital/2016-10igc7/document/"])
def test_every_choice_on_in_the_dark_has_no_violation(
    browser: Browser, served: Served, size: str, path: str
) -> None:
    settings = WIDE if size == "wide" else PHONE
    address = f"{served.url}{path}?side=en,fr&lens=force"
    with opened(browser, address, color_scheme="dark", **settings) as page:
        assert violations(page) == []


def test_scripts_that_come_with_a_text_stay_small() -> None:
    assets = Path(ROOT, "docs", "assets")
    assert (
        sum((assets / f"{name}.js").stat().st_size for name in ("reader", "search", "reading")) <= 20 * 1024
    )
