"""Faults put into the real texts are pointed out; the texts as they are give nothing that is not true."""

from __future__ import annotations

import hashlib
import re
import shutil
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from scripts import checking, corpus
from scripts.catalogue import Found

ROOT = Path(__file__).resolve().parents[1]
FILES = {
    "fr": "dce-16-10-igc-7/fr.txt",
    "en": "dce-16-10-igc-7/en.txt",
    "rev-fr": "illustrative-revision/fr.txt",
    "rev-en": "illustrative-revision/en.txt",
}
SEEDS = tomllib.loads((ROOT / "tests/cases/checks/seeded.toml").read_text("utf-8"))["seed"]
BATCHES = tuple(dict.fromkeys(seed["batch"] for seed in SEEDS))


def projected(folder: Path) -> Path:
    shutil.copytree(ROOT / "source_texts", folder / "source_texts", dirs_exist_ok=True)
    return folder


def write(project: Path, name: str, text: str) -> None:
    """Put ``text`` in the place of a file of the corpus, with its hash in the manifest."""
    file = project / "source_texts" / FILES[name]
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    file.write_text(text, encoding="utf-8", newline="")
    after = hashlib.sha256(file.read_bytes()).hexdigest()
    manifest = project / "source_texts/corpus.toml"
    manifest.write_text(manifest.read_text("utf-8").replace(before, after), encoding="utf-8")


def unpublish(project: Path) -> None:
    """Take the illustrative revision off the site."""
    manifest = project / "source_texts/corpus.toml"
    text = manifest.read_text("utf-8")
    assert "published = true" in text
    manifest.write_text(text.replace("published = true", "published = false"), encoding="utf-8")


def findings(project: Path) -> tuple[Found, ...]:
    return checking.check(project, corpus.load(project))


def sow(project: Path, batch: str) -> None:
    """Put the faults of a batch into the texts; a batch without drafts has the 2016 draft alone."""
    if batch != "drafts":
        unpublish(project)
    for name, path in FILES.items():
        file = project / "source_texts" / path
        text = file.read_bytes().decode("utf-8")
        for seed in SEEDS:
            for where, old, new in seed["edits"] if seed["batch"] == batch else ():
                if where == name:
                    pattern = r"\s*\n\s*".join(re.escape(row.strip(" ")) for row in old.split("\n"))
                    held = old if old in text else next(iter(re.findall(pattern, text)), "")
                    assert held, f"{seed['name']}: not in {name}: {old!r}"
                    text = text.replace(held, new, 1)
        write(project, name, wrapped(text, max(map(len, file.read_bytes().decode("utf-8").split("\n")))))


def wrapped(text: str, width: int) -> str:
    """Keep the lines of a text as short as they were: what is too much goes to the line below."""
    rows = text.split("\n")
    for rank, row in enumerate(rows):
        if len(row) > width:
            cut = row.rfind(" ", 0, width)
            below = rows[rank + 1].lstrip(" ") if rank + 1 < len(rows) else ""
            rows[rank] = row[:cut]
            opens = not below or re.match(r"[-–] |\d+(\.\d+)*\.? ", below)
            rows[rank + 1 : rank + 2] = (
                [row[cut + 1 :], *rows[rank + 1 : rank + 2]] if opens else [f"{row[cut + 1 :]} {below}"]
            )
    return "\n".join(rows)


@dataclass(frozen=True)
class Harvest:
    """The new findings of a batch, and those that the text had before."""

    new: tuple[Found, ...]

    def has(self, code: str, place: str) -> bool:
        return any((one.finding.code, one.finding.place) == (code, place) for one in self.new)


@pytest.fixture(scope="module")
def harvests(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Harvest]:
    found = {}
    for batch in BATCHES:
        project = projected(tmp_path_factory.mktemp(batch))
        sow(project, batch)
        every = findings(project)
        new = tuple(one for one in every if not one.accepted and one.finding.code != "acceptance-unmatched")
        found[batch] = Harvest(new)
    return found


def test_the_texts_as_they_are_have_nothing_that_is_not_accepted_in_writing() -> None:
    left = [(one.file, one.finding) for one in findings(ROOT) if not one.accepted]
    assert left == []


@pytest.mark.parametrize("seed", SEEDS, ids=[seed["name"] for seed in SEEDS])
def test_a_fault_is_pointed_out_in_its_place(seed: dict[str, str], harvests: dict[str, Harvest]) -> None:
    assert harvests[seed["batch"]].has(seed["code"], seed["place"])


def test_faults_bring_no_findings_elsewhere(harvests: dict[str, Harvest]) -> None:
    astray = []
    for batch, harvest in harvests.items():
        seeds = [seed for seed in SEEDS if seed["batch"] == batch]
        places = {seed["place"].removeprefix("2016-10igc7 ") for seed in seeds}
        places |= {place for seed in seeds for place in seed.get("also", ())}
        for one in harvest.new:
            place = one.finding.place.removeprefix("2016-10igc7 ")
            if not any(place.startswith(known) or known.startswith(place) for known in places):
                astray.append((batch, one.finding.code, place, one.finding.words))
    assert astray == []
