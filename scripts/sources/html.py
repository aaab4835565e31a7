"""HTML files: bytes to lines, from the page's main text."""

from __future__ import annotations

import codecs
import re

from lxml import etree

from scripts.errors import CorpusError
from scripts.model import Line
from scripts.sources.blocks import lines_of
from scripts.sources.html_blocks import Walk
from scripts.sources.html_main import changes, main_text
from scripts.sources.html_notes import notes_in

_LARGEST = 24_000_000
_DEEPEST = 200
_HEAD = 4096
_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What browsers read under these names (WHATWG, Encoding, 4.2).
_WINDOWS = ("iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii")


def read(data: bytes, file: str = "", *, accepted: bool = False, original: bool = False) -> tuple[Line, ...]:
    """Return the lines of a page's main text: its labels computed, notes after what calls them.

    Raises CorpusError where the file is too large, no page, in an unknown encoding, or marks changes
    (``<ins>``, ``<del>``) and it isn't said which text is wanted: ``accepted`` or ``original``.
    """
    if accepted and original:
        raise CorpusError("one text at a time", file, action="choose --accepted or --original, not both")
    root = _parsed(_decoded(data, file), file)
    found = changes(root)
    if found and not (accepted or original):
        raise CorpusError(
            f"the page marks {len(found)} change{'s' * (len(found) > 1)}",
            file,
            words="\n    ".join(found[:20]),
            action="choose --accepted or --original",
        )
    main = main_text(root, "ins" if original else "del")
    notes = notes_in(root, main)
    blocks = Walk(notes).blocks(main)
    lines = lines_of(blocks)
    if not lines:
        raise CorpusError("the page has no text", file, action="save the page that shows the text, whole")
    return lines


def _decoded(data: bytes, file: str) -> str:
    if len(data) > _LARGEST:
        raise CorpusError("the page is far larger than a text would be", file, action="save the text alone")
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    if not encoding:
        said = _CHARSET.search(data[:_HEAD])
        encoding = (said[1] or said[2]).decode("ascii").lower() if said else ""
    try:
        return _strictly(data, "cp1252" if encoding in _WINDOWS else encoding)
    except (UnicodeError, LookupError, ValueError) as error:
        raise CorpusError(
            f"the page isn't written in {encoding or 'utf-8'}, as it should be",
            file,
            action="save it as UTF-8",
        ) from error


def _strictly(data: bytes, encoding: str) -> str:
    """Decode; a page that names no encoding is UTF-8 or, failing that, what old Windows pages were."""
    if encoding:
        if not codecs.lookup(encoding)._is_text_encoding:
            raise LookupError(encoding)
        return data.decode(encoding).lstrip("\ufeff")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def _parsed(text: str, file: str) -> etree._Element:
    if "\0" in text:
        raise CorpusError("the file is no page: it holds binary data", file, action="save it as HTML")
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "surrogatepass"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise CorpusError(
            "the file is no page that can be read", file, action="save it anew as HTML"
        ) from error
    deep = any("depth" in str(entry.message).lower() for entry in parser.error_log)
    if root is None or deep or _too_deep(root):
        problem = "the page is nested deeper than any text" if root is not None else "the page is empty"
        raise CorpusError(problem, file, action="save it anew as HTML")
    return root


def _too_deep(root: etree._Element) -> bool:
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest > _DEEPEST
