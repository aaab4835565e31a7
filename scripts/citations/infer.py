"""What the rules of symbols say of an act: its working document, the record of a session.

The rules are in docs/en/guide/glossary.md: rule 1, act number = agenda item = document number;
rule 2, the prefix by year; rule 3, the year by session; rule 4, n.IGC/3 is the record of session n − 1.
An inference is not a source: whoever shows it says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from scripts.citations.grammar import Series, Session
from scripts.model import Reference

_ACT = re.compile(r"(?P<session>[0-9]+)\.(?P<organ>[A-Z]+)/(?P<item>[0-9]+)(?P<rest>.*)")


@dataclass(frozen=True, slots=True)
class Inferred:
    """A document that follows from a rule: ``rule`` is its number among the rules of symbols."""

    reference: Reference
    rule: int


def working_paper(act: Reference, series: Series) -> Inferred | None:
    """Return the working document of an act: ``decision:9.IGC/7`` → ``doc:CE/15/9.IGC/7``, or None.

    None for an act of another family, of an extraordinary session, of a session whose year is not
    known, and for a range.
    """
    match = _ACT.fullmatch(act.key)
    body = series.session(match["organ"]) if match else None
    if match is None or body is None or not body.working_papers or "-" in match["rest"]:
        return None
    symbol = _symbol(int(match["session"]), body, series, match["item"] + match["rest"])
    return Inferred(symbol, 1) if symbol else None


def record(session: int, organ: str, series: Series) -> Inferred | None:
    """Return the detailed record of a session: of 9.IGC ``doc:DCE/16/10.IGC/3``, or None."""
    body = series.session(organ)
    if body is None or not body.record:
        return None
    symbol = _symbol(session + 1, body, series, str(body.record))
    return Inferred(symbol, 4) if symbol else None


def year(session: int, body: Session) -> int:
    """Return the year of an ordinary session, or 0 where it is not known."""
    return body.years[session - 1] if 1 <= session <= len(body.years) else 0


def prefix(when: int, organ: str, series: Series) -> str:
    """Return the prefix of the documents of a year: CE until 2015, DCE from 2016."""
    for paper in series.documents:
        if (
            organ in paper.organs
            and (not paper.since or paper.since <= when)
            and (not paper.until or when <= paper.until)
        ):
            return paper.prefix
    return ""


def _symbol(session: int, body: Session, series: Series, item: str) -> Reference | None:
    when = year(session, body)
    head = prefix(when, body.organ, series)
    if not when or not head:
        return None
    return Reference("doc", f"{head}/{when % 100:02d}/{session}.{body.organ}/{item}")
