"""A revised annex as a Secretariat would send it: two Word files, one a language, numbered by Word.

``python -m tests.revised_annex FOLDER`` writes them, for whoever wants to follow the guide for editors. Of
the real annex, paragraph 3 is reworded, one is put in after 6, paragraph 20 is left out, and Word numbers the
rest anew. The year of the new paragraph differs between the languages on purpose.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from scripts.model import Kind, Provision
from tests.real_files import real, real_word

SYMBOL = "DCE/27/9.CP/7"
NAMES: Mapping[str, str] = {"fr": "Annexe révisée (version finale).docx", "en": "Revised annex - final.docx"}
_NEW: Mapping[str, str] = {
    "fr": "Les bibliothèques publiques sont encouragées à prêter des livres numériques avant 2030.",
    "en": "Public libraries are encouraged to lend digital books before 2035.",
}
_REWORDED: Mapping[str, tuple[str, str]] = {
    "fr": ("Il existe des disparités importantes", "Il existe encore des disparités importantes"),
    "en": ("There are significant disparities", "There are still significant disparities"),
}


def revised(lang: str) -> bytes:
    """Return the revised annex in ``lang`` as a Word file."""
    text = real(lang)
    annex = text.component("annex")
    annex = replace(annex, provisions=tuple(_revised(annex.provisions, lang)))
    return real_word(replace(text, components=(annex,)), symbol=SYMBOL)


def _revised(provisions: tuple[Provision, ...], lang: str) -> list[Provision]:
    found = []
    for provision in provisions:
        if provision.num == "20":
            continue
        old, new = _REWORDED[lang]
        found.append(replace(provision, text=provision.text.replace(old, new)))
        if provision.num == "6":
            found.append(Provision("new", "new", Kind.PARAGRAPH, "7", "7.", _NEW[lang]))
    return found


def write(folder: Path) -> tuple[Path, ...]:
    """Write both files into ``folder``; return their paths."""
    files = tuple(folder / name for name in NAMES.values())
    for lang, file in zip(NAMES, files, strict=True):
        file.write_bytes(revised(lang))
    return files


if __name__ == "__main__":
    write(Path(sys.argv[1]))
