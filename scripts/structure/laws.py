"""The laws that every parsed text keeps: nothing is lost, no address stands twice (CONTRIBUTING.md)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from scripts.errors import CorpusError
from scripts.model import Component, Line, Note, NoteCall, Provision, Text

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MOST_BRACKETS = 40
_ACTION = "report it with the file: the parser is at fault, not the text"


def check(text: Text, lines: Sequence[Line]) -> None:
    """Check laws 1 and 3 on a parsed text against its source lines. Raises CorpusError naming the line."""
    _no_text_lost(text, lines)
    for component in text.components:
        _addresses_unique(component)


def _no_text_lost(text: Text, lines: Sequence[Line]) -> None:
    """Law 1: each line that carries words has one owner, in order, and each owner its lines' characters."""
    source = {line.number: "".join(line.text.split()) for line in lines}
    owners = Counter(number for unit in _units(text) for number in unit.lines)
    owners.update(line.number for line in text.furniture.lines)
    for line in lines:
        if source[line.number] and owners[line.number] != 1:
            problem = "lost" if not owners[line.number] else "kept twice"
            raise CorpusError(
                f"a line of the text was {problem}", "", line.number, line.text[:80], 0, _ACTION
            )
    for component in text.components:
        _in_order(number for provision in component.walk() for number in provision.lines)
    for unit in _units(text):
        expected = "".join(source.get(number, "") for number in unit.lines)
        if not _same(unit, expected):
            number = unit.lines[0] if unit.lines else 0
            raise CorpusError("characters of the text were changed", "", number, unit.text[:80], 0, _ACTION)


def _units(text: Text) -> Iterable[Provision | Note]:
    for component in text.components:
        yield from component.walk()
        yield from component.notes


def _in_order(numbers: Iterable[int]) -> None:
    last = 0
    for number in numbers:
        if number <= last:
            raise CorpusError("a line of the text was put out of order", "", number, "", 0, _ACTION)
        last = number


def _same(unit: Provision | Note, expected: str) -> bool:
    """Tell whether label, text and calls put back are the characters of the source, white space apart.

    « [13. Les Parties … ] » has its bracket before the label, the text has it after.
    """
    text = unit.text
    outer = len(text[:_MOST_BRACKETS]) - len(text[:_MOST_BRACKETS].lstrip("["))
    for brackets in range(outer + 1):
        head = text[:brackets] + unit.label
        if _squeezed(head) and not expected.startswith(_squeezed(head)):
            continue
        calls = unit.calls if isinstance(unit, Provision) else ()
        if _matches(text, brackets, calls, expected[len(_squeezed(head)) :]):
            return True
        if not unit.label:
            break
    return False


def _matches(text: str, start: int, calls: Sequence[NoteCall], expected: str) -> bool:
    """Tell whether ``text`` from ``start`` is ``expected`` once each call is put back in a form printed."""
    place = 0
    for call in calls:
        part = _squeezed(text[start : call.offset])
        start = call.offset
        if not expected.startswith(part, place):
            return False
        place += len(part)
        forms = (call.num, call.num.translate(_RAISED), f"[{call.num}]", f"({call.num})")
        form = next((form for form in forms if expected.startswith(form, place)), None)
        if form is None:
            return False
        place += len(form)
    return expected[place:] == _squeezed(text[start:])


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _addresses_unique(component: Component) -> None:
    """Law 3: no eId and no anchor twice in a component."""
    for name in ("eid", "anchor"):
        seen: set[str] = set()
        units: tuple[Provision | Note, ...] = (*component.walk(), *component.notes)
        for unit in units:
            address = getattr(unit, name)
            if address in seen:
                line = unit.lines[0] if unit.lines else 0
                raise CorpusError(
                    f"the {name} {address!r} stands twice", "", line, unit.text[:80], 0, _ACTION
                )
            seen.add(address)
