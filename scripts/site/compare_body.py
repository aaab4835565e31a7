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
_STEPS = (("previous", -1, "p k"), ("next", 1, "n j"))
"""The buttons of the walk: the words, the step, the keys that do the same (see docs/assets/compare.js)."""


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
    before, after = (_button(body, name, step, keys) for name, step, keys in _STEPS)
    walk = f'<p class="walk">{before} <output data-at>– / {count(body.parts)}</output> {after}</p>'
    return (
        f'<form class="choices"><fieldset><legend>{body.say("view_legend")}</legend>{views}</fieldset>'
        f"<fieldset><legend>{body.say('show_legend')}</legend>{only}{light}</fieldset>{walk}"
        f"</form>\n{_legend(body)}"
    )


def _button(body: Body, name: str, step: int, keys: str) -> str:
    return (
        f'<button type="button" data-step="{step}" aria-keyshortcuts="{keys}">{body.say(name)} '
        f'<kbd aria-hidden="true">{keys[0]}</kbd></button>'
    )


def _legend(body: Body) -> str:
    """Return how to read the marks, each shown as it is used."""
    marks = (("del", "del"), ("ins", "ins"), ("light", 'ins class="light"'))
    shown = " ".join(f"<{tag}>{body.say(f'legend.{name}')}</{tag[:3]}>" for name, tag in marks)
    return f'<p class="legend">{shown} <span class="keys">{body.say("keys")}</span></p>\n'


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
        sorted(row.number for p in body.parts for row in p.every if row.own),
        frozenset(row.number for row in rows if row.departed),
    )
