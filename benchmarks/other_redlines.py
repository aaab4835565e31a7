"""The redline beside other tools: the same pairs, in the same run, marked words counted alike."""

from __future__ import annotations

import difflib
import html
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from random import Random
from time import perf_counter

from lxml.html.diff import htmldiff

from benchmarks.revisions import provisions, read_annex, revise
from scripts.comparison.align import align
from scripts.comparison.lexicon import read_lexicon
from scripts.comparison.redline import redlines
from scripts.comparison.tokens import is_word, tokens
from scripts.languages import words
from scripts.model import Relation

FRENCH = read_lexicon(words(Path(__file__).parents[1], "fr", "comparison"))

Texts = Sequence[tuple[str, str]]
Marks = list[tuple[str, str]]
"""What a tool says of one pair: ``=``, ``-`` or ``+``, and the words."""


def changed_texts(number: int = 40) -> list[tuple[str, str]]:
    """Return the changed pairs of random revisions of the annex."""
    texts = []
    for seed in range(number):
        revision = revise(read_annex(), Random(seed), edits=20, strength=0.35)
        for pair in align(provisions(revision.old), provisions(revision.new), FRENCH):
            if pair.relation in {Relation.MODIFIED, Relation.MOVED_MODIFIED}:
                texts.append((pair.old[0].text, pair.new[0].text))
    return texts


def ours(texts: Texts) -> list[Marks]:
    """Return what this program marks."""
    return [[(str(edit.op), edit.text) for edit in edits] for edits in redlines(texts, FRENCH)]


def difflib_words(texts: Texts) -> list[Marks]:
    """Return what ``difflib`` marks between words and spaces, ``autojunk`` off."""
    return [_of_matcher(_split(old), _split(new)) for old, new in texts]


def _split(text: str) -> list[str]:
    return re.findall(r"\s+|\S+", text)


def _of_matcher(old: list[str], new: list[str]) -> Marks:
    marks: Marks = []
    for tag, i, i_end, j, j_end in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            marks.append(("=", "".join(old[i:i_end])))
            continue
        marks += [("-", "".join(old[i:i_end])), ("+", "".join(new[j:j_end]))]
    return marks


def redlines_package(texts: Texts) -> list[Marks]:
    """Return what the package ``redlines`` marks, read from its own Markdown."""
    from redlines import Redlines  # noqa: PLC0415 — needed only here, installed for this benchmark alone

    found = []
    for old, new in texts:
        written = Redlines(old, new, markdown_style="none").output_markdown
        found.append(list(_of_tags(written, "del", "ins")))
    return found


def lxml_html_diff(texts: Texts) -> list[Marks]:
    """Return what ``lxml.html.diff.htmldiff`` marks."""
    found = []
    for old, new in texts:
        written = htmldiff(f"<p>{html.escape(old)}</p>", f"<p>{html.escape(new)}</p>")
        found.append(list(_of_tags(re.sub("</?p>", "", written), "del", "ins")))
    return found


def _of_tags(written: str, deleted: str, inserted: str) -> Iterator[tuple[str, str]]:
    for piece in re.split(
        rf"(<{deleted}>.*?</{deleted}>|<{inserted}>.*?</{inserted}>)", written, flags=re.DOTALL
    ):
        op = "-" if piece.startswith(f"<{deleted}>") else "+" if piece.startswith(f"<{inserted}>") else "="
        yield op, html.unescape(re.sub("<[^>]+>", "", piece))


def diff_match_patch(texts: Texts) -> list[Marks]:
    """Return what diff-match-patch marks after its own semantic clean-up."""
    from diff_match_patch import diff_match_patch as Tool  # noqa: N812, PLC0415 — the same; a class

    tool, found = Tool(), []
    for old, new in texts:
        steps = tool.diff_main(old, new)
        tool.diff_cleanupSemantic(steps)
        found.append([({-1: "-", 0: "=", 1: "+"}[step], text) for step, text in steps])
    return found


TOOLS: dict[str, Callable[[Texts], list[Marks]]] = {
    "this program": ours,
    "difflib (autojunk off)": difflib_words,
    "redlines": redlines_package,
    "lxml.html.diff": lxml_html_diff,
    "diff-match-patch": diff_match_patch,
}


def redline_table() -> list[list[str]]:
    """Return, for each tool, the words marked, runs, broken words and time on the same pairs."""
    texts = changed_texts()
    least = sum(least_words(old, new) for old, new in texts)
    rows = [["tool", "words marked", "of the least", "changes", "words broken", "texts given back", "time"]]
    for name, tool in TOOLS.items():
        seconds, found = _timed(tool, texts)
        marked = sum(_words_marked(marks) for marks in found)
        changes = sum(_changes(marks) for marks in found)
        broken = sum(_broken(marks) for marks in found)
        whole = sum(_whole(old, new, marks) for (old, new), marks in zip(texts, found, strict=True))
        rows.append(
            [
                name,
                f"{marked}",
                f"{marked / least:.3f}",
                f"{changes}",
                f"{broken}",
                f"{whole} of {len(texts)}",
                f"{1000 * seconds:.0f} ms",
            ]
        )
    return [*rows, ["least possible", f"{least}", "1.000", "", "", "", ""]]


def _timed(tool: Callable[[Texts], list[Marks]], texts: Texts) -> tuple[float, list[Marks]]:
    """Return the best of three times, and what the tool found."""
    best = float("inf")
    for _ in range(3):
        start = perf_counter()
        found = tool(texts)
        best = min(best, perf_counter() - start)
    return best, found


def words_of(text: str) -> list[str]:
    """Return the words of ``text``, without punctuation."""
    return [token for token in tokens(text, FRENCH.elisions) if is_word(token)]


def least_words(old: str, new: str) -> int:
    """Count the words to mark at the least, by the textbook recurrence."""
    first, second = words_of(old), words_of(new)
    row = [0] * (len(second) + 1)
    for word in first:
        above, row = row, [0]
        for k, other in enumerate(second):
            row.append(above[k] + 1 if word == other else max(above[k + 1], row[k]))
    return len(first) + len(second) - 2 * row[-1]


def _words_marked(marks: Marks) -> int:
    """Count the words of both texts that a mark touches, if only in a letter."""
    return _touched(marks, "-") + _touched(marks, "+")


def _touched(marks: Marks, op: str) -> int:
    own = [(o, text) for o, text in marks if o in {"=", op}]
    text = "".join(text for _, text in own)  # as the tool gives it back: lxml moves white space
    told = "".join((o == op) * "\1" * len(text) or "\0" * len(text) for o, text in own)
    place = count = 0
    for token in tokens(text, FRENCH.elisions):
        if is_word(token) and "\1" in told[place : place + len(token)]:
            count += 1
        place += len(token)
    return count


def _changes(marks: Marks) -> int:
    runs = re.findall(r"[-+]+", "".join(op for op, text in marks if text.strip()))
    return len(runs)


def _broken(marks: Marks) -> int:
    """Count the places where a mark begins or ends inside a word."""
    pieces = [(op, text) for op, text in marks if text]
    count = 0
    for side in ("-", "+"):
        own = [text for op, text in pieces if op in {"=", side}]
        count += sum(a[-1].isalnum() and b[0].isalnum() for a, b in pairwise(own))
    return count


def _whole(old: str, new: str, marks: Marks) -> bool:
    """Tell whether both texts come back, white space left aside: lxml writes its own."""
    given = ["".join(text for op, text in marks if op in {"=", side}) for side in "-+"]
    return ["".join(text.split()) for text in given] == ["".join(text.split()) for text in (old, new)]
