"""French signs stay with their words, and no character of the text is changed."""

from __future__ import annotations

import re

import pytest

from scripts.site.labels import Labels
from scripts.site.typography import kept_together

FRENCH = Labels("fr", {"typography.space_before": ";:!?»", "typography.space_after": "«"})
ENGLISH = Labels("en", {"typography.space_before": "", "typography.space_after": ""})

CASES = [
    ("<p>outils numériques ; et</p>", '<p>outils <span class="nb">numériques ;</span> et</p>'),
    (
        "<p>dite « la Convention » ici</p>",
        '<p>dite <span class="nb">« la</span> <span class="nb">Convention »</span> ici</p>',
    ),
    ("<p>un « mot » seul</p>", '<p>un <span class="nb">« mot »</span> seul</p>'),
    ('<a title="voir : ici">là</a>', '<a title="voir : ici">là</a>'),
    ("<p>digital tools; and</p>", "<p>digital tools; and</p>"),
    ("<p>déjà\u00a0; insécable</p>", "<p>déjà\u00a0; insécable</p>"),
]


@pytest.mark.parametrize(("html", "expected"), CASES)
def test_a_word_and_its_sign_stay_together(html: str, expected: str) -> None:
    assert kept_together(html, [FRENCH, ENGLISH]) == expected


@pytest.mark.parametrize("html", [html for html, _ in CASES])
def test_no_character_of_the_text_changes(html: str) -> None:
    def text(source: str) -> str:
        return re.sub(r"<[^>]*>", "", source)

    assert text(kept_together(html, [FRENCH])) == text(html)


def test_a_language_without_such_signs_leaves_the_page_alone() -> None:
    assert kept_together("<p>a ; b</p>", [ENGLISH]) == "<p>a ; b</p>"
