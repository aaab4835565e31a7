"""The manifest: what is wrong in it stops everything with one clear error."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import manifest
from scripts.errors import CorpusError

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "source_texts", tmp_path / "source_texts")
    return tmp_path


def edit(project: Path, old: str, new: str) -> None:
    file = project / manifest.FILE
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_real_manifest_is_read_and_every_file_has_its_hash() -> None:
    found = manifest.load(ROOT)
    assert found.languages == ("fr", "en")
    for draft in found.drafts:
        for held in draft.manifestations:
            assert manifest.content(ROOT, held)


def test_latest_is_the_newest_text_held_and_never_an_exercise() -> None:
    found = manifest.load(ROOT)
    latest = found.latest(found.works[0])
    assert latest is not None
    assert latest.held
    assert not latest.illustrative


FAULTS: list[tuple[str, str, str, str]] = [
    ("an unknown key", 'stage = "draft"', 'stag = "draft"', "unknown key in draft"),
    ("a missing key", 'stage = "draft"\n', "", "lacks a key"),
    ("an unknown stage", 'stage = "draft"', 'stage = "drafty"', "unknown stage"),
    ("an unknown status", 'status = "official"', 'status = "oficial"', "unknown status"),
    ("an unknown language", 'lang = "fr"', 'lang = "xx"', "unknown language"),
    ("a draft of no work", 'work = "digital"', 'work = "analog"', "unknown work"),
    ("a draft that stands twice", 'id = "2017-06-6cp11"', 'id = "2016-10igc7"', "stands twice"),
    ("words missing in a language", 'en = "Approved text (June 2017)"\n', "", "no words in en"),
    ("a file outside", 'file = "dce-16-10-igc-7/fr.txt"', 'file = "../fr.txt"', "below source_texts"),
    ("a language without a folder", 'languages = ["fr", "en"]', 'languages = ["fr", "pt"]', "has no folder"),
    ("broken TOML", "[[work]]", "[[work", "not valid TOML"),
    ("a date without quotes", 'date = "2017-06"', "date = 2017", "is no text"),
    ("a day that is none", 'date = "2017-02-02"', 'date = "2017-02-30"', "is no date"),
    ("a date in words", 'date = "2017-06"', 'date = "June 2017"', "is no date"),
    ("an id that is no address", 'id = "2017-06-6cp11"', 'id = "../2017"', "part of addresses"),
    ("an id that is taken", 'id = "2017-06-6cp11"', 'id = "compare"', "part of addresses"),
    ("a draft in single brackets", "[[work]]", "[work]", "is not a list"),
    ("a file in single brackets", "\n[[draft.manifestation]]", "\n[draft.manifestation]", "not valid TOML"),
    ("a truth in quotes", "original = true", 'original = "yes"', "neither true nor false"),
]


@pytest.mark.parametrize(("name", "old", "new", "says"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_a_fault_is_one_clear_error(project: Path, name: str, old: str, new: str, says: str) -> None:
    edit(project, old, new)
    with pytest.raises(CorpusError) as caught:
        manifest.load(project)
    assert says in str(caught.value)
    assert caught.value.file == "source_texts/corpus.toml"
    assert caught.value.action


def damage(project: Path) -> None:
    (project / "source_texts/dce-16-10-igc-7/fr.txt").write_text("another text", encoding="utf-8")


def remove(project: Path) -> None:
    (project / "source_texts/dce-16-10-igc-7/fr.txt").unlink()


@pytest.mark.parametrize(
    ("change", "says"), [(damage, "not the one that the manifest describes"), (remove, "it is not there")]
)
def test_a_file_that_is_not_the_one_described_stops_the_build(
    project: Path, change: Callable[[Path], None], says: str
) -> None:
    found = manifest.load(project)
    change(project)
    with pytest.raises(CorpusError, match=says) as caught:
        for draft in found.drafts:
            for held in draft.manifestations:
                manifest.content(project, held)
    assert "fr.txt" in caught.value.file
    assert caught.value.action
