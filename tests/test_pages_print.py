"""What comes out of the printer: the text whole, and on every page its status, symbol, address and date."""

from __future__ import annotations

import io
import re
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from scripts import corpus
from scripts.model import Component, Note, Provision, Relation
from scripts.site.site import Site
from tests.conftest import Served

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[1]
DRAFT = "digital/2016-10igc7/"
RUNNING = {
    "fr": ("Texte officiel (français)", "Avant-projet de 2016"),
    "en": ("Unofficial translation prepared for this site (English)", "Preliminary draft of 2016"),
}
COMPARISON = "digital/compare/2016-10igc7..2026-illustrative/"


@lru_cache(maxsize=1)
def site() -> Site:
    return corpus.load(ROOT)


def component(lang: str, name: str) -> Component:
    return next(e for e in site().expressions if e.lang == lang).text.component(name)


def printed(page: Page, address: str) -> list[str]:
    """Return the text of each printed page."""
    page.goto(address)
    page.wait_for_load_state("networkidle")
    document = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return [document[number].get_textpage().get_text_bounded() for number in range(len(document))]


def bare(text: str) -> str:
    """Return ``text`` without white space and the hyphens that a line's end may hide."""
    return re.sub(r"[\s\u0002\u00ad\ufffe\u2060-]", "", text)


def body(pages: list[str]) -> str:
    """Return the words of all pages; the running lines come first on each, and end with its address.

    The status under the title is drawn last on its page: its lines are left out, lest they part a sentence.
    """
    kept = []
    for text in pages:
        words = re.split(
            r"^(?:Address|Adresse)\s?: \S+$", text.replace("\r", ""), maxsplit=1, flags=re.MULTILINE
        )[1]
        kept += [line for line in words.splitlines() if not _STATUS.search(line)]
    return bare("".join(kept))


_STATUS = re.compile(r"DCE/16/10.IGC/7 · 2016|^(?:Texte officiel|Unofficial translation prepared)|^[■≈✎]$")


@pytest.mark.parametrize(
    ("lang", "name"), [("fr", "annex"), ("fr", "document"), ("en", "annex"), ("en", "decision")]
)
def test_a_component_prints_whole_with_status_symbol_address_and_date_on_each_page(
    page: Page, served: Served, lang: str, name: str
) -> None:
    address = f"{served.url}{lang}/{DRAFT}{name}/"
    status, date = RUNNING[lang]
    pages = printed(page, address)
    for text in pages:
        for part in (status, "DCE/16/10.IGC/7 · ", address, date):
            assert bare(part) in bare(text)
    words = body(pages)
    at = 0
    held = component(lang, name)
    units: list[Provision | Note] = [*held.walk(), *held.notes]
    for unit in units:
        parts = [0, *(c.offset for c in getattr(unit, "calls", ())), len(unit.text)]
        for start, end in pairwise(parts):  # a note's number stands between them
            found = words.find(bare(unit.text[start:end]), at)
            assert found >= 0, unit.eid
            at = found


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_no_number_is_parted_from_its_text(page: Page, served: Served, lang: str) -> None:
    numbers = {unit.num for unit in component(lang, "annex").walk() if unit.num}
    for text in printed(page, f"{served.url}{lang}/{DRAFT}annex/"):
        lines = [line.strip() for line in text.splitlines() if line.strip() and not _STATUS.search(line)]
        assert lines[-1].rstrip(".") not in numbers


def test_a_section_prints_alone_without_a_script(served: Served, browser: Browser) -> None:
    """« Rôle de la société civile » and nothing of the sections around it."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served.url}fr/{DRAFT}annex/")
    page.get_by_role("link", name="Imprimer cette section : Rôle de la société civile").click()
    assert page.url.endswith("#print-s6")
    assert page.get_by_text("Seule cette section s’imprimera.").locator("visible=true").count() == 1
    pages = printed(page, page.url)
    context.close()
    words = bare("".join(pages))
    held = component("fr", "annex").provisions
    inside = [unit for unit in held if unit.num == "23" for unit in unit.walk()]
    outside = [unit for unit in held if unit.num and unit.num != "23"]
    assert len(outside) == 24
    assert all(bare(unit.text) in words for unit in inside)
    assert not any(bare(unit.text) in words for unit in outside)
    assert bare("Avant-projet de directives opérationnelles") in words
    assert all(bare("Texte officiel (français)") in bare(text) for text in pages)


def test_of_the_notes_a_section_prints_those_it_calls(page: Page, served: Served) -> None:
    words = bare("".join(printed(page, f"{served.url}fr/{DRAFT}document/#print-s2")))
    notes = {note.num: bare(note.text)[:60] for note in component("fr", "document").notes}
    assert [num for num, text in notes.items() if text in words] == ["4"]


def test_a_link_to_a_section_still_prints_the_whole_text(page: Page, served: Served) -> None:
    words = body(printed(page, f"{served.url}en/{DRAFT}annex/#s6"))
    assert all(bare(unit.text) in words for unit in component("en", "annex").provisions)


def test_the_way_to_print_a_section_opens_the_print_dialog(page: Page, served: Served) -> None:
    page.add_init_script("window.printed = 0; window.print = () => { window.printed += 1; }")
    page.goto(f"{served.url}en/{DRAFT}annex/")
    page.get_by_role("link", name="Print this section: Role of civil society").click()
    page.wait_for_function("window.printed === 1")
    page.get_by_role("link", name="Back to the whole text").locator("visible=true").click()
    assert page.url.endswith("#s6")


@pytest.mark.parametrize(("lang", "other"), [("fr", "en"), ("en", "fr")])
def test_a_paragraphs_page_prints_both_languages(page: Page, served: Served, lang: str, other: str) -> None:
    address = f"{served.url}{lang}/{DRAFT}annex/13/"
    pages = printed(page, address)
    words = bare("".join(pages))
    for code in (lang, other):
        paragraph = next(unit for unit in component(code, "annex").provisions if unit.num == "13")
        for unit in paragraph.walk():  # columns: a page may turn within a provision, so its opening is held
            assert bare(unit.text)[:24] in words
    for text in pages:
        assert bare(address) in bare(text)
        assert "DCE/16/10.IGC/7" in text
        assert re.search("Texte officiel|Unofficial translation", text)


def test_a_comparison_prints_the_status_of_both_texts_on_each_page(page: Page, served: Served) -> None:
    address = f"{served.url}en/{COMPARISON}"
    pages = printed(page, address)
    for text in pages:
        flat = bare(text)
        for part in (
            "not a United Nations text",
            "Unofficial translation",
            "DCE/16/10.IGC/7",
            address,
            "2016 → 2026",
        ):
            assert bare(part) in flat
    comparison = next(c for c in site().comparisons if c.lang == "en" and c.old.draft.id == "2016-10igc7")
    same = [pair.new[0] for pair in comparison.parts[0].pairs if pair.relation is Relation.SAME]
    assert len(same) > 20
    words = body(pages)
    assert [unit.eid for unit in same if bare(unit.text) not in words] == []


@pytest.mark.parametrize(
    "path",
    [
        "",
        "digital/2016-10igc7/force/",
        "convention/16/",
        "references/",
        "guide/",
        "digital/2026-illustrative/annex/",
    ],
)
def test_every_page_prints_its_address_and_its_worth(page: Page, served: Served, path: str) -> None:
    address = f"{served.url}en/{path}"
    worth = {
        "digital/2016-10igc7/force/": "Unofficial translation",
        "digital/2026-illustrative/annex/": "not a United Nations text",
    }.get(path, "not a UNESCO publication")
    for text in printed(page, address):
        assert bare(address) in bare(text)
        assert bare(worth) in bare(text)


@pytest.mark.parametrize("path", [f"fr/{DRAFT}annex/", f"en/{DRAFT}annex/13/", "fr/"])
def test_nothing_of_the_frame_is_printed(page: Page, served: Served, path: str) -> None:
    page.goto(served.url + path)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.locator(":is(header, footer, nav, button, .alone, .ways-in) >> visible=true").count() == 0
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
