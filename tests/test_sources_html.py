"""Pages give their main text: labels of lists as browsers print them, notes in their place, no furniture."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.errors import CorpusError
from scripts.model import Role
from scripts.sources import html


def read(body: str, **options: bool) -> list[str]:
    """Return the lines that carry words."""
    return [line.text for line in html.read(body.encode(), "page.html", **options) if line.text]


PAGES: dict[str, tuple[str, list[str]]] = {
    "only the main text": (
        "<header>Site</header><nav>Menu</nav><main><h1>Titre</h1><p>Texte</p><script>x()</script></main>"
        "<footer>© 2016</footer>",
        ["Titre", "Texte"],
    ),
    "what has the role of the main text": ("<div>Menu</div><div role=main><p>Texte</div>", ["Texte"]),
    "the one long article": (
        "<div>Menu</div><article><header>Titre</header><p>Un texte assez long</article>",
        ["Titre", "Un texte assez long"],
    ),
    "the whole body where nothing is said": ("<p>Un<p>Deux", ["Un", "Deux"]),
    "text after what is taken out stays": (
        "<p>Un <script>x</script>deux <svg><text>x</text></svg>trois",
        ["Un deux trois"],
    ),
    "what isn't shown": (
        "<p hidden>a</p><p style='display: none'>b</p><p>c<span aria-hidden=true>#</span>",
        ["c"],
    ),
    "white space is one space, a soft hyphen none": (
        "<p> a\n  b\t<b>c</b>d&shy;e<wbr>f&nbsp;; ",
        ["a b cdef\u00a0;"],
    ),
    "a soft break": ("<p>PROJET <br> 10.IGC 7", ["PROJET", "10.IGC 7"]),
    "text beside blocks": ("<div>un<p>deux</p>trois</div>", ["un", "deux", "trois"]),
    "lines of preformatted text": ("<pre>1. Un\n   deux</pre>", ["1. Un", "   deux"]),
    "numbers, with a start and a value": (
        "<ol start=3><li>a<li value=7>b<li>c</ol>",
        ["3. a", "7. b", "8. c"],
    ),
    "numbers backwards": ("<ol reversed><li>a<li>b</ol>", ["2. a", "1. b"]),
    "letters and roman figures": (
        "<ol type=a><li>a<ol type=i><li>b<li>c</ol><li>d</ol>"
        "<ol type=I start=4><li>e</ol><ol type=A start=27><li>f</ol>",
        ["a. a", "i. b", "ii. c", "b. d", "IV. e", "AA. f"],
    ),
    "a style of list": (
        "<ol style='list-style-type: lower-alpha'><li>a</ol><ol style='list-style:none'><li>b</ol>",
        ["a. a", "b"],
    ),
    "marks": ("<ul><li>a<li>– b<li>(a) c</ul>", ["• a", "– b", "(a) c"]),
    "a label that is typed already": (
        "<ol><li>1. Un<li>(2) Deux<li>Trois</ol>",
        ["1. Un", "(2) Deux", "3. Trois"],
    ),
    "two paragraphs in an item": ("<ol><li><p>a<p>b</ol>", ["1. a", "b"]),
    "a table": (
        "<table><caption>Liste</caption><tr><th>Article<th>Objet<tr><td>5<td>Droits</table>",
        ["Liste", "Article\tObjet", "5\tDroits"],
    ),
    "a table that only lays out": ("<table><tr><td>(a)<td><p>un<p>deux</table>", ["(a) un", "deux"]),
    "definitions": ("<dl><dt>mot<dd>sens</dl>", ["mot", "sens"]),
    "what looks like markup is text": ("<p>&lt;b&gt; {{ x }} &amp;amp; **y**", ["<b> {{ x }} &amp; **y**"]),
    "exponents stay": ("<p>10 m<sup>2</sup>, 2<sup>e</sup> session", ["10 m2, 2e session"]),
}


@pytest.mark.parametrize("name", PAGES)
def test_pages(name: str) -> None:
    page, expected = PAGES[name]
    assert read(page) == expected


def test_headings_say_their_rank() -> None:
    lines = [line for line in html.read(b"<h1>A</h1><h3>B</h3><p>C") if line.said]
    assert [(line.said.role, line.said.level) for line in lines if line.said] == [
        (Role.HEADING, 1),
        (Role.HEADING, 3),
        (Role.TEXT, 0),
    ]


# -- notes ------------------------------------------------------------------------------------------

NOTES = {
    "raised links and a list with links back": (
        '<p>œuvre<sup><a href="#n1" id="r1">1</a></sup>. Fin<p>Suite<sup><a href="#n2">2</a></sup>'
        '<hr><h2>Notes</h2><ol><li id="n1"><p>Voir <i>A</i>. <a href="#r1">↩</a></p></li>'
        '<li id="n2">Voir B.</ol>'
    ),
    "as LibreOffice writes them": (
        '<p>œuvre<a class="sdfootnoteanc" name="f1anc" href="#f1sym"><sup>1</sup></a>. Fin'
        '<p>Suite<a class="sdfootnoteanc" name="f2anc" href="#f2sym"><sup>2</sup></a>'
        '<div id="f1"><p><a class="sdfootnotesym" name="f1sym" href="#f1anc">1</a>Voir <i>A</i>.</div>'
        '<div id="f2"><p><a class="sdfootnotesym" name="f2sym" href="#f2anc">2</a>Voir B.</div>'
    ),
    "as Word writes them": (
        '<p>œuvre<a href="#_ftn1" name="_ftnref1"><span>[1]</span></a>. Fin'
        '<p>Suite<a href="#_ftn2" name="_ftnref2"><span>[2]</span></a>'
        '<div><hr><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> Voir <i>A</i>.</div>'
        '<div id=ftn2><p><a href="#_ftnref2" name="_ftn2">[2]</a> Voir B.</div></div>'
    ),
    "in the foot of the page": (
        '<main><p>œuvre<sup><a href="#n1">1</a></sup>. Fin<p>Suite<sup><a href="#n2">2</a></sup></main>'
        '<footer><p id="n1">1 Voir <i>A</i>.<p id="n2">2. Voir B.<p>© 2016</footer>'
    ),
}


@pytest.mark.parametrize("name", NOTES)
def test_notes_follow_the_paragraph_that_calls_them(name: str) -> None:
    lines = [line for line in html.read(NOTES[name].encode()) if line.text]
    shown = [line for line in lines if line.said and line.said.role is not Role.RUNNING]
    texts = [line.text.replace("[", "").replace("]", "") for line in shown]
    assert texts == ["œuvre1. Fin", "1 Voir A.", "Suite2", "2 Voir B."]
    calls = [call.num for line in shown if line.said for call in line.said.calls]
    assert calls == ["1", "2"]
    assert [line.said.note for line in shown if line.said] == ["", "1", "", "2"]


def test_a_link_to_a_section_is_no_note() -> None:
    assert read('<p>Voir <a href="#s1">1</a>.<h2 id=s1>Objet</h2><p>Texte') == ["Voir 1.", "Objet", "Texte"]


# -- encodings --------------------------------------------------------------------------------------

ENCODED = {
    "UTF-8 that says nothing": "<p>œuvre é".encode(),
    "UTF-8 with a mark": b"\xef\xbb\xbf" + "<p>œuvre é".encode(),
    "UTF-16 with a mark": "<p>œuvre é".encode("utf-16"),
    "Windows that says so": '<meta charset="windows-1252"><p>œuvre é'.encode("cp1252"),
    "Windows that says Latin 1": '<meta content="text/html; charset=ISO-8859-1"><p>œuvre é'.encode("cp1252"),
    "Windows that says nothing": "<p>œuvre é".encode("cp1252"),
    "XML that says so": '<?xml version="1.0" encoding="UTF-8"?><html><p>œuvre é</p></html>'.encode(),
}


@pytest.mark.parametrize("name", ENCODED)
def test_encodings(name: str) -> None:
    assert [line.text for line in html.read(ENCODED[name])] == ["œuvre é"]


# -- one text ---------------------------------------------------------------------------------------


def test_marked_changes_are_one_text_or_the_other() -> None:
    page = "<p>Les Parties <del>peuvent</del><ins>doivent</ins> agir"
    with pytest.raises(CorpusError, match="2 changes") as caught:
        read(page)
    assert "deleted: « peuvent »" in str(caught.value)
    assert read(page, accepted=True) == ["Les Parties doivent agir"]
    assert read(page, original=True) == ["Les Parties peuvent agir"]


# -- safety -----------------------------------------------------------------------------------------

REFUSED = {
    "empty": b"",
    "no text": b"<main><script>x</script></main>",
    "binary": b"<p>a\0b",
    "another encoding than it says": b'<meta charset="utf-8"><p>\xff\xfe\xff',
    "an unknown encoding": b'<meta charset="utf-99"><p>a',
    "an encoding that is none": b'<meta charset="zip"><p>a',
    "nested without end": b"<div>" * 100_000 + b"x",
    "far too large": b"<p>a" * 7_000_000,
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_sound_page_gives_one_error(name: str) -> None:
    with pytest.raises(CorpusError):
        html.read(REFUSED[name], "page.html")


def test_entities_of_a_document_type_give_nothing() -> None:
    page = '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/hostname">]><p>x &a; y'
    assert "root" not in " ".join(read(page))
    assert read(page)[-1].startswith("x")


_TAGS = st.sampled_from(
    """<p>|</p>|<ol start=-9999999999>|<!--|<ol reversed>|<li value=x>|</ol>|<table>|<tr>|<td>|<br>|mot|1.
<a href="#x">1</a>|<p id="x">|<footer>|<ins>|<pre>|&#0;|&#1;|&#55296;|&bad;|\x0c|<select>|<svg>|<nav>|</nav>
<sup><a href="#y" id=z>2</a></sup>|<li id=y><a href="#z">^</a>|<b hidden>|<del>|<main>|</main>""".replace(
        "\n", "|"
    ).split("|")
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_TAGS, max_size=40))
def test_any_page_gives_lines_or_the_one_error(pieces: list[str]) -> None:
    try:
        lines = html.read("".join(pieces).encode(), accepted=True)
    except CorpusError:
        return
    for line in lines:
        for call in line.said.calls if line.said else ():
            assert call.num in line.text[call.start : call.end]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_lines_or_the_one_error(data: bytes) -> None:
    try:
        html.read(data)
    except CorpusError:
        return
