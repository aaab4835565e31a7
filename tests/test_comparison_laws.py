"""The laws of a comparison, on texts that nobody wrote."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.revisions import Unit, provisions
from scripts.comparison.align import SEPARATOR, align
from scripts.comparison.lexicon import Lexicon
from scripts.comparison.redline import redline
from scripts.comparison.tokens import tokens
from scripts.model import Edit, Kind, Op, Pair, Relation

FRENCH = Lexicon(("l", "d", "qu"), frozenset({"le", "la", "de", "et", "l", "d", "qu", "à"}))

LAW = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SAMPLE = """
le la de et à Parties culture numérique l’accès l'accès d’expression qu’elles celle-ci plates-formes 13.5
5.CP 2017 R&D œuvre Œuvre CE/15/5.CP/12 (FIDC) « » – - , ; : . doivent peuvent et/ou
"""
WORDS = st.sampled_from([*SAMPLE.split(), "100\u00a0%", "\u202f", "E\u0301tat"])
TEXTS = st.lists(WORDS, max_size=14).map(" ".join)
WILD = st.text(alphabet="ab é'’-.,/ 1\u00a0\n\u0301(", max_size=20) | TEXTS
KINDS = st.sampled_from([Kind.HEADING, Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.ITEM])


@st.composite
def drafts(draw: st.DrawFn) -> list[Unit]:
    rows = draw(st.lists(st.tuples(KINDS, TEXTS), max_size=9))
    return [
        (kind, "" if kind in {Kind.HEADING, Kind.ITEM} else str(number), text)
        for number, (kind, text) in enumerate(rows)
    ]


@st.composite
def revised(draw: st.DrawFn) -> tuple[list[Unit], list[Unit]]:
    """Two drafts of which the second reuses the first: shuffled, doubled, dropped, joined."""
    old = draw(drafts())
    new = draw(st.lists(st.sampled_from(old), max_size=9)) if old else []
    return old, [*new, *draw(drafts())]


def side(edits: tuple[Edit, ...], without: Op) -> str:
    return "".join(edit.text for edit in edits if edit.op is not without)


def turned(pair: Pair) -> tuple[str, tuple[str, ...], tuple[str, ...], bool]:
    swapped = {
        Relation.INSERTED: Relation.DELETED,
        Relation.DELETED: Relation.INSERTED,
        Relation.MERGED: Relation.SPLIT,
        Relation.SPLIT: Relation.MERGED,
    }
    relation = swapped.get(pair.relation, pair.relation)
    return relation, tuple(p.eid for p in pair.new), tuple(p.eid for p in pair.old), pair.renumbered


@given(WILD, WILD)
@LAW
def test_a_redline_gives_back_both_texts(old: str, new: str) -> None:
    edits = redline(old, new, FRENCH)
    assert side(edits, Op.INSERTED) == old
    assert side(edits, Op.DELETED) == new


@given(WILD)
@LAW
def test_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(tokens(text, FRENCH.elisions)) == text


@given(WILD, WILD)
@LAW
def test_no_change_begins_or_ends_inside_a_word(old: str, new: str) -> None:
    edits = redline(old, new, FRENCH)
    for text, lost in ((old, Op.INSERTED), (new, Op.DELETED)):
        borders = {0}
        for token in tokens(text, FRENCH.elisions):
            borders.add(max(borders) + len(token))
        place = 0
        for edit in edits:
            if edit.op is not lost:
                place += len(edit.text)
                assert place in borders, (text, place, edits)
                assert not (text[place - 1 : place].isalnum() and text[place : place + 1].isalnum())


@given(WILD, WILD)
@LAW
def test_a_redline_of_the_swapped_texts_swaps_its_marks(old: str, new: str) -> None:
    swap = {Op.KEPT: Op.KEPT, Op.DELETED: Op.INSERTED, Op.INSERTED: Op.DELETED}
    there, back = redline(old, new, FRENCH), redline(new, old, FRENCH)
    assert Counter((swap[e.op], e.text, e.light) for e in there) == Counter(
        (e.op, e.text, e.light) for e in back
    )


@given(WILD, WILD)
@LAW
def test_a_light_change_is_the_same_words_but_for_typography(old: str, new: str) -> None:
    def letters(op: Op) -> str:
        text = "".join(edit.text for edit in redline(old, new, FRENCH) if edit.light and edit.op is op)
        return "".join(c for c in text.casefold().replace("œ", "oe") if c.isalnum())

    assert letters(Op.DELETED) == letters(Op.INSERTED)


@given(drafts())
@LAW
def test_a_text_compared_with_itself_is_all_the_same(units: list[Unit]) -> None:
    pairs = align(provisions(units), provisions(units), FRENCH)
    assert [pair.relation for pair in pairs] == [Relation.SAME] * len(units)
    assert not any(pair.renumbered for pair in pairs)


@given(revised())
@LAW
def test_swapping_the_drafts_swaps_the_relations(texts: tuple[list[Unit], list[Unit]]) -> None:
    old, new = (provisions(units) for units in texts)
    there, back = align(old, new, FRENCH), align(new, old, FRENCH)
    assert Counter(map(turned, there)) == Counter(
        (p.relation, tuple(o.eid for o in p.old), tuple(n.eid for n in p.new), p.renumbered) for p in back
    )


@given(revised())
@LAW
def test_every_provision_stands_in_one_pair_and_every_pair_gives_its_texts_back(
    texts: tuple[list[Unit], list[Unit]],
) -> None:
    old, new = (provisions(units) for units in texts)
    pairs = align(old, new, FRENCH)
    assert Counter(p.eid for pair in pairs for p in pair.old) == Counter(p.eid for p in old)
    assert [p.eid for pair in pairs for p in pair.new if pair.relation is not Relation.SPLIT] == [
        p.eid for p in new if p.eid not in {q.eid for pair in pairs if len(pair.new) > 1 for q in pair.new}
    ]
    for pair in pairs:
        assert side(pair.redline, Op.INSERTED) == SEPARATOR.join(p.text for p in pair.old)
        assert side(pair.redline, Op.DELETED) == SEPARATOR.join(p.text for p in pair.new)


@given(revised())
@LAW
def test_same_means_equal_text_and_modified_means_another(texts: tuple[list[Unit], list[Unit]]) -> None:
    old, new = (provisions(units) for units in texts)
    for pair in align(old, new, FRENCH):
        if pair.relation in {Relation.SAME, Relation.MOVED}:
            assert pair.old[0].text == pair.new[0].text
        if pair.relation in {Relation.MODIFIED, Relation.MOVED_MODIFIED}:
            assert pair.old[0].text != pair.new[0].text
