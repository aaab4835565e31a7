"""Comparisons as files: JSON, HTML that stands alone, text, the table of correspondence as CSV.

An outer room, for the build and the command line alike.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts import comparing, corpus
from scripts.comparison.changes import Row
from scripts.comparison.places import PairPlace
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
from scripts.site.compare_page import prefix, title
from scripts.site.compare_summary import said
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

    def name(self, component: str) -> str:
        """Return the name of a component in the language of the comparison."""
        return component_name(self.labels, component)


def of_comparison(site: Site, comparison: Comparison) -> Redlined:
    """Return two drafts of the corpus compared, ready to be written."""
    labels = site.labels[comparison.lang]
    view = View(site, comparison.lang, "")
    statuses = tuple(
        labels(f"compare.status.{side}", words=f"{e.draft.names[comparison.lang]}. {head.status(view, e)}")
        for side, e in (("old", comparison.old), ("new", comparison.new))
    )
    named = title(labels, comparison.old, comparison.new)
    return Redlined(labels, comparison.wording, named, statuses, comparison.parts, prefix(comparison))


def of_names(root: Path, old: str, new: str, lang: str) -> Redlined:
    """Return the comparison of two files, or of two drafts by their ids, or of a file and a draft.

    Raises CorpusError where a name is neither a file nor a draft held in ``lang``.
    """
    site = None if Path(old).is_file() and Path(new).is_file() else corpus.load(root)
    if site is not None:
        drafts = {draft.id: draft for draft in site.manifest.drafts}
        if old in drafts and new in drafts and not (Path(old).is_file() or Path(new).is_file()):
            found = site.comparison(drafts[old], drafts[new], lang)
            if found is not None:
                return of_comparison(site, found)
    texts = [_text(root, site, name, lang) for name in (old, new)]
    words = comparing.Language(root, lang)
    parts = comparing.of_texts(texts[0], texts[1], words, corpus.finder(root, lang))
    labels = read_labels(lang, read_words(root, lang, "labels"))
    named = labels("compare.title_of.index", old=Path(old).name, new=Path(new).name)
    return Redlined(labels, words.wording, named, (labels("compare.status.files"),), parts)


def _text(root: Path, site: Site | None, name: str, lang: str) -> Text:
    if Path(name).is_file() or site is None:
        return corpus.read(root, Path(name), lang)
    for expression in site.expressions:
        if (expression.draft.id, expression.lang) == (name, lang):
            return expression.text
    known = ", ".join(sorted({e.draft.id for e in site.expressions if e.lang == lang}))
    raise CorpusError(
        f"neither a file nor a draft held in language {lang!r}",
        words=name,
        action=f"name a file, or one of: {known}",
    )


def as_json(redlined: Redlined) -> str:
    """Return the comparison as DESIGN, section 5, has it; pairs of notes stand apart."""
    summary = together([part.summary for part in redlined.parts])
    plain = sentences(summary, redlined.wording)
    made = comparison_json((pair for part in redlined.parts for pair in part.pairs), summary, plain)
    made["notes"] = [pair_json(pair) for part in redlined.parts for pair in part.note_pairs]
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def as_html(redlined: Redlined) -> str:
    """Return the comparison as one HTML file."""
    body = Body(redlined.labels, redlined.wording, redlined.parts, redlined.name, redlined.prefix)
    style = STYLE.read_text(encoding="utf-8")
    return stand_alone(redlined.labels.lang, redlined.title, redlined.statuses, body_html(body), style)


def as_text(redlined: Redlined) -> str:
    """Return the comparison as plain text."""
    labels = redlined.labels
    summary = [s for part in redlined.parts for s in said(part, redlined.wording, labels)]
    rows = [(redlined.name(part.name), (*part.rows, *part.notes)) for part in redlined.parts]
    return comparison_text((redlined.title, *redlined.statuses), summary, rows, _describe(labels))


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
