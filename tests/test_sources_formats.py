"""The same document as text, Word, PDF and HTML gives the same text; what can't be read gives one error."""

from __future__ import annotations

import dataclasses
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.errors import CorpusError
from scripts.languages import words
from scripts.model import Kind, Line, Provision, Text
from scripts.sources import formats
from scripts.sources.formats import Format
from scripts.structure.parse import parse
from scripts.structure.wording import StructureWords
from tests import real_files, word_files
from tests.pdf_files import column, pdf

ROOT = Path(__file__).parents[1]
FILES = Path(__file__).parent / "files"
WORDS = {lang: StructureWords.from_mapping(words(ROOT, lang, "structure")) for lang in ("fr", "en")}


def read(data: bytes, name: str, lang: str = "fr") -> Text:
    return parse(formats.read(data, name), WORDS[lang], lang)


def told(text: Text) -> list[tuple[object, ...]]:
    """Return all that a text says, without the numbers of its lines."""
    units: list[tuple[object, ...]] = []
    for component in text.components:
        for each in component.walk():
            calls = tuple((call.num, call.offset) for call in each.calls)
            units.append(
                (component.name, each.eid, each.anchor, each.kind, each.num, each.label, each.text, calls)
            )
        units += [(component.name, note.eid, note.num, note.label, note.text) for note in component.notes]
    return units


# -- one text, four files -----------------------------------------------------------------------------

REAL = {lang: real_files.real(lang) for lang in ("fr", "en")}
MADE = ["real.docx", "real-one-column.pdf", "real-two-columns.pdf", "real-hyphenated.pdf"]


@pytest.mark.parametrize("name", MADE)
def test_the_real_document_as_libreoffice_makes_it_is_the_same_text(name: str) -> None:
    text = read((FILES / name).read_bytes(), name)
    assert told(text) == told(REAL["fr"])
    assert not text.findings


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_real_document_as_a_word_file_is_the_same_text(lang: str) -> None:
    text = read(real_files.real_word(REAL[lang]), "text.docx", lang)
    assert told(text) == told(REAL[lang])
    assert not text.findings


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_real_document_as_a_page_is_the_same_text(lang: str) -> None:
    text = read(page(REAL[lang]).encode(), "text.html", lang)
    assert told(text) == told(REAL[lang])
    assert not text.findings


def page(text: Text) -> str:
    """Return a text as a page: numbers typed, dashes as marks of a list, notes in a list below."""
    notes = [note for component in text.components for note in component.notes]
    blocks = [_block(each) for component in text.components for each in component.walk()]
    below = "".join(
        f'<li id="n{note.num}">{escape(note.text)} <a href="#r{note.num}">↩</a></li>' for note in notes
    )
    return f"<!doctype html><meta charset=utf-8><nav>Menu</nav><main>{''.join(blocks)}<ol>{below}</ol></main>"


def _block(each: Provision) -> str:
    text, start = "", 0
    for call in each.calls:
        text += escape(each.text[start : call.offset])
        text += f'<sup><a id="r{call.num}" href="#n{call.num}">{call.num}</a></sup>'
        start = call.offset
    text += escape(each.text[start:])
    if each.kind in (Kind.HEADING, Kind.TITLE):
        return f"<h2>{text}</h2>\n"
    number = each.num.rstrip(".")
    if each.kind is Kind.PARAGRAPH and number.isdigit():
        return f"<ol start={number}><li>{text}</ol>\n"
    return f"<p>{each.label} {text}</p>\n"


@pytest.mark.parametrize("name", ["treaty", "resolution"])
def test_a_treaty_and_a_resolution_are_the_same_text_in_word_and_pdf(name: str) -> None:
    from_word, from_pdf = (
        read((FILES / f"{name}.{end}").read_bytes(), f"{name}.{end}") for end in ("docx", "pdf")
    )
    assert told(from_word) == told(from_pdf)


def test_the_treaty_keeps_every_label_and_word() -> None:
    lines = [line.text for line in formats.read((FILES / "treaty.pdf").read_bytes(), "treaty.pdf")]
    body = " ".join(lines)
    for words_of_it in (
        "I. Dispositions générales",
        "Article premier – Objet",
        "(a) « phare » désigne :",
        "(ii) une balise qui en tient lieu ;",
        "II. Obligations des Parties",
        "Verre\tÉclats et reprises",
        "1 Voir l’étude LH/2015/2.CP/4, paragraphes 3 à 7.",
    ):
        assert words_of_it in body


# -- which reader -----------------------------------------------------------------------------------

WORD = word_files.word(word_files.para("texte"))
PDF = pdf([column(("texte",))])
KINDS = [
    (b"texte", "a.txt", Format.TEXT),
    (b"texte", "a", Format.TEXT),
    (b"<p>texte", "a.txt", Format.TEXT),
    (b"<p>texte", "a.HTM", Format.HTML),
    (b"\xef\xbb\xbf <!-- x -->\n<!DOCTYPE html><p>texte", "a.txt", Format.HTML),
    (b'<?xml version="1.0"?><html><p>texte</p></html>', "a", Format.HTML),
    (WORD, "a.docx", Format.WORD),
    (WORD, "a.pdf", Format.WORD),
    (PDF, "a.docx", Format.PDF),
    (b"\n" + PDF, "", Format.PDF),
]


@pytest.mark.parametrize(("data", "name", "expected"), KINDS)
def test_the_content_of_a_file_tells_its_reader(data: bytes, name: str, expected: Format) -> None:
    assert formats.format_of(data, name) is expected
    if not data.startswith(b"\n"):
        assert any("texte" in line.text for line in formats.read(data, name))


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
REFUSED = [
    (b"", "a.txt", "empty"),
    (b" \n", "a.docx", "empty"),
    (b"texte", "a.docx", "no Word file"),
    (b"texte", "a.PDF", "no PDF file"),
    (_OLE, "a.doc", "old Word format"),
    (_OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "password"),
    (b"{\\rtf1 texte}", "a.rtf", "rich text"),
    (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>', "a.xml", "Word XML"),
    (word_files.zipped({"mimetype": "x"}), "a.zip", "archive"),
    (word_files.zipped({"xl/workbook.xml": "x"}), "a.xlsx", "spreadsheet"),
    (word_files.zipped({"word/a.xml": "x"}), "a.docx", "broken"),
    (word_files.zipped({"word/../../a": "x", "/etc/passwd": "x"}), "a.docx", "broken"),
    (b"\x00\x01\x02", "a.txt", "control"),
]


@pytest.mark.parametrize(("data", "name", "words_of_it"), REFUSED)
def test_what_cannot_be_read_gives_one_error(data: bytes, name: str, words_of_it: str) -> None:
    with pytest.raises(CorpusError, match=words_of_it) as caught:
        formats.read(data, name)
    assert caught.value.file == name
    assert caught.value.action


@pytest.mark.parametrize("name", ["é à.docx", "a\nb.docx", "../../x", "{{ x }}.docx", "<b>.docx", "*"])
def test_a_file_may_have_any_name(name: str) -> None:
    assert [line.text for line in formats.read(WORD, name)] == ["texte"]


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from([b"", b"<html>", b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0"]),
    st.binary(max_size=200),
    st.sampled_from(["a.txt", "a.html", "a.docx", "a"]),
)
def test_any_bytes_under_any_name_give_lines_or_the_one_error(head: bytes, data: bytes, name: str) -> None:
    try:
        lines = formats.read(head + data, name)
    except CorpusError:
        return
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))


@pytest.mark.parametrize("name", [*MADE, "treaty.docx", "treaty.pdf", "resolution.docx", "resolution.pdf"])
def test_what_a_file_says_of_its_lines_is_in_them(name: str) -> None:
    for line in formats.read((FILES / name).read_bytes(), name):
        assert _sound(line)


def _sound(line: Line) -> bool:
    said = line.said
    if said is None:
        return not line.text
    calls = all(line.text[call.start : call.end] == call.num for call in said.calls)
    return calls and len(line.text) >= said.label and dataclasses.astuple(said) is not None


# -- what the parser takes from a file ----------------------------------------------------------------

_LETTERS = word_files.abstract(
    0,
    word_files.level(0, "%1."),
    word_files.level(1, "(%2)", "lowerLetter"),
    word_files.level(2, "(%3)", "lowerRoman"),
) + word_files.a_list(1, 0)


def test_the_depth_of_a_list_tells_roman_figures_from_letters() -> None:
    depths = (0, *(1,) * 8, 2, 2, 1)
    body = "".join(word_files.para("texte", number=(1, depth)) for depth in depths)
    text = read(word_files.word(body, numbering=_LETTERS), "a.docx")
    eids = [each.eid for each in text.components[0].walk()]
    assert eids[-4:] == [
        "para_1__item_h",
        "para_1__item_h__item_i",
        "para_1__item_h__item_ii",
        "para_1__item_i",
    ]
    assert not text.findings


def test_a_heading_told_by_its_style_is_one_whatever_its_words() -> None:
    body = word_files.para("Voici le titre.", "T") + word_files.para("Un.", number=(1, 0))
    styles = word_files.style("T", shown="heading 1")
    text = read(word_files.word(body * 2, numbering=_LETTERS, styles=styles), "a.docx")
    assert Kind.HEADING in {each.kind for each in text.components[0].walk()}


def test_two_notes_with_one_number_belong_to_their_own_calls() -> None:
    marks = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="{}"/><w:t>*</w:t></w:r>'
    body = "".join(
        word_files.para(word_files.run("texte") + marks.format(rank), number=(1, 0)) for rank in (1, 2)
    )
    notes = word_files.note(1, "Un.") + word_files.note(2, "Deux.")
    text = read(word_files.word(body, numbering=_LETTERS, footnotes=notes), "a.docx")
    assert [note.text for note in text.components[0].notes] == ["Un.", "Deux."]
    assert [call.num for each in text.components[0].walk() for call in each.calls] == ["*", "*"]
