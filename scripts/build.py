"""The recipe: from ``source_texts/`` to every generated file, then write what changed.

``build(root)`` makes values only; ``write`` touches the disk, and only where something changed, so
that a live reload does not go round in circles.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from scripts import checking, comparison_files, corpus
from scripts.catalogue import Expression, Found, Work
from scripts.exports.citations_csv import NAME as CITATIONS
from scripts.exports.citations_csv import citations_csv
from scripts.exports.text_json import text_json
from scripts.model import Note, Provision
from scripts.site import (
    catalogue_pages,
    cited,
    compare_bilingual,
    compare_correspondence,
    compare_index,
    compare_page,
    findings_page,
    force_table,
    goto,
    instruments,
    paragraph,
    reading,
    register_pages,
)
from scripts.site.compare_page import pair_page
from scripts.site.page import Page
from scripts.site.site import Site

DOCS = Path("docs")
HAND_WRITTEN = ("guide",)
"""Folders of ``docs/<language>/`` that people write; every other folder there is generated."""


def build(root: Path) -> dict[Path, bytes]:
    """Return every generated file, by its path below ``root``. Raises CorpusError for bad input."""
    site = corpus.load(root)
    return files(site, checking.check(root, site))


def files(site: Site, found: Sequence[Found] = ()) -> dict[Path, bytes]:
    """Return every generated file of ``site`` and of its findings, by its path below the project's root."""
    made = {DOCS / page.file: page.source() for page in _pages(site)}
    for lang in site.manifest.languages:
        editors = findings_page.page(site, lang, found)
        made[DOCS / editors.file] = editors.source()
        made[DOCS / lang / "references" / "goto.json"] = _json(goto.table(site, lang))
    for expression in site.expressions:
        made[_export(expression)] = _json(text_json(expression.text))
    listed = citations_csv(cited.HEADS, cited.rows(site))
    made |= {DOCS / lang / "references" / CITATIONS: listed for lang in site.manifest.languages}
    for comparison in site.comparisons:
        folder = DOCS / comparison.lang / pair_page(comparison.old.draft, comparison.new.draft, "")
        made |= {folder / name: data for name, data in comparison_files.files(site, comparison).items()}
    return made


def _pages(site: Site) -> Iterator[Page]:
    for expression in site.expressions:
        for component in expression.text.components:
            yield reading.page(site, expression, component)
            yield from paragraph.pages(site, expression, component)
    for lang in site.manifest.languages:
        for work in site.manifest.works:
            yield catalogue_pages.work_page(site, lang, work)
            yield from _compared(site, lang, work)
        for draft in site.manifest.drafts:
            yield catalogue_pages.page_of_draft(site, lang, draft)
            if table := force_table.table_of(site, draft):
                yield force_table.page(site, lang, table)
        for address, known in site.instruments.items():
            yield instruments.page(site, lang, address, known)
        yield from register_pages.pages(site, lang)


def _compared(site: Site, lang: str, work: Work) -> Iterator[Page]:
    """Yield the list of a work's comparisons, which says where there are none, and the comparisons."""
    yield compare_index.index(site, lang, work)
    for old, new in compare_page.ordered_pairs(site, work):
        yield compare_page.redline(site, lang, old, new)
        yield compare_bilingual.page(site, lang, old, new)
        yield compare_correspondence.page(site, lang, old, new)


def _export(expression: Expression) -> Path:
    draft = expression.draft
    return DOCS / expression.lang / draft.work / draft.id / "text.json"


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def texts(site: Site) -> dict[str, str]:
    """Return the words of every provision and note by the key that pages carry (law 5)."""
    found: dict[str, str] = {}
    for expression in site.expressions:
        for component in expression.text.components:
            shown: list[Provision | Note] = [*component.walk(), *component.notes]
            for unit in shown:
                key = f"{expression.lang}:{expression.draft.id}:{component.name}:{unit.eid}"
                found[key] = unit.text
    return found


def write(root: Path, made: dict[Path, bytes]) -> tuple[int, int]:
    """Write the files that changed, remove generated ones that are no more; return both counts."""
    written = removed = 0
    for path, content in made.items():
        file = root / path
        if not file.exists() or file.read_bytes() != content:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            written += 1
    for file in _stale(root, set(made)):
        file.unlink()
        removed += 1
    return written, removed


def _stale(root: Path, wanted: set[Path]) -> Iterator[Path]:
    languages = {path.parts[1] for path in wanted if path.parts[0] == DOCS.name}
    for lang in sorted(languages):
        for folder in sorted((root / DOCS / lang).iterdir()):
            if folder.is_dir() and folder.name not in HAND_WRITTEN:
                for file in sorted(folder.rglob("*")):
                    if file.is_file() and file.relative_to(root) not in wanted:
                        yield file
