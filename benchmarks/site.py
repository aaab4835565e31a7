"""What a page costs, in a small corpus and in a large one, and what the build adds to MkDocs.

python -m benchmarks.site [PARAGRAPHS …]        (default: 200 5000)
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import corpora
from scripts import build

_QUIET = {"NO_MKDOCS_2_WARNING": "1"}


def measure(count: int) -> dict[str, float]:
    """Build a corpus of ``count`` paragraphs in each language; return seconds, pages and bytes."""
    with tempfile.TemporaryDirectory() as name:
        folder = corpora.project(Path(name), count)
        start = time.perf_counter()
        build.write(folder, build.build(folder))
        ours = time.perf_counter() - start
        start = time.perf_counter()
        _mkdocs(folder)
        whole = time.perf_counter() - start
        pages = [p for p in (folder / "site").rglob("index.html") if "latest" not in p.parts]
        paragraphs = [page for page in pages if page.parent.name.isdigit() and "annex" in page.parts]
        size = sum(page.stat().st_size for page in paragraphs) / len(paragraphs)
        # the hook runs the build once more inside MkDocs: what follows is the rest
        return {"paragraphs": count, "pages": len(pages), "ours": ours, "mkdocs": whole - ours, "bytes": size}


def _mkdocs(folder: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    subprocess.run(command, cwd=folder, env={**os.environ, **_QUIET}, check=True)


def main(counts: list[int]) -> None:
    """Print one row per corpus, then the cost of a page in the last against the first."""
    rows = [measure(count) for count in counts]
    print("paragraphs  pages  scripts build s  MkDocs s  share  ms per page  bytes per paragraph page")
    for row in rows:
        each = 1000 * (row["ours"] + row["mkdocs"]) / row["pages"]
        print(
            f"{row['paragraphs']:10.0f} {row['pages']:6.0f} {row['ours']:16.2f} {row['mkdocs']:9.2f} "
            f"{row['ours'] / row['mkdocs']:6.1%} {each:12.2f} {row['bytes']:12.0f}"
        )
    costs = [(row["ours"] + row["mkdocs"]) / row["pages"] for row in rows]
    print(f"a page of the largest corpus costs {costs[-1] / costs[0]:.2f} of one of the smallest")


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [200, 5000])
