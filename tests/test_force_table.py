"""The force of a draft: each operative verb, whom it addresses, and where languages do not bind alike."""

from __future__ import annotations

import re
import shutil
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from scripts import corpus, languages
from scripts.comparison.addressee import addressee, read_addressees
from scripts.site import force_table
from scripts.site.force_table_rows import ForceTable
from scripts.site.site import Site

ROOT = Path(__file__).resolve().parents[1]


def parsed(source: str) -> Any:
    return html.fromstring(source)


@pytest.fixture(scope="module")
def site() -> Site:
    return corpus.load(ROOT)


@pytest.fixture(scope="module")
def table(site: Site) -> ForceTable:
    found = force_table.table_of(site, site.manifest.drafts[0])
    assert found
    return found


WHOM = [
    ("fr", "Les Parties [doivent] coopérer.", "parties"),
    ("fr", "Toutes les parties prenantes [sont encouragées à] coopérer.", "stakeholders"),
    ("fr", "La Conférence des Parties [peut] en décider.", "bodies"),
    ("fr", "Le Secrétariat [doit], en collaboration avec les Parties, publier un rapport.", "secretariat"),
    ("fr", "Ce but [exige] des Parties qu’elles agissent.", "parties"),
    ("fr", "Les Parties, dans la mesure du possible, [doivent] agir.", "parties"),
    ("fr", "L’appui de la société civile est utile et [peut] prendre plusieurs formes.", "civil-society"),
    ("fr", "Ces mesures [devraient] viser à aider les Parties.", ""),
    ("fr", "Les deux parties de l’étude [doivent] être lues ensemble.", ""),
    ("en", "Parties [shall] cooperate.", "parties"),
    ("en", "Each Party [shall] report.", "parties"),
    ("en", "The Conference of Parties [may] decide.", "bodies"),
    ("en", "This aim [requires] the Parties to act.", "parties"),
    ("en", "The Secretariat [shall], with Parties, publish a report.", "secretariat"),
    ("en", "These measures [should] aim to support Parties.", ""),
    ("en", "All stakeholders [are encouraged to] take part.", "stakeholders"),
]


@pytest.mark.parametrize(("lang", "marked", "whom"), WHOM)
def test_the_addressee_is_the_one_that_the_sentence_names(lang: str, marked: str, whom: str) -> None:
    words = read_addressees(languages.words(ROOT, lang, "addressees"))
    start, end = marked.index("["), marked.index("]") - 1
    assert addressee(marked.replace("[", "").replace("]", ""), start, end, words) == whom


def test_both_languages_of_the_preliminary_draft_bind_alike(table: ForceTable) -> None:
    assert len(table.rows) == 25
    assert [row.eid for row in table.rows if row.differs] == []


@pytest.mark.parametrize(
    ("eid", "levels"),
    [
        ("para_7", [("stakeholders", 1)]),
        ("para_9", [("parties", 5)]),  # « adoptent … ou actualisent »: one verb there, two here
        ("para_11", [("parties", 2)]),
        ("para_12", [("parties", 1)]),
        ("para_13", [("parties", 4), ("", 2)]),
        ("para_17", [("parties", 5), ("parties", 2)]),
        ("para_18", [("parties", 5)]),
        ("para_23", [("civil-society", 2)]),
        ("para_25", [("secretariat", 5)]),
    ],
)
def test_each_duty_has_its_addressee_and_level(
    table: ForceTable, eid: str, levels: list[tuple[str, int]]
) -> None:
    assert [(row.addressee, row.level) for row in table.rows if row.eid == eid] == levels


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_page_shows_each_verb_in_its_sentence_and_counts_them(
    site: Site, table: ForceTable, lang: str
) -> None:
    body = force_table.page(site, lang, table).body
    page = parsed(f"<div>{body}</div>")
    rows = page.xpath("//table[@class='forces']//tr[starts-with(@id, 'f-')]")
    assert len(rows) == 25
    for row in rows:
        assert [cell.get("lang") for cell in row.findall("td")] == ["fr", "en"]
        assert all(cell.findall(".//b") for cell in row.findall("td"))
    assert page.xpath("//table[@class='counts']/tfoot//td[last()]")[0].text == "25"
    ids = page.xpath("//@id") + re.findall(r"\{: #(\S+) \}", body)  # of headings, in Markdown
    assert len(ids) == len(set(ids))
    links = [link[1:] for link in page.xpath("//a/@href") if link.startswith("#")]
    assert set(links) <= set(ids)


def changed(tmp_path: Path, old: str, new: str) -> Site:
    shutil.copytree(ROOT / "source_texts", tmp_path / "source_texts")
    file = tmp_path / "source_texts" / "dce-16-10-igc-7" / "en.txt"
    before = file.read_bytes()
    after = before.replace(old.encode(), new.encode(), 1)
    assert after != before
    file.write_bytes(after)
    manifest = tmp_path / "source_texts" / "corpus.toml"
    hashes = sha256(before).hexdigest(), sha256(after).hexdigest()
    manifest.write_text(manifest.read_text(encoding="utf-8").replace(*hashes), encoding="utf-8")
    return corpus.load(tmp_path)


def test_a_weaker_verb_in_one_language_is_marked(tmp_path: Path) -> None:
    site = changed(tmp_path, "20. Parties shall integrate", "20. Parties should integrate")
    table = force_table.table_of(site, site.manifest.drafts[0])
    assert table
    assert [row.eid for row in table.rows if row.differs] == ["para_20"]
    page = parsed(f"<div>{force_table.page(site, 'en', table).body}</div>")
    row = page.xpath("//tr[@id='f-p20']")[0]
    assert "force differs" in row.text_content()
    assert [cell.findall("p")[-1].text for cell in row.findall("td")] == ["obligation", "recommendation"]
    assert "f-p20" in page.xpath("string(//p[@class='differs']/a/@href)")


def test_a_verb_that_one_language_lacks_is_said_to_be_missing(tmp_path: Path) -> None:
    site = changed(tmp_path, "20. Parties shall integrate", "20. Parties integrate")
    table = force_table.table_of(site, site.manifest.drafts[0])
    assert table
    page = parsed(f"<div>{force_table.page(site, 'en', table).body}</div>")
    row = page.xpath("//tr[@id='f-p20']")[0]
    assert "apart" in row.get("class")
    assert "No such verb in English." in row.text_content()


def test_a_tag_in_the_text_is_shown_and_never_run(tmp_path: Path) -> None:
    site = changed(tmp_path, "20. Parties shall integrate", "20. Parties shall <b onclick=x>integrate</b>")
    table = force_table.table_of(site, site.manifest.drafts[0])
    assert table
    assert "&lt;b onclick=x&gt;integrate" in force_table.page(site, "en", table).body


def test_a_draft_without_text_has_no_table(site: Site) -> None:
    absent = next(draft for draft in site.manifest.drafts if not draft.held)
    assert force_table.table_of(site, absent) is None
