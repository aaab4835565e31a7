"""The mandate trail: the sessions in order, each with its records, papers, acts and drafts."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from scripts import corpus
from scripts.site import mandate, mandate_view
from scripts.site.mandate import Rank, Stop
from scripts.site.site import Site, View

ROOT = Path(__file__).resolve().parents[1]


def parsed(source: str) -> Any:
    return html.fromstring(source)


@pytest.fixture(scope="module")
def site() -> Site:
    return corpus.load(ROOT)


@pytest.fixture(scope="module")
def stops(site: Site) -> tuple[Stop, ...]:
    return mandate.trail(site, site.manifest.drafts)


def of(stops: tuple[Stop, ...], session: str) -> Stop:
    return next(stop for stop in stops if stop.session == f"session:{session}")


def test_the_sessions_stand_in_the_order_of_their_dates(stops: tuple[Stop, ...]) -> None:
    assert [stop.session.partition(":")[2] for stop in stops] == [
        *("33C", "", "6.IGC", "4.CP", "7.IGC", "8.IGC", "5.CP", "38C", "9.IGC", "10.IGC", "6.CP", "7.CP"),
    ]


def test_the_trail_names_every_act_that_the_draft_decision_recalls(stops: tuple[Stop, ...]) -> None:
    acts = {step.reference for stop in stops for step in stop.steps}
    assert acts >= {
        "resolution:5.CP/12",
        "resolution:5.CP/14",
        "resolution:4.CP/13",
        "decision:6.IGC/17",
        "decision:7.IGC/5",
        "decision:7.IGC/13",
        "decision:8.IGC/12",
        "decision:9.IGC/7",
    }


@pytest.mark.parametrize(
    ("session", "record"),
    [("8.IGC", "doc:CE/14/8.IGC/3"), ("9.IGC", "doc:CE/15/9.IGC/3"), ("10.IGC", "doc:DCE/16/10.IGC/3")],
)
def test_a_record_stands_first_in_the_session_it_was_put_to(
    stops: tuple[Stop, ...], session: str, record: str
) -> None:
    first = of(stops, session).steps[0]
    assert (first.reference, first.rank, first.inferred) == (record, Rank.RECORD, False)


@pytest.mark.parametrize(
    ("session", "paper"),
    [
        ("6.IGC", "doc:CE/12/6.IGC/17"),
        ("4.CP", "doc:CE/13/4.CP/13"),
        ("7.IGC", "doc:CE/13/7.IGC/3"),  # the record of 6.IGC, rule 4
        ("7.IGC", "doc:CE/13/7.IGC/5"),
    ],
)
def test_what_only_a_rule_of_symbols_gives_is_marked_as_inferred(
    site: Site, stops: tuple[Stop, ...], session: str, paper: str
) -> None:
    step = next(step for step in of(stops, session).steps if step.reference == paper)
    assert step.inferred
    page = parsed(mandate_view.timeline(View(site, "en", "index")))
    symbol = paper.partition(":")[2]
    row = next(
        row
        for row in page.iter("li")
        if "step" in row.get("class", "").split() and symbol in row.text_content()
    )
    assert "inferred from the rules of symbols" in row.text_content()


def test_a_paper_that_the_register_attests_is_not_inferred_too(stops: tuple[Stop, ...]) -> None:
    references = [step.reference for stop in stops for step in stop.steps if step.reference]
    assert len(references) == len(set(references))
    attested = next(s for s in of(stops, "9.IGC").steps if s.reference == "doc:CE/15/9.IGC/7")
    assert not attested.inferred


def test_drafts_stand_in_their_session_and_an_exercise_nowhere(stops: tuple[Stop, ...]) -> None:
    drafts = {step.draft.id: stop.session for stop in stops for step in stop.steps if step.draft}
    assert drafts == {
        "2016-10igc7": "session:10.IGC",
        "2016-12-14-10igc7": "session:10.IGC",
        "2017-02-02-6cp11": "session:6.CP",
        "2017-06-6cp11": "session:6.CP",
    }


def test_what_led_to_a_draft_ends_with_it(site: Site, stops: tuple[Stop, ...]) -> None:
    draft = next(d for d in site.manifest.drafts if d.id == "2016-12-14-10igc7")
    before, after = mandate.until(stops, draft)
    assert before[-1].steps[-1].draft == draft
    assert [stop.session for stop in after] == ["session:6.CP", "session:7.CP"]
    whole = [step for stop in stops for step in stop.steps]
    assert [step for stop in (*before, *after) for step in stop.steps] == whole


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_drawing_is_a_list_whose_lines_say_nothing_to_a_screen_reader(site: Site, lang: str) -> None:
    page = parsed(mandate_view.timeline(View(site, lang, "index")))
    assert page.tag == "div"
    assert [child.tag for child in page] == ["ul", "ol"]
    assert len(page[1]) == 12
    drawings = list(page.iter("svg"))
    assert drawings and all(svg.get("aria-hidden") == "true" for svg in drawings)
    for stop in page[1]:
        assert stop.find("p/time").get("datetime")
        assert stop.find("ol/li") is not None


def test_the_draft_of_the_page_is_marked_once(site: Site) -> None:
    draft = next(d for d in site.manifest.drafts if d.id == "2017-02-02-6cp11")
    body = mandate_view.of_draft(View(site, "en", "digital/2017-02-02-6cp11/index"), draft)
    assert body.count('aria-current="step"') == 1
    assert body.count("this draft</span>") == 1


def test_an_exercise_has_no_mandate(site: Site) -> None:
    draft = next(d for d in site.manifest.drafts if d.illustrative)
    body = mandate_view.of_draft(View(site, "en", "digital/2026-illustrative/index"), draft)
    assert "<ol" not in body
    assert "No body asked for this text" in body


def test_a_corpus_without_events_or_register_entries_still_has_its_drafts(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "source_texts", tmp_path / "source_texts")
    manifest = tmp_path / "source_texts" / "corpus.toml"
    words = manifest.read_text(encoding="utf-8")
    manifest.write_text(words[: words.index("[[event]]")], encoding="utf-8")
    site = corpus.load(tmp_path)
    stops = mandate.trail(site, site.manifest.drafts)
    assert sum(1 for stop in stops for step in stop.steps if step.draft) == 4
