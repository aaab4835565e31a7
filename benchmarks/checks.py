"""How long the findings take over 10,000 paragraphs in two languages, every check included.

``python -m benchmarks.checks`` repeats the annex of the real document, French and English, under new
numbers, reads both, and checks them: each by itself, and against each other. The citations are found as
the corpus is read; their time is shown apart, as that of the comparison of two drafts, which the
corpus has made before the checks run.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import time
from functools import partial
from hashlib import sha256
from pathlib import Path

from scripts import checking, corpus
from scripts.model import Kind

ROOT = Path(__file__).resolve().parent.parent
FOLDER = "dce-16-10-igc-7"
PARAGRAPHS = 10_000


def repeated(text: str, times: int) -> str:
    """Return the annex of a document ``times`` over, its paragraphs and subparagraphs numbered on."""
    start = re.search(r"^\s*ANNEXE?\s*$", text, re.MULTILINE)
    if start is None:
        raise ValueError("the document has no annex")
    head, annex = text[: start.start()], text[start.end() :].replace("**********", "")
    body = re.split(r"\n\s*\n", annex.strip("\n"), maxsplit=1)[1]
    parts = [text[start.start() : start.end()], annex[: annex.index(body)]]
    for turn in range(times):
        shifted = partial(_own, 25 * turn, _name(turn))
        parts.append(re.sub(r"(?m)^(\s?)(\d{1,2})(\.(?:\d+)?\s+)", shifted, body) + "\n\n")
    return head + "".join(parts)


def _own(by: int, name: str, match: re.Match[str]) -> str:
    """Give a paragraph a number and a word of its own: no text of a body stands there a hundred times."""
    return f"{match[1]}{int(match[2]) + by}{match[3]}{name} "


def _name(turn: int) -> str:
    return "Q" + "".join("abcdefghij"[int(digit)] for digit in str(turn))


def project(folder: Path, times: int) -> Path:
    """Write a project that holds the long text in both languages, and no second draft."""
    shutil.copytree(ROOT / "source_texts", folder / "source_texts")
    manifest = folder / "source_texts" / "corpus.toml"
    described = manifest.read_text("utf-8").replace("published = true", "published = false")
    for lang in ("fr", "en"):
        file = folder / "source_texts" / FOLDER / f"{lang}.txt"
        before = sha256(file.read_bytes()).hexdigest()
        file.write_text(repeated(file.read_text("utf-8"), times), encoding="utf-8")
        described = described.replace(before, sha256(file.read_bytes()).hexdigest())
    manifest.write_text(described, encoding="utf-8")
    (folder / "source_texts" / FOLDER / "errata.toml").unlink()
    shutil.rmtree(folder / "source_texts" / "annotations")
    return folder


def main(paragraphs: int = PARAGRAPHS) -> None:
    """Print the times."""
    with tempfile.TemporaryDirectory() as name:
        root = project(Path(name), max(1, paragraphs // 80))
        started = time.perf_counter()
        site = corpus.load(root)
        read = time.perf_counter()
        found = checking.check(root, site)
        done = time.perf_counter()
    kinds = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH)
    for expression in site.expressions:
        held = [p for c in expression.text.components for p in c.walk() if p.kind in kinds]
        print(f"{expression.lang}: {len(held):,} paragraphs and subparagraphs")
    print(f"reading {read - started:6.2f} s   findings {done - read:6.2f} s   {len(found):,} findings")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
