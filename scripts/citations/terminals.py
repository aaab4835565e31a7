"""The terminals of the grammar: small patterns, compiled from the words of a language and the series.

Each is matched at one place and leaves nothing to go back over (possessive), so that no text, however
hostile, costs more than a look at each of its characters a few times.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from scripts.citations.phrases import GAP, SPACE, either

if TYPE_CHECKING:
    from scripts.citations.grammar import Series

Words = Mapping[str, Mapping[str, Any]]
"""The words of a language: ``{"head": {"article": ["article", …]}, …}``."""
Pattern = re.Pattern[str]

_LEVEL = r"[0-9]{1,2}|[a-zA-Z]|[ivx]{2,4}"
LETTER = rf"(?:\({GAP}(?:{_LEVEL}){GAP}\)|(?:[a-z]|[ivx]{{2,4}})\))"
"""A level that stands by itself in a list: ``(b)``, ``b)``."""
_BIS = rf"(?P<bis>{GAP}(?:bis|ter|quater)(?!\w))?"
_LEVELS = (
    rf"(?P<levels>(?:\.[0-9]{{1,2}}(?![0-9])|{GAP}{LETTER}|\.\((?:{_LEVEL})\)"
    r"|\.[a-z](?![\w'])|[a-h](?![\w.')])){0,5}+)"
)
"""Levels below a number: ``.4``, `` (c)``, `` a)``, ``.(a)``, ``.c``, a glued ``c``."""
_ITEM = (
    r"(?P<item>[0-9]{1,2}(?![0-9])(?:[A-Za-z](?![\w']))?+(?:\.(?:[0-9]{1,2}|[A-Za-z])(?![\w']))*+"
    rf"(?:{GAP}(?i:bis|ter|quater)(?![a-z]))?+(?:[.]?{GAP}(?i:rev)(?![a-z])(?:[.]?{GAP}[0-9](?![0-9]))?+)?+)"
)


@dataclass(frozen=True, slots=True)
class Terminals:
    """The compiled patterns of one language; each docstring-like comment gives what it reads."""

    article: Pattern  # « articles » before a number
    article_number: Pattern  # 22.4 (c)   XX   1er
    article_word: Pattern  # « article », whatever follows
    level: Pattern  # « paragraphes », « alinéa » before a number or letter
    number: Pattern  # 3   13.5   2 (b)
    letter: Pattern  # (b)   b)
    lettered: Pattern  # « , (b) », a level after a paragraph
    to: Pattern  # « à », « to », a dash
    separator: Pattern  # « , »  « et »  « , ainsi que l’ »
    count: Pattern  # « Parties » after a number: things counted
    closed: Pattern  # what may follow a number that has no head of its own
    decision: Pattern  # « décision »
    resolution: Pattern  # « résolution »
    act: Pattern  # Décision 9.IGC 7
    item: Pattern  # 14, its session left out
    assembly: Pattern  # Résolution 38 C/56   166 EX/Decision 3.4.3
    assembly_item: Pattern  # 57, its session left out
    section: Pattern  # « Part » before a roman number
    document: Pattern  # CE/07/1.CP
    part: Pattern  # /CONF   /209   /INF.4 Rev.2
    info: Pattern  # INF.4, the rest of its symbol left out
    annex: Pattern  # « Annexe »
    numbered: Pattern  # « I », « 2 » after « Annexe »
    of: Pattern  # « de la », leads to an instrument on the right
    within: Pattern  # « dans la », leads to a name only
    this: Pattern  # « présent », among the words that lead
    said: Pattern  # « ladite », among the words that lead
    neutral: Pattern  # « manière » after « de »: no instrument
    here: Pattern  # « ci-dessus »
    beside: Pattern  # the space before a name that follows at once
    gloss: Pattern  # « (traitement préférentiel) » after an article
    joint: Pattern  # what may stand between a name and its article: « (», « , notamment son »
    tail: Pattern  # « , paragraphes » after an act
    many: Pattern  # « articles »: a plural
    guidelines: Pattern  # « directives opérationnelles sur l’ », to the left of an article
    its: Pattern  # « et son », to the left of « Annexe »
    guided: Pattern  # « directives … ( », to the left of a paragraph: theirs
    sectioned: Pattern  # « Rule 43, », to the left of a paragraph: its own
    draft: Pattern  # the start of a line, « PROJET DE », to the left of an act
    paper: Pattern  # « documents », to the left of a symbol
    number_part: Pattern  # 9B, the rest of its symbol left out
    cited: Pattern  # « ladite décision, », « la Résolution, en son », to the left of a paragraph
    prefixed: Pattern  # « WHC/19/ », to the left of a session: a document of a series that is not known


def terminals(words: Words, series: Series) -> Terminals:
    """Return the terminals of a language. Raises KeyError where a list of words is missing."""
    patterns = {**_numbers(words, series), **_joints(words), **_symbols(words, series), **_leads(words)}
    return Terminals(**{name: re.compile(text) for name, text in patterns.items()})


def _opens(series: Series) -> str:
    """What opens the next citation after a number: ``7 et 9.IGC 7``."""
    organs = "|".join(body.organ for body in series.sessions)
    slashed = "|".join(body.organ for body in series.assemblies)
    return rf"{GAP}\.?{GAP}(?i:EXT|{organs})(?![A-Za-z])|{GAP}(?:{slashed}){GAP}/"


def _numbers(words: Words, series: Series) -> dict[str, str]:
    head, level, opens = words["head"], words["level"]["below"], _opens(series)
    ordinal = either(head["ordinal"])
    ending = either(head["ending"]) + "?+"
    starts = rf"{GAP}(?=[0-9(]|(?:[a-z]|[ivx]{{2,4}})\)|{ordinal})"
    plain = r"(?:0[0-9]{4}|[0-9]{1,3})(?:\.[0-9]{1,2})*+"  # 12   13.5   01200 in a C/5
    roman = r"[IVXL]{1,6}(?![A-Za-z])(?:\.[A-Z0-9]{1,2}(?!\w))*+"
    return {
        "article": rf"{either(head['article'])}{GAP}(?=[0-9IVXL]|{ordinal})",
        "article_word": either(head["article"]),
        "article_number": rf"(?P<n>[0-9]{{1,3}}(?![0-9]|{opens})|{roman}|{ordinal}){ending}{_BIS}{_LEVELS}",
        "level": rf"(?:(?P<alone>{either(head['paragraph'])})|(?P<below>{either(level)})){starts}",
        "number": rf"(?P<n>{plain}(?![0-9]|{opens})|{ordinal}){ending}{_BIS}{_LEVELS}",
        "letter": LETTER,
        "lettered": rf"{GAP},{GAP}\({GAP}(?P<letter>[a-z]|[ivx]{{2,4}}){GAP}\)",
        "item": rf"{_ITEM}(?!{opens})",
        "count": rf"(?:{GAP}-{GAP}[0-9]+)?+{GAP}{either(words['count']['things'])}",
        "many": either(head["many"]),
        "numbered": rf"{GAP}(?:[0-9]+|[IVX]+)(?!\w)",
        "tail": rf"{GAP}[,(]?{GAP}(?:{either(words['list']['especially'])}{GAP})?+"
        rf"(?:{either(words['list']['determiner'])}{GAP})*+"
        rf"(?P<word>{either([*head['paragraph'], *level])}){starts}",
    }


def _joints(words: Words) -> dict[str, str]:
    listing = words["list"]
    both = either(listing["and"])
    also = rf"(?:(?:{both}|{either(listing['determiner'])}){GAP})*+"
    return {
        "to": rf"{GAP}(?:-|{either(listing['to'])}){GAP}",
        "separator": rf"{GAP}(?:(?P<comma>[,;]){GAP}(?:(?P<also>{both}){GAP})?|(?P<and>{both}|&){GAP}){also}",
        "closed": rf"{GAP}(?:[,;:.)\]»\"”]|\Z|\n|{both}|{either(words['of']['of'])})",
        "joint": rf"(?:'s)?+{GAP}(?:[,:(]{GAP})?+(?:{either(listing['especially'])}{GAP})?+"
        rf"(?:(?:{both}{GAP})?+{either(listing['own'])}{GAP})?+",
    }


def _symbols(words: Words, series: Series) -> dict[str, str]:
    head = words["head"]
    act = either([*head["decision"], *head["resolution"]])
    free = "(?i:" + "|".join(body.organ for body in series.sessions if not body.dotted) + ")"
    dotted = "|".join(body.organ for body in series.sessions if body.dotted) or "(?!)"
    session = (
        rf"(?P<n>[0-9]{{1,2}})(?:{GAP}\.?{GAP}(?P<ext>(?i:EXT){GAP}\.?{GAP})?(?P<organ>{free})"
        rf"|\.(?P<ext2>(?i:EXT)\.)?(?P<organ2>(?i:{dotted})))(?![A-Za-z])"
    )
    slashed = "|".join(body.organ for body in series.assemblies)
    suffix = "(?i:" + "|".join(series.suffixes) + ")(?![A-Za-z])"
    step = r"\.(?:[0-9]{1,3}|[IVX]{1,5}|[A-Za-z])(?!\w)"
    more = rf"(?:[.]?{GAP}{suffix}(?:[.]?{GAP}[0-9]{{1,3}}(?![0-9/]))?+|{step})*+"
    section = rf"(?:{GAP}{either(words['of']['part'])}{GAP}[IVX]{{1,5}}"
    section += rf"(?:\.[A-Z](?!\w)|{GAP}\([A-Z]\)|(?!\w)))?+"
    first = rf"(?:{suffix}(?:[.]?{GAP}[0-9]{{1,3}}(?![0-9]))?+|[0-9]{{1,3}}(?![0-9])(?:[A-Za-z](?!\w))?+)"
    prefix = "|".join(sorted((paper.prefix for paper in series.documents), key=len, reverse=True))
    return {
        "decision": either(head["decision"]),
        "resolution": either(head["resolution"]),
        "section": rf"{GAP}{either(words['of']['part'])}{GAP}",
        "act": rf"(?:(?P<head>{act}){GAP})?{session}{GAP}(?:/{GAP}|\.(?=[0-9]))?+{_ITEM}",
        "assembly": rf"(?:(?P<head>{act}){GAP})?(?P<n>[0-9]{{1,3}}){GAP}(?P<organ>{slashed}){GAP}/{GAP}"
        rf"(?:(?P<word>{act}){GAP})?(?P<item>{first}{more}{section})",
        "assembly_item": rf"(?P<item>[0-9]{{1,3}}(?![0-9]|{_opens(series)}))",
        "document": rf"(?P<prefix>(?i:{prefix})){GAP}/{GAP}(?P<year>[0-9]{{2}}){GAP}/{GAP}{session}",
        "part": rf"{GAP}/{GAP}(?P<part>{first}{more}|Decisions|Resolutions)",
        "info": rf"(?P<part>(?i:inf)[.]?{GAP}[0-9]{{1,3}}(?![0-9]){more})",
        "number_part": rf"(?P<item>[0-9]{{1,3}}(?![0-9]|{_opens(series)})(?:[A-Za-z](?!\w))?+{more})",
        "paper": rf"{either(head['document'])}{GAP}\Z",
        "annex": either(head["annex"]),
        "prefixed": r"(?<![^\W_])[A-Z]{2,5}/[0-9]{2}/\Z",
        "draft": rf"(?:\A|\n)[^\S\n]*+(?P<draft>{either(words['of']['draft'])}{GAP})?\Z",
    }


def _leads(words: Words) -> dict[str, str]:
    lead, listing, guide = words["of"], words["list"], words["guidelines"]
    skipped = (
        *lead["this"],
        *lead["said"],
        *listing["determiner"],
        *words["head"]["document"],
        *lead["through"],
    )
    which = rf"(?:{either(skipped)}(?!{GAP}/){GAP})*+"  # not « CE » of « document CE/15/… »
    heads = words["head"]
    act = either([*heads["decision"], *heads["resolution"]])
    told = rf"(?:{either(listing['determiner'])}{GAP}{act}"
    told += rf"|{either(lead['said'])}{GAP}(?:{act}|{either(heads['document'])}))"
    along = rf"(?:{either([*guide['about'], *listing['determiner']])}{GAP})++\Z"
    return {
        "beside": rf"{SPACE}\(?",
        "of": rf"{GAP},?{GAP}(?:{either(lead['of'])}){GAP}{which}",
        "within": rf"{GAP},?{GAP}(?:{either(lead['in'])}){GAP}{which}",
        "this": rf"(?<!\w){either(lead['this'])}",
        "said": rf"(?<!\w){either(lead['said'])}",
        "neutral": either(lead["neutral"]),
        "here": rf"{GAP}{either(lead['here'])}",
        "gloss": rf"{GAP}\([^()\n0-9](?:[^()\n]|\n(?![^\S\n]*\n)){{1,120}}+\)",
        "cited": rf"(?<!\w){told}{GAP}[,(]?{GAP}(?:{either(lead['in_its'])}{GAP})?\Z",
        "its": rf"(?<!\w){either(listing['and'])}{GAP}{either(listing['own'])}{GAP}\Z",
        "sectioned": rf"(?<!\w){either(lead['section'])}{GAP}[0-9IVX][0-9.IVX]*+{GAP},?{GAP}\Z",
        "guided": rf"{either(guide['text'])}(?!\w)(?:[^.;()\n]|\n(?![^\S\n]*\n)){{0,120}}+\({GAP}\Z",
        "guidelines": rf"{either(guide['text'])}{GAP}{along}",
    }
