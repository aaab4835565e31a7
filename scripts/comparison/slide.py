"""Pure insertions and deletions moved, where the words allow, to begin where a reader expects.

« A, B et C » with D added is « A, [D, ]B et C » and not « A[, D], B et C ».
"""

from __future__ import annotations

from collections.abc import Sequence

from scripts.comparison.marks import Mark
from scripts.comparison.tokens import is_word
from scripts.model import Op

_SENTENCE, _CLAUSE = frozenset(".!?…"), frozenset(",;:–—(")
_MOST_STEPS = 60


def slide(marks: Sequence[Mark], small: frozenset[str]) -> list[Mark]:
    """Return the marks with each pure insertion or deletion at its best place.

    ``small`` words (``et``, ``de``) begin a phrase well and end one badly.
    """
    result = list(marks)
    start = 0
    while start < len(result):
        end = start + 1
        while end < len(result) and result[end][::2] == result[start][::2]:
            end += 1
        if result[start].op is not Op.KEPT and not result[start].light and _alone(result, start, end):
            shift = _best_shift(result, start, end, small)
            _apply(result, start, end, shift)
            end += max(shift, 0)
        start = end
    return result


def _alone(marks: Sequence[Mark], start: int, end: int) -> bool:
    before = start == 0 or marks[start - 1].op is Op.KEPT
    return before and (end == len(marks) or marks[end].op is Op.KEPT)


def _best_shift(marks: Sequence[Mark], start: int, end: int, small: frozenset[str]) -> int:
    shifts = [0]
    step = 1
    while step <= _MOST_STEPS and _same_kept(marks, start - step, end - step):
        shifts.append(-step)
        step += 1
    step = 1
    while step <= _MOST_STEPS and _same_kept(marks, end + step - 1, start + step - 1):
        shifts.append(step)
        step += 1
    if len(shifts) == 1:
        return 0
    tokens = [mark.token for mark in marks]
    return max(shifts, key=lambda shift: (_score(tokens, start + shift, end + shift, small), -abs(shift)))


def _same_kept(marks: Sequence[Mark], kept: int, other: int) -> bool:
    """Tell whether the token at ``kept`` is kept and the same as that at ``other``."""
    if not (0 <= kept < len(marks) and 0 <= other < len(marks)):
        return False
    return marks[kept].op is Op.KEPT and marks[kept].token == marks[other].token


def _score(tokens: Sequence[str], start: int, end: int, small: frozenset[str]) -> float:
    first, last = tokens[start], tokens[end - 1]
    score = _opening(tokens, start) - (0.3 if first.isspace() else 0.0)
    word = tokens[start + 1] if first.isspace() and end - start > 1 else first
    if word.lower().rstrip("'’ʼ") in small:
        score += 0.5
    final = tokens[end - 2] if last.isspace() and end - start > 1 else last
    if final.lower().rstrip("'’ʼ") in small:
        score -= 0.5
    return score + (0.5 if _opening(tokens, end) >= 2 else 0.0)


def _opening(tokens: Sequence[str], place: int) -> float:
    """Return how well a phrase begins at ``place``: after a sentence, a clause, a word, or not."""
    if place == 0 or place >= len(tokens):
        return 4.0
    at = place + 1 if tokens[place].isspace() and place + 1 < len(tokens) else place
    if not is_word(tokens[at]) and tokens[at] not in '«“"(':
        return 0.0
    before = at - 1
    if tokens[before].isspace() and before > 0:
        before -= 1
    if tokens[before] in _SENTENCE:
        return 4.0
    return 3.0 if tokens[before] in _CLAUSE else 2.0


def _apply(marks: list[Mark], start: int, end: int, shift: int) -> None:
    """Move the changed run by ``shift`` tokens; the tokens stay, what is said of them moves."""
    op = marks[start].op
    low, high = start + min(shift, 0), end + max(shift, 0)
    for k in range(low, high):
        inside = start + shift <= k < end + shift
        marks[k] = Mark(op if inside else Op.KEPT, marks[k].token)
