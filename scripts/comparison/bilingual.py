"""The changes of two languages side by side: which provision changed in one of them only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scripts.model import Op, Pair, Relation


@dataclass(frozen=True, slots=True)
class BilingualRow:
    """One provision's pair in both languages; one is None where the languages were paired otherwise.

    ``one_sided``: the words changed in one language and not in the other. Typography is no change
    of words: an apostrophe that only French has mended calls for nothing in English.
    """

    first: Pair | None
    second: Pair | None

    @property
    def one_sided(self) -> bool:
        """Tell whether only one language changed, or they changed in different ways."""
        if self.first is None or self.second is None:
            return True
        return words_changed(self.first) != words_changed(self.second)


def side_by_side(first: Sequence[Pair], second: Iterable[Pair]) -> tuple[BilingualRow, ...]:
    """Return the pairs of two languages in rows, in the order of the first language.

    They answer to each other by their eIds, which do not depend on the language; what the second
    language alone has comes last.
    """
    rest = {_names(pair): pair for pair in second}
    rows = [BilingualRow(pair, rest.pop(_names(pair), None)) for pair in first]
    return (*rows, *(BilingualRow(None, pair) for pair in rest.values()))


def words_changed(pair: Pair) -> bool:
    """Tell whether more than typography changed; a merger or a split is a change."""
    if pair.relation in {Relation.MERGED, Relation.SPLIT}:
        return True
    return any(edit.op is not Op.KEPT and not edit.light for edit in pair.redline)


def _names(pair: Pair) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(p.eid for p in pair.old), tuple(p.eid for p in pair.new)
