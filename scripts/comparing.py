"""From texts to comparisons: the work compared between its drafts, or any two files with each other.

An outer room beside ``corpus``: it brings the words of a language, the citations found and what a
person decided to the comparison, which takes and returns values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import permutations
from pathlib import Path

from scripts import languages, manifest
from scripts.catalogue import Draft, Expression, Manifest, Verdict
from scripts.comparison.changes import last_number, read_rows
from scripts.comparison.components import Compared, compare_components, compare_texts
from scripts.comparison.lexicon import Lexicon, read_lexicon
from scripts.comparison.overrule import Overrule
from scripts.comparison.references import Citations
from scripts.comparison.sentences import Wording, read_wording
from scripts.comparison.summary import SummaryWords, read_summary_words, summarise, together
from scripts.errors import CorpusError
from scripts.model import Citation, Component, Note, Provision, Text
from scripts.site.compared import Comparison, Part, count


class Language:
    """What a comparison needs of one language, read once from ``source_texts/languages/``."""

    def __init__(self, root: Path, lang: str) -> None:
        """Read the words. Raises CorpusError where the language or one of its files is not there."""
        words = languages.words(root, lang, "comparison")
        self.lexicon: Lexicon = read_lexicon(words)
        self.wording: Wording = read_wording(words)
        self.summary: SummaryWords = read_summary_words(words, languages.words(root, lang, "force"))


def of_drafts(root: Path, described: Manifest, expressions: Sequence[Expression]) -> tuple[Comparison, ...]:
    """Return every ordered pair of drafts of one work, compared in each language that both are held in.

    Raises CorpusError where a verdict of the manifest names a provision that is not there.
    """
    words = {lang: Language(root, lang) for lang in described.languages}
    return tuple(
        compare(described, old, new, words[old.lang])
        for old, new in permutations(expressions, 2)
        if old.lang == new.lang and old.draft.work == new.draft.work
    )


def compare(described: Manifest, old: Expression, new: Expression, words: Language) -> Comparison:
    """Return two expressions of a work compared: the work's own component, and others that both have."""
    work = next(work for work in described.works if work.id == new.draft.work)
    names = [component.name for component in new.text.components]
    shared = {component.name for component in old.text.components} & set(names)
    found = []
    for name in sorted(shared, key=lambda name: (name != work.text, names.index(name))):
        overrule = _overrule(described.verdicts, old.draft, new.draft, name, work.text)
        both = (old.text.component(name), new.text.component(name))
        try:
            found.append(compare_components(*both, words.lexicon, overrule))
        except CorpusError as error:
            error.file = error.file or manifest.FILE.as_posix()
            raise
    parts = _parts(found, old.text, new.text, (_cited(old), _cited(new)), words)
    return Comparison(old, new, parts, words.wording)


def of_texts(
    old: Text, new: Text, words: Language, find: Callable[[str], tuple[Citation, ...]]
) -> tuple[Part, ...]:
    """Return two texts outside the corpus compared, component by component; ``find`` finds citations."""
    found = compare_texts(old, new, words.lexicon)
    return _parts(found, old, new, (_find_in(old, find), _find_in(new, find)), words)


_ByComponent = Mapping[str, Citations]


def _parts(
    found: Sequence[Compared],
    old: Text,
    new: Text,
    cited: tuple[_ByComponent, _ByComponent],
    words: Language,
) -> tuple[Part, ...]:
    olds = {component.name: component for component in old.components}
    parts: list[Part] = []
    for each in found:
        component = olds.get(each.old, Component(""))
        citations = (cited[0].get(each.old, {}), cited[1].get(each.new, {}))
        parts.append(_part(each, component, count(parts), citations, words))
    return tuple(parts)


def _part(
    each: Compared, old: Component, numbered: int, cited: tuple[Citations, Citations], words: Language
) -> Part:
    """Return one component compared, its changes numbered after the ``numbered`` ones before it."""
    order = [provision.eid for provision in old.walk()]
    rows = read_rows(each.pairs, order, numbered + 1)
    notes = read_rows(each.notes, [note.eid for note in old.notes], last_number(rows, numbered) + 1)
    every = [row for row in (*rows, *notes) if not row.departed]
    # apart: a note's number is no paragraph's, and « paragraphe 1 » never means note 1
    summaries = [summarise(pairs, words.summary, *cited) for pairs in (each.pairs, each.notes)]
    return Part(
        each.old,
        each.new,
        rows,
        notes,
        together(summaries),
        old_order=tuple(order),
        by_old={p.eid: row for row in every for p in row.pair.old},
        by_new={p.eid: row for row in every for p in row.pair.new},
    )


def _cited(expression: Expression) -> dict[str, dict[str, list[Citation]]]:
    found: dict[str, dict[str, list[Citation]]] = {}
    for (component, eid), resolved in expression.citations.items():
        found.setdefault(component, {})[eid] = [item.citation for item in resolved]
    return found


def _find_in(
    text: Text, find: Callable[[str], tuple[Citation, ...]]
) -> dict[str, dict[str, tuple[Citation, ...]]]:
    return {c.name: {unit.eid: find(unit.text) for unit in _units(c)} for c in text.components}


def _units(component: Component) -> Iterator[Provision | Note]:
    yield from component.walk()
    yield from component.notes


def _overrule(
    verdicts: Sequence[Verdict], old: Draft, new: Draft, component: str, work_text: str
) -> Overrule:
    """Return what a person decided on this pair of drafts, in whichever order it was written down."""
    forced: list[tuple[str, str]] = []
    forbidden: list[tuple[str, str]] = []
    for verdict in verdicts:
        if (verdict.component or work_text) != component:
            continue
        if (verdict.old, verdict.new) == (old.id, new.id):
            pair = (verdict.old_eid, verdict.new_eid)
        elif (verdict.old, verdict.new) == (new.id, old.id):
            pair = (verdict.new_eid, verdict.old_eid)
        else:
            continue
        (forced if verdict.forced else forbidden).append(pair)
    return Overrule(tuple(forced), tuple(forbidden))
