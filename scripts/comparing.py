"""From texts to comparisons: the work compared between its drafts, or any two files with each other.

An outer room beside ``corpus``: it brings the words of a language, the citations found and what a
person decided to the comparison, which takes and returns values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import permutations, product
from pathlib import Path

from scripts import languages, manifest
from scripts.catalogue import Draft, Expression, Manifest, Verdict
from scripts.comparison.changes import Key, numbering, read_rows
from scripts.comparison.components import Compared, compare_components, compare_texts
from scripts.comparison.lexicon import Lexicon, read_lexicon
from scripts.comparison.overrule import Overrule
from scripts.comparison.references import Citations
from scripts.comparison.sentences import Wording, read_wording
from scripts.comparison.summary import SummaryWords, read_summary_words, summarise, together
from scripts.errors import CorpusError
from scripts.model import Citation, Component, Note, Provision, Text
from scripts.site.compared import Comparison, Part


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

    A change has the same number in every language. Raises CorpusError where a verdict of the
    manifest names a provision that is not there.
    """
    words = {lang: Language(root, lang) for lang in described.languages}
    found: list[Comparison] = []
    for old, new in permutations(described.drafts, 2):
        both = [
            (first, second)
            for lang in described.languages
            for first, second in product(expressions, expressions)
            if (first.draft, second.draft) == (old, new) and first.lang == second.lang == lang
        ]
        found += _compare(described, both, words) if old.work == new.work else ()
    return tuple(found)


_Both = tuple[Expression, Expression]


def _compare(
    described: Manifest, languages: Sequence[_Both], words: Mapping[str, Language]
) -> Iterator[Comparison]:
    """Yield two drafts compared in each language: the work's own component, and others that both have."""
    compared = [_components(described, *both, words[both[0].lang]) for both in languages]
    parts: list[list[Part]] = [[] for _ in languages]
    first = 1
    for name in dict.fromkeys(name for found in compared for name in found):
        here = [found.get(name) for found in compared]
        numbers = _numbers([each for each in here if each], first)
        first += sum(len(each) for each in numbers)
        for rank, (both, each) in enumerate(zip(languages, here, strict=True)):
            if each is not None:
                cited = tuple(_cited(expression, name) for expression in both)
                old = both[0].text.component(name)
                parts[rank].append(_part(each, old, numbers, cited, words[both[0].lang]))
    for (old_text, new_text), made in zip(languages, parts, strict=True):
        yield Comparison(old_text, new_text, tuple(made), words[new_text.lang].wording)


def _components(
    described: Manifest, old: Expression, new: Expression, words: Language
) -> dict[str, Compared]:
    """Return the components that both documents have, compared, the work's own first."""
    own = next(work.text for work in described.works if work.id == new.draft.work)
    names = [component.name for component in new.text.components]
    shared = {component.name for component in old.text.components} & set(names)
    found = {}
    for name in sorted(shared, key=lambda name: (name != own, names.index(name))):
        overrule = _overrule(described.verdicts, old.draft, new.draft, name, own)
        both = (old.text.component(name), new.text.component(name))
        try:
            found[name] = compare_components(*both, words.lexicon, overrule)
        except CorpusError as error:
            error.file = error.file or manifest.FILE.as_posix()
            raise
    return found


def of_texts(
    old: Text, new: Text, words: Language, find: Callable[[str], tuple[Citation, ...]]
) -> tuple[Part, ...]:
    """Return two texts outside the corpus compared, component by component; ``find`` finds citations."""
    olds = {component.name: component for component in old.components}
    news = {component.name: component for component in new.components}
    parts: list[Part] = []
    for each in compare_texts(old, new, words.lexicon):
        first, second = olds.get(each.old, Component("")), news.get(each.new, Component(""))
        numbers = _numbers([each], 1 + max((row.number for p in parts for row in p.every), default=0))
        cited = tuple({u.eid: find(u.text) for u in _units(component)} for component in (first, second))
        parts.append(_part(each, first, numbers, cited, words))
    return tuple(parts)


_Numbers = tuple[dict[Key, int], dict[Key, int]]


def _numbers(languages: Sequence[Compared], first: int) -> _Numbers:
    """Return the numbers of the changes of a component, then those of its notes, which follow on."""
    provisions = numbering([each.pairs for each in languages], first)
    return provisions, numbering([each.notes for each in languages], first + len(provisions))


def _part(
    each: Compared, old: Component, numbers: _Numbers, cited: Sequence[Citations], words: Language
) -> Part:
    order = [provision.eid for provision in old.walk()]
    rows = read_rows(each.pairs, order, numbers[0])
    notes = read_rows(each.notes, [note.eid for note in old.notes], numbers[1])
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


def _cited(expression: Expression, component: str) -> dict[str, list[Citation]]:
    return {
        eid: [item.citation for item in resolved]
        for (name, eid), resolved in expression.citations.items()
        if name == component
    }


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
