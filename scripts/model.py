"""The words of the trade as typed values: what every room of the program talks about.

Everything here is immutable and knows nothing of files, formats, pages or MkDocs. The terms are
those of the field: a *work* has *drafts*; a draft in one language is an *expression*, held as a
*manifestation* (a file); a document is made of *components*, a component of *provisions* and notes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Translations = Mapping[str, str]
"""A word or sentence per language: ``{"fr": "…", "en": "…"}``."""


# -- the file -----------------------------------------------------------------------------------


class Role(StrEnum):
    """What a file itself may say that a line is. The last four are no part of the text."""

    TEXT = "text"
    HEADING = "heading"
    TABLE = "table"  # a row of a table, its cells apart by tabs
    NOTE = "note"
    RUNNING = "running"  # the head or foot of a page, a page number
    CONTENTS = "contents"  # a table of contents, made of the headings
    COMMENT = "comment"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True)
class Call:
    """The characters of a line that call a note: ``text[start:end]`` is printed for the note ``num``."""

    num: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Said:
    """What the file itself says of a line beside its characters. A plain text file says nothing.

    ``opens``: a block begins here (True), the one above goes on (False), or the file doesn't tell (None).
    ``level`` is the rank of a heading, or the depth of an item that the file numbers, from 1; ``label``
    the length of the label that the file's numbering put before the text. ``note`` is the number of the
    note that the line belongs to, ``calls`` the notes called in it.
    """

    role: Role = Role.TEXT
    opens: bool | None = None
    level: int = 0
    label: int = 0
    note: str = ""
    calls: tuple[Call, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source file, as a reader (``sources/``) gives it.

    ``number`` counts from 1 in the file (for Word and HTML: the block's rank; for PDF: the line's
    rank in reading order). ``text`` is the line without its line end, otherwise untouched. ``said`` is
    what the file says of it; a reader that has nothing to say leaves it out.
    """

    number: int
    text: str
    said: Said | None = None


# -- the text -----------------------------------------------------------------------------------


class Kind(StrEnum):
    """What a provision is. The first five are headed, numbered or listed text; the rest is front matter."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    SUBPARAGRAPH = "subparagraph"
    ITEM = "item"
    ARTICLE = "article"  # « Article 16 – … »: its title is its text, its paragraphs are its children
    TITLE = "title"  # « ANNEXE », « PROJET DE DECISION 10.IGC 7 »
    PREFACE = "preface"  # the cover's summary, « Décision requise : paragraphe 12. »
    FORMULA = "formula"  # « Le Comité, »


@dataclass(frozen=True, slots=True)
class NoteCall:
    """The place where a note is called: before character ``offset`` of the provision's text."""

    num: str
    offset: int


@dataclass(frozen=True, slots=True)
class Provision:
    """Any addressable unit of a component.

    ``eid`` is the Akoma Ntoso id (``para_13__subpara_5``), ``anchor`` the web anchor (``p13-5``),
    ``num`` the number as printed without its final dot (empty where none is printed), ``label`` the
    characters printed as label (``13.5``, ``15.``, ``-``). ``text`` is the provision's own words on
    one line, label and note calls taken out, without its children's. ``lines`` are the numbers of
    the source lines it was made of.
    """

    eid: str
    anchor: str
    kind: Kind
    num: str
    label: str
    text: str
    calls: tuple[NoteCall, ...] = ()
    children: tuple[Provision, ...] = ()
    lines: tuple[int, ...] = ()

    def walk(self) -> Iterator[Provision]:
        """Yield the provision, then all it holds, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its number as printed, its words on one line, its source lines."""

    eid: str
    anchor: str
    num: str
    label: str
    text: str
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Component:
    """A self-numbered text inside a document: ``document``, ``decision``, ``annex``.

    ``front`` is what stands before its first provision (titles, summary, enacting formula).
    Headings are siblings of the paragraphs that follow them, so that an eId never depends on them;
    an article holds its paragraphs, because they are cited through it.
    """

    name: str
    front: tuple[Provision, ...] = ()
    provisions: tuple[Provision, ...] = ()
    notes: tuple[Note, ...] = ()

    def walk(self) -> Iterator[Provision]:
        """Yield front matter and provisions, children included, in the order of the text."""
        for provision in (*self.front, *self.provisions):
            yield from provision.walk()


@dataclass(frozen=True, slots=True)
class Furniture:
    """Lines that belong to the page and not to the text: page numbers, rules, ``**********``."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A whole file after parsing: its components, what was page furniture, and the doubts met."""

    lang: str
    components: tuple[Component, ...]
    furniture: Furniture
    findings: tuple[Finding, ...] = ()

    def component(self, name: str) -> Component:
        """Return the component called ``name``. Raises KeyError where there is none."""
        for component in self.components:
            if component.name == name:
                return component
        raise KeyError(name)


# -- references ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """One thing pointed at, in canonical form: ``decision:7.IGC/13#3`` (CONTRIBUTING.md, "The command line").

    ``scheme`` is the kind of instrument (``convention``, ``decision``, ``doc``, ``internal`` …),
    ``key`` its canonical symbol, ``fragment`` the paragraph or range of paragraphs in it.
    """

    scheme: str
    key: str
    fragment: str = ""

    def __str__(self) -> str:
        return f"{self.scheme}:{self.key}" + (f"#{self.fragment}" if self.fragment else "")

    @classmethod
    def read(cls, text: str) -> Reference:
        """Read the canonical form back. Raises ValueError where there is no scheme."""
        scheme, colon, rest = text.partition(":")
        if not (colon and scheme and rest):
            raise ValueError(f"not a reference: {text!r}")
        key, _, fragment = rest.partition("#")
        return cls(scheme, key, fragment)


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """A span of a text that points at one thing; ``surface`` is ``text[start:end]``."""

    start: int
    end: int
    surface: str
    reference: Reference


@dataclass(frozen=True, slots=True)
class Doubt:
    """A span that may cite one of ``candidates`` (none: an instrument that is not known)."""

    start: int
    end: int
    surface: str
    candidates: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Internal:
    """A target that has a page here: ``page`` (``convention/16``) and an anchor on it or ``""``."""

    page: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class External:
    """A target that has only an official page elsewhere."""

    url: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """A target the register does not know; ``reason`` says what was looked for."""

    reason: str


Target = Internal | External | Unknown


@dataclass(frozen=True, slots=True)
class Instrument:
    """A citable act or document, as the register knows it.

    ``id`` is the canonical reference without fragment; ``kind`` one of ``article``, ``decision``,
    ``resolution``, ``gc-resolution``, ``document``, ``session``, ``external``. ``summary`` is ours,
    never official. ``inferred`` marks an entry that follows from a rule of symbols, not a source.
    """

    id: str
    kind: str
    names: Translations
    subject: Translations = field(default_factory=dict)
    summary: Translations = field(default_factory=dict)
    date: str = ""
    session: str = ""
    url: Translations = field(default_factory=dict)
    related: tuple[str, ...] = ()
    facts: tuple[Translations, ...] = ()
    inferred: bool = False


# -- comparison ---------------------------------------------------------------------------------


class Relation(StrEnum):
    """How a provision of one text stands to one (or several) of another."""

    SAME = "same"
    MODIFIED = "modified"
    MOVED = "moved"
    MOVED_MODIFIED = "moved_modified"
    MERGED = "merged"
    SPLIT = "split"
    INSERTED = "inserted"
    DELETED = "deleted"


class Op(StrEnum):
    """What became of a run of words."""

    KEPT = "="
    DELETED = "-"
    INSERTED = "+"


@dataclass(frozen=True, slots=True)
class Edit:
    """One kept, deleted or inserted run of words; ``light`` when only typography changed."""

    op: Op
    text: str
    light: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Provisions matched across two texts.

    ``merged`` has several ``old``, ``split`` several ``new``; ``inserted`` has no ``old`` and
    ``deleted`` no ``new``. ``renumbered``: the number changed, whatever became of the words.
    """

    relation: Relation
    old: tuple[Provision, ...]
    new: tuple[Provision, ...]
    redline: tuple[Edit, ...]
    renumbered: bool = False


# -- what a person should look at ---------------------------------------------------------------


class Severity(StrEnum):
    """How much a finding weighs: an ``error`` stops a strict check, a ``notice`` informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a person should look at: its kind, its place, the words, and what to do.

    ``code`` names the check (``number-skipped``), ``place`` is readable (``annex 13.5``), ``line``
    is the line of the source file or 0; ``values`` fill the sentence that the label of the code
    holds in each language.
    """

    code: str
    severity: Severity
    place: str
    words: str
    line: int = 0
    values: Translations = field(default_factory=dict)
