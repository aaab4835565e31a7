"""What a comparison shows below its title: the summary, the choices, the text with its changes.

The same on a page of the site and in a file that stands alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from scripts.comparison.changes import Row
from scripts.comparison.sentences import Wording
from scripts.site.compare_rows import Table, table_html
from scripts.site.compare_summary import Refer, by_surface, counts, reasons, summary_html
from scripts.site.compared import Part, count
from scripts.site.labels import Labels

VIEWS = ("one", "two")


@dataclass(frozen=True, slots=True)
class Body:
    """What a comparison is shown with.

    ``prefix`` opens the keys of its redlines; ``name`` gives the name of a component, ``refer`` what
    a reference is called and its address.
    """

    labels: Labels
    wording: Wording
    parts: Sequence[Part]
    name: Callable[[str], str]
    prefix: str = ""
    refer: Refer = by_surface

    def say(self, key: str, **values: object) -> str:
        """Return words of the language, ready for HTML."""
        return escape(self.labels(f"compare.{key}", **values))


def body_html(body: Body) -> str:
    """Return the whole of it (HTML)."""
    return "".join((*_summaries(body), '<div class="comparison">\n', _bar(body), *_texts(body), "</div>\n"))


def _summaries(body: Body) -> Iterator[str]:
    every, light = counts(body.parts)
    words = body.say("count", n=every)
    words += f" {body.say('count_light', n=light)}" if light else ""
    yield f'<h2 id="summary">{body.say("summary")}</h2>\n<p class="count-of">{words}</p>\n'
    for part in body.parts:
        if len(body.parts) > 1:
            yield f'<p class="component">{escape(body.name(part.name))}</p>\n'
        yield summary_html(part, body.wording, body.labels, body.refer)
    yield f'<p class="ours">{body.say("summary_ours")}</p>\n'


def _bar(body: Body) -> str:
    """Return the choices: they work by the style sheet alone; the walk from change to change has a script."""
    views = "".join(
        f'<label><input type="radio" name="view" value="{view}"{" checked" * (view == VIEWS[0])}> '
        f"{body.say(f'view.{view}')}</label>"
        for view in VIEWS
    )
    only = f'<label><input type="checkbox" name="only"> {body.say("only")}</label>'
    light = f'<label><input type="checkbox" name="light" checked> {body.say("light")}</label>'
    last = count(body.parts)
    walk = (
        f'<p class="walk"><button type="button" data-step="-1" aria-keyshortcuts="p k">{body.say("previous")}'
        f'</button> <output data-at>– / {last}</output> <button type="button" data-step="1" '
        f'aria-keyshortcuts="n j">{body.say("next")}</button></p>'
    )
    return (
        f'<form class="choices"><fieldset><legend>{body.say("view_legend")}</legend>{views}</fieldset>'
        f"<fieldset><legend>{body.say('show_legend')}</legend>{only}{light}</fieldset>{walk}"
        f'<p class="keys">{body.say("keys")}</p></form>\n{_legend(body)}'
    )


def _legend(body: Body) -> str:
    """Return how to read the marks, each shown as it is used."""
    return (
        f'<p class="legend"><del>{body.say("legend.del")}</del> <ins>{body.say("legend.ins")}</ins> '
        f'<ins class="light">{body.say("legend.light")}</ins></p>\n'
    )


def _texts(body: Body) -> Iterator[str]:
    for part in body.parts:
        if len(body.parts) > 1:
            yield f'<h2 class="component" id="{part.name}">{escape(body.name(part.name))}</h2>\n'
        if not part.old or not part.new:
            yield f'<p class="absent">{body.say("only_new" if part.new else "only_old")}</p>\n'
        heads = (f"<span>{body.say(f'side.{side}')}</span>" for side in ("old", "new"))
        yield f'<p class="heads">{" ".join(heads)}</p>\n'
        yield table_html(_table(body, part, part.rows))
        if part.notes:
            yield f'<h3 class="notes-title">{body.say("notes")}</h3>\n'
            yield table_html(_table(body, part, part.notes))


def _table(body: Body, part: Part, rows: Sequence[Row]) -> Table:
    return Table(
        body.labels,
        rows,
        f"{body.prefix}{part.name}",
        reasons(part, body.labels, body.refer),
        count(body.parts),
        frozenset(row.number for row in rows if row.departed),
    )
