"""Word files give the text that Word prints: labels, notes in their place, one of two texts where tracked."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.errors import CorpusError
from scripts.model import Line, Role
from scripts.sources import docx
from tests.word_files import (
    a_list,
    abstract,
    level,
    note,
    note_call,
    numbered,
    para,
    restart,
    run,
    style,
    word,
    zipped,
)

FILES = Path(__file__).parent / "files"


def texts(data: bytes, **options: bool) -> list[str]:
    """Return the lines that carry words."""
    return [line.text for line in docx.read(data, "text.docx", **options) if line.text]


def said(data: bytes, role: Role) -> list[str]:
    return [line.text for line in docx.read(data) if line.said and line.said.role is role]


# -- automatic numbers ------------------------------------------------------------------------------

_OUTLINE = abstract(
    0,
    level(0, "%1."),
    level(1, "%1.%2"),
    level(2, "(%3)", "lowerLetter"),
    level(3, "%4)", "lowerRoman"),
)

NUMBERED: dict[str, tuple[str, dict[str, str], list[str]]] = {
    "numbers, sub-numbers, letters and roman figures": (
        "".join(para("x", number=(1, rank)) for rank in (0, 1, 1, 2, 2, 3, 3, 3, 3, 1, 0, 1)),
        {"numbering": _OUTLINE + a_list(1, 0)},
        ["1.", "1.1", "1.2", "(a)", "(b)", "i)", "ii)", "iii)", "iv)", "1.3", "2.", "2.1"],
    ),
    "two lists of one definition go on counting": (
        "".join(para("x", number=(which, 0)) for which in (1, 2, 1)),
        {"numbering": _OUTLINE + a_list(1, 0) + a_list(2, 0)},
        ["1.", "2.", "3."],
    ),
    "a list that starts anew does so once": (
        "".join(para("x", number=(which, 0)) for which in (1, 1, 2, 2, 1)),
        {"numbering": _OUTLINE + a_list(1, 0) + a_list(2, 0, restart(0))},
        ["1.", "2.", "1.", "2.", "3."],
    ),
    "a list starts at the number it is told": (
        "".join(para("x", number=(1, 0)) for _ in range(3)),
        {"numbering": _OUTLINE + a_list(1, 0, restart(0, 7))},
        ["7.", "8.", "9."],
    ),
    "a list with a level of its own": (
        "".join(para("x", number=(which, 0)) for which in (1, 2)),
        {
            "numbering": _OUTLINE
            + a_list(1, 0)
            + a_list(2, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "Art. %1", "upperRoman")}</w:lvlOverride>')
        },
        ["1.", "Art. II"],
    ),
    "a level that never starts anew": (
        "".join(para("x", number=(1, rank)) for rank in (0, 1, 0, 1)),
        {
            "numbering": abstract(0, level(0, "%1."), level(1, "§ %2", more='<w:lvlRestart w:val="0"/>'))
            + a_list(1, 0)
        },
        ["1.", "§ 1", "2.", "§ 2"],
    ),
    "a level that starts anew only after the first": (
        "".join(para("x", number=(1, rank)) for rank in (0, 1, 2, 1, 2, 0, 2)),
        {
            "numbering": abstract(
                0, level(0, "%1."), level(1, "%2)"), level(2, "(%3)", more='<w:lvlRestart w:val="1"/>')
            )
            + a_list(1, 0)
        },
        ["1.", "1)", "(1)", "2)", "(2)", "2.", "(1)"],
    ),
    "roman above, decimal below by the law of the list": (
        "".join(para("x", number=(1, rank)) for rank in (0, 0, 1, 2)),
        {
            "numbering": abstract(
                0,
                level(0, "%1.", "upperRoman"),
                level(1, "%1.%2"),
                level(2, "%1.%2.%3", more="<w:isLgl/>"),
            )
            + a_list(1, 0)
        },
        ["I.", "II.", "II.1", "2.1.1"],
    ),
    "a sub-number before any number": (
        "".join(para("x", number=(1, rank)) for rank in (1, 1, 0)),
        {"numbering": _OUTLINE + a_list(1, 0)},
        ["1.1", "1.2", "2."],
    ),
    "numbers by style, inherited from the style below": (
        para("x", "Sub") + para("x", "Para") + para("x", "Sub") + para("x", "Base"),
        {
            "numbering": abstract(
                0,
                level(0, "%1.", more='<w:pStyle w:val="Para"/>'),
                level(1, "%1.%2", more='<w:pStyle w:val="Sub"/>'),
            )
            + a_list(1, 0),
            "styles": style("Base")
            + style("Para", "Base", numbered(1))
            + style("Sub", "Base", numbered(1, 1)),
        },
        ["1.1", "2.", "2.1", ""],
    ),
    "the level of a style is the one that names it": (
        para("x", "Para") + para("x", "Sub"),
        {
            "numbering": abstract(
                0,
                level(0, "%1.", more='<w:pStyle w:val="Para"/>'),
                level(1, "%1.%2", more='<w:pStyle w:val="Sub"/>'),
            )
            + a_list(1, 0),
            "styles": style("Para", "", numbered(1)) + style("Sub", "", numbered(1)),
        },
        ["1.", "1.1"],
    ),
    "a paragraph out of its style's list": (
        para("x", "Para") + para("x", "Para", (0, 0)) + para("x", "Para"),
        {"numbering": _OUTLINE + a_list(1, 0), "styles": style("Para", "", numbered(1))},
        ["1.", "", "2."],
    ),
    "a list that a numbering style holds": (
        para("x", number=(2, 0)) + para("x", number=(2, 1)),
        {
            "numbering": _OUTLINE
            + '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="Plan"/></w:abstractNum>'
            + a_list(1, 0)
            + a_list(2, 5),
            "styles": style("Plan", "", numbered(1)).replace('"paragraph"', '"numbering"'),
        },
        ["1.", "1.1"],
    ),
    "marks of fonts of signs are what they look like": (
        "".join(para("x", number=(which, 0)) for which in (1, 2, 3, 4)),
        {
            "numbering": "".join(
                abstract(rank, level(0, text, "bullet", more=f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>'))
                for rank, (text, font) in enumerate(
                    (("\uf0b7", "Symbol"), ("o", "Courier New"), ("\uf0a7", "Wingdings"), ("–", "Arial"))
                )
            )
            + "".join(a_list(rank + 1, rank) for rank in range(4))
        },
        ["•", "◦", "▪", "–"],
    ),
    "letters after z, figures of other kinds": (
        "".join(para("x", number=(which, 0)) for which in (1, 1, 2, 3, 4)),
        {
            "numbering": abstract(0, level(0, "%1)", "lowerLetter", start=26))
            + abstract(1, level(0, "%1", "decimalZero", start=9))
            + abstract(2, level(0, "%1", "upperLetter", start=28))
            + abstract(3, level(0, "%1", "none"))
            + "".join(a_list(rank + 1, rank) for rank in range(4))
        },
        ["z)", "aa)", "09", "BB", ""],
    ),
    "a list that isn't defined, a level past all": (
        para("x", number=(7, 0)) + para("x", number=(1, 8)),
        {"numbering": _OUTLINE + a_list(1, 0)},
        ["", ""],
    ),
}


@pytest.mark.parametrize("name", NUMBERED)
def test_labels_are_what_word_prints(name: str) -> None:
    body, parts, expected = NUMBERED[name]
    lines = [line for line in docx.read(word(body, **parts)) if line.text]
    assert [line.text[: line.said.label] for line in lines if line.said] == expected
    assert all(line.text.split()[-1] == "x" for line in lines)


def test_typed_labels_stay_where_they_are() -> None:
    assert texts(word(para("13.5\treconnaître") + para("(a) les œuvres"))) == [
        "13.5\treconnaître",
        "(a) les œuvres",
    ]


def test_styles_in_a_circle_end() -> None:
    styles = style("A", "B") + style("B", "A")
    assert texts(word(para("x", "A"), styles=styles)) == ["x"]


# -- what a paragraph holds -------------------------------------------------------------------------

_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a \\h</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
INLINE = {
    "no-break and soft hyphens": (
        "<w:r><w:t>au</w:t><w:noBreakHyphen/><w:t>delà, envi</w:t><w:softHyphen/><w:t>ron</w:t></w:r>",
        ["au\u2011delà, environ"],
    ),
    "the result of a field, not its instruction": (
        run("paragraphe ") + _FIELD + run("."),
        ["paragraphe 12."],
    ),
    "a simple field": (f'<w:fldSimple w:instr="PAGE">{run("3")}</w:fldSimple>', ["3"]),
    "a link, a content control, a smart tag": (
        f"<w:hyperlink>{run('a')}</w:hyperlink><w:sdt><w:sdtContent>{run('b')}</w:sdtContent></w:sdt>"
        f"<w:smartTag>{run('c')}</w:smartTag>",
        ["abc"],
    ),
    "a soft break ends a line": (
        "<w:r><w:t>PROJET</w:t><w:br/><w:t>10.IGC 7</w:t></w:r>",
        ["PROJET", "10.IGC 7"],
    ),
    "a tab": ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", ["a\tb"]),
    "a sign of a font of signs": ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 3</w:t></w:r>', ["≥ 3"]),
    "a formula": ("<w:r><w:t>soit </w:t></w:r><m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", ["soit x+1"]),
    "the base of ruby": (
        f"<w:r><w:ruby><w:rt>{run('up')}</w:rt><w:rubyBase>{run('base')}</w:rubyBase></w:ruby></w:r>",
        ["base"],
    ),
    "markup in the text is text": (run("{{ x }} <b>&amp;</b> **y**"), ["{{ x }} <b>&amp;</b> **y**"]),
    "a field that never ends takes nothing with it": (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r></w:p><w:p>'
        + run("la suite"),
        ["la suite"],
    ),
}


@pytest.mark.parametrize("name", INLINE)
def test_the_words_of_a_paragraph(name: str) -> None:
    content, expected = INLINE[name]
    assert texts(word(para(content))) == expected


def test_a_text_box_is_read_once_where_it_hangs() -> None:
    box = f"<w:txbxContent>{para('La Conférence')}{para('a demandé')}</w:txbxContent>"
    both = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f"<wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert texts(word(para(both + run("1. Depuis")))) == ["La Conférence", "a demandé", "1. Depuis"]
    assert texts(word(para(run("1. Depuis") + both))) == ["1. Depuis", "La Conférence", "a demandé"]


def test_headings_are_told_by_outline_level_in_any_language() -> None:
    styles = style("Titre1", shown="heading 1") + style("berschrift2", "", '<w:outlineLvl w:val="1"/>')
    body = (
        para("A", "Titre1")
        + para("B", "berschrift2")
        + para("C", more='<w:outlineLvl w:val="2"/>')
        + para("D", "Titre1", more='<w:outlineLvl w:val="9"/>')
    )
    lines = [line for line in docx.read(word(body, styles=styles)) if line.said]
    assert [(line.said.role, line.said.level) for line in lines if line.said] == [
        (Role.HEADING, 1),
        (Role.HEADING, 2),
        (Role.HEADING, 3),
        (Role.TEXT, 0),
    ]


def test_heads_feet_comments_contents_and_hidden_words_stand_apart() -> None:
    toc = _FIELD.replace("REF a \\h", "TOC \\o").replace("<w:t>12</w:t>", "<w:t>Objet 3</w:t>")
    data = word(
        para(toc) + para(run("texte") + run("caché", "<w:vanish/>")),
        header1=para("DCE/16"),
        footer1=para("Page 1"),
        comments=f'<w:comment w:id="0">{para("à revoir")}</w:comment>',
    )
    assert said(data, Role.TEXT) == ["texte"]
    assert said(data, Role.RUNNING) == ["DCE/16", "Page 1"]
    assert said(data, Role.CONTENTS) == ["Objet 3"]
    assert said(data, Role.COMMENT) == ["à revoir"]
    assert said(data, Role.HIDDEN) == ["caché"]


# -- tables -----------------------------------------------------------------------------------------


def table(*rows: list[str]) -> str:
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def test_a_table_is_read_row_by_row() -> None:
    data = word(
        para("avant")
        + table([para("Article"), para("Objet")], [para("5"), para("Droits")])
        + table([para("(a)"), para("un") + para("deux")])
        + para("après")
    )
    assert texts(data) == ["avant", "Article\tObjet", "5\tDroits", "(a) un", "deux", "après"]


def test_a_table_in_a_table_keeps_its_order() -> None:
    inner = table([para("b"), para("c")], [para("d"), para("e")])
    assert said(word(table([para("a"), para("b")])), Role.TABLE) == ["a\tb"]
    assert texts(word(table([para("a"), inner + para("")], [para("f")]))) == ["a", "b\tc", "d\te", "f"]


# -- notes ------------------------------------------------------------------------------------------

_NOTES = (
    '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>' + note(5, "Voir A.") + note(3, "Voir B.")
)


def test_notes_are_numbered_in_the_order_of_their_calls() -> None:
    body = para(run("mise en œuvre") + note_call(5) + run(". Suite") + note_call(3))
    lines = [line for line in docx.read(word(body, footnotes=_NOTES)) if line.text]
    assert [line.text for line in lines] == ["mise en œuvre1. Suite2", "1 Voir A.", "2 Voir B."]
    first = lines[0].said
    assert first and [(call.num, call.start, call.end) for call in first.calls] == [
        ("1", 13, 14),
        ("2", 21, 22),
    ]
    assert [line.said.note for line in lines if line.said] == ["", "1", "2"]


def test_endnotes_have_roman_numbers_and_a_typed_mark_counts_not() -> None:
    star = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="5"/><w:t>*</w:t></w:r>'
    body = (
        para(run("un") + star)
        + para(run("deux") + note_call(3))
        + para(run("trois") + note_call(1, "endnote"))
    )
    data = word(
        body,
        footnotes=_NOTES.replace("Voir A.", "* Voir A."),
        endnotes=note(1, "Fin.", "endnote"),
    )
    assert texts(data) == ["un*", "* Voir A.", "deux1", "1 Voir B.", "troisi", "i Fin."]


def test_the_number_of_a_note_starts_where_the_settings_say() -> None:
    settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>'
    assert texts(word(para(run("x") + note_call(5)), footnotes=_NOTES, settings=settings)) == [
        "xc",
        "c Voir A.",
    ]


# -- tracked changes --------------------------------------------------------------------------------


def ins(content: str) -> str:
    return f'<w:ins w:author="A. Dupont" w:date="2016-11-02T10:00:00Z">{content}</w:ins>'


def gone(text: str) -> str:
    return f'<w:del w:author="B"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


_MARK = "<w:rPr><w:{} w:author='B'/></w:rPr>"
TRACKED: dict[str, tuple[str, list[str], list[str]]] = {
    "words put in and taken out": (
        para(run("Les Parties ") + gone("peuvent") + ins(run("doivent")) + run(" agir")),
        ["Les Parties doivent agir"],
        ["Les Parties peuvent agir"],
    ),
    "words moved": (
        para(f'<w:moveFrom w:author="B">{run("A ")}</w:moveFrom>' + run("reste"))
        + para(f'<w:moveTo w:author="B">{run("A ")}</w:moveTo>' + run("fin")),
        ["reste", "A fin"],
        ["A reste", "fin"],
    ),
    "a paragraph put in counts only when it stands": (
        para("un", number=(1, 0))
        + para(ins(run("neuf")), number=(1, 0), more=_MARK.format("ins"))
        + para("deux", number=(1, 0)),
        ["1. un", "2. neuf", "3. deux"],
        ["1. un", "2. deux"],
    ),
    "a paragraph taken out": (
        para("un", number=(1, 0))
        + para(gone("vieux"), number=(1, 0), more=_MARK.format("del"))
        + para("deux", number=(1, 0)),
        ["1. un", "2. deux"],
        ["1. un", "2. vieux", "3. deux"],
    ),
    "a paragraph's end taken out": (
        para("début ", more=_MARK.format("del")) + para("fin"),
        ["début fin"],
        ["début ", "fin"],
    ),
    "the end of the last paragraph before a table": (
        para("début", more=_MARK.format("del")) + table([para("cellule")]),
        ["début", "cellule"],
        ["début", "cellule"],
    ),
    "a table row taken out": (
        "<w:tbl><w:tr><w:trPr><w:del w:author='B'/></w:trPr>"
        f"<w:tc>{para('a')}</w:tc></w:tr><w:tr><w:tc>{para('b')}</w:tc></w:tr></w:tbl>",
        ["b"],
        ["a", "b"],
    ),
    "a number changed with the properties": (
        para(
            "x",
            number=(1, 0),
            more='<w:pPrChange w:author="B"><w:pPr/></w:pPrChange>',
        ),
        ["1. x"],
        ["x"],
    ),
}


@pytest.mark.parametrize("name", TRACKED)
def test_a_text_with_tracked_changes_is_one_text_or_the_other(name: str) -> None:
    body, accepted, original = TRACKED[name]
    data = word(body, numbering=_OUTLINE + a_list(1, 0))
    assert texts(data, accepted=True) == accepted
    assert texts(data, original=True) == original
    with pytest.raises(CorpusError, match="tracked change"):
        docx.read(data)


def test_the_list_of_tracked_changes_is_shown() -> None:
    body, *_ = TRACKED["words put in and taken out"]
    with pytest.raises(CorpusError) as caught:
        docx.read(word(body), "projet.docx")
    shown = str(caught.value)
    assert "projet.docx: the file holds 2 tracked changes" in shown
    assert "deleted (B): « peuvent »" in shown
    assert "inserted (A. Dupont, 2016-11-02): « doivent »" in shown
    assert "--accepted or --original" in shown


def test_changes_in_notes_count_too() -> None:
    notes = _NOTES.replace("Voir A.</w:t></w:r>", f"Voir A.</w:t></w:r>{ins(run(' et C'))}")
    data = word(para(run("x") + note_call(5)), footnotes=notes)
    with pytest.raises(CorpusError, match="tracked change"):
        docx.read(data)
    assert texts(data, accepted=True)[1] == "1 Voir A. et C"


def test_mere_formatting_is_no_tracked_change() -> None:
    body = para(run("x", '<w:b/><w:rPrChange w:author="B"><w:rPr/></w:rPrChange>'))
    assert texts(word(body)) == ["x"]


# -- safety -----------------------------------------------------------------------------------------

PLAIN = word(para("texte"))


def with_part(name: str, content: str | bytes, base: bytes = PLAIN) -> bytes:
    archive = zipfile.ZipFile(io.BytesIO(base))
    files: dict[str, str | bytes] = {each: archive.read(each) for each in archive.namelist()}
    return zipped(files | {name: content})


_ENTITY = '<!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
_DOCUMENT = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
REFUSED = {
    "an entity": with_part("word/document.xml", f"{_ENTITY}{_DOCUMENT}<w:body>&a;</w:body></w:document>"),
    "an entity in UTF-16": with_part(
        "word/document.xml",
        f'<?xml version="1.0"?>{_ENTITY}{_DOCUMENT}<w:body>&a;</w:body></w:document>'.encode("utf-16"),
    ),
    "an archive bomb": with_part("word/document.xml", b"<a>" + b" " * 30_000_000 + b"</a>"),
    "a part that is far too large": with_part(
        "word/styles.xml", b"x" * 40_000_000, word(para("x"), styles="")
    ),
    "text nested without end": with_part(
        "word/document.xml",
        f"{_DOCUMENT}<w:body>{'<w:sdt>' * 5000}{'</w:sdt>' * 5000}</w:body></w:document>",
    ),
    "macros": with_part("word/vbaProject.bin", b"x"),
    "no text": zipped({"word/other.xml": "<a/>"}),
    "no body": with_part("word/document.xml", f"{_DOCUMENT}</w:document>"),
    "another file in place of text": with_part(
        "word/document.xml", f"{_DOCUMENT}<w:body><w:altChunk/></w:body></w:document>"
    ),
    "broken XML": with_part("word/document.xml", f"{_DOCUMENT}<w:body>"),
    "cut in the middle": PLAIN[: len(PLAIN) // 2],
    "no archive": b"PK\x03\x04 nothing",
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_sound_text_gives_one_error(name: str) -> None:
    with pytest.raises(CorpusError):
        docx.read(REFUSED[name], "text.docx")


def test_nothing_outside_the_file_is_read() -> None:
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/styles" Target="../../../../etc/passwd"/>'
        '<Relationship Id="b" Type="x/footnotes" TargetMode="External" Target="http://127.0.0.1:1/"/></Relationships>'
    )
    assert texts(with_part("word/_rels/document.xml.rels", links)) == ["texte"]


def mutated(data: bytes, cuts: list[tuple[int, int]]) -> bytes:
    changed = bytearray(data)
    for place, value in cuts:
        changed[place % len(changed)] = value
    return bytes(changed)


_REAL = (FILES / "real.docx").read_bytes()
_PARTS = ("document", "numbering", "styles", "footnotes", "settings", "_rels/document.xml.rels")
_BODY = zipfile.ZipFile(io.BytesIO(_REAL)).read("word/document.xml")
_CUTS = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=20)


def survives(data: bytes) -> tuple[Line, ...]:
    try:
        return docx.read(data, "text.docx", accepted=True)
    except CorpusError:
        return ()


@settings(max_examples=120, deadline=None)
@given(_CUTS)
def test_a_damaged_file_gives_lines_or_the_one_error(cuts: list[tuple[int, int]]) -> None:
    survives(mutated(_REAL, cuts))


@pytest.mark.parametrize("part", _PARTS)
@settings(max_examples=40, deadline=None)
@given(cuts=st.lists(st.tuples(st.integers(0, 10**6), st.sampled_from(b'0123456789abw "<>/=-')), max_size=8))
def test_a_damaged_part_gives_lines_or_the_one_error(part: str, cuts: list[tuple[int, int]]) -> None:
    name = f"word/{part}" if "/" in part else f"word/{part}.xml"
    inside = zipfile.ZipFile(io.BytesIO(_REAL)).read(name)
    survives(with_part(name, mutated(inside, cuts), _REAL))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), min_size=1, max_size=6))
def test_pieces_of_its_xml_in_any_order_give_lines_or_the_one_error(moves: list[tuple[int, int]]) -> None:
    pieces = _BODY.split(b"<w:p>")
    for one, other in moves:
        a, b = one % len(pieces), other % len(pieces)
        pieces[a], pieces[b] = pieces[b], pieces[a][: len(pieces[a]) // 2] if one % 3 == 0 else pieces[a]
    survives(with_part("word/document.xml", b"<w:p>".join(pieces), _REAL))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_the_one_error(data: bytes) -> None:
    assert survives(b"PK\x03\x04" + data) == ()
