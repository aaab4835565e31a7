"""The HTML files of a built site, each parsed once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from lxml import html


def select(tree: html.HtmlElement, path: str) -> list[html.HtmlElement]:
    """Return the elements of ``tree`` that an XPath which selects elements finds."""
    return cast(list[html.HtmlElement], tree.xpath(path))


@dataclass(frozen=True, slots=True)
class Built:
    """One page of the built site: ``path`` below the site's folder, its parsed HTML."""

    path: str
    tree: html.HtmlElement

    @property
    def lang(self) -> str:
        """The language the page declares."""
        return str(self.tree.get("lang", ""))

    def meta(self, name: str) -> str:
        """Return the content of ``<meta name="concordance:…">``, or an empty string."""
        found = self.tree.xpath("string(//meta[@name=$name]/@content)", name=f"concordance:{name}")
        return str(found)


def pages(site: Path) -> Iterator[Built]:
    """Yield every HTML page below ``site``, in the order of their paths."""
    for path in sorted(site.rglob("*.html")):
        tree = html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
        yield Built(path.relative_to(site).as_posix(), tree)
