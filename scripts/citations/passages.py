"""Paragraphs: of an article, of an act, of a document, of this text; and this text's Annex."""

from __future__ import annotations

from scripts.citations.acts import acts, cited
from scripts.citations.articles import articles
from scripts.citations.documents import documents
from scripts.citations.instruments import Right, instrument, name
from scripts.citations.lists import Member, members
from scripts.citations.scan import Found, Outcome, Scan, within
from scripts.model import Reference


def passages(scan: Scan, at: int) -> Outcome | None:
    """passages = level numbers { , level numbers | of level numbers } [ of container | here ].

    « paragraphe 2, alinéa b), de l’article 6 », « sub-paragraph (b) of paragraph 2 of Article 6 »,
    « paragraphs 3 and 7 of Decision 7.IGC 13 », « paragraphe 12 ». Returns None where none stands.
    """
    head = scan.at.level.match(scan.text, at)
    if head is None:
        return None
    many = scan.at.many.fullmatch(head[1] or head[2]) is not None
    found = members(scan, head.end(), scan.at.number, many=many)
    if not found:
        return None
    found = (Member(at, found[0].end, found[0].path), *found[1:])
    alone = bool(head["alone"])
    while chained := _chain(scan, found):
        found, outer = chained
        alone = alone or outer
    return _contained(scan, found) or _here(scan, found, alone=alone)


def _chain(scan: Scan, found: tuple[Member, ...]) -> tuple[tuple[Member, ...], bool] | None:
    """chain = , level numbers | of level numbers — « , alinéa b) », « du paragraphe 2 »."""
    end = found[-1].end
    lead = scan.at.of.match(scan.text, end)
    outer = scan.at.level.match(scan.text, lead.end()) if lead else None
    if outer:
        stems = members(scan, outer.end(), scan.at.number, many=False)
        if not stems:
            return None
        stem = stems[0]
        last = found[-1]
        moved = [Member(one.start, one.end, f"{stem.path}.{one.path}") for one in found]
        moved[-1] = Member(last.start, stem.end, moved[-1].path)
        return tuple(moved), bool(outer["alone"])
    tail = scan.at.tail.match(scan.text, end)
    many = bool(tail and scan.at.many.fullmatch(tail["word"]))
    below = members(scan, tail.end(), scan.at.number, many=many) if tail else ()
    if not below:
        return None
    stem = found[-1]
    joined = [Member(one.start, one.end, f"{stem.path}.{one.path}") for one in below]
    joined[0] = Member(stem.start, joined[0].end, joined[0].path)
    return (*found[:-1], *joined), False


def _contained(scan: Scan, found: tuple[Member, ...]) -> Outcome | None:
    """container = of ( articles | acts | documents ) — « de l’article 6 », « of Decision 7.IGC 13 »."""
    lead = scan.at.of.match(scan.text, found[-1].end)
    if lead is None:
        return None
    inner = None
    for production in (articles, acts, documents):
        inner = inner or production(scan, lead.end())
    if inner is None:
        return None
    if not inner.found:
        return inner
    first, *rest = inner.found
    whole = [Found(one.start, one.end, within(first.reference, one.path)) for one in found]
    whole[-1] = Found(whole[-1].start, first.end, whole[-1].reference)
    if first.reference.scheme == "external":
        whole = [Found(found[0].start, first.end, first.reference)]
    if len(found) == 1:  # « paragraph 1 of Articles 5 and 6 »
        rest = [Found(one.start, one.end, within(one.reference, found[0].path)) for one in rest]
    return Outcome((*whole, *rest), inner.end)


def _here(scan: Scan, found: tuple[Member, ...], *, alone: bool) -> Outcome:
    """here = of this text | of the annex | of the said act | above | nothing.

    A paragraph that names no container is this text's own, unless something else may be meant.
    """
    right = instrument(scan, found[-1].end)
    article = scan.at.article_word.match(scan.text, right.start) is not None
    if right.right is Right.ANNEX:
        return _of_the_annex(scan, found, right.end)
    if right.right is Right.SAID or (right.right is Right.THIS and article):
        return _said(scan, found, article=article)
    own = [Found(one.start, one.end, Reference("internal", f"para{one.path}")) for one in found]
    if not alone or right.right in (Right.NAMED, Right.UNKNOWN):
        own = []
    elif right.right is Right.NOTHING:
        if scan.at.cited.search(scan.text, max(0, found[0].start - 60), found[0].start):
            return _said(scan, found, article=False)  # « ladite Résolution, en son paragraphe 6 »
        others = _others(scan, found)
        if others is not None:
            return _doubtful(scan, found, (*others, own[0].reference))
    return Outcome(tuple(own), found[-1].end)


def _of_the_annex(scan: Scan, found: tuple[Member, ...], end: int) -> Outcome:
    """« paragraphe 12 de l’Annexe », this text's own unless it is said to be another's."""
    if instrument(scan, end).right not in (Right.NOTHING, Right.THIS) or _of_an_act(scan, end):
        return Outcome((), end)
    parts = [Found(one.start, one.end, Reference("internal", "annex", one.path)) for one in found]
    return Outcome(tuple(parts), end)


def _others(scan: Scan, found: tuple[Member, ...]) -> tuple[Reference, ...] | None:
    """What else a bare paragraph may belong to: an act named before, « directives (paragraphe 22) »."""
    start, text = found[0].start, scan.text
    if scan.at.here.match(text, found[-1].end):
        return None
    if scan.at.sectioned.search(text, max(0, start - 40), start):
        return ()
    if "(" in text[max(0, start - 2) : start] and scan.at.guided.search(text, max(0, start - 160), start):
        return ()
    others = tuple(within(one, found[0].path) for one in scan.context.acts_before(start))
    return others if others or scan.context.named_before(start) else None


def _said(scan: Scan, found: tuple[Member, ...], *, article: bool) -> Outcome:
    """« paragraphe 3 de ladite décision », « of the same article »: the one named before, if only one was."""
    before = [
        one
        for one in scan.context.acts_before(found[0].start)
        if one.scheme.startswith("convention") == article and one.scheme != "internal"
    ]
    if len(before) != 1:
        return _doubtful(scan, found, tuple(within(one, found[0].path) for one in before))
    theirs = tuple(Found(one.start, one.end, within(before[0], one.path)) for one in found)
    return Outcome(theirs, found[-1].end)


def _doubtful(scan: Scan, found: tuple[Member, ...], candidates: tuple[Reference, ...]) -> Outcome:
    scan.doubt(found[0].start, found[-1].end, *candidates)
    return Outcome((), found[-1].end)


def annex(scan: Scan, at: int) -> Outcome | None:
    """annex = Annexe [ of this text ] [ paragraphs ] — « proposé en Annexe », « son Annexe ».

    Not a line by itself. A numbered annex and the annex of something else (the Convention, a resolution)
    are not this one. Without a capital it is named only where the text says that it is its own.
    """
    word = scan.at.annex.match(scan.text, at)
    if word is None or scan.at.numbered.match(scan.text, word.end()):
        return None
    end = word.end()
    around = scan.text[max(0, at - 80) : at].rpartition("\n")[2], scan.text[end : end + 80].partition("\n")[0]
    right = instrument(scan, end)
    own = right.right is Right.THIS or (right.right is Right.NOTHING and word[0][0].isupper())
    if (
        not own
        or _of_an_act(scan, end)
        or _beside_an_act(scan, at)
        or _of_the_convention(scan, at)
        or not "".join(around).strip(" .*:\f")
    ):
        return None
    found, end = cited(scan, Found(at, end, Reference("internal", "annex")), many=False)
    return Outcome(tuple(found), end)


def _beside_an_act(scan: Scan, at: int) -> bool:
    """« Decision 10.IGC 7 (Annex) », « CE/13/4.CP/9, Annexe »: the annex of what is named."""
    before = scan.text[max(0, at - 60) : at].rstrip()
    symbols = (scan.at.act, scan.at.assembly, scan.at.document)
    return before.endswith((",", "(")) and any(
        before[match.end() :].strip(" ,(") == "" for symbol in symbols for match in symbol.finditer(before)
    )


def _of_an_act(scan: Scan, at: int) -> bool:
    """« Annex to Resolution 5.CP 12 », « Annexe du document CE/… »."""
    for lead in (scan.at.of.match(scan.text, at), scan.at.within.match(scan.text, at)):
        for symbol in (scan.at.act, scan.at.assembly, scan.at.document):
            if lead and symbol.match(scan.text, lead.end()):
                return True
    return False


def _of_the_convention(scan: Scan, at: int) -> bool:
    """« la Convention et son Annexe »: not this text's."""
    its = scan.at.its.search(scan.text, max(0, at - 30), at)
    before = scan.text[max(0, at - 80) : its.start()].rstrip() if its else ""
    own = (phrase for entry in scan.grammar.named if entry.own for phrase in entry.written)
    return bool(before) and before.endswith(tuple(own))


def named(scan: Scan, at: int) -> Outcome | None:
    """named = name [ joint articles ] — « Agenda 2030 », « the Universal Declaration (Article 19) ».

    A name that is no citation by itself (another convention, the Rules of Procedure) is remembered:
    an article later in the sentence may be its.
    """
    found = name(scan, at)
    if found is None or found.named is None or found.scheme == "convention":
        return None
    inner = None
    if found.named.articles:
        joint = scan.at.joint.match(scan.text, found.end)
        inner = articles(scan, joint.end(), found) if joint else None
        scan.context.name(found.scheme, inner.end if inner else found.end)
    scheme, _, key = found.scheme.partition(":")
    if inner and inner.found:
        first, *rest = inner.found
        if str(first.reference) == found.scheme:
            return Outcome((Found(at, first.end, first.reference), *rest), inner.end)
        own = [Found(at, found.end, Reference(scheme, key))] if found.named.alone else []
        return Outcome((*own, *inner.found), inner.end)
    if not found.named.alone:
        return Outcome((), inner.end if inner else found.end)
    return Outcome((Found(at, found.end, Reference(scheme, key)),), found.end)
