"""Citations as other programs read them (CONTRIBUTING.md, "The command line")."""

from __future__ import annotations

from collections.abc import Iterable

from scripts.model import Citation


def citations_json(citations: Iterable[Citation]) -> list[dict[str, object]]:
    """Return one object per citation: its span, its exact characters, its target in canonical form."""
    return [
        {
            "start": citation.start,
            "end": citation.end,
            "surface": citation.surface,
            "target": str(citation.reference),
        }
        for citation in citations
    ]
