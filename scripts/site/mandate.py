"""The mandate trail: from the act that asked, through papers, records and drafts, to approval.

A trail is made of the manifest's events and drafts, of the acts and documents that the register
relates to them, and of what the rules of symbols say (``Site.inferred``); sessions hold its steps.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from scripts.catalogue import Draft, Event
from scripts.identifiers import instrument_page
from scripts.model import Instrument, Reference
from scripts.site.site import Site


class Rank(IntEnum):
    """What a step is, in the order of a session: what is reported, what is put forward, what is decided."""

    RECORD = 1
    PAPER = 2
    ACT = 3


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened: a record, a paper, an act, or an event that no act is known for.

    ``reference`` is its canonical id (empty for such an event); ``known`` what the register holds of it;
    ``draft`` the draft that the paper brought or the act adopted. ``inferred``: no source attests it.
    """

    rank: Rank
    date: str
    reference: str = ""
    known: Instrument | None = None
    event: Event | None = None
    draft: Draft | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Stop:
    """A session with its steps; ``session`` is its id (``session:9.IGC``), empty where none is known."""

    session: str
    known: Instrument | None
    date: str
    steps: tuple[Step, ...]

    @property
    def organ(self) -> str:
        """The body that met: ``IGC`` for ``session:9.IGC``, ``C`` for ``session:38C``."""
        return self.session.partition(":")[2].lstrip("0123456789.")


def trail(site: Site, drafts: Iterable[Draft]) -> tuple[Stop, ...]:
    """Return the way to ``drafts`` and on, oldest first, session by session. Exercises have no part in it."""
    real = [draft for draft in drafts if not draft.illustrative]
    by_session: dict[str, list[Step]] = {}
    for session, step in _steps(site, real):
        by_session.setdefault(session or f"@{step.date}", []).append(step)
    stops = [_stop(site, session, steps) for session, steps in by_session.items()]
    return tuple(sorted(stops, key=lambda stop: stop.date))


def until(stops: Iterable[Stop], draft: Draft) -> tuple[tuple[Stop, ...], tuple[Stop, ...]]:
    """Return the trail as far as ``draft``, that step included, and what came after."""
    before: list[Stop] = []
    after: list[Stop] = []
    passed = False
    for stop in stops:
        place = next((i for i, step in enumerate(stop.steps, 1) if step.draft == draft), 0)
        cut = place if place else 0 if passed else len(stop.steps)
        for part, steps in ((before, stop.steps[:cut]), (after, stop.steps[cut:])):
            if steps:
                part.append(Stop(stop.session, stop.known, stop.date, steps))
        passed = passed or bool(place)
    return tuple(before), tuple(after)


def instrument(site: Site, reference: str) -> Instrument | None:
    """Return the register's entry for a canonical id, or None."""
    return site.instruments.get(instrument_page(Reference.read(reference))) if reference else None


# -- the steps --------------------------------------------------------------------------------------


def _steps(site: Site, drafts: list[Draft]) -> Iterator[tuple[str, Step]]:
    """Yield every step with the id of its session."""
    events = {event.reference: event for event in site.manifest.events if event.reference}
    own = {reference: draft for draft in drafts for reference in _references(draft)}
    named = [reference for reference in events if not reference.startswith("session:")] + list(own)
    known = dict.fromkeys(named)
    for reference in named:
        entry = instrument(site, reference)
        known |= dict.fromkeys(filter(lambda other: _belongs(site, other), entry.related if entry else ()))
    for reference in _with_papers(site, known):
        yield _session(site, reference), _step(site, reference, events.get(reference), own.get(reference))
    for event in site.manifest.events:
        if not event.reference or event.reference.startswith("session:"):
            yield event.reference, Step(Rank.ACT, event.date, event=event)
    for draft in drafts:
        if not any(_references(draft)):
            yield f"session:{draft.session}" * bool(draft.session), Step(Rank.PAPER, draft.date, draft=draft)


def _references(draft: Draft) -> tuple[str, ...]:
    """Return what a draft goes by: its document, else the act that adopted it."""
    return (f"doc:{draft.symbol}",) if draft.symbol else (draft.decision,) if draft.decision else ()


def _belongs(site: Site, reference: str) -> bool:
    """Tell whether a related entry is a step: an act or a document of a session."""
    entry = instrument(site, reference)
    return bool(entry and entry.session)


def _with_papers(site: Site, known: Collection[str]) -> Iterator[str]:
    """Yield the references, then what the rules of symbols add: papers of acts, records between sessions."""
    yield from known
    sessions = {_session(site, reference) for reference in known}
    for source in (*known, *sorted(filter(None, sessions))):
        for said in site.inferred.get(instrument_page(Reference.read(source)), ()):
            if str(said.reference) not in known and _session(site, str(said.reference)) in sessions:
                yield str(said.reference)


def _session(site: Site, reference: str) -> str:
    """Return the id of the session of an act or document, from the register or from its symbol."""
    entry = instrument(site, reference)
    if entry and entry.session:
        return f"session:{entry.session}"
    scheme, _, key = reference.partition(":")
    parts = key.split("/")
    if scheme == "doc":  # CE/13/7.IGC/5
        return f"session:{parts[2]}" if len(parts) > 3 else ""
    return f"session:{parts[0]}" if len(parts) > 1 else ""


def _step(site: Site, reference: str, event: Event | None, draft: Draft | None) -> Step:
    known = instrument(site, reference)
    date = draft.date if draft else known.date if known else ""
    inferred = known is None or known.inferred
    return Step(_rank(site, reference), date, reference, known, event, draft, inferred)


def reported(site: Site, reference: str) -> str:
    """Return the id of the session that a document is the record of, or ``""``.

    The rules of symbols say so, or the register, which relates a record to the session it reports
    beside the one it was put to: CE/14/8.IGC/3 to 7.IGC.
    """
    entry = instrument(site, reference)
    if entry:
        others = (other for other in entry.related if other.startswith("session:"))
        return next((other for other in others if other != f"session:{entry.session}"), "")
    for page, papers in site.inferred.items():
        if any(paper.rule == "record" and str(paper.reference) == reference for paper in papers):
            return site.instruments[page].id
    return ""


def _rank(site: Site, reference: str) -> Rank:
    if not reference.startswith("doc:"):
        return Rank.ACT
    return Rank.RECORD if reported(site, reference) else Rank.PAPER


def _stop(site: Site, session: str, steps: list[Step]) -> Stop:
    session = "" if session.startswith("@") else session
    known = instrument(site, session)
    dates = [known.date] if known and known.date else [step.date for step in steps if step.date]
    return Stop(session, known, min(dates, default=""), tuple(sorted(steps, key=_order)))


def _order(step: Step) -> tuple[int, str, list[tuple[int, str]]]:
    """By rank; a draft, with its date, after the papers around it; 7.IGC 5 before 7.IGC 13."""
    words = re.findall(r"\d+|\D+", step.reference)
    symbol = [(int(word), "") if word.isdigit() else (0, word) for word in words]
    return step.rank, step.date if step.draft else "", symbol
