"""The last good site stays in place whatever becomes of the build: it fails, or is killed at any moment."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scripts import publishing
from scripts.errors import CorpusError

ROOT = Path(__file__).resolve().parents[1]
SLOW = 0.4
BUILDER = """
import pathlib, sys, time
words = pathlib.Path("words.txt").read_text()
folder = pathlib.Path(sys.argv[sys.argv.index("--site-dir") + 1])
folder.mkdir()
for page in range(20):
    folder.joinpath(f"{page}.html").write_text(words)
    time.sleep({slow} / 20)
print("INFO    -  Building documentation", file=sys.stderr)
if words == "bad":
    print("ERROR   -  source_texts/x/fr.txt: not UTF-8 text", file=sys.stderr)
    sys.exit(1)
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose ``mkdocs`` is a stand-in: it writes twenty pages of the same words, slowly."""
    (tmp_path / "mkdocs.py").write_text(BUILDER.replace("{slow}", "0"), encoding="utf-8")
    (tmp_path / "words.txt").write_text("first", encoding="utf-8")
    publishing.publish(tmp_path)
    return tmp_path


def words(root: Path) -> set[str]:
    """Return what the twenty pages say: one and the same, where the site is whole."""
    pages = [page.read_text(encoding="utf-8") for page in (root / "site").glob("*.html")]
    assert len(pages) == 20
    return set(pages)


def left(root: Path) -> list[Path]:
    return list((root / ".cache").glob("*/*"))


def test_a_new_site_takes_the_place_of_the_old_one_and_nothing_is_left(project: Path) -> None:
    assert words(project) == {"first"}
    (project / "words.txt").write_text("second", encoding="utf-8")
    publishing.publish(project)
    assert words(project) == {"second"}
    assert not left(project)


def test_a_build_that_fails_says_why_and_leaves_the_site(project: Path) -> None:
    (project / "words.txt").write_text("bad", encoding="utf-8")
    with pytest.raises(CorpusError) as caught:
        publishing.publish(project)
    assert "fr.txt: not UTF-8 text" in caught.value.words
    assert "INFO" not in caught.value.words
    assert words(project) == {"first"}
    assert not left(project)


def begin(root: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "scripts", "--root", str(root), "site"]
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )


def kill(process: subprocess.Popen[bytes]) -> None:
    """Kill the build and what it started."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def test_a_build_that_is_killed_leaves_the_site_and_the_next_one_goes_through(project: Path) -> None:
    (project / "mkdocs.py").write_text(BUILDER.replace("{slow}", str(SLOW)), encoding="utf-8")
    (project / "words.txt").write_text("second", encoding="utf-8")
    process = begin(project)
    while not list((project / ".cache").glob("*/*/site/5.html")):
        assert process.poll() is None
        time.sleep(0.01)
    kill(process)
    assert words(project) == {"first"}
    publishing.publish(project)
    assert words(project) == {"second"}


@pytest.mark.parametrize("seed", range(4))
def test_a_build_killed_at_any_moment_leaves_a_whole_site(project: Path, seed: int) -> None:
    (project / "words.txt").write_text("second", encoding="utf-8")
    process = begin(project)
    time.sleep(random.Random(seed).uniform(0.2, 1.2))
    if process.poll() is None:
        kill(process)
    assert words(project) <= {"first", "second"}
    assert len(words(project)) == 1


def test_a_kill_between_the_two_renames_is_mended_by_the_next_build_even_if_it_fails(project: Path) -> None:
    (project / "site").rename(project / ".cache" / "publishing" / "last")
    (project / "words.txt").write_text("bad", encoding="utf-8")
    with pytest.raises(CorpusError):
        publishing.publish(project)
    assert words(project) == {"first"}


def test_a_site_that_cannot_be_put_in_place_leaves_the_old_one(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def fail(path: Path, target: Path) -> Path:
        if "build-" in str(path):
            raise OSError("no space left")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", fail)
    with pytest.raises(CorpusError, match="no space left"):
        publishing.publish(project)
    assert words(project) == {"first"}


def test_what_a_build_killed_long_ago_left_is_cleared_away(project: Path) -> None:
    old = project / ".cache" / "publishing" / "build-dead"
    old.mkdir()
    os.utime(old, (0, 0))
    publishing.publish(project)
    assert not old.exists()
