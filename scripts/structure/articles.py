"""Articles: which « Article 16 » opens one, what its title is, where it ends."""

from __future__ import annotations

import re
from functools import lru_cache

from scripts.structure import article_labels, labels
from scripts.structure.labels import Label, Style
from scripts.structure.outline import Edge, Node, Outline, why
from scripts.structure.rows import Row
from scripts.structure.wording import StructureWords, either, stops

_TITLE = 200  # characters


def accept(outline: Outline, index: int, edge: Edge) -> tuple[Label, int, str] | None:
    """Return the label, depth and doubt of the article that the row opens, or None.

    The next article is believed at any block's opening; another only where its label stands apart from what
    follows and nothing goes on above: « … visées à l’ / Article 16 » opens none.
    """
    row = outline.rows[index]
    label = article_labels.read(row.text, outline.words)
    if label is None or quoted(outline):
        return None
    free = edge in (Edge.START, Edge.STOP, Edge.FULL) or outline.under_heading() or row.gap > 0
    if not (free or (edge is Edge.NONE and outline.meant(row))):
        return None
    if label.follows(outline.article_value):
        return label, 0, ""
    if outline.article_value == (0, 0) and not label.first and outline.highest != (0, 0):
        return None  # « 41. L’article pertinent : » / « Article 23 »: quoted
    title = label.shape == "firm" or (len(row.text) <= _TITLE and not stops(row.text, outline.words))
    if not (title and (row.gap or row.turn or edge in (Edge.START, Edge.FULL) or outline.under_heading())):
        return None
    return label, 0, "numbering-restarts" if label.first else why(label.value, outline.article_value)


def enter(outline: Outline, node: Node) -> None:
    """Open an article: its paragraphs count anew; where no article's did, they may go on from those above."""
    label = node.label
    outline.carry()
    outline.article, outline.article_value = node, label.value if label else (0, 0)
    outline.last = outline.highest = (0, 0)
    outline.concluded = False


def awaits_title(outline: Outline, node: Node) -> bool:
    """Tell whether unnumbered text is the title of the open article: « Article 16 » / « Traitement … »."""
    article = outline.article
    if article is None or article.label is None or article.children or not _short(node):
        return False
    alone = len(article.rows) == 1 and len(article.rows[0].text) <= article.label.end
    return alone or not (node.rows[0].gap or node.rows[0].turn or node.rows[0].opens)


def quoted(outline: Outline) -> bool:
    """Tell whether a numbered paragraph introduces what comes: « 41. La Charte dit : » / « Article 23 »."""
    node = outline.levels[0].node if outline.levels else None
    if node is None or outline.article or node.label is None or node.label.style is not Style.NUMBER:
        return False
    return node.rows[-1].text.endswith(":")


def opens_block(outline: Outline, row: Row, edge: Edge) -> bool:
    """« 4. La Charte dit : » / « Article 23 » / « “Nul ne … ” », or « Fait à Paris »: a block of its own."""
    if outline.article and _conclusions(outline.words).match(row.text):
        return row.text[0].isupper()
    if edge not in (Edge.STOP, Edge.FULL) or not quoted(outline):
        return False
    return row.text[0] in "“«" or article_labels.read(row.text, outline.words) is not None


def holds(outline: Outline, index: int) -> bool:
    """Tell whether a heading before the row at ``index`` stands in the open article, whose numbers go on."""
    ahead = outline.opener(index)
    if outline.article is None or ahead is None:
        return False
    found = labels.read(outline.rows[ahead].text, outline.words)
    return any(label.style is Style.NUMBER and label.follows(outline.last) for label in found)


@lru_cache(maxsize=16)
def _conclusions(words: StructureWords) -> re.Pattern[str]:
    return re.compile(rf"(?:{either(words.conclusions)})\s", re.IGNORECASE)


def concludes(outline: Outline, node: Node, index: int) -> bool:
    """Tell whether the closing formula begins: « Fait à Paris, le … », and no number goes on after it."""
    opening = node.rows[0].text
    if not (opening[0].isupper() and _conclusions(outline.words).match(opening)):
        return False
    ahead = outline.opener(index)
    if ahead is None:
        return True
    found = labels.read(outline.rows[ahead].text, outline.words)
    return any(label.style is Style.NUMBER and label.first for label in found)


def _short(node: Node) -> bool:
    return sum(len(row.text) for row in node.rows) <= _TITLE
