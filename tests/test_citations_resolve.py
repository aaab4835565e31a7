"""Where references lead, what the rules of symbols infer, and what breaks them."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts import register
from scripts.checks.symbols import ambiguous, check, doubtful
from scripts.citations.find import find, read
from scripts.citations.infer import record, working_paper
from scripts.citations.resolve import Place, resolve
from scripts.model import Component, External, Instrument, Internal, Kind, Provision, Reference, Unknown

ROOT = Path(__file__).resolve().parent.parent
REGISTER = register.load(ROOT)
SERIES = REGISTER.series


@pytest.mark.parametrize(
    ("reference", "page", "anchor"),
    [
        ("convention:art16", "convention/16", ""),
        ("convention:art22.4.c", "convention/22", ""),
        ("convention:art5-9", "convention/5", ""),
        ("decision:7.IGC/13", "decisions/7igc13", ""),
        ("decision:7.IGC/13#3", "decisions/7igc13", "par3"),
        ("decision:7.IGC/5#3-7", "decisions/7igc5", "par3-7"),
        ("doc:CE/14/8.IGC/3#351-358", "documents/ce-14-8igc-3", "par351-358"),
        ("external:agenda2030", "instruments/agenda2030", ""),
    ],
)
def test_an_instrument_of_the_register_leads_to_its_page(reference: str, page: str, anchor: str) -> None:
    assert resolve(Reference.read(reference), REGISTER.instruments) == Internal(page, anchor)


def test_every_citation_of_the_document_but_the_slip_of_note_3_is_resolved() -> None:
    text = (ROOT / "source_texts/dce-16-10-igc-7/fr.txt").read_text(encoding="utf-8")
    found = find(text, REGISTER.grammar("fr"))
    unknown = [
        str(c.reference) for c in found if isinstance(resolve(c.reference, REGISTER.instruments), Unknown)
    ]
    assert unknown == ["doc:DCE/16/9.IGC/3#127-181"]


def test_a_paragraph_of_the_text_leads_to_its_own_anchor() -> None:
    paragraph = Provision("para_12", "p12", Kind.PARAGRAPH, "12", "12.", "")
    place = Place("document", (Component("document", provisions=(paragraph,)), Component("annex")))
    assert resolve(Reference("internal", "para12"), {}, place) == Internal("", "p12")
    assert resolve(Reference("internal", "para12.a"), {}, place) == Internal("", "p12")
    assert resolve(Reference("internal", "annex"), {}, place) == Internal("annex")
    assert isinstance(resolve(Reference("internal", "para13"), {}, place), Unknown)


def test_an_entry_without_a_name_is_only_an_address() -> None:
    entry = Instrument("doc:38C/5", "document", {}, url={"en": "https://example.org/38C5"})
    assert resolve(Reference("doc", "38C/5"), {entry.id: entry}, lang="fr") == External(
        "https://example.org/38C5"
    )


def test_what_the_register_does_not_know_says_what_was_looked_for() -> None:
    assert resolve(Reference("decision", "3.IGC/5", "2"), REGISTER.instruments) == Unknown(
        "decision:3.IGC/5 is not in the register"
    )


def test_the_symbol_of_note_3_breaks_three_rules_and_the_likely_one_is_given() -> None:
    citations = find("du Comité, DCE/16/9.IGC/3, para. 127-181.", REGISTER.grammar("fr"))
    [finding] = check(citations, SERIES, "document note 3")
    assert finding.code == "symbol-breaks-rules"
    assert finding.values["likely"] == "doc:DCE/16/10.IGC/3#127-181"
    assert finding.values["rules"] == "2, 3, 4"
    assert finding.words == "DCE/16/9.IGC/3, para. 127-181"


def test_the_document_breaks_the_rules_nowhere_else() -> None:
    text = (ROOT / "source_texts/dce-16-10-igc-7/fr.txt").read_text(encoding="utf-8")
    findings = check(find(text, REGISTER.grammar("fr")), SERIES, "")
    assert [finding.values["target"] for finding in findings] == ["doc:DCE/16/9.IGC/3#127-181"]


@pytest.mark.parametrize(
    ("reference", "code", "likely"),
    [
        ("doc:CE/16/10.IGC/7", "symbol-breaks-rules", "doc:DCE/16/10.IGC/7"),
        ("doc:DCE/15/9.IGC/7", "symbol-breaks-rules", "doc:CE/15/9.IGC/7"),
        ("doc:CE/14/5.CP/12", "symbol-breaks-rules", "doc:CE/15/5.CP/12"),
        ("doc:CE/13/8.IGC/12", "symbol-breaks-rules", "doc:CE/13/7.IGC/12"),
        ("decision:0.IGC/5", "act-cannot-exist", ""),
        ("decision:9.IGC/0", "act-cannot-exist", ""),
        ("convention:art36", "act-cannot-exist", ""),
        ("decision:45.IGC/3", "session-not-known", ""),
    ],
)
def test_a_broken_rule_is_named(reference: str, code: str, likely: str) -> None:
    slip = doubtful(Reference.read(reference), SERIES)
    assert slip is not None
    assert (slip.code, str(slip.likely or "")) == (code, likely)


@pytest.mark.parametrize(
    "reference",
    [
        "doc:CE/15/9.IGC/7",
        "doc:DCE/17/6.CP/11",
        "decision:9.IGC/7",
        "doc:ITH/16/6.GA/2",
        "convention:art35",
        "doc:35C/46",
    ],
)
def test_a_sound_reference_is_left_in_peace(reference: str) -> None:
    assert doubtful(Reference.read(reference), SERIES) is None


@pytest.mark.parametrize(
    ("act", "paper"),
    [
        ("decision:9.IGC/7", "doc:CE/15/9.IGC/7"),
        ("resolution:5.CP/12", "doc:CE/15/5.CP/12"),
        ("decision:10.IGC/7", "doc:DCE/16/10.IGC/7"),
        ("resolution:6.CP/11#3", "doc:DCE/17/6.CP/11"),
    ],
)
def test_the_working_document_of_an_act_is_inferred(act: str, paper: str) -> None:
    inferred = working_paper(Reference.read(act), SERIES)
    assert inferred is not None
    assert (str(inferred.reference), inferred.rule) == (paper, 1)


def test_nothing_is_inferred_where_the_rules_do_not_reach() -> None:
    for act in ("decision:9.COM/9.b", "decision:1.EXT.IGC/5", "decision:45.IGC/3", "gc-resolution:38C/56"):
        assert working_paper(Reference.read(act), SERIES) is None


def test_the_record_of_a_session_is_document_3_of_the_next() -> None:
    inferred = record(9, "IGC", SERIES)
    assert inferred is not None
    assert (str(inferred.reference), inferred.rule) == ("doc:DCE/16/10.IGC/3", 4)


def test_a_doubt_becomes_a_finding_with_its_candidates() -> None:
    reading = read("Recalling the 2003 Convention and Article 7", REGISTER.grammar("en"))
    [finding] = ambiguous(reading.doubts, "annex 3")
    assert (finding.code, finding.words) == ("ambiguous-citation", "Article 7")
    assert finding.values["candidates"] == "convention:art7, convention-2003:art7"
