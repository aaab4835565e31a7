"""Every internal link and anchor of the built site resolves: also raw ones, and across languages.

MkDocs' own validation sees neither raw HTML links nor links into another language.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from typing import cast
from urllib.parse import unquote, urlsplit

from scripts.publication.built import Built

_ATTRIBUTES = "//@href[not(ancestor::head) or parent::link] | //@src"


def anchors(page: Built) -> frozenset[str]:
    """Return the ids on ``page``."""
    return frozenset(str(value) for value in cast(list[str], page.tree.xpath("//@id")))


def links(page: Built) -> tuple[str, ...]:
    """Return every address that ``page`` links to or loads, each once, as written."""
    return tuple(dict.fromkeys(str(address) for address in cast(list[str], page.tree.xpath(_ATTRIBUTES))))


def broken(
    found: Mapping[str, Iterable[str]], ids: Mapping[str, frozenset[str]], files: frozenset[str], base: str
) -> Iterator[tuple[str, str]]:
    """Yield ``(page, address)`` for each internal address that leads nowhere.

    ``found`` maps pages to the addresses on them, ``ids`` pages to their ids, ``files`` is every
    file of the site, ``base`` the site's own root (``https://host/base/``).
    """
    for page, addresses in found.items():
        for address in addresses:
            target = _target(page, address, base)
            if target is None:
                continue
            path, fragment = target
            if path not in files or (fragment and fragment not in ids.get(path, frozenset())):
                yield page, address


def _target(page: str, address: str, base: str) -> tuple[str, str] | None:
    """Return the file and the anchor that ``address`` means on ``page``, or None for another host."""
    if address.startswith(base):
        address, page = "/" + address.removeprefix(base), ""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    if page == "404.html":  # served at any address, so its links start from the base path
        parts = parts._replace(path="/" + parts.path.removeprefix(urlsplit(base).path))
    here = posixpath.join("/", posixpath.dirname(page), unquote(parts.path) or posixpath.basename(page))
    path = posixpath.normpath(here).lstrip("/")
    if parts.path.endswith("/") or path in ("", "."):
        path = posixpath.join(path, "index.html").removeprefix("./")
    elif parts.path and posixpath.splitext(path)[1] == "":
        path += "/index.html"
    return path, unquote(parts.fragment)
