"""Findings as text for a terminal: by file, each with its place, words, reason and remedy."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby

from scripts.catalogue import Found

_WIDTH = 100


def findings_text(found: Iterable[Found], lang: str) -> str:
    """Return the open findings, grouped by file, and a closing line with the counts."""
    every = tuple(found)
    left = [one for one in every if not one.accepted]
    rows: list[str] = []
    for file, group in groupby(left, key=lambda one: one.file):
        rows += [file, ""]
        for one in group:
            rows += [*_finding(one, lang), ""]
    count = f"{len(left)} to look at" if left else "nothing to look at"
    return "\n".join([*rows, f"{count}; {len(every) - len(left)} accepted in writing"])


def _finding(one: Found, lang: str) -> Iterator[str]:
    finding, advice = one.finding, one.advice[lang]
    line = f"line {finding.line}, " if finding.line else ""
    yield f"  {finding.severity.value} {finding.code}: {line}{finding.place}"
    yield from _wrapped(advice.what, "    ")
    if finding.words and finding.words not in advice.what:
        yield f"    > {_seen(finding.words)}"
    yield from _wrapped(advice.why, "    why  ")
    yield from _wrapped(advice.action, "    do   ")
    yield from (f"         {row}" for row in one.erratum.splitlines())


def _wrapped(text: str, head: str) -> list[str]:
    return textwrap.wrap(
        _seen(text),
        _WIDTH,
        initial_indent=head,
        subsequent_indent=" " * len(head),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _seen(text: str) -> str:
    """Return ``text`` with what a terminal would not show, or would obey, written as its code."""
    return "".join(
        sign if sign.isprintable() or sign == "\u00a0" else f"<U+{ord(sign):04X}>" for sign in text
    )
