"""Which provision became which: the decisions that a reader would dispute."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from benchmarks.comparison import FRENCH, Score, answers, links, only
from benchmarks.revisions import Unit, provisions, read_annex, revise
from scripts.comparison.align import align
from scripts.comparison.bilingual import side_by_side
from scripts.comparison.components import compare_texts
from scripts.comparison.correspondence import correspondence
from scripts.comparison.history import history
from scripts.comparison.notes import note_units
from scripts.comparison.overrule import Overrule
from scripts.errors import CorpusError
from scripts.model import Component, Furniture, Kind, Note, Pair, Provision, Relation, Text

ROOT = Path(__file__).parents[1]
P, S, DASH, H = Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.ITEM, Kind.HEADING

CREATION = "Les Parties soutiennent la création artistique par des bourses et des résidences ouvertes à tous."
ACCESS = "Chaque bibliothèque publique offre un accès gratuit aux œuvres numériques de la région."
TRADE = "Les accords commerciaux tiennent compte de la nature particulière des services culturels."
REPORT = "Le Secrétariat publie tous les deux ans un rapport sur les échanges de films et de musique."


def told(old: list[Unit], new: list[Unit], overrule: Overrule | None = None) -> list[str]:
    pairs = align(provisions(old), provisions(new), FRENCH, overrule)
    return [named(pair) for pair in pairs]


def named(pair: Pair) -> str:
    def side(members: tuple[Provision, ...]) -> str:
        return "+".join(p.num or p.text[:10] for p in members)

    return f"{pair.relation} {side(pair.old)} → {side(pair.new)}"


def test_a_paragraph_that_crosses_a_heading_moved_and_the_heading_did_not() -> None:
    old = [(H, "", "Création"), (P, "1", CREATION), (P, "2", ACCESS), (H, "", "Commerce"), (P, "3", TRADE)]
    new = [(H, "", "Création"), (P, "1", CREATION), (H, "", "Commerce"), (P, "2", ACCESS), (P, "3", TRADE)]
    assert told(old, new) == [
        "same Création → Création",
        "same 1 → 1",
        "same Commerce → Commerce",
        "moved 2 → 2",
        "same 3 → 3",
    ]


def test_subparagraphs_move_with_their_paragraph() -> None:
    old = [(P, "1", CREATION), (S, "1.1", ACCESS), (S, "1.2", "publier"), (P, "2", TRADE), (P, "3", REPORT)]
    new = [(P, "1", TRADE), (P, "2", REPORT), (P, "3", CREATION), (S, "3.1", ACCESS), (S, "3.2", "publier")]
    assert told(old, new) == [
        "same 2 → 1",
        "same 3 → 2",
        "moved 1 → 3",
        "moved 1.1 → 3.1",
        "moved 1.2 → 3.2",
    ]


def test_a_near_copy_of_what_stays_is_inserted_not_moved() -> None:
    copy = ACCESS.replace("gratuit", "payant").replace("région", "ville")
    old = [(P, "1", CREATION), (P, "2", ACCESS), (P, "3", TRADE), (P, "4", copy), (P, "5", REPORT)]
    new = [(P, "1", copy.replace("offre", "garantit")), (P, "2", CREATION), (P, "3", ACCESS), (P, "4", TRADE)]
    new.append((P, "5", REPORT))
    assert told(old, new) == [
        "inserted  → 1",
        "same 1 → 2",
        "same 2 → 3",
        "same 3 → 4",
        "deleted 4 → ",
        "same 5 → 5",
    ]


def test_equal_dashes_are_matched_within_their_paragraph() -> None:
    old = [(P, "1", CREATION), (DASH, "", "des bourses ;"), (P, "2", TRADE), (DASH, "", "des bourses ;")]
    new = [(P, "1", CREATION), (P, "2", TRADE), (DASH, "", "des bourses ;")]
    assert told(old, new) == [
        "same 1 → 1",
        "deleted des bourse → ",
        "same 2 → 2",
        "same des bourse → des bourse",
    ]


def test_a_heading_wholly_rewritten_over_the_same_paragraphs_is_modified() -> None:
    old = [(H, "", "Rôle de la société civile"), (P, "1", CREATION), (P, "2", ACCESS)]
    new = [(H, "", "Participation citoyenne"), (P, "1", CREATION), (P, "2", ACCESS)]
    assert told(old, new)[0] == "modified Rôle de la → Participat"


def test_a_deleted_and_an_inserted_paragraph_at_one_place_are_not_one_modified() -> None:
    old = [(P, "1", CREATION), (P, "2", ACCESS), (P, "3", TRADE)]
    new = [(P, "1", CREATION), (P, "2", REPORT), (P, "3", TRADE)]
    assert told(old, new)[1:3] == ["deleted 2 → ", "inserted  → 2"]


def test_typography_alone_makes_a_provision_modified() -> None:
    assert told([(P, "1", "l'accès")], [(P, "1", "l’accès")]) == ["modified 1 → 1"]


def test_a_bis_number_is_renumbering_and_no_change_of_text() -> None:
    old, new = provisions([(P, "3", CREATION)]), provisions([(P, "2 bis", CREATION)])
    (pair,) = align(old, new, FRENCH)
    assert (pair.relation, pair.renumbered) == (Relation.SAME, True)


def test_a_person_can_force_a_pair_and_forbid_one() -> None:
    old, new = [(P, "1", CREATION), (P, "2", ACCESS)], [(P, "1", CREATION), (P, "2", REPORT)]
    assert told(old, new, Overrule(forced=(("para_2", "para_2"),)))[1] == "modified 2 → 2"
    apart = told(old, new, Overrule(forbidden=(("para_1", "para_1"),)))
    assert apart == ["deleted 1 → ", "deleted 2 → ", "inserted  → 1", "inserted  → 2"]


def test_a_person_can_force_a_split_and_a_merger() -> None:
    old, new = [(P, "1", CREATION)], [(P, "1", ACCESS), (P, "2", REPORT)]
    split = (("para_1", "para_1"), ("para_1", "para_2"))
    assert told(old, new, Overrule(forced=split)) == ["split 1 → 1+2"]
    assert told(new, old, Overrule(forced=tuple((b, a) for a, b in split))) == ["merged 1+2 → 1"]


def test_an_overrule_of_a_provision_that_is_not_there_is_refused() -> None:
    with pytest.raises(CorpusError, match="para_9"):
        told([(P, "1", CREATION)], [(P, "1", ACCESS)], Overrule(forced=(("para_9", "para_1"),)))
    many = tuple((f"para_{a}", f"para_{b}") for a in (1, 2) for b in (1, 2))
    with pytest.raises(CorpusError, match="several"):
        told(
            [(P, "1", CREATION), (P, "2", TRADE)], [(P, "1", ACCESS), (P, "2", REPORT)], Overrule(forced=many)
        )


def test_random_revisions_of_the_annex_are_read_right() -> None:
    pairs, moves, several = Score(), Score(), Score()
    for seed in range(500, 530):
        revision = revise(read_annex(), Random(seed), edits=20, strength=0.4)
        found = answers(revision, FRENCH)
        pairs.add(links(found), links(revision.gold))
        for score, names in ((moves, {"moved", "moved_modified"}), (several, {"merged", "split"})):
            relations = frozenset(Relation(name) for name in names)
            score.add(only(found, relations), only(revision.gold, relations))
    assert pairs.f1 >= 0.995
    assert moves.f1 >= 0.98
    assert several.f1 >= 0.93


def text_of(*components: Component) -> Text:
    return Text("fr", components, Furniture(()))


def test_an_annex_alone_meets_the_annex_of_the_whole_document() -> None:
    annex = tuple(provisions([(P, "1", CREATION), (P, "2", ACCESS)]))
    whole = text_of(
        Component("document", provisions=tuple(provisions([(P, "1", REPORT)]))),
        Component("annex", provisions=annex),
    )
    compared = compare_texts(whole, text_of(Component("document", provisions=annex)), FRENCH)
    assert [(c.old, c.new) for c in compared] == [("annex", "document"), ("document", "")]
    assert {pair.relation for pair in compared[0].pairs} == {Relation.SAME}
    assert {pair.relation for pair in compared[1].pairs} == {Relation.DELETED}


def test_a_heading_rewritten_over_a_merged_paragraph_is_still_found() -> None:
    old = [(H, "", "Rôle de la société civile"), (P, "1", CREATION), (P, "2", ACCESS), (P, "3", TRADE)]
    new = [(H, "", "Participation citoyenne"), (P, "1", f"{CREATION} {ACCESS}"), (P, "2", TRADE)]
    assert told(old, new)[0] == "modified Rôle de la → Participat"


def test_texts_that_recur_are_matched_first_with_first() -> None:
    opening = "Les mesures devraient viser à :"
    old = [(P, "1", CREATION), (P, "2", opening), (P, "3", ACCESS), (P, "4", opening), (P, "5", TRADE)]
    new = [(P, "1", REPORT), (P, "2", opening), (P, "3", ACCESS.replace("gratuit", "payant"))]
    new += [(P, "4", opening), (P, "5", TRADE)]
    assert told(old, new)[2:] == ["same 2 → 2", "modified 3 → 3", "same 4 → 4", "same 5 → 5"]


def test_a_change_in_one_language_only_is_flagged_and_typography_is_not() -> None:
    french = [(P, "1", "l'accès pour tous"), (P, "2", ACCESS), (P, "3", TRADE)]
    changed = [(P, "1", "l’accès pour tous"), (P, "2", f"{ACCESS} Et gratuit."), (P, "3", f"{TRADE} Oui.")]
    english = [(P, "1", "access for all"), (P, "2", "Libraries lend books."), (P, "3", "Trade is free.")]
    amended = [(P, "1", "access for all"), (P, "2", "Libraries lend books."), (P, "3", "Trade is fair.")]
    rows = side_by_side(
        align(provisions(french), provisions(changed), FRENCH),
        align(provisions(english), provisions(amended), FRENCH),
    )
    assert [row.one_sided for row in rows] == [False, True, False]


def test_notes_are_compared_like_provisions() -> None:
    old = note_units((Note("note_1", "n1", "1", "1", ACCESS), Note("note_2", "n2", "2", "2", TRADE)))
    new = note_units((Note("note_1", "n1", "1", "1", TRADE.replace("services", "biens")),))
    assert [named(pair) for pair in align(old, new, FRENCH)] == ["deleted 1 → ", "modified 2 → 1"]


def test_the_table_of_correspondence_gives_old_and_new_numbers() -> None:
    old, new = [(P, "1", CREATION), (P, "2", ACCESS)], [(P, "1", REPORT), (P, "2", CREATION + " " + ACCESS)]
    rows = correspondence(align(provisions(old), provisions(new), FRENCH))
    assert [
        ([p.num for p in r.old], [p.num for p in r.new], str(r.relation), r.renumbered) for r in rows
    ] == [
        ([], ["1"], "inserted", False),
        (["1", "2"], ["2"], "merged", True),
    ]


def test_a_provision_is_followed_through_all_drafts() -> None:
    drafts = [
        [(P, "1", CREATION), (P, "2", ACCESS)],
        [(P, "1", REPORT), (P, "2", CREATION), (P, "3", ACCESS)],
        [(P, "1", REPORT), (P, "2", f"{CREATION} {ACCESS}")],
    ]
    read = [provisions(units) for units in drafts]
    chain = [align(read[0], read[1], FRENCH), align(read[1], read[2], FRENCH)]
    assert [(s.rank, named(s.pair)) for s in history(chain, 0, "para_2")] == [
        (0, "same 2 → 3"),
        (1, "merged 2+3 → 2"),
    ]
    assert [(s.rank, named(s.pair)) for s in history(chain, 2, "para_2")] == [
        (0, "same 1 → 2"),
        (0, "same 2 → 3"),
        (1, "merged 2+3 → 2"),
    ]
