"""A table of correspondence as CSV (RFC 4180), which a spreadsheet opens as it is."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_BOM = "\ufeff"  # by it a spreadsheet knows UTF-8
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table_csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return the table as bytes. A cell that a spreadsheet would take for a formula is shown as text."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(heads)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return (_BOM + out.getvalue()).encode()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
