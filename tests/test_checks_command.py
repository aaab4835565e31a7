"""The check command, its formats, and what a person accepts in writing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from scripts import corpus
from scripts.__main__ import main
from scripts.build import files
from scripts.checking import check
from scripts.site import findings_page
from tests.test_checks import ROOT, projected, unpublish, write

FAULT = ("25.2 compile and keep", "25.2 compile and and keep")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Path]:
    root = projected(tmp_path)
    unpublish(root)
    file = root / "source_texts/dce-16-10-igc-7/en.txt"
    write(root, "en", file.read_text("utf-8").replace(*FAULT))
    yield root


def run(root: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "check", *options])


def accept(root: Path, entry: str) -> None:
    manifest = root / "source_texts/corpus.toml"
    manifest.write_text(manifest.read_text("utf-8") + entry, encoding="utf-8")


def test_the_corpus_as_it_is_passes_the_strict_check() -> None:
    result = run(ROOT, "--strict")
    assert result.exit_code == 0
    assert result.output.startswith("nothing to look at; ")


def test_a_finding_says_file_line_place_words_reason_and_remedy(project: Path) -> None:
    result = run(project)
    assert result.exit_code == 0
    for words in (
        "source_texts/dce-16-10-igc-7/en.txt",
        "warning word-doubled: line 537, annex 25.2",
        "“and and”",
        "why  ",
        "do   ",
        "[[erratum]]",
        'words = "and and"',
        'reads = "and"',
        "1 to look at; ",
    ):
        assert words in result.output


def test_strict_fails_until_the_finding_is_accepted_in_writing(project: Path) -> None:
    assert run(project, "--strict").exit_code == 1
    accept(
        project,
        '\n[[accepted]]\ncode = "word-doubled"\nplace = "annex 25.2"\nwords = "and and"\nreason = "meant"\n',
    )
    assert run(project, "--strict").exit_code == 0


def test_an_acceptance_pasted_as_it_is_printed_silences_the_finding(project: Path) -> None:
    found = json.loads(run(project, "--format", "json").output)["findings"]
    entry = next(one["acceptance"] for one in found if not one["accepted"])
    accept(project, f"\n{entry}\n")
    assert run(project, "--strict").exit_code == 0


def test_what_cannot_be_seen_is_written_by_its_number_in_what_is_pasted(project: Path) -> None:
    file = project / "source_texts/dce-16-10-igc-7/en.txt"
    write(
        project,
        "en",
        file.read_text("utf-8").replace("multilateral negotiations", "multi\u00adlateral negotiations"),
    )
    found = json.loads(run(project, "--format", "json").output)["findings"]
    one = next(one for one in found if one["code"] == "character-stray")
    assert 'words = "multi\\u00adlateral"' in one["erratum"]
    assert 'reads = "multilateral"' in one["erratum"]


def test_an_acceptance_that_fits_nothing_is_a_finding(project: Path) -> None:
    accept(
        project,
        '\n[[accepted]]\ncode = "word-doubled"\nplace = "annex 1"\nwords = "and and"\nreason = "meant"\n',
    )
    found = json.loads(run(project, "--format", "json").output)["findings"]
    assert [one["file"] for one in found if one["code"] == "acceptance-unmatched"] == [
        "source_texts/corpus.toml"
    ]


def test_an_erratum_pasted_as_it_is_printed_silences_the_finding(project: Path) -> None:
    found = json.loads(run(project, "--format", "json").output)["findings"]
    entry = next(one["erratum"] for one in found if one["code"] == "word-doubled")
    file = project / "source_texts/dce-16-10-igc-7/errata.toml"
    file.write_text(f"{file.read_text('utf-8')}\n{entry}\n", encoding="utf-8")
    assert run(project, "--strict").exit_code == 0


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_json_has_every_finding_in_the_language_asked_for(project: Path, lang: str) -> None:
    printed = json.loads(run(project, "--format", "json", "--lang", lang).output)
    assert printed["open"] == 1
    one = next(one for one in printed["findings"] if not one["accepted"])
    assert (one["code"], one["place"], one["words"]) == ("word-doubled", "annex 25.2", "and and")
    assert one["what"]
    assert one["why"]
    assert one["do"]
    assert one["line"] > 0


def test_a_corpus_that_cannot_be_read_is_an_error_and_a_finding_in_the_json(project: Path) -> None:
    file = project / "source_texts/dce-16-10-igc-7/en.txt"
    write(project, "en", file.read_text("utf-8").replace("25.2 compile", "25.2 com\x07pile"))
    result = run(project, "--format", "json")
    assert result.exit_code == 1
    assert "a control character (U+0007)" in result.stderr
    (one,) = json.loads(result.stdout)["findings"]
    assert (one["code"], one["file"]) == ("corpus-error", "source_texts/dce-16-10-igc-7/en.txt")
    assert one["line"] == 537


def test_an_unknown_language_is_one_clear_error(project: Path) -> None:
    result = run(project, "--lang", "xx")
    assert result.exit_code == 1
    assert "no language 'xx'" in result.output


def test_the_page_for_editors_shows_the_finding_and_runs_nothing_of_it(project: Path) -> None:
    file = project / "source_texts/dce-16-10-igc-7/en.txt"
    write(project, "en", file.read_text("utf-8").replace("a list of good", "a list of of <b>{{ good }}</b>"))
    site = corpus.load(project)
    found = check(project, site)
    pages = {path.as_posix(): data.decode() for path, data in files(site, found).items()}
    for lang in site.manifest.languages:
        page = pages[f"docs/{lang}/{findings_page.ADDRESS}.md"]
        assert "annex 25.2" in page
        assert "[[erratum]]" in page.replace("&#91;", "[").replace("&#93;", "]")
        assert "<b>" not in page
        assert "{{" not in page
        assert "kind:" not in page.split("---")[1]  # only pages of a kind are searched
