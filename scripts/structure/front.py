"""What stands before a text: its titles, the cover's summary, the formula « Le Comité, »."""

from __future__ import annotations

from collections.abc import Sequence

from scripts.model import Kind
from scripts.structure import article_labels
from scripts.structure.labels import Style
from scripts.structure.outline import Node
from scripts.structure.wording import StructureWords, plain

_LONGEST_FRONT = 16
_FORMULA_LENGTH = 160
_SHORT_HEADING = 80
_HEADS = (Kind.TITLE, Kind.HEADING)


def settle(root: Sequence[Node], words: StructureWords) -> int:
    """Give the nodes before the text proper their kinds; return how many they are."""
    length = _length(root, words)
    for node in root[:length]:
        formula = is_formula(node, words)
        node.kind = Kind.TITLE if node.kind in _HEADS else Kind.FORMULA if formula else Kind.PREFACE
    return length


def _length(root: Sequence[Node], words: StructureWords) -> int:
    """Titles, the cover's summary and the formula; the recitals below it are part of the text.

    Without numbers and without a formula only the words that open the component are front matter.
    """
    titled = sum(node.kind is Kind.TITLE for node in root[:1])
    first = next((i for i, node in enumerate(root) if node.label or _opens_section(node, words)), len(root))
    numbered = any(node.label and node.label.style in (Style.NUMBER, Style.ARTICLE) for node in root)
    formula = _formula(root[: min(first, _LONGEST_FRONT)], numbered, words)
    if formula is not None:
        return formula
    if not numbered or first > _LONGEST_FRONT:
        return titled
    if first < len(root) and _recitals(root[:first]) > 1:
        return next(i for i, node in enumerate(root) if node.kind not in _HEADS)
    return first - _first_heading(root, titled, first)


# -- the formula ------------------------------------------------------------------------------------


def _formula(nodes: Sequence[Node], numbered: bool, words: StructureWords) -> int | None:
    """Return how many nodes the formula ends (None: there is none); « Préambule » above it opens the text."""
    for rank, node in enumerate(nodes):
        if is_formula(node, words):
            return rank + 1
        if plain(node.rows[0].text).strip(" .:") in {plain(word) for word in words.preamble}:
            return rank
        if not numbered and node.kind not in _HEADS:
            return None
    return None


def is_formula(node: Node, words: StructureWords) -> bool:
    """« Le Comité, », "The Conference of Parties,"; not « Rappelant sa décision 5.IGC 3, », a recital."""
    short = sum(len(row.text) for row in node.rows) <= _FORMULA_LENGTH
    if node.label is not None or not short or not node.rows[-1].text.endswith(","):
        return False
    opening = plain(node.rows[0].text[:20])
    return any(opening.startswith(_clinging(word)) for word in words.determiners)


def _clinging(determiner: str) -> str:
    """« le » stands apart from its noun, « l’ » doesn't."""
    return plain(determiner) + ("" if determiner[-1] in "’'" else " ")


def _recitals(nodes: Sequence[Node]) -> int:
    """Count the nodes that read as recitals: « Rappelant … , », « Considérant … ; »."""
    return sum(node.kind not in _HEADS and node.rows[-1].text.endswith((",", ";")) for node in nodes)


# -- headings ---------------------------------------------------------------------------------------


def _first_heading(root: Sequence[Node], titled: int, first: int) -> bool:
    """Tell whether the last words before the first number are a heading of the text rather than its title.

    They are where another title stands before them, or where they are short and other headings follow.
    """
    last = root[first - 1] if first > titled else None
    if last is None or last.kind is not Kind.HEADING or not (first < len(root) and root[first].label):
        return False
    short = sum(len(row.text) for row in last.rows) <= _SHORT_HEADING
    followed = any(node.kind in (Kind.HEADING, Kind.ARTICLE) for node in root[first:])
    return not titled or first - 1 > titled or (short and followed)


def _opens_section(node: Node, words: StructureWords) -> bool:
    return node.kind is Kind.HEADING and article_labels.heads_section(node.rows[0].text, words)
