"""What a finding says to a person, in the words that a language holds for its code."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scripts.catalogue import Advice
from scripts.model import Finding

_UNNAMED = "unnamed"
_ENTRY = ("what", "why", "do")


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences of one language by code, and the names that stand in them: ``fr`` is « français »."""

    entries: Mapping[str, Mapping[str, str]]
    names: Mapping[str, str]

    def advice(self, finding: Finding) -> Advice:
        """Return what ``finding`` says; a code without an entry is said by its code and words."""
        entry = self.entries.get(finding.code, self.entries[_UNNAMED])
        values: defaultdict[str, str] = defaultdict(lambda: "–")
        values.update({key: self._named(key, value) for key, value in finding.values.items()})
        values.update(code=finding.code, words=finding.words, place=finding.place)
        return Advice(*(entry[key].format_map(values) for key in _ENTRY))

    def _named(self, key: str, value: str) -> str:
        if key == "counts":  # "space × 58, none × 2"
            return re.sub(r"[a-z-]{2,}", lambda found: self.names.get(found[0], found[0]), value)
        if key in ("target", "likely", "candidates"):  # "doc:DCE/16/10.IGC/3" is said by its symbol
            return re.sub(r"\b[a-z-]+:(?=\w)", "", value)
        return self.names.get(value, value)


def read_wording(table: Mapping[str, Any]) -> Wording:
    """Return the wording that ``findings.toml`` holds. Raises KeyError where a sentence is missing."""
    entries = {code: entry for code, entry in table.items() if isinstance(entry, dict) and "what" in entry}
    return Wording(
        {code: {key: entry[key] for key in _ENTRY} for code, entry in entries.items()}, table["names"]
    )
