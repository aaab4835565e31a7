"""The command line: the only place that prints and exits. Everything else takes and returns values."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from scripts import build as recipe
from scripts import checking, citing_report, comparison_files, corpus, languages, publishing
from scripts.errors import CorpusError
from scripts.exports.citations_json import citations_json
from scripts.exports.findings_json import findings_json
from scripts.exports.findings_text import findings_text
from scripts.exports.text_json import text_json

ROOT = Path(__file__).resolve().parents[1]


class _Group(click.Group):
    """A command group that turns the program's one error into one message and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except CorpusError as error:
            click.echo(f"error: {error}", err=True)
            sys.exit(1)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=ROOT,
    help="Folder that holds source_texts/ and mkdocs.yml (default: this project).",
)
@click.pass_context
def main(context: click.Context, root: Path) -> None:
    """Read, cite, publish and compare the texts of an intergovernmental body."""
    context.obj = root


_lang = click.option("--lang", required=True, metavar="CODE", help="Language of the text: fr, en …")


def _tracked(command: Callable[..., None]) -> Callable[..., None]:
    """Add the choice that a Word file with tracked changes asks for."""
    accepted = click.option("--accepted", "tracked", flag_value="accepted", help="Tracked changes accepted.")
    original = click.option(
        "--original", "tracked", flag_value="original", default="", help="The text before tracked changes."
    )
    return accepted(original(command))


@main.command()
@click.pass_obj
def build(root: Path) -> None:
    """Write everything that MkDocs needs below docs/, and the exports."""
    made = recipe.build(root)
    written, removed = recipe.write(root, made)
    click.echo(f"{len(made)} files: {written} written, {removed} removed, the rest as they were")


@main.command()
@click.pass_obj
def site(root: Path) -> None:
    """Build the whole site into site/; a build that fails leaves the last one in place."""
    publishing.publish(root)


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@_lang
@_tracked
@click.pass_obj
def parse(root: Path, file: Path, lang: str, tracked: str) -> None:
    """Print the structure of FILE (text, Word, PDF, HTML) as JSON: components, provisions, notes."""
    click.echo(json.dumps(text_json(corpus.read(root, file, lang, tracked)), ensure_ascii=False, indent=1))


@main.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@_lang
@click.option("--lines", is_flag=True, help="One JSON object for each line of the input.")
@click.pass_obj
def cite(root: Path, file: Path | None, lang: str, lines: bool) -> None:
    """Print the citations of FILE (or of standard input) as JSON lines."""
    text = _text(file)
    find = corpus.finder(root, lang)
    parts = text.split("\n") if lines else [text]
    if lines and parts[-1] == "":
        parts.pop()
    for part in parts:
        found = citations_json(find(part.removesuffix("\r") if lines else part))
        click.echo(json.dumps({"citations": found}, ensure_ascii=False))


_FORMATS = {
    "json": comparison_files.as_json,
    "html": comparison_files.as_html,
    "text": comparison_files.as_text,
}


@main.command()
@click.option("--strict", is_flag=True, help="Exit with 1 where a finding is not accepted in writing.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--lang", default="en", show_default=True, metavar="CODE", help="Language of the advice.")
@click.pass_obj
def check(root: Path, strict: bool, form: str, lang: str) -> None:
    """Print what a person should look at in the texts of the corpus."""
    languages.words(root, lang, "findings")
    found = checking.check(root, corpus.load(root))
    if form == "json":
        click.echo(json.dumps(findings_json(found, lang), ensure_ascii=False, indent=1))
    else:
        click.echo(findings_text(found, lang))
    if strict and any(not one.accepted for one in found):
        sys.exit(1)


@main.command()
@click.argument("old")
@click.argument("new")
@_lang
@click.option("--format", "form", type=click.Choice(sorted(_FORMATS)), default="text", help="Default: text.")
@click.pass_obj
def compare(root: Path, old: str, new: str, lang: str, form: str) -> None:
    """Print what changed from OLD to NEW: two files, or two drafts of the corpus by their ids."""
    click.echo(_FORMATS[form](comparison_files.of_names(root, old, new, lang)), nl=False)


@main.command()
@click.option("--list", "plain", is_flag=True, help="One line for each citation of the corpus.")
@click.option("--against", metavar="REV", help="What was gained and lost since that commit; never fails.")
@click.pass_obj
def references(root: Path, plain: bool, against: str | None) -> None:
    """Print the citations of the corpus with their states, or those gained and lost since a commit."""
    lines = citing_report.listed(root)
    if against is None or plain:
        for line in lines:
            click.echo(line)
        return
    try:
        click.echo(citing_report.report(citing_report.listed_at(root, against), lines, against))
    except citing_report.NoListError as reason:
        click.echo(f"Citations gained and lost: no report, {reason}. {len(lines)} citations now.")


def _text(file: Path | None) -> str:
    data = sys.stdin.buffer.read() if file is None else corpus.bytes_of(file)
    try:
        return data.decode("utf-8-sig" if file else "utf-8")
    except UnicodeDecodeError as error:
        name = str(file) if file else "standard input"
        line = data.count(b"\n", 0, error.start) + 1
        raise CorpusError("not UTF-8 text", name, line, action="save it as UTF-8") from error


if __name__ == "__main__":
    main(prog_name="python -m scripts")
