"""Text to Markdown: what stands in a file is shown, never run (law 7).

The escapes are those of Python-Markdown (https://python-markdown.github.io, "backslash escapes");
what would open a block is escaped only where it opens the line, so that the Markdown stays readable.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable

from scripts.model import Citation, NoteCall

Plain = Callable[[int, int], str]
"""Shows the run ``text[start:end]`` of a provision's text, between its links and calls, as Markdown."""

_ALWAYS = re.compile(r"[\\`*_{}\[\]]")
# « 15. À l’étape », « - la nécessité », « ********** » open a list or a rule in Markdown
_OPENING = re.compile(r"^(\s*)(?:(\d+)([.)])|([-+#=~:|!]))")


def escape(text: str, *, opening: bool = False) -> str:
    """Return ``text`` so that Markdown shows it as it is; ``opening`` where it opens a block."""
    text = _ALWAYS.sub(r"\\\g<0>", text)
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if opening:
        text = _OPENING.sub(_escape_opening, text)
    return text


def _escape_opening(found: re.Match[str]) -> str:
    space, number, dot, sign = found.groups()
    if number:
        return f"{space}{number}\\{dot}"
    return f"{space}&#{ord(sign)};"


def attribute(text: str) -> str:
    """Return ``text`` for a quoted HTML attribute inside Markdown."""
    return re.sub(r"[\\`*_{}\[\]]", lambda sign: f"&#{ord(sign[0])};", html.escape(text))


def provision_text(  # noqa: PLR0913, PLR0917 — the text, its two kinds of marks, the three ways to show a run
    text: str,
    citations: Iterable[Citation],
    calls: Iterable[NoteCall],
    link: Callable[[Citation], str],
    call: Callable[[NoteCall], str],
    plain: Plain | None = None,
) -> str:
    """Return a provision's text as Markdown with its citations linked and its note calls put back.

    ``link`` gives the address of a citation or ``""`` where it must stay plain text; ``call`` gives
    the Markdown of a note call, ``plain`` that of the words between. Spans are slices of ``text``:
    nothing else of it can change.
    """
    show = plain or (lambda start, end: escape(text[start:end], opening=start == 0))
    marks: list[tuple[int, int, str]] = [(c.offset, c.offset, call(c)) for c in calls]
    for citation in citations:
        address = link(citation)
        if address:
            marks.append((citation.start, citation.end, address))
    out: list[str] = []
    at = 0
    for start, end, value in sorted(marks):
        if start < at:  # a call inside a citation's span is put right after it, never lost
            out.append(value if start == end else "")
            continue
        out.append(show(at, start))
        out.append(f"[{escape(text[start:end])}]({value}){{ .ref }}" if end > start else value)
        at = end
    out.append(show(at, len(text)))
    return "".join(out)
