"""Findings as JSON: for programs, and for the workflow that comments on a pull request."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from scripts.catalogue import Found


def findings_json(found: Iterable[Found], lang: str) -> dict[str, Any]:
    """Return the findings with their advice in ``lang``, and how many are not accepted."""
    rows = [_row(one, lang) for one in found]
    return {"findings": rows, "open": sum(not row["accepted"] for row in rows)}


def _row(one: Found, lang: str) -> dict[str, Any]:
    finding, advice = one.finding, one.advice[lang]
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "file": one.file,
        "line": finding.line,
        "place": finding.place,
        "words": finding.words,
        "what": advice.what,
        "why": advice.why,
        "do": advice.action,
        "values": dict(finding.values),
        "accepted": one.accepted.get(lang, ""),
        "acceptance": one.acceptance,
        "erratum": one.erratum,
    }
