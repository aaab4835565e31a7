"""The recipe: the same files each time, written only where they changed, nothing stale left."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scripts import build, corpus, languages
from scripts.errors import CorpusError

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def made() -> dict[Path, bytes]:
    return build.build(ROOT)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "source_texts", tmp_path / "source_texts")
    for lang in ("fr", "en"):
        (tmp_path / "docs" / lang / "guide").mkdir(parents=True)
        (tmp_path / "docs" / lang / "guide" / "index.md").write_text("by hand", encoding="utf-8")
    return tmp_path


def test_two_builds_are_the_same_byte_for_byte(made: dict[Path, bytes]) -> None:
    assert build.build(ROOT) == made


def test_both_languages_have_the_same_addresses(made: dict[Path, bytes]) -> None:
    french = {path.relative_to("docs/fr") for path in made if path.is_relative_to("docs/fr")}
    english = {path.relative_to("docs/en") for path in made if path.is_relative_to("docs/en")}
    assert french == english


def test_every_numbered_paragraph_has_a_page(made: dict[Path, bytes]) -> None:
    for number in range(1, 26):
        assert Path(f"docs/fr/digital/2016-10igc7/annex/{number}.md") in made
    for number in range(1, 13):
        assert Path(f"docs/en/digital/2016-10igc7/document/{number}.md") in made


def test_every_entry_of_the_register_has_a_page_in_each_language(made: dict[Path, bytes]) -> None:
    site = corpus.load(ROOT)
    for address in site.instruments:
        for lang in site.manifest.languages:
            assert Path(f"docs/{lang}/{address}.md") in made


def test_only_what_changed_is_written(project: Path) -> None:
    files = build.build(project)
    assert build.write(project, files) == (len(files), 0)
    assert build.write(project, files) == (0, 0)


def test_a_page_that_is_no_more_is_removed_and_hand_written_ones_stay(project: Path) -> None:
    build.write(project, build.build(project))
    stale = project / "docs/fr/convention/99.md"
    stale.write_text("from an earlier build", encoding="utf-8")
    assert build.write(project, build.build(project)) == (0, 1)
    assert not stale.exists()
    assert (project / "docs/fr/guide/index.md").read_text(encoding="utf-8") == "by hand"


def test_a_broken_annotation_stops_the_build_before_anything_is_written(project: Path) -> None:
    file = next((project / "source_texts/annotations").glob("*.toml"))
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("(ref:convention:", "(ref:nothing:", 1), encoding="utf-8")
    with pytest.raises(CorpusError, match="refers to something that is not there"):
        build.build(project)
    assert not (project / "docs/fr/digital").exists()


def keys(table: dict[str, object], prefix: str = "") -> set[str]:
    found: set[str] = set()
    for key, value in table.items():
        found |= keys(value, f"{prefix}{key}.") if isinstance(value, dict) else {prefix + key}
    return found


@pytest.mark.parametrize("room", ["labels", "structure"])
def test_every_language_has_the_same_words(room: str) -> None:
    """A language that lacks a word would show it only on the page that needs it."""
    found = {lang: keys(languages.words(ROOT, lang, room)) for lang in languages.known(ROOT)}
    first = next(iter(found.values()))
    assert all(each == first for each in found.values()), found
