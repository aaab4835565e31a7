"""The force of a draft: every operative verb by whom it addresses and how strongly it binds.

Both languages stand side by side, and where they do not bind alike the row says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from html import escape

from scripts.catalogue import Draft
from scripts.comparison.force import Force
from scripts.model import Note, Provision
from scripts.site import head
from scripts.site.force_table_rows import ForceRow, ForceTable, Said
from scripts.site.lens import LEVELS, level_name
from scripts.site.page import Page
from scripts.site.site import Site, View, component_page, sentence_span


def force_page(draft: Draft) -> str:
    """Return the address of a draft's force page."""
    return f"{draft.work}/{draft.id}/force/index"


def table_of(site: Site, draft: Draft) -> ForceTable | None:
    """Return the force of ``draft``, or None where no text of it is held or no verb binds."""
    return next((table for table in site.forces if table.draft == draft and table.rows), None)


def page(site: Site, lang: str, table: ForceTable) -> Page:
    """Return the force page of a draft in ``lang``."""
    view = View(site, lang, force_page(table.draft))
    labels, name = view.labels, table.draft.names[lang]
    meta = {
        "title": labels("force.title_of", name=name),
        "description": head.description(labels("force.description", name=name)),
        "kind": "force",
        **_running(view, table),
    }
    body = [
        head.trail(view, table.draft, last=labels("force.title")),
        f"# {labels('force.title_of', name=name)} {{: #force }}\n",
        _banner(view, table),
        f"{labels('force.intro')}\n",
        f"{labels('force.ours')}\n{{: .ours }}\n",
        f"## {labels('force.counts')} {{: #counts }}\n",
        _differing(view, table),
        _counts(view, table),
        *(_section(view, table, whom) for whom in _present(table)),
    ]
    return Page(lang, view.here, meta, "\n".join(body))


def way(view: View, draft: Draft, component: str = "") -> str:
    """Return the link to the force page (HTML); nothing where there is none for that component."""
    table = table_of(view.site, draft)
    if table is None or component not in ("", table.component):
        return ""
    return f'<p class="way"><a href="{view.url(force_page(draft))}">{view.say("force.open")}</a></p>\n'


def _running(view: View, table: ForceTable) -> dict[str, object]:
    expression = view.site.expression(table.draft, view.lang) or view.site.of_draft(table.draft)[0]
    running = head.meta(view, expression, expression.text.component(table.component))
    statuses = ". ".join(head.status(view, each) for each in view.site.of_draft(table.draft))
    return {**running, "component": view.labels("force.title"), "status_text": statuses}


def _banner(view: View, table: ForceTable) -> str:
    return "".join(head.banner(view, expression) for expression in view.site.of_draft(table.draft))


def _whom(view: View, whom: str) -> str:
    return view.say(f"force.addressee.{whom}") if whom else view.say("force.unnamed")


def _anchor(whom: str) -> str:
    return f"to-{whom or 'unnamed'}"


def _present(table: ForceTable) -> tuple[str, ...]:
    found = {row.addressee for row in table.rows}
    return tuple(whom for whom in (*table.addressees, "") if whom in found)


# -- counts -----------------------------------------------------------------------------------------


def _differing(view: View, table: ForceTable) -> str:
    places = [row for row in table.rows if row.differs]
    if len(table.languages) < 2:
        return f"{view.labels('force.one_language')}\n"
    if not places:
        return f"{view.labels('force.alike')}\n"
    links = ", ".join(f'<a href="#{_row_id(row)}">{_place(view, row)}</a>' for row in places)
    return f'<p class="differs">{view.say("force.differ", n=len(places))} {links}</p>\n'


def _counts(view: View, table: ForceTable) -> str:
    """Return how many duties each addressee has at each level."""
    counts = Counter((row.addressee, row.level) for row in table.rows)
    heads = "".join(f'<th scope="col">{_level(view, level)}</th>' for level in LEVELS)
    rows = "".join(
        f'<tr><th scope="row"><a href="#{_anchor(whom)}">{_whom(view, whom)}</a></th>'
        + "".join(_count(counts[whom, level], f"{_anchor(whom)}-{level}") for level in LEVELS)
        + f"<td>{sum(counts[whom, level] for level in LEVELS)}</td></tr>"
        for whom in _present(table)
    )
    sums = [sum(counts[whom, level] for whom in _present(table)) for level in LEVELS]
    foot = "".join(f"<td>{number}</td>" for number in (*sums, sum(sums)))
    total = view.say("force.total")
    return (
        f'<div class="counts-box" tabindex="0" role="region" aria-label="{view.say("force.counts")}">'
        f'<table class="counts"><thead><tr><th scope="col">{view.say("force.whom")}</th>{heads}'
        f'<th scope="col">{total}</th></tr></thead><tbody>{rows}</tbody>'
        f'<tfoot><tr><th scope="row">{total}</th>{foot}</tr></tfoot></table></div>\n'
    )


def _count(number: int, anchor: str) -> str:
    return f'<td><a href="#{anchor}">{number}</a></td>' if number else '<td class="none">0</td>'


def _level(view: View, level: int) -> str:
    name, verb = view.say(f"lens.level.{level}"), view.say(f"lens.verb.{level}")
    return f'<span class="degree degree-{level}">{name}</span> <span class="example">{verb}</span>'


# -- the table of one addressee ---------------------------------------------------------------------


def _section(view: View, table: ForceTable, whom: str) -> str:
    rows = [row for row in table.rows if row.addressee == whom]
    languages = [lang for lang in view.site.manifest.languages if lang in table.languages]
    heads = "".join(f'<th scope="col">{view.say(f"language.{lang}")}</th>' for lang in languages)
    bodies = "".join(
        _level_rows(view, table, [r for r in rows if r.level == level], languages) for level in LEVELS
    )
    return (
        f"## {_whom(view, whom)} {{: #{_anchor(whom)} }}\n\n"
        f'<table class="forces"><thead><tr><th scope="col">{view.say("force.place")}</th>{heads}</tr></thead>'
        f"{bodies}</table>\n"
    )


def _level_rows(view: View, table: ForceTable, rows: Sequence[ForceRow], languages: Sequence[str]) -> str:
    if not rows:
        return ""
    level = rows[0].level
    opening = (
        f'<tr id="{_anchor(rows[0].addressee)}-{level}"><th scope="rowgroup" colspan="{len(languages) + 1}">'
        f"{_level(view, level)}</th></tr>"
    )
    return f"<tbody>{opening}{''.join(_row(view, table, row, languages) for row in rows)}</tbody>"


def _row(view: View, table: ForceTable, row: ForceRow, languages: Sequence[str]) -> str:
    mark = f'<strong class="mark">{view.say("force.mark")}</strong>' if row.differs else ""
    name = _place(view, row)
    if view.site.expression(table.draft, view.lang):  # a text not held in this language has no page in it
        address = view.url(component_page(table.draft, table.component), _unit_anchor(row))
        name = f'<a href="{address}">{name}</a>'
    cells = "".join(_cell(view, lang, row.said[lang], row) for lang in languages if lang in row.said)
    state = ' class="apart"' if row.differs else ""
    return f'<tr id="{_row_id(row)}"{state}><th scope="row">{name}{mark}</th>{cells}</tr>'


def _unit(row: ForceRow) -> Provision | Note:
    """Return the provision of a row: the original's, or the one language's that has it."""
    return next(said.unit for said in row.said.values() if said.unit is not None)


def _unit_anchor(row: ForceRow) -> str:
    return _unit(row).anchor


def _row_id(row: ForceRow) -> str:
    return f"f-{_unit_anchor(row)}" + (f"-{row.rank}" if row.rank > 1 else "")


def _place(view: View, row: ForceRow) -> str:
    unit = _unit(row)
    if isinstance(unit, Note):
        return view.say("compare.note", num=unit.num)
    return f"§ {escape(unit.num)}" if unit.num else escape(unit.anchor.removeprefix("p"))


def _cell(view: View, lang: str, said: Said, row: ForceRow) -> str:
    name = view.say(f"language.{lang}")
    if said.unit is None or not said.verbs:
        key = "force.no_verb" if said.unit else "parallel.missing"
        words = view.say(key, language=view.labels(f"language.{lang}"))
        return f'<td data-language="{name}" class="missing">{words}</td>'
    shown = " ".join(f"<p>{words}</p>" for words in _sentences(said))
    levels = dict.fromkeys(level_name(view, verb) for verb in said.verbs)
    stated = f'<p class="level">{escape(", ".join(levels))}</p>' if row.differs or row.forbids else ""
    return f'<td data-language="{name}" lang="{lang}">{shown}{stated}</td>'


def _sentences(said: Said) -> Iterator[str]:
    """Yield each sentence that holds a verb of the row, once, its verbs marked."""
    if said.unit is None:
        return
    text = said.unit.text
    spans = dict.fromkeys(sentence_span(text, verb.start, verb.end) for verb in said.verbs)
    for start, end in spans:
        yield _marked(text, start, end, [verb for verb in said.verbs if start <= verb.start < end])


def _marked(text: str, start: int, end: int, verbs: Sequence[Force]) -> str:
    out, at = [], start
    for verb in verbs:
        out += [escape(text[at : verb.start]), f'<b class="degree-{verb.level}">{escape(verb.surface)}</b>']
        at = verb.end
    return "".join([*out, escape(text[at:end]).rstrip()])
