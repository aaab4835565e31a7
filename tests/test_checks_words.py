"""Every code that the program can give has its sentences, the same in each language."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LANGS = ("fr", "en")
CODE = re.compile(r"[a-z]+(?:-[a-z]+)*")
GIVING = {
    "Finding": 0,
    "finding": 0,
    "Fault": 0,
    "Slip": 0,
    "doubt": 0,
    "_mixed": 0,
    "_finding": 0,
    "Accepted": 2,
}
"""The calls that take a code, and which of their arguments it is."""

TABLES = {
    lang: tomllib.loads((ROOT / f"source_texts/languages/{lang}/findings.toml").read_text("utf-8"))
    for lang in LANGS
}


def entries(lang: str) -> dict[str, dict[str, str]]:
    return {code: entry for code, entry in TABLES[lang].items() if "what" in entry}


def codes() -> Iterator[str]:
    """Yield what stands as a code where a finding is made."""
    for path in sorted((ROOT / "scripts").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = (
                    node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                )
                given = node.args[GIVING[name] :][:1] if name in GIVING else []
                if given and isinstance(given[0], ast.Constant) and CODE.fullmatch(str(given[0].value)):
                    yield str(given[0].value)


CODES = sorted(set(codes()))


def test_the_codes_are_found() -> None:
    assert {"number-skipped", "figures-differ", "word-doubled", "symbol-breaks-rules"} <= set(CODES)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("code", CODES)
def test_a_code_has_its_sentences(code: str, lang: str) -> None:
    assert set(entries(lang).get(code, ())) == {"what", "why", "do"}


@pytest.mark.parametrize("code", entries("fr"))
def test_the_sentences_of_both_languages_say_the_same_values(code: str) -> None:
    said = [set(re.findall(r"\{(\w+)\}", " ".join(entries(lang)[code].values()))) for lang in LANGS]
    assert said[0] == said[1]


def test_both_languages_have_the_same_entries_and_names() -> None:
    assert entries("fr").keys() == entries("en").keys()
    assert TABLES["fr"]["names"].keys() == TABLES["en"]["names"].keys()
