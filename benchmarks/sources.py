"""How long the readers take: ``python -m benchmarks.sources``. Figures to reach: 300 pages in 5 s each.

The files are made here: the real document over and over, as Word and as PDF of some 3,000 characters a page.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from textwrap import wrap

from scripts.model import Component, Line, Text
from scripts.sources import docx, html, pdf
from tests import pdf_files, real_files
from tests.pdf_files import Print

PAGES = 300
LINES = 38
WIDTH = 82
SECONDS = 5.0


def main() -> None:
    """Print a table: format, size, lines, seconds."""
    text = real_files.real()
    made: tuple[tuple[str, Callable[[bytes], tuple[Line, ...]], bytes], ...] = (
        ("Word", docx.read, word_file(text)),
        ("PDF, one column", pdf.read, pdf_files.pdf(list(islice(pages(text, WIDTH, (60,)), PAGES)))),
        ("PDF, two columns", pdf.read, pdf_files.pdf(list(islice(pages(text, 38, (50, 305)), PAGES)))),
        ("HTML", html.read, html_file(text)),
    )
    print(f"{'300 pages as':18} {'MB':>6} {'lines':>7} {'seconds':>8}   at most {SECONDS:.0f}")
    for name, read, data in made:
        start = time.perf_counter()
        lines = read(data)
        taken = time.perf_counter() - start
        mark = "" if taken <= SECONDS else "  too slow"
        print(f"{name:18} {len(data) / 1e6:6.1f} {len(lines):7} {taken:8.2f}{mark}")


def word_file(text: Text) -> bytes:
    """Return the real document as Word, as often as 300 pages need (it has 11)."""
    times = PAGES // 11 + 1
    many = Text(
        text.lang, tuple(islice(cycle(text.components), times * len(text.components))), text.furniture
    )
    return real_files.real_word(many)


def html_file(text: Text) -> bytes:
    """Return as much as a page."""
    blocks = islice(cycle(list(_blocks(text.components))), 200 * PAGES // 11)
    return f"<main>{''.join(f'<p>{block}</p>' for block in blocks)}</main>".encode()


def pages(text: Text, width: int, columns: tuple[int, ...]) -> Iterator[list[Print]]:
    """Yield pages without end, with a head and a foot."""
    lines = (line for block in cycle(list(_blocks(text.components))) for line in (*wrap(block, width), ""))
    number = 0
    while True:
        number += 1
        page = [Print(60, 800, "DCE/16/10.IGC/7"), Print(290, 30, str(number))]
        for left in columns:
            page += pdf_files.column(islice(lines, LINES * 4 // 3), left, 770, 14)
        yield page


def _blocks(components: tuple[Component, ...]) -> Iterator[str]:
    for component in components:
        for each in component.walk():
            yield f"{each.label} {each.text}".strip()


if __name__ == "__main__":
    main()
