"""Blocks of HTML kept out of Markdown's way: they come through as they are, and cost nothing there.

Python-Markdown parses raw HTML tag by tag, and MkDocs parses it once more for its anchors: on pages
of which most is HTML (what stands beside a paragraph, tables) that was three quarters of the build.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# a block opens a line and ends before an empty one; what holds Markdown says so by its attribute
_TAGS = "aside|details|div|dl|figure|form|nav|ol|p|section|table|ul"
_BLOCK = re.compile(rf"(?m)^<({_TAGS})\b(?![^>]*\bmarkdown\b)[^\n]*(?:\n[^\n]+)*$")
_MARK = "concordance-html-{}-block"
# bare where the block stood inside another that went on after an empty line
_BACK = re.compile(r"<p>concordance-html-(\d+)-block</p>|concordance-html-(\d+)-block")
_ID = re.compile(r'\bid="([^"]+)"')


def take_out(markdown: str) -> tuple[str, tuple[str, ...]]:
    """Return the page with each whole block of HTML replaced by a mark, and the blocks."""
    blocks: list[str] = []

    def replaced(found: re.Match[str]) -> str:
        block, tag = found[0], found[1]
        if len(re.findall(f"<{tag}\\b", block)) != block.count(f"</{tag}>"):
            return block  # it goes on after an empty line: Markdown knows how far
        blocks.append(block)
        return "\n" + _MARK.format(len(blocks) - 1) + "\n"

    return _BLOCK.sub(replaced, markdown), tuple(blocks)


def put_back(html: str, blocks: Sequence[str]) -> str:
    """Return the rendered page with the blocks where their marks stand."""
    return _BACK.sub(lambda found: blocks[int(found[1] or found[2])], html)


def anchors(blocks: Sequence[str]) -> frozenset[str]:
    """Return the ids in the blocks, which links of other pages may lead to."""
    return frozenset(found for block in blocks for found in _ID.findall(block))
