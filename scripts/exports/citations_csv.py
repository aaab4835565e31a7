"""Every citation of the texts held as CSV (RFC 4180), for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scripts.exports.comparison_csv import table_csv

NAME = "citations.csv"


def citations_csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return the list as bytes; a surface that was wrapped in its file is put on one line."""
    return table_csv(heads, ([" ".join(cell.split()) for cell in row] for row in rows))
