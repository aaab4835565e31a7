"""A comparison as one file that stands alone: its style inside, no script, no request."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

# what the pages of the site have from their own style sheets
_FRAME = """
:root{color-scheme:light dark;--paper:light-dark(#fdfcf9,#15191d);--raised:light-dark(#fff,#1d2328);
--tint:light-dark(#f4f1e9,#20272d);--ink:light-dark(#1b1d20,#e7e4dd);--soft:light-dark(#53585f,#aab0b6);
--line:light-dark(#ddd8cb,#343d45);--edge:light-dark(#87827a,#77828c);--accent:light-dark(#0f4c7a,#93c8ef);
--accent-tint:light-dark(#e5eef5,#1e3344);--mark:light-dark(#ffefb0,#574a14);
--illustrative:light-dark(#8c1d3f,#f3a4b8);--translation:light-dark(#7a4700,#e8bd72);
--serif:Charter,"Bitstream Charter",Cambria,Georgia,"Liberation Serif",serif;
--sans:-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;--header:0rem}
*,::before,::after{box-sizing:border-box}
body{margin:0 auto;max-width:83rem;padding:1.5rem clamp(1rem,3vw,2rem);background:var(--paper);
color:var(--ink);font:1rem/1.6 var(--sans);overflow-wrap:break-word}
h1,h2,h3{font-family:var(--serif);line-height:1.25}
h1{font-size:clamp(1.5rem,1.1rem + 1.6vw,2.125rem)}
a{color:var(--accent)}
.ours{color:var(--soft);font-size:.875rem;font-style:italic}
.status{margin:0 0 .5rem;padding:.5rem .75rem;border:1px solid var(--edge);font-weight:600}
@media print{body{max-width:none;padding:0;font-size:10.5pt}a{color:inherit;text-decoration:none}}
"""


def stand_alone(lang: str, title: str, statuses: Iterable[str], body: str, style: str) -> str:
    """Return the file. ``body`` is HTML; ``statuses`` say what each text is worth, ``style`` is CSS."""
    name = escape(title)
    said = "".join(f'<p class="status">{escape(words)}</p>\n' for words in statuses)
    return (
        f'<!doctype html>\n<html lang="{escape(lang)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{name}</title>\n<style>{_FRAME}{style}</style>\n</head>\n"
        f'<body>\n<main>\n<h1>{name}</h1>\n{said}<div class="redline">\n{body}</div>\n'
        "</main>\n</body>\n</html>\n"
    )
