"""From texts to their force: the operative verbs of each draft, whom they address, language by language.

An outer room beside ``corpus``: it brings the words of each language to ``checks.duties``, so that the
table and the findings say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from scripts import languages
from scripts.catalogue import Draft, Expression, Manifest
from scripts.checks.duties import duties_of, same_force
from scripts.checks.pairs import Side, pair_of
from scripts.checks.spots import spots
from scripts.checks.words import CheckWords, read_check_words
from scripts.comparison.addressee import AddresseeWords, addressee, order, read_addressees
from scripts.comparison.force import Force
from scripts.model import Component, Note, Provision
from scripts.site.force_table_rows import ForceRow, ForceTable, Said
from scripts.site.site import sentence_span

_ROOMS = ("checks", "comparison", "force", "structure")


@dataclass(frozen=True, slots=True)
class _Scales:
    """What weighs a text of one language."""

    words: CheckWords
    addressees: AddresseeWords
    order: tuple[str, ...]


def of_drafts(root: Path, described: Manifest, expressions: Sequence[Expression]) -> tuple[ForceTable, ...]:
    """Return the force of every draft's own text. Raises CorpusError where a language lacks its words."""
    scales = {lang: _scales(root, lang) for lang in described.languages}
    tables = []
    for draft in described.drafts:
        name = next(work.text for work in described.works if work.id == draft.work)
        held = [e for e in expressions if e.draft == draft and _component(e, name)]
        if held:
            tables.append(_table(draft, name, sorted(held, key=lambda e: not e.held.original), scales))
    return tuple(tables)


def _scales(root: Path, lang: str) -> _Scales:
    words = read_check_words(lang, {room: languages.words(root, lang, room) for room in _ROOMS})
    named = languages.words(root, lang, "addressees")
    return _Scales(words, read_addressees(named), order(named["addressee"]))


def _component(expression: Expression, name: str) -> Component | None:
    return next((each for each in expression.text.components if each.name == name), None)


_Unit = Provision | Note


def _table(draft: Draft, name: str, held: Sequence[Expression], scales: Mapping[str, _Scales]) -> ForceTable:
    """Return the table of one draft; ``held`` begins with the original."""
    first, *others = held
    answers: dict[str, dict[str, _Unit]] = {}  # by language, by the original's eId
    alone: list[tuple[str, _Unit]] = []
    for other in others:
        twins = pair_of(name, _side(first, scales), _side(other, scales)).twins
        answers[other.lang] = {twin.first.unit.eid: twin.second.unit for twin in twins.both}
        alone += [(other.lang, spot.unit) for spot in twins.only_second]
    rows: list[ForceRow] = []
    for spot in spots(first.text.component(name)):
        units = {first.lang: spot.unit, **{lang: found.get(spot.unit.eid) for lang, found in answers.items()}}
        rows += _rows(first.lang, units, scales)
    for lang, unit in alone:
        rows += _rows(lang, {lang: unit, **{e.lang: None for e in held if e.lang != lang}}, scales)
    names = scales[first.lang].order
    return ForceTable(draft, name, tuple(expression.lang for expression in held), names, tuple(rows))


def _side(expression: Expression, scales: Mapping[str, _Scales]) -> Side:
    return Side(expression, scales[expression.lang].words)


def _rows(
    original: str, units: Mapping[str, _Unit | None], scales: Mapping[str, _Scales]
) -> Iterator[ForceRow]:
    """Yield a row for each verb of the original's provision, with what answers to it in other languages."""
    verbs = {lang: duties_of(unit.text, scales[lang].words) if unit else () for lang, unit in units.items()}
    rows: list[dict[str, list[Force]]] = [{original: [verb]} for verb in verbs[original]]
    for lang, found in verbs.items():
        if lang != original:
            _answer(rows, original, lang, found)
    for rank, row in enumerate(rows, 1):
        lead, verb = next((lang, row[lang][0]) for lang in verbs if row.get(lang))
        unit = units[lead]
        said = {lang: Said(held, tuple(row.get(lang, ()))) for lang, held in units.items()}
        yield ForceRow(
            unit.eid if unit else "",
            rank,
            verb.level,
            verb.negated and verb.level == 5,
            _whom(unit, verb, scales[lead].addressees),
            said,
            _differs(
                [verbs[lang] for lang, held in units.items() if held], [said[lang].verbs for lang in said]
            ),
        )


def _answer(rows: list[dict[str, list[Force]]], original: str, lang: str, found: Sequence[Force]) -> None:
    """Put the verbs of ``lang`` beside those of the original; one more of the same force joins the last."""
    have = [
        (row[original][0].level, row[original][0].negated) if original in row else (0, False) for row in rows
    ]
    want = [(verb.level, verb.negated) for verb in found]
    matcher = SequenceMatcher(None, have, want, autojunk=False)
    for _, start, end, first, last in matcher.get_opcodes():
        for row, verb in zip(rows[start:end], found[first:last], strict=False):
            row[lang] = [verb]
        for verb in found[first + end - start : last]:
            joined = [row for row in rows[:end] if lang in row and row[lang][-1].level == verb.level]
            if joined:
                joined[-1][lang].append(verb)
            else:
                rows.append({lang: [verb]})


def _differs(every: Sequence[Sequence[Force]], here: Sequence[Sequence[Force]]) -> bool:
    """Tell whether a row is one for which the languages of the provision do not bind alike."""
    if len(every) < 2 or all(same_force(every[0], other) for other in every[1:]):
        return False
    return len({frozenset((verb.level, verb.negated) for verb in verbs) for verbs in here}) > 1


def _whom(unit: _Unit | None, verb: Force, words: AddresseeWords) -> str:
    if unit is None:
        return ""
    start, end = sentence_span(unit.text, verb.start, verb.end)
    return addressee(unit.text[start:end], verb.start - start, verb.end - start, words)
