"""The mandate trail drawn: a list of sessions, and beside it one thread that runs from body to body."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from scripts.catalogue import Draft
from scripts.identifiers import instrument_page
from scripts.model import Instrument, Reference
from scripts.site import mandate
from scripts.site.mandate import Rank, Step, Stop
from scripts.site.marks import badges
from scripts.site.site import View, draft_page

_KIND = {Rank.RECORD: "record", Rank.PAPER: "paper", Rank.ACT: "act"}


def timeline(view: View) -> str:
    """Return the trail of all works (HTML), for the home page."""
    return _drawn(view, mandate.trail(view.site, view.site.manifest.drafts), None)


def of_draft(view: View, draft: Draft) -> str:
    """Return the trail on a draft's page (Markdown and HTML): what led to it, and what came after."""
    labels = view.labels
    if draft.illustrative:
        return f"## {labels('mandate.title')} {{: #mandate }}\n\n{labels('mandate.exercise')}\n"
    stops = mandate.trail(view.site, view.site.manifest.drafts_of(view.site.work(draft)))
    before, after = mandate.until(stops, draft)
    lanes = _lanes(stops)
    parts = [f"## {labels('mandate.title')} {{: #mandate }}\n", _drawn(view, before, draft, lanes)]
    if after:
        parts += [
            f"### {labels('mandate.after')} {{: #after }}\n",
            _drawn(view, after, draft, lanes, legend=False),
        ]
    return "\n".join(parts)


def _lanes(stops: Sequence[Stop]) -> tuple[str, ...]:
    """Return the bodies in the order in which they take part: each has a lane of its own."""
    return tuple(dict.fromkeys(stop.organ for stop in stops if stop.organ))


def _drawn(
    view: View,
    stops: Sequence[Stop],
    draft: Draft | None,
    lanes: tuple[str, ...] = (),
    *,
    legend: bool = True,
) -> str:
    lanes = lanes or _lanes(stops)
    places: list[int] = []
    for stop in stops:  # what no session is known for keeps the lane of what came before
        places.append(lanes.index(stop.organ) if stop.organ else (places or [0])[-1])
    following = (*places[1:], None)
    rows = "".join(
        _row(view, stop, draft, (place, to, len(lanes)))
        for stop, place, to in zip(stops, places, following, strict=True)
    )
    bodies = _legend(view, lanes) if legend else ""
    return f'<div class="mandate" style="--lanes: {max(len(lanes), 1)}">{bodies}<ol>{rows}</ol></div>\n'


def _legend(view: View, lanes: Sequence[str]) -> str:
    """Return the names of the bodies over their lanes; every session names its body again."""
    names = "".join(
        f'<li style="--lane: {place}">{escape(_body(view, organ))}</li>' for place, organ in enumerate(lanes)
    )
    return f'<ul class="lanes" aria-label="{view.say("mandate.bodies")}">{names}</ul>' if names else ""


def _body(view: View, organ: str) -> str:
    held = (known for known in view.site.instruments.values() if known.kind == "session")
    found = (known for known in held if known.id.partition(":")[2].lstrip("0123456789.") == organ)
    known = next(found, None)
    return known.subject.get(view.lang, organ) if known else organ


def _row(view: View, stop: Stop, draft: Draft | None, lane: tuple[int, int | None, int]) -> str:
    place, to, _ = lane
    steps = "".join(_step(view, step, draft) for step in stop.steps)
    when = f'<time datetime="{_machine(stop.date)}">{escape(view.labels.date(_span(stop)))}</time>'
    name = f" {_session(view, stop)}" if stop.session else ""
    return (
        f'<li class="stop" style="--lane: {place}">{_thread(place, to)}'
        f'<p class="when">{when}{name}</p><ol>{steps}</ol></li>'
    )


def _span(stop: Stop) -> str:
    return stop.known.date if stop.known and stop.known.date else stop.date


def _machine(date: str) -> str:
    return escape(date.partition("/")[0])


def _session(view: View, stop: Stop) -> str:
    key = stop.session.partition(":")[2]
    if stop.known is None:
        return escape(key)
    return _link(view, stop.known) + (_inferred(view) if stop.known.inferred else "")


def _thread(place: int, to: int | None) -> str:
    """Return the way from this session's dot to the next one's, stretched to the height of the row."""
    if to is None:
        return ""
    start, end = place + 0.5, to + 0.5
    path = f"M{start} 0V100" if to == place else f"M{start} 0C{start} 70 {end} 40 {end} 100"
    width = max(place, to) + 1
    return (
        f'<svg class="thread" style="--width: {width}" viewBox="0 0 {width} 100" preserveAspectRatio="none"'
        f' aria-hidden="true" focusable="false"><path d="{path}"/></svg>'
    )


def _step(view: View, step: Step, draft: Draft | None) -> str:
    here = draft is not None and step.draft == draft
    names = ["step", f"step-{_KIND[step.rank]}", *(["step-draft"] if step.draft else [])]
    current = ' aria-current="step"' if here else ""
    parts = [_draft(view, step.draft, here)] if step.draft else []
    parts += [f"<span>{escape(step.event.names[view.lang])}</span>"] if step.event else []
    parts += [_named(view, step)] if step.reference else []
    return f'<li class="{" ".join(names)}"{current}>{" ".join(parts)}</li>'


def _draft(view: View, draft: Draft, here: bool) -> str:
    name = escape(draft.names[view.lang])
    mark = f' <span class="here">{view.say("mandate.this")}</span>' if here else ""
    title = f"<strong>{name}</strong>"
    if not here:
        title = f'<a href="{view.url(draft_page(draft))}">{title}</a>'
    date = f'<time datetime="{_machine(draft.date)}">{escape(view.labels.date(draft.date))}</time>'
    return f'{title}{mark} <span class="badges">{date} {badges(view, draft)}</span>'


def _named(view: View, step: Step) -> str:
    """Return the name of an act or document, its subject, and whether it is only inferred."""
    if step.known is None:
        return f"<span>{_unknown(view, step)}</span>{_inferred(view)}"
    subject = step.known.subject.get(view.lang, "")
    row = f' <span class="subject">{escape(subject)}</span>' if subject and not step.event else ""
    return _link(view, step.known) + (_inferred(view) if step.inferred else "") + row


def _unknown(view: View, step: Step) -> str:
    symbol = step.reference.partition(":")[2]
    if step.rank is Rank.RECORD:
        session = mandate.reported(view.site, step.reference).partition(":")[2]
        return view.say("mandate.record", symbol=symbol, session=session)
    return view.say("mandate.paper", symbol=symbol)


def _link(view: View, known: Instrument) -> str:
    page = instrument_page(Reference.read(known.id))
    return f'<a href="{view.url(page)}">{escape(known.names[view.lang])}</a>'


def _inferred(view: View) -> str:
    return f' <span class="inferred">{view.say("mandate.inferred")}</span>'
