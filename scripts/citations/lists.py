"""Lists of numbers: ``5, 6 et 7`` · ``11 to 17`` · ``3 et 7`` · ``22.4 (c)`` · ``(a) and (b)``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scripts.citations.scan import Scan
from scripts.citations.terminals import Pattern

_STEP = re.compile(r"[0-9]+|[a-z]+")


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a list: its span, and its path (``22.4.c``, ``11-17``)."""

    start: int
    end: int
    path: str


def members(scan: Scan, at: int, pattern: Pattern, *, many: bool) -> tuple[Member, ...]:
    """list = range { separator range } — « 5, 6 et 7 », « 7, 8 and 11 to 17 », « (a) and (b) ».

    ``pattern`` reads one number with its levels; ``many``: the head is a plural, so that a comma alone
    goes on with the list (« Article 16, 12 projects » has one member). Empty where no number stands.
    """
    found: list[Member] = []
    sure = 1
    member = _range(scan, at, pattern, "")
    while member:
        found.append(member)
        gloss = scan.at.gloss.match(scan.text, member.end)  # « 13 (intégration de la culture) et 14 »
        separator = scan.at.separator.match(scan.text, gloss.end() if gloss else member.end)
        if separator is None or separator["comma"] == ";":
            break
        member = _range(scan, separator.end(), pattern, member.path)
        if member and not _goes_on(scan, member, many=many):
            break
        if member and (many or separator["and"] or separator["also"] or not member.path[-1].isdigit()):
            sure = len(found) + 1
    return tuple(found[:sure])


def _goes_on(scan: Scan, member: Member, *, many: bool) -> bool:
    """Whether a number without a head is a member, not a count of things (« et 14 Parties »)."""
    if not member.path[-1].isdigit():
        return True
    if scan.at.count.match(scan.text, member.end):
        return False
    return many or bool(scan.at.closed.match(scan.text, member.end))


def _range(scan: Scan, at: int, pattern: Pattern, before: str) -> Member | None:
    """range = member [ to member ] — « 3 à 7 », « 305-348 », « (a) to (c) »."""
    first = _member(scan, at, pattern, before)
    dash = scan.at.to.match(scan.text, first.end) if first else None
    if first is None or dash is None:
        return first
    last = _member(scan, dash.end(), pattern, first.path)
    if last is None or not _rises(first.path, last.path) or scan.at.count.match(scan.text, last.end):
        return first
    end = last.path if last.path[-1].isdigit() else last.path.rpartition(".")[2]
    return Member(at, last.end, f"{first.path}-{end}")


def _rises(first: str, last: str) -> bool:
    low, high = _STEP.findall(first), _STEP.findall(last)
    if len(low) != len(high) or (len(low) > 1 and low[:-1] != high[:-1]):
        return False
    pair = low[-1], high[-1]
    return int(pair[0]) < int(pair[1]) if all(step.isdigit() for step in pair) else pair[0] < pair[1]


def _member(scan: Scan, at: int, pattern: Pattern, before: str) -> Member | None:
    """member = number { level } | letter — « 22.4 (c) », « 5 (1) », « b) » after « 2 a) »."""
    match = pattern.match(scan.text, at)
    if match:
        ordinals = scan.grammar.words["head"]["ordinal"]
        number = str(ordinals.get(match["n"].lower(), match["n"]))
        number += (match["bis"] or "").strip()
        steps = (number, *_STEP.findall(match["levels"].lower()))
        return Member(at, match.end(), ".".join(steps))
    letter = scan.at.letter.match(scan.text, at)
    if letter is None:
        return None
    stem, dot, last = before.rpartition(".")
    if before and not dot and last.isdigit():
        return None
    return Member(at, letter.end(), stem + dot + _STEP.findall(letter[0].lower())[0])
