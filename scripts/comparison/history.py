"""Where a provision's text came from and went to, along a chain of drafts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scripts.model import Pair, Provision


@dataclass(frozen=True, slots=True)
class Step:
    """The passage from one draft to the next: its rank in the chain, and what became of the text."""

    rank: int
    pair: Pair


Comparison = Sequence[Pair]
"""All pairs between one draft and the next."""


def history(chain: Sequence[Comparison], rank: int, eid: str) -> tuple[Step, ...]:
    """Return the passages of a provision through all drafts, the earliest first.

    ``chain`` holds the comparisons of each draft with the next; ``eid`` is an eId of the draft of
    that ``rank`` (0 is the earliest, ``len(chain)`` the latest). A text that was split is followed
    in all its parts.
    """
    steps = [*backward(chain, rank, eid), *forward(chain, rank, eid)]
    return tuple(sorted(steps, key=lambda step: step.rank))


def forward(chain: Sequence[Comparison], rank: int, eid: str) -> tuple[Step, ...]:
    """Return the passages from the draft of ``rank`` to the latest."""
    steps, names = [], {eid}
    for step in range(rank, len(chain)):
        here = [pair for pair in chain[step] if names & _eids(pair.old)]
        steps += [Step(step, pair) for pair in here]
        names = {name for pair in here for name in _eids(pair.new)}
    return tuple(steps)


def backward(chain: Sequence[Comparison], rank: int, eid: str) -> tuple[Step, ...]:
    """Return the passages that led to the draft of ``rank``, the latest first."""
    steps, names = [], {eid}
    for step in reversed(range(min(rank, len(chain)))):
        here = [pair for pair in chain[step] if names & _eids(pair.new)]
        steps += [Step(step, pair) for pair in here]
        names = {name for pair in here for name in _eids(pair.old)}
    return tuple(steps)


def _eids(provisions: Iterable[Provision]) -> set[str]:
    return {provision.eid for provision in provisions}
