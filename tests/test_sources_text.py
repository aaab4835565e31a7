"""Plain text files: which bytes are read, which are refused, and where the fault is."""

from __future__ import annotations

import pytest

from scripts.errors import CorpusError
from scripts.sources.text import read


@pytest.mark.parametrize(
    ("data", "texts"),
    [
        (b"", []),
        (b"one", ["one"]),
        (b"one\n", ["one"]),
        (b"one\n\n", ["one", ""]),
        (b"one\r\ntwo\rthree\nfour", ["one", "two", "three", "four"]),
        (b"\xef\xbb\xbfone", ["one"]),
        ("œuvre\u2028suite\u0085"[:-1].encode(), ["œuvre\u2028suite"]),
        (b"one\n\x0ctwo", ["one", "\ftwo"]),
        (b" a\tb ", [" a\tb "]),
    ],
)
def test_lines_are_as_in_the_file(data: bytes, texts: list[str]) -> None:
    lines = read(data)
    assert [line.text for line in lines] == texts
    assert [line.number for line in lines] == list(range(1, len(texts) + 1))


@pytest.mark.parametrize(
    ("data", "problem", "line", "column"),
    [
        (b"one\r\ntwo \x00 three", "a control character (U+0000)", 2, 5),
        (b"one\n\ntwo\x0b", "a control character (U+000B)", 3, 4),
        ("d\u0092art".encode(), "a control character (U+0092)", 1, 2),
        ("un\ndécidé".encode("latin-1"), "not UTF-8 text", 2, 2),
        ("un".encode("utf-16"), "the file is UTF-16 or UTF-32, not UTF-8", 1, 0),
        (b"x" * 500 + b"\xff" + b"y" * 500, "not UTF-8 text", 1, 41),
    ],
)
def test_other_files_are_refused_with_the_place(data: bytes, problem: str, line: int, column: int) -> None:
    with pytest.raises(CorpusError) as caught:
        read(data, "draft/fr.txt")
    error = caught.value
    assert (error.problem, error.file, error.line, error.column) == (problem, "draft/fr.txt", line, column)
    assert error.action and len(error.words) <= 80 and error.words.isprintable()
