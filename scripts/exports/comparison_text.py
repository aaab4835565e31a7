"""A comparison as plain text: ``[-struck-]`` and ``{+written+}``, as word-by-word comparisons have it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from scripts.comparison.changes import Row
from scripts.comparison.places import PairPlace, Places
from scripts.model import Edit, Kind, Op

_SIGNS = {Op.KEPT: ("", ""), Op.DELETED: ("[-", "-]"), Op.INSERTED: ("{+", "+}")}


def redline_text(edits: Iterable[Edit]) -> str:
    """Return a redline as text: ``Les Parties [-doivent-]{+devraient+} agir.``."""
    return "".join(f"{_SIGNS[edit.op][0]}{edit.text}{_SIGNS[edit.op][1]}" for edit in edits)


def comparison_text(
    title: Sequence[str],
    parts: Iterable[tuple[str, Sequence[str], Sequence[Row]]],
    describe: Callable[[Row, PairPlace], str],
) -> str:
    """Return a whole comparison to be read as it is.

    ``title`` are its first lines; ``parts`` are the name of each component, its summary in
    sentences and its rows; ``describe`` says what a change is: ``12. Déplacement : 21 → 14``.
    """
    lines = list(title)
    for name, summary, rows in parts:
        lines += ["", name.upper(), "", *(f"- {sentence}" for sentence in summary), ""]
        lines += _rows(rows, describe)
    return "\n".join(lines).rstrip() + "\n"


def _rows(rows: Sequence[Row], describe: Callable[[Row, PairPlace], str]) -> Iterator[str]:
    places = Places(row.pair for row in rows if not row.departed)
    for row in rows:
        pair = row.pair
        if row.own or row.departed:
            yield f"({describe(row, places.of(pair))})"
        if not row.departed:
            heading = (pair.new or pair.old)[0].kind is Kind.HEADING
            yield _label(row) + redline_text(pair.redline)
            yield "" if not heading else "-" * 8 + "\n"


def _label(row: Row) -> str:
    old, new = (", ".join(p.num or p.label for p in side) for side in (row.pair.old, row.pair.new))
    if not (old or new):
        return ""
    if old == new:
        return f"{new}  "
    edits = [Edit(op, num) for op, num in ((Op.DELETED, old), (Op.INSERTED, new)) if num]
    return f"{redline_text(edits)}  "
