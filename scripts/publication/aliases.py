"""``latest``: for each work an alias of its newest draft, as pages that lead on without a script."""

from __future__ import annotations

import posixpath
from html import escape
from pathlib import Path

from scripts.site.site import Site


def write(site: Path, values: Site) -> None:
    """Write, below ``site``, a page at ``<work>/latest/…`` for every page of the newest draft."""
    for work in values.manifest.works:
        draft = values.manifest.latest(work)
        if draft is None:
            continue
        for lang in values.manifest.languages:
            source = site / lang / work.id / draft.id
            for page in sorted(source.rglob("index.html")):
                below = page.parent.relative_to(source).as_posix()
                alias = site / lang / work.id / "latest" / below / "index.html"
                target = posixpath.relpath(f"/{draft.id}/{below}", f"/latest/{below}") + "/"
                alias.parent.mkdir(parents=True, exist_ok=True)
                alias.write_text(_page(lang, target, draft.names[lang]), encoding="utf-8")


def _page(lang: str, target: str, name: str) -> str:
    address = escape(target)
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(name)}</title>\n"
        '<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url={address}">\n'
        f"<script>location.replace({target!r} + location.hash)</script>\n"
        f'</head>\n<body>\n<p><a href="{address}">{escape(name)}</a></p>\n</body>\n</html>\n'
    )
