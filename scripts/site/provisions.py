"""Provisions as Markdown: the text with its number, its links and its note calls.

Every element that shows official text carries ``data-provision`` (``fr:2016-10igc7:annex:para_13``),
by which the built page is held against the text (law 5).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts.catalogue import SIC, Erratum, Expression, Resolved
from scripts.model import Citation, Component, External, Internal, Kind, Note, NoteCall, Provision
from scripts.site import lens, markdown, rests
from scripts.site.page import href
from scripts.site.site import View, draft_page, provision_key


@dataclass(frozen=True, slots=True)
class Setting:
    """What a provision is shown in: page, text, component, and whether it carries the ids.

    On a page with both languages only the page's own language has ids and headings.
    """

    view: View
    expression: Expression
    component: Component
    ids: bool = True


def key(setting: Setting, unit: Provision | Note) -> str:
    """Return the value of ``data-provision`` for ``unit``."""
    return provision_key(setting.expression, setting.component.name, unit)


def resolved(setting: Setting, unit: Provision | Note) -> tuple[Resolved, ...]:
    """Return the citations of ``unit`` with their targets."""
    return setting.expression.citations.get((setting.component.name, unit.eid), ())


def inline(setting: Setting, unit: Provision | Note) -> str:
    """Return the text of ``unit`` as one line of Markdown, citations linked, note calls in place."""
    found = resolved(setting, unit)
    targets = {item.citation: item.target for item in found}

    def link(citation: Citation) -> str:
        match targets[citation]:
            case Internal(page, anchor):
                return href(setting.view.here, page, anchor)
            case External(address):
                return address
            case _:
                return ""

    calls = unit.calls if isinstance(unit, Provision) else ()
    slips = _slips(setting, unit)
    return markdown.provision_text(
        unit.text,
        (item.citation for item in found),
        (*calls, *slips),
        link,
        lambda call: _sic(setting, slips[call]) if call in slips else _call(setting, call),
        lens.plain(setting.view, setting.expression.lang, unit.text),
    )


def _slips(setting: Setting, unit: Provision | Note) -> dict[NoteCall, Erratum]:
    """Return the slips of ``unit`` that are shown and never corrected, each at the end of its words."""
    here = (SIC, setting.component.name, unit.eid)
    found = {}
    for erratum in setting.expression.errata:
        at = unit.text.find(erratum.words)
        if (erratum.kind, erratum.component, erratum.provision) == here and at >= 0:
            found[NoteCall(f"sic {erratum.words}", at + len(erratum.words))] = erratum
    return found


def _sic(setting: Setting, slip: Erratum) -> str:
    """Return the mark of a slip: it leads to the errata of the draft and says what is probably meant."""
    there = setting.view.url(draft_page(setting.expression.draft), "errata")
    label = markdown.attribute(setting.view.labels("errata.mark", reads=slip.reads))
    mark = f'<a href="{there}" title="{label}" aria-label="{label}">sic</a>'
    return f'<sup class="call sic">{mark}</sup>'


def _call(setting: Setting, call: NoteCall) -> str:
    note = next((note for note in setting.component.notes if note.num == call.num), None)
    if note is None:  # a call without a note is a finding; the number is shown as it stands
        return f'<sup class="call">{call.num}</sup>'
    here = f' id="call-{note.anchor}"' if setting.ids else ""
    label = setting.view.labels("note.call", num=call.num)
    return f'<sup class="call"{here}><a href="#{note.anchor}" aria-label="{label}">{call.num}</a></sup>'


def attributes(setting: Setting, unit: Provision | Note, *classes: str, ids: bool = False) -> str:
    """Return the attribute list of an element that shows ``unit``: ``{: #p13 .text data-provision=… }``."""
    parts = [f"#{unit.anchor}"] if ids and setting.ids else []
    parts += [f".{name}" for name in classes]
    parts.append(f'data-provision="{key(setting, unit)}"')
    return "{: " + " ".join(parts) + " }"


def text(setting: Setting, unit: Provision, *classes: str) -> str:
    """Return the words of a numbered or plain provision as a paragraph of Markdown."""
    return f"{inline(setting, unit)}\n{attributes(setting, unit, 'text', *classes)}\n"


def items(setting: Setting, children: Iterable[Provision]) -> str:
    """Return dash or letter items as a Markdown list with the labels as printed."""
    return "".join(_item(setting, item, "") for item in children) + "\n"


def _item(setting: Setting, item: Provision, indent: str) -> str:
    label = f'<span class="label">{markdown.escape(item.label)}</span> ' if item.label else ""
    attributes_row = f"{indent}  {attributes(setting, item, 'item', ids=True)}"
    row = f"{indent}- {label}{inline(setting, item)}\n{attributes_row}\n"
    return row + "".join(_item(setting, child, indent + "    ") for child in item.children)


def notes(setting: Setting, shown: Iterable[Note], level: int, *, beside: bool = False) -> Iterator[str]:
    """Yield the notes at the foot, each with the way back to its call; ``beside``: with what it rests on."""
    shown = tuple(shown)
    if not shown:
        return
    yield f"{'#' * level} {setting.view.labels('note.title')} {{: #notes .notes }}\n"
    for note in shown:
        name = setting.view.labels("note.back", num=note.num)
        back = f'<a class="back" href="#call-{note.anchor}" aria-label="{name}">↩</a>'
        label = f'<span class="label">{markdown.escape(note.label)}</span> '
        words = f'<span data-provision="{key(setting, note)}">{inline(setting, note)}</span>'
        anchor = f" #{note.anchor}" if setting.ids else ""
        yield f"{label}{words} {back}\n{{:{anchor} .note }}\n"
        if beside:
            yield rests.beside(setting.view, resolved(setting, note))


def called_in(component: Component, provision: Provision) -> tuple[Note, ...]:
    """Return the notes that ``provision`` or what it holds calls."""
    nums = {call.num for unit in provision.walk() for call in unit.calls}
    return tuple(note for note in component.notes if note.num in nums)


def own_units(provision: Provision) -> tuple[Provision, ...]:
    """Return the provision and the items right below it (its subparagraphs have rows of their own)."""
    return (provision, *(unit for item in _items(provision) for unit in item.walk()))


def _items(provision: Provision) -> tuple[Provision, ...]:
    return tuple(child for child in provision.children if child.kind is Kind.ITEM)
