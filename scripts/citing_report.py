"""Citations gained and lost against an earlier commit, each commit's list made by its own program.

The engine changes as the texts do, so that today's engine over yesterday's texts would not tell. The
earlier commit is unpacked into a temporary folder (``git archive``: the repository is not touched) and its
own ``python -m scripts references --list`` is run there.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from scripts import corpus
from scripts.site.cited import HEADS, rows

_KEPT = tuple(name for name in HEADS if name != "address")
"""What tells one citation from another; the address follows from the rest."""
_PLAIN = {**os.environ, "PYTHONUTF8": "1"}
COMMAND = ("-m", "scripts", "references", "--list")


class NoListError(Exception):
    """An earlier commit's list could not be made; the message says why."""


def listed(root: Path) -> tuple[str, ...]:
    """Return one line for each citation of the corpus: its fields as ``HEADS`` names them, apart by tabs."""
    places = [HEADS.index(name) for name in _KEPT]
    found = []
    for row in rows(corpus.load(root)):
        found.append("\t".join(" ".join(row[place].split()) for place in places))
    return tuple(found)


def listed_at(root: Path, revision: str) -> tuple[str, ...]:
    """Return the list of an earlier commit, made by its own program. Raises NoListError with why."""
    archive = _run(
        ("git", "archive", "--format=zip", revision), root, f"{revision} is not in this copy of the history"
    )
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(io.BytesIO(archive)) as packed:
            packed.extractall(folder)
        said = _run((sys.executable, *COMMAND), Path(folder), f"the program of {revision} makes no such list")
    return tuple(said.decode("utf-8").splitlines())


def _run(command: Sequence[str], folder: Path, problem: str) -> bytes:
    try:
        done = subprocess.run(command, cwd=folder, env=_PLAIN, capture_output=True, check=False)
    except OSError as error:
        raise NoListError(f"{problem} ({error.strerror})") from error
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise NoListError(f"{problem} ({' '.join(last)})" if last else problem)
    return done.stdout


def report(old: Iterable[str], new: Iterable[str], revision: str) -> str:
    """Return what was gained, lost and judged otherwise since ``revision``, as a list in Markdown."""
    before, after = Counter(old), Counter(new)
    gained, lost = list((after - before).elements()), list((before - after).elements())
    total = f"{before.total()} before, {after.total()} now"
    if not gained and not lost:
        return f"Citations against {revision}: none gained, none lost ({total})."
    lines = [f"Citations against {revision}: {len(gained)} gained, {len(lost)} lost ({total})."]
    lines += [f"- lost: {_shown(line)}" for line in lost]
    lines += [f"- gained: {_shown(line)}" for line in gained]
    return "\n".join(lines)


def _shown(line: str) -> str:
    cells = [cell.replace("`", "'") for cell in line.split("\t")]
    if len(cells) != len(_KEPT):  # another commit's list may have other columns
        return " · ".join(cells)
    draft, component, provision, lang, surface, target, state, likely = cells
    meant = f", likely {likely}" if likely else ""
    return f"{draft} {component} {provision} ({lang}): “{surface}” → `{target}` {state}{meant}"
