"""The only file that knows MkDocs: it runs the build before ``docs/`` is read, and the checks after.

With it, plain ``mkdocs build`` and ``mkdocs serve`` do what an MkDocs user expects. mkdocs-static-i18n
calls MkDocs' build again for each language, so every step asks whether it is the outer one.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from scripts import build, checking, corpus
from scripts.errors import CorpusError
from scripts.publication import publish, raw_html
from scripts.site import compare_page, fragments, typography
from scripts.site.site import Site, View, text_page

_FRAGMENT = re.compile(r"<!-- concordance:([a-z-]+) -->")
_state: dict[str, Site] = {}
_blocks: dict[str, tuple[str, ...]] = {}


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).resolve().parent


def _lang(config: MkDocsConfig) -> str:
    return str(config.plugins["i18n"].current_language)  # type: ignore[attr-defined]


def _nested(config: MkDocsConfig) -> bool:
    return bool(config.plugins["i18n"].building)  # type: ignore[attr-defined]


@event_priority(100)  # before static-i18n looks at the files
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the corpus and write the generated pages."""
    if not _nested(config):
        try:
            root = _root(config)
            _state["site"] = corpus.load(root)
            build.write(root, build.files(_state["site"], checking.check(root, _state["site"])))
        except CorpusError as error:
            raise PluginError(str(error)) from error
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the generated fragments (the timeline …) into the pages that ask for them; set HTML apart."""
    lang = _lang(config)
    if lang not in _state["site"].labels:
        return markdown
    here = page.file.src_uri.removeprefix(f"{lang}/").removesuffix(".md")
    view = View(_state["site"], lang, here)
    markdown = _FRAGMENT.sub(lambda found: fragments.fragment(view, found[1]), markdown)
    markdown, _blocks[page.file.src_uri] = raw_html.take_out(markdown)
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put the blocks of HTML back; keep a word and its high punctuation on one line."""
    blocks = _blocks.pop(page.file.src_uri, ())
    html = raw_html.put_back(html, blocks)
    if page.present_anchor_ids is not None:  # what MkDocs holds links against
        page.present_anchor_ids |= raw_html.anchors(blocks)
    return typography.kept_together(html, _state["site"].labels.values())


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Give pages that belong to no language (404, the sitemap) the words of all."""
    context["all_labels"] = _state["site"].labels
    return context


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
    """Give the templates the words of the page's language and its addresses in the others."""
    site = _state["site"]
    words = site.labels.get(_lang(config)) or next(iter(site.labels.values()))
    context["t"] = words
    context["languages"] = [
        {"lang": lang, "name": labels("name"), "url": page.file.alternates[lang].url}  # type: ignore[attr-defined]
        for lang, labels in site.labels.items()
        if lang in page.file.alternates  # type: ignore[attr-defined]
    ]
    context["all_labels"] = site.labels
    context["compared"] = [
        f"{words.lang}/{_folder(compare_page.index_page(work))}"
        for work in site.manifest.works
        if compare_page.ordered_pairs(site, work)
    ]
    context["texts"] = [
        {"name": work.short[words.lang], "url": f"{words.lang}/{_folder(text_page(site, words.lang, draft))}"}
        for work in site.manifest.works
        if (draft := site.manifest.latest(work))
    ]
    return context


def _folder(address: str) -> str:
    return address.removesuffix("index")


@event_priority(-200)  # after static-i18n has built every language
def on_post_build(config: MkDocsConfig) -> None:
    """Hold the built site against the texts, follow its links, make its search index."""
    if _nested(config):
        return
    try:
        publish.publish(
            Path(config.site_dir), config.site_url or "/", build.texts(_state["site"]), _state["site"]
        )
    except CorpusError as error:
        raise PluginError(str(error)) from error


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Watch what people write, not what the build writes: or every edit would build twice."""
    server.unwatch(config.docs_dir)
    docs = Path(config.docs_dir)
    for folder in (docs / "assets", *docs.glob("*/guide")):
        server.watch(str(folder))
    for file in docs.glob("*/*.md"):
        server.watch(str(file))
    return server


if "SOURCE_DATE_EPOCH" not in os.environ:  # two builds of one commit are the same, byte for byte
    os.environ["SOURCE_DATE_EPOCH"] = "1466899200"
