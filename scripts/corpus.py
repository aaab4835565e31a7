"""The whole corpus read: files parsed, citations found and resolved, notes and words at hand.

With ``manifest``, ``register``, ``languages`` and ``editorial`` the only code that reads
``source_texts/``; it hands over values.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from scripts import comparing, editorial, errata, languages, manifest, register
from scripts.catalogue import Draft, Expression, Manifest, Manifestation, Resolved
from scripts.checks.symbols import doubtful
from scripts.citations.find import find
from scripts.citations.resolve import Place, resolve
from scripts.errors import CorpusError
from scripts.identifiers import instrument_page
from scripts.model import Citation, Internal, Note, Provision, Reference, Text
from scripts.register import Register
from scripts.site.labels import read as read_labels
from scripts.site.site import Site, component_page, units, who_cites
from scripts.sources import text as text_file
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


def read(root: Path, file: Path, lang: str) -> Text:
    """Return the text of any file, read in ``lang``. Raises CorpusError where it can't be read."""
    return _text(root, bytes_of(file), str(file), lang)


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


def _text(root: Path, data: bytes, name: str, lang: str) -> Text:
    words = StructureWords.from_mapping(languages.words(root, lang, "structure"))
    return parse(text_file.read(data, name), words, lang)


def _expression(
    root: Path, described: Manifest, known: Register, draft: Draft, held: Manifestation
) -> Expression:
    name = (manifest.FOLDER / held.file).as_posix()
    folder = (manifest.FOLDER / held.file).parent
    known_errata = errata.load(root, folder, described.languages)
    text = _text(root, manifest.content(root, held), name, held.lang)
    text, noted = errata.of_text(text, known_errata, (folder / errata.FILE).as_posix())
    work = next(work for work in described.works if work.id == draft.work)
    if work.text not in {component.name for component in text.components}:
        raise CorpusError(
            f"the file has no component {work.text!r}, which is the text of work {work.id!r}",
            name,
            action="look at `python -m scripts parse` and mend the file or the manifest",
        )
    citations = {
        (component.name, unit.eid): _resolved(
            unit, held.lang, known, draft, Place(component.name, text.components)
        )
        for component in text.components
        for unit, _ in units(component)
    }
    cited = {key: found for key, found in citations.items() if found}
    return Expression(draft, held, text, cited, noted)


def _resolved(
    unit: Provision | Note, lang: str, known: Register, draft: Draft, place: Place
) -> tuple[Resolved, ...]:
    """Return the citations of a unit with their targets; a text's own components are pages of its draft."""
    found = []
    for citation in find(unit.text, known.grammar(lang)):
        target = resolve(citation.reference, known.instruments, place, lang)
        if citation.reference.scheme == "internal" and isinstance(target, Internal):
            target = Internal(component_page(draft, target.page or place.component), target.anchor)
        slip = doubtful(citation.reference, known.series)
        found.append(Resolved(citation, target, slip.likely if slip else None))
    return tuple(found)
