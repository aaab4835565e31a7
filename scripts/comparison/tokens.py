"""A text as the tokens that a lawyer sees, without losing a character of it.

``l’``, ``d'`` and ``qu’`` are words; ``celle-ci``, ``plates-formes``, ``13.5``, ``5.CP``, ``R&D``,
``œuvre(s)`` and ``DCE/16/10.IGC/7`` are one word each; a mark of punctuation and a run of spaces
stand alone. Joined, the tokens are the text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters written with combining marks, and the invisible characters that a file leaves in a word.
_LETTER = "[\\w\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]"
_JOINT = "|".join(
    (
        "[-\u2010\u2011'\u2019\u02bc&]",  # celle-ci, aujourd’hui, State's, R&D
        r"(?<=\d)\.|\.(?=\d)|(?<=[a-z])\.(?=[a-z])",  # 13.5, 5.CP, INF.4, unesco.org
        r"(?<=\d),(?=\d)",  # 2,5
        r"(?<=[\dA-Z])/(?=[\dA-Z])",  # CE/15/5.CP/12; never distribution/diffusion
    )
)
_WORD = rf"{_LETTER}+(?:(?:{_JOINT}){_LETTER}+|\(\w{{1,2}}\){_LETTER}*)*"  # État(s), 22.4(c)

_FOLDED = str.maketrans(
    {
        **dict.fromkeys("’ʼ‘‛`´", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("«»“”„", '"'),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
        "œ": "oe",
        "Œ": "oe",
        "æ": "ae",
        "Æ": "ae",
    }
)


@lru_cache(maxsize=16)
def _pattern(elisions: tuple[str, ...]) -> re.Pattern[str]:
    parts = [_WORD, r"\s+", "."]
    if elisions:
        heads = "|".join(sorted(map(re.escape, elisions), key=len, reverse=True))
        parts.insert(0, rf"(?<!{_LETTER})(?i:{heads})['’ʼ](?={_LETTER})")
    return re.compile("|".join(parts), re.DOTALL)


def tokens(text: str, elisions: tuple[str, ...] = ()) -> list[str]:
    """Return the tokens of ``text``; joined they are ``text``, character for character.

    >>> tokens("l’accès, 5.CP", ("l",))
    ['l’', 'accès', ',', ' ', '5.CP']
    """
    return _pattern(elisions).findall(text)


def is_word(token: str) -> bool:
    """Tell a word (or number) from punctuation and space."""
    return token[0].isalnum() or any(map(str.isalnum, token))


def folded(token: str) -> str:
    """Return the token without what is only typography: apostrophe, dash, quotes, space, case.

    >>> folded("L’") == folded("l'"), folded("\u00a0") == folded(" ")
    (True, True)
    """
    if token.isspace():
        return " "
    return unicodedata.normalize("NFKC", token).translate(_FOLDED).casefold()
