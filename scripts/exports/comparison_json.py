"""A comparison as JSON, in the form that ``python -m scripts compare`` promises."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from scripts.comparison.places import PairPlace, Place
from scripts.comparison.summary import Summary
from scripts.model import Pair, Provision


def comparison_json(pairs: Iterable[Pair], summary: Summary, sentences: Sequence[str] = ()) -> dict[str, Any]:
    """Return ``{"pairs": […], "summary": {…}}``, ready for ``json.dumps``.

    ``old`` and ``new`` of a pair are the numbers as printed, empty where none is. ``sentences`` are
    the summary in plain words.
    """
    return {"pairs": [pair_json(pair) for pair in pairs], "summary": summary_json(summary, sentences)}


def pair_json(pair: Pair) -> dict[str, Any]:
    """Return one pair: relation, renumbered, the numbers on both sides, the redline."""
    return {
        "relation": str(pair.relation),
        "renumbered": pair.renumbered,
        "old": _nums(pair.old),
        "new": _nums(pair.new),
        "redline": [[str(edit.op), edit.text] for edit in pair.redline],
    }


def summary_json(summary: Summary, sentences: Sequence[str] = ()) -> dict[str, Any]:
    """Return counts, duties, references and figures, each change with the numbers of its place."""
    return {
        "counts": {str(relation): len(places) for relation, places in summary.relations.items()},
        "renumbered": len(summary.renumbered),
        "typographic": len(summary.typographic),
        "duties": [
            {
                **_at(d.place),
                "turn": str(d.turn),
                "from": d.old.surface,
                "to": d.new.surface,
                "from_level": d.old.level,
                "to_level": d.new.level,
            }
            for d in summary.duties
        ],
        "references": [
            {
                **_at(r.place),
                "gained": r.gained,
                "surface": r.citation.surface,
                "target": str(r.citation.reference),
            }
            for r in summary.references
        ],
        "figures": [{**_at(f.place), "from": f.old, "to": f.new} for f in summary.figures],
        "sentences": list(sentences),
    }


def _nums(provisions: Sequence[Provision]) -> list[str]:
    return [provision.num for provision in provisions]


def _at(place: PairPlace) -> dict[str, list[str]]:
    return {"old": _named(place.old), "new": _named(place.new)}


def _named(places: Sequence[Place]) -> list[str]:
    return [place.num or place.heading or place.within for place in places]
