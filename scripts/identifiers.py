"""How a provision is addressed (eId, web anchor) and where an instrument's page stands.

eIds follow the Akoma Ntoso naming convention (OASIS, *Akoma Ntoso Naming Convention 1.0*, section 5:
``<element>_<number>`` joined by ``__``). Anchors are ours: short, typed by hand, never changed.
"""

from __future__ import annotations

import re
from dataclasses import replace

from scripts.model import Kind, Reference

_ELEMENT = {
    Kind.HEADING: "heading",
    Kind.PARAGRAPH: "para",
    Kind.SUBPARAGRAPH: "subpara",
    Kind.ITEM: "item",
    Kind.ARTICLE: "art",
    Kind.TITLE: "title",
    Kind.PREFACE: "preface",
    Kind.FORMULA: "formula",
}
_IN_ARTICLE = re.compile(r"a\d")
_LETTER = {Kind.HEADING: "s", Kind.TITLE: "t", Kind.PREFACE: "r", Kind.FORMULA: "f"}


def slug(text: str) -> str:
    """Return ``text`` for an address: lower case, letters and digits, ``-`` for what parts them.

    >>> slug("13 bis"), slug("INF.4"), slug("8.1")
    ('13-bis', 'inf4', '8-1')
    """
    text = re.sub(r"(?<=\d)\.(?=\d)", "-", text.lower())
    return re.sub(r"[^a-z0-9]+", "-", text.replace(".", "")).strip("-")


def eid(kind: Kind, num: str, rank: int, parent: str = "") -> str:
    """Return the Akoma Ntoso id: ``eid(SUBPARAGRAPH, "13.5", 5, "para_13")`` is ``para_13__subpara_5``.

    ``rank`` (from 1, among siblings of the kind) stands in where no number is printed.
    """
    own = num.rsplit(".", 1)[-1] if kind is Kind.SUBPARAGRAPH else num
    step = f"{_ELEMENT[kind]}_{slug(own) or rank}"
    return f"{parent}__{step}" if parent else step


def anchor(kind: Kind, num: str, rank: int, parent: str = "") -> str:
    """Return the web anchor: ``p13``, ``p13-5``, ``p13-5-i2`` (second dash), ``p9-a``, ``s3``, ``t1``.

    In an article ``a16``, ``a16-1``, ``a16-1-a``, as « article 16.1 a) » is said.
    """
    if kind in _LETTER:
        return f"{_LETTER[kind]}{rank}"
    if kind is Kind.ARTICLE:
        return f"a{slug(num) or rank}"
    if num and kind in (Kind.PARAGRAPH, Kind.SUBPARAGRAPH) and _IN_ARTICLE.match(parent):
        return f"{parent}-{slug(num.rsplit('.', 1)[-1])}"
    if kind is Kind.SUBPARAGRAPH or (kind is Kind.PARAGRAPH and num):
        return f"p{slug(num)}"
    own = slug(num) or (f"i{rank}" if kind is Kind.ITEM else f"u{rank}")
    return f"{parent}-{own}" if parent else own


def note_ids(num: str, rank: int = 1) -> tuple[str, str]:
    """Return eId and anchor of the note printed with ``num``; a mark (``*``) by its ``rank``: ``nm1``."""
    own = slug(num) or f"m{rank}"
    return f"note_{own}", f"n{own}"


_RANGE = re.compile(r"(?P<stem>art|[0-9]+\.[A-Z.]+/)(?P<first>[0-9]+)-(?P<last>[0-9]+)")


def members(reference: Reference) -> tuple[Reference, ...]:
    """Return what a range of articles or acts holds, one by one; any other reference by itself.

    >>> [each.key for each in members(Reference("convention", "art5-7"))]
    ['art5', 'art6', 'art7']
    """
    found = _RANGE.fullmatch(reference.key)
    if found is None:
        return (reference,)
    first, last = int(found["first"]), int(found["last"])
    return tuple(replace(reference, key=f"{found['stem']}{number}") for number in range(first, last + 1))


_FOLDER = {
    "convention": "convention",
    "decision": "decisions",
    "ex-decision": "decisions",
    "resolution": "resolutions",
    "gc-resolution": "resolutions",
    "doc": "documents",
    "session": "sessions",
    "external": "instruments",
}


def instrument_page(reference: Reference) -> str:
    """Return the address of an instrument's page: ``convention/16``, ``decisions/9igc7``.

    ``documents/dce-16-10igc-inf4``; an article of another convention ``convention-2003/25``.
    """
    folder = _FOLDER.get(reference.scheme, reference.scheme)
    if reference.key == "all":  # the Convention itself: the page that lists its articles
        return f"{folder}/index"
    if reference.scheme.startswith("convention"):
        number = re.match(r"art(\d+)", reference.key)
        return f"{folder}/{number[1] if number else slug(reference.key)}"
    if reference.scheme == "doc":
        return f"{folder}/{slug(reference.key.replace('/', ' '))}"
    return f"{folder}/{slug(reference.key.replace('/', ''))}"
