"""Errata: the departures of a text that a person recorded beside it, in ``<document>/errata.toml``.

With ``manifest``, ``register``, ``languages`` and ``editorial`` a reader of ``source_texts/``. A fault of
the file (``extraction``) is applied; a slip of the text itself (``sic``) is shown and never applied.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from scripts import languages
from scripts.catalogue import EXTRACTION, SIC, Erratum
from scripts.errors import CorpusError
from scripts.model import Component, Finding, Note, NoteCall, Provision, Severity, Text

FILE = "errata.toml"
_KEYS = ("lang", "kind", "component", "provision", "words", "reads", "reason")


def load(root: Path, folder: Path, codes: tuple[str, ...]) -> tuple[Erratum, ...]:
    """Return the errata in ``folder`` of the project at ``root``; none where there is no such file.

    Raises CorpusError, with the words, for an unknown or missing key, or a reason not in every language.
    """
    file = folder / FILE
    if not (root / file).exists():
        return ()
    table = languages.read_toml(root, file)
    unknown = set(table) - {"erratum"}
    if unknown:
        raise CorpusError(
            f"unknown table {min(unknown)!r}", file.as_posix(), action="write [[erratum]] entries"
        )
    return tuple(_erratum(item, codes, file) for item in table.get("erratum", ()))


def _erratum(table: Mapping[str, Any], codes: tuple[str, ...], file: Path) -> Erratum:
    words = str(table.get("words", ""))
    for key in table:
        if key not in _KEYS:
            raise _error(f"unknown key {key!r}", file, words, f"known keys: {', '.join(_KEYS)}")
    for key in _KEYS:
        if not table.get(key) and not (key == "reads" and "reads" in table):
            raise _error(f"an erratum lacks {key!r}", file, words, "add it")
    if table["kind"] not in (EXTRACTION, SIC):
        raise _error(f"unknown kind {table['kind']!r}", file, words, f"use {EXTRACTION} or {SIC}")
    if table["words"] == table["reads"]:
        raise _error("an erratum changes nothing", file, words, "say what it should read")
    reason = table["reason"]
    if isinstance(reason, str):
        reason = dict.fromkeys(codes, reason)
    missing = [code for code in codes if not reason.get(code)]
    if missing:
        raise _error(f"no reason in {', '.join(missing)}", file, words, "add it")
    lang, kind, component, provision, wrong, reads = (str(table[key]) for key in _KEYS[:-1])
    return Erratum(lang, kind, component, provision, wrong, reads, dict(reason))


def of_text(text: Text, known: Iterable[Erratum]) -> tuple[Text, tuple[Erratum, ...]]:
    """Return ``text`` with the faults of its file put right, and the errata of its language that fit it.

    An erratum whose words do not stand exactly once in its provision is left out, and is a finding of the
    text: nothing is guessed.
    """
    units = {(c.name, unit.eid): unit for c in text.components for unit in _units(c)}
    changed: dict[tuple[str, str], Provision | Note] = {}
    fitting: list[Erratum] = []
    doubts: list[Finding] = []
    for erratum in (erratum for erratum in known if erratum.lang == text.lang):
        key = (erratum.component, erratum.provision)
        unit = changed.get(key) or units.get(key)
        times = unit.text.count(erratum.words) if unit else 0
        if unit is None or times != 1:
            doubts.append(_unmatched(erratum, unit, times))
            continue
        fitting.append(erratum)
        if erratum.kind == EXTRACTION:
            changed[key] = _applied(unit, unit.text.index(erratum.words), erratum)
    if changed:
        text = replace(text, components=tuple(_component(each, changed) for each in text.components))
    if doubts:
        text = replace(text, findings=(*text.findings, *doubts))
    return text, tuple(fitting)


def _unmatched(erratum: Erratum, unit: Provision | Note | None, times: int) -> Finding:
    line = unit.lines[0] if unit and unit.lines else 0
    values = {"times": str(times), "reads": erratum.reads}
    place = f"{erratum.component} {erratum.provision}"
    return Finding("erratum-unmatched", Severity.WARNING, place, erratum.words, line, values)


def _units(component: Component) -> Iterator[Provision | Note]:
    yield from component.walk()
    yield from component.notes


def _applied(unit: Provision | Note, at: int, erratum: Erratum) -> Provision | Note:
    end = at + len(erratum.words)
    text = unit.text[:at] + erratum.reads + unit.text[end:]
    if isinstance(unit, Note):
        return replace(unit, text=text)
    longer = len(erratum.reads) - len(erratum.words)
    last = at + len(erratum.reads)
    calls = tuple(
        call
        if call.offset <= at
        else NoteCall(call.num, call.offset + longer if call.offset >= end else min(call.offset, last))
        for call in unit.calls
    )
    return replace(unit, text=text, calls=calls)


def _component(component: Component, changed: Mapping[tuple[str, str], Provision | Note]) -> Component:
    def put(provision: Provision) -> Provision:
        found = changed.get((component.name, provision.eid), provision)
        own = found if isinstance(found, Provision) else provision
        return replace(own, children=tuple(put(child) for child in provision.children))

    def note(old: Note) -> Note:
        found = changed.get((component.name, old.eid), old)
        return found if isinstance(found, Note) else old

    return replace(
        component,
        front=tuple(put(provision) for provision in component.front),
        provisions=tuple(put(provision) for provision in component.provisions),
        notes=tuple(note(old) for old in component.notes),
    )


def _error(problem: str, file: Path, words: str, action: str) -> CorpusError:
    return CorpusError(problem, file.as_posix(), words=words, action=action)
