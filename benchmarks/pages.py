"""What a reader's connection carries: bytes of a first page, of a first search, layout shift, times.

    python -m benchmarks.pages

The site is built strictly and served with gzip, as static hosts do; Chromium counts what arrives.
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
ARGUMENTS = [
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
PAGES = {
    "home": "fr/",
    "reading page": "fr/digital/2016-10igc7/annex/",
    "paragraph page": "fr/digital/2016-10igc7/annex/13/",
    "article page": "en/convention/16/",
    "comparison": "en/digital/compare/2016-10igc7..2026-illustrative/",
}
_VITALS = """() => new Promise(done => {
  const seen = {shift: 0, paint: 0};
  const shift = e => { if (!e.hadRecentInput) seen.shift += e.value; };
  new PerformanceObserver(list => list.getEntries().forEach(shift))
    .observe({type: 'layout-shift', buffered: true});
  new PerformanceObserver(list => list.getEntries().forEach(e => { seen.paint = e.startTime; }))
    .observe({type: 'largest-contentful-paint', buffered: true});
  setTimeout(() => done(seen), 400);
})"""


class GzipHost(SimpleHTTPRequestHandler):
    """A static host: gzip for text, one round trip a file, no log; it counts what it sends.

    Chromium's own count leaves out what a worker loads, and Pagefind searches in a worker.
    """

    sent: ClassVar[dict[str, int]] = {"bytes": 0, "requests": 0}

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 — the base class calls it so
        """Say nothing."""

    def do_GET(self) -> None:
        """Send the file asked for, text with gzip."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        data, kind = path.read_bytes(), self.guess_type(str(path))
        self.send_response(200)
        self.send_header("Content-Type", kind)
        if kind.startswith("text/") or "javascript" in kind or "json" in kind or "svg" in kind:
            data = gzip.compress(data, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
        self.sent["bytes"] += len(data)
        self.sent["requests"] += 1


def _open(browser: Browser) -> Page:
    GzipHost.sent.update(bytes=0, requests=0)
    return browser.new_context(viewport={"width": 1280, "height": 900}).new_page()


def _first_pages(browser: Browser, address: str) -> None:
    print(f"{'page, nothing cached':24} {'KB':>7} {'requests':>9} {'LCP ms':>7} {'shift':>6}")
    for name, path in PAGES.items():
        page = _open(browser)
        page.goto(address + path)
        page.wait_for_load_state("networkidle")
        vitals = page.evaluate(_VITALS)
        print(
            f"{name:24} {GzipHost.sent['bytes'] / 1000:7.1f} {GzipHost.sent['requests']:9.0f} "
            f"{vitals['paint']:7.0f} {vitals['shift']:6.3f}"
        )
        page.context.close()


def _first_search(browser: Browser, address: str) -> None:
    page = _open(browser)
    page.goto(f"{address}fr/")
    page.wait_for_load_state("networkidle")
    before = GzipHost.sent["bytes"]
    page.evaluate("performance.mark('typed')")
    page.locator("[data-search] input").fill("découvrabilité")
    page.locator("#search-hits a").first.wait_for()
    taken = page.evaluate("performance.now() - performance.getEntriesByName('typed')[0].startTime")
    page.wait_for_load_state("networkidle")
    print(f"first search: {(GzipHost.sent['bytes'] - before) / 1000:.1f} KB, first hit after {taken:.0f} ms")
    page.context.close()


def main() -> None:
    """Build, serve, measure."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", folder]
        subprocess.run(command, cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(GzipHost, directory=folder))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/"
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
            _first_pages(browser, address)
            _first_search(browser, address)
            browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
