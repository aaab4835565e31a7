"""How a comparison names what changed: « 8.4 → 9.4 », « 14.2 et 14.3 → 17.2 », « 13.5, 2e tiret »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scripts.comparison.places import PairPlace, Place
from scripts.site.labels import Labels

_LONGEST = 48
"""Characters of a heading that are enough to know it by."""
_RANK = re.compile(r"(\d+)$")


def place_name(labels: Labels, place: Place) -> str:
    """Return how a person names a provision or a note: by number, by words, or by what holds it."""
    if place.eid.startswith("note_"):
        return labels("compare.note", num=place.num)
    if place.eid.startswith("title_"):
        return labels("compare.title")
    if place.heading:
        return labels("compare.heading", words=shortened(place.heading))
    if place.within and place.num:
        return labels("compare.item_num", within=place.within, num=place.num)
    if place.within:
        rank = _RANK.search(place.eid)
        return labels("compare.item", within=place.within, rank=rank[1] if rank else "")
    return place.num or labels("compare.unnumbered")


def component_name(labels: Labels, component: str) -> str:
    """Return the name of a component: « Annexe »; « Annexe 2 » for ``annex-2``."""
    kind, _, num = component.partition("-")
    words = labels.words.get(f"component.{kind}", kind)
    return f"{words} {num.upper()}" if num else words


def side_name(labels: Labels, places: Sequence[Place]) -> str:
    """Return the names of one side, listed: « 14.2 et 14.3 »."""
    return labels.enumerate(place_name(labels, place) for place in places)


def passage(labels: Labels, place: PairPlace) -> str:
    """Return where something changed: « 8.4 → 9.4 », once where both texts call it the same."""
    old, new = side_name(labels, place.old), side_name(labels, place.new)
    if not old or not new or old == new or (place.new[0].heading and place.old[0].heading):
        return new or old
    return labels("compare.became", old=old, new=new)


def shortened(words: str, most: int = _LONGEST) -> str:
    """Return the opening of ``words``: whole words, at most ``most`` characters."""
    if len(words) <= most:
        return words
    return words[: words.rfind(" ", 0, most)].rstrip(" ,;:") + "…"
