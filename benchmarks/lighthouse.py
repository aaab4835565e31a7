"""Lighthouse's four scores of the reading page and a paragraph page, in both languages.

    python -m benchmarks.lighthouse

Needs Node.js with npx: Lighthouse (Apache-2.0) is fetched for the run and is no part of the project.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from benchmarks.pages import ARGUMENTS, ROOT, GzipHost

PATHS = ("fr/digital/2016-10igc7/annex/", "en/digital/2016-10igc7/annex/13/")
PACKAGE = "lighthouse@12.8.2"
PORT = 8000  # the address that the site is built for by default: canonical links must fit


def scores(address: str, folder: Path) -> dict[str, float]:
    """Return the scores of the page at ``address``, 0 to 100 by category."""
    report = folder / "report.json"
    flags = " ".join(ARGUMENTS)
    command = ["npx", "--yes", PACKAGE, address, "--quiet", "--output=json", f"--output-path={report}"]
    environment = {**os.environ, "CHROME_PATH": shutil.which("chromium") or ""}
    subprocess.run([*command, f"--chrome-flags={flags}"], env=environment, check=True)
    categories = json.loads(report.read_text(encoding="utf-8"))["categories"]
    return {name: 100 * found["score"] for name, found in categories.items()}


def main() -> None:
    """Build, serve with gzip, measure."""
    if not shutil.which("npx"):
        raise SystemExit("Lighthouse needs Node.js: install it, or leave this benchmark out")
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
        quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        subprocess.run(command, cwd=ROOT, env=quiet, check=True, capture_output=True)
        server = ThreadingHTTPServer(("127.0.0.1", PORT), partial(GzipHost, directory=str(site)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for path in PATHS:
            found = scores(f"http://127.0.0.1:{PORT}/{path}", Path(name))
            print(path, "  ".join(f"{category} {score:.0f}" for category, score in found.items()))
        server.shutdown()


if __name__ == "__main__":
    main()
