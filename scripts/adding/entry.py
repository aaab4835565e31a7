"""The lines of the manifest: written as a person writes them, put where they belong, nothing else touched.

Text in, text out. The manifest is read again afterwards and must hold what it held, and the addition.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from scripts.catalogue import Draft, Manifestation
from scripts.errors import CorpusError

FILE = "source_texts/corpus.toml"
_HEADER = re.compile(r"\s*\[\[?\s*([\w\-\"'. ]+?)\s*\]\]?\s*(?:#.*)?")
_LONG = re.compile(r'"""|\'\'\'')


def draft_block(draft: Draft) -> str:
    """Return the ``[[draft]]`` of a draft, without its files."""
    rows = [("id", draft.id), ("work", draft.work), ("stage", draft.stage), ("date", draft.date)]
    rows += [(key, value) for key, value in (("symbol", draft.symbol), ("session", draft.session)) if value]
    names = "".join(f"{lang} = {quoted(name)}\n" for lang, name in draft.names.items())
    return "[[draft]]\n" + "".join(f"{k} = {quoted(v)}\n" for k, v in rows) + f"[draft.names]\n{names}"


def manifestation_block(held: Manifestation) -> str:
    """Return the ``[[draft.manifestation]]`` of a file."""
    rows = [("lang", held.lang), ("file", held.file), ("sha256", held.sha256), ("status", held.status)]
    tracked = f"tracked = {quoted(held.tracked)}\n" if held.tracked else ""
    lines = "".join(f"{key} = {quoted(value)}\n" for key, value in rows)
    return f"[[draft.manifestation]]\n{lines}original = {str(held.original).lower()}\n{tracked}"


def quoted(text: str) -> str:
    """Return ``text`` as a TOML string: JSON's is one, but for U+007F."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007F")


def with_draft(text: str, block: str, after: str) -> str:
    """Return the manifest with a new draft after the draft ``after`` (empty: after the last).

    Raises CorpusError where the manifest is laid out in a way that lines can't be added to.
    """
    drafts = _drafts(text)
    rank = next((i for i, draft in enumerate(drafts) if draft["id"] == after), len(drafts) - 1)
    wanted = [*drafts[: rank + 1], *tomllib.loads(block)["draft"], *drafts[rank + 1 :]]
    return _inserted(text, rank, block, wanted)


def with_manifestation(text: str, block: str, draft: str) -> str:
    """Return the manifest with one more file of a draft. Raises CorpusError as ``with_draft`` does."""
    drafts = _drafts(text)
    rank = next(i for i, known in enumerate(drafts) if known["id"] == draft)
    wanted = [dict(known) for known in drafts]
    wanted[rank]["manifestation"] = [*wanted[rank].get("manifestation", ()), *_held(block)]
    return _inserted(text, rank, block, wanted)


def _held(block: str) -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = tomllib.loads(f"[[draft]]\n{block}")["draft"][0]["manifestation"]
    return found


def _drafts(text: str) -> list[Mapping[str, Any]]:
    found: list[Mapping[str, Any]] = tomllib.loads(text)["draft"]
    return found


def _inserted(text: str, rank: int, block: str, drafts: Sequence[Mapping[str, Any]]) -> str:
    """Put ``block`` after the tables of the draft of that ``rank``; the ``drafts`` must then be these."""
    end = "\r\n" if "\r\n" in text else "\n"
    rows = text.splitlines(keepends=True)
    place = _after(rows, rank)
    head = rows[:place]
    if head and not head[-1].endswith("\n"):
        head[-1] += end
    new = "".join([*head, end, block.replace("\n", end), *rows[place:]])
    wanted = {**tomllib.loads(text), "draft": [*drafts]}
    try:
        same = tomllib.loads(new) == wanted
    except tomllib.TOMLDecodeError:
        same = False
    if not same:
        raise CorpusError(
            "the manifest is laid out in a way that lines can't be added to safely",
            FILE,
            words=block.replace("\n", "\n    "),
            action="add these lines by hand",
        )
    return new


def _after(rows: list[str], rank: int) -> int:
    """Return the number of lines up to the last of the draft's own: keys, not what is said of the next."""
    drafts, own, last, inside = -1, False, 0, ""
    for number, row in enumerate(rows, 1):
        header = None if inside else _HEADER.fullmatch(row.rstrip("\r\n"))
        if header:
            name = header[1].replace(" ", "")
            drafts += name == "draft" and row.lstrip().startswith("[[")
            own = drafts == rank and name.split(".")[0] == "draft"
        if own and (inside or (row.strip() and not row.lstrip().startswith("#"))):
            last = number
        inside = _still_inside(row, inside)
    return last


def _still_inside(row: str, inside: str) -> str:
    """Return the marks of the long string (three quotes) that is open at the end of a line."""
    for mark in _LONG.findall(row):
        inside = "" if inside == mark else inside or mark
    return inside
