"""The command line: the only place that prints and exits. Everything else takes and returns values."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from scripts import build as recipe
from scripts import corpus, languages, publishing
from scripts.errors import CorpusError
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
def main() -> None:
    """Read, cite, publish and compare the texts of an intergovernmental body."""


def _lang(required: bool = True) -> Any:
    codes = languages.known(ROOT)
    return click.option("--lang", type=click.Choice(codes), required=required, help="Language of the text.")


@main.command()
def build() -> None:
    """Write everything that MkDocs needs below docs/, and the exports."""
    made = recipe.build(ROOT)
    written, removed = recipe.write(ROOT, made)
    click.echo(f"{len(made)} files: {written} written, {removed} removed, the rest as they were")


@main.command()
def site() -> None:
    """Build the whole site into site/; a build that fails leaves the last one in place."""
    publishing.publish(ROOT)


@main.command()
@click.argument("file", type=click.Path(path_type=Path))
@_lang()
def parse(file: Path, lang: str) -> None:
    """Print the structure of FILE as JSON: components, provisions, notes."""
    click.echo(json.dumps(text_json(corpus.read(ROOT, file, lang)), ensure_ascii=False, indent=1))


@main.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
@_lang()
@click.option("--lines", is_flag=True, help="One JSON object for each line of the input.")
def cite(file: Path | None, lang: str, lines: bool) -> None:
    """Print the citations of FILE (or of standard input) as JSON lines."""
    text = _text(file)
    finder = corpus.finder(ROOT, lang)
    parts = text.split("\n") if lines else [text]
    if lines and parts[-1] == "":
        parts.pop()
    for part in parts:
        click.echo(json.dumps({"citations": finder(part.removesuffix("\r"))}, ensure_ascii=False))


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
