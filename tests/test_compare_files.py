"""``python -m scripts compare``: two files or two drafts, as JSON, as text, as HTML that stands alone."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from lxml import html

from scripts import corpus
from scripts.__main__ import main
from scripts.comparison_files import correspondence, of_names
from scripts.exports.comparison_csv import table_csv
from scripts.publication.redlines import shown

ROOT = Path(__file__).resolve().parents[1]
OLD, NEW = (
    str(ROOT / "source_texts" / name / "fr.txt") for name in ("dce-16-10-igc-7", "illustrative-revision")
)
DRAFTS = ("2016-10igc7", "2026-illustrative")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["compare", *arguments])


def data(*arguments: str) -> Any:
    result = run(*arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def annex_alone(folder: Path) -> str:
    words = Path(OLD).read_text(encoding="utf-8")
    file = folder / "annex.txt"
    file.write_text(words[words.index("ANNEXE ") :], encoding="utf-8")
    return str(file)


def relations(found: Any) -> list[tuple[str, bool, list[str], list[str]]]:
    return [(p["relation"], p["renumbered"], p["old"], p["new"]) for p in found["pairs"]]


def test_two_files_give_what_two_drafts_give(tmp_path: Path) -> None:
    files = data(annex_alone(tmp_path), NEW, "--lang", "fr")
    drafts = data(*DRAFTS, "--lang", "fr")
    assert relations(files) == relations(drafts)
    assert files["summary"]["counts"] == drafts["summary"]["counts"]
    assert files["summary"]["duties"] == drafts["summary"]["duties"]


def test_a_whole_document_meets_an_annex_alone() -> None:
    found = data(OLD, NEW, "--lang", "fr")
    moved = [pair for pair in found["pairs"] if pair["relation"] == "moved"]
    assert {"old": ["21"], "new": ["14"]} in [{side: p[side] for side in ("old", "new")} for p in moved]
    assert len(found["notes"]) == 4  # the document's own, which the annex alone has not


def test_json_keeps_its_promise() -> None:
    found = data(*DRAFTS, "--lang", "en")
    assert set(found["pairs"][0]) == {"relation", "renumbered", "old", "new", "redline"}
    split = next(pair for pair in found["pairs"] if pair["relation"] == "split")
    assert (split["old"], split["new"]) == (["4"], ["4", "5"])
    assert {op for pair in found["pairs"] for op, _ in pair["redline"]} == {"=", "-", "+"}


def test_text_gives_back_both_texts() -> None:
    result = run(*DRAFTS, "--lang", "fr", "--format", "text")
    assert "Les Parties [-peuvent-]{+devraient+} mettre à jour" in result.stdout
    held = next(e for e in corpus.load(ROOT).expressions if e.lang == "fr" and e.draft.id == DRAFTS[0])
    before = re.sub(r"\{\+.*?\+\}", "", result.stdout).replace("[-", "").replace("-]", "")
    assert all(p.text in before for p in held.text.component("annex").walk())


@pytest.fixture(scope="module")
def alone() -> html.HtmlElement:
    result = run(*DRAFTS, "--lang", "fr", "--format", "html")
    assert result.exit_code == 0, result.output
    return html.document_fromstring(result.stdout)


def test_html_stands_alone(alone: html.HtmlElement) -> None:
    assert not alone.xpath("//script | //link | //img | //@src")
    assert all(str(address).startswith("#") for address in alone.xpath("//@href"))
    assert not re.search(r"url\(|@import", alone.xpath("string(//style)"))


def test_html_has_every_link_of_its_summary(alone: html.HtmlElement) -> None:
    ids = set(alone.xpath("//@id"))
    links = [str(address)[1:] for address in alone.xpath("//@href")]
    assert len(links) > 40
    assert set(links) <= ids


def test_html_says_what_each_text_is_worth(alone: html.HtmlElement) -> None:
    assert "n’est pas un texte des Nations Unies" in " ".join(alone.xpath("//p[@class='status']/text()"))
    assert "fictif" in alone.xpath("string(//title)")


def test_html_gives_back_both_texts(alone: html.HtmlElement) -> None:
    expressions = {e.draft.id: e for e in corpus.load(ROOT).expressions if e.lang == "fr"}
    for rank, name in enumerate(DRAFTS):
        lines = [shown(line)[rank] for line in alone.xpath("//*[@data-redline and not(@data-side)]")]
        texts = [p.text for p in expressions[name].text.component("annex").walk()]
        assert len(texts) > 90
        assert [text for text in texts if not any(text in line for line in lines)] == []


def test_a_file_says_that_its_status_is_not_known() -> None:
    result = run(OLD, NEW, "--lang", "fr", "--format", "text")
    assert result.stdout.count("fichier dont le statut n’est pas dit ici") == 2


def test_a_draft_compared_with_a_file_still_says_its_status() -> None:
    result = run(OLD, "2026-illustrative", "--lang", "fr", "--format", "text")
    assert "n’est pas un texte des Nations Unies" in result.stdout.split("ANNEXE")[0]


@pytest.mark.parametrize("name", ["nowhere.txt", "2017-06-6cp11"])
def test_what_is_neither_a_file_nor_a_held_draft_is_one_error(name: str) -> None:
    result = run(DRAFTS[0], name, "--lang", "fr")
    assert result.exit_code == 1
    assert f"    {name}" in result.stderr
    assert "2026-illustrative" in result.stderr


# -- the table of correspondence -------------------------------------------------------------------


def rows() -> list[dict[str, str]]:
    made = correspondence(of_names(ROOT, *DRAFTS, "en")).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(made, newline="")))


def test_the_table_holds_every_provision_of_both_texts_once() -> None:
    expressions = {e.draft.id: e for e in corpus.load(ROOT).expressions if e.lang == "en"}
    for side, name in (("Old eId", DRAFTS[0]), ("New eId", DRAFTS[1])):
        eids = [eid for row in rows() for eid in row[side].split()]
        assert sorted(eids) == sorted(p.eid for p in expressions[name].text.component("annex").walk())


def test_the_table_says_what_became_of_each_number() -> None:
    found = {row["Old"]: (row["New"], row["Relation"], row["Renumbered"]) for row in rows()}
    assert found["6"] == ("7", "Renumbering", "yes")
    assert found["14.2 and 14.3"] == ("17.2", "Merger", "yes")
    assert found["4"] == ("4 and 5", "Split", "no")
    assert found["20"] == ("", "Deletion", "no")
    assert found["13.5, dash 1"] == ("16.5, dash 1", "Unchanged", "no")


def test_a_cell_never_becomes_a_formula() -> None:
    assert b"'=1+1" in table_csv(("a",), [("=1+1",)])
