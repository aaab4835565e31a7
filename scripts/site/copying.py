"""Copying a provision: its link, its citation in each language, its words with their source, an amendment.

The page holds the forms once; a small script puts in the number, the words and the address of the
provision. Without it the number of a provision is its link, and its page has the citation in full.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from scripts.model import Provision
from scripts.site import head
from scripts.site.provisions import Setting
from scripts.site.site import View

_NUM = "{num}"


def citation(setting: Setting, lang: str, num: str) -> str:
    """Return the citation of a paragraph as UNESCO papers write it, in ``lang``, with the text's status."""
    view, draft = View(setting.view.site, lang, setting.view.here), setting.expression.draft
    return view.labels(
        "copy.citation_illustrative" if draft.illustrative else "copy.citation",
        symbol=draft.symbol or draft.names[lang],
        component=head.component_name(view, setting.component.name).lower(),
        num=num,
        status=head.status(view, setting.expression),
    )


def section(setting: Setting, paragraph: Provision) -> Iterator[str]:
    """Yield the section of a paragraph's page with its citation and its link, ready to be copied."""
    view = setting.view
    yield f"## {view.labels('copy.title')} {{: #copy }}\n"
    yield '<dl class="copy">'
    button = (
        f'<button type="button" class="copy-button">{view.say("ui.copy")}</button>'
        ' <span class="pop-status" role="status"></span>'
    )
    for lang in view.site.labels:
        name = view.say("copy.menu.cite", language=view.labels(f"language.{lang}"))
        words = escape(citation(setting, lang, paragraph.num))
        yield f'<dt>{name}</dt><dd><span data-copy lang="{lang}">{words}</span>{button}</dd>'
    address = f"{view.lang}/{view.here}/#{paragraph.anchor}"
    link = f'<a data-copy href="#{paragraph.anchor}">{address}</a>'
    yield f"<dt>{view.say('copy.as_link')}</dt><dd>{link}{button}</dd></dl>\n"
    yield (
        f'<p><button type="button" class="copy-open" value="{paragraph.anchor}" aria-haspopup="dialog">'
        f"{view.say('copy.menu.more')}</button></p>\n"
    )


def menu(setting: Setting) -> str:
    """Return the menu of forms and the sheet for an amendment (HTML), hidden until asked for."""
    return _menu(setting) + _amendment(setting)


def _menu(setting: Setting) -> str:
    view = setting.view
    rows = "".join(
        f'<li><button type="button" data-as="{what}" data-form="{escape(form)}">{words}</button></li>'
        for what, form, words in _forms(setting)
    )
    return (
        f'<div id="copying" class="pop" popover role="dialog" aria-label="{view.say("copy.menu.title")}"'
        f' data-done="{view.say("copy.menu.done")}" data-failed="{view.say("copy.menu.failed")}"'
        f' data-none="{view.say("copy.menu.no_selection")}">'
        f'<p class="pop-title">{view.say("copy.menu.title")} <span data-num></span></p>'
        f'<ul>{rows}</ul><p class="pop-status" role="status"></p></div>\n'
    )


def _forms(setting: Setting) -> Iterator[tuple[str, str, str]]:
    """Yield each form: what it is, its words with places for number, text and link, its name."""
    view = setting.view
    for lang in view.site.labels:
        language = view.labels(f"language.{lang}")
        yield "text", citation(setting, lang, _NUM), view.say("copy.menu.cite", language=language)
    own = citation(setting, view.lang, _NUM).rstrip(".")
    quoted = view.labels("copy.menu.quoted", text="{text}", citation=own, link="{link}")
    yield "text", quoted, view.say("copy.menu.quote")
    yield "text", "{link}", view.say("copy.menu.link")
    yield "selection", "{link}", view.say("copy.menu.selection")
    yield "amend", "", view.say("copy.menu.amend")


def _amendment(setting: Setting) -> str:
    view, draft = setting.view, setting.expression.draft
    heading = view.say(
        "copy.amend.head",
        symbol=draft.symbol or draft.names[view.lang],
        component=head.component_name(view, setting.component.name).lower(),
        num=_NUM,
    )
    status = head.status(view, setting.expression)
    source = view.say("copy.amend.source", status=status, link="{link}")
    plain = {op: view.say(f"copy.amend.{name}", text="{text}") for op, name in _OPS.items()}
    return (
        f'<dialog id="amend" class="sheet" aria-labelledby="amend-title" data-head="{heading}"'
        f' data-source="{source}" data-del="{plain["del"]}" data-ins="{plain["ins"]}">'
        f'<form method="dialog"><p id="amend-title" class="pop-title">{view.say("copy.amend.title")}'
        f" <span data-num></span></p>"
        f"<p>{view.say('copy.amend.hint')}</p>"
        f'<textarea rows="7" aria-label="{view.say("copy.amend.text")}" lang="{setting.expression.lang}">'
        f'</textarea><p class="row"><button type="button" data-brackets>{view.say("copy.amend.brackets")}'
        f'</button> <label><input type="checkbox" data-bis> <span data-form="'
        f'{view.say("copy.amend.bis", num=_NUM)}"></span></label></p>'
        f'<div class="amended" role="group" tabindex="0" aria-label="{view.say("copy.amend.result")}"></div>'
        f'<p class="row"><button type="button" class="strong" data-amended>{view.say("copy.amend.copy")}'
        f"</button> <button>{view.say('copy.amend.close')}</button>"
        f' <span class="pop-status" role="status"></span></p></form></dialog>\n'
    )


_OPS = {"del": "deleted", "ins": "added"}
