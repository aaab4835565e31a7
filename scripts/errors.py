"""The one error that the program shows: which file, which line, which words, what to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class CorpusError(Exception):
    """Bad input. ``file`` is relative to the project, ``line`` and ``column`` count from 1 (0: none).

    ``words`` is the offending line, ``action`` says in one sentence what to do about it.
    """

    problem: str
    file: str = ""
    line: int = 0
    words: str = ""
    column: int = 0
    action: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line) if part)
        rows = [f"{place}: {self.problem}" if place else self.problem]
        if self.words:
            rows.append(f"    {self.words}")
            if self.column:
                rows.append("    " + " " * (self.column - 1) + "^")
        if self.action:
            rows.append(f"  → {self.action}")
        return "\n".join(rows)
