"""The manifest ``source_texts/corpus.toml``: works, drafts and the files held, read and verified.

With ``register`` and ``languages`` the only reader of ``source_texts/``. Nothing is guessed: an
unknown key, a missing file or a hash that does not fit stops everything with one clear error.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from scripts import languages
from scripts.catalogue import Acceptance, Draft, Event, Manifest, Manifestation, Verdict, Work
from scripts.errors import CorpusError
from scripts.model import Translations

FOLDER = Path("source_texts")
FILE = FOLDER / "corpus.toml"
TRACKED = ("accepted", "original")
STATUSES = ("official", "unofficial-translation", "illustrative")
STAGES = ("preliminary-draft", "draft", "submitted-draft", "approved", "illustrative-revision")
VERDICTS = ("forced", "forbidden")
"""Of two provisions in an ``[[overrule]]``: they are one, or they are not, whatever the machine finds."""

_WHOLE = "the manifest"
_TEXT = ("id", "text", "work", "stage", "date", "symbol", "decision", "session", "lang", "file", "sha256")
_TRUTH = ("published", "original")
_ADDRESS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_RESERVED = ("compare", "latest", "index")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def load(root: Path) -> Manifest:
    """Read and verify the manifest of the project at ``root``.

    Raises CorpusError for anything unknown, missing, doubled or not of its form.
    """
    table = languages.read_toml(root, FILE)
    _keys(
        table,
        _WHOLE,
        required=("languages", "work", "draft"),
        optional=("event", "overrule", "accepted"),
    )
    codes = tuple(table["languages"])
    for code in codes:
        if code not in languages.known(root):
            raise _error(
                f"language {code!r} has no folder", code, f"add {languages.FOLDER.as_posix()}/{code}/"
            )
    works = tuple(_work(item, codes) for item in table["work"])
    described = [(_draft(item, codes, works), item.get("published", True)) for item in table["draft"]]
    drafts = tuple(draft for draft, published in described if published)
    _no_doubles("work", (work.id for work in works))
    _no_doubles("draft", (draft.id for draft, _ in described))
    events = tuple(_event(item, codes) for item in table.get("event", ()))
    verdicts = [_verdict(item, {draft.id for draft, _ in described}) for item in table.get("overrule", ())]
    shown = {draft.id for draft in drafts}
    files = {held.file for draft, _ in described for held in draft.manifestations}
    return Manifest(
        codes,
        works,
        drafts,
        events,
        tuple(v for v in verdicts if {v.old, v.new} <= shown),
        tuple(_acceptance(item, codes, files) for item in table.get("accepted", ())),
    )


def content(root: Path, held: Manifestation) -> bytes:
    """Return the bytes of a file held. Raises CorpusError where it is missing or its hash differs."""
    path = FOLDER / held.file
    try:
        data = (root / path).read_bytes()
    except OSError as error:
        raise CorpusError(
            "the manifest names this file, but it is not there",
            path.as_posix(),
            action=f"put it there, or take its entry out of {FILE.as_posix()}",
        ) from error
    found = hashlib.sha256(data).hexdigest()
    if found != held.sha256:
        raise CorpusError(
            f"the file is not the one that the manifest describes (sha256 {held.sha256 or 'missing'})",
            path.as_posix(),
            action=f'restore the file, or, if the change is meant, write sha256 = "{found}" in corpus.toml',
        )
    return data


def dated(text: str) -> str:
    """Return ``text``, a date (``2017``, ``2017-02``, ``2017-02-02``) or two joined by ``/``, first and last.

    Raises CorpusError where it is none.
    """
    for part in text.split("/", 1):
        found = _DATE.fullmatch(part)
        try:
            year, month, day = (found[1], found[2] or 1, found[3] or 1) if found else (0, 0, 0)
            date(int(year), int(month), int(day))
        except ValueError as error:
            raise _error("this is no date", text, "write 2017, 2017-02 or 2017-02-02") from error
    return text


def address(text: str, what: str) -> str:
    """Return ``text``, which can stand in the address of a page. Raises CorpusError where it can't."""
    if not _ADDRESS.fullmatch(text) or text in _RESERVED:
        raise _error(
            f"the id of a {what} is part of addresses",
            text,
            f"use lower-case letters, digits and single hyphens, and none of: {', '.join(_RESERVED)}",
        )
    return text


def _work(table: Mapping[str, Any], codes: tuple[str, ...]) -> Work:
    where = f"work {table.get('id', '?')!r}"
    _keys(table, where, required=("id", "names", "short", "text"))
    return Work(
        address(table["id"], "work"),
        _translations(table["names"], codes, where),
        _translations(table["short"], codes, where),
        table["text"],
    )


def _draft(table: Mapping[str, Any], codes: tuple[str, ...], works: Iterable[Work]) -> Draft:
    where = f"draft {table.get('id', '?')!r}"
    optional = ("published", "note", "url", "symbol", "decision", "session", "manifestation")
    _keys(table, where, required=("id", "work", "stage", "date", "names"), optional=optional)
    if table["work"] not in {work.id for work in works}:
        raise _error(f"{where} belongs to an unknown work", table["work"], "name a [[work]] of this file")
    _one_of(table["stage"], STAGES, f"stage of {where}")
    held = tuple(_manifestation(item, codes, where) for item in table.get("manifestation", ()))
    _no_doubles(f"language of {where}", (item.lang for item in held))
    return Draft(
        id=address(table["id"], "draft"),
        work=table["work"],
        stage=table["stage"],
        date=dated(table["date"]),
        names=_translations(table["names"], codes, where),
        note=_translations(table["note"], codes, where) if "note" in table else {},
        url=dict(table.get("url", {})),
        symbol=table.get("symbol", ""),
        decision=table.get("decision", ""),
        session=table.get("session", ""),
        manifestations=held,
    )


def _manifestation(table: Mapping[str, Any], codes: tuple[str, ...], where: str) -> Manifestation:
    required = ("lang", "file", "sha256", "status", "original")
    _keys(table, f"manifestation of {where}", required=required, optional=("tracked",))
    _one_of(table["lang"], codes, f"language of a manifestation of {where}")
    _one_of(table["status"], STATUSES, f"status of a manifestation of {where}")
    if ".." in Path(table["file"]).parts or Path(table["file"]).is_absolute():
        raise _error("a file must lie below source_texts/", table["file"], "move it there")
    if "tracked" in table:
        _one_of(table["tracked"], TRACKED, f"choice of tracked changes of {where}")
    return Manifestation(**table)


def _event(table: Mapping[str, Any], codes: tuple[str, ...]) -> Event:
    where = f"event {table.get('date', '?')!r}"
    _keys(table, where, required=("date", "names"), optional=("reference",))
    return Event(
        dated(table["date"]), _translations(table["names"], codes, where), table.get("reference", "")
    )


def _verdict(table: Mapping[str, Any], drafts: set[str]) -> Verdict:
    where = "an overrule of the comparison"
    required = ("old", "new", "old_eid", "new_eid", "verdict")
    _keys(table, where, required=required, optional=("component",))
    for side in ("old", "new"):
        _one_of(table[side], tuple(sorted(drafts)), f"draft in {where}")
    _one_of(table["verdict"], VERDICTS, f"verdict of {where}")
    eids = (table["old_eid"], table["new_eid"])
    forced = table["verdict"] == VERDICTS[0]
    return Verdict(table["old"], table["new"], *eids, forced, table.get("component", ""))


def _acceptance(table: Mapping[str, Any], codes: tuple[str, ...], files: set[str]) -> Acceptance:
    where = f"accepted {table.get('code', '?')!r}"
    _keys(table, where, required=("code", "place", "words", "reason"), optional=("file",))
    if table.get("file") and table["file"] not in files:
        raise _error(f"{where} names a file that no draft holds", table["file"], "name it as its draft does")
    reason = table["reason"]
    if isinstance(reason, str):  # one sentence for every language
        reason = dict.fromkeys(codes, reason)
    said = _translations(reason, codes, f"the reason of {where}")
    return Acceptance(table["code"], table["place"], table["words"], said, table.get("file", ""))


def _translations(table: Mapping[str, str], codes: tuple[str, ...], where: str) -> Translations:
    if not isinstance(table, dict):
        raise _error(
            f"{where}: one text for every language", str(table), "write one for each: names.CODE = …"
        )
    missing = [code for code in codes if not table.get(code)]
    if missing:
        raise _error(f"{where}: no words in {', '.join(missing)}", str(dict(table)), "add them")
    return dict(table)


def _keys(
    table: Mapping[str, Any], where: str, *, required: tuple[str, ...], optional: tuple[str, ...] = ()
) -> None:
    for key in table:
        if key not in required + optional:
            raise _error(f"unknown key in {where}", key, f"known keys: {', '.join(required + optional)}")
    for key in required:
        if key not in table:
            raise _error(f"{where} lacks a key", key, "add it")
    for key, value in table.items():
        _kind(key, value, where)


def _kind(key: str, value: object, where: str) -> None:
    """Raise CorpusError where a value is of another kind: ``date = 2016``, ``[draft]`` for ``[[draft]]``."""
    row = f"{key} = {value}"
    if where == _WHOLE:
        if not isinstance(value, list) or (
            key != "languages" and not all(isinstance(x, dict) for x in value)
        ):
            raise _error(f"{key!r} is not a list", row[:80], f"write [[{key}]], or languages = [...]")
    elif key in _TEXT and not isinstance(value, str):
        raise _error(f"a value in {where} is no text", row, "put it in quotation marks")
    elif key in _TRUTH and not isinstance(value, bool):
        raise _error(f"a value in {where} is neither true nor false", row, "write true or false, unquoted")
    elif key == "manifestation" and not isinstance(value, list):
        raise _error(
            f"a file of {where} stands in single brackets", f"[draft.{key}]", f"write [[draft.{key}]]"
        )


def _one_of(value: str, known: tuple[str, ...], what: str) -> None:
    if value not in known:
        raise _error(f"unknown {what}", str(value), f"use one of: {', '.join(known)}")


def _no_doubles(what: str, values: Iterable[str]) -> None:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            raise _error(f"the same {what} stands twice", value, "keep one")
        seen.add(value)


def _error(problem: str, words: str, action: str) -> CorpusError:
    return CorpusError(problem, FILE.as_posix(), words=words, action=action)
