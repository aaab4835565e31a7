"""The redline of two drafts as a page, and what all pages of a comparison have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import permutations

from scripts.catalogue import Draft, Expression, Work
from scripts.comparison.references import ReferenceChange
from scripts.model import External, Internal
from scripts.site import head, markdown, rests
from scripts.site.compare_body import Body, body_html
from scripts.site.compare_summary import Refer
from scripts.site.compared import Comparison, Part, pair_name
from scripts.site.labels import Labels
from scripts.site.page import Page
from scripts.site.site import Site, View, component_page

EXPORTS = (("correspondence.csv", "csv"), ("comparison.html", "alone"), ("comparison.txt", "text"))
"""Files beside the redline, and the words that name them."""


def index_page(work: Work) -> str:
    """Return the address of the list of comparisons of a work."""
    return f"{work.id}/compare/index"


def pair_page(old: Draft, new: Draft, name: str = "index") -> str:
    """Return the address of a comparison's page: the redline, ``bilingual`` or ``correspondence``."""
    return f"{old.work}/compare/{pair_name(old, new)}/{name}"


def ordered_pairs(site: Site, work: Work) -> tuple[tuple[Draft, Draft], ...]:
    """Return every ordered pair of drafts that are held in one same language, old to new first."""
    held = [draft for draft in site.manifest.drafts_of(work) if draft.held]
    pairs = [
        (old, new)
        for old, new in permutations(held, 2)
        if {m.lang for m in old.manifestations} & {m.lang for m in new.manifestations}
    ]
    return tuple(sorted(pairs, key=lambda pair: held.index(pair[0]) > held.index(pair[1])))


def prefix(comparison: Comparison) -> str:
    """Return what opens the keys of a comparison's redlines: ``fr:2016-10igc7..2026-illustrative:``."""
    return f"{comparison.lang}:{comparison.name}:"


def remark(labels: Labels, expression: Expression) -> str:
    """Return what must be said of a text wherever it is named: that it is a translation of ours, or no
    official text at all; nothing of an official one.
    """
    return labels.words.get(f"compare.remark.{expression.held.status}", "")


def title(labels: Labels, old: Expression, new: Expression, page: str = "index") -> str:
    """Return the title of a comparison's page: both drafts, each with what must be said of it."""
    first, second = (_named(labels, expression) for expression in (old, new))
    return labels(f"compare.title_of.{page}", old=first, new=second)


def _named(labels: Labels, expression: Expression) -> str:
    name, words = expression.draft.names[labels.lang], remark(labels, expression)
    return labels("compare.named", name=name, remark=words) if words else name


def heading(name: str, both: Iterable[Expression], labels: Labels) -> str:
    """Return the title as the page's heading (Markdown), with what must be said of a text set smaller."""
    words = markdown.escape(name)
    for expression in both:
        said = markdown.escape(f"[{remark(labels, expression)}]")
        words = words.replace(said, f"<small>{said}</small>")
    return f"# {words} {{: #comparison }}\n"


def redline(site: Site, lang: str, old: Draft, new: Draft) -> Page:
    """Return the page that shows two drafts as one text with its changes."""
    view = View(site, lang, pair_page(old, new))
    comparison = site.comparison(old, new, lang)
    if comparison is None:
        return absent(view, old, new)
    name = title(view.labels, comparison.old, comparison.new)
    body = [
        trail(view, old, new),
        heading(name, (comparison.old, comparison.new), view.labels),
        sides(view, comparison),
        *_missing(view, comparison),
        ways(view, old, new, "index"),
        f'<div class="redline" data-pagefind-ignore>\n{body_html(body_of(view, comparison))}</div>\n',
    ]
    return Page(lang, view.here, meta_of(view, comparison, name), "\n".join(filter(None, body)))


def body_of(view: View, comparison: Comparison) -> Body:
    """Return what the body of a comparison is made from on a page of the site."""
    return Body(
        view.labels,
        comparison.wording,
        comparison.parts,
        lambda component: head.component_name(view, component),
        prefix(comparison),
        references(view, comparison),
    )


def references(view: View, comparison: Comparison) -> Refer:
    """Return the function that names a reference as the register does and says where its page is."""

    def refer(part: Part, change: ReferenceChange) -> tuple[str, str]:
        expression = comparison.new if change.gained else comparison.old
        component = part.new if change.gained else part.old
        for place in change.place.new if change.gained else change.place.old:
            for item in expression.citations.get((component, place.eid), ()):
                if item.citation == change.citation:
                    match item.target:
                        case Internal(page, anchor):
                            return rests.name(view, item), view.url(page, anchor)
                        case External(address):
                            return rests.name(view, item), escape(address)
        return change.citation.surface, ""

    return refer


def meta_of(view: View, comparison: Comparison, name: str) -> dict[str, object]:
    """Return what the head of a comparison says of it: for print and for what is copied."""
    both = (comparison.old, comparison.new)
    labels = view.labels
    statuses = (
        labels(f"compare.status.{side}", words=head.status(view, expression))
        for side, expression in zip(("old", "new"), both, strict=True)
    )
    symbols = [e.draft.symbol or e.draft.names[view.lang] for e in both]
    return {
        "title": name,
        "description": head.description(labels("compare.description", n=comparison.count)),
        "kind": "compare",
        "assets": ["compare"],
        "symbol": labels("compare.became", old=symbols[0], new=symbols[1]),
        "component": labels.enumerate(head.component_name(view, part.name) for part in comparison.parts),
        "draft_name": labels("compare.short"),
        "date": labels(
            "compare.became",
            **{side: labels.date(e.draft.date) for side, e in zip(("old", "new"), both, strict=True)},
        ),
        "status": next((e.held.status for e in both if e.draft.illustrative), comparison.new.held.status),
        "status_text": " ".join(statuses),
    }


def sides(view: View, comparison: Comparison) -> str:
    """Return both drafts with their status, side by side (HTML)."""
    cells = []
    for side, expression in (("old", comparison.old), ("new", comparison.new)):
        draft = expression.draft
        address = view.url(component_page(draft, view.site.work(draft).text))
        cells.append(
            f'<div class="side"><p class="which">{view.say(f"compare.side.{side}")}</p>'
            f'<p class="name"><a href="{address}">{escape(draft.names[view.lang])}</a></p>'
            f"{head.banner(view, expression)}</div>"
        )
    return f'<div class="sides">\n{"".join(cells)}</div>\n'


def _missing(view: View, comparison: Comparison) -> Iterator[str]:
    """Yield a sentence for what only one of the two documents holds."""
    shared = {part.name for part in comparison.parts}
    for expression in (comparison.old, comparison.new):
        alone = [c.name for c in expression.text.components if c.name not in shared]
        if alone:
            names = view.labels.enumerate(head.component_name(view, name) for name in alone)
            words = view.say("compare.alone", names=names, draft=expression.draft.names[view.lang])
            yield f'<p class="alone">{words}</p>\n'


def trail(view: View, old: Draft, new: Draft, last: str = "") -> str:
    """Return the way here as links (HTML): work › comparisons › this pair › this page."""
    work = view.site.work(new)
    pair = view.labels("compare.became", old=old.names[view.lang], new=new.names[view.lang])
    steps = [
        (work.short[view.lang], f"{work.id}/index"),
        (view.labels("compare.index_title"), index_page(work)),
        (pair, pair_page(old, new)),
    ]
    if not last:
        last, _ = steps.pop()
    rows = [f'<a href="{view.url(page)}">{escape(words)}</a>' for words, page in steps]
    rows.append(f'<span aria-current="page">{escape(last)}</span>')
    items = "".join(f"<li>{row}</li>" for row in rows)
    return f'<nav class="trail" aria-label="{view.say("trail.label")}"><ol>{items}</ol></nav>\n'


def ways(view: View, old: Draft, new: Draft, here: str) -> str:
    """Return the links to the other pages and files of the same comparison, and to the reverse one (HTML)."""
    names = [name for name in ("index", "bilingual", "correspondence") if name != here]
    links = [(pair_page(old, new, name), view.say(f"compare.page.{name}")) for name in names]
    links.append((pair_page(new, old, here), view.say("compare.reverse")))
    rows = [f'<li><a href="{view.url(page)}">{words}</a></li>' for page, words in links]
    if view.site.comparison(old, new, view.lang) is not None:
        folder = view.url(pair_page(old, new))
        rows += [
            f'<li><a href="{folder}{file}" download>{view.say(f"compare.file.{words}")}</a></li>'
            for file, words in EXPORTS
        ]
    return f'<nav class="ways" aria-label="{view.say("compare.ways")}"><ul>{"".join(rows)}</ul></nav>\n'


def absent(view: View, old: Draft, new: Draft, name: str = "") -> Page:
    """Return the page that says that one of the drafts is not held in this language."""
    words = view.labels("compare.became", old=old.names[view.lang], new=new.names[view.lang])
    meta = {
        "title": words,
        "description": head.description(view.labels("draft.absent_here")),
        "kind": "compare",
        "assets": ["compare"],
    }
    body = [
        trail(view, old, new, name),
        f"# {markdown.escape(words)} {{: #comparison }}\n",
        f"{view.labels('draft.absent_here')}\n{{: .absent }}\n",
    ]
    return Page(view.lang, view.here, meta, "\n".join(body))
