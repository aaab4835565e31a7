"""Faults that a conversion leaves in words: ligatures, broken words, signs and figures glued or detached."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator

from scripts.checks.faults import SIC, UNKNOWN, Fault, Reading

_LOWER = "a-zà-öø-ÿœ"
_UPPER = "A-ZÀ-ÖØ-ÞŒ"
_LETTER = r"[^\W\d_]"
# « 10.IGC/INF.4 », « unesco.org/… »: signs stand inside.
_SYMBOL = re.compile(r"[@\\\d]|[A-Z]/|/[A-Z]|www|http|\.[a-z]+/")

_FORM = re.compile(r"\w*[\ufb00-\ufb06]\w*")
_MOJIBAKE = re.compile(r"(?:[ÂÃâÅ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,2})+")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,5});")
_ACCENT = re.compile(rf"{_LETTER}[´¨ˆ˜¸]|[´¨ˆ¸]{_LETTER}|{_LETTER}`{_LETTER}")
_HYPHEN_SPACE = re.compile(rf"(?<![\w-])({_LETTER}{{2,}})[-\u2010¬] ([{_LOWER}]{_LETTER}+)")
_HYPHEN = re.compile(rf"(?<![\w’'-])({_LETTER}{{2,}})[-\u2010¬]([{_LOWER}]{{2,}})(?![\w-])")
_DOUBLED = re.compile(rf"(?<![\w’'-])({_LETTER}{{2,}})\s+(\1)(?![\w’'-])", re.IGNORECASE)
_GLUED_AFTER = re.compile(rf"(?<![\w/.’'-])({_LETTER}*[{_LOWER}]{{3,}})(\d{{1,4}})(?![\w/-])")
_GLUED_BEFORE = re.compile(rf"(?<![\w/.,-])(\d+)([{_LOWER}]{{2,}})(?![\w/])")
_GLUED_INSIDE = re.compile(rf"(?<![\w/.-])[{_LOWER}]{{2,}}\d+[{_LOWER}]+(?![\w/])")
_NO_SPACE = re.compile(rf"[,;:!?»”](?={_LETTER}{{2}})|\.(?=[{_UPPER}][{_LOWER}])|[«“](?={_LETTER})")
_STOP_BEFORE = re.compile(rf"[{_LOWER}]{{2}}")
_SPACE_BEFORE = re.compile(r"(?<=[\w)»”])\s+(?=[,.](?:\s|$))|(?<=[(\[])\s+(?=\w)|(?<=\w)\s+(?=[)\]])")
_CAMEL = re.compile(rf"(?<!\w)([{_LOWER}]{{2,}})([{_UPPER}][{_LOWER}]+)(?!\w)")

Rule = Callable[[str, Reading], Iterator[Fault]]


def rules() -> tuple[Rule, ...]:
    """Return the rules, each a function from a provision's text to the faults it sees."""
    return (
        _ligatures,
        _decoding,
        _broken,
        _hyphened,
        _doubled,
        _digits,
        _spaces,
        _glued,
    )


def _ligatures(text: str, reading: Reading) -> Iterator[Fault]:
    """« diﬀusion » with one sign for ff; « mise en uvre », « oeuvre » for « œuvre »."""
    if not text.isascii():
        for match in _FORM.finditer(text):
            reads = unicodedata.normalize("NFKC", match[0])
            yield Fault("ligature-left", match.start(), match.end(), reads)
    known = reading.words.type
    for match in known.lost.finditer(text):
        reads = known.ligatures[match[0].lower()]
        right = reads.capitalize() if match[0][0].isupper() else reads
        yield Fault("ligature-lost", match.start(), match.end(), right)


def _decoding(text: str, reading: Reading) -> Iterator[Fault]:
    """« lâ€™accÃ¨s » for « l’accès »; « &amp; »; « e´tat »."""
    if "&" in text:
        for match in _ENTITY.finditer(text):
            reads = html.unescape(match[0])
            if reads != match[0]:
                yield Fault("entity-left", match.start(), match.end(), reads)
    if text.isascii() and "`" not in text:
        return
    for match in _MOJIBAKE.finditer(text):
        try:
            reads = match[0].encode("cp1252").decode("utf-8")
        except UnicodeError:
            continue
        yield Fault("encoding-mixed", match.start(), match.end(), reads)
    for match in _ACCENT.finditer(text):
        yield Fault("accent-apart", match.start(), match.end(), UNKNOWN)


def _broken(text: str, reading: Reading) -> Iterator[Fault]:
    """« environne- ment »; never « pré- et post-production »."""
    for match in _HYPHEN_SPACE.finditer(text):
        first, second = match[1], match[2]
        if second in reading.words.type.connectives:
            continue
        joined = first + second
        whole = reading.knows(joined) or not (reading.knows(first) and reading.knows(second))
        yield Fault("word-broken", match.start(), match.end(), joined if whole else f"{first}-{second}")


def _hyphened(text: str, reading: Reading) -> Iterator[Fault]:
    """« environne-ment » where the text has « environnement »; never « co-production », « celle-ci »."""
    for match in _HYPHEN.finditer(text):
        first, second = match[1].lower(), match[2]
        if first in reading.words.type.prefixes or not reading.knows(first + second):
            continue
        if reading.vocabulary[second] > 1 and reading.vocabulary[first] > 1:  # each of them is a word
            continue
        yield Fault("word-broken", match.start(), match.end(), match[1] + match[2])


def _doubled(text: str, reading: Reading) -> Iterator[Fault]:
    """« de de »; never « nous nous », nor a name: « Bora Bora »."""
    for match in _DOUBLED.finditer(text):
        if match[1].lower() not in reading.words.type.doubles and not match[2][0].isupper():
            yield Fault("word-doubled", match.start(), match.end(), match[1], SIC)


def _digits(text: str, reading: Reading) -> Iterator[Fault]:
    """« œuvre1 » that calls no note, « 25juin », « numér1que »; never « 38e », "1990s", CO2."""
    if not any(map(str.isdigit, text)):
        return
    for match in _GLUED_AFTER.finditer(text):
        yield Fault("digits-glued", match.start(), match.end(), f"{match[1]} {match[2]}")
    for match in _GLUED_BEFORE.finditer(text):
        if match[2] not in reading.words.type.after_digits:
            yield Fault("digits-glued", match.start(), match.end(), f"{match[1]} {match[2]}")
    for match in _GLUED_INSIDE.finditer(text):
        yield Fault("digits-glued", match.start(), match.end(), UNKNOWN)


def _spaces(text: str, reading: Reading) -> Iterator[Fault]:
    """« numérique.Les Parties », « musique,édition », « culture , »; never « unesco.org »."""
    for match in _NO_SPACE.finditer(text):
        start, before = match.start(), text[max(0, match.start() - 2) : match.start()]
        words = _STOP_BEFORE.fullmatch(before) if match[0] == "." else len(before) == 2 and before.isalpha()
        if words and not _SYMBOL.search(_token(text, start)):
            end = start if match[0] in "«“" else match.end()  # the space stands before what opens
            yield Fault("space-missing", start, end, text[start:end] + " ")
    for match in _SPACE_BEFORE.finditer(text):
        yield Fault("space-stray", match.start(), match.end(), "")


def _token(text: str, at: int) -> str:
    start = text.rfind(" ", 0, at) + 1
    end = text.find(" ", at)
    return text[start : end if end >= 0 else len(text)]


def _glued(text: str, reading: Reading) -> Iterator[Fault]:
    """« lesParties » where the text has « les » and « Parties »; never « YouTube »."""
    for match in _CAMEL.finditer(text):
        if reading.knows(match[1]) and reading.knows(match[2]):
            yield Fault("words-glued", match.start(), match.end(), f"{match[1]} {match[2]}")
