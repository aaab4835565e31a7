"""A text taken in: tried on a copy of ``source_texts/`` first, then written; put back where that fails."""

from __future__ import annotations

import shutil
import tempfile
import textwrap
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from scripts import build, checking, corpus, languages, manifest
from scripts.adding import entry
from scripts.adding.settle import Settled
from scripts.catalogue import Found, Manifest
from scripts.errors import CorpusError
from scripts.model import Text
from scripts.structure.parse import parse
from scripts.structure.wording import StructureWords

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """All that is to be written, tried already: ``files`` below the root, ``pages`` made from them."""

    files: Mapping[Path, bytes]
    pages: Mapping[Path, bytes]
    found: tuple[Found, ...]


def texts(root: Path, settled: Settled) -> tuple[Text, ...]:
    """Return the texts read from the files. Raises CorpusError where the work's own text is not in one."""
    described = manifest.load(root)
    wanted = next((work.text for work in described.works if work.id == settled.draft.work), "")
    if not wanted:
        known = ", ".join(work.id for work in described.works)
        raise CorpusError(f"no work {settled.draft.work!r} in the manifest", action=f"use one of: {known}")
    found = []
    for incoming, held in settled.files:
        words = StructureWords.from_mapping(languages.words(root, held.lang, "structure"))
        text = parse(incoming.lines, words, held.lang)
        names = [component.name for component in text.components]
        if wanted not in names:
            raise CorpusError(
                f"the file has no component {wanted!r}, which is the text of work {settled.draft.work!r}",
                incoming.name,
                words=f"it has: {', '.join(names)}",
                action="its title (« ANNEXE », “ANNEX”) must stand alone on a line; or name another --work",
            )
        found.append(text)
    return tuple(found)


def plan(root: Path, settled: Settled, say: Say) -> Plan:
    """Return what is to be written, after building and checking it all on a copy.

    Raises CorpusError where a file stands in the way, or where anything in the corpus is then wrong.
    """
    files = _files(root, settled)
    with tempfile.TemporaryDirectory(prefix="concordance-") as folder:
        trial = Path(folder)
        shutil.copytree(root / manifest.FOLDER, trial / manifest.FOLDER)
        _write(trial, files)
        say("reading the corpus with it")
        site = corpus.load(trial)
        say("looking for what a person should see")
        found = checking.check(trial, site)
        say("making the pages")
        pages = build.files(site, found)
    return Plan(files, pages, tuple(one for one in found if _of(one, site.manifest, settled)))


def lines(settled: Settled) -> str:
    """Return the lines that the manifest gets."""
    blocks = [entry.draft_block(settled.draft)] if settled.new else []
    blocks += [entry.manifestation_block(held) for _, held in settled.files]
    whose = "a new draft" if settled.new else f"draft {settled.draft.id!r}"
    rows = textwrap.indent("\n".join(blocks), "    ")
    return f"{manifest.FILE.as_posix()} gets, for {whose}:\n\n{rows}"


def carry_out(root: Path, plan: Plan) -> tuple[int, int]:
    """Write the plan; return how many pages were written and removed.

    Whatever fails, or interrupts, the texts and the manifest are then what they were before.
    """
    with _put_back(root, plan.files):
        _write(root, plan.files)
        return build.write(root, dict(plan.pages))


def _files(root: Path, settled: Settled) -> dict[Path, bytes]:
    """Return the files to write, the manifest last; texts that stand in their place already are left out."""
    made: dict[Path, bytes] = {}
    text = _text(root)
    described = manifest.load(root)
    if settled.new:
        text = entry.with_draft(text, entry.draft_block(settled.draft), _before(described, settled))
    for incoming, held in settled.files:
        path = manifest.FOLDER / held.file
        if not (root / path).resolve().is_relative_to((root / manifest.FOLDER).resolve()):
            raise CorpusError("the folder leads out of source_texts/", path.as_posix(), action="name another")
        if not (root / path).exists():
            made[path] = incoming.data
        elif (root / path).read_bytes() != incoming.data:
            raise CorpusError(
                "another file stands there, and nothing is ever overwritten",
                path.as_posix(),
                action="name another folder with --document, or look why it is there",
            )
        text = entry.with_manifestation(text, entry.manifestation_block(held), settled.draft.id)
    return {**made, manifest.FILE: text.encode()}


def _text(root: Path) -> str:
    return (root / manifest.FILE).read_bytes().decode("utf-8")


def _before(described: Manifest, settled: Settled) -> str:
    """Return the id of the draft that a new one follows: the last before it, exercises left out."""
    work = next(work for work in described.works if work.id == settled.draft.work)
    earlier = [d for d in described.drafts_of(work) if d.date <= settled.draft.date and not d.illustrative]
    return earlier[-1].id if earlier else ""


def _of(one: Found, described: Manifest, settled: Settled) -> bool:
    """Tell whether a finding concerns the draft that is taken in, in any language."""
    draft = next(draft for draft in described.drafts if draft.id == settled.draft.id)
    return any(one.file.endswith(held.file) for held in draft.manifestations)


def _write(root: Path, files: Mapping[Path, bytes]) -> None:
    """Write each file at once: it is there whole, or not at all."""
    for path, data in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        beside = file.with_name(f".{file.name}.new")
        try:
            beside.write_bytes(data)
            beside.replace(file)
        finally:
            beside.unlink(missing_ok=True)


@contextmanager
def _put_back(root: Path, files: Mapping[Path, bytes]) -> Iterator[None]:
    """On any failure, take away what was not there and restore what was."""
    before = {path: (root / path).read_bytes() if (root / path).exists() else None for path in files}
    folders = [folder for folder in {(root / path).parent for path in files} if not folder.exists()]
    try:
        yield
    except BaseException:
        for path, data in before.items():
            if data is None:
                (root / path).unlink(missing_ok=True)
            else:
                _write(root, {path: data})
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)
        raise
