"""A section printed alone: a link before its heading, and the style sheet that leaves out the rest.

It needs no script: the link names the section in the address (``#print-s6``), and the print styles
keep what stands between that place and the next (``docs/assets/print.css``).
"""

from __future__ import annotations

from collections.abc import Iterator

from scripts.model import Component, Kind, Provision
from scripts.site import markdown, provisions
from scripts.site.provisions import Setting


def link(setting: Setting, heading: Provision) -> str:
    """Return the place before a section's heading, with the link to print it and the way back (HTML)."""
    view = setting.view
    label = markdown.attribute(view.labels("print.section_of", name=heading.text))
    return (
        f'<p class="alone" id="print-{heading.anchor}">'
        f'<a href="#print-{heading.anchor}" aria-label="{label}">{view.say("print.section")}</a> '
        f'<span class="alone-on">{view.say("print.only")} '
        f'<a href="#{heading.anchor}">{view.say("print.whole")}</a></span></p>\n'
    )


def notes(component: Component) -> str:
    """Return the style (HTML) that keeps, of the notes, those that the section printed alone calls."""
    rules = [
        f"#print-{heading.anchor}:target~:is({', '.join(kept)}){{display:block!important}}"
        for heading, kept in _kept(component)
    ]
    return f'<style media="print">{"".join(rules)}</style>\n' if rules else ""


def _kept(component: Component) -> Iterator[tuple[Provision, list[str]]]:
    heading: Provision | None = None
    called: dict[str, list[str]] = {}
    headings: dict[str, Provision] = {}
    for provision in component.provisions:
        if provision.kind is Kind.HEADING:
            heading = provision
            headings[heading.eid] = heading
        if heading:
            found = (f"#{note.anchor}" for note in provisions.called_in(component, provision))
            called.setdefault(heading.eid, []).extend(found)
    for eid, anchors in called.items():
        if anchors:
            yield headings[eid], ["#notes", *dict.fromkeys(anchors)]
