"""``python -m scripts site``: MkDocs builds beside the last good site, which is replaced only at the end."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from scripts.errors import CorpusError

_NEW = Path(".cache") / "site"


def publish(root: Path) -> None:
    """Build the site of the project at ``root`` into ``site/``.

    Raises CorpusError where MkDocs stops; ``site/`` is then what it was before.
    """
    new, old = root / _NEW, root / "site"
    shutil.rmtree(new, ignore_errors=True)
    # not --quiet: MkDocs then counts no warning, and --strict lets everything pass
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(new)]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}  # a notice of the theme's, about MkDocs 2
    done = subprocess.run(command, cwd=root, env=quiet, capture_output=True, text=True, check=False)
    if done.returncode:
        said = "\n    ".join(line for line in done.stderr.splitlines() if not line.startswith("INFO"))
        raise CorpusError("the site was not built", words=said, action="mend that; site/ is as it was")
    shutil.rmtree(old, ignore_errors=True)
    new.rename(old)
