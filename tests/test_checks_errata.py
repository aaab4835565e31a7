"""Errata: faults of the file are put right, slips of the text stay and are shown, doubt is a finding."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scripts import corpus, errata, manifest
from scripts.catalogue import Erratum
from scripts.errors import CorpusError
from scripts.model import Component, Furniture, Kind, Note, NoteCall, Provision, Text
from scripts.site import catalogue_pages, reading

ROOT = Path(__file__).resolve().parents[1]
TEXT = Text(
    "fr",
    (
        Component(
            "annex",
            provisions=(
                Provision(
                    "para_1",
                    "p1",
                    Kind.PARAGRAPH,
                    "1",
                    "1.",
                    "Mise en uvre de la Convention.",
                    (NoteCall("1", 12),),
                    (Provision("para_1__item_1", "p1-i1", Kind.ITEM, "", "-", "le soutient ;"),),
                ),
            ),
            notes=(Note("note_1", "n1", "1", "1", "Voir l’ uvre."),),
        ),
    ),
    Furniture(()),
)
OEUVRE = Erratum("fr", "extraction", "annex", "para_1", "uvre", "œuvre", {"fr": "œ perdu"})


def walked(text: Text) -> dict[str, Provision | Note]:
    component = text.component("annex")
    units: list[Provision | Note] = [*component.walk(), *component.notes]
    return {unit.eid: unit for unit in units}


def test_a_fault_of_the_file_is_put_right_and_its_note_call_stays_at_its_word() -> None:
    text, known = errata.of_text(TEXT, (OEUVRE,))
    paragraph = walked(text)["para_1"]
    assert paragraph.text == "Mise en œuvre de la Convention."
    assert isinstance(paragraph, Provision)
    assert paragraph.calls == (NoteCall("1", 13),)
    assert known == (OEUVRE,)
    assert text.findings == ()


def test_a_fault_in_an_item_and_in_a_note_is_put_right() -> None:
    item = replace(OEUVRE, provision="para_1__item_1", words="soutient", reads="soutien")
    note = replace(OEUVRE, provision="note_1", words="l’ uvre", reads="l’œuvre")
    text, _ = errata.of_text(TEXT, (item, note))
    assert walked(text)["para_1__item_1"].text == "le soutien ;"
    assert walked(text)["note_1"].text == "Voir l’œuvre."


def test_a_slip_of_the_text_is_never_applied() -> None:
    slip = replace(OEUVRE, kind="sic", provision="para_1__item_1", words="soutient", reads="soutien")
    text, known = errata.of_text(TEXT, (slip,))
    assert text == TEXT
    assert known == (slip,)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(OEUVRE, words="absent"),
        replace(OEUVRE, words="e"),
        replace(OEUVRE, provision="para_9"),
        replace(OEUVRE, component="decision"),
    ],
    ids=["words that are not there", "words that stand twice", "no such provision", "no such component"],
)
def test_an_erratum_that_does_not_fit_changes_nothing_and_is_a_finding(wrong: Erratum) -> None:
    text, known = errata.of_text(TEXT, (wrong,))
    assert known == ()
    assert text.components == TEXT.components
    assert [finding.code for finding in text.findings] == ["erratum-unmatched"]


def test_an_erratum_of_another_language_is_left_alone() -> None:
    assert errata.of_text(TEXT, (replace(OEUVRE, lang="en"),)) == (TEXT, ())


ENTRY = """[[erratum]]
lang = "fr"
kind = "sic"
component = "annex"
provision = "para_1"
words = "a"
reads = "b"
reason = "because"
"""


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('kind = "sic"', 'kind = "typo"', "unknown kind"),
        ('lang = "fr"\n', "", "lacks 'lang'"),
        ('words = "a"', 'words = "b"', "changes nothing"),
        ('words = "a"', 'wrods = "a"', "unknown key"),
        ('reason = "because"', 'reason.fr = "parce que"', "no reason in en"),
        ("[[erratum]]", "[[errata]]", "unknown table"),
    ],
)
def test_a_fault_in_the_list_is_one_clear_error(tmp_path: Path, old: str, new: str, says: str) -> None:
    (tmp_path / errata.FILE).write_text(ENTRY.replace(old, new), encoding="utf-8")
    with pytest.raises(CorpusError, match=says) as caught:
        errata.load(tmp_path, Path(), ("fr", "en"))
    assert caught.value.file == errata.FILE
    assert caught.value.action


def test_every_slip_recorded_for_the_real_document_is_shown_where_it_stands_and_listed() -> None:
    site = corpus.load(ROOT)
    first = site.manifest.drafts[0]
    expression = site.expression(first, "fr")
    assert expression is not None
    held = errata.load(ROOT, (manifest.FOLDER / expression.held.file).parent, site.manifest.languages)
    slips = [one for one in held if one.lang == "fr"]
    assert len(slips) >= 6
    assert list(expression.errata) == slips
    for component in expression.text.components:
        page = reading.page(site, expression, component).body
        mine = [one for one in slips if one.component == component.name]
        assert page.count('class="call sic"') == len(mine)
    listed = catalogue_pages.page_of_draft(site, "fr", first).body
    for slip in slips:
        assert slip.reads in listed
