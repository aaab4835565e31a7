"""What a person accepted in writing, held against the findings; each finding with its advice and its line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from scripts import manifest
from scripts.catalogue import SIC, Acceptance, Erratum, Expression, Found
from scripts.checks.advice import Wording
from scripts.model import Finding, Note, Provision, Severity, Translations
from scripts.site.site import Site

_PLAIN_TEXT = ".txt"
_Numbers = Mapping[tuple[str, str], tuple[int, ...]]


def judged(
    root: Path,
    site: Site,
    wording: Mapping[str, Wording],
    located: Iterable[tuple[Expression, Finding]],
) -> tuple[Found, ...]:
    """Return the findings, by file in the order of the manifest and by line, the accepted ones marked.

    An acceptance that fits no finding any more is a finding itself.
    """
    by_file: dict[str, tuple[Expression, list[Finding]]] = {
        expression.held.file: (expression, []) for expression in site.expressions
    }
    for expression, finding in located:
        by_file[expression.held.file][1].append(finding)
    found: list[Found] = []
    used: set[int] = set()
    for file, (expression, findings) in by_file.items():
        lines = _lines(root, expression) if findings else []
        held = _numbers(expression) if lines else {}
        placed = [_placed(finding, held, lines) for finding in findings]
        for finding in sorted(placed, key=lambda one: (one.line == 0, one.line)):
            fits = [k for k, one in enumerate(site.manifest.accepted) if _fits(one, finding, file)]
            used.update(fits)
            slip = _known_slip(finding, expression.errata)
            reason = site.manifest.accepted[fits[0]].reason if fits else slip
            entries = _acceptance(finding, file, wording), _erratum(finding, expression.lang, wording)
            advice = {lang: words.advice(finding) for lang, words in wording.items()}
            found.append(Found((manifest.FOLDER / file).as_posix(), finding, advice, reason, *entries))
    return (*found, *_unmatched(site, wording, used))


# -- acceptances ------------------------------------------------------------------------------------


def _fits(accepted: Acceptance, finding: Finding, file: str) -> bool:
    same = (accepted.code, accepted.place, accepted.words) == (finding.code, finding.place, finding.words)
    return same and accepted.file in ("", file)


def _known_slip(finding: Finding, errata: Sequence[Erratum]) -> Translations:
    """Return the reason of the erratum that already records the slip that a finding points at, or nothing."""
    for erratum in errata:
        if erratum.kind != SIC or erratum.component != finding.values.get("component"):
            continue
        same_place = erratum.provision == finding.values.get("eid")
        if same_place and (erratum.words in finding.words or finding.words in erratum.words):
            return erratum.reason
    return {}


def _unmatched(site: Site, wording: Mapping[str, Wording], used: set[int]) -> Iterator[Found]:
    """Yield the acceptances that fit nothing; those of a file that is off the site wait for its return."""
    shown = {"", *(expression.held.file for expression in site.expressions)}
    for rank, accepted in enumerate(site.manifest.accepted):
        if rank not in used and accepted.file in shown:
            values = {"accepted": accepted.code}
            finding = Finding(
                "acceptance-unmatched", Severity.WARNING, accepted.place, accepted.words, 0, values
            )
            advice = {lang: words.advice(finding) for lang, words in wording.items()}
            yield Found(manifest.FILE.as_posix(), finding, advice, {})


# -- the line, and the erratum ----------------------------------------------------------------------


def _lines(root: Path, expression: Expression) -> list[str]:
    """Return the lines of a plain text file; other formats have blocks, whose rank a finding already has."""
    if not expression.held.file.lower().endswith(_PLAIN_TEXT):
        return []
    text = manifest.content(root, expression.held).decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _placed(finding: Finding, held: _Numbers, lines: Sequence[str]) -> Finding:
    """Return ``finding`` at the line where its words begin: a provision may be twenty lines long."""
    numbers = held.get((finding.values.get("component", ""), finding.values.get("eid", "")), ())
    if not lines or not finding.line:
        return finding
    rows = [(number, "".join(lines[number - 1].split())) for number in numbers if number <= len(lines)]
    at = "".join(text for _, text in rows).find("".join(finding.words.split()))
    for number, text in rows if at >= 0 else ():
        if at < len(text):
            return replace(finding, line=number)
        at -= len(text)
    return finding


def _numbers(expression: Expression) -> _Numbers:
    """Return the numbers of the source lines of every provision and note, by component and eId."""
    found = {}
    for component in expression.text.components:
        units: tuple[Provision | Note, ...] = (*component.walk(), *component.notes)
        found.update({(component.name, unit.eid): unit.lines for unit in units})
    return found


# -- what a person may paste ------------------------------------------------------------------------


def _acceptance(finding: Finding, file: str, codes: Iterable[str]) -> str:
    """Return the entry of ``corpus.toml`` that lets a finding stand, but for its reason."""
    rows = {"code": finding.code, "place": finding.place, "words": finding.words, "file": file}
    return _entry("accepted", rows, codes)


def _erratum(finding: Finding, lang: str, codes: Iterable[str]) -> str:
    """Return the entry that records a fault of characters in ``errata.toml``, but for its reason."""
    values = finding.values
    if "kind" not in values or "reads" not in values:
        return ""
    rows = {
        "lang": lang,
        "kind": values["kind"],
        "component": values["component"],
        "provision": values["eid"],
        "words": finding.words,
        "reads": values["reads"],
    }
    return _entry("erratum", rows, codes)


def _entry(table: str, rows: Mapping[str, str], codes: Iterable[str]) -> str:
    every = {**rows, **{f"reason.{code}": "…" for code in codes}}
    return "\n".join((f"[[{table}]]", *(f"{key} = {_quoted(value)}" for key, value in every.items())))


def _quoted(text: str) -> str:
    """Return ``text`` as TOML has it in quotes; what can't be seen is written by its number."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in quoted)
