"""The lens over a text: its operative verbs marked by how strongly they bind, shown on demand.

The marks are spans around the words as they stand: the text is unchanged (law 5), and nothing shows
before the reader asks for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

from scripts.comparison.force import Force, find_force
from scripts.site import markdown
from scripts.site.site import View

LEVELS = (5, 4, 3, 2, 1)
"""*shall* to *are encouraged to*."""


def found(view: View, lang: str, text: str) -> tuple[Force, ...]:
    """Return the operative verbs of ``text``; none where the language has no words for them."""
    words = view.site.force.get(lang)
    return find_force(text, words) if words else ()


def html(view: View, lang: str, text: str) -> str:
    """Return ``text`` as HTML with its operative verbs marked."""
    return _Marked(view, text, found(view, lang, text), lambda words, _: escape(words)).run(0, len(text))


def plain(view: View, lang: str, text: str) -> markdown.Plain:
    """Return the function that shows a run ``text[start:end]`` as Markdown, operative verbs marked."""
    return _Marked(view, text, found(view, lang, text), _escaped).run


def _escaped(words: str, start: int) -> str:
    return markdown.escape(words, opening=start == 0)


@dataclass(frozen=True, slots=True)
class _Marked:
    """A text with its operative verbs, and how its words are shown: from the words and where they begin."""

    view: View
    text: str
    verbs: tuple[Force, ...]
    show: Callable[[str, int], str]

    def run(self, start: int, end: int) -> str:
        """Return ``text[start:end]`` shown, with a span around the part of each verb that lies in it."""
        out: list[str] = []
        at = start
        for verb in self.verbs:
            first, last = max(verb.start, start), min(verb.end, end)
            if first < last:
                name = markdown.attribute(level_name(self.view, verb))
                out.append(self._words(at, first))
                out.append(f'<span class="force force-{verb.level}" data-force="{name}">')
                out.append(self._words(first, last) + "</span>")
                at = last
        return "".join((*out, self._words(at, end)))

    def _words(self, start: int, end: int) -> str:
        return self.show(self.text[start:end], start) if start < end else ""


def level_name(view: View, verb: Force) -> str:
    """Return what the level of ``verb`` is called: « obligation », « interdiction » where it forbids."""
    forbids = verb.negated and verb.level == LEVELS[0]
    return view.labels("lens.forbids" if forbids else f"lens.level.{verb.level}")


def legend(view: View) -> str:
    """Return the legend of the lens (HTML): each level as it is marked, with the verb that shows it."""
    rows = "".join(
        f'<li><span class="force force-{level}" data-force="{view.say(f"lens.level.{level}")}">'
        f"{view.say(f'lens.verb.{level}')}</span></li>"
        for level in LEVELS
    )
    title = view.say("lens.legend")
    return f'<div class="legend"><p>{title}</p><ul>{rows}</ul></div>\n'
