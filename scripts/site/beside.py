"""What stands beside a provision: what it rests on, who cites it, the note on it, its other languages.

One quiet block for each provision. It needs no script: folded under the provision on a narrow
screen, laid open beside it on a wide one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from scripts.catalogue import Annotation
from scripts.model import Internal, Provision
from scripts.site import citing, provisions, rests
from scripts.site.beside_languages import Others, folded, others
from scripts.site.provisions import Setting
from scripts.site.site import Occurrence, numbered, paragraph_page


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known around the provisions of one component: by anchor who cites them, by eId our notes."""

    setting: Setting
    others: Others
    cited: Mapping[str, tuple[Occurrence, ...]]
    annotations: Mapping[str, tuple[Annotation, ...]]
    changed: Mapping[str, bool]
    tops: frozenset[str]


def around(setting: Setting) -> Beside:
    """Return what is known around the provisions of the component of ``setting``."""
    site, draft, component = setting.view.site, setting.expression.draft, setting.component
    cited: dict[str, list[Occurrence]] = {}
    for occurrence in site.cited_by.get((setting.view.lang, setting.view.here), ()):
        target = occurrence.resolved.target
        if isinstance(target, Internal) and target.anchor:
            cited.setdefault(target.anchor, []).append(occurrence)
    notes: dict[str, list[Annotation]] = {}
    for annotation in site.annotations:
        if (annotation.draft, annotation.component) == (draft.id, component.name):
            notes.setdefault(annotation.provision, []).append(annotation)
    return Beside(
        setting,
        others(site, setting.expression, component),
        {anchor: tuple(found) for anchor, found in cited.items()},
        {eid: tuple(found) for eid, found in notes.items()},
        _changed(setting),
        frozenset(paragraph.eid for paragraph in numbered(component)),
    )


def _changed(setting: Setting) -> dict[str, bool]:
    """Return, by eId, whether a paragraph or what it holds differs in a draft compared with its own.

    A paragraph that is in no comparison is not there: it has no history to speak of.
    """
    draft, name = setting.expression.draft, setting.component.name
    found: dict[str, bool] = {}
    for comparison in setting.view.site.comparisons:
        if comparison.lang != setting.view.lang or draft not in (comparison.old.draft, comparison.new.draft):
            continue
        for part in comparison.parts:
            if part.name == name:
                index = part.by_old if comparison.old.draft == draft else part.by_new
                for eid, row in index.items():
                    top = eid.partition("__")[0]
                    found[top] = found.get(top, False) or bool(row.number)
    return found


def block(beside: Beside, provision: Provision) -> str:
    """Return the block beside a provision (HTML)."""
    setting = beside.setting
    own = provisions.own_units(provision)
    cited = rests.once(item for unit in own for item in provisions.resolved(setting, unit))
    return _fold(beside, provision, rests.listed(setting.view, cited), len(cited))


def of_front(beside: Beside, unit: Provision) -> str:
    """Return the block beside a unit of the front matter, which has no number: languages and references."""
    cited = rests.once(provisions.resolved(beside.setting, unit))
    return _fold(beside, unit, rests.listed(beside.setting.view, cited), len(cited))


def _fold(beside: Beside, provision: Provision, listed: str, count: int) -> str:
    view = beside.setting.view
    name = view.say("beside.titled", num=provision.num) if provision.num else view.say("beside.title")
    title = view.say("rests.title")
    shown = f'<span class="rests-count" title="{title}">{count}</span>' if count else ""
    head = f'<p class="rests-title">{title}</p>\n' if listed else ""
    languages = "".join(
        folded(beside.setting, other, twins.get(provision.eid)) for other, twins in beside.others
    )
    around = "".join(_around(beside, provision))
    return (
        f'<details class="rests"><summary>{name} {shown}</summary>\n'
        f'{languages}<div class="beside">{head}{listed}<div class="around">{around}</div></div>\n</details>\n'
    )


def _around(beside: Beside, provision: Provision) -> Iterator[str]:
    view = beside.setting.view
    if provision.num:
        label = view.say("copy.menu.open_label", num=provision.num)
        yield (
            f'<button type="button" class="copy-open" value="{provision.anchor}" aria-haspopup="dialog"'
            f' aria-label="{label}">{view.say("copy.menu.open")}</button>'
        )
    own = provisions.own_units(provision)
    notes = tuple(chain.from_iterable(beside.annotations.get(unit.eid, ()) for unit in own))
    if notes:
        words = "".join(citing.annotation_html(view, note) for note in notes)
        ours = f'<p class="ours">{view.say("annotation.ours")}</p>'
        yield _folded(view.say("annotation.title"), ours + words, "note-on")
    cited = tuple(chain.from_iterable(beside.cited.get(unit.anchor, ()) for unit in own))
    if cited:
        yield _folded(view.say("beside.cited", n=len(cited)), citing.cited_by(view, cited))
    if provision.eid in beside.tops:
        yield from _ways(beside, provision)


def _ways(beside: Beside, paragraph: Provision) -> Iterator[str]:
    """Yield the way to the paragraph's history, in one line, and to its own page."""
    view, setting = beside.setting.view, beside.setting
    page = paragraph_page(setting.expression.draft, setting.component.name, paragraph)
    if paragraph.eid in beside.changed:
        words = view.say("beside.changed" if beside.changed[paragraph.eid] else "beside.unchanged")
        yield f'<a href="{view.url(page, "history")}">{words}</a>'
    yield f'<a href="{view.url(page)}">{view.say("paragraph.open", num=paragraph.num)}</a>'


def _folded(title: str, body: str, *classes: str) -> str:
    name = " ".join(("rest", *classes))
    return (
        f'<details class="{name}"><summary><span class="rest-name">{title}</span></summary>'
        f'<div class="rest-body">{body}</div></details>'
    )
