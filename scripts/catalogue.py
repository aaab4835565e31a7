"""What the site holds, as values: works, their drafts, the files held, and what is said about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scripts.model import Citation, Doubt, Finding, Reference, Target, Text, Translations


@dataclass(frozen=True, slots=True)
class Manifestation:
    """A file held: its language, its place below ``source_texts/``, its hash and its status.

    ``tracked`` says which text of a Word file with tracked changes is meant: ``accepted``, ``original``.
    """

    lang: str
    file: str
    sha256: str
    status: str
    original: bool
    tracked: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """The abstract text; ``text`` names the component that is the work inside each document."""

    id: str
    names: Translations
    short: Translations
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """One dated state of a work. Without manifestations its text is not held here."""

    id: str
    work: str
    stage: str
    date: str
    names: Translations
    note: Translations
    url: Translations
    symbol: str
    decision: str
    session: str
    manifestations: tuple[Manifestation, ...]

    @property
    def held(self) -> bool:
        """Whether the text of this draft is held in at least one language."""
        return bool(self.manifestations)

    @property
    def illustrative(self) -> bool:
        """Whether any file of this draft is an exercise of ours and no official text."""
        return any(held.status == "illustrative" for held in self.manifestations)

    def manifestation(self, lang: str) -> Manifestation | None:
        """Return the file held in ``lang``, or None."""
        return next((held for held in self.manifestations if held.lang == lang), None)


@dataclass(frozen=True, slots=True)
class Event:
    """A dated step on the way of the works; ``reference`` names the act in canonical form."""

    date: str
    names: Translations
    reference: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person decided about two provisions of two drafts: matched, or (not ``forced``) kept apart.

    ``component`` is empty where it is the work's own.
    """

    old: str
    new: str
    old_eid: str
    new_eid: str
    forced: bool
    component: str = ""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A finding that a person looked at and let stand, with the reason; ``file`` is empty for any file."""

    code: str
    place: str
    words: str
    reason: Translations
    file: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The whole of ``corpus.toml``."""

    languages: tuple[str, ...]
    works: tuple[Work, ...]
    drafts: tuple[Draft, ...]
    events: tuple[Event, ...]
    verdicts: tuple[Verdict, ...] = ()
    accepted: tuple[Acceptance, ...] = ()

    def drafts_of(self, work: Work) -> tuple[Draft, ...]:
        """Return the drafts of ``work``, oldest first."""
        return tuple(sorted((d for d in self.drafts if d.work == work.id), key=lambda d: d.date))

    def latest(self, work: Work) -> Draft | None:
        """Return the newest draft of ``work`` whose text is held and which is no exercise."""
        held = [d for d in self.drafts_of(work) if d.held and not d.illustrative]
        return held[-1] if held else None


@dataclass(frozen=True, slots=True)
class Annotation:
    """An editorial note of ours on a provision: never part of the text.

    ``rests_on`` names what the note is drawn from, as references in canonical form.
    """

    draft: str
    component: str
    provision: str
    text: Translations
    rests_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Resolved:
    """A citation with what its reference turned out to be, and how its language writes it (``name``).

    ``slip`` is the finding's code where the reference breaks the rules of symbols; ``likely`` is what the
    text probably meant there: shown beside the text for a person to confirm, never followed.
    """

    citation: Citation
    target: Target
    likely: Reference | None = None
    slip: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Inferred:
    """A document that follows from a rule of symbols and from no source: whoever shows it says so.

    ``rule``: ``working-paper`` (of an act) or ``record`` (of a session).
    """

    reference: Reference
    rule: str


EXTRACTION, SIC = "extraction", "sic"
"""The kinds of erratum: a fault of the file, applied; a slip of the text, shown."""


@dataclass(frozen=True, slots=True)
class Erratum:
    """A recorded departure of one language's text, in the provision with that eId.

    ``extraction``: a fault of the file, applied, so that the text ``reads`` what the paper printed.
    ``sic``: a slip of the text itself, shown with what it probably means, and never applied.
    """

    lang: str
    kind: str
    component: str
    provision: str
    words: str
    reads: str
    reason: Translations


@dataclass(frozen=True, slots=True)
class Expression:
    """A draft in one language: its file, its parsed text, and its citations.

    ``citations`` are those of each provision or note, by component name and eId, ``doubts`` its places that
    may cite one of several things; ``errata`` what is known to depart, applied or not.
    """

    draft: Draft
    held: Manifestation
    text: Text
    citations: Mapping[tuple[str, str], tuple[Resolved, ...]] = field(default_factory=dict)
    errata: tuple[Erratum, ...] = ()
    doubts: Mapping[tuple[str, str], tuple[Doubt, ...]] = field(default_factory=dict)

    @property
    def lang(self) -> str:
        """The language of the text."""
        return self.held.lang


@dataclass(frozen=True, slots=True)
class Advice:
    """What a finding says to a person: what is the matter, why it matters, what to do."""

    what: str
    why: str
    action: str


@dataclass(frozen=True, slots=True)
class Found:
    """A finding in a file of the corpus, with its advice and, if it was let stand, the reason, by language.

    ``acceptance`` is the entry that lets it stand, to paste into ``corpus.toml``; ``erratum`` the one that
    records it in ``errata.toml``, where the finding is a fault of characters.
    """

    file: str
    finding: Finding
    advice: Mapping[str, Advice]
    accepted: Translations
    acceptance: str = ""
    erratum: str = ""
