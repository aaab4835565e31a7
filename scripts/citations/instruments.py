"""The instrument on the right: « de la Convention », « of the Rules of Procedure », « du présent texte »."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from scripts.citations.grammar import Named
from scripts.citations.scan import Scan


class Right(Enum):
    """What stands to the right of a number."""

    NOTHING = auto()
    NAMED = auto()  # an instrument known by name
    ANNEX = auto()  # an annex
    THIS = auto()  # « du présent document »
    SAID = auto()  # « de ladite décision »
    UNKNOWN = auto()  # « de la loi 12/2009 »


@dataclass(frozen=True, slots=True)
class Instrument:
    """What stands to the right: where it begins and ends; for a name, whose it is and its scheme."""

    right: Right
    start: int
    end: int
    named: Named | None = None
    scheme: str = ""


def instrument(scan: Scan, at: int) -> Instrument:
    """instrument = of which ( name | annex | … ) — « de la Convention », « of the 2003 Convention ».

    « de manière », « of relevance » lead to no instrument; after « in the », « à la » only a name counts.
    """
    text = scan.text
    gloss = scan.at.gloss.match(text, at)
    lead = scan.at.of.match(text, gloss.end() if gloss else at)
    inside = lead or scan.at.within.match(text, at)
    if inside is None:
        return _beside(scan, at) or Instrument(Right.NOTHING, at, at)
    start = inside.end()
    found = name(scan, start)
    if found:
        return found
    annex = scan.at.annex.match(text, start)
    if annex and not scan.at.numbered.match(text, annex.end()):
        return Instrument(Right.ANNEX, start, annex.end())
    if lead is None or scan.at.neutral.match(text, start):
        return Instrument(Right.NOTHING, at, at)
    right = Right.UNKNOWN
    if scan.at.said.search(lead[0]):
        right = Right.SAID
    elif scan.at.this.search(lead[0]):
        right = Right.THIS
    return Instrument(right, start, start)


def _beside(scan: Scan, at: int) -> Instrument | None:
    """beside = name with articles of its own — « Article XX GATT », « article 19 (DUDH) »."""
    gap = scan.at.beside.match(scan.text, at)
    found = name(scan, gap.end()) if gap else None
    return found if found and found.named and found.named.articles and found.scheme != "convention" else None


def name(scan: Scan, at: int) -> Instrument | None:
    """name = one of the phrases of the register — « Convention de 2003 », « GATT »."""
    match = scan.grammar.names.match(scan.text, at)
    if match is None or match.lastindex is None:
        return None
    named = scan.grammar.name_of[match.lastindex - 1]
    scheme = named.scheme(match[0])
    if scheme == "convention-2005":
        scheme = "convention"
    return Instrument(Right.NAMED, at, match.end(), named, scheme)
