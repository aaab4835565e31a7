"""The findings of the whole corpus: every check on every text, languages and drafts side by side.

An outer room beside ``corpus``: it brings words, grammars and comparisons to the checks, which take and
return values, and holds their findings against what a person accepted in writing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scripts import acceptance, languages, register
from scripts.catalogue import Draft, Expression, Found
from scripts.checks import (
    brackets,
    characters,
    doubled,
    mixed,
    one_sided,
    outline,
    pairs,
    references,
    retyped,
    stale,
)
from scripts.checks import languages as side_by_side
from scripts.checks.advice import Wording, read_wording
from scripts.checks.spots import spots
from scripts.checks.words import CheckWords, read_check_words
from scripts.errors import CorpusError
from scripts.model import Citation, Finding, Severity
from scripts.register import Register
from scripts.site.compared import Comparison, Part
from scripts.site.site import Site

_ROOMS = ("checks", "comparison", "force", "structure")
_Located = Iterator[tuple[Expression, Finding]]


@dataclass(frozen=True, slots=True)
class Desk:
    """The corpus and all that is needed to check it."""

    root: Path
    site: Site
    words: Mapping[str, CheckWords]
    wording: Mapping[str, Wording]
    register: Register


def check(root: Path, site: Site) -> tuple[Found, ...]:
    """Return every finding of the corpus, by file and in the order of the text, the accepted ones marked.

    Raises CorpusError where the words of a language, or the manifest, are not of their form.
    """
    desk = _desk(root, site)
    located = [*_of_texts(desk), *_of_languages(desk), *_of_drafts(desk)]
    return acceptance.judged(root, site, desk.wording, located)


def stopped(root: Path, error: CorpusError) -> Found:
    """Return the finding for an error that stops every check: the corpus can't be read."""
    values = {"problem": error.problem, "action": error.action}
    finding = Finding("corpus-error", Severity.ERROR, "", error.words, error.line, values)
    wording = {lang: read_wording(languages.words(root, lang, "findings")) for lang in languages.known(root)}
    return Found(error.file, finding, {lang: words.advice(finding) for lang, words in wording.items()}, {})


def _desk(root: Path, site: Site) -> Desk:
    codes = site.manifest.languages
    words = {
        lang: read_check_words(lang, {room: languages.words(root, lang, room) for room in _ROOMS})
        for lang in codes
    }
    wording = {lang: read_wording(languages.words(root, lang, "findings")) for lang in codes}
    return Desk(root, site, words, wording, register.load(root))


# -- each text by itself ----------------------------------------------------------------------------


def _of_texts(desk: Desk) -> _Located:
    for expression in desk.site.expressions:
        yield from ((expression, finding) for finding in expression.text.findings)
        words, grammar = desk.words[expression.lang], desk.register.grammar(expression.lang)
        for component in expression.text.components:
            every = tuple(spots(component))
            found = [*characters.check(every, words), *mixed.check(every, words), *brackets.check(every)]
            found += (*outline.check(component, every, words), *doubled.check(every))
            for spot in every:
                resolved = expression.citations.get((component.name, spot.unit.eid), ())
                found += references.check(spot, resolved, grammar)
            yield from ((expression, finding) for finding in found if not _is_call(finding, expression))


def _is_call(finding: Finding, expression: Expression) -> bool:
    """Tell whether glued digits are the call of a note that is lost: that is a finding already."""
    calls = (known.words for known in expression.text.findings if known.code == "call-without-note")
    return finding.code == "digits-glued" and any(
        words.endswith(finding.words.rstrip(".,;:")) for words in calls
    )


# -- languages side by side -------------------------------------------------------------------------


def _of_languages(desk: Desk) -> _Located:
    for draft in desk.site.manifest.drafts:
        for first, second in _versions(desk, draft):
            mine = {component.name for component in second.expression.text.components}
            theirs = [component.name for component in first.expression.text.components]
            for name in theirs:
                if name not in mine:
                    yield second.expression, side_by_side.missing_component(name, second, first)
            for name in sorted(mine - set(theirs)):
                yield first.expression, side_by_side.missing_component(name, first, second)
            for name in (name for name in theirs if name in mine):
                pair = pairs.pair_of(name, first, second)
                for finding in (*side_by_side.check(pair), *_one_sided(desk, draft, pair, name)):
                    yield _owner(finding, first, second), finding


def _versions(desk: Desk, draft: Draft) -> Iterator[tuple[pairs.Side, pairs.Side]]:
    """Yield the original with each other language; without an original, the first held."""
    held = sorted(desk.site.of_draft(draft), key=lambda expression: not expression.held.original)
    sides = [pairs.Side(expression, desk.words[expression.lang]) for expression in held]
    for other in sides[1:]:
        yield sides[0], other


def _owner(finding: Finding, first: pairs.Side, second: pairs.Side) -> Expression:
    """Return the text that a finding stands in: the one it calls ``here``, else the second."""
    return first.expression if finding.values.get("here") == first.lang else second.expression


def _one_sided(desk: Desk, draft: Draft, pair: pairs.Pair, name: str) -> Iterator[Finding]:
    old = _last(desk, draft)
    parts = [_part(desk, old, draft, side.lang, name) for side in (pair.first, pair.second)] if old else []
    if len(parts) == 2 and parts[0] and parts[1]:
        both = [(*part.pairs, *part.note_pairs) for part in parts if part]
        yield from one_sided.check(pair, *both)


# -- against the last draft -------------------------------------------------------------------------


def _of_drafts(desk: Desk) -> _Located:
    for draft in desk.site.manifest.drafts:
        old = _last(desk, draft)
        gone: set[str] = set()
        for expression in desk.site.of_draft(draft) if old else ():
            comparison = desk.site.comparison(old, draft, expression.lang) if old else None
            if comparison is None:
                continue
            yield from (
                (expression, finding) for part in comparison.parts for finding in _against(comparison, part)
            )
            for finding in _lost(desk, comparison):
                if finding.values["eid"] not in gone:  # lost in one language or in all: one finding
                    yield expression, finding
                gone.add(finding.values["eid"])


def _against(comparison: Comparison, part: Part) -> Iterator[Finding]:
    if not (part.old and part.new):
        return
    every = {spot.unit.eid: spot for spot in spots(comparison.new.text.component(part.new))}
    cited = _cited(comparison.old, part.old), _cited(comparison.new, part.new)
    yield from stale.check(every.values(), part.pairs, *cited)
    yield from retyped.retyped(every, (*part.pairs, *part.note_pairs))


def _lost(desk: Desk, comparison: Comparison) -> Iterator[Finding]:
    """Yield what the work itself lost; the paper around it is another with every draft."""
    name = desk.site.work(comparison.new.draft).text
    part = next((part for part in comparison.parts if part.old == part.new == name), None)
    if part is None:
        return
    old = {spot.unit.eid: spot for spot in spots(comparison.old.text.component(name))}
    present = " ".join(spot.text for spot in spots(comparison.new.text.component(name)))
    for finding in retyped.lost(old, (*part.pairs, *part.note_pairs), present):
        place = f"{comparison.old.draft.id} {finding.place}"
        yield replace(finding, place=place, line=0)


def _last(desk: Desk, draft: Draft) -> Draft | None:
    """Return the last draft before ``draft`` whose text is held, exercises left out."""
    work = desk.site.work(draft)
    earlier = []
    for other in desk.site.manifest.drafts_of(work):
        if other.id == draft.id:
            break
        earlier.append(other)
    held = [other for other in earlier if other.held and not other.illustrative]
    return held[-1] if held else None


def _part(desk: Desk, old: Draft, new: Draft, lang: str, name: str) -> Part | None:
    comparison = desk.site.comparison(old, new, lang)
    parts = comparison.parts if comparison else ()
    return next((part for part in parts if part.old == part.new == name), None)


def _cited(expression: Expression, component: str) -> Mapping[str, Sequence[Citation]]:
    return {
        eid: [resolved.citation for resolved in found]
        for (name, eid), found in expression.citations.items()
        if name == component
    }
