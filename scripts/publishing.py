"""``python -m scripts site``: MkDocs builds beside the last good site, which is replaced only at the end."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from scripts.errors import CorpusError

_BESIDE = Path(".cache") / "publishing"
_OLD = "last"  # the good site, for the moment in which the new one takes its place
_LEFT = 3600.0  # seconds after which a folder of a killed build is nobody's


def publish(root: Path) -> None:
    """Build the site of the project at ``root`` into ``site/``.

    Raises CorpusError where MkDocs stops; ``site/`` is then what it was before, as it is where the build
    is killed, at whatever moment.
    """
    try:
        _recover(root)
        (root / _BESIDE).mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix="build-", dir=root / _BESIDE))
        try:
            _build(root, folder / "site")
            _swap(root, folder / "site")
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    except OSError as error:  # no space left, a folder of another person's
        reason = (error.strerror or str(error)).lower()
        raise CorpusError(
            f"the site was not put in place: {reason}", action="mend that; site/ is as it was"
        ) from error


def _build(root: Path, new: Path) -> None:
    # not --quiet: MkDocs then counts no warning, and --strict lets everything pass
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(new)]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}  # a notice of the theme's, about MkDocs 2
    done = subprocess.run(command, cwd=root, env=quiet, capture_output=True, text=True, check=False)
    if done.returncode:
        said = "\n    ".join(line for line in done.stderr.splitlines() if not line.startswith("INFO"))
        raise CorpusError("the site was not built", words=said, action="mend that; site/ is as it was")


def _swap(root: Path, new: Path) -> None:
    """Put the new site in the place of the old one: two renames, and ``_recover`` knows what lies between."""
    site, old = root / "site", root / _BESIDE / _OLD
    if site.exists():
        site.rename(old)
    try:
        new.rename(site)
    except BaseException:
        _recover(root)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _recover(root: Path) -> None:
    """Clear away what killed builds left; bring the last good site back where one died between renames."""
    site, beside = root / "site", root / _BESIDE
    old = beside / _OLD
    if old.exists() and not site.exists():
        old.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    for folder in beside.glob("build-*"):
        if time.time() - folder.stat().st_mtime > _LEFT:
            shutil.rmtree(folder, ignore_errors=True)
