"""The search index, made by Pagefind from a prepared copy of the pages: the site itself is not touched.

Pagefind (https://pagefind.app) indexes one language at a time, by ``<html lang>``, and makes each
heading with an id a hit of its own. The copy differs from the page in three ways: a typographic
apostrophe inside a word becomes a plain one, because Pagefind parts « l'accès » but not « l’accès »;
what says the same on many pages is left out; and what the hit list shows beside the words (section,
draft, kind of page) goes along as metadata, where it does not count as text.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from html import escape
from pathlib import Path

from lxml import html

from scripts.errors import CorpusError
from scripts.publication.built import Built, select

_APOSTROPHE = re.compile(r"(?<=\w)’(?=[\w<])")  # « l’<a>article 11</a> »
# what is not a page's own content: the way around, text shown on other pages, what only readers see
_ELSEWHERE = (
    *("other", "rests", "rests-list", "banner", "languages", "history", "copy", "in-section"),
    *("ours", "call", "facts", "related", "cited-by", "count"),
    *("reading-bar", "legend", "pop", "sheet", "copy-open"),
)
_WITHOUT_CONTENT = ("references", "history", "copy", "cited-by", "related")
"""Headings (by id) of which nothing is left to find; a sentence may follow that says so."""

_WEIGHT = {"guide": "0.5", "references": "0.5", "illustrative": "0.4"}
"""What counts for less than the text itself: pages by kind, texts by status."""


def copy(page: Built) -> str | None:
    """Return the page as Pagefind shall read it, or None for a page that is not to be found."""
    kind = page.meta("kind")
    article = page.tree.find(".//article")
    if article is None or not kind:
        return None
    article = html.fromstring(html.tostring(article, encoding="unicode"))
    _keep_own(article)
    if kind == "reading":
        _keep_front(article)
    for heading in select(article, f"//*[{_has('num')}]"):
        num = heading.text_content().strip().removesuffix(".")
        for child in list(heading):
            heading.remove(child)
        heading.text = num
    for note in select(article, f"//*[{_has('annotation')}]"):
        note.set("data-pagefind-weight", "0.5")
    weight = _WEIGHT.get(page.meta("status")) or _WEIGHT.get(kind)
    less = f' data-pagefind-weight="{weight}"' if weight else ""  # "1" would level the headings
    body = _APOSTROPHE.sub("'", html.tostring(article, encoding="unicode"))
    return (
        f'<!doctype html><html lang="{page.lang}"><head><meta charset="utf-8">'
        f"<title>{escape(page.meta('title'))}</title></head>"
        f"<body data-pagefind-body{less}>{_described(page)}{body}</body></html>"
    )


def _described(page: Built) -> str:
    """Return the filters and the metadata of a page: values of attributes, so that no search finds them."""
    filters = {"kind": page.meta("kind_name"), "draft": page.meta("draft_name")}
    shown = {**filters, **{name: page.meta(name) for name in ("title", "section", "component")}}
    rows = [("filter", name, value) for name, value in filters.items() if value]
    rows += [("meta", name, value) for name, value in shown.items() if value]
    return "".join(
        f'<meta data-pagefind-{what}="{name}[content]" content="{escape(value)}">'
        for what, name, value in rows
    )


def _has(name: str) -> str:
    return f"contains(concat(' ', @class, ' '), ' {name} ')"


def _keep_own(article: html.HtmlElement) -> None:
    """Leave what is to be found on this page and not on another."""
    classes = " | ".join(f"//*[{_has(name)}]" for name in _ELSEWHERE)
    headings = " | ".join(
        f"//h2[@id='{name}'] | //h2[@id='{name}']/following-sibling::*[1][self::p]"
        for name in _WITHOUT_CONTENT
    )
    for element in select(article, f"//nav | //script | //style | {classes} | {headings}"):
        _drop(element)


def _drop(element: html.HtmlElement) -> None:
    parent = element.getparent()
    if parent is not None:
        element.drop_tree()


def _keep_front(article: html.HtmlElement) -> None:
    """Leave titles, summary and headings of a reading page; its paragraphs are found on their own pages."""
    numbered = f"//*[{_has('num')}] | //*[{_has('text')}]"
    for element in select(article, f"{numbered} | //li[@data-provision] | //*[contains(@class, 'note')]"):
        if element.tag != "h2" or "num" in (element.get("class") or ""):
            _drop(element)


def write(copies: Iterable[tuple[str, str]], site: Path) -> None:
    """Index ``copies`` (path and HTML) into ``site/pagefind``. Raises CorpusError where Pagefind fails."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in copies:
            file = Path(folder, path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        command = [
            sys.executable,
            "-m",
            "pagefind",
            "--site",
            folder,
            "--output-path",
            str(site / "pagefind"),
            "--quiet",
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CorpusError(
            "the search index could not be made", words=(done.stderr or done.stdout).strip()[-400:]
        )
    # the only file whose keys come in any order: two builds must be the same byte for byte
    entry = site / "pagefind" / "pagefind-entry.json"
    entry.write_text(json.dumps(json.loads(entry.read_text("utf-8")), sort_keys=True), encoding="utf-8")
