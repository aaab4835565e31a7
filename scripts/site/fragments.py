"""Generated pieces that hand-written pages ask for with ``<!-- concordance:timeline -->``."""

from __future__ import annotations

from collections.abc import Callable

from scripts.errors import CorpusError
from scripts.site import catalogue_pages, mandate_view
from scripts.site.site import View

FRAGMENTS: dict[str, Callable[[View], str]] = {
    "timeline": mandate_view.timeline,
    "ways-in": catalogue_pages.ways_in,
    "works": catalogue_pages.works,
}


def fragment(view: View, name: str) -> str:
    """Return the fragment called ``name`` for the page of ``view``. Raises CorpusError for another name."""
    if name not in FRAGMENTS:
        raise CorpusError(
            "a page asks for a fragment that does not exist",
            f"docs/{view.lang}/{view.here}.md",
            words=name,
            action=f"use one of: {', '.join(FRAGMENTS)}",
        )
    return FRAGMENTS[name](view)
