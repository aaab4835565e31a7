"""How fast citations are found: at natural density, beside one raw regex scan, and on hostile text.

``python -m benchmarks.citations [FILE]`` repeats the real document (or FILE) to several megabytes. The raw
scan is the one regular expression that someone would write for a first search of the same citations; it
splits nothing, resolves nothing and is run over the same text in the same process.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from scripts import register
from scripts.citations.find import find

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT = ROOT / "source_texts" / "dce-16-10-igc-7" / "fr.txt"
MEGABYTES = 4
RAW = re.compile(
    r"\b(?:articles?|art\.|paragraphes?|para\.|décisions?|résolutions?)\s+\(?\d[\w.]*(?:(?:,\s*|\s+et\s+|\s+à\s+|-)\d[\w.]*)*"
    r"|\bD?CE/\d\d/\d+\.\w+/[\w./]+|\b\d+\.?\s*(?:IGC|CP|COM|GA)\s+\d+|\b\d+\s*(?:C|EX)/|Annexe|Agenda 2030",
    re.IGNORECASE,
)
HOSTILE: dict[str, Callable[[int], str]] = {
    "a list of members": lambda n: "articles " + ", ".join(str(1 + i % 30) for i in range(n // 4)),
    "articles in one sentence": lambda n: "Convention de 2003 " + "article 7 " * (n // 10),
    "nested brackets": lambda n: "article 6 " + "(" * n,
    "digits without a space": lambda n: "1" * n,
    "levels without a space": lambda n: "article " + "1." * (n // 2),
    "white space": lambda n: "article" + " " * n + "paragraphe" + "\n" * n,
    "decisions chained": lambda n: "Décisions " + "9.IGC 7, " * (n // 9),
    "heads without numbers": lambda n: "paragraphe " * (n // 11),
    "annexes in one line": lambda n: "Annexe " * (n // 7),
}


def best(work: Callable[[], object], times: int = 3) -> float:
    """Return the shortest time of ``times`` runs, in seconds."""
    spans = []
    for _ in range(times):
        start = time.process_time()
        work()
        spans.append(time.process_time() - start)
    return min(spans)


def main(file: Path = DOCUMENT) -> None:
    """Print the table."""
    grammar = register.load(ROOT).grammar("fr")
    once = file.read_text(encoding="utf-8")
    text = (once + "\n\n") * (MEGABYTES * 1_000_000 // len(once.encode()) + 1)
    size = len(text.encode()) / 1e6
    raw = size / best(lambda: sum(1 for _ in RAW.finditer(text)))
    gate = size / best(lambda: sum(1 for _ in grammar.gate.finditer(text)))
    found = size / best(lambda: find(text, grammar))
    print(f"{size:.1f} MB, {len(find(text, grammar))} citations")
    print(f"find {found:6.1f} MB/s   raw scan {raw:6.1f} MB/s   gate alone {gate:6.1f} MB/s")
    print(f"find / raw scan: {found / raw:.2f}")
    print("hostile text: seconds for 0.25, 0.5 and 1 MB")
    for name, make in HOSTILE.items():
        spans = [best(partial(find, make(n), grammar), 1) for n in (250_000, 500_000, 1_000_000)]
        print(f"  {name:26} " + "  ".join(f"{span:6.3f}" for span in spans))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
