"""Spaces that must not end a line: « numériques ; » stays whole, without a character of the text changed.

The official text has plain spaces before its high punctuation; to replace them by no-break spaces
would alter it, and what is copied from the page. The word and its sign are kept together instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from scripts.site.labels import Labels


@lru_cache(maxsize=8)
def _pattern(before: str, after: str) -> re.Pattern[str]:
    high, opening = f"[{re.escape(before)}]", f"[{re.escape(after)}]"
    word = r"[^\s<>]+"
    inside_text = r"(?![^<>]*>)"  # never in a tag: attributes hold sentences too
    return re.compile(f"(?:{opening} )?{word} {high}{inside_text}|{opening} {word}{inside_text}")


def kept_together(html: str, labels: Iterable[Labels]) -> str:
    """Return ``html`` with each word and the sign that must not leave it in one unbreakable span.

    ``labels`` of the site's languages say which signs stand behind a space, or before one.
    """
    rules = list(labels)
    before = "".join(words("typography.space_before") for words in rules)
    after = "".join(words("typography.space_after") for words in rules)
    if not (before and after):
        return html
    return _pattern(before, after).sub(r'<span class="nb">\g<0></span>', html)
