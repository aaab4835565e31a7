"""What a proposal does to the texts, in Markdown for whoever decides on it: an outline of each new text,
what changed since the last draft, what a person should look at, the citations gained and lost."""

from __future__ import annotations

import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

from scripts import checking, citing_report, comparison_files, corpus, languages, manifest
from scripts.adding.outline import outline
from scripts.catalogue import Expression, Found
from scripts.errors import CorpusError
from scripts.exports.findings_text import findings_text
from scripts.site.compare_summary import said
from scripts.site.site import Site

_LONGEST = 50_000  # characters: a comment on GitHub holds 65,536
_FENCE = "~~~~~~"


def report(root: Path, revision: str, lang: str) -> str:
    """Return the report of the corpus against an earlier commit, its advice in ``lang``.

    A corpus that can't be read gives a report that says why. Raises CorpusError for an unknown language.
    """
    languages.words(root, lang, "findings")
    try:
        site = corpus.load(root)
        found = checking.check(root, site)
    except CorpusError as error:
        return "\n".join(["## The texts cannot be read", "", *_fenced(str(error))])
    known = _known(root, revision)
    new = [each for each in site.expressions if known is not None and each.held.sha256 not in known]
    rows = [
        "## What this proposal does to the texts",
        "",
        *_texts(new, revision, known is None),
        *_compared(site, new),
        *_findings(found, lang),
        *_citations(root, revision),
    ]
    return _cut("\n".join(rows))


def _known(root: Path, revision: str) -> frozenset[str] | None:
    """Return the hashes that the manifest had at that commit, or None where that can't be told."""
    command = ("git", "show", f"{revision}:./{manifest.FILE.as_posix()}")
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, check=True)
        table = tomllib.loads(done.stdout.decode("utf-8"))
        held = [each for draft in table["draft"] for each in draft.get("manifestation", ())]
        return frozenset(each["sha256"] for each in held)
    except (OSError, subprocess.CalledProcessError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _texts(new: list[Expression], revision: str, unknown: bool) -> Iterator[str]:
    if unknown:
        yield f"The manifest of `{revision}` cannot be read here, so that nothing is called new."
    elif not new:
        yield "No text is added or replaced."
    for each in new:
        yield from _fenced(outline(f"{each.draft.id}, {each.lang}: source_texts/{each.held.file}", each.text))
    yield ""


def _compared(site: Site, new: list[Expression]) -> Iterator[str]:
    """Yield what changed, for each new text, since the last draft of its work that is held."""
    for each in new:
        earlier = [c for c in site.comparisons if c.new.draft == each.draft and c.lang == each.lang]
        earlier = [c for c in earlier if not c.old.draft.illustrative]
        if not earlier:
            continue
        last = max(earlier, key=lambda comparison: comparison.old.draft.date)
        redlined = comparison_files.of_comparison(site, last)
        yield f"### {last.old.draft.id} → {each.draft.id} ({each.lang})"
        yield ""
        rows = []
        for part in redlined.parts:
            sentences = said(part, redlined.wording, redlined.labels, redlined.refer)
            rows += [redlined.name(part.name), *(f"- {sentence}" for sentence in sentences)]
        yield from _fenced("\n".join(rows))
        yield ""


def _findings(found: tuple[Found, ...], lang: str) -> Iterator[str]:
    yield "### What a person should look at"
    yield ""
    yield from _fenced(findings_text(found, lang))
    yield ""


def _citations(root: Path, revision: str) -> Iterator[str]:
    yield "### Citations"
    yield ""
    now = citing_report.listed(root)
    try:
        yield from _fenced(citing_report.report(citing_report.listed_at(root, revision), now, revision))
    except citing_report.NoListError as reason:
        yield f"No report of those gained and lost: {str(reason).replace('`', '')}. {len(now)} citations now."


def _fenced(text: str) -> list[str]:
    """Return lines that Markdown shows as they are: a text names nobody and links nowhere by itself."""
    return [f"{_FENCE}text", text.replace("~~~", "~ ~ ~"), _FENCE]


def _cut(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    kept = text[:_LONGEST].rsplit("\n", 1)[0]
    fence = f"\n{_FENCE}" if kept.count(f"{_FENCE}text") > kept.count(f"\n{_FENCE}\n") else ""
    return f"{kept}{fence}\n\nCut here. The whole: `python -m scripts check`."
