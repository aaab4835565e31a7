"""Which tokens of two texts are kept: as many as can be, in as few runs as can be."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

Match = tuple[int, int]
"""A token of the old text and the equal token of the new one, by index."""

_SURE_RUN = 6  # equal tokens in a row that are kept without asking for a better way
_TRIMMED = 2  # of such a run, tokens at each end that may still be matched otherwise
_CELLS = 12_000  # largest table to fill between two such runs
_BREAK = 0.01  # what a further run costs, as a share of a token
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
    if len(old) * len(new) <= _CELLS:
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
    codes: dict[str, int] = {}
    old_codes = [codes.setdefault(token, len(codes)) for token in old]
    new_codes = [codes.setdefault(token, len(codes)) for token in new]
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
    kept_before = [float("-inf")] * width
    gap_before = [0.0] + [0.0] * len(new)
    steps: list[tuple[list[int], list[int]]] = []
    for token in old:
        worth = 1.0 - _LIGHTER if token.lower() in small or not token[0].isalnum() else 1.0
        kept_row, gap_row = [float("-inf")] * width, [0.0] * width
        from_kept, from_gap = [0] * width, [0] * width
        for j in range(1, width):
            if new[j - 1] == token:
                joined, alone = kept_before[j - 1], gap_before[j - 1]
                kept_row[j] = worth + (joined if joined >= alone else alone)
                from_kept[j] = 1 if joined >= alone else 2
            options = (gap_before[j], gap_row[j - 1], kept_before[j] - _BREAK, kept_row[j - 1] - _BREAK)
            gap_row[j] = max(options)
            from_gap[j] = options.index(gap_row[j])
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
