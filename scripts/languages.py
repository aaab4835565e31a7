"""The words of each language: one folder ``source_texts/languages/<code>/``, one file a room.

A language is data. Adding one is adding a folder with the same files; no code names a language.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from scripts.errors import CorpusError

FOLDER = Path("source_texts") / "languages"


def read_toml(root: Path, file: Path) -> dict[str, Any]:
    """Return the content of ``root / file``. Raises CorpusError where it is missing or not TOML."""
    try:
        return tomllib.loads((root / file).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise CorpusError("the file is missing", file.as_posix(), action="add it or mend its name") from error
    except UnicodeDecodeError as error:
        raise CorpusError("the file is not UTF-8 text", file.as_posix(), action="save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise CorpusError(f"not valid TOML: {error}", file.as_posix(), action="correct that place") from error


def known(root: Path) -> tuple[str, ...]:
    """Return the codes of the languages that have a folder, sorted."""
    return tuple(sorted(path.name for path in (root / FOLDER).iterdir() if path.is_dir()))


def words(root: Path, lang: str, room: str) -> dict[str, Any]:
    """Return the words that ``room`` (``structure``, ``citations``, ``labels`` …) needs in ``lang``.

    Raises CorpusError where the language or the file is not there.
    """
    if lang not in known(root):
        raise CorpusError(
            f"no language {lang!r}", FOLDER.as_posix(), action=f"use one of: {', '.join(known(root))}"
        )
    return read_toml(root, FOLDER / lang / f"{room}.toml")
