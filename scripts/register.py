"""The register: every instrument known, the series of symbols, the names and words the texts cite with.

With ``corpus`` and ``languages`` the only reader of ``source_texts/``. It checks itself as it is read:
every pattern must be shown by an example, every example by a pattern, every id be in its one spelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts import languages
from scripts.citations.find import find
from scripts.citations.grammar import Assembly, Documents, Grammar, Named, Series, Session, grammar
from scripts.citations.phrases import compose, either, pattern
from scripts.citations.spell import spell
from scripts.errors import CorpusError
from scripts.model import Instrument, Reference

FOLDER = Path("source_texts") / "register"
ROOM = "citations"

_KEYS = {
    "instrument": {
        *("id", "kind", "names", "subject", "summary", "date", "session", "url"),
        *("related", "facts", "inferred"),
    },
    "session": {
        "organ",
        "scheme",
        "years",
        "record",
        "working_papers",
        "lower",
        "dotted",
        "names",
        "examples",
    },
    "assembly": {"organ", "scheme", "head", "adopted", "names", "examples"},
    "document": {"prefix", "organs", "since", "until", "examples"},
    "named": {"id", "own", "alone", "articles", "written", "examples"},
}
_SPELT = ("decision", "resolution", "gc-resolution", "ex-decision", "doc")
"""Schemes whose ids are symbols: written in words and read back, they must come out the same."""


@dataclass(frozen=True, slots=True)
class Register:
    """What ``source_texts/register/`` holds: instruments by id, the series, a grammar per language."""

    instruments: Mapping[str, Instrument]
    series: Series
    grammars: Mapping[str, Grammar]

    def grammar(self, lang: str) -> Grammar:
        """Return the grammar of ``lang``. Raises CorpusError where the language cites with no words."""
        if lang not in self.grammars:
            raise CorpusError(
                f"no words to cite with in language {lang!r}",
                (languages.FOLDER / lang / f"{ROOM}.toml").as_posix(),
                action="write that file, after the model of another language",
            )
        return self.grammars[lang]


def load(root: Path) -> Register:
    """Read and check the register of the project at ``root``.

    Raises CorpusError, with file and words, for an unknown key, a double, an id that is not in its one
    spelling, a pattern without example or an example without pattern.
    """
    tables = list(_tables(root))
    series = _series(tables)
    grammars: dict[str, Grammar] = {}
    for lang in languages.known(root):
        file = languages.FOLDER / lang / f"{ROOM}.toml"
        if not (root / file).exists():
            continue
        words = languages.words(root, lang, ROOM)
        named = [_named(table, lang) for kind, table, _ in tables if kind == "named"]
        try:
            grammars[lang] = grammar(lang, words, series, named)
        except KeyError as error:
            raise CorpusError(f"the list {error} is missing", file.as_posix(), action="add it") from error
        _check_words(grammars[lang], words.get("examples", []), file.as_posix())
        _check_names(tables, lang)
        _check_series(tables, grammars[lang])
    instruments = _instruments(tables, grammars.values())
    return Register(instruments, series, grammars)


# -- reading --------------------------------------------------------------------------------------


_Table = tuple[str, Mapping[str, Any], str]


def _tables(root: Path) -> Iterable[_Table]:
    """Yield each table of each file of the register: its kind, the table, the file."""
    for path in sorted((root / FOLDER).glob("*.toml")):
        file = FOLDER / path.name
        for kind, rows in languages.read_toml(root, file).items():
            if kind == "suffixes":
                yield kind, rows, file.as_posix()
                continue
            if kind not in _KEYS:
                raise CorpusError(
                    f"unknown table [[{kind}]]", file.as_posix(), action=f"use one of: {', '.join(_KEYS)}"
                )
            for row in rows:
                unknown = set(row) - _KEYS[kind]
                if unknown:
                    raise CorpusError(
                        f"unknown key {min(unknown)!r} in [[{kind}]]",
                        file.as_posix(),
                        words=str(row.get("id") or row.get("organ") or row.get("prefix") or ""),
                        action=f"use one of: {', '.join(sorted(_KEYS[kind]))}",
                    )
                yield kind, row, file.as_posix()


def _series(tables: Iterable[_Table]) -> Series:
    rows: dict[str, list[Mapping[str, Any]]] = {kind: [] for kind in (*_KEYS, "suffixes")}
    for kind, table, _ in tables:
        rows[kind].append(table)
    return Series(
        sessions=tuple(
            Session(
                row["organ"],
                row["scheme"],
                tuple(row.get("years", ())),
                row.get("record", 0),
                row.get("working_papers", False),
                row.get("lower", False),
                row.get("dotted", False),
            )
            for row in rows["session"]
        ),
        assemblies=tuple(
            Assembly(row["organ"], row["scheme"], row["head"], row.get("adopted", {}))
            for row in rows["assembly"]
        ),
        documents=tuple(
            Documents(row["prefix"], tuple(row["organs"]), row.get("since", 0), row.get("until", 0))
            for row in rows["document"]
        ),
        suffixes={key: word for table in rows["suffixes"] for key, word in table.items()},
    )


def _named(table: Mapping[str, Any], lang: str) -> Named:
    written = tuple(table.get("written", {}).get(lang, ()))
    return Named(
        table["id"], written, table.get("own", False), table.get("alone", False), table.get("articles", True)
    )


def _instruments(tables: Iterable[_Table], grammars: Iterable[Grammar]) -> Mapping[str, Instrument]:
    found: dict[str, Instrument] = {}
    for kind, table, file in tables:
        if kind != "instrument":
            continue
        instrument = _instrument(table, file)
        if instrument.id in found:
            raise CorpusError(
                "the id stands twice in the register", file, words=instrument.id, action="keep one"
            )
        _check_id(instrument.id, grammars, file)
        found[instrument.id] = instrument
    return found


def _instrument(table: Mapping[str, Any], file: str) -> Instrument:
    for key in ("id", "kind"):
        if key not in table:
            raise CorpusError(
                f"an instrument without {key!r}", file, words=str(table.get("id", "")), action="add it"
            )
    return Instrument(
        id=table["id"],
        kind=table["kind"],
        names=table.get("names", {}),
        subject=table.get("subject", {}),
        summary=table.get("summary", {}),
        date=str(table.get("date", "")),
        session=table.get("session", ""),
        url=table.get("url", {}),
        related=tuple(table.get("related", ())),
        facts=tuple(table.get("facts", ())),
        inferred=table.get("inferred", False),
    )


# -- the register checks itself -------------------------------------------------------------------


def _check_id(name: str, grammars: Iterable[Grammar], file: str) -> None:
    """An id is in its one spelling: written in words and read back, it is the same."""
    try:
        reference = Reference.read(name)
    except ValueError as error:
        raise CorpusError(
            "not a canonical id", file, words=name, action="write it as scheme:symbol"
        ) from error
    if reference.scheme not in _SPELT:
        return
    for one in grammars:
        back = [citation.reference for citation in find(spell(reference, one), one)]
        if back != [reference]:
            hint = f"; it reads as {back[0]}" if back else ""
            raise CorpusError(
                f"the id is not in its one spelling{hint}", file, words=name, action="correct the id"
            )


def _check_names(tables: Iterable[_Table], lang: str) -> None:
    for kind, table, file in tables:
        if kind != "named":
            continue
        examples = [compose(text) for text in table.get("examples", {}).get(lang, ())]
        phrases = table.get("written", {}).get(lang, ())
        for phrase in phrases:
            if not any(re.search(pattern(phrase), text) for text in examples):
                raise CorpusError(
                    f"no example shows this name ({lang})", file, words=phrase, action="add an example"
                )
        for text in examples:
            if not any(re.search(pattern(phrase), text) for phrase in phrases):
                raise CorpusError(
                    f"no name fits this example ({lang})", file, words=text, action="add the name"
                )


def _check_series(tables: Iterable[_Table], one: Grammar) -> None:
    for kind, table, file in tables:
        if kind not in ("session", "assembly", "document"):
            continue
        mark = table.get("organ") or table["prefix"]
        pairs = table.get("examples", {}).get(one.lang, ())
        for text, target in pairs:
            _check_example(one, text, [target], file)
        if pairs and not any(mark in target for _, target in pairs):
            raise CorpusError(f"no example shows the series {mark} ({one.lang})", file, action="add one")


def _check_words(one: Grammar, examples: Iterable[list[str]], file: str) -> None:
    """Each word that opens, joins or ends a citation stands in an example; each example is read right."""
    texts = []
    for text, *targets in examples:
        _check_example(one, text, targets, file)
        texts.append(compose(text))
    kinds = ("article", "paragraph", "decision", "resolution", "annex", "ordinal")
    lists = [
        *(one.words["head"][kind] for kind in kinds),
        one.words["level"]["below"],
        one.words["list"]["and"],
    ]
    for word in (word for words in (*lists, one.words["list"]["to"]) for word in words):
        shown = re.compile(rf"(?<!\w){either([word])}")
        if not any(shown.search(text) for text in texts):
            raise CorpusError("no example shows this word", file, words=word, action="add an example with it")


def _check_example(one: Grammar, text: str, targets: list[str], file: str) -> None:
    found = [str(citation.reference) for citation in find(text, one)]
    if found != targets:
        want, have = (", ".join(targets) or "nothing"), (", ".join(found) or "nothing")
        raise CorpusError(
            f"the example does not give {want} but {have}",
            file,
            words=text,
            action="correct the example, or the words that should read it",
        )
