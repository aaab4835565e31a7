"""Which tokens of two texts are kept: as many as can be, in as few runs as can be."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

Match = tuple[int, int]
"""A token of the old text and the equal token of the new one, by index."""

_SURE_RUN = 6  # equal tokens in a row that are kept without asking for a better way
_TRIMMED = 2  # of such a run, tokens at each end that may still be matched otherwise
_SMALL, _CELLS = 300, 12_000  # the table that is filled at once, and the largest between two runs
_BREAK = 0.01  # what a further run costs, as a share of a token
_NEVER = float("-inf")
_LIGHTER = 0.002  # a kept mark or small word is worth so much less than a kept word


def kept(old: Sequence[str], new: Sequence[str], small: frozenset[str] = frozenset()) -> list[Match]:
    """Return the pairs of equal tokens that are kept, rising in both texts.

    Their number is the greatest possible; among the ways to reach it, one with few runs is taken.
    ``small`` are tokens rather given up than others.
    """
    start, shorter = 0, min(len(old), len(new))
    while start < shorter and old[start] == new[start]:
        start += 1
    end = 0
    while end < shorter - start and old[-1 - end] == new[-1 - end]:
        end += 1
    middle = _middle(old[start : len(old) - end], new[start : len(new) - end], small)
    return [
        *((k, k) for k in range(start)),
        *((start + i, start + j) for i, j in middle),
        *((len(old) - k, len(new) - k) for k in range(end, 0, -1)),
    ]


def _middle(old: Sequence[str], new: Sequence[str], small: frozenset[str]) -> list[Match]:
    if not old or not new or set(old).isdisjoint(new):
        return []
    if len(old) * len(new) <= _SMALL:
        return _best(old, new, small)
    matches: list[Match] = []
    runs = _long_runs(old, new)
    start_old = start_new = 0
    for i, j, length in [*runs, (len(old), len(new), 0)]:
        between = _between(old[start_old:i], new[start_new:j], small)
        matches += [(start_old + a, start_new + b) for a, b in between]
        matches += [(i + k, j + k) for k in range(length)]
        start_old, start_new = i + length, j + length
    return matches


def _between(old: Sequence[str], new: Sequence[str], small: frozenset[str]) -> list[Match]:
    if len(old) * len(new) <= _CELLS:
        return _best(old, new, small)
    return [(i + k, j + k) for i, j, length in _runs(old, new) for k in range(length)]


def _long_runs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int]]:
    """Return the long runs of one longest common subsequence, less some tokens at their ends."""
    return [
        (i + _TRIMMED, j + _TRIMMED, length - 2 * _TRIMMED)
        for i, j, length in _runs(old, new)
        if length >= _SURE_RUN
    ]


def _runs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int]]:
    codes: dict[str, str] = {}
    old_codes, new_codes = (
        "".join([codes.setdefault(token, chr(len(codes) + 1)) for token in row]) for row in (old, new)
    )
    return [
        (code.src_start, code.dest_start, code.src_end - code.src_start)
        for code in LCSseq.opcodes(old_codes, new_codes)
        if code.tag == "equal"
    ]


def _best(old: Sequence[str], new: Sequence[str], small: frozenset[str]) -> list[Match]:
    """Fill the whole table: most tokens kept, then fewest runs, then fewest small words alone.

    Two states a cell: the last tokens were kept together, or a change stands there.
    """
    width = len(new) + 1
    kept_before = [_NEVER] * width
    gap_before = [0.0] + [0.0] * len(new)
    steps: list[tuple[list[int], list[int]]] = []
    for token in old:
        worth = 1.0 - _LIGHTER if token.lower() in small or not token[0].isalnum() else 1.0
        kept_row, gap_row = [_NEVER] * width, [0.0] * width
        from_kept, from_gap = [0] * width, [0] * width
        kept_here, gap_here = _NEVER, 0.0
        for j, other in enumerate(new, 1):
            best, step = gap_before[j], 0
            if gap_here > best:
                best, step = gap_here, 1
            if kept_before[j] - _BREAK > best:
                best, step = kept_before[j] - _BREAK, 2
            if kept_here - _BREAK > best:
                best, step = kept_here - _BREAK, 3
            kept_here = _NEVER
            if other == token:
                joined, alone = kept_before[j - 1], gap_before[j - 1]
                kept_here = worth + (joined if joined >= alone else alone)
                from_kept[j] = 1 if joined >= alone else 2
            gap_here = gap_row[j] = best
            kept_row[j], from_gap[j] = kept_here, step
        steps.append((from_kept, from_gap))
        kept_before, gap_before = kept_row, gap_row
    return _trace(steps, len(new), last_kept=kept_before[-1] >= gap_before[-1])


def _trace(steps: list[tuple[list[int], list[int]]], j: int, *, last_kept: bool) -> list[Match]:
    matches: list[Match] = []
    i, in_run = len(steps), last_kept
    while i > 0 and j > 0:
        from_kept, from_gap = steps[i - 1]
        if in_run:
            matches.append((i - 1, j - 1))
            in_run = from_kept[j] == 1
            i, j = i - 1, j - 1
            continue
        step = from_gap[j]
        in_run = step >= 2
        i, j = (i - 1, j) if step % 2 == 0 else (i, j - 1)
    return matches[::-1]
