"""Projects of any size for the benchmarks: the real texts, their paragraphs repeated and renumbered."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_PARAGRAPH = re.compile(r"\n\n(\d+)\. (.+?)(?=\n\n)", re.DOTALL)
_PER_SECTION = 20


def paragraphs(lang: str) -> list[str]:
    """Return the words of the numbered paragraphs of the real text in ``lang``."""
    text = (ROOT / f"source_texts/dce-16-10-igc-7/{lang}.txt").read_text(encoding="utf-8")
    return [
        " ".join(found[2].split())
        for found in _PARAGRAPH.finditer(text.replace("\f", "\n").replace("\n \n", "\n\n"))
    ]


def text(lang: str, count: int) -> str:
    """Return an annex of ``count`` numbered paragraphs, in sections, made of real paragraphs."""
    words = {"fr": ("ANNEXE", "Partie"), "en": ("ANNEX", "Part")}[lang]

    def blocks() -> Iterator[str]:
        yield words[0]
        for number, words_of in enumerate(islice(cycle(paragraphs(lang)), count), start=1):
            if number % _PER_SECTION == 1:
                yield (
                    f"{words[1]} numéro {number // _PER_SECTION + 1}"
                    if lang == "fr"
                    else f"{words[1]} number {number}"
                )
            yield f"{number}. {words_of}"

    return "\n\n".join(blocks()) + "\n"


def project(folder: Path, count: int) -> Path:
    """Make, in ``folder``, a copy of the project whose draft has ``count`` paragraphs in each language."""
    for name in ("scripts", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "source_texts", folder / "source_texts")
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=_generated)
    shutil.rmtree(folder / "source_texts/annotations")
    for page in folder.glob("docs/*/guide/*.md"):  # its examples link to the real text
        page.write_text(f"---\ntitle: {page.stem}\nkind: guide\n---\n\n# {page.stem}\n", encoding="utf-8")
    manifest = folder / "source_texts/corpus.toml"
    described = manifest.read_text(encoding="utf-8").replace("published = true", "published = false")
    for lang in ("fr", "en"):
        file = folder / f"source_texts/dce-16-10-igc-7/{lang}.txt"
        old = hashlib.sha256(file.read_bytes()).hexdigest()
        file.write_text(text(lang, count), encoding="utf-8")
        described = described.replace(old, hashlib.sha256(file.read_bytes()).hexdigest())
    manifest.write_text(described, encoding="utf-8")
    return folder


def _generated(folder: str, names: list[str]) -> list[str]:
    if Path(folder).parent != ROOT / "docs" or Path(folder).name == "assets":
        return []
    return [name for name in names if name != "guide" and not name.endswith(".md")]
