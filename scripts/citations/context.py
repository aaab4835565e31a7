"""What was named before in the same sentence: it decides, or makes doubtful, what a short form means."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from scripts.model import Reference

_END = re.compile(r"[.!?…]['»\"”)\]]*+\s++(?=[A-ZÀ-Ý«“\"])|\n[^\S\n]*+\n")
"""The end of a sentence or of a provision: nothing that was named before it counts any more."""


_REMEMBERED = 8
"""Acts remembered in one sentence: with more than one, a short form is in doubt all the same."""


@dataclass(slots=True)
class Context:
    """The instruments and acts named so far in the sentence of ``text`` that is being read.

    ``other`` is the last instrument with articles of its own that is not the Convention, and ``other_end``
    where its name ended. Sentence ends are looked for only when someone asks, each place once.
    """

    text: str
    other: str = ""
    other_end: int = 0
    _acts: dict[Reference, int] = field(default_factory=dict)
    _read: int = 0

    def name(self, scheme: str, end: int) -> None:
        """Note that the sentence names an instrument: the Convention clears the others."""
        self.other, self.other_end = ("", 0) if scheme == "convention" else (scheme, end)

    def cite(self, reference: Reference, at: int) -> None:
        """Note that the sentence cites an act, a document or an article."""
        whole = Reference(reference.scheme, reference.key)
        self._acts.pop(whole, None)
        self._acts[whole] = at
        if len(self._acts) > _REMEMBERED:
            del self._acts[next(iter(self._acts))]

    def named_before(self, at: int) -> str:
        """Return the scheme of the other instrument that the sentence named last before ``at``, or ``""``."""
        if self.other:
            self._forget(at)
        return self.other

    def acts_before(self, at: int) -> tuple[Reference, ...]:
        """Return what the sentence has cited before ``at``, the last ones."""
        if self._acts:
            self._forget(at)
        return tuple(self._acts)

    def _forget(self, at: int) -> None:
        """Forget what was named before the last sentence end that stands before ``at``."""
        first = min(self._acts.values(), default=at)
        start = max(self._read, min(first, self.other_end if self.other else at))
        end = 0
        for match in _END.finditer(self.text, start, at + 1):
            end = match.end()
        self._acts = {act: place for act, place in self._acts.items() if place >= end}
        if self.other_end < end:
            self.other = ""
        self._read = at
