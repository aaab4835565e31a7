"""From what was said, what the files say and what is asked: the draft and the files of it to be held."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from scripts import languages, manifest, register
from scripts.adding import guess
from scripts.adding.asked import Ask, Question
from scripts.adding.incoming import Incoming, shown
from scripts.catalogue import Draft, Manifest, Manifestation
from scripts.errors import CorpusError
from scripts.site.labels import read as read_labels

_FOLDER = re.compile(r"[a-z0-9][a-z0-9_-]*")
_SYMBOL = re.compile(r"[A-Z0-9][^\s/]*(?: ?/ ?[^\s/]+)+")
_TAKEN = ("languages", "register", "annotations")


@dataclass(frozen=True, slots=True)
class Said:
    """What the editor said by options: ``langs`` and ``statuses`` in the order of the files."""

    langs: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    document: str = ""
    draft: str = ""
    work: str = ""
    date: str = ""
    stage: str = ""
    symbol: str = ""
    session: str = ""
    drafted_in: str = ""
    tracked: str = ""
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settled:
    """The draft that gets the files (``new``: it has no entry yet), and each file's entry."""

    draft: Draft
    new: bool
    files: tuple[tuple[Incoming, Manifestation], ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """What every step needs: the project, its manifest, the files handed in, what was said, whom to ask."""

    root: Path
    manifest: Manifest
    incoming: tuple[Incoming, ...]
    said: Said
    ask: Ask


def settle(desk: Desk) -> Settled:
    """Return what is to be held. Raises CorpusError for what contradicts the manifest or can't be."""
    _one_each(desk)
    langs = _langs(desk)
    symbol = _symbol(desk)
    draft = _known(desk, symbol)
    new = draft is None
    if draft is None:
        draft = _new(desk, symbol)
    else:
        _agrees(desk.said, draft, symbol)
    folder = _folder(desk, draft, symbol)
    original = _original(desk, draft, langs)
    held = []
    for rank, (incoming, lang) in enumerate(zip(desk.incoming, langs, strict=True)):
        _free(draft, lang)
        status = _status(desk, rank, lang)
        file = f"{folder}/{lang}{incoming.extension}"
        entry = Manifestation(lang, file, incoming.sha256, status, lang == original, desk.said.tracked)
        held.append((incoming, entry))
    return Settled(draft, new, tuple(held))


# -- the files --------------------------------------------------------------------------------------


def _one_each(desk: Desk) -> None:
    every = [held for draft in desk.manifest.drafts for held in draft.manifestations]
    seen: dict[str, str] = {held.sha256: f"source_texts/{held.file}" for held in every}
    for incoming in desk.incoming:
        if incoming.sha256 in seen:
            raise CorpusError(
                "this very file is held already",
                incoming.name,
                words=seen[incoming.sha256],
                action="look for the file that was meant",
            )
        seen[incoming.sha256] = incoming.name
    for given, what in ((desk.said.langs, "--lang"), (desk.said.statuses, "--status")):
        if len(given) > len(desk.incoming):
            raise CorpusError(f"more {what} than files", words=" ".join(given), action="give one a file")


def _langs(desk: Desk) -> tuple[str, ...]:
    found: list[str] = []
    for rank, incoming in enumerate(desk.incoming):
        given = desk.said.langs[rank] if rank < len(desk.said.langs) else ""
        likely = "" if given else guess.language_of(desk.root, incoming.words())
        known = desk.manifest.languages
        question = Question(
            "--lang",
            f"language of {shown(incoming.path.name)}",
            likely,
            "its words say",
            known,
            stand_in=next((lang for lang in known if lang not in found), known[0]),
        )
        lang = given or desk.ask(question)
        if lang not in known:
            raise CorpusError(
                f"no language {lang!r} on this site", incoming.name, action=f"use one of: {', '.join(known)}"
            )
        if lang in found:
            raise CorpusError(f"two files in {lang!r}", incoming.name, action="hand in one file a language")
        found.append(lang)
    return tuple(found)


def _status(desk: Desk, rank: int, lang: str) -> str:
    """Return the status said for the file; one said alone goes for all."""
    given = desk.said.statuses
    said = given[rank] if rank < len(given) else given[0] if len(given) == 1 else ""
    words = f"status of the text in {lang!r}"
    return said or desk.ask(
        Question("--status", words, choices=manifest.STATUSES, stand_in=manifest.STATUSES[0])
    )


def _original(desk: Desk, draft: Draft, langs: tuple[str, ...]) -> str:
    """Return the language in which the text was drafted, or one that none of the files is in."""
    known = next((held.lang for held in draft.manifestations if held.original), "")
    if known and desk.said.drafted_in not in ("", known):
        raise CorpusError(
            f"the manifest says that draft {draft.id!r} was drafted in {known!r}",
            words=f"--drafted-in {desk.said.drafted_in}",
            action="leave the option out, or mend the manifest",
        )
    choices = tuple(dict.fromkeys((*langs, *desk.manifest.languages)))
    question = Question(
        "--drafted-in", "language in which the text was drafted", choices=choices, stand_in=langs[0]
    )
    return known or desk.said.drafted_in or desk.ask(question)


def _free(draft: Draft, lang: str) -> None:
    held = draft.manifestation(lang)
    if held:
        raise CorpusError(
            f"draft {draft.id!r} has a text in {lang!r} already",
            f"source_texts/{held.file}",
            action="a changed text is another draft; to replace a faulty file, see the guide for editors",
        )


# -- the draft --------------------------------------------------------------------------------------


def _symbol(desk: Desk) -> str:
    """Return the document's symbol, as said, as its draft has it or as its cover says; or nothing."""
    grammars = tuple(register.load(desk.root).grammars.values())
    said = desk.said.symbol or (desk.said.document if "/" in desk.said.document else "")
    if said:
        spelt = guess.read_symbol(said, grammars)
        if not spelt and (not _SYMBOL.fullmatch(said) or ".." in said):
            raise CorpusError("this is no symbol of a document", words=said, action="write DCE/17/6.CP/11")
        return spelt or said
    known = _by_id(desk, desk.said.draft)
    if known:
        return known.symbol
    found = next(filter(None, (guess.symbol_of(each, grammars) for each in desk.incoming)), "")
    question = Question("--symbol", "symbol of the document", found, "its cover says", optional=True)
    return desk.ask(question)


def _by_id(desk: Desk, name: str) -> Draft | None:
    return next((draft for draft in desk.manifest.drafts if draft.id == name), None)


def _known(desk: Desk, symbol: str) -> Draft | None:
    """Return the draft of the manifest that is meant, or None for a new one."""
    if desk.said.draft:
        return _by_id(desk, desk.said.draft)
    same = [draft for draft in desk.manifest.drafts if symbol and draft.symbol == symbol]
    if len(same) != 1:
        return None
    question = Question(
        "--draft",
        "draft",
        same[0].id,
        f"the manifest has {symbol} as",
        sure=bool(desk.said.symbol or desk.said.document),
    )
    return _by_id(desk, desk.ask(question))


def _new(desk: Desk, symbol: str) -> Draft:
    said, ask = desk.said, desk.ask
    works = tuple(work.id for work in desk.manifest.works)
    alone = works[0] if len(works) == 1 else ""
    work = said.work or alone or ask(Question("--work", "work", choices=works, stand_in=works[0]))
    date = said.date or ask(
        Question(
            "--date",
            "date of the draft (2017, 2017-02 or 2017-02-02)",
            guess.year_of(symbol),
            "its symbol says",
            stand_in="9999",
            sure=True,
        )
    )
    stage = said.stage or ask(
        Question("--stage", "stage of the draft", choices=manifest.STAGES, stand_in=manifest.STAGES[1])
    )
    session = said.session or guess.session_of(symbol)
    proposed = guess.id_of(_rightly("--date", date), symbol)
    name = said.draft or ask(
        Question(
            "--draft",
            "id of the draft, for its address",
            proposed,
            "its date and symbol make",
            stand_in="new-draft",
            sure=True,
        )
    )
    if _by_id(desk, name):
        raise CorpusError(
            f"draft {name!r} is in the manifest already", action=f"add the file to it with --draft {name}"
        )
    _rightly("--draft", name)
    draft = Draft(name, work, stage, date, {}, {}, {}, symbol, "", session, ())
    return replace(draft, names=_names(desk, stage, date))


def _rightly(option: str, value: str) -> str:
    """Return a value of the form that the manifest wants. Raises CorpusError that names the option."""
    try:
        return manifest.dated(value) if option == "--date" else manifest.address(value, "draft")
    except CorpusError as error:
        raise CorpusError(error.problem, words=f"{option} {value}", action=error.action) from error


def _names(desk: Desk, stage: str, date: str) -> dict[str, str]:
    """Return the draft's name in each language: as said, or its stage and date, « Projet (mai 2027) »."""
    names = dict(desk.said.names)
    for lang in desk.manifest.languages:
        if lang not in names:
            labels = read_labels(lang, languages.words(desk.root, lang, "labels"))
            likely = f"{labels.words.get(f'stage.{stage}', stage)} ({labels.date(date)})"
            names[lang] = desk.ask(
                Question("--name", f"name of the draft in {lang!r}", likely, "its stage and date", sure=True)
            )
    return names


def _agrees(said: Said, draft: Draft, symbol: str) -> None:
    """Raise CorpusError where an option contradicts what the manifest says of a draft that it knows."""
    values = {"work": said.work, "date": said.date, "stage": said.stage, "session": said.session}
    if draft.symbol:
        values["symbol"] = symbol
    for option, value in values.items():
        known = getattr(draft, option)
        if value and value != known:
            raise CorpusError(
                f"the manifest says otherwise of draft {draft.id!r}: {option} {known or 'not given'}",
                words=f"--{option} {value}",
                action="leave the option out, or mend the manifest",
            )


def _folder(desk: Desk, draft: Draft, symbol: str) -> str:
    """Return the folder below ``source_texts/``: as said, of the draft's other file, by its symbol."""
    said = desk.said.document
    if said and "/" not in said:
        if not _FOLDER.fullmatch(said) or said in _TAKEN:
            raise CorpusError(
                "this is neither a symbol nor the name of a folder for texts",
                words=f"--document {said}",
                action="write a symbol (DCE/17/6.CP/11), or lower-case letters, digits and hyphens",
            )
        return said
    other = next((held.file for held in draft.manifestations), "")
    return other.rpartition("/")[0] or guess.folder_of(symbol) or draft.id
