"""Law 5: the visible text of a rendered page is the model's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import html

from scripts.publication.built import Built, select


def differences(page: Built, texts: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield ``(key, shown, expected)`` for each element whose visible words are not the text's.

    ``texts`` maps ``fr:2016-10igc7:annex:para_13`` to the provision's own text. Labels and note
    calls, which the page shows beside the words, are not counted.
    """
    for element in select(page.tree, "//*[@data-provision]"):
        key = str(element.get("data-provision"))
        shown = " ".join(visible(element).split())
        expected = " ".join(texts.get(key, "").split())
        if shown != expected:
            yield key, shown, expected


def visible(element: html.HtmlElement) -> str:
    """Return the words of ``element`` without labels, note calls and nested lists."""
    apart = (f".//*[contains(concat(' ', @class, ' '), ' {name} ')]" for name in ("label", "call"))
    skip = " | ".join((*apart, ".//ul", ".//ol"))
    skipped = set(select(element, skip))
    return "".join(_words(element, skipped))


def _words(element: html.HtmlElement, skipped: set[html.HtmlElement]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child not in skipped and isinstance(child.tag, str):
            yield from _words(child, skipped)
        yield child.tail or ""
