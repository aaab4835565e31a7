"""The page for editors: what a person should look at, with its place and what to do.

It stands in no navigation and, having no kind, in no search index; the guide for editors leads to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from scripts.catalogue import Found
from scripts.site.page import Page
from scripts.site.site import Site, View

ADDRESS = "editors/findings"


def page(site: Site, lang: str, found: Sequence[Found]) -> Page:
    """Return the page of the findings in ``lang``: those left to look at by file, then the accepted ones."""
    view = View(site, lang, ADDRESS)
    words = view.labels
    left = [one for one in found if not one.accepted]
    closed = [one for one in found if one.accepted]
    body = [f"# {words('findings.title')} {{: #findings }}\n", f"{words('findings.intro')}\n"]
    body.append(f"## {words('findings.open')} {{: #open }}\n")
    body += _by_file(view, left) if left else [f"{words('findings.none')}\n"]
    if closed:
        body.append(f"## {words('findings.closed')} {{: #closed }}\n")
        body += _by_file(view, closed)
    meta = {"title": words("findings.title"), "description": words("findings.description")}
    return Page(lang, view.here, meta, "\n".join(body))


def _by_file(view: View, found: Iterable[Found]) -> Iterator[str]:
    for file, group in groupby(found, key=lambda one: one.file):
        rows = [_row(view, one) for one in group]
        count = view.say("findings.count", n=len(rows))
        yield f'<p class="findings-file"><code>{_text(file)}</code> <span class="count">{count}</span></p>\n'
        yield f'<ul class="findings">{"".join(rows)}</ul>\n'


def _row(view: View, one: Found) -> str:
    finding, advice = one.finding, one.advice[view.lang]
    place = _text(finding.place)
    if finding.line:
        place += f", {view.say('findings.line', line=finding.line)}"
    severity = view.say(f"findings.{finding.severity.value}")
    parts = [
        f'<strong>{place}</strong> <span class="badge">{severity}</span>',
        f"<p>{_text(advice.what)}</p>",
        f"<blockquote>{_text(finding.words)}</blockquote>" if finding.words else "",
    ]
    if one.accepted:
        parts.append(
            f"<p><strong>{view.say('findings.reason')}</strong> {_text(one.accepted[view.lang])}</p>"
        )
    else:
        parts += _help(view, one)
    return f"<li>{''.join(parts)}</li>"


def _help(view: View, one: Found) -> Iterator[str]:
    advice = one.advice[view.lang]
    yield f"<p><strong>{view.say('findings.why')}</strong> {_text(advice.why)}</p>"
    yield f"<p><strong>{view.say('findings.do')}</strong> {_text(advice.action)}</p>"
    if one.erratum:
        yield _paste(view, "findings.erratum", one.erratum)
    if one.acceptance:
        yield _paste(view, "findings.accept", one.acceptance)


def _paste(view: View, key: str, lines: str) -> str:
    shown = _text(lines).replace("\n", "&#10;")  # one line of HTML: Markdown leaves it alone
    return f"<details><summary>{view.say(key)}</summary><pre><code>{shown}</code></pre></details>"


def _text(text: str) -> str:
    """Return words of a file for HTML inside Markdown: shown, never run."""
    return "".join(f"&#{ord(sign)};" if sign in "\\`*_{}[]<>&\"'" else sign for sign in text)
