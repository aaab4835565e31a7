"""Law 4 on the built page: what is shown as kept and deleted is the old text, kept and inserted the new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import html

from scripts.publication.built import Built, select
from scripts.site.compare_page import prefix
from scripts.site.compare_rows import redline_key
from scripts.site.site import Site

Texts = Mapping[str, tuple[str, str]]
"""The old and the new text by the key of their redline."""

_NO_TEXT = frozenset({"unseen", "cut", "call", "label"})
"""Classes of what stands in a redline and is no part of either text."""


def texts(site: Site) -> dict[str, tuple[str, str]]:
    """Return both texts of every redline that the pages show."""
    found = {}
    for comparison in site.comparisons:
        for part in comparison.parts:
            for pair in (*part.pairs, *part.note_pairs):
                key = redline_key(f"{prefix(comparison)}{part.name}", pair)
                found[key] = (" ".join(p.text for p in pair.old), " ".join(p.text for p in pair.new))
    return found


def differences(page: Built, expected: Texts) -> Iterator[tuple[str, str, str]]:
    """Yield ``(key, shown, expected)`` for each redline, or side of one, that does not give back its text.

    Every character counts, white space too.
    """
    for element in select(page.tree, "//*[@data-redline]"):
        key, side = str(element.get("data-redline")), element.get("data-side")
        old, new = expected.get(key, ("", ""))
        before, after = shown(element)
        for name, text, words in (("old", old, before), ("new", new, after)):
            if side in (None, name) and words != text:
                yield f"{key} ({name})", words, text


def shown(element: html.HtmlElement) -> tuple[str, str]:
    """Return the words of a redline kept and deleted, and those kept and inserted."""
    runs = list(_runs(element, ""))
    old, new = ("".join(words for tag, words in runs if tag != lost) for lost in ("ins", "del"))
    return old, new


def _runs(element: html.HtmlElement, tag: str) -> Iterator[tuple[str, str]]:
    yield tag, element.text or ""
    for child in element:
        if isinstance(child.tag, str) and not _NO_TEXT & set((child.get("class") or "").split()):
            yield from _runs(child, child.tag if child.tag in {"ins", "del"} else tag)
        yield tag, child.tail or ""
