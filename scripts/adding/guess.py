"""What a file and a symbol say of themselves: language, symbol, session, year. Shown to be confirmed."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from scripts import languages
from scripts.adding.incoming import Incoming
from scripts.citations.find import find
from scripts.citations.grammar import Grammar
from scripts.comparison.lexicon import read_lexicon
from scripts.identifiers import slug
from scripts.model import Line, Role

_WORD = re.compile(r"[^\W\d_]+")
_READ = 200_000  # characters tell a language
_ENOUGH, _CLEAR = 8, 3
_COVER = 60  # lines
_BESIDE = 24  # characters: « DCE/17/6.CP/11 – page 2 », « Distribution limited  DCE/17/6.CP/11 »
_SESSION = re.compile(r"\d+\.(?:[A-Z]+\.)*[A-Z]{2,}")
_YEAR = re.compile(r"\d\d")


def language_of(root: Path, text: str) -> str:
    """Return the language whose small words (``de``, ``the``) the text has; nothing where unclear."""
    found = Counter(word.lower() for word in _WORD.findall(text[:_READ]))
    small = {lang: _small(root, lang) for lang in languages.known(root)}
    counts = Counter(
        {lang: sum(found[word] for word in own - _others(small, lang)) for lang, own in small.items()}
    )
    (best, most), *rest = [*counts.most_common(2), ("", 0)]
    return best if most >= _ENOUGH and most >= _CLEAR * rest[0][1] else ""


def _small(root: Path, lang: str) -> frozenset[str]:
    return read_lexicon(languages.words(root, lang, "comparison")).small


def _others(small: Mapping[str, frozenset[str]], lang: str) -> frozenset[str]:
    return frozenset(word for other, words in small.items() if other != lang for word in words)


def symbol_of(incoming: Incoming, grammars: Collection[Grammar]) -> str:
    """Return the document's own symbol: the first alone on a line of the cover or in a page's head."""
    heads = [line for line in incoming.lines if line.said and line.said.role is Role.RUNNING]
    cover = [line for line in incoming.lines[:_COVER] if not (line.said and line.said.role is Role.NOTE)]
    found = (_alone(line, grammar) for line in (*cover, *heads[:_COVER]) for grammar in grammars)
    return next(filter(None, found), "")


def _alone(line: Line, grammar: Grammar) -> str:
    found = find(line.text, grammar)
    if len(found) != 1 or found[0].reference.scheme != "doc" or found[0].reference.fragment:
        return ""
    beside = line.text[: found[0].start] + line.text[found[0].end :]
    own = year_of(found[0].reference.key)  # « 38 C/56 » is no paper of these bodies
    return found[0].reference.key if own and len(beside.strip()) <= _BESIDE else ""


def read_symbol(text: str, grammars: Iterable[Grammar]) -> str:
    """Return a symbol in its one spelling (« DCE/17/6 CP/11 » → ``DCE/17/6.CP/11``), or nothing."""
    for grammar in grammars:
        found = find(text, grammar)
        if len(found) == 1 and found[0].surface == text and found[0].reference.scheme == "doc":
            return found[0].reference.key
    return ""


def session_of(symbol: str) -> str:
    """Return the session that a symbol names: ``DCE/17/6.CP/11`` → ``6.CP``; nothing where it names none."""
    return next((part for part in symbol.split("/") if _SESSION.fullmatch(part)), "")


def year_of(symbol: str) -> str:
    """Return the year that a symbol names: ``DCE/17/6.CP/11`` → ``2017``; nothing where it names none."""
    parts = symbol.split("/")
    return f"20{parts[1]}" if len(parts) > 2 and _YEAR.fullmatch(parts[1]) else ""


def folder_of(symbol: str) -> str:
    """Return the folder of a document: ``DCE/16/10.IGC/7`` → ``dce-16-10-igc-7``."""
    plain = unicodedata.normalize("NFKD", symbol).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def id_of(date: str, symbol: str) -> str:
    """Return an id for a draft: ``2017-02-02`` and ``DCE/17/6.CP/11`` → ``2017-02-02-6cp11``."""
    parts = symbol.split("/")
    session = session_of(symbol)
    own = "/".join(parts[parts.index(session) :]) if session else symbol
    return f"{date}-{slug(own.replace('/', ''))}" if symbol and date else ""
