"""Laws of citations: spans, white space, canonical form written and read back, time on hostile text."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scripts import register
from scripts.citations.find import find, read
from scripts.citations.spell import spell
from scripts.model import Reference
from tests.citation_cases import cases

ROOT = Path(__file__).resolve().parent.parent
REGISTER = register.load(ROOT)
FRAGMENTS = st.sampled_from(
    [
        *(case.text for case in cases("phrases.txt")),
        *(
            "article ",
            "articles ",
            "16",
            "22.4 (c)",
            ", ",
            " et ",
            " à ",
            " de la Convention",
            "9.IGC 7",
            "Décision ",
        ),
        *(
            "paragraphe ",
            "CE/15/9.IGC/3",
            " para. ",
            "\n\n",
            ". ",
            "(",
            ")",
            "Convention de 2003",
            "Annexe",
            "38 C/",
            "é",
        ),
        *(
            "e\u0301",
            "\u00ad",
            "\u200b",
            "’",
            "GATT ",
            "ODD 4",
            "§",
            "a)",
            "INF.4",
            " ",
            "\u00a0",
            "Article XX",
            "to ",
        ),
    ]
)
LANGS = st.sampled_from(["fr", "en"])
PATHS = st.one_of(
    st.integers(1, 99).map(str),
    st.tuples(st.integers(1, 40), st.integers(1, 40)).map(lambda pair: f"{pair[0]}-{sum(pair)}"),
)
NUMBERS = st.integers(1, 20)
LEVELS = st.sampled_from(["", ".2", ".4.c", ".9.a", ".3.b.ii"])


def _references() -> st.SearchStrategy[Reference]:
    articles = st.builds(
        lambda n, level: Reference("convention", f"art{n}{level}"), st.integers(1, 35), LEVELS
    )
    ranges = st.builds(
        lambda n, m: Reference("convention", f"art{n}-{n + m}"), st.integers(1, 20), st.integers(1, 15)
    )
    theirs = st.builds(lambda n: Reference("convention-2003", f"art{n}"), st.integers(1, 40))
    annexed = st.builds(lambda n: Reference("convention", f"annex.art{n}"), st.integers(1, 6))
    fragments = st.one_of(st.just(""), PATHS)
    decisions = st.builds(
        lambda n, extra, item, end, part: Reference("decision", f"{n}.{extra}IGC/{item}{end}", part),
        *(
            NUMBERS,
            st.sampled_from(["", "EXT."]),
            NUMBERS,
            st.sampled_from(["", "B", "bis", ".Rev"]),
            fragments,
        ),
    )
    resolutions = st.builds(
        lambda n, item, part: Reference("resolution", f"{n}.CP/{item}", part), NUMBERS, NUMBERS, fragments
    )
    committee = st.builds(lambda n, item: Reference("decision", f"{n}.COM/{item}.b"), NUMBERS, NUMBERS)
    general = st.builds(
        lambda n, item: Reference("gc-resolution", f"{n}C/{item}"), st.integers(10, 42), NUMBERS
    )
    board = st.builds(
        lambda n, item: Reference("ex-decision", f"{n}EX/{item}.3"), st.integers(100, 220), NUMBERS
    )
    symbols = st.sampled_from(
        ["4.Rev", "INF.4", "2.Prov.Rev", "INF.7.Rev.2", "7b", "Dec", "3", "10.Add", "4.Corr.2"]
    )
    papers = st.builds(
        lambda n, item, part: Reference("doc", f"CE/15/{n}.IGC/{item}", part), NUMBERS, symbols, fragments
    )
    own = st.builds(lambda path: Reference("internal", f"para{path}"), PATHS)
    names = st.sampled_from(
        [Reference("external", key) for key in ("agenda2030", "ungp", "udhr", "un-charter", "gatt")]
    )
    return st.one_of(
        articles,
        ranges,
        theirs,
        annexed,
        decisions,
        resolutions,
        committee,
        general,
        board,
        papers,
        own,
        names,
    )


@given(st.lists(FRAGMENTS, max_size=8).map("".join), LANGS)
@example("", "fr")
def test_spans_lie_inside_in_order_and_give_their_surface(text: str, lang: str) -> None:
    reading = read(text, REGISTER.grammar(lang))
    end = 0
    for citation in reading.citations:
        assert end <= citation.start < citation.end <= len(text)
        assert text[citation.start : citation.end] == citation.surface
        assert not re.search(r"\n[^\S\n]*\n", citation.surface), "a citation crosses the end of a provision"
        end = citation.end
    assert all(text[doubt.start : doubt.end] == doubt.surface for doubt in reading.doubts)


@given(st.sampled_from(list(cases("phrases.txt"))), st.data())
def test_white_space_within_changes_nothing(case: object, data: st.DataObject) -> None:
    from tests.citation_cases import Case

    assert isinstance(case, Case)
    spaces = st.sampled_from([" ", "\u00a0", "\u202f", "\n", "  ", " \n   ", "\r\n", "\t", "\f"])
    if "\n" in case.text:
        return  # its own line ends are its subject
    text = re.sub(" ", lambda _: data.draw(spaces), case.text)
    assert [str(c.reference) for c in find(text, REGISTER.grammar(case.lang))] == list(case.targets)


@settings(max_examples=400)
@given(_references(), LANGS)
def test_a_reference_written_in_words_is_read_back(reference: Reference, lang: str) -> None:
    one = REGISTER.grammar(lang)
    assert [c.reference for c in find(spell(reference, one), one)] == [reference]


@given(_references())
def test_a_canonical_form_is_read_back(reference: Reference) -> None:
    assert Reference.read(str(reference)) == reference


HOSTILE: dict[str, Callable[[int], str]] = {
    "a list of members": lambda n: "articles " + ", ".join(str(1 + i % 30) for i in range(n // 4)),
    "articles in one sentence": lambda n: "Convention de 2003 " + "article 7 " * (n // 10),
    "acts, then paragraphs": lambda n: "Décision 9.IGC 7 " + "le paragraphe 3 dit " * (n // 20),
    "nested brackets": lambda n: "article 6 " + "(" * n,
    "digits without a space": lambda n: "1" * n,
    "letters without a space": lambda n: "article" * (n // 7),
    "levels without a space": lambda n: "article " + "1." * (n // 2),
    "white space": lambda n: "article" + " " * n + "paragraphe" + "\n" * n + "Décision" + " \n" * n,
    "words that lead": lambda n: "article 6 " + "de la " * (n // 6),
    "symbols without an end": lambda n: "CE/15/9.IGC" + "/7" * (n // 2),
    "annexes in one line": lambda n: "Annexe " * (n // 7),
    "unseen marks": lambda n: "article\u200b " * (n // 9) + "1",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_time_in_proportion_to_its_length(name: str) -> None:
    """Eight times the text takes at most sixteen times as long: a square law would take sixty-four."""
    one = REGISTER.grammar("fr")

    def seconds(size: int) -> float:
        text = HOSTILE[name](size)
        spans = []
        for _ in range(3):
            start = time.process_time()
            find(text, one)
            spans.append(time.process_time() - start)
        return min(spans)

    assert seconds(160_000) < 16 * seconds(20_000) + 0.05
