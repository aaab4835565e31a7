"""The labels that a browser prints before the items of a list (HTML, 4.4.5 to 4.4.8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from scripts.sources.docx_numerals import letter, roman
from scripts.sources.html_main import words_in

_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]+)", re.IGNORECASE)
_MARKED = re.compile(r"[-–—•·●▪◦‣*]\s|\(?(?:\d{1,3}|[a-z]|[ivxl]{1,6})[.)]\s|\d{1,3}(?:\.\d{1,3})+\.?\s")
_LABELLED = re.compile(r"\(?([0-9]{1,6}|[A-Za-z]{1,6})[.)]+\s")
_LARGEST = 1_000_000


def labels(a_list: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield the items of ``ol``, ``ul`` or ``menu`` with their labels, empty where none is printed."""
    items = [each for each in a_list if each.tag == "li"]
    step = -1 if a_list.get("reversed") is not None else 1
    number = _whole(a_list.get("start"), len(items) if step < 0 else 1)
    for each in items:
        number = _whole(each.get("value"), number)
        yield each, _label(a_list, each, number)
        number += step


def _whole(text: str | None, default: int) -> int:
    match = re.match(r"\s*(-?\d{1,9})", text or "")
    return max(-_LARGEST, min(_LARGEST, int(match[1]))) if match else default


def _label(a_list: etree._Element, item: etree._Element, number: int) -> str:
    style = _style(item) or _style(a_list)
    typed = words_in(item)[:200].lstrip()
    if style == "none":
        return ""
    if a_list.tag != "ol":
        return "" if _MARKED.match(typed) else "•"
    kind = style or _TYPES.get(item.get("type") or a_list.get("type") or "1", "decimal")
    figure = _figure(number, kind)
    own = _LABELLED.match(typed)  # « (a) » typed in an item that counts a: the page shows one of them
    return "" if own and own[1].lower() == figure.lower() else f"{figure}."


def _style(each: etree._Element) -> str:
    match = _STYLE.search(each.get("style", ""))
    return match[1].lower() if match else ""


def _figure(number: int, kind: str) -> str:
    if kind in ("lower-roman", "upper-roman"):
        figure = roman(number)
    elif kind in ("lower-alpha", "lower-latin", "upper-alpha", "upper-latin"):
        figure = _letters(number)
    elif kind == "decimal-leading-zero":
        figure = f"{number:02d}"
    else:
        figure = str(number)
    return figure.upper() if kind.startswith("upper") else figure


def _letters(number: int) -> str:
    """Return a number as a browser's letter: z is followed by aa, ab, ac."""
    if not 0 < number <= _LARGEST:
        return str(number)
    written = ""
    while number:
        number, rank = divmod(number - 1, 26)
        written = letter(rank + 1) + written
    return written
