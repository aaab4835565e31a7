"""The whole corpus read: files parsed, citations found and resolved, notes and words at hand.

With ``manifest``, ``register``, ``languages`` and ``editorial`` the only code that reads
``source_texts/``; it hands over values.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from scripts import citing, comparing, editorial, errata, languages, manifest, register, weighing
from scripts.catalogue import Draft, Expression, Manifest, Manifestation
from scripts.citations.find import find
from scripts.comparison.force import read_force
from scripts.errors import CorpusError
from scripts.identifiers import instrument_page
from scripts.model import Citation, Reference, Text
from scripts.register import Register
from scripts.site.labels import read as read_labels
from scripts.site.site import Site, who_cites
from scripts.sources import formats
from scripts.structure.parse import parse
from scripts.structure.wording import StructureWords


def load(root: Path) -> Site:
    """Return everything the pages are made from. Raises CorpusError for anything wrong in the corpus."""
    described = manifest.load(root)
    known = register.load(root)
    _named_everywhere(described, known)
    labels = {lang: read_labels(lang, languages.words(root, lang, "labels")) for lang in described.languages}
    expressions = tuple(
        _expression(root, described, known, draft, held)
        for draft in described.drafts
        for held in draft.manifestations
    )
    return Site(
        manifest=described,
        expressions=expressions,
        instruments={instrument_page(Reference.read(e.id)): e for e in known.instruments.values() if e.names},
        labels=labels,
        annotations=editorial.load(root, described.languages),
        cited_by=who_cites(expressions),
        comparisons=comparing.of_drafts(root, described, expressions),
        forces=weighing.of_drafts(root, described, expressions),
        force={lang: read_force(languages.words(root, lang, "force")) for lang in described.languages},
        inferred=citing.inferred(known),
    )


def _named_everywhere(described: Manifest, known: Register) -> None:
    """Raise CorpusError where an entry of the register has no name in a language of the site."""
    for entry in known.instruments.values():
        missing = [lang for lang in described.languages if entry.names and lang not in entry.names]
        if missing:
            raise CorpusError(
                f"an entry of the register has no name in {', '.join(missing)}",
                register.FOLDER.as_posix(),
                words=entry.id,
                action="add names, and subject, summary and facts where it has them",
            )


def read(root: Path, file: Path, lang: str, tracked: str = "") -> Text:
    """Return the text of a file in any format, read in ``lang``.

    ``tracked`` (``accepted`` or ``original``) says which text of a Word file with tracked changes is
    meant. Raises CorpusError where the file can't be read.
    """
    return _text(root, bytes_of(file), str(file), lang, tracked)


def finder(root: Path, lang: str) -> Callable[[str], tuple[Citation, ...]]:
    """Return the function that finds the citations of a text in ``lang``."""
    grammar = register.load(root).grammar(lang)
    return lambda text: find(text, grammar)


def bytes_of(file: Path) -> bytes:
    """Return the bytes of ``file``. Raises CorpusError where there are none to read."""
    try:
        return file.read_bytes()
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise CorpusError(reason, str(file), action="name a file that can be read") from error


def _text(root: Path, data: bytes, name: str, lang: str, tracked: str) -> Text:
    words = StructureWords.from_mapping(languages.words(root, lang, "structure"))
    lines = formats.read(data, name, accepted=tracked == "accepted", original=tracked == "original")
    return parse(lines, words, lang)


def _expression(
    root: Path, described: Manifest, known: Register, draft: Draft, held: Manifestation
) -> Expression:
    name = (manifest.FOLDER / held.file).as_posix()
    text = _text(root, manifest.content(root, held), name, held.lang, held.tracked)
    recorded = errata.load(root, (manifest.FOLDER / held.file).parent, described.languages)
    text, noted = errata.of_text(text, recorded)
    work = next(work for work in described.works if work.id == draft.work)
    if work.text not in {component.name for component in text.components}:
        raise CorpusError(
            f"the file has no component {work.text!r}, which is the text of work {work.id!r}",
            name,
            action="look at `python -m scripts parse` and mend the file or the manifest",
        )
    cited, doubts = citing.of_text(text, known, draft)
    return Expression(draft, held, text, cited, noted, doubts)
