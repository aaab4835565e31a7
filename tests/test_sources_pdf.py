"""PDF files give their text in reading order, notes and heads and feet of pages told by size and place."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.errors import CorpusError
from scripts.model import Role
from scripts.sources import pdf as reader
from scripts.sources import pdf_extract
from scripts.sources.pdf_words import pages_in
from tests.pdf_files import Pages, Print, column, pdf

FILES = Path(__file__).parent / "files"
PROSE = (
    "Depuis l’adoption de la Convention sur la protection de la diversité,",
    "l’environnement numérique et les technologies qui lui sont liées ont",
    "transformé la manière dont les biens et les services culturels sont",
    "créés et produits.",
)
NARROW = (
    "Depuis l’adoption de la Convention",
    "sur la protection de la diversité,",
    "l’environnement et les techniques",
    "ont changé.",
)


def shown(pages: Pages, **options: bool) -> list[tuple[str, bool | None]]:
    """Return the lines of text, each with whether it opens a block."""
    lines = reader.read(pdf(pages, **options))
    return [
        (line.text.replace("\f", "¶"), line.said.opens)
        for line in lines
        if line.said and line.said.role is Role.TEXT
    ]


def texts(pages: Pages, role: Role = Role.TEXT, **options: bool) -> list[str]:
    lines = reader.read(pdf(pages, **options))
    return [line.text.removeprefix("\f") for line in lines if line.said and line.said.role is role]


# -- blocks -----------------------------------------------------------------------------------------


def test_white_opens_a_block_and_full_lines_go_on() -> None:
    lines = shown([column((*PROSE, "", "Le Comité adopte."))])
    assert [opens for _, opens in lines] == [True, False, False, False, True]


def test_a_short_line_ends_a_block_without_white() -> None:
    lines = shown([column((*PROSE, *PROSE))])
    assert [opens for _, opens in lines] == [True, False, False, False] * 2


def test_what_clings_to_a_word_needs_room_with_it() -> None:
    """« mot » had room on the line above, « mot ; » had none."""
    above = PROSE[0][: -len("diversité,")] + "div"
    lines = shown([column((*PROSE, above, "ité !!!!!!!!!! et", *PROSE[1:]))])
    assert lines[5][1] is not True


def test_a_hanging_paragraph_goes_on() -> None:
    page = [Print(60, 760, "1."), *column(PROSE, 85), Print(60, 700, "2."), *column(PROSE, 85, 700)]
    lines = shown([page])
    assert lines[0] == (f"1. {PROSE[0]}", True)
    assert [opens for _, opens in lines] == [True, False, False, False] * 2


def test_a_page_turn_goes_on_after_a_full_line_only() -> None:
    head, foot = PROSE[:2], PROSE[2:]
    assert shown([column(head), column(foot)])[2] == (f"¶{foot[0]}", False)
    assert shown([column(PROSE), column(PROSE[1:])])[4] == (f"¶{PROSE[1]}", True)


# -- order ------------------------------------------------------------------------------------------


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = NARROW, tuple(text.upper()[:28] for text in NARROW)
    heading = [
        Print(60, 790, "Rapport du Secrétariat sur les activités du Comité intergouvernemental en 2016")
    ]
    assert texts([[*heading, *column(left, 60), *column(right, 320)]]) == [heading[0].text, *left, *right]


def test_columns_whose_lines_the_file_mixes_are_read_so_too() -> None:
    mixed = [each for pair in zip(column(NARROW, 60), column(NARROW, 320), strict=True) for each in pair]
    assert texts([mixed]) == [*NARROW, *NARROW]


def test_words_in_any_order_of_the_file_stand_in_theirs() -> None:
    words = column(PROSE)
    random.Random(7).shuffle(words)
    assert texts([words]) == list(PROSE)


def test_labels_in_the_margin_are_no_column() -> None:
    page = [each for rank in range(5) for each in (Print(60, 760 - 40 * rank, f"{rank + 1}."),)]
    page += [each for rank in range(5) for each in column(PROSE[:2], 120, 760 - 40 * rank)]
    assert texts([page])[:2] == [f"1. {PROSE[0]}", PROSE[1]]


def test_a_page_that_is_turned_reads_as_it_is_shown() -> None:
    page = [Print(60 + 13 * rank, 60, text, turn="0 1 -1 0") for rank, text in enumerate(PROSE)]
    assert [line.text for line in reader.read(pdf([page], rotate=90))] == list(PROSE)


def test_a_stamp_across_the_page_is_no_text() -> None:
    stamp = Print(200, 300, "PROJET", 60, turn="0.7 0.7 -0.7 0.7")
    assert texts([[*column(PROSE), stamp]]) == list(PROSE)


# -- heads and feet ---------------------------------------------------------------------------------


def test_what_comes_back_from_page_to_page_stands_apart() -> None:
    pages = [
        [
            Print(60, 810, "DCE/16/10.IGC/7"),
            *column(PROSE[rank % 4 :] + PROSE[: rank % 4]),
            Print(290, 30, f"– {rank} –"),
        ]
        for rank in range(1, 5)
    ]
    assert texts(pages, Role.RUNNING) == [
        each for rank in range(1, 5) for each in ("DCE/16/10.IGC/7", f"– {rank} –")
    ]
    assert len(texts(pages)) == 16


def test_the_number_of_a_lone_page_stands_apart() -> None:
    assert texts([[*column(PROSE), Print(290, 30, "1")]], Role.RUNNING) == ["1"]
    assert texts([[*column(PROSE), Print(290, 30, "2016")]], Role.RUNNING) == []


# -- notes ------------------------------------------------------------------------------------------


def noted(num: str = "1", small: float = 9) -> list[Print]:
    call = [Print(60, 700, "mise en œuvre"), Print(132, 704, num, 6.5), Print(136, 700, ". Suite du texte")]
    note = [
        Print(60, 80, num, 5.2),
        Print(63.5, 76, "Voir le document", small),
        Print(60, 65, "de travail.", small),
    ]
    return [*column(PROSE), *call, *note]


def test_a_note_is_told_by_its_size_and_place_and_its_call_by_its_own() -> None:
    lines = [line for line in reader.read(pdf([noted()])) if line.said]
    assert [line.text for line in lines] == [
        *PROSE,
        "mise en œuvre1. Suite du texte",
        "1 Voir le document",
        "de travail.",
    ]
    said = [line.said for line in lines if line.said]
    assert [(call.num, call.start, call.end) for call in said[4].calls] == [("1", 13, 14)]
    assert [(each.role, each.note, each.opens) for each in said[5:]] == [
        (Role.NOTE, "1", True),
        (Role.NOTE, "1", False),
    ]


def test_a_note_as_large_as_the_text_is_told_by_its_number() -> None:
    lines = [line for line in reader.read(pdf([noted(small=11)])) if line.said]
    assert [line.said.role for line in lines if line.said][5:] == [Role.NOTE, Role.NOTE]


def test_an_exponent_calls_no_note() -> None:
    page = [*column(PROSE), Print(60, 700, "une surface de 10 m"), Print(160, 704, "2", 6.5)]
    lines = [line for line in reader.read(pdf([page])) if line.said]
    assert lines[-1].text == "une surface de 10 m2"
    assert not any(line.said.calls for line in lines if line.said)


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    rest = [Print(60, 76, "et la suite de la note.", 9)]
    lines = reader.read(pdf([noted(), [*column(PROSE), *rest]]))
    last = lines[-1]
    assert last.text == "et la suite de la note."
    assert last.said and (last.said.role, last.said.note, last.said.opens) == (Role.NOTE, "1", False)


# -- letters ----------------------------------------------------------------------------------------

HYPHENS = {
    "a word that stands whole elsewhere was divided": (
        ("Un environnement sain et stable pour tous, dans un environ-", "nement nouveau."),
        ["Un environnement sain et stable pour tous, dans un environnement", "nouveau."],
    ),
    "a compound that stands elsewhere keeps its hyphen": (
        ("Une plate-forme est offerte à tous, et avec elle une plate-", "forme ouverte."),
        ["Une plate-forme est offerte à tous, et avec elle une plate-", "forme ouverte."],
    ),
    "what the text doesn't tell stays": (
        ("Elles visent une lecture de la Convention tout entière, celle-", "ci demandant."),
        ["Elles visent une lecture de la Convention tout entière, celle-", "ci demandant."],
    ),
    "a range of figures stays": (
        ("Voir le compte rendu de la huitième session, paragraphes 305-", "348 du document."),
        ["Voir le compte rendu de la huitième session, paragraphes 305-", "348 du document."],
    ),
    "a symbol divided at its stroke is whole": (
        ("Voir le document de travail qui porte la cote que voici, CE/15/", "9.IGC/7 du Comité."),
        ["Voir le document de travail qui porte la cote que voici, CE/15/9.IGC/7", "du Comité."],
    ),
}


@pytest.mark.parametrize("name", HYPHENS)
def test_hyphens_at_the_ends_of_lines(name: str) -> None:
    printed, expected = HYPHENS[name]
    assert texts([column(printed)]) == expected


def test_a_file_that_divides_words_does_so_everywhere() -> None:
    divided = (
        "La diversité des expressions, la culture et la création, di-",
        "versité des expressions et culture des expressions, cul-",
        "ture de la création et de la diversité pour tous, et créa-",
        "tion de textes nouveaux pour les Parties qui sont concer-",
        "nées, celles-ci et celle-là, et tous ceux qui voient celle-",
        "ci demander.",
    )
    joined = " ".join(texts([column(divided)]))
    assert "concernées" in joined and "création de" in joined
    assert "celle- ci" in joined


def test_cells_of_a_table_stand_apart() -> None:
    rows = (("Lanterne", "Heures de feu"), ("Verre", "Éclats et reprises"))
    page = [
        Print(60 + 200 * rank, 760 - 20 * line, text)
        for line, row in enumerate(rows)
        for rank, text in enumerate(row)
    ]
    assert texts([page], Role.TABLE) == ["\t".join(row) for row in rows]


def test_ligatures_are_their_letters() -> None:
    assert texts([column(("la déﬁnition d’un ﬂux",))]) == ["la définition d’un flux"]


def test_what_looks_like_markup_is_text() -> None:
    assert texts([column(("{{ x }} <b>a</b> **y** \\n (z)",))]) == ["{{ x }} <b>a</b> **y** \\n (z)"]


# -- safety -----------------------------------------------------------------------------------------

SOUND = pdf([column(PROSE)])
REFUSED = {
    "broken": (b"%PDF-1.7\nnothing", "broken"),
    "cut in the middle": (SOUND[:200], "broken"),
    "encrypted": ((FILES / "encrypted.pdf").read_bytes(), "password"),
    "scanned": (pdf([[], []], image=True), "scanned"),
    "without text": (pdf([[]]), "no text"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_holds_no_text_gives_one_clear_error(name: str) -> None:
    data, words = REFUSED[name]
    with pytest.raises(CorpusError, match=words):
        reader.read(data, "text.pdf")


def test_a_stream_that_swells_past_all_measure_gives_one_error() -> None:
    import zlib

    swollen = zlib.compress(b"BT (a) Tj ET " * 60_000_000, 9)
    plain = b"<</Length %d>>stream\n" % len(swollen)
    start = SOUND.index(b"<</Length", SOUND.index(b"/Contents"))
    end = SOUND.index(b"endstream", start)
    data = (
        SOUND[:start]
        + plain.replace(b"/Length", b"/Filter/FlateDecode/Length")
        + swollen
        + b"\n"
        + SOUND[end:]
    )
    with pytest.raises(CorpusError):
        reader.read(data)


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10**7), st.integers(0, 255)), min_size=1, max_size=40))
def test_a_damaged_file_gives_lines_or_the_one_error(cuts: list[tuple[int, int]]) -> None:
    changed = bytearray((FILES / "real-two-columns.pdf").read_bytes())
    for place, value in cuts:
        changed[place % len(changed)] = value
    try:
        reader.read(bytes(changed))
    except CorpusError:
        return


_PLACED = st.builds(
    Print,
    st.floats(-50, 700),
    st.floats(-50, 900),
    st.text("ab 1-.*«é", min_size=1, max_size=30),
    st.sampled_from([5.0, 9.0, 11.0, 30.0]),
    st.booleans(),
    st.sampled_from(["1 0 0 1", "0 1 -1 0", "-1 0 0 -1", "0 0 0 0", "1 0 0 -1"]),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(_PLACED, max_size=25), min_size=1, max_size=3))
def test_text_anywhere_on_the_page_is_read_whole(pages: list[list[Print]]) -> None:
    """Every character that the library gives is in the lines, once, but for hyphens of divided words."""
    found = json.loads(json.dumps(pdf_extract.extract(pdf(pages))))
    if "error" in found:
        return
    read = pages_in(found)
    assert letters(word.text for page in read for word in page.words) == letters(
        line.text for line in reader.lines_of(read)
    )


def letters(texts: Iterable[str]) -> list[str]:
    return sorted("".join("".join(texts).replace("-", "").split()))
