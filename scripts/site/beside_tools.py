"""The controls of reading above a text: side by side, the lens, the keys; and where the reader is."""

from __future__ import annotations

from html import escape

from scripts.site import copying, head, lens
from scripts.site.beside_languages import Others
from scripts.site.provisions import Setting
from scripts.site.site import View

KEYS = (
    ("next", ("j", "n")),
    ("prev", ("k", "p")),
    ("search", ("g", "/")),
    ("lang", ("l",)),
    ("side", ("s",)),
    ("lens", ("f",)),
    ("copy", ("c",)),
    ("help", ("?",)),
)
"""What each key does; those of a page's own script do nothing while something is typed."""


def bar(setting: Setting, others: Others) -> str:
    """Return the row of controls (HTML): it shows with scripts only, for it does nothing without."""
    view = setting.view
    sides = "".join(_side(view, other.lang) for other, _ in others)
    return (
        f'<div class="reading-bar" role="group" aria-label="{view.say("beside.tools")}">'
        f'<p class="where" data-form="{view.say("beside.where", num="{num}")}"></p>{sides}'
        f'<button type="button" data-choice="lens" value="force" aria-pressed="false" aria-keyshortcuts="f">'
        f"{_words(view.say('lens.button'), view.say('lens.short'))}</button>"
        f'<button type="button" class="keys-open" data-keys-open aria-haspopup="dialog"'
        f' aria-keyshortcuts="?">'
        f"{view.say('keys.button')}</button></div>\n"
    )


def _side(view: View, lang: str) -> str:
    words = _words(
        view.say("beside.side", language=view.labels(f"language.{lang}")),
        view.say("beside.side_short", code=lang.upper()),
    )
    return (
        f'<button type="button" data-choice="side" value="{lang}" aria-pressed="false"'
        f' aria-keyshortcuts="s">{words}</button>'
    )


def _words(full: str, short: str) -> str:
    """Return both forms of a button's words: in full, and short for a phone."""
    return f'<span class="long">{full}</span><span class="short">{short}</span>'


def heads(setting: Setting, others: Others) -> str:
    """Return the heads of the columns side by side (HTML): each language with its status."""
    view = setting.view
    cells = []
    for expression in (setting.expression, *(other for other, _ in others)):
        status = escape(head.status(view, expression))
        cells.append(
            f'<p class="language language-{expression.held.status}" data-lang="{expression.lang}">'
            f"<strong>{view.say(f'language.{expression.lang}')}</strong>"
            f' <span class="status">{status}</span></p>'
        )
    return f'<div class="languages">{"".join(cells)}</div>\n'


def foot(setting: Setting) -> str:
    """Return what opens over the page: the forms to copy, the sheet of keys."""
    return copying.menu(setting) + _keys(setting.view)


def legend(setting: Setting) -> str:
    """Return the legend of the lens (HTML), shown with it."""
    return lens.legend(setting.view)


def _keys(view: View) -> str:
    either = f" {view.say('keys.or')} "
    rows = "".join(
        f"<dt>{either.join(f'<kbd>{key}</kbd>' for key in keys)}</dt><dd>{view.say(f'keys.{name}')}</dd>"
        for name, keys in KEYS
    )
    rows += f"<dt><kbd>{view.say('keys.escape_key')}</kbd></dt><dd>{view.say('keys.escape')}</dd>"
    return (
        f'<dialog id="keys" class="sheet" aria-labelledby="keys-title"><form method="dialog">'
        f'<p id="keys-title" class="pop-title">{view.say("keys.title")}</p><dl>{rows}</dl>'
        f'<p class="row"><label><input type="checkbox" data-keys checked> {view.say("keys.on")}</label>'
        f" <button>{view.say('keys.close')}</button></p></form></dialog>\n"
    )
