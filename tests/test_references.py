"""What became of each citation: its state on the pages and in the CSV, the coverage, the report of CI."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from scripts import build, citing, citing_report, corpus, register
from scripts.identifiers import members
from scripts.model import Reference
from scripts.site import citations_page, cited, coverage, instruments, register_pages, review
from scripts.site.cited import Listed, State, of_expression
from scripts.site.site import Site, View, who_cites

ROOT = Path(__file__).resolve().parents[1]
TEXT = """ANNEX

1. Parties recall Article 16 of the Convention and Decision 9.IGC 7.
2. Decision 7.IGC 5 applies, and so does paragraph 1.
3. See DCE/16/9.IGC/3, Decision 3.IGC 4 and the 2030 Agenda.
4. Articles 11 to 13 <b>hold</b> *and* {{ so }} & [does](x) Article 22.4(c).
5. Article 12 of the Film Act is another matter.
"""


@pytest.fixture(scope="module")
def real() -> Site:
    return corpus.load(ROOT)


@pytest.fixture(scope="module")
def small(real: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site whose only text has one citation in each state."""
    file = tmp_path_factory.mktemp("text") / "en.txt"
    file.write_text(TEXT, encoding="utf-8")
    base = next(each for each in real.expressions if each.lang == "en")
    text = corpus.read(ROOT, file, "en")
    citations, doubts = citing.of_text(text, register.load(ROOT), base.draft)
    expression = replace(base, text=text, citations=citations, doubts=doubts)
    return replace(real, expressions=(expression,), cited_by=who_cites((expression,)))


def rows(site: Site) -> Iterator[Listed]:
    for expression in site.expressions:
        yield from of_expression(site, expression)


def body(page: str) -> html.HtmlElement:
    return html.fromstring(f"<main>{page}</main>")


# -- states -----------------------------------------------------------------------------------------


def test_each_citation_has_the_state_that_it_came_to(small: Site) -> None:
    states = {row.surface: row.state for row in rows(small)}
    assert states == {
        "Article 16": State.RESOLVED,
        "Decision 9.IGC 7": State.RESOLVED,
        "Decision 7.IGC 5": State.RESOLVED,
        "paragraph 1": State.AMBIGUOUS,
        "DCE/16/9.IGC/3": State.DOUBTFUL,
        "Decision 3.IGC 4": State.UNKNOWN,
        "2030 Agenda": State.EXTERNAL,
        "Articles 11 to 13": State.RESOLVED,
        "Article 22.4(c)": State.RESOLVED,
        "Article 12": State.AMBIGUOUS,
    }


def test_the_document_has_54_citations_one_of_them_doubtful(real: Site) -> None:
    for lang in ("fr", "en"):
        expression = next(e for e in real.expressions if (e.draft.id, e.lang) == ("2016-10igc7", lang))
        number = Counter(row.state for row in of_expression(real, expression))
        assert number.total() == 54
        assert number[State.DOUBTFUL] == 1
        assert number[State.UNKNOWN] == number[State.AMBIGUOUS] == 0


def test_ambiguous_places_show_what_they_may_be_and_link_to_none(small: Site) -> None:
    page = body(citations_page.page(small, "en").body)
    [entry] = [li for li in page.iter("li") if li.get("data-state") and "applies" in li.text_content()][1:]
    what = entry.find_class("what")[0]
    assert [code.text for code in what.iter("code")] == ["decision:7.IGC/5#1", "internal:para1"]
    assert not list(what.iter("a"))
    other = next(li for li in page.iter("li") if "Film Act" in li.text_content())
    assert not list(other.find_class("what")[0].iter("code", "a"))


def test_a_doubtful_symbol_shows_the_likely_one_to_be_confirmed(small: Site) -> None:
    page = body(register_pages.page(small, "en").body)
    likely = page.find_class("likely")[0]
    assert "to be confirmed" in likely.text_content()
    assert likely.find("a").get("href").endswith("documents/dce-16-10igc-3/")


def test_what_is_not_in_the_register_is_named_in_full_and_leads_nowhere(small: Site) -> None:
    page = body(citations_page.page(small, "en").body)
    entry = next(li for li in page.iter("li") if li.get("data-state") == "unknown")
    what = entry.find_class("what")[0]
    assert "Decision 3.IGC/4" in what.text_content() or "Decision 3.IGC 4" in what.text_content()
    assert not list(what.iter("a"))


def test_a_level_of_an_article_keeps_its_letters_in_its_name(small: Site) -> None:
    page = body(citations_page.page(small, "en").body)
    words = [li.find_class("what")[0].text_content() for li in page.iter("li") if li.get("data-state")]
    assert any("Article 22.4 (c) of the Convention" in each for each in words)
    assert any("Articles 11 to 13 of the Convention" in each for each in words)


# -- the list, its filters and its CSV ----------------------------------------------------------------


def test_every_row_has_an_id_of_its_own_and_the_choices_cover_every_row(real: Site) -> None:
    for lang in real.manifest.languages:
        page = body(citations_page.page(real, lang).body)
        ids = [each.get("id") for each in page.iter() if each.get("id")]
        assert len(ids) == len(set(ids))
        for name in ("state", "kind"):
            offered = {each.get("value") for each in page.iter("input") if each.get("name") == name}
            held = {li.get(f"data-{name}") for li in page.iter("li") if li.get(f"data-{name}")}
            assert offered == held | {""}


def test_the_style_sheet_obeys_every_choice() -> None:
    styles = (ROOT / "docs/assets/references.css").read_text(encoding="utf-8")
    for name, values in (("state", [state.value for state in State]), ("kind", citations_page.KINDS)):
        for value in values:
            assert f'[data-{name}]:not([data-{name}="{value}"])' in styles


def test_the_counts_are_those_of_the_list(real: Site) -> None:
    page = body(citations_page.page(real, "fr").body)
    table = page.find_class("counts")[0]
    for line, section in zip(table.find("tbody").iter("tr"), page.iter("section"), strict=True):
        *states, total = [int(cell.text_content()) for cell in line.iter("td")]
        listed = [li.get("data-state") for li in section.iter("li") if li.get("data-state")]
        assert states == [listed.count(state.value) for state in State]
        assert total == len(listed) == sum(states)


def test_the_csv_has_each_citation_of_each_language_with_its_state(real: Site) -> None:
    made = build.files(real)[Path("docs/fr/references/citations.csv")]
    table = list(csv.DictReader(io.StringIO(made.decode("utf-8-sig"))))
    assert len(table) == len(list(rows(real)))
    assert set(table[0]) == set(cited.HEADS)
    doubtful = [line for line in table if line["state"] == "doubtful"]
    assert {line["likely"] for line in doubtful} == {"doc:DCE/16/10.IGC/3#127-181"}
    assert {line["address"] for line in doubtful} == {
        f"{lang}/digital/2016-10igc7/document/#n3" for lang in ("fr", "en")
    }
    assert made == build.files(real)[Path("docs/en/references/citations.csv")]


# -- the reviewer's view ------------------------------------------------------------------------------


def test_the_running_text_is_the_texts_own_with_every_citation_marked(small: Site) -> None:
    draft = small.expressions[0].draft
    page = body(review.page(small, "en", draft).body)
    texts = build.texts(small)
    shown = {each.get("data-provision"): each for each in page.iter() if each.get("data-provision")}
    assert {key: each.text_content() for key, each in shown.items()} == texts
    marks = [(a.text_content(), a.get("class")) for a in page.find_class("cite")]
    assert marks == [(row.surface, f"cite state-{row.state}") for row in rows(small)]


def test_each_mark_leads_to_its_row_and_is_explained_by_the_legend(real: Site) -> None:
    for draft in (draft for draft in real.manifest.drafts if draft.held):
        page = body(review.page(real, "fr", draft).body)
        listed = body(citations_page.page(real, "fr").body)
        known = {each.get("id") for each in listed.iter() if each.get("id")}
        marks = page.find_class("cite")
        assert marks
        for mark in marks:
            assert mark.get("href").partition("#")[2] in known
            assert page.get_element_by_id(mark.get("aria-describedby")) is not None


def test_every_state_has_a_sign_and_a_line_beside_its_colour() -> None:
    styles = (ROOT / "docs/assets/references.css").read_text(encoding="utf-8")
    lines = [line for line in styles.splitlines() if line.startswith(".state-")]
    assert len(lines) == len(State)
    for part in ("--sign:", "--rule:"):
        assert len({line.split(part)[1].split(";")[0] for line in lines}) == len(State)


# -- the coverage -------------------------------------------------------------------------------------


def test_a_range_of_articles_covers_each_of_them(small: Site) -> None:
    page = body(coverage.page(small, "en").body)
    narrow = {
        section.find("h2/a").text: [a.text for a in section.find_class("narrow") or section.iter("a")][1:]
        for section in page.iter("section")
    }
    assert len(narrow) == 35
    for number in (11, 12, 13, 22):
        assert narrow[f"Article {number}"] == ["§ 4"]
    assert narrow["Article 14"] == []
    assert [str(one.key) for one in members(Reference("convention", "art11-13"))] == [
        "art11",
        "art12",
        "art13",
    ]
    assert small.cited_by["en", "convention/12"]


def test_the_matrix_says_in_words_what_it_shows(real: Site) -> None:
    page = body(coverage.page(real, "fr").body)
    assert page.findall(".//table")
    for table in page.iter("table"):
        assert table.find("caption").text_content()
        scopes = [th.get("scope") for th in table.iter("th")]
        assert scopes.count("row") == 35
        assert set(scopes) == {"row", "col"}
        for row in table.find("tbody").iter("tr"):
            links = [a for td in row.iter("td") for a in td.iter("a")]
            assert all(a.get("aria-label") for a in links)
            assert int(row.findall("td")[-1].text) == len(links)


def test_list_and_matrices_show_the_same_passages(real: Site) -> None:
    page = body(coverage.page(real, "en").body)
    narrow, wide = page.find_class("narrow")[0], page.find_class("wide")[0]
    listed = [a.get("href") for dd in narrow.iter("dd") for a in dd.iter("a")]
    marked = [a.get("href") for td in wide.iter("td") for a in td.iter("a")]
    assert sorted(listed) == sorted(marked)
    assert listed


# -- the register -------------------------------------------------------------------------------------


def test_the_references_keep_their_address_and_anchors(real: Site) -> None:
    page = register_pages.page(real, "fr")
    assert page.path == "references/index"
    kinds = {known.kind for known in real.instruments.values()}
    for anchor in ("references", "unresolved", "coverage", *(f"kind-{kind}" for kind in kinds)):
        assert f"{{: #{anchor} }}" in page.body


def test_an_inferred_paper_is_marked_and_links_to_nothing_where_there_is_no_entry(real: Site) -> None:
    address = "decisions/6igc17"
    made = body(instruments.page(real, "en", address, real.instruments[address]).body)
    entry = made.find_class("inferred-papers")[0]
    assert "CE/12/6.IGC/17" in entry.text_content()
    assert "not in the register" in entry.text_content()
    assert not list(entry.iter("a"))
    session = "sessions/9igc"
    made = body(instruments.page(real, "en", session, real.instruments[session]).body)
    links = [a.get("href") for each in made.find_class("inferred-papers") for a in each.iter("a")]
    assert all("dce-16-10igc-3" in link for link in links)


def test_nothing_attested_is_called_inferred(real: Site) -> None:
    for address, found in real.inferred.items():
        if address in real.instruments:
            related = real.instruments[address].related
            assert not {str(one.reference) for one in found} & set(related)


def test_each_reference_page_says_what_it_shows_in_both_languages(real: Site) -> None:
    for lang in real.manifest.languages:
        for page in register_pages.pages(real, lang):
            assert page.meta["title"]
            assert page.meta["description"]
            assert View(real, lang, page.path).labels("register.title") in page.body


# -- the report of citations gained and lost ----------------------------------------------------------

LINE = "a\tannex\tpara_1\ten\tArticle {0}\tconvention:art{0}\tresolved\t"


def test_the_report_tells_what_was_gained_and_lost() -> None:
    old = [LINE.format(number) for number in (7, 8)]
    new = [LINE.format(number) for number in (8, 9)]
    said = citing_report.report(old, new, "HEAD~1").splitlines()
    assert said[0] == "Citations against HEAD~1: 1 gained, 1 lost (2 before, 2 now)."
    assert said[1].startswith("- lost: a annex para_1 (en): “Article 7”")
    assert said[2].startswith("- gained: a annex para_1 (en): “Article 9”")


def test_a_citation_that_is_judged_otherwise_is_told_too() -> None:
    old = LINE.format(7)
    said = citing_report.report([old], [old.replace("resolved", "unknown")], "x")
    assert "1 gained, 1 lost" in said


def test_the_same_list_has_no_difference() -> None:
    assert "none gained, none lost" in citing_report.report([LINE.format(7)], [LINE.format(7)], "x")


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A small repository: its first commit has no such command, its second lists one citation."""
    package = tmp_path / "scripts"
    package.mkdir()

    def commit(program: str) -> None:
        (package / "__init__.py").write_text("", encoding="utf-8")
        (package / "__main__.py").write_text(program, encoding="utf-8")
        for command in (("add", "."), ("commit", "-q", "-m", "x")):
            who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
            subprocess.run(["git", *who, *command], cwd=tmp_path, check=True)

    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    commit("raise SystemExit('no such command')")
    commit(f"import sys\nassert sys.argv[1:] == ['references', '--list']\nprint({LINE.format(7)!r})")
    return tmp_path


def test_each_commit_makes_its_own_list(history: Path) -> None:
    assert citing_report.listed_at(history, "HEAD") == (LINE.format(7),)
    with pytest.raises(citing_report.NoListError, match=r"makes no such list.*no such command"):
        citing_report.listed_at(history, "HEAD~1")
    with pytest.raises(citing_report.NoListError, match="not in this copy of the history"):
        citing_report.listed_at(history, "HEAD~2")
    status = subprocess.run(["git", "status", "--short"], cwd=history, capture_output=True, check=True)
    assert status.stdout == b""


def test_the_command_never_fails_for_want_of_a_history() -> None:
    command = [sys.executable, "-m", "scripts", "references", "--against", "no-such-commit"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0
    assert "no report" in done.stdout


def test_the_list_has_one_line_a_citation(real: Site) -> None:
    assert len(citing_report.listed(ROOT)) == len(list(rows(real)))
