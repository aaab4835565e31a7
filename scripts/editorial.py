"""The editorial notes of ``source_texts/annotations/``: ours, in every language, never part of a text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from scripts import languages
from scripts.catalogue import Annotation
from scripts.errors import CorpusError

FOLDER = Path("source_texts") / "annotations"
_KEYS = {"provision", "text", "rests_on"}


def load(root: Path, codes: tuple[str, ...]) -> tuple[Annotation, ...]:
    """Return all annotations, by file: ``<draft folder>.<component>.toml`` names what they belong to.

    Raises CorpusError for an unknown key, a missing language or a note that rests on nothing.
    """
    found: list[Annotation] = []
    for path in sorted((root / FOLDER).glob("*.toml")):
        file = FOLDER / path.name
        table = languages.read_toml(root, file)
        for key in ("draft", "component"):
            if key not in table:
                raise CorpusError(
                    f"the file does not say its {key}", file.as_posix(), action=f'add {key} = "…"'
                )
        found += [_read(item, table, file, codes) for item in table.get("annotation", ())]
    return tuple(found)


def _read(item: dict[str, Any], table: dict[str, Any], file: Path, codes: tuple[str, ...]) -> Annotation:
    words = str(item.get("provision", item))
    for key in item.keys() ^ _KEYS:
        action = "add it" if key in _KEYS else f"known keys: {', '.join(sorted(_KEYS))}"
        raise CorpusError(
            f"annotation with a missing or unknown key {key!r}", file.as_posix(), words=words, action=action
        )
    for lang in codes:
        if not item["text"].get(lang):
            raise CorpusError(
                f"annotation without words in {lang!r}", file.as_posix(), words=words, action="add them"
            )
    if not item["rests_on"]:
        raise CorpusError(
            "annotation that rests on nothing", file.as_posix(), words=words, action="fill rests_on"
        )
    return Annotation(
        table["draft"], table["component"], item["provision"], item["text"], tuple(item["rests_on"])
    )
