"""Citations that break the rules of symbols: a probable slip of the text, for a person to look at.

The rules are in docs/en/guide/glossary.md. The text is never corrected: the finding stands beside
it, with the likely symbol.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from scripts.citations.articles import LAST_ARTICLE
from scripts.citations.grammar import Series
from scripts.citations.infer import prefix, year
from scripts.model import Citation, Doubt, Finding, Reference, Severity

_DOCUMENT = re.compile(
    r"(?P<prefix>[A-Z]+)/(?P<year>[0-9]{2})/(?P<session>[0-9]+)\.(?P<organ>[A-Z]+)/(?P<rest>.+)"
)
_ACT = re.compile(r"(?P<session>[0-9]+)\.(?P<ext>EXT\.)?(?P<organ>[A-Z]+)/(?P<item>[0-9]+).*")


@dataclass(frozen=True, slots=True)
class Slip:
    """A reference that breaks rules: which, and what it probably should be (None: not known)."""

    code: str
    rules: tuple[int, ...]
    likely: Reference | None = None


def check(citations: Iterable[Citation], series: Series, place: str, line: int = 0) -> tuple[Finding, ...]:
    """Return a finding for each citation that breaks a rule of symbols.

    ``values["likely"]`` is the likely reference in canonical form, or empty; ``values["target"]`` the one
    that the text prints; ``values["rules"]`` the rules broken.
    """
    found = []
    for citation in citations:
        slip = doubtful(citation.reference, series)
        if slip:
            values = {
                "target": str(citation.reference),
                "likely": str(slip.likely or ""),
                "rules": ", ".join(str(rule) for rule in slip.rules),
            }
            found.append(Finding(slip.code, Severity.WARNING, place, citation.surface, line, values))
    return tuple(found)


def ambiguous(doubts: Iterable[Doubt], place: str, line: int = 0) -> tuple[Finding, ...]:
    """Return a finding for each doubtful place; ``values["candidates"]`` are the references in question."""
    return tuple(
        Finding(
            "ambiguous-citation",
            Severity.NOTICE,
            place,
            doubt.surface,
            line,
            {
                "candidates": ", ".join(str(one) for one in doubt.candidates),
                "start": str(doubt.start),
                "end": str(doubt.end),
            },
        )
        for doubt in doubts
    )


def doubtful(reference: Reference, series: Series) -> Slip | None:
    """Return what is wrong with a reference by the rules of symbols, or None.

    ``doc:DCE/16/9.IGC/3`` breaks rules 2 to 4: the prefix and the year belong to the tenth session, whose
    document 3 is the record of the ninth.
    """
    if reference.scheme == "doc":
        return _document(reference, series)
    if reference.scheme in ("decision", "resolution"):
        return _act(reference, series)
    article = re.match(r"art([0-9]+)", reference.key)
    if reference.scheme == "convention" and article and not 1 <= int(article[1]) <= LAST_ARTICLE:
        return Slip("act-cannot-exist", ())
    return None


def _document(reference: Reference, series: Series) -> Slip | None:
    match = _DOCUMENT.fullmatch(reference.key)
    body = series.session(match["organ"]) if match else None
    if match is None or body is None or not body.years:
        return None
    session, printed = int(match["session"]), 2000 + int(match["year"])
    when = year(session, body)
    if session == 0:
        return Slip("act-cannot-exist", ())
    if not when:
        return None
    rules = []
    if match["prefix"] != prefix(when, body.organ, series):
        rules.append(2)
    if printed != when:
        rules.append(3)
    if not rules:
        return None
    if printed != when and body.record and match["rest"] == str(body.record):
        rules.append(4)
    return Slip("symbol-breaks-rules", tuple(rules), _likely(reference, match, series))


def _likely(reference: Reference, match: re.Match[str], series: Series) -> Reference | None:
    """The symbol with the least change: the session by the printed year, or the year by the session."""
    body = series.session(match["organ"])
    printed = 2000 + int(match["year"])
    if body is None:
        return None
    session = int(match["session"])
    if prefix(printed, body.organ, series) == match["prefix"] and printed in body.years:
        session = body.years.index(printed) + 1  # prefix and year agree: the session is the odd one
    when = year(session, body)
    head = prefix(when, body.organ, series)
    key = f"{head}/{when % 100:02d}/{session}.{body.organ}/{match['rest']}"
    return Reference("doc", key, reference.fragment)


def _act(reference: Reference, series: Series) -> Slip | None:
    match = _ACT.fullmatch(reference.key)
    body = series.session(match["organ"]) if match else None
    if match is None or body is None:
        return None
    if int(match["session"]) == 0 or int(match["item"]) == 0:
        return Slip("act-cannot-exist", ())
    if not match["ext"] and len(body.years) and int(match["session"]) > len(body.years):
        return Slip("session-not-known", (3,))
    return None
