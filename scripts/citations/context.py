"""What was named before in the same sentence: it decides, or makes doubtful, what a short form means."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from scripts.model import Reference

_END = re.compile(r"[.!?…]['»\"”)\]]*+\s++(?=[A-ZÀ-Ý«“\"])|\n[^\S\n]*+\n")
"""The end of a sentence or of a provision: nothing that was named before it counts any more."""


@dataclass(slots=True)
class Context:
    """The instruments and acts named so far in the sentence of ``text`` that is being read.

    ``other`` is the last instrument with articles of its own that is not the Convention, and where its
    name ended; ``acts`` are the acts, documents and articles cited.
    """

    text: str
    other: str = ""
    other_end: int = 0
    acts: list[Reference] = field(default_factory=list)
    _read: int = 0
    _sentence: int = 0

    def read_to(self, at: int) -> None:
        """Move on to ``at``: each character is looked at once, whatever the number of citations."""
        if self._read >= at:
            return
        end = self._sentence
        for match in _END.finditer(self.text, max(self._sentence, self._read - 20), at + 1):
            end = match.end()
        if end > self._sentence:
            self.acts.clear()
            self.other = self.other if self.other_end > end else ""
        self._sentence, self._read = end, at

    def name(self, scheme: str, end: int) -> None:
        """Note that the sentence names an instrument: the Convention clears the others."""
        self.read_to(end)
        self.other, self.other_end = ("", 0) if scheme == "convention" else (scheme, end)

    def cite(self, reference: Reference, end: int) -> None:
        """Note that the sentence cites an act, a document or an article."""
        self.read_to(end)
        whole = Reference(reference.scheme, reference.key)
        if whole not in self.acts:
            self.acts.append(whole)

    def alone(self, *schemes: str) -> tuple[Reference, ...]:
        """Return what the sentence has cited so far of these schemes (all, where none is given)."""
        return tuple(ref for ref in self.acts if not schemes or ref.scheme in schemes)
