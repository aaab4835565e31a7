"""The pages of comparisons, and what is left of the illustrative revision when it is taken off: nothing."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from scripts import build, corpus, manifest
from scripts.publication.built import Built
from scripts.publication.redlines import differences, texts
from scripts.site.site import Site

ROOT = Path(__file__).resolve().parents[1]
PRELIMINARY = "Avant-projet de 2016"
REVISION = "Révision fictive (exercice de ce site)"
PAIR = "2016-10igc7..2026-illustrative"
FOLDER = Path("docs/fr/digital/compare")


@pytest.fixture(scope="module")
def site() -> Site:
    return corpus.load(ROOT)


@pytest.fixture(scope="module")
def made(site: Site) -> dict[Path, bytes]:
    return build.files(site)


def tree(made: dict[Path, bytes], page: str) -> html.HtmlElement:
    source = made[Path("docs") / f"{page}.md"].decode("utf-8")
    return html.document_fromstring(source.split("---\n", 2)[2])


def words(element: html.HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_ordered_pair_of_held_drafts_has_its_pages(made: dict[Path, bytes], lang: str) -> None:
    for pair in (PAIR, "2026-illustrative..2016-10igc7"):
        for name in (
            "index.md",
            "bilingual.md",
            "correspondence.md",
            "correspondence.csv",
            "comparison.html",
        ):
            assert Path(f"docs/{lang}/digital/compare/{pair}/{name}") in made


def test_the_list_names_the_drafts_whose_text_is_not_held(made: dict[Path, bytes]) -> None:
    source = made[FOLDER / "index.md"].decode("utf-8")
    for name in ("Projet adopté par le Comité", "Projet soumis à la Conférence", "Texte approuvé"):
        assert re.search(rf"{name}.*?texte non détenu ici", source)


@pytest.mark.parametrize("name", ["index", "bilingual", "correspondence"])
@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("fr", ["texte fictif, non des Nations Unies"]),
        ("en", ["unofficial translation", "illustrative, not a United Nations text"]),
    ],
)
def test_what_a_text_is_stands_in_the_title(
    made: dict[Path, bytes], name: str, lang: str, said: list[str]
) -> None:
    source = made[Path(f"docs/{lang}/digital/compare/{PAIR}/{name}.md")].decode("utf-8")
    title = next(line for line in source.splitlines() if line.startswith("title:"))
    status = next(line for line in source.splitlines() if line.startswith("status_text:"))
    assert all(remark in title for remark in said)
    assert {"fr": "n’est pas un texte", "en": "not a United Nations text"}[lang] in status


def test_every_redline_gives_back_both_texts(site: Site, made: dict[Path, bytes]) -> None:
    expected = texts(site)
    seen = 0
    for page in (
        f"{lang}/digital/compare/{PAIR}/{name}" for lang in ("fr", "en") for name in ("index", "bilingual")
    ):
        built = Built(page, tree(made, page))
        assert list(differences(built, expected)) == []
        seen += len(built.tree.xpath("//*[@data-redline]"))
    assert seen > 500


def test_a_word_lost_from_a_redline_is_found(site: Site, made: dict[Path, bytes]) -> None:
    page = f"fr/digital/compare/{PAIR}/index"
    built = Built(page, tree(made, page))
    (gone,) = built.tree.xpath("//*[@id='c30']//p[contains(@class,'line')]//del")
    gone.getparent().remove(gone)
    assert len(list(differences(built, texts(site)))) == 1


def test_every_link_of_the_summary_leads_to_a_change(made: dict[Path, bytes]) -> None:
    page = tree(made, f"fr/digital/compare/{PAIR}/index")
    links = [str(address) for address in page.xpath("//div[@class='amounts']//@href")]
    ids = set(page.xpath("//@id"))
    assert len(links) > 40
    assert {link.removeprefix("#") for link in links} <= ids


def test_moved_text_is_linked_at_both_ends(made: dict[Path, bytes]) -> None:
    page = tree(made, f"fr/digital/compare/{PAIR}/index")
    (origin,) = page.xpath("//*[@id='c12']//p[@class='from']/a/@href")
    (place,) = page.xpath(f"//*[@id='{origin[1:]}']")
    assert place.xpath(".//a/@href") == ["#c12"]
    assert "21 déplacé" in words(place)


def test_duties_and_references_are_told_beside_their_change(made: dict[Path, bytes]) -> None:
    page = tree(made, f"en/digital/compare/{PAIR}/index")
    rows = {words(row.xpath(".//span[@class='passage']")[0]): row for row in page.xpath("//*[@data-change]")}
    assert "Duty strengthened: “may” → “should”" in words(rows["11 → 12"])
    assert "Duty weakened: “shall” → “should”" in words(rows["19 → 22"])
    (gained,) = rows["22.6 → 23.6"].xpath(".//li[@class='gained']/a/@href")
    assert str(gained).endswith("convention/18/")


# -- both languages ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("lang", "flag"), [("fr", "français seulement"), ("en", "French only")])
def test_only_what_changed_in_one_language_alone_is_flagged(
    made: dict[Path, bytes], lang: str, flag: str
) -> None:
    page = tree(made, f"{lang}/digital/compare/{PAIR}/bilingual")
    rows = page.xpath("//tr[contains(@class, 'apart')]")
    assert [words(row.xpath("./th")[0]).split(" ")[:3] for row in rows] == [["24.2", "→", "25.2"]]
    assert flag in words(rows[0]).replace("french", "French")


def test_what_typography_alone_tells_apart_is_shown_without_a_flag(made: dict[Path, bytes]) -> None:
    page = tree(made, f"fr/digital/compare/{PAIR}/bilingual")
    (row,) = (row for row in page.xpath("//tr") if words(row).startswith("22.4 → 23.4"))
    assert "light" in row.get("class")
    assert not row.xpath(".//strong")


# -- a paragraph through its drafts --------------------------------------------------------------------


def history(made: dict[Path, bytes], page: str) -> dict[str, html.HtmlElement]:
    found = tree(made, f"fr/digital/{page}").xpath("//ol[@class='history']/li")
    return {words(item.xpath("./a | ./strong")[0]): item for item in found}


@pytest.mark.parametrize(
    ("address", "draft", "said"),
    [
        ("2016-10igc7/annex/21", REVISION, ["§ 14", "21 → 14 Déplacement"]),
        ("2016-10igc7/annex/4", REVISION, ["§ 4 et § 5", "Scission"]),
        ("2016-10igc7/annex/6", REVISION, ["§ 7", "Renumérotation"]),
        ("2016-10igc7/annex/2", REVISION, ["§ 2", "Inchangé"]),
        (
            "2016-10igc7/annex/20",
            "Révision fictive (exercice de ce site)",
            ["Il n’en reste rien", "changement 30"],
        ),
        (
            "2016-10igc7/document/3",
            "Révision fictive (exercice de ce site)",
            ["n’est pas dans cette version"],
        ),
        (
            "2026-illustrative/annex/15",
            "Avant-projet de 2016",
            ["ne vient d’aucun paragraphe", "changement 14"],
        ),
        ("2026-illustrative/annex/17", PRELIMINARY, ["§ 14", "14.2 et 14.3 → 17.2 Fusion"]),
    ],
)
def test_a_paragraph_says_where_its_text_went_and_came_from(
    made: dict[Path, bytes], address: str, draft: str, said: list[str]
) -> None:
    item = history(made, address)[draft]
    assert all(each in words(item) for each in said), words(item)


def test_the_history_names_every_draft(site: Site, made: dict[Path, bytes]) -> None:
    names = {draft.names["fr"] for draft in site.manifest.drafts}
    assert set(history(made, "2016-10igc7/annex/9")) == names


def test_only_the_newest_official_text_is_latest(site: Site) -> None:
    latest = site.manifest.latest(site.manifest.works[0])
    assert latest is not None
    assert not latest.illustrative


# -- taken off ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the whole site of a project in which one line says ``published = false``."""
    project = tmp_path_factory.mktemp("project")
    for name in ("source_texts", "overrides", "scripts", "docs"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", project)
    file = project / manifest.FILE
    text = file.read_text(encoding="utf-8")
    assert text.count("published = true") == 1
    file.write_text(text.replace("published = true", "published = false"), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return project / "site"


def test_one_line_takes_the_illustrative_revision_off_without_a_trace(without: Path) -> None:
    pages = [path for path in without.rglob("*") if path.suffix in {".html", ".xml", ".json", ".txt", ".csv"}]
    assert len(pages) > 200
    names = (
        "2026-illustrative",
        "Révision fictive (exercice",
        "Illustrative revision (an exercise",
    )
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert not [name for name in names if name in text], path.relative_to(without)
        assert "2026-illustrative" not in path.relative_to(without).as_posix()


def test_the_search_does_not_find_it_either(without: Path) -> None:
    fragments = list((without / "pagefind" / "fragment").iterdir())
    assert len(fragments) > 100
    for fragment in fragments:
        text = gzip.decompress(fragment.read_bytes()).decode("utf-8", errors="replace")
        assert "2026-illustrative" not in text
