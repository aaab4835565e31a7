"""The grammar of citations in one language, made of data: series, words and the instruments' names.

The values here hold compiled patterns, the terminals of the grammar; the productions that put them
together stand in the modules beside (``articles``, ``acts``, ``documents``, ``passages``, ``named``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from scripts.citations.phrases import GAP, cases, either, openings, pattern, trie
from scripts.citations.terminals import Pattern, Terminals, Words, terminals


@dataclass(frozen=True, slots=True)
class Session:
    """A body whose acts are numbered by session and item: ``n.ORGAN m``."""

    organ: str
    scheme: str
    years: tuple[int, ...] = ()
    record: int = 0
    working_papers: bool = False
    lower: bool = False
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Assembly:
    """A body whose acts and documents are ``n ORGAN/m``; ``head`` is the word that tells an act.

    ``adopted`` are the words, by language, between an act's number and the session that adopted it.
    """

    organ: str
    scheme: str
    head: str
    adopted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Documents:
    """A series of documents ``PREFIX/yy/session/item``, in use ``since`` and ``until`` a year (0: open)."""

    prefix: str
    organs: tuple[str, ...]
    since: int = 0
    until: int = 0


@dataclass(frozen=True, slots=True)
class Series:
    """All series, and the canonical spelling of the words inside symbols (``rev`` → ``Rev``)."""

    sessions: tuple[Session, ...] = ()
    assemblies: tuple[Assembly, ...] = ()
    documents: tuple[Documents, ...] = ()
    suffixes: Mapping[str, str] = field(default_factory=dict)

    def session(self, organ: str) -> Session | None:
        """Return the body called ``organ``, or None."""
        return next((body for body in self.sessions if body.organ == organ), None)


@dataclass(frozen=True, slots=True)
class Named:
    """An instrument known by names, as one language writes them.

    ``own``: the Convention of the corpus. ``alone``: its name is a citation. ``articles``: it has
    articles of its own, so that an article named after it may be its.
    """

    id: str
    written: tuple[str, ...]
    own: bool = False
    alone: bool = False
    articles: bool = True

    def scheme(self, surface: str) -> str:
        """Return the id, with the year in place of ``@``: ``convention-2003``; 2005 is the own Convention."""
        year = re.search(r"(?:19|20)\d\d", surface)
        return self.id.replace("@", year[0]) if year else self.id


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that is needed to find the citations of a text in one language."""

    lang: str
    series: Series
    named: tuple[Named, ...]
    words: Words
    gate: Pattern
    labels: tuple[str, ...]
    names: Pattern
    name_of: tuple[Named, ...]
    at: Terminals
    guidelines: tuple[str, ...] = ()
    adopted: tuple[tuple[Pattern, Assembly], ...] = ()


def grammar(lang: str, words: Words, series: Series, named: Sequence[Named]) -> Grammar:
    """Return the grammar of a language. Raises KeyError where a list of words is missing."""
    gate, labels = trie(_candidates(words, series, named))
    names = [(pattern(phrase), entry) for entry in named for phrase in _spelt(entry)]
    return Grammar(
        lang=lang,
        series=series,
        named=tuple(named),
        words=words,
        gate=re.compile(gate),
        labels=labels,
        names=re.compile("|".join(f"({text})" for text, _ in names)),
        name_of=tuple(entry for _, entry in names),
        at=terminals(words, series),
        guidelines=tuple({text.split()[0][1:] for text in words["guidelines"]["text"]}),
        adopted=tuple(_adopted(body, lang, words) for body in series.assemblies if lang in body.adopted),
    )


def _adopted(body: Assembly, lang: str, words: Words) -> tuple[Pattern, Assembly]:
    """« Resolution 15 adopted by the General Conference at its 33rd session », with its body."""
    head, said = either(words["head"][body.head]), either(body.adopted[lang])
    number = r"(?P<item>[0-9]{1,3}(?![0-9])(?:\.[0-9]{1,2})*+)"
    ended = rf"(?P<n>[0-9]{{1,3}})(?:[a-zè]{{1,3}}|\.)?+{GAP}session"
    return re.compile(rf"{head}{GAP}{number}{GAP},?{GAP}{said}{GAP}{ended}(?!\w)"), body


def _spelt(entry: Named) -> Iterable[str]:
    """Return the names of an instrument as written, then in capitals (« OF THE CONVENTION »)."""
    return (*entry.written, *(phrase.upper() for phrase in entry.written))


def _candidates(words: Words, series: Series, named: Sequence[Named]) -> dict[tuple[str, str], str]:
    """What the gate lets through: the literals that open a citation, and what must follow them."""
    head = words["head"]
    ordinal = either(head["ordinal"])
    number, level = rf"{GAP}(?:[0-9IVXL]|{ordinal})", rf"{GAP}(?:\(|[0-9]|[a-z]{{1,4}}\)|{ordinal})"
    organs = "|".join(body.organ for body in series.sessions)
    slashed = "|".join(body.organ for body in series.assemblies)
    symbol = rf"[0-9]{{0,2}}(?:{GAP}\.?{GAP}(?i:EXT|{organs})|{GAP}(?:{slashed}){GAP}/)"
    heads = [
        *((word, "articles", number) for word in head["article"]),
        *((word, "passages", level) for word in (*head["paragraph"], *words["level"]["below"])),
        *((word, "acts", rf"{GAP}[0-9]") for word in (*head["decision"], *head["resolution"])),
        *((word, "annex", r"(?!\w)") for word in head["annex"]),
        *((paper.prefix, "documents", rf"{GAP}/{GAP}[0-9]") for paper in series.documents),
        *((paper.prefix.lower(), "documents", rf"{GAP}/{GAP}[0-9]") for paper in series.documents),
        *((digit, "acts", symbol) for digit in "123456789"),
    ]
    tails = {(form, label): tail for word, label, tail in heads for form in cases(word)}
    for entry in named:
        for opening, rest in (pair for phrase in _spelt(entry) if not entry.own for pair in openings(phrase)):
            before = tails.get((opening, "named"))
            tails[opening, "named"] = f"{before}|{rest}" if before else rest
    return {key: f"(?:{tail})" for key, tail in tails.items()}
