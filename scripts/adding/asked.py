"""Questions: what was said by option is taken; what the file says is confirmed; the rest is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from scripts.errors import CorpusError


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to know: the ``option`` that answers it, ``guess`` and where it comes from (``why``).

    ``sure``: the guess follows from what was said, and needs nobody to confirm it. ``stand_in`` is what a
    dry run goes on with where nobody answers; ``optional`` questions may stay without answer.
    """

    option: str
    words: str
    guess: str = ""
    why: str = ""
    choices: tuple[str, ...] = ()
    stand_in: str = ""
    sure: bool = False
    optional: bool = False


Ask = Callable[[Question], str]


@dataclass(slots=True)
class Nobody:
    """Answers where nobody can be asked: guesses with ``yes``; the rest is noted as missing."""

    yes: bool
    missing: list[Question] = field(default_factory=list)

    def __call__(self, question: Question) -> str:
        """Return the guess or the stand-in; note what a person would have had to say."""
        settled = question.guess and (self.yes or question.sure)
        if not settled and not (question.optional and not question.guess):
            self.missing.append(question)
        return question.guess or question.stand_in

    def refuse(self) -> None:
        """Raise CorpusError with everything that is missing, if anything is."""
        if self.missing:
            raise CorpusError(
                "this must be said, and nobody can be asked here",
                words="\n    ".join(self.rows()),
                action="give these options (--yes takes what the file says), or run it in a terminal",
            )

    def rows(self) -> list[str]:
        """Return what is missing, one line for each."""
        return list(dict.fromkeys(_row(question) for question in self.missing))


def _row(question: Question) -> str:
    known = f" ({question.why}: {question.guess})" if question.guess else ""
    choices = f": one of {', '.join(question.choices)}" if question.choices and not known else ""
    return f"{question.option:<13} {question.words}{choices}{known}"
