"""The pictures of the guide for editors: what the commands really print, the pages they really make.

``python -m tests.pictures`` writes ``docs/assets/pictures/editors-*.png`` anew, in a copy of the project that
takes in the revised annex. It needs the system's Chromium, as the tests do.
"""

from __future__ import annotations

import html
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.conftest import CHROMIUM_ARGS
from tests.known_texts import ROOT
from tests.revised_annex import NAMES, SYMBOL, write

PICTURES = ROOT / "docs" / "assets" / "pictures"
DRAFT = "2027-05-12-9cp7"
ADD = ("--document", SYMBOL, "--date", "2027-05-12", "--stage", "draft", "--drafted-in", "fr", "--yes")
STATUS = ("--status", "official", "--status", "unofficial-translation")
WIDTH, ROWS = 104, 43  # of the terminal, of what the command prints
_TERMINAL = """<meta charset="utf-8"><style>
body {{ margin: 0; background: #fff }}
pre {{ margin: 0; padding: 12px 16px; background: #1b1f24; color: #e6e9ec; width: 780px;
       font: 12px/1.4 "DejaVu Sans Mono", "Liberation Mono", monospace; overflow: hidden }}
b {{ color: #8fd3a7 }}</style><pre>{}</pre>"""


def main() -> None:
    """Write the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        wanted = ("source_texts", "scripts", "docs", "overrides", "mkdocs.yml")
        for name in wanted:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            project.mkdir(exist_ok=True)
            copy(ROOT / name, project / name)
        write(project)
        printed = _run(project, "add", *NAMES.values(), *ADD, *STATUS)
        _run(project, "site")
        _shoot(project, printed)


def _run(project: Path, *words: str) -> str:
    command = [sys.executable, "-m", "scripts", *words]
    done = subprocess.run(
        command, cwd=project, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True
    )
    return done.stdout


def _shoot(project: Path, printed: str) -> None:
    found = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=CHROMIUM_ARGS)
        page = browser.new_page(viewport={"width": 812, "height": 640})
        _terminal(page, printed)
        for lang in NAMES:
            address = f"{lang}/digital/compare/2016-10igc7..{DRAFT}/index.html"
            _page(page, project / "site" / address, "h2", f"editors-compare-{lang}")
            found_in = project / "site" / f"{lang}/editors/findings/index.html"
            _page(page, found_in, "li:has-text('2035')", f"editors-findings-{lang}")
        browser.close()


def _terminal(page: Page, printed: str) -> None:
    rows = printed.strip("\n").splitlines()
    typed = f"$ python -m scripts add {' '.join(f'{chr(34)}{name}{chr(34)}' for name in NAMES.values())}"
    middle = next(index for index, row in enumerate(rows) if row.startswith("source_texts/"))
    shown = [*rows[:13], "…", "", *rows[middle : middle + ROWS - 15]]
    shown = [row if len(row) <= WIDTH else f"{row[: WIDTH - 2]} …" for row in shown]
    page.set_content(_TERMINAL.format(f"<b>{html.escape(typed)}</b>\n\n" + html.escape("\n".join(shown))))
    page.locator("pre").screenshot(path=PICTURES / "editors-add.png")


def _page(page: Page, file: Path, first: str, name: str) -> None:
    """Take the picture of a page from its first ``first`` on, what is folded in there open."""
    page.goto(file.as_uri())
    page.wait_for_load_state("networkidle")
    place = page.locator(f"main {first}").first
    place.evaluate("each => each.querySelectorAll('details').forEach((one) => { one.open = true })")
    place.evaluate("each => window.scrollTo(0, each.getBoundingClientRect().top + scrollY - 110)")
    page.screenshot(path=PICTURES / f"{name}.png")


if __name__ == "__main__":
    main()
