"""The command line: the only place that prints and exits. Everything else takes and returns values."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from scripts import build as recipe
from scripts import (
    checking,
    citing_report,
    comparison_files,
    corpus,
    languages,
    manifest,
    publishing,
    reviewing,
)
from scripts.adding import settle, taking
from scripts.adding.asked import Ask, Nobody, Question
from scripts.adding.incoming import Incoming, receive, shown
from scripts.adding.outline import of_file
from scripts.errors import CorpusError
from scripts.exports.citations_json import citations_json
from scripts.exports.findings_json import findings_json
from scripts.exports.findings_text import findings_text
from scripts.exports.text_json import text_json
from scripts.model import Text

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
    try:
        found = checking.check(root, corpus.load(root))
    except CorpusError as error:  # whoever reads the JSON learns of it too
        if form == "json":
            click.echo(_json(findings_json((checking.stopped(root, error),), lang)))
        raise
    click.echo(_json(findings_json(found, lang)) if form == "json" else findings_text(found, lang))
    if strict and any(not one.accepted for one in found):
        sys.exit(1)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


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


@main.command()
@click.option("--against", default="HEAD~1", show_default=True, metavar="REV", help="The commit before.")
@click.option("--advice", default="en", show_default=True, metavar="CODE", help="Language of the advice.")
@click.pass_obj
def review(root: Path, against: str, advice: str) -> None:
    """Print, in Markdown, what changed in the texts since a commit and what a person should look at."""
    click.echo(reviewing.report(root, against, advice))


class _Named(click.Command):
    """A command that takes ``--name-fr TEXT``, for any language, as ``--name fr=TEXT``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        end = args.index("--") if "--" in args else len(args)
        for place in reversed(range(end)):
            option, equals, text = args[place].partition("=")
            lang = option.removeprefix("--name-")
            if lang != option and (equals or place + 1 < len(args)):
                value = [text] if equals else [args[place + 1]]
                args[place : place + (1 if equals else 2)] = ["--name", f"{lang}={value[0]}"]
        return super().parse_args(ctx, args)


@main.command(cls=_Named)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--document", default="", help="Symbol of the document, or the folder it goes into.")
@click.option(
    "--lang", "langs", multiple=True, metavar="CODE", help="Language; once for each FILE, in order."
)
@click.option("--draft", default="", metavar="ID", help="Draft of the manifest, or the id of a new one.")
@click.option("--work", default="", metavar="ID", help="Work that a new draft belongs to.")
@click.option("--date", default="", help="Date of a new draft: 2027, 2027-05 or 2027-05-12.")
@click.option("--stage", default="", type=click.Choice(["", *manifest.STAGES]), help="Stage of a new draft.")
@click.option("--symbol", default="", help="Symbol of the document, where --document is a folder.")
@click.option("--session", default="", help="Session of a new draft: 9.CP.")
@click.option(
    "--name", "names", multiple=True, metavar="CODE=TEXT", help="Name of a new draft in a language."
)
@click.option(
    "--status", "statuses", multiple=True, type=click.Choice(manifest.STATUSES), help="Of each FILE."
)
@click.option("--drafted-in", default="", metavar="CODE", help="Language that the text was drafted in.")
@_tracked
@click.option("--dry-run", is_flag=True, help="Show everything, write nothing.")
@click.option("--yes", is_flag=True, help="Take what the files say without asking.")
@click.option("--advice", default="en", show_default=True, metavar="CODE", help="Language of the advice.")
@click.pass_obj
def add(root: Path, /, files: tuple[Path, ...], dry_run: bool, yes: bool, advice: str, **said: Any) -> None:
    """Take in a new text: FILE (Word, PDF, HTML, text), one a language, as a draft of a work."""
    languages.words(root, advice, "findings")
    said["names"] = dict(_name(each) for each in said["names"])
    nobody = Nobody(yes)
    ask = _asking(yes) if sys.stdin.isatty() else nobody
    incoming = tuple(_received(file, said["tracked"]) for file in files)
    settled = settle.settle(settle.Desk(root, manifest.load(root), incoming, settle.Said(**said), ask))
    _understood(settled, taking.texts(root, settled))
    if not dry_run:
        nobody.refuse()
    plan = taking.plan(root, settled, lambda step: click.echo(f"… {step}", err=True))
    click.echo(f"\n{findings_text(plan.found, advice)}\n")
    missing = "".join(f"\n    {row}" for row in nobody.rows())
    click.echo(f"still to be said:{missing}\n" if missing else taking.lines(settled))
    if dry_run:
        click.echo("dry run: nothing was written")
        return
    if sys.stdin.isatty() and not yes:
        click.confirm("Take it in?", default=True, abort=True)
    _taken(plan.files, *taking.carry_out(root, plan))


def _received(file: Path, tracked: str) -> Incoming:
    click.echo(f"… reading {shown(str(file))}", err=True)  # a long file takes some seconds
    return receive(file, tracked)


def _understood(settled: settle.Settled, texts: Iterable[Text]) -> None:
    for (file, held), text in zip(settled.files, texts, strict=True):
        click.echo(f"\n{of_file(file, text)}")
        click.echo(f"  to be source_texts/{held.file}, in {held.lang!r}")


def _taken(files: Iterable[Path], written: int, removed: int) -> None:
    for path in files:
        click.echo(f"written: {path.as_posix()}")
    click.echo(f"pages: {written} written, {removed} removed")
    click.echo("to look at it: make serve; to publish it: commit these files and propose them")


def _name(text: str) -> tuple[str, str]:
    lang, equals, name = text.partition("=")
    if not (lang and equals and name):
        raise CorpusError("a name without its language", words=f"--name {text}", action="write CODE=TEXT")
    return lang, name


def _asking(yes: bool) -> Ask:
    """Return what asks at the terminal; with ``yes`` a guess is taken, and shown."""

    def ask(question: Question) -> str:
        words = f"{question.words} ({question.why})" if question.guess else question.words
        if yes and question.guess:
            click.echo(f"{words}: {question.guess}")
            return question.guess
        default = question.guess or ("" if question.optional else None)
        kind = click.Choice(question.choices) if question.choices else None
        answer = click.prompt(words, default=default, type=kind, show_default=bool(default))
        return str(answer).strip()

    return ask


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
