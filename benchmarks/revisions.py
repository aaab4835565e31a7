"""Random revisions of a text with the right answer beside them, and a plain reader of the annex."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from scripts.identifiers import anchor, eid
from scripts.model import Kind, Provision

ANNEX = Path(__file__).parents[1] / "source_texts" / "dce-16-10-igc-7" / "fr.txt"

Unit = tuple[Kind, str, str]
"""Kind, number as printed, words."""


def provisions(units: Sequence[Unit]) -> list[Provision]:
    """Return the units as flattened provisions with eIds, as ``Component.walk()`` gives them."""
    made: list[Provision] = []
    ranks: dict[tuple[str, Kind], int] = {}
    paragraph = subparagraph = ""
    anchors: dict[str, str] = {"": ""}
    for kind, num, text in units:
        parent = {Kind.SUBPARAGRAPH: paragraph, Kind.ITEM: subparagraph or paragraph}.get(kind, "")
        rank = ranks[parent, kind] = ranks.get((parent, kind), 0) + 1
        own = eid(kind, num, rank, parent)
        anchors[own] = anchor(kind, num, rank, anchors[parent])
        made.append(Provision(own, anchors[own], kind, num, num, text))
        if kind is Kind.PARAGRAPH:
            paragraph, subparagraph = own, ""
        elif kind is Kind.SUBPARAGRAPH:
            subparagraph = own
    return made


def read_annex(file: Path = ANNEX) -> list[Unit]:
    """Return the annex of the real document, unit by unit: 95 of them.

    A reader for this one file, so that the comparison can be judged without the parser.
    """
    text = file.read_text(encoding="utf-8")
    body = text[text.index(" ANNEXE") :].replace("**********", "")
    body = re.sub(r"\n (?=\S)", "\n\n", body)
    units: list[Unit] = []
    for block in re.split(r"\n\s*\n", body):
        words = " ".join(block.split())
        if words and words[0].islower() and units[-1][0] is Kind.TITLE:  # the title wraps at a blank line
            units[-1] = (Kind.TITLE, "", f"{units[-1][2]} {words}")
        elif words:
            units.append(_unit(words, first=len(units) < 2))
    return units


def _unit(words: str, *, first: bool) -> Unit:
    for kind, pattern in (
        (Kind.SUBPARAGRAPH, r"(\d+\.\d+) "),
        (Kind.PARAGRAPH, r"(\d+)\. "),
        (Kind.ITEM, r"()- "),
    ):
        if label := re.match(pattern, words):
            return kind, label[1], words[label.end() :].strip()
    return (Kind.TITLE if first else Kind.HEADING), "", words
