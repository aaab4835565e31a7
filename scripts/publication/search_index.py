"""The search index, made by Pagefind from a prepared copy of the pages: the site itself is not touched.

Pagefind (https://pagefind.app) indexes one language at a time, by ``<html lang>``, and makes each
heading with an id a hit of its own. The copy differs from the page in three ways: a typographic
apostrophe inside a word becomes a plain one, because Pagefind parts « l'accès » but not « l’accès »;
each number carries the name of its section; and what is shown on several pages is indexed on one.
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

_APOSTROPHE = re.compile(r"(?<=\w)’(?=\w)")
# what is not a page's own content: the way around, text shown on other pages, what only readers see
_ELSEWHERE = (
    "//nav | //*[contains(concat(' ', @class, ' '), ' other ')] | //*[@data-search='no']"
    " | //*[contains(concat(' ', @class, ' '), ' rests ')] | //ul[@class='rests-list']"
    " | //script | //style | //sup[@class='call']"
)


def copy(page: Built) -> str | None:
    """Return the page as Pagefind shall read it, or None for a page that is not to be found."""
    kind = page.meta("kind")
    article = page.tree.find(".//article")
    if article is None or not kind:
        return None
    article = html.fromstring(html.tostring(article, encoding="unicode"))
    for element in select(article, _ELSEWHERE):
        _drop(element)
    if kind == "reading":
        _keep_front(article)
    section = page.meta("section")
    for heading in select(article, "//*[contains(concat(' ', @class, ' '), ' num ')]"):
        num = heading.text_content().strip()
        for child in list(heading):
            heading.remove(child)
        heading.text = f"{num} — {section}" if section else num
    body = _APOSTROPHE.sub("'", html.tostring(article, encoding="unicode"))
    title = escape(page.meta("title"))
    filters = "".join(
        f'<span hidden data-pagefind-filter="{name}">{escape(page.meta(source))}</span>'
        for name, source in (("kind", "kind_name"), ("draft", "draft_name"))
        if page.meta(source)
    )
    return (
        f'<!doctype html><html lang="{page.lang}"><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body data-pagefind-body>{filters}{body}</body></html>"
    )


def _drop(element: html.HtmlElement) -> None:
    parent = element.getparent()
    if parent is not None:
        element.drop_tree()


def _keep_front(article: html.HtmlElement) -> None:
    """Leave titles, summary and headings of a reading page; its paragraphs are found on their own pages."""
    numbered = (
        "//*[contains(concat(' ', @class, ' '), ' num ')] | //*[contains(concat(' ', @class, ' '), ' text ')]"
    )
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
