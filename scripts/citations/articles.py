"""Articles: of the Convention, of its Annex, of another convention, of any other instrument."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scripts.citations.instruments import Instrument, Right, instrument
from scripts.citations.lists import Member, members
from scripts.citations.scan import Found, Outcome, Scan
from scripts.model import Reference

LAST_ARTICLE = 35
"""The Convention has 35 articles: « Article 43 » alone is not one of them."""


@dataclass(frozen=True, slots=True)
class _List:
    """Articles under one or several heads, and where they end, before any instrument is looked for."""

    start: int
    members: tuple[Member, ...]
    end: int
    many: bool


def articles(scan: Scan, at: int, given: Instrument | None = None) -> Outcome | None:
    """articles = list { separator list } [ instrument ] — « articles 5, 6 et 7 de la Convention ».

    ``given`` is an instrument named just before (« GATT, Article XX »); one on the right goes first.
    Returns None where no article stands at ``at``.
    """
    lists = _lists(scan, at)
    if not lists:
        return None
    last = lists[-1]
    right = instrument(scan, last.end)
    if right.right is Right.NOTHING and given:
        right = Instrument(Right.NAMED, last.end, last.end, given.named, given.scheme)
    found: list[Found] = []
    for one in lists:
        if (
            given and one is lists[0] and one is not last
        ):  # « Rules of Procedure, Article 43, and Article 22 »
            found += _cite(scan, one, given)
            continue
        shared = one is last or right.scheme == "convention"
        found += _cite(scan, one, right) if shared else _short(scan, one, right.scheme)
    if right.named and right.named.articles:
        scan.context.name(right.scheme, right.end)
    for item in found:
        scan.context.cite(item.reference, item.start)
    end = max(right.end, last.end)
    more = _resumed(scan, end) if last.many and right.right is Right.NAMED else None
    return Outcome((*found, *more.found), more.end) if more else Outcome(tuple(found), end)


def _resumed(scan: Scan, at: int) -> Outcome | None:
    """resumed = separator numbers instrument — « and 19 of the UDHR » after « Articles 16 of … »."""
    separator = scan.at.separator.match(scan.text, at)
    one = _list(scan, separator.end(), separator.end(), many=True) if separator else None
    right = instrument(scan, one.end) if one else None
    if one is None or right is None or right.right not in (Right.NAMED, Right.ANNEX):
        return None
    return Outcome(tuple(_cite(scan, one, right)), right.end)


def _lists(scan: Scan, at: int) -> list[_List]:
    """list { separator list } — « Articles 9 and 10, as well as Article 18 »."""
    found: list[_List] = []
    head = scan.at.article.match(scan.text, at)
    while head:
        one = _list(scan, head.start(), head.end(), many=_many(scan, head[0]))
        if one is None:
            break
        found.append(one)
        separator = scan.at.separator.match(scan.text, one.end)
        head = scan.at.article.match(scan.text, separator.end()) if separator else None
    return found


def _many(scan: Scan, head: str) -> bool:
    return scan.at.many.fullmatch(head.strip()) is not None


def _list(scan: Scan, start: int, at: int, *, many: bool) -> _List | None:
    """list = article numbers { , paragraphs [ separator article numbers ] } — « 6, paragraphe 1, et 7 »."""
    found: list[Member] = []
    numbers = members(scan, at, scan.at.article_number, many=many)
    while numbers:
        end = numbers[-1].end
        below, end = levels(scan, numbers[-1], many=many)
        found += [*numbers[:-1], *below]
        separator = scan.at.separator.match(scan.text, end) if below[0].path != numbers[-1].path else None
        at = separator.end() if separator else end
        numbers = members(scan, at, scan.at.article_number, many=many) if separator and many else ()
        numbers = numbers if numbers and not numbers[0].path[0].islower() else ()
    if not found:
        return None
    first = found[0]
    found[0] = Member(start, first.end, first.path)
    return _List(start, tuple(found), end, many)


def levels(scan: Scan, base: Member, *, many: bool) -> tuple[tuple[Member, ...], int]:
    """levels = { , level numbers } — « , paragraphe 2, alinéa b) » after « article 6 ».

    ``many``: the head before ``base`` is a plural, so that after a singular level (« , paragraph 1, and 7 »)
    the next number is the head's. Returns the members (``base`` where nothing follows) and where they end.
    """
    found: tuple[Member, ...] = (base,)
    end = base.end
    while tail := _tail(scan, end):
        plural = scan.at.many.fullmatch(tail["word"]) is not None
        below = members(scan, tail.end(), scan.at.number, many=plural)
        if not below or _leads_on(scan, below[-1].end):
            break
        below = _below(scan, below, plural=plural) if many else below
        stem = found[-1]
        joined = [Member(one.start, one.end, f"{stem.path}.{one.path}") for one in below]
        joined[0] = Member(stem.start, joined[0].end, joined[0].path)
        found = (*found[:-1], *joined)
        if len(below) == 1:
            found = (*found[:-1], _lettered(scan, found[-1]))
        end = found[-1].end + ("(" in tail[0] and scan.text.startswith(")", found[-1].end))
    return found, end


def _leads_on(scan: Scan, at: int) -> bool:
    """Whether an act follows: « , paragraphe 3 de la Résolution 5.CP 12 » is no level of what is before."""
    lead = scan.at.of.match(scan.text, at)
    if lead is None:
        return False
    symbols = (scan.at.act, scan.at.assembly, scan.at.document, scan.at.article)
    return any(symbol.match(scan.text, lead.end()) for symbol in symbols)


def _tail(scan: Scan, at: int) -> re.Match[str] | None:
    """tail = [ gloss ] , level — « , paragraphe 2 », « (Fonds international), paragraphe 3 »."""
    tail = scan.at.tail.match(scan.text, at)
    gloss = None if tail else scan.at.gloss.match(scan.text, at)
    return scan.at.tail.match(scan.text, gloss.end()) if gloss else tail


def _below(scan: Scan, below: tuple[Member, ...], *, plural: bool) -> tuple[Member, ...]:
    """Leave to the head in the plural what is its own: « 7 » in « articles 6, alinéas 2 a) et b), et 7 ».

    The levels end with their « et »: a comma after it goes on with the articles.
    """
    ended = not plural
    for count in range(1, len(below)):
        comma = "," in scan.text[below[count - 1].end : below[count].start]
        if ended and (comma or not plural):
            return below[:count]
        ended = ended or not comma
    return below


def _lettered(scan: Scan, member: Member) -> Member:
    """lettered = , ( letter ) — « § 2, (b) »: the letter is a level of the paragraph."""
    comma = scan.at.lettered.match(scan.text, member.end)
    if comma is None or not member.path[-1].isdigit():
        return member
    return Member(member.start, comma.end(), f"{member.path}.{comma['letter']}")


def _cite(scan: Scan, one: _List, right: Instrument) -> list[Found]:
    """Say what the articles are by the instrument to their right."""
    if right.right is Right.NOTHING:
        return _short(scan, one, "")
    if right.right is Right.ANNEX:
        return _each(one, "convention", "annex.art")
    if right.scheme == "convention":
        return [] if _names_guidelines(scan, one.start) else _each(one, "convention", "art")
    if right.named is None:  # « de la loi 12/2009 », « of the said Convention »
        scan.doubt(one.start, one.members[-1].end)
        return []
    if right.scheme.startswith("convention-"):
        return _each(one, right.scheme, "art")
    scheme, colon, key = right.scheme.partition(":")
    return [Found(one.start, max(right.end, one.end), Reference(scheme, key))] if colon else []


def _each(one: _List, scheme: str, stem: str) -> list[Found]:
    return [Found(item.start, item.end, Reference(scheme, stem + item.path)) for item in one.members]


def _short(scan: Scan, one: _List, beyond: str) -> list[Found]:
    """Articles with no instrument of their own are the Convention's, unless another one was named.

    ``beyond`` is the scheme of an instrument further right (« Article 7 and Article 25 of the 2003
    Convention »): then, as where one was named before in the sentence, the articles stay in doubt.
    """
    found = _each(one, "convention", "art")
    other = beyond or _named_before(scan, one.start)
    if _names_guidelines(scan, one.start):
        return []
    if not other and all(_exists(item.path) for item in one.members):
        return found
    theirs = _each(one, other, "art") if other.startswith("convention-") else []
    scan.doubt(one.start, one.members[-1].end, *(item.reference for item in (*found, *theirs)))
    return []


def _exists(path: str) -> bool:
    number = re.match(r"[0-9]+", path)
    return number is not None and 1 <= int(number[0]) <= LAST_ARTICLE and not re.match(r"[0-9]+[a-z]", path)


def _named_before(scan: Scan, at: int) -> str:
    """Return the scheme of the other instrument that the sentence named last, or ``""``."""
    context = scan.context
    if not context.named_before(at):
        return ""
    for match in scan.grammar.names.finditer(scan.text, context.other_end, at):
        if match.lastindex and scan.grammar.name_of[match.lastindex - 1].own:
            context.name("convention", match.end())
    if context.other:
        context.other_end = at
    return context.other


def _names_guidelines(scan: Scan, at: int) -> bool:
    """Whether « directives opérationnelles sur l’ » stands to the left: a guidelines text is named."""
    before = scan.text[max(0, at - 120) : at]
    return any(stem in before for stem in scan.grammar.guidelines) and bool(scan.at.guidelines.search(before))
