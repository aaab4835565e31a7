"""Notes set apart from the text that calls them, and their calls found, glued to the words.

A note is believed where its number follows the last and stands as a call in the text before it:
« mise en œuvre1. » and, at the foot, « 1  Voir le document … ».
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from scripts.model import Call, Finding, Severity
from scripts.structure import labels, told
from scripts.structure.rows import FoundNote, Row
from scripts.structure.wording import StructureWords, capital, plain, stops

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
# Not « 2.0 », « 3-4 », « R2D2 », « 5.CP »: what follows a call is a space, a stop or the end.
_CALL = re.compile(
    rf"(?<=[^\W\d_]|[»”\"’')\].,;:!?])(?:(\d{{1,3}})(?!\w)(?![.,]\d)(?!\.\w)(?![-–/]\w)|([{_RAISED}]+)|\[(\d{{1,3}})\])"
)
_NOTE = re.compile(
    rf"(?:(?P<plain>\d{{1,3}})(?:\s+(?=\S)|(?=[^\W\d_]))|(?P<raised>[{_RAISED}]+)\s*|\[(?P<square>\d{{1,3}})\]\s*)"
)
_NOTE_UNDER_TITLE = re.compile(r"(?P<plain>\d{1,3})[.)]\s+")
_MARK_CALL = re.compile(r"(?<=[^\W\d_])[»”\"’')\].,;:!?]*(?P<mark>\*{1,3}|[†‡])(?![\w*])")
_MARK_NOTE = re.compile(r"(?P<mark>\*{1,3}|[†‡])\s*(?=[^\s*])")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)[»”\"’')\].,;:!?]*$")


@dataclass(slots=True)
class _Place:
    """A place that may be a call: its row and characters, how surely (2 a word, 1 a name in capitals)."""

    row: int
    start: int
    end: int
    trust: int

    @property
    def order(self) -> tuple[int, int]:
        return self.row, self.start


@dataclass(slots=True)
class _Search:
    """The notes of a file, found from its first row to its last."""

    rows: Sequence[Row]
    words: StructureWords
    places: dict[int, list[_Place]]
    notes: list[tuple[int, str, list[Row], _Place | None]] = field(default_factory=list)
    body: list[int] = field(default_factory=list)
    after_note: set[int] = field(default_factory=set)
    noted: set[int] = field(default_factory=set)
    last: tuple[int, int] = (-1, -1)
    number: int = 0
    under_title: bool = False
    marks: dict[str, deque[_Place]] = field(default_factory=dict)
    inside: bool = False

    def run(self) -> None:
        for index, row in enumerate(self.rows):
            if plain(row.text[:40].rstrip(" :")) in {plain(word) for word in self.words.notes}:
                self.under_title = True
            start = self._starts(index, row)
            if start:
                self._open(index, row, *start)
            elif self._opens_mark(index, row):
                self.noted.add(index)
            elif self.inside and self._goes_on(index, row):
                self.notes[-1][2].append(row)
                self.noted.add(index)
            else:
                if self.inside:
                    self.after_note.add(index)
                self.inside = False
                self.body.append(index)

    def _starts(self, index: int, row: Row) -> tuple[re.Match[str], int, _Place | None] | None:
        match = _NOTE.match(row.text) or (self.under_title and _NOTE_UNDER_TITLE.match(row.text))
        if not match or not (row.gap or row.turn or row.rule or self.inside or index == 0):
            return None
        number = int((match[match.lastgroup or 0]).translate(_SUPERSCRIPTS))
        place = self._call(number, index)
        grouped = row.rule or self.inside
        if place and (number == self.number + 1 or number == 1 or (grouped and number > self.number)):
            return match, number, place
        alone = grouped and not row.turn and number == self.number + 1 and capital(row.text[match.end() :])
        if alone and (not self.inside or self._ended()):
            return match, number, None
        return None

    def _call(self, number: int, index: int) -> _Place | None:
        """Return the place, after the last call and before the note, that most surely calls it."""
        places = self.places.get(number, [])
        first = bisect_left(places, self.last, key=lambda place: place.order)
        until = bisect_left(places, (index, 0), key=lambda place: place.order)
        if self.number >= number and not self.under_title:  # the count starts anew: below the last note
            first = max(first, bisect_left(places, (self._last_note(), 0), key=lambda place: place.order))
        near = (place for place in places[first:until][:50] if place.row not in self.noted)
        return max(near, key=lambda place: place.trust, default=None)

    def _last_note(self) -> int:
        return self.notes[-1][0] if self.notes else 0

    def _open(self, index: int, row: Row, match: re.Match[str], number: int, place: _Place | None) -> None:
        self.notes.append((index, match[0], [row], place))
        self.number, self.inside = number, True
        self.noted.add(index)
        if place:
            self.last = (place.row, place.end)

    def _opens_mark(self, index: int, row: Row) -> bool:
        """Open the note of a mark, « * Texte adopté … », where the mark stands at a word above."""
        match = _MARK_NOTE.match(row.text)
        places = self.marks.get(match["mark"]) if match else None
        if not (match and places and places[0].row < index):
            return False
        if not (row.gap or row.turn or row.rule or self.inside):
            return False
        self.notes.append((index, match[0], [row], places.popleft()))
        self.inside = True
        return True

    def _ended(self) -> bool:
        return stops(self.notes[-1][2][-1].text, self.words)

    def _goes_on(self, index: int, row: Row) -> bool:
        """Tell whether ``row`` continues the open note: no gap, no page turn, no label of the text."""
        if row.turn or row.rule:
            return False
        if row.gap:
            above = self.rows[self.body[-1]].text if self.body else ""
            return not self._ended() and not capital(row.text) and stops(above, self.words)
        return not (self._ended() and labels.read(row.text, self.words))


def split_notes(
    rows: Sequence[Row], words: StructureWords
) -> tuple[tuple[Row, ...], tuple[FoundNote, ...], tuple[Finding, ...]]:
    """Return the rows of the text with their calls marked, the notes, and what is doubtful about them.

    After a note the text goes on as after a page turn: the notes 1 to 3 cut the dash list of paragraph 4.
    """
    if told.tells_notes(rows):
        return told.split_notes(rows)
    search = _Search(rows, words, _places(rows, words), marks=_marks(rows))
    search.run()
    calls: dict[int, list[Call]] = defaultdict(list)
    for _, printed, _, place in search.notes:
        if place:
            calls[place.row].append(Call(_num(printed), place.start, place.end))
    kept = tuple(
        replace(
            rows[index],
            turn=rows[index].turn or index in search.after_note,
            calls=tuple(sorted(calls[index], key=lambda call: call.start)) if index in calls else (),
        )
        for index in search.body
    )
    at = {index: rank for rank, index in enumerate(search.body)}
    notes = tuple(
        FoundNote(
            _num(printed), printed.rstrip(), tuple(found), at[place.row] if place and place.row in at else -1
        )
        for _, printed, found, place in search.notes
    )
    return kept, notes, (*_notes_without_call(search), *_calls_without_note(search))


def _num(printed: str) -> str:
    return re.sub(r"\D", "", printed.translate(_SUPERSCRIPTS)) or printed.strip()


def _marks(rows: Sequence[Row]) -> dict[str, deque[_Place]]:
    """Return every mark that stands at a word, « livres** », in the order of the text."""
    found: dict[str, deque[_Place]] = defaultdict(deque)
    for index, row in enumerate(rows):
        for match in _MARK_CALL.finditer(row.text):
            found[match["mark"]].append(_Place(index, match.start("mark"), match.end(), 2))
    return dict(found)


def _places(rows: Sequence[Row], words: StructureWords) -> dict[int, list[_Place]]:
    """Return every place that may be a call, by number, in the order of the text."""
    places: dict[int, list[_Place]] = defaultdict(list)
    for index, row in enumerate(rows):
        for match in _CALL.finditer(row.text):
            trust = 3 if match[2] or match[3] else _trust(row.text, match.start(), words)
            if trust:
                number = int((match[1] or match[2] or match[3]).translate(_SUPERSCRIPTS))
                places[number].append(_Place(index, match.start(), match.end(), trust))
    return places


def _trust(text: str, start: int, words: StructureWords) -> int:
    """Tell how surely the figure at ``start`` is a call: not at all in « CO2 », « INF.4 », « 7.Rev.1 »."""
    head = text[max(0, start - 40) : start]
    token = head.split()[-1] if head.split() else ""
    glued = _WORD_BEFORE.search(token)
    if not glued:
        return 1 if token[-1:] in '»”"’)' and "/" not in token else 0
    word, apart = glued[1], glued.end(1) < len(token)
    if apart and ("/" in token or (token[-1] == "." and plain(word) in words.abbreviations)):
        return 0
    if any(letter.isdigit() for letter in token):
        return 0 if word.isupper() or (apart and token[-1] in ".,") else 1
    if word.isupper():
        return 0 if apart or len(word) < 3 else 1
    return 2 if len(word) > 2 else 1


def _notes_without_call(search: _Search) -> list[Finding]:
    return [
        Finding(
            "note-without-call",
            Severity.WARNING,
            f"note {_num(printed)}",
            rows[0].text[:80],
            rows[0].line.number,
        )
        for _, printed, rows, place in search.notes
        if not place
    ]


def _calls_without_note(search: _Search) -> list[Finding]:
    """Report the call that would come next and has no note: « trame pour discussion2. », notes lost."""
    body = set(search.body)
    found: list[Finding] = []
    number, last = search.number + 1, search.last
    while True:
        places = search.places.get(number, [])
        first = bisect_left(places, last, key=lambda place: place.order)
        place = next((p for p in places[first : first + 50] if p.trust > 1 and p.row in body), None)
        if place is None:
            return found
        row = search.rows[place.row]
        words = row.text[max(0, place.start - 30) : place.end]
        found.append(Finding("call-without-note", Severity.WARNING, f"note {number}", words, row.line.number))
        number, last = number + 1, (place.row, place.end)
