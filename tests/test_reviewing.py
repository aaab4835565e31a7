"""What a proposal is told of its texts: what is new, what changed, what is doubtful; never a crash."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

from scripts import manifest, reviewing
from scripts.adding import entry
from scripts.catalogue import Manifestation
from tests.revised_annex import revised

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A history of one commit; the revised annex is put in by hand after it, in both languages."""
    shutil.copytree(ROOT / "source_texts", tmp_path / "source_texts")
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    for command in (("init", "-q"), ("add", "source_texts"), (*who, "commit", "-q", "-m", "first")):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    for lang in ("fr", "en"):
        put(tmp_path, lang, revised(lang))
    return tmp_path


def put(project: Path, lang: str, data: bytes) -> None:

    file = project / f"source_texts/dce-17-6-cp-11/{lang}.docx"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)
    sha256 = hashlib.sha256(data).hexdigest()
    held = Manifestation(lang, f"dce-17-6-cp-11/{lang}.docx", sha256, "official", lang == "fr")
    text = (project / manifest.FILE).read_text(encoding="utf-8")
    block = entry.manifestation_block(held)
    text = entry.with_manifestation(text, block, "2017-02-02-6cp11")
    (project / manifest.FILE).write_text(text, encoding="utf-8")


def test_new_texts_are_outlined_compared_and_doubted(project: Path) -> None:
    said = reviewing.report(project, "HEAD", "en")
    assert "2017-02-02-6cp11, fr: source_texts/dce-17-6-cp-11/fr.docx" in said
    assert "25 paragraphs (1 to 25)" in said
    assert "2016-10igc7 → 2017-02-02-6cp11 (en)" in said
    assert "- 1 provision added: 7." in said
    assert "- 1 provision deleted: 20." in said
    assert "only in English: 2035" in said
    assert "figures-differ" in said
    assert "2016-10igc7, fr" not in said


def test_without_a_history_nothing_is_called_new(project: Path) -> None:
    shutil.rmtree(project / ".git")
    said = reviewing.report(project, "HEAD", "en")
    assert "nothing is called new" in said
    assert "figures-differ" in said


def test_texts_that_cannot_be_read_are_reported_too(project: Path) -> None:
    (project / "source_texts/dce-17-6-cp-11/fr.docx").write_bytes(b"PK\x03\x04")
    said = reviewing.report(project, "HEAD", "en")
    assert "cannot be read" in said
    assert "fr.docx" in said


def test_a_text_cannot_break_out_of_its_lines_nor_call_anybody(project: Path) -> None:
    file = project / "source_texts/dce-16-10-igc-7/fr.txt"
    hostile = file.read_text(encoding="utf-8").replace("Principes directeurs", "~~~~~~~~ @someone <b>", 1)
    file.write_text(hostile, encoding="utf-8")
    said = reviewing.report(project, "HEAD", "en")
    lines = said.splitlines()
    assert lines.count("~~~~~~text") == lines.count("~~~~~~")
    assert not [row for row in lines if row.startswith("~~~~~~~")]


def test_a_long_report_is_cut_where_a_comment_still_holds_it() -> None:
    long = "\n".join(reviewing._fenced("a line of findings\n" * 10_000))
    cut = reviewing._cut(long)
    assert len(cut) < 60_000
    assert cut.splitlines().count("~~~~~~text") == cut.splitlines().count("~~~~~~")
    assert reviewing._cut("short") == "short"
