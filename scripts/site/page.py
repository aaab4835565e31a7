"""A page before MkDocs sees it: address, metadata, Markdown; and the links between pages."""

from __future__ import annotations

import json
import posixpath
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """One Markdown page in one language.

    ``path`` is its address below the language, without ending: ``digital/2016-10igc7/annex/13``;
    ``meta`` goes to the page's head (title, description, kind, draft …).
    """

    lang: str
    path: str
    meta: Mapping[str, object]
    body: str

    @property
    def file(self) -> str:
        """The file below ``docs/``."""
        return f"{self.lang}/{self.path}.md"

    def source(self) -> bytes:
        """Return the Markdown file: metadata as YAML (values as JSON, which YAML reads), then the body."""
        head = "".join(
            f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in self.meta.items()
        )
        return f"---\n{head}---\n\n{self.body.rstrip()}\n".encode()


def href(here: str, there: str, anchor: str = "") -> str:
    """Return the link from page ``here`` to page ``there``, both addresses below the language.

    >>> href("digital/2016-10igc7/annex/13", "convention/16", "cited-by")
    '../../../convention/16.md#cited-by'
    """
    mark = f"#{anchor}" if anchor else ""
    if here == there:
        return mark or posixpath.basename(there) + ".md"
    return _way(posixpath.dirname(here), f"{there}.md") + mark


def url(here: str, there: str, anchor: str = "") -> str:
    """Return the same link as a web address, for HTML that MkDocs passes on as it is.

    >>> url("digital/2016-10igc7/annex/13", "convention/16"), url("index", "guide/index", "cite")
    ('../../../../convention/16/', 'guide/#cite')
    """
    mark = f"#{anchor}" if anchor else ""
    if here == there:
        return mark or "./"
    return (_way(_folder(here), _folder(there)) or ".") + "/" + mark


def _folder(path: str) -> str:
    return path.removesuffix("index").rstrip("/")


def _way(here: str, there: str) -> str:
    """Return the relative path from folder ``here``: as ``posixpath.relpath``, for paths without dots."""
    steps, ends = (path.split("/") if path else [] for path in (here, there))
    same = next((i for i, (a, b) in enumerate(zip(steps, ends, strict=False)) if a != b), None)
    same = min(len(steps), len(ends)) if same is None else same
    return "/".join([".."] * (len(steps) - same) + ends[same:])
