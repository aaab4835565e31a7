"""What a provision rests on, shown beside it: each thing cited, with a preview that needs no script."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from scripts.catalogue import Resolved
from scripts.identifiers import instrument_page
from scripts.model import External, Instrument, Internal
from scripts.site.site import Site, View, provision_at


def beside(view: View, found: Iterable[Resolved]) -> str:
    """Return the block beside a provision (HTML), or ``""`` where it cites nothing.

    It is folded under the provision on a narrow screen and stands open beside it on a wide one.
    """
    found = once(found)
    if not found:
        return ""
    title = view.say("rests.title")
    return (
        f'<details class="rests"><summary>{title} <span class="rests-count">{len(found)}</span></summary>\n'
        f'<p class="rests-title" aria-hidden="true">{title}</p>\n{listed(view, found)}</details>\n'
    )


def listed(view: View, found: Iterable[Resolved], *, shown: bool = False) -> str:
    """Return the things cited as a list (HTML), each once; ``shown`` where previews stand open."""
    rows = "".join(f"<li>{_card(view, item, shown)}</li>\n" for item in once(found))
    return f'<ul class="rests-list">\n{rows}</ul>\n' if rows else ""


def once(found: Iterable[Resolved]) -> tuple[Resolved, ...]:
    """Return the citations without those whose reference came before."""
    return tuple({str(item.citation.reference): item for item in found}.values())


def name(view: View, item: Resolved) -> str:
    """Return how the site calls the thing cited: « Décision 7.IGC 13, paragraphe 3 ».

    What has no entry of its own (« 14 » after « Résolutions 5.CP 12 et »), and a level or a range of articles
    (« Article 22.4 c) de la Convention »), goes by its canonical spelling.
    """
    reference = item.citation.reference
    fragment = reference.fragment
    known = instrument_of(view.site, item)
    if known is None or f"{reference.scheme}:{reference.key}" != known.id:
        return item.name or item.citation.surface
    return fragment_name(view, known, fragment)


def fragment_name(view: View, known: Instrument, fragment: str) -> str:
    """Return the name of an instrument, or of a paragraph or a range of paragraphs of it."""
    if not fragment:
        return known.names[view.lang]
    form = "reference.paragraphs" if "-" in fragment else "reference.paragraph"
    return view.labels(form, name=known.names[view.lang], num=fragment.replace("-", "–"))


def instrument_of(site: Site, item: Resolved) -> Instrument | None:
    """Return the register's entry for the thing cited, or None."""
    return site.instruments.get(item.target.page) if isinstance(item.target, Internal) else None


def _card(view: View, item: Resolved, shown: bool) -> str:
    title = f'<span class="rest-name">{escape(name(view, item))}</span>'
    match item.target:
        case Internal(page, anchor):
            known = view.site.instruments.get(page)
            if known is None:
                return _of_text(view, page, anchor, title, shown)
            return _preview(view, known, title, view.url(page, anchor), shown)
        case External(address):
            return f'<a class="rest external" href="{escape(address)}">{title}</a>'
        case _:
            return f'{title} <span class="doubt">{view.say("rests.unknown")}</span>{_likely(view, item)}'


def _of_text(view: View, page: str, anchor: str, title: str, shown: bool) -> str:
    """Return a provision of this text with its words; the way there alone where it has none (« Annexe »)."""
    address = view.url(page, anchor)
    found = provision_at(view.site, view.lang, page, anchor) if anchor else None
    if found is None:
        return f'<a class="rest" href="{address}">{title}</a>'
    key, unit = found
    link = f'<p><a href="{address}">{view.say("paragraph.in_context")}</a></p>'
    return (
        f'<details class="rest"{" open" if shown else ""}><summary>{title}</summary><div class="rest-body">'
        f'<p data-provision="{key}">{escape(unit.text)}</p>{link}</div></details>'
    )


def _likely(view: View, item: Resolved) -> str:
    """Say what the text probably meant where its symbol breaks the rules: « DCE/16/9.IGC/3 » in note 3."""
    if item.likely is None:
        return ""
    page = instrument_page(item.likely)
    known = view.site.instruments.get(page)
    words = escape(known.names[view.lang] if known else item.likely.key)
    link = f'<a href="{view.url(page)}">{words}</a>' if known else words
    return f' <span class="likely">{view.say("rests.likely")} {link}</span>'


def _preview(view: View, known: Instrument, title: str, address: str, shown: bool) -> str:
    subject = known.subject.get(view.lang, "")
    row = f' <span class="rest-subject">{escape(subject)}</span>' if subject else ""
    body = ""
    if known.summary.get(view.lang):
        ours = f'<span class="ours">{view.say("summary.ours")}</span>'
        body += f"<p>{escape(known.summary[view.lang])} {ours}</p>"
    body += f'<p><a href="{address}">{view.say("rests.open", name=known.names[view.lang])}</a></p>'
    state = " open" if shown else ""
    return (
        f'<details class="rest"{state}><summary>{title}{row}</summary>'
        f'<div class="rest-body">{body}</div></details>'
    )
