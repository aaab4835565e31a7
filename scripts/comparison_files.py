"""Comparisons as files: JSON, HTML that stands alone, text, the table of correspondence as CSV.

An outer room, for the build and the command line alike.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from scripts import comparing, corpus
from scripts.catalogue import Expression
from scripts.comparison.changes import Row
from scripts.comparison.places import PairPlace
from scripts.comparison.references import ReferenceChange
from scripts.comparison.sentences import Wording, sentences
from scripts.comparison.summary import together
from scripts.errors import CorpusError
from scripts.exports.comparison_csv import table_csv
from scripts.exports.comparison_html import stand_alone
from scripts.exports.comparison_json import comparison_json, pair_json
from scripts.exports.comparison_text import comparison_text
from scripts.languages import words as read_words
from scripts.model import Text
from scripts.site import head
from scripts.site.compare_body import Body, body_html
from scripts.site.compare_correspondence import placed, relation_name
from scripts.site.compare_names import component_name, passage, side_name
from scripts.site.compare_page import prefix, references, title
from scripts.site.compare_summary import Refer, by_surface, said
from scripts.site.compared import Comparison, Part
from scripts.site.labels import Labels
from scripts.site.labels import read as read_labels
from scripts.site.site import Site, View

STYLE = Path(__file__).resolve().parents[1] / "docs" / "assets" / "compare.css"


@dataclass(frozen=True, slots=True)
class Redlined:
    """A comparison with all that a file of it needs; ``statuses`` say what each of the texts is worth."""

    labels: Labels
    wording: Wording
    title: str
    statuses: tuple[str, ...]
    parts: tuple[Part, ...]
    prefix: str = ""
    refer: Refer = by_surface

    def name(self, component: str) -> str:
        """Return the name of a component in the language of the comparison."""
        return component_name(self.labels, component)


def of_comparison(site: Site, comparison: Comparison) -> Redlined:
    """Return two drafts of the corpus compared, ready to be written."""
    labels = site.labels[comparison.lang]
    view = View(site, comparison.lang, "")
    statuses = tuple(
        labels(f"compare.status.{side}", words=_worth(view, e))
        for side, e in (("old", comparison.old), ("new", comparison.new))
    )
    named = title(labels, comparison.old, comparison.new)
    linked = references(view, comparison)

    def refer(part: Part, change: ReferenceChange) -> tuple[str, str]:
        return linked(part, change)[0], ""  # a file that stands alone leads nowhere

    texts = (comparison.parts, prefix(comparison), refer)
    return Redlined(labels, comparison.wording, named, statuses, *texts)


def of_names(root: Path, old: str, new: str, lang: str) -> Redlined:
    """Return the comparison of two files, or of two drafts by their ids, or of a file and a draft.

    Raises CorpusError where a name is neither a file nor a draft held in ``lang``.
    """
    files = [Path(name).is_file() for name in (old, new)]
    site = None if all(files) else corpus.load(root)
    if site is not None and not any(files):
        for found in site.comparisons:
            if (found.old.draft.id, found.new.draft.id, found.lang) == (old, new, lang):
                return of_comparison(site, found)
    labels = read_labels(lang, read_words(root, lang, "labels"))
    sides = [_side(root, site, labels, name) for name in (old, new)]
    words = comparing.Language(root, lang)
    parts = comparing.of_texts(sides[0][0], sides[1][0], words, corpus.finder(root, lang))
    statuses = (
        labels(f"compare.status.{side}", words=said)
        for side, (_, said) in zip(("old", "new"), sides, strict=True)
    )
    named = labels("compare.title_of.index", old=old, new=new)
    return Redlined(labels, words.wording, named, tuple(statuses), parts)


def _side(root: Path, site: Site | None, labels: Labels, name: str) -> tuple[Text, str]:
    """Return a text by the name of its file or its draft, and what it is worth."""
    if site is None or Path(name).is_file():
        return corpus.read(root, Path(name), labels.lang), labels("compare.status.file", name=name)
    held = [e for e in site.expressions if e.lang == labels.lang]
    for expression in held:
        if expression.draft.id == name:
            return expression.text, _worth(View(site, labels.lang, ""), expression)
    raise CorpusError(
        f"neither a file nor a draft held in language {labels.lang!r}",
        words=name,
        action=f"name a file, or one of: {', '.join(e.draft.id for e in held)}",
    )


def _worth(view: View, expression: Expression) -> str:
    return f"{expression.draft.names[view.lang]}. {head.status(view, expression)}"


def as_json(redlined: Redlined) -> str:
    """Return the comparison as the command promises it; pairs of notes stand apart."""
    summary = together([part.summary for part in redlined.parts])
    plain = [words for part in redlined.parts for words in sentences(part.summary, redlined.wording)]
    made = comparison_json((pair for part in redlined.parts for pair in part.pairs), summary, plain)
    made["notes"] = [pair_json(pair) for part in redlined.parts for pair in part.note_pairs]
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def as_html(redlined: Redlined) -> str:
    """Return the comparison as one HTML file."""
    body = Body(redlined.labels, redlined.wording, redlined.parts, redlined.name)
    body = replace(body, prefix=redlined.prefix, refer=redlined.refer)
    style = STYLE.read_text(encoding="utf-8")
    return stand_alone(redlined.labels.lang, redlined.title, redlined.statuses, body_html(body), style)


def as_text(redlined: Redlined) -> str:
    """Return the comparison as plain text."""
    labels = redlined.labels
    parts = [
        (
            redlined.name(part.name),
            said(part, redlined.wording, labels, redlined.refer),
            (*part.rows, *part.notes),
        )
        for part in redlined.parts
    ]
    return comparison_text((redlined.title, *redlined.statuses), parts, _describe(labels))


def _describe(labels: Labels) -> Callable[[Row, PairPlace], str]:
    def describe(row: Row, place: PairPlace) -> str:
        if row.departed:
            old, new = (side_name(labels, side) for side in (place.old, place.new))
            return labels("compare.departed", old=old, new=new, number=row.number)
        kind = "typographic" if row.light else row.pair.relation
        relation = labels(f"relation.{kind}")
        return labels("compare.change_line", n=row.number, relation=relation, passage=passage(labels, place))

    return describe


def correspondence(redlined: Redlined) -> bytes:
    """Return the table of correspondence as CSV, in the order of the old text."""
    labels = redlined.labels
    columns = ("component", "old", "new", "relation", "renumbered", "change", "old_eid", "new_eid")
    heads = [labels(f"compare.column.{name}") for name in columns]
    rows = (row for part in redlined.parts for row in _lines(redlined, part))
    return table_csv(heads, rows)


def _lines(redlined: Redlined, part: Part) -> Iterator[tuple[str, ...]]:
    labels = redlined.labels
    for row, place in placed(part):
        yield (
            redlined.name(part.name),
            side_name(labels, place.old),
            side_name(labels, place.new),
            labels(relation_name(row)),
            labels("compare.yes" if row.pair.renumbered else "compare.no"),
            f"c{row.number}" if row.number else "",
            " ".join(p.eid for p in row.pair.old),
            " ".join(p.eid for p in row.pair.new),
        )


def files(site: Site, comparison: Comparison) -> dict[str, bytes]:
    """Return the files that stand beside the page of a comparison, by name."""
    redlined = of_comparison(site, comparison)
    return {
        "correspondence.csv": correspondence(redlined),
        "comparison.html": as_html(redlined).encode(),
        "comparison.txt": as_text(redlined).encode(),
    }
