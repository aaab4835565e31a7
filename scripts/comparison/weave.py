"""Both texts woven into one run of marks: spaces shared out, typography set apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from scripts.comparison.kept import Match
from scripts.comparison.marks import Mark
from scripts.comparison.tokens import folded
from scripts.model import Op


@dataclass(frozen=True, slots=True)
class Row:
    """The tokens of one text; ``at`` says where among them stand the ``words``, what is not space."""

    tokens: list[str]
    at: list[int]
    words: list[str]


def row(tokens: list[str]) -> Row:
    """Return the tokens with the places of those that are not space."""
    at = [k for k, token in enumerate(tokens) if not token.isspace()]
    return Row(tokens, at, [tokens[k] for k in at])


def weave(old: Row, new: Row, matches: Sequence[Match]) -> Iterator[Mark]:
    """Yield every token of both texts once, in reading order.

    ``matches`` pairs equal words (marks of punctuation among them) by their rank.
    """
    old_start = new_start = 0
    for i, j in _with_light(old.words, new.words, matches):
        old_end, new_end = old.at[i], new.at[j]
        before, after = old.tokens[old_start:old_end], new.tokens[new_start:new_end]
        yield from _all(Op.KEPT, before) if before == after else _changed(before, after)
        yield from _one(old.words[i], new.words[j])
        old_start, new_start = old_end + 1, new_end + 1
    yield from _changed(old.tokens[old_start:], new.tokens[new_start:])


def _with_light(old: Sequence[str], new: Sequence[str], matches: Sequence[Match]) -> Iterator[Match]:
    """Yield the matches, and at both edges of a change the words that differ in typography alone.

    Only at the edges: « les » kept apart inside a rewritten sentence would be confetti.
    """
    start_old = start_new = 0
    for i, j in [*matches, (len(old), len(new))]:
        if i == start_old or j == start_new:
            if i < len(old) and j < len(new):
                yield i, j
            start_old, start_new = i + 1, j + 1
            continue
        first, second = old[start_old:i], new[start_new:j]
        head = _alike(first, second)
        tail = _alike(first[head:][::-1], second[head:][::-1])
        yield from ((start_old + k, start_new + k) for k in range(head))
        yield from ((i - k, j - k) for k in range(tail, 0, -1))
        if i < len(old) and j < len(new):
            yield i, j
        start_old, start_new = i + 1, j + 1


def _alike(first: Sequence[str], second: Sequence[str]) -> int:
    """Count the tokens at the start that are the same but for typography."""
    count = 0
    for old, new in zip(first, second, strict=False):
        if folded(old) != folded(new):
            break
        count += 1
    return count


def _one(old: str, new: str) -> tuple[Mark, ...]:
    if old == new:
        return (Mark(Op.KEPT, old),)
    return Mark(Op.DELETED, old, light=True), Mark(Op.INSERTED, new, light=True)


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[Mark]:
    """Yield what stands between two matches: the spaces that both share are kept."""
    head = 1 if old and new and old[0].isspace() and new[0].isspace() else 0
    rest_old, rest_new = old[head:], new[head:]
    tail = 1 if rest_old and rest_new and rest_old[-1].isspace() and rest_new[-1].isspace() else 0
    light = not any(not token.isspace() for token in (*old, *new))
    if head:
        yield from _one(old[0], new[0])
    yield from _all(Op.DELETED, rest_old[: len(rest_old) - tail], light)
    yield from _all(Op.INSERTED, rest_new[: len(rest_new) - tail], light)
    if tail:
        yield from _one(rest_old[-1], rest_new[-1])


def _all(op: Op, tokens: Iterable[str], light: bool = False) -> Iterator[Mark]:
    for token in tokens:
        yield Mark(op, token, light)
