"""Changes as people refer to them: numbered once for every language, a move known at both its ends."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scripts import comparing, corpus, manifest
from scripts.comparison.changes import breaks, key_of, numbering, old_ranks, read_rows
from scripts.errors import CorpusError
from scripts.model import Op, Relation, Text
from scripts.site.compared import Comparison, Part
from scripts.site.site import Site

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "source_texts"


@pytest.fixture(scope="module")
def site() -> Site:
    return corpus.load(ROOT)


def found(site: Site, lang: str, *, back: bool = False) -> Comparison:
    first, second = (
        next(d for d in site.manifest.drafts if d.id == name) for name in ("2016-10igc7", "2026-illustrative")
    )
    comparison = site.comparison(*((second, first) if back else (first, second)), lang)
    assert comparison is not None
    return comparison


def annex(site: Site, lang: str = "fr", *, back: bool = False) -> Part:
    return found(site, lang, back=back).parts[0]


def read(folder: Path, name: str, words: str) -> Text:
    file = folder / name
    file.write_text(words, encoding="utf-8")
    return corpus.read(ROOT, file, "fr")


def compared(old: Text, new: Text) -> tuple[Part, ...]:
    return comparing.of_texts(old, new, comparing.Language(ROOT, "fr"), corpus.finder(ROOT, "fr"))


# -- numbers ---------------------------------------------------------------------------------------


def test_a_change_has_the_same_number_in_every_language(site: Site) -> None:
    french = {row.number: key_of(row.pair) for row in annex(site, "fr").rows if row.own}
    english = {row.number: key_of(row.pair) for row in annex(site, "en").rows if row.own}
    assert english.items() <= french.items()
    assert len(english) < len(french)  # what was mended in French alone has its number too


def test_what_went_with_its_holder_is_no_change_of_its_own(site: Site) -> None:
    rows = {row.pair.new[0].num: row for row in annex(site).rows if row.pair.new and not row.departed}
    assert rows["14"].own
    assert [rows[num].shares for num in ("14.1", "14.3", "14.4")] == [True] * 3
    assert {rows[num].number for num in ("14.1", "14.3", "14.4")} == {rows["14"].number}
    assert rows["14.2"].own  # its words changed besides


def test_only_a_number_that_changed_is_no_change(site: Site) -> None:
    rows = [row for row in annex(site).rows if row.pair.relation is Relation.SAME and row.pair.renumbered]
    assert len(rows) > 30
    assert not any(row.number for row in rows)


def test_numbers_run_on_without_a_gap_in_the_order_of_the_new_text(site: Site) -> None:
    numbers = [row.number for row in annex(site).rows if row.own]
    assert numbers == list(range(1, len(numbers) + 1))


def test_a_moved_text_is_marked_where_it_stood(site: Site) -> None:
    rows = annex(site).rows
    at = [row.departed for row in rows].index(True)
    before, after = rows[at - 1].pair, rows[at + 1].pair
    assert (before.old[0].num, rows[at].pair.old[0].num, after.old[0].num) == ("20", "21", "22")
    assert sum(row.departed for row in rows) == 1


def test_the_table_of_correspondence_follows_the_old_text(site: Site) -> None:
    part = annex(site)
    ranks = {eid: rank for rank, eid in enumerate(part.old_order)}
    rows = old_ranks(part.rows, part.old_order)
    olds = [ranks[row.pair.old[0].eid] for row in rows if row.pair.old]
    assert olds == sorted(olds)
    assert len(rows) == len(part.pairs)


def test_typography_alone_is_a_light_change_and_a_move_never_is(site: Site) -> None:
    light = [row for row in annex(site).rows if row.light]
    assert light
    assert all(edit.light for row in light for edit in row.pair.redline if edit.op is not Op.KEPT)
    assert not any(row.light for row in annex(site).rows if row.pair.relation is not Relation.MODIFIED)


def test_the_texts_of_a_split_meet_where_the_second_begins(site: Site) -> None:
    pair = next(p for p in annex(site).pairs if p.relation is Relation.SPLIT)
    (only,) = breaks(pair)
    new = "".join(edit.text for edit in pair.redline if edit.op is not Op.DELETED)
    assert new[only.offset :] == pair.new[1].text


def test_the_texts_of_a_merger_meet_where_the_second_began(site: Site) -> None:
    pair = next(p for p in annex(site).pairs if p.relation is Relation.MERGED)
    (only,) = breaks(pair)
    old = "".join(edit.text for edit in pair.redline if edit.op is not Op.INSERTED)
    assert old[only.offset :] == pair.old[1].text


def test_no_change_of_either_language_is_left_without_a_number(tmp_path: Path) -> None:
    lines = ("ANNEXE", "1. Les Parties agissent ensemble.", "2. Le Secrétariat publie un rapport.")
    words = "\n\n".join(lines)
    old = read(tmp_path, "old.txt", words)
    new = read(tmp_path, "new.txt", words.replace(" ensemble", ""))
    other = read(tmp_path, "other.txt", words.replace("rapport", "rapport annuel"))
    first, second = compared(old, new)[0].pairs, compared(old, other)[0].pairs
    numbers = numbering([first, second])
    assert sorted(numbers.values()) == [1, 2]
    assert [row.number for row in read_rows(second, ["title_1", "para_1", "para_2"], numbers)][-1] == 2


# -- files -----------------------------------------------------------------------------------------


def test_a_text_compared_with_itself_has_no_change(site: Site) -> None:
    held = next(e.text for e in site.expressions if e.lang == "fr" and not e.draft.illustrative)
    assert not any(row.number for part in compared(held, held) for row in part.every)


def test_notes_are_compared_and_numbered_after_the_text(tmp_path: Path) -> None:
    first = SOURCE / "dce-16-10-igc-7" / "fr.txt"
    words = first.read_text(encoding="utf-8")
    assert "DCE/16/9.IGC/3" in words
    new = read(tmp_path, "new.txt", words.replace("DCE/16/9.IGC/3", "DCE/16/10.IGC/3"))
    parts = compared(corpus.read(ROOT, first, "fr"), new)
    document = next(part for part in parts if part.name == "document")
    assert [row.number for row in document.notes if row.own] == [1]
    assert not any(row.number for row in document.rows)
    assert {str(r.citation.reference) for r in document.summary.references} == {
        "doc:DCE/16/9.IGC/3#127-181",
        "doc:DCE/16/10.IGC/3#127-181",
    }


def test_changes_of_several_components_have_numbers_of_their_own(site: Site) -> None:
    texts = [e.text for e in site.expressions if e.lang == "fr"]
    parts = compared(*texts)
    numbers = [row.number for part in parts for row in part.every if row.own]
    assert {part.name for part in parts} == {"document", "decision", "annex"}
    assert len(numbers) == len(set(numbers))


# -- a person's word ---------------------------------------------------------------------------------


def overruled(project: Path, rows: str) -> Site:
    file = project / manifest.FILE
    file.write_text(file.read_text(encoding="utf-8") + rows, encoding="utf-8")
    return corpus.load(project)


def overrule(old: str, new: str, verdict: str) -> str:
    return (
        f'\n[[overrule]]\nold = "2016-10igc7"\nnew = "2026-illustrative"\nold_eid = "{old}"\n'
        f'new_eid = "{new}"\nverdict = "{verdict}"\n'
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(SOURCE, tmp_path / "source_texts")
    return tmp_path


def test_what_a_person_forces_is_one_in_both_directions_and_languages(project: Path) -> None:
    site = overruled(project, overrule("para_20", "para_15", "forced"))
    for lang in ("fr", "en"):
        assert annex(site, lang).by_old["para_20"].pair.new[0].eid == "para_15"
        assert annex(site, lang, back=True).by_new["para_20"].pair.old[0].eid == "para_15"


def test_what_a_person_forbids_is_kept_apart(project: Path) -> None:
    site = overruled(project, overrule("para_3", "para_3", "forbidden"))
    pair = annex(site).by_old["para_3"].pair
    assert "para_3" not in {p.eid for p in pair.new}


def test_an_overrule_of_a_provision_that_is_not_there_names_the_manifest(project: Path) -> None:
    with pytest.raises(CorpusError, match=r"corpus.toml: no provision 'para_99'"):
        overruled(project, overrule("para_99", "para_3", "forced"))


@pytest.mark.parametrize(
    ("wrong", "problem"),
    [
        (overrule("para_3", "para_3", "perhaps"), "unknown verdict"),
        (overrule("para_3", "para_3", "forced").replace("2016-10igc7", "2015"), "unknown draft"),
        (overrule("para_3", "para_3", "forced").replace("old_eid", "eid"), "unknown key"),
    ],
)
def test_a_wrong_overrule_is_an_error(project: Path, wrong: str, problem: str) -> None:
    with pytest.raises(CorpusError, match=problem):
        overruled(project, wrong)
