"""What changed between two texts, word by word, as a person would strike and write it.

Four steps: keep as many words as can be (``kept``); give up a few kept small words that stand
alone between two changes (``confetti``); set apart what is only typography (``weave``); let pure
insertions and deletions begin where a word or a clause begins (``slide``).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from scripts.comparison.confetti import Crumb, crumbs, given_up, least_marked
from scripts.comparison.kept import Match, kept
from scripts.comparison.lexicon import Lexicon
from scripts.comparison.marks import joined, turned
from scripts.comparison.slide import slide
from scripts.comparison.tokens import is_word, tokens
from scripts.comparison.weave import Row, row, weave
from scripts.errors import CorpusError
from scripts.model import Edit, Op

Redline = tuple[Edit, ...]


def redline(old: str, new: str, lexicon: Lexicon) -> Redline:
    """Return the edits that lead from ``old`` to ``new``.

    Law 4 (CONTRIBUTING.md) is held: what is kept and deleted is ``old``, what is kept and
    inserted is ``new``. Raises CorpusError where it were not.
    """
    return redlines([(old, new)], lexicon)[0]


def redlines(texts: Sequence[tuple[str, str]], lexicon: Lexicon) -> list[Redline]:
    """Return the redline of each pair; small words are given up within the measure of them all.

    A handful of words more than the least is marked where it reads better: never above one in
    twenty over the whole document. Raises CorpusError where a redline lost a character.
    """
    work = _Work(lexicon)
    found = [work.first(k, old, new) for k, (old, new) in enumerate(texts)]
    for k, ranks in given_up(work.litter, work.words, work.tokens).items():
        found[k] = work.again(k, ranks)
    for (old, new), edits in zip(texts, found, strict=True):
        _hold_law(old, new, edits)
    return found


@dataclass(frozen=True, slots=True)
class _Draft:
    """Both texts in tokens, always the lesser first so that a swap gives the same redline."""

    old: Row
    new: Row
    matches: list[Match]
    turned: bool


@dataclass(slots=True)
class _Work:
    """The redlines of a document in the making: what was marked, what may still be given up."""

    lexicon: Lexicon
    words: int = 0
    tokens: int = 0
    litter: list[Crumb] = field(default_factory=list)
    drafts: dict[int, _Draft] = field(default_factory=dict)

    def first(self, rank: int, old: str, new: str) -> Redline:
        """Return the redline with the least marked; remember the draft where it has litter."""
        if old == new:
            return (Edit(Op.KEPT, old),) if old else ()
        if not old or not new:
            self._count_whole(old or new)
            return (Edit(Op.DELETED, old) if old else Edit(Op.INSERTED, new),)
        draft = _draft(old, new, self.lexicon)
        words = (draft.old.words, draft.new.words, draft.matches)
        least = least_marked(words)
        self.words, self.tokens = self.words + least[0], self.tokens + least[1]
        if litter := list(crumbs(rank, words, self.lexicon.small)):
            self.litter += litter
            self.drafts[rank] = draft
        return self._edits(draft, draft.matches)

    def again(self, rank: int, without: Collection[int]) -> Redline:
        """Return the redline of a remembered draft less some of its matches."""
        draft = self.drafts[rank]
        return self._edits(draft, [match for k, match in enumerate(draft.matches) if k not in without])

    def _count_whole(self, text: str) -> None:
        words = row(tokens(text, self.lexicon.elisions)).words
        self.words += sum(map(is_word, words))
        self.tokens += len(words)

    def _edits(self, draft: _Draft, matches: Sequence[Match]) -> Redline:
        edits = joined(slide(list(weave(draft.old, draft.new, matches)), self.lexicon.small))
        return turned(edits) if draft.turned else edits


def _draft(old: str, new: str, lexicon: Lexicon) -> _Draft:
    first, second = (row(tokens(text, lexicon.elisions)) for text in sorted((old, new)))
    return _Draft(first, second, kept(first.words, second.words, lexicon.small), old > new)


def _hold_law(old: str, new: str, edits: Redline) -> None:
    for text, lost in ((old, Op.INSERTED), (new, Op.DELETED)):
        if "".join([edit.text for edit in edits if edit.op is not lost]) != text:
            raise CorpusError("a redline does not give back its text", words=text)
