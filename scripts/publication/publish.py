"""What happens to the site once MkDocs has written it: verified as a whole, then made searchable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from scripts.errors import CorpusError
from scripts.publication import aliases, fidelity, links, redlines, search_index
from scripts.publication.built import pages
from scripts.site.site import Site


def publish(site: Path, base: str, texts: Mapping[str, str], values: Site) -> None:
    """Verify and complete the built site in folder ``site``, whose root is the address ``base``.

    Raises CorpusError where a page does not show its text, or a link leads nowhere.
    """
    aliases.write(site, values)
    ids: dict[str, frozenset[str]] = {}
    found: dict[str, tuple[str, ...]] = {}
    copies: list[tuple[str, str]] = []
    both = redlines.texts(values)
    for page in pages(site):
        ids[page.path], found[page.path] = links.anchors(page), links.links(page)
        _stop(
            "a page does not show its text",
            (f"{page.path}: {row}" for row in fidelity.differences(page, texts)),
        )
        _stop(
            "a comparison does not give back its texts",
            (f"{page.path}: {row}" for row in redlines.differences(page, both)),
        )
        copied = search_index.copy(page)
        if copied:
            copies.append((page.path, copied))
    files = frozenset(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    _stop("a link leads nowhere", (f"{page}: {link}" for page, link in links.broken(found, ids, files, base)))
    search_index.write(copies, site)


def _stop(problem: str, rows: Iterable[str]) -> None:
    rows = list(rows)
    if rows:
        shown = "\n    ".join(rows[:20])
        raise CorpusError(f"{problem} ({len(rows)})", words=shown, action="mend the page or the generator")
