"""A redline as HTML: what was struck and what was written, told by more than colour.

``del`` and ``ins`` carry words for those who listen; a mark that is no part of the text (where one
provision ends and the next begins, a note's call) has a class by which the built page's check
leaves it out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from scripts.comparison.changes import breaks
from scripts.model import Edit, Op, Pair, Provision
from scripts.site.labels import Labels


@dataclass(frozen=True, slots=True)
class _Mark:
    """HTML that stands before a character of the old text (DELETED) or of the new one (INSERTED)."""

    op: Op
    offset: int
    html: str
    both: bool = False  # shown in one column also where the character itself was kept


def one_column(pair: Pair, labels: Labels) -> str:
    """Return both texts as one, with what was deleted struck and what was inserted underlined."""
    return _run(pair.redline, list(_marks(pair, labels)), labels, (Op.DELETED, Op.INSERTED))


def old_column(pair: Pair, labels: Labels) -> str:
    """Return the old text with what is gone from it struck."""
    edits = (edit for edit in pair.redline if edit.op is not Op.INSERTED)
    return _run(edits, [m for m in _marks(pair, labels) if m.op is Op.DELETED], labels, (Op.DELETED,))


def new_column(pair: Pair, labels: Labels) -> str:
    """Return the new text with what is new in it underlined."""
    edits = (edit for edit in pair.redline if edit.op is not Op.DELETED)
    return _run(edits, [m for m in _marks(pair, labels) if m.op is Op.INSERTED], labels, (Op.INSERTED,))


def _marks(pair: Pair, labels: Labels) -> Iterator[_Mark]:
    for found in breaks(pair):
        name = "gone" if found.op is Op.DELETED else "added"
        num = escape(found.provision.num or found.provision.label)
        words = escape(
            labels(f"compare.break_{name}", num=found.provision.num or labels("compare.unnumbered"))
        )
        mark = f'<span class="cut {name}"><span aria-hidden="true">¶ {num}</span>{unseen(words)}</span>'
        yield _Mark(found.op, found.offset, mark, both=True)
    for op, provisions in ((Op.DELETED, pair.old), (Op.INSERTED, pair.new)):
        yield from _calls(op, provisions)


def _calls(op: Op, provisions: Iterable[Provision]) -> Iterator[_Mark]:
    offset = 0
    for provision in provisions:
        for call in provision.calls:
            both = op is Op.INSERTED
            yield _Mark(op, offset + call.offset, f'<sup class="call">{escape(call.num)}</sup>', both)
        offset += len(provision.text) + 1


def _run(edits: Iterable[Edit], marks: list[_Mark], labels: Labels, sides: tuple[Op, ...]) -> str:
    """Return the edits as HTML with every mark before its own character; those at the end come last."""
    at = dict.fromkeys((Op.DELETED, Op.INSERTED), 0)
    left = sorted(marks, key=lambda mark: mark.offset)
    out: list[str] = []
    for edit in edits:
        moved = sides if edit.op is Op.KEPT else (edit.op,)
        passed = [m for m in left if m.op in moved and m.offset < at[m.op] + len(edit.text)]
        left = [m for m in left if m not in passed]
        here = [m for m in passed if m.both or edit.op is not Op.KEPT or len(sides) == 1]
        cuts = [(max(mark.offset - at[mark.op], 0), mark.html) for mark in here]
        out.append(_edit(edit, sorted(cuts, key=lambda cut: cut[0]), labels))
        for op in moved:
            at[op] += len(edit.text)
    out += [mark.html for mark in left if mark.both or len(sides) == 1]
    return "".join(out)


def _edit(edit: Edit, cuts: list[tuple[int, str]], labels: Labels) -> str:
    inside = []
    start = 0
    for offset, html in cuts:
        inside += [escape(edit.text[start:offset]), html]
        start = offset
    words = "".join((*inside, escape(edit.text[start:])))
    if edit.op is Op.KEPT:
        return words
    tag = "del" if edit.op is Op.DELETED else "ins"
    if edit.light:
        hidden = ' aria-hidden="true"' if edit.op is Op.DELETED else ""
        return f'<{tag} class="light"{hidden}>{words}</{tag}>'
    before, after = (unseen(escape(labels(f"compare.{tag}_{end}"))) for end in ("begin", "end"))
    return f"<{tag}>{before}{words}{after}</{tag}>"


def unseen(words: str) -> str:
    """Return words that are only heard: ``words`` is HTML."""
    return f'<span class="unseen">{words}</span>'
