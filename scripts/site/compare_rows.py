"""The rows of a comparison as HTML: every provision once, in one column and in two.

Both forms stand in each row, so that an address (``#c12``) holds whichever is shown; a style sheet
chooses. Elements with ``data-redline`` are held against both texts once the site is built (law 4).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from scripts.comparison.changes import Row
from scripts.comparison.places import PairPlace, Places
from scripts.model import Kind, Pair, Provision, Relation
from scripts.site.compare_marks import new_column, old_column, one_column, unseen
from scripts.site.compare_names import passage, shortened, side_name
from scripts.site.labels import Labels

_HEADS = frozenset({Kind.HEADING, Kind.TITLE})
_UNCHANGED = frozenset({Relation.SAME, Relation.MOVED})


@dataclass(frozen=True, slots=True)
class Table:
    """What the rows of one part are shown with.

    ``prefix`` opens the key of each redline (``fr:2016-10igc7..2026-illustrative:annex``);
    ``reasons`` says by number of change why it matters, ``numbers`` are those of all the page's
    changes in order, ``departures`` those of changes whose text left another place.
    """

    labels: Labels
    rows: Sequence[Row]
    prefix: str
    reasons: Mapping[int, str] = field(default_factory=dict)
    numbers: Sequence[int] = ()
    departures: frozenset[int] = frozenset()

    def say(self, key: str, **values: object) -> str:
        """Return words of the language, ready for HTML."""
        return escape(self.labels(f"compare.{key}", **values))


def redline_key(prefix: str, pair: Pair) -> str:
    """Return the value of ``data-redline``: ``fr:A..B:annex:para_4>para_4+para_5``."""
    old, new = ("+".join(p.eid for p in side) for side in (pair.old, pair.new))
    return f"{prefix}:{old}>{new}"


def table_html(table: Table) -> str:
    """Return all rows, parted by the headings of the text, so that unchanged parts can be hidden whole."""
    places = Places(row.pair for row in table.rows if not row.departed)
    context = _context(table.rows)
    parts: list[list[str]] = [[]]
    for row in table.rows:
        if _kind(row.pair) is Kind.HEADING and not row.departed:
            parts.append([])
        place = places.of(row.pair)
        html = _departed(table, row, place) if row.departed else _row(table, row, place, context)
        parts[-1].append(html)
    return "".join(f'<section class="part">\n{"".join(part)}</section>\n' for part in parts if part)


def _context(rows: Iterable[Row]) -> frozenset[tuple[str, str]]:
    """Return what holds a change: it stays in sight when only the changes are shown."""
    found = set()
    for row in rows:
        for side, eid in _eids(row.pair) if row.number else ():
            above = eid
            while above := above.rpartition("__")[0]:
                found.add((side, above))
    return frozenset(found)


def _eids(pair: Pair) -> set[tuple[str, str]]:
    return {("old", p.eid) for p in pair.old} | {("new", p.eid) for p in pair.new}


def _kind(pair: Pair) -> Kind:
    return (pair.new or pair.old)[0].kind


def _row(table: Table, row: Row, place: PairPlace, context: frozenset[tuple[str, str]]) -> str:
    classes = ["row", f"is-{_kind(row.pair)}", *_states(row)]
    if row.pair.renumbered:
        classes.append("renumbered")
    if not row.number and context & _eids(row.pair):
        classes.append("context")
    opening = f'<div class="{" ".join(classes)}"'
    if row.own:
        number = row.number
        opening += (
            f' id="c{number}" data-change="{number}" role="group" tabindex="-1" aria-labelledby="h{number}"'
        )
    return f"{opening}>\n{''.join(_cells(table, row, place))}</div>\n"


def _states(row: Row) -> Iterator[str]:
    if row.number:
        yield "change"
        yield str(row.pair.relation).replace("_", "-")
    if row.shares:
        yield "shares"
    if row.light:
        yield "light"


def _cells(table: Table, row: Row, place: PairPlace) -> Iterator[str]:
    if row.own:
        yield _about(table, row, place)
    pair, key = row.pair, escape(redline_key(table.prefix, row.pair))
    tag = "h3" if _kind(pair) is Kind.HEADING else "p"
    yield _num(table, "old", pair.old)
    if pair.old:
        label = _label(pair.old)
        yield f'<{tag} class="was">{label}<span data-redline="{key}" data-side="old">'
        yield f"{old_column(pair, table.labels)}</span></{tag}>\n"
    yield _num(table, "new", pair.new)
    label = _label(pair.new or pair.old)
    both = " now" if pair.relation in _UNCHANGED else ""
    yield f'<{tag} class="line{both}">{label}<span data-redline="{key}">'
    yield f"{one_column(pair, table.labels)}</span></{tag}>\n"
    if pair.new and not both:
        yield f'<{tag} class="now">{_label(pair.new)}<span data-redline="{key}" data-side="new">'
        yield f"{new_column(pair, table.labels)}</span></{tag}>\n"


def _num(table: Table, side: str, provisions: Sequence[Provision]) -> str:
    nums = [p.num for p in provisions if p.num]
    if not nums:
        return f'<span class="n {side}"></span>\n'
    heard = unseen(f"{table.say(f'side.{side}')} ")
    return f'<span class="n {side}">{heard}{" ".join(f"<span>{escape(num)}</span>" for num in nums)}</span>\n'


def _label(provisions: Sequence[Provision]) -> str:
    first = provisions[0]
    if first.num or not first.label:
        return ""
    return f'<span class="label">{escape(first.label)}</span> '


def _about(table: Table, row: Row, place: PairPlace) -> str:
    """Return what a change is: its number, its kind, where it stands, why it matters."""
    number = row.number
    kind = "typographic" if row.light else str(row.pair.relation)
    heard = unseen(f"{table.say('change')} ")
    parts = [
        f'<p class="what" id="h{number}"><a class="c" href="#c{number}">{heard}{number}</a> '
        f"<strong>{escape(table.labels(f'relation.{kind}'))}</strong> "
        f'<span class="passage">{escape(passage(table.labels, place))}</span></p>'
    ]
    if number in table.departures:
        parts.append(f'<p class="from"><a href="#c{number}-from">{table.say("origin")}</a></p>')
    if number in table.reasons:
        parts.append(f'<ul class="why">{table.reasons[number]}</ul>')
    parts.append(_steps(table, number))
    return f'<div class="about">{"".join(parts)}</div>\n'


def _steps(table: Table, number: int) -> str:
    """Return the ways to the changes around this one: for readers without a script, who have no keys."""
    at = bisect_left(table.numbers, number)
    links = []
    for name, rank, sign in (("previous", at - 1, "↑"), ("next", at + 1, "↓")):
        if 0 <= rank < len(table.numbers):
            other = table.numbers[rank]
            links.append(f'<a href="#c{other}" aria-label="{table.say(f"{name}_is", n=other)}">{sign}</a>')
    return f'<p class="steps">{" ".join(links)}</p>'


def _departed(table: Table, row: Row, place: PairPlace) -> str:
    number = row.number
    words = table.say(
        "departed",
        old=side_name(table.labels, place.old),
        new=side_name(table.labels, place.new),
        number=number,
    )
    opening = escape(shortened(row.pair.old[0].text, 70))
    return (
        f'<div class="row departed change" id="c{number}-from">\n{_num(table, "old", row.pair.old)}'
        f'<p class="gone-to"><a href="#c{number}">{words}</a> <q>{opening}</q></p></div>\n'
    )
