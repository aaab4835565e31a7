"""What a reference turns out to be: a page here, an address elsewhere, or unknown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from scripts.identifiers import instrument_page, slug
from scripts.model import Component, External, Instrument, Internal, Reference, Target, Unknown


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reference stands: the component it is written in, and the components of its text."""

    component: str = ""
    components: tuple[Component, ...] = ()


def resolve(
    reference: Reference, register: Mapping[str, Instrument], place: Place | None = None, lang: str = ""
) -> Target:
    """Return the target of ``reference``.

    Inside the text (``internal:``) the page is the name of a component, empty for the one the reference
    stands in. A page of the register is ``identifiers.instrument_page``; a paragraph of an act or a
    document is its anchor ``par3``, a range its whole (``par3-7``); an article's levels lead to the
    article. An entry without names is only an address: External, in ``lang`` where it is known.
    """
    if reference.scheme == "internal":
        return _inside(reference, place or Place())
    known = register.get(_whole(reference))
    if known is None:
        return Unknown(f"{_whole(reference)} is not in the register")
    if not known.names:
        address = known.url.get(lang) or next(iter(known.url.values()), "")
        return External(address) if address else Unknown(f"{known.id} has neither page nor address")
    anchor = f"par{slug(reference.fragment)}" if reference.fragment else ""
    return Internal(instrument_page(Reference.read(known.id)), anchor)


def _whole(reference: Reference) -> str:
    """The id to look for: ``convention:art22.4.c`` → ``convention:art22``, a range → its first member."""
    key = reference.key
    article = re.match(r"art[0-9]+", key)
    if article:
        key = article[0]
    elif reference.scheme in ("decision", "resolution"):
        key = re.sub(r"(/[0-9]+)-[0-9]+$", r"\1", key)
    return str(replace(reference, key=key, fragment=""))


def _inside(reference: Reference, place: Place) -> Target:
    """``internal:para12`` → the paragraph's own anchor; ``internal:annex`` → the component ``annex``."""
    names = [component.name for component in place.components]
    if not reference.key.startswith("para"):
        if names and reference.key not in names:
            return Unknown(f"this text has no component {reference.key}")
        anchor = f"p{slug(reference.fragment)}" if reference.fragment else ""
        return Internal(reference.key, anchor)
    number = reference.key.removeprefix("para").partition("-")[0]
    component = next((one for one in place.components if one.name == place.component), None)
    if component is None:
        return Internal("", f"p{slug(number)}")
    anchors = {provision.num: provision.anchor for provision in component.walk() if provision.num}
    while number not in anchors and "." in number:  # « paragraphe 8 (a) » where items have no number
        number = number.rpartition(".")[0]
    if number not in anchors:
        return Unknown(f"{component.name} has no paragraph {number}")
    return Internal("", anchors[number])
