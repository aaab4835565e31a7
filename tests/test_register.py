"""The register is read, checks itself, and says plainly what is wrong with it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scripts import register
from scripts.errors import CorpusError

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in ("register", "languages"):
        shutil.copytree(ROOT / "source_texts" / folder, tmp_path / "source_texts" / folder)
    return tmp_path


def _edit(project: Path, file: str, old: str, new: str) -> None:
    path = project / "source_texts" / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _add(project: Path, text: str) -> None:
    (project / "source_texts/register/more.toml").write_text(text, encoding="utf-8")


def test_the_register_holds_what_the_document_names() -> None:
    found = register.load(ROOT)
    assert {f"convention:art{number}" for number in range(1, 36)} <= set(found.instruments)
    for name in (
        "decision:9.IGC/7",
        "resolution:5.CP/12",
        "gc-resolution:38C/56",
        "external:agenda2030",
        "external:ungp",
    ):
        assert name in found.instruments
    assert set(found.grammars) >= {"fr", "en"}


def test_every_entry_has_a_name_in_both_languages_and_a_page_of_its_own() -> None:
    from scripts.identifiers import instrument_page
    from scripts.model import Reference

    instruments = register.load(ROOT).instruments
    assert all({"fr", "en"} <= set(entry.names) for entry in instruments.values())
    pages = [instrument_page(Reference.read(name)) for name in instruments]
    assert len(pages) == len(set(pages))


def test_what_is_related_is_an_instrument_of_the_register() -> None:
    instruments = register.load(ROOT).instruments
    missing = {one for entry in instruments.values() for one in entry.related if one not in instruments}
    assert not missing


@pytest.mark.parametrize(
    ("toml", "problem", "words"),
    [
        ('[[instrumnt]]\nid = "decision:3.IGC/5"', "unknown table [[instrumnt]]", ""),
        (
            '[[instrument]]\nid = "decision:3.IGC/5"\nkind = "decision"\ncolour = 1',
            "unknown key 'colour'",
            "decision:3.IGC/5",
        ),
        ('[[instrument]]\nid = "decision:3.IGC/5"', "without 'kind'", "decision:3.IGC/5"),
        (
            '[[instrument]]\nid = "decision 3.IGC 5"\nkind = "decision"',
            "not a canonical id",
            "decision 3.IGC 5",
        ),
        (
            '[[instrument]]\nid = "decision:3IGC/5"\nkind = "decision"',
            "not in its one spelling",
            "decision:3IGC/5",
        ),
        (
            '[[instrument]]\nid = "doc:CE/15/9.IGC/4.REV"\nkind = "document"',
            "not in its one spelling",
            "doc:CE/15/9.IGC/4.REV",
        ),
        ('[[instrument]]\nid = "decision:9.IGC/7"\nkind = "decision"', "twice", "decision:9.IGC/7"),
    ],
)
def test_a_fault_is_named_with_its_file_and_words(project: Path, toml: str, problem: str, words: str) -> None:
    _add(project, toml)
    with pytest.raises(CorpusError) as caught:
        register.load(project)
    assert problem in caught.value.problem
    assert caught.value.file.startswith("source_texts/register/")
    assert caught.value.words == words
    assert caught.value.action


def test_a_name_without_an_example_is_refused(project: Path) -> None:
    _edit(project, "register/external.toml", '"DUDH"]', '"DUDH", "Déclaration de 1948"]')
    with pytest.raises(CorpusError, match="no example shows this name"):
        register.load(project)


def test_an_example_without_a_name_is_refused(project: Path) -> None:
    _edit(project, "register/external.toml", '"la DUDH"]', '"la DUDH", "la Déclaration de 1948"]')
    with pytest.raises(CorpusError, match="no name fits this example"):
        register.load(project)


def test_a_word_without_an_example_is_refused(project: Path) -> None:
    _edit(project, "languages/fr/citations.toml", 'annex = ["annexe"]', 'annex = ["annexe", "appendice"]')
    with pytest.raises(CorpusError, match="no example shows this word") as caught:
        register.load(project)
    assert caught.value.words == "appendice"


def test_an_example_that_reads_otherwise_is_refused(project: Path) -> None:
    _edit(project, "register/series.toml", '"decision:9.IGC/7"]', '"decision:9.IGC/8"]')
    with pytest.raises(CorpusError, match=r"does not give decision:9\.IGC/8 but decision:9\.IGC/7"):
        register.load(project)


def test_a_new_body_is_data_only(project: Path) -> None:
    _add(
        project,
        '[[session]]\norgan = "MSP"\nscheme = "resolution"\n'
        'names.fr = "Réunion"\nnames.en = "Meeting"\n'
        'examples.fr = [["Résolution 5.MSP 4", "resolution:5.MSP/4"]]\n'
        'examples.en = [["Resolution 5.MSP 4", "resolution:5.MSP/4"]]\n',
    )
    from scripts.citations.find import find

    found = find("Resolutions 3.MSP 9 and 11", register.load(project).grammar("en"))
    assert [str(citation.reference) for citation in found] == ["resolution:3.MSP/9", "resolution:3.MSP/11"]


def test_a_language_without_words_to_cite_is_named() -> None:
    with pytest.raises(CorpusError, match="no words to cite with in language 'xx'"):
        register.load(ROOT).grammar("xx")
