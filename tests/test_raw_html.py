"""Blocks of HTML pass Markdown by and come back as they were."""

from __future__ import annotations

import markdown
import pytest

from scripts.publication.raw_html import anchors, put_back, take_out

WHOLE = '<div class="a" id="x">\n<p>un *mot*</p>\n</div>'
OPEN = '<div class="b">\n\n<ol><li>un</li></ol>\n\n</div>'
PAGE = f"# Titre\n\n{WHOLE}\n\nDu *texte*.\n\n{OPEN}\n\n<div markdown>\n\nDu *texte*.\n\n</div>\n"


def render(source: str) -> str:
    return markdown.markdown(source, extensions=["md_in_html", "attr_list"])


def test_the_page_is_the_same_as_markdown_alone_makes_it() -> None:
    source, blocks = take_out(PAGE)
    assert len(blocks) == 2
    assert "".join(put_back(render(source), blocks).split()) == "".join(render(PAGE).split())


def test_a_block_that_holds_markdown_is_left_to_it() -> None:
    assert take_out("<div markdown>\n*a*\n</div>")[1] == ()


@pytest.mark.parametrize("line", ["<span>1</span> une note", "<em>a</em> b", "un <div> dans le texte"])
def test_running_text_is_left_to_markdown(line: str) -> None:
    assert take_out(line) == (line, ())


def test_the_ids_of_blocks_are_known() -> None:
    assert anchors(take_out(PAGE)[1]) == {"x"}
