"""A reference written in the words of a language: « Décision 7.IGC 13, paragraphe 3 »."""

from __future__ import annotations

import re
from collections.abc import Mapping

from scripts.citations.grammar import Grammar
from scripts.model import Reference


def spell(reference: Reference, grammar: Grammar) -> str:
    """Return how a text in this language cites ``reference``: read back, it gives the reference.

    An instrument that has only a name (``external:``) is written with the first name of the register.
    Raises KeyError for a scheme that has no form of words.
    """
    forms: Mapping[str, str] = grammar.words["spell"]
    scheme, key = reference.scheme, reference.key
    if scheme.startswith("convention"):
        return _article(scheme, key, forms)
    if scheme == "external":
        return _name(str(reference), grammar)
    if scheme == "internal":
        return _internal(reference, forms)
    if scheme == "doc":
        whole = forms["document"].format(symbol=key if "/" in key and not _assembly(key) else _spaced(key))
    else:
        whole = _act(scheme, key, forms, grammar)
    if not reference.fragment:
        return whole
    return whole + _form(forms, "paragraph", reference.fragment)


def _assembly(key: str) -> bool:
    return re.match(r"[0-9]+[A-Z]", key) is not None


def _spaced(key: str) -> str:
    """``38C/56`` → « 38 C/56 »."""
    return re.sub(r"^([0-9]+)([A-Z])", r"\1 \2", key)


def _form(forms: Mapping[str, str], name: str, path: str) -> str:
    """Put a path or a range into the singular or plural form of words."""
    return forms[name + "s" * ("-" in path)].format(num=_path(path, forms))


def _path(path: str, forms: Mapping[str, str]) -> str:
    """``22.4.c`` → « 22.4 c) »; ``5-9`` → « 5 à 9 »."""
    first, dash, last = path.partition("-")
    letter = forms["letter"]
    written = re.sub(r"\.([a-z]+)", lambda step: " " + letter.format(letter=step[1]), first)
    if not dash:
        return written
    stem, dot, low = first.rpartition(".")
    if dot and low.isdigit() and "." not in last:  # art4.1-3: « 4, paragraphes 1 à 3 »
        return stem + forms["paragraphs"].format(num=forms["to"].format(first=low, last=last))
    return forms["to"].format(first=written, last=letter.format(letter=last) if last.isalpha() else last)


def _article(scheme: str, key: str, forms: Mapping[str, str]) -> str:
    annexed = key.startswith("annex.")
    path = key.removeprefix("annex.").removeprefix("art")
    if annexed:
        return forms["annex_article"].format(num=_path(path, forms))
    year = scheme.partition("-")[2]
    name = ("article" + "s" * ("-" in path)) + ("_of" if year else "")
    return forms[name].format(num=_path(path, forms), year=year)


def _internal(reference: Reference, forms: Mapping[str, str]) -> str:
    if reference.key == "annex":
        inside = forms["annex_paragraph"].format(num=_path(reference.fragment, forms))
        return inside if reference.fragment else forms["annex"]
    return _form(forms, "internal", reference.key.removeprefix("para"))


def _act(scheme: str, key: str, forms: Mapping[str, str], grammar: Grammar) -> str:
    session, _, item = key.partition("/")
    body = next((one for one in grammar.series.assemblies if one.scheme == scheme), None)
    name = scheme.rpartition("-")[2] + "s" * ("-" in item)
    symbol = _spaced(key) if body else f"{session} {_path(item, forms) if '-' in item else item}"
    return forms[name].format(symbol=symbol)


def _name(name: str, grammar: Grammar) -> str:
    phrase = next((one.written[0] for one in grammar.named if one.id == name and one.written), "")
    phrase = re.sub(r"\[[^\]]*\]", "", phrase)
    return re.sub(r"\(([^()|]*)\|[^()]*\)", r"\1", phrase)
