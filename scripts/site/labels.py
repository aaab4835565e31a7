"""The words of the site in one language, from ``source_texts/languages/<code>/labels.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from scripts.errors import CorpusError


@dataclass(frozen=True, slots=True)
class Labels:
    """Words by dotted key: ``labels("status.official")``, ``labels("cited.count", n=3)``.

    A key with a count has forms ``one`` and ``other`` (and ``zero`` where the language wants it).
    """

    lang: str
    words: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """Return the words of ``key`` with ``{values}`` put in. Raises CorpusError for an unknown key."""
        if "n" in values and key not in self.words:
            key = self._form(key, values["n"])
        try:
            return self.words[key].format(**values)
        except KeyError as error:
            raise CorpusError(
                f"no label {key!r} (or a value of it) in language {self.lang!r}",
                f"source_texts/languages/{self.lang}/labels.toml",
                action=f"add {error}",
            ) from error

    def _form(self, key: str, count: object) -> str:
        # French counts 0 with the singular, English with the plural: the data says so (plural.zero)
        name = self.words["plural.zero"] if count == 0 else "one" if count == 1 else "other"
        return f"{key}.{name}"

    def enumerate(self, items: Iterable[str]) -> str:
        """Join ``items`` as the language does: « a, b et c »."""
        parts = list(items)
        if len(parts) < 2:
            return "".join(parts)
        return self.words["list.last"].format(first=", ".join(parts[:-1]), last=parts[-1])

    def date(self, iso: str) -> str:
        """Write an ISO date, month, year or range (``2016-12-12/2016-12-15``) as the language does."""
        first, _, last = iso.partition("/")
        if last:
            return self._range(first.split("-"), last.split("-"))
        parts = first.split("-")
        if len(parts) == 1:
            return first
        month = self(f"month.{int(parts[1])}")
        if len(parts) == 2:
            return self("date.month", month=month, year=parts[0])
        return self("date.day", day=self._day(parts[2]), month=month, year=parts[0])

    def _range(self, first: list[str], last: list[str]) -> str:
        if first[:2] == last[:2] and len(first) == 3:
            month = self(f"month.{int(first[1])}")
            days = {"first": self._day(first[2]), "last": self._day(last[2])}
            return self("date.days", month=month, year=first[0], **days)
        return self("date.range", first=self.date("-".join(first)), last=self.date("-".join(last)))

    def _day(self, day: str) -> str:
        return self("date.first") if day == "01" else str(int(day))


def read(lang: str, table: Mapping[str, Any]) -> Labels:
    """Return the labels of ``lang`` from the nested tables of its file."""
    return Labels(lang, dict(_flat(table, "")))


def _flat(table: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)
