"""Text from a file never becomes markup (laws 5 and 7): rendered by the real Markdown, it reads the same."""

from __future__ import annotations

import markdown as python_markdown
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html

from scripts.model import Citation, NoteCall, Reference
from scripts.site import markdown
from scripts.site.page import href, url

EXTENSIONS = ["attr_list", "tables", "md_in_html", "toc"]

HOSTILE = [
    "15. À l’étape de la distribution",
    "- la nécessité d'une approche",
    "**********",
    "<script>alert(1)</script> & <b>gras</b> &amp; &copy; &#42;",
    "{{ page.title }} {% raw %} {: #id .class }",
    "[lien](http://example.org) ![image](x.png) [^1]: note *[HTML]: abbr",
    "`code` ~~~ ``` | a | b | # titre ## {#x}",
    "un * deux * trois _quatre_ __cinq__ \\* \\\\ \\",
    "http://example.org <http://example.org> a@b.org <a@b.org>",
    "a < b > c && d \"quoted\" 'single'",
    "=====",
    "-----",
    "+ plus",
    ": définition",
    "!!! note",
    "??? x",
    "1) un",
    "\\1. x",
    "#",
    "$$x$$",
    "^^a^^ ~~b~~",
    "[TOC]",
    '--8<-- "file"',
    "<!-- concordance:timeline -->",
    "<br>",
    "</div>",
    "a\u00a0b\u202f; c",
]

line = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=80)
# one line of text as the parser gives it: no control characters, white space single, none at the ends
words = line.map(lambda text: " ".join(text.split(" ")).strip()).filter(lambda text: text.strip() != "")


def shown(source: str) -> str:
    tree = html.fromstring(f"<div>{python_markdown.markdown(source, extensions=EXTENSIONS)}</div>")
    found = tree.xpath("//p[@data-provision]")
    assert isinstance(found, list)
    assert len(found) == 1, source
    element = found[0]
    assert isinstance(element, html.HtmlElement)
    return str(element.text_content())


def paragraph(text: str) -> str:
    source = markdown.provision_text(text, (), (), lambda _: "", lambda _: "")
    return f'before\n\n{source}\n{{: .text data-provision="k" }}\n\nafter\n'


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_stands(text: str) -> None:
    assert " ".join(shown(paragraph(text)).split()) == " ".join(text.split())


@given(words)
@example("15. À l’étape")
@example("a\\")
def test_any_text_is_shown_as_it_stands(text: str) -> None:
    assert " ".join(shown(paragraph(text)).split()) == " ".join(text.split())


@given(words, words, words)
def test_citations_and_calls_change_no_word(before: str, cited: str, after: str) -> None:
    text = f"{before} {cited} {after}"
    start = len(before) + 1
    citation = Citation(start, start + len(cited), cited, Reference("convention", "art16"))
    call = NoteCall("1", start + len(cited))
    source = markdown.provision_text(text, [citation], [call], lambda _: "x.md", lambda _: "<sup>@1@</sup>")
    result = shown(f'{source}\n{{: .text data-provision="k" }}\n')
    assert " ".join(result.replace("@1@", "", 1).split()) == " ".join(text.split())


def test_a_call_inside_a_citation_is_not_lost() -> None:
    citation = Citation(0, 10, "article 16", Reference("convention", "art16"))
    source = markdown.provision_text(
        "article 16.", [citation], [NoteCall("2", 7)], lambda _: "x.md", lambda c: f"^{c.num}^"
    )
    assert source == "[article 16](x.md){ .ref }^2^."


@pytest.mark.parametrize(
    ("here", "there", "anchor", "expected"),
    [
        ("digital/d/annex/13", "convention/16", "", "../../../convention/16.md"),
        ("digital/d/annex/13", "digital/d/annex/index", "p13", "index.md#p13"),
        ("index", "guide/index", "", "guide/index.md"),
        ("index", "index", "drafts", "#drafts"),
    ],
)
def test_links_between_pages_are_relative(here: str, there: str, anchor: str, expected: str) -> None:
    assert href(here, there, anchor) == expected


@pytest.mark.parametrize(
    ("here", "there", "anchor", "expected"),
    [
        ("digital/d/annex/13", "convention/16", "", "../../../../convention/16/"),
        ("digital/d/annex/13", "digital/d/annex/index", "p13", "../#p13"),
        ("index", "guide/index", "", "guide/"),
        ("guide/index", "index", "", "../"),
        ("index", "index", "drafts", "#drafts"),
    ],
)
def test_web_addresses_are_relative_and_end_in_a_slash(
    here: str, there: str, anchor: str, expected: str
) -> None:
    assert url(here, there, anchor) == expected
