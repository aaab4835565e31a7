"""Symbols of documents in their one spelling: « INF.7 REV.2 » → ``INF.7.Rev.2``."""

from __future__ import annotations

import re

from scripts.citations.grammar import Series

_STEP = re.compile(r"[0-9]+[A-Za-z](?![A-Za-z])|[A-Za-z]+|[0-9]+")


def parts(text: str, series: Series) -> str:
    """Return one part of a symbol in its one spelling: « 2 Prov. Rev. » → ``2.Prov.Rev``."""
    known = series.suffixes
    return ".".join(known.get(step.lower(), step) for step in _STEP.findall(text))
