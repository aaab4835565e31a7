"""What has been matched so far between two texts, and what is still free."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from scripts.comparison.side import Side, similarity


@dataclass(frozen=True, slots=True)
class Group:
    """Provisions of both texts that belong together, by index; one side may be empty.

    ``moved``: it left the order that the rest kept.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool = False

    def swapped(self) -> Group:
        """Return the group as the opposite comparison has it."""
        return Group(self.new, self.old, self.moved)


@dataclass(slots=True)
class Matching:
    """The work in hand: pairs one to one, groups one to several, and what a person forbade."""

    old: Side
    new: Side
    forbidden: frozenset[tuple[int, int]] = frozenset()
    forward: dict[int, int] = field(default_factory=dict)
    backward: dict[int, int] = field(default_factory=dict)
    groups: list[Group] = field(default_factory=list)
    _grouped: tuple[set[int], set[int]] = field(default_factory=lambda: (set(), set()))

    def allowed(self, i: int, j: int) -> bool:
        """Tell whether ``i`` and ``j`` are both free and may be matched."""
        return self.old_free(i) and self.new_free(j) and (i, j) not in self.forbidden

    def old_free(self, i: int) -> bool:
        """Tell whether nothing has been said of the old provision ``i``."""
        return i not in self.forward and i not in self._grouped[0]

    def new_free(self, j: int) -> bool:
        """Tell whether nothing has been said of the new provision ``j``."""
        return j not in self.backward and j not in self._grouped[1]

    def match(self, i: int, j: int) -> None:
        """Say that ``i`` became ``j``."""
        self.forward[i] = j
        self.backward[j] = i

    def group(self, olds: Iterable[int], news: Iterable[int]) -> None:
        """Say that ``olds`` became ``news``, several on one side; pairs among them are undone."""
        group = Group(tuple(sorted(olds)), tuple(sorted(news)))
        for i in group.old:
            self.backward.pop(self.forward.pop(i, -1), None)
        for j in group.new:
            self.forward.pop(self.backward.pop(j, -1), None)
        self._grouped[0].update(group.old)
        self._grouped[1].update(group.new)
        self.groups.append(group)

    def similarity(self, i: int, j: int) -> float:
        """Return how alike ``i`` and ``j`` are, 0 where they may not be matched."""
        return 0.0 if (i, j) in self.forbidden else similarity(self.old, i, self.new, j)

    def free(self) -> tuple[list[int], list[int]]:
        """Return the old and the new provisions of which nothing has been said."""
        olds = [i for i in range(len(self.old)) if self.old_free(i)]
        return olds, [j for j in range(len(self.new)) if self.new_free(j)]

    def result(self) -> Iterator[Group]:
        """Yield every provision of both texts once, in its group."""
        yield from self.groups
        yield from (Group((i,), (j,)) for i, j in self.forward.items())
        olds, news = self.free()
        yield from (Group((i,), ()) for i in olds)
        yield from (Group((), (j,)) for j in news)
