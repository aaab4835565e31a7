"""A small writer of PDF files, for tests: words at places, in a standard font."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Print:
    """A stretch of text at a place of a page; ``turn`` is a text matrix for one written across."""

    x: float
    y: float
    text: str
    size: float = 11
    bold: bool = False
    turn: str = "1 0 0 1"


Pages = Sequence[Sequence[Print]]
_FONT = (
    "<</Type/Font/Subtype/Type1/BaseFont/{}/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[1/fi/fl]>>>>"
)
_EXTRA = {"ﬁ": b"\x01", "ﬂ": b"\x02"}


def pdf(pages: Pages, image: bool = False, rotate: int = 0) -> bytes:
    """Return a PDF; with ``image`` each page shows a picture, with ``rotate`` it is turned when shown."""
    count = len(pages)
    kids = " ".join(f"{6 + 2 * rank} 0 R" for rank in range(count))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {count}>>".encode(),
        _FONT.format("Helvetica").encode(),
        _FONT.format("Helvetica-Bold").encode(),
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
        b"stream\nx\nendstream",
    ]
    for rank, page in enumerate(pages):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate %d/Contents %d 0 R"
            b"/Resources<</Font<</F0 3 0 R/F1 4 0 R>>/XObject<</I 5 0 R>>>>>>" % (rotate, 7 + 2 * rank)
        )
        content = b"q 500 0 0 800 9 9 cm /I Do Q " * image + b"\n".join(_shown(each) for each in page)
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
    return _file(objects)


def _shown(each: Print) -> bytes:
    text = b"".join(_EXTRA.get(letter) or letter.encode("cp1252") for letter in each.text)
    text = text.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    place = f"BT /F{int(each.bold)} {each.size} Tf {each.turn} {each.x} {each.y} Tm ".encode()
    return place + b"(" + text + b") Tj ET"


def _file(objects: Iterable[bytes]) -> bytes:
    made, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(places) + 1
    return made + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (size, table, size, len(made))
    )


def column(
    texts: Iterable[str], x: float = 60, top: float = 760, step: float = 13, size: float = 11
) -> list[Print]:
    """Return lines one below the other; an empty one leaves white."""
    return [Print(x, top - rank * step, text, size) for rank, text in enumerate(texts) if text]
