"""A small writer of Word files, for tests: what it writes is what Word and its like write."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from html import escape

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)


def part(root: str, inside: str) -> str:
    """Return an XML part."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {_SPACES}>{inside}</w:{root}>'


def word(body: str, **parts: str) -> bytes:
    """Return a Word file; ``parts`` are the insides of ``numbering``, ``styles``, ``footnotes`` …

    ``header1`` and ``footer1`` are linked as the head and foot of all pages.
    """
    files = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _links({"a": ("officeDocument", "word/document.xml")}),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
    }
    links = {}
    for name, inside in parts.items():
        kind = name.rstrip("0123456789")
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        files[f"word/{name}.xml"] = part(root, inside)
        links[f"r-{name}"] = (kind, f"{name}.xml")
    files["word/_rels/document.xml.rels"] = _links(links)
    return zipped(files)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """Return an archive of ``files``."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name, (2016, 12, 12, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _links(links: Mapping[str, tuple[str, str]]) -> str:
    rows = "".join(
        f'<Relationship Id="{id_}" Type="{_R}/{kind}" Target="{target}"/>'
        for id_, (kind, target) in links.items()
    )
    return f'<Relationships xmlns="{_RELATIONS}">{rows}</Relationships>'


# -- pieces of a text -------------------------------------------------------------------------------


def run(text: str, properties: str = "") -> str:
    """Return a run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def para(content: str, style: str = "", number: tuple[int, int] | None = None, more: str = "") -> str:
    """Return a paragraph: plain text or XML of runs; ``number`` is its list and level."""
    inside = content if content.startswith("<w:") else run(content) if content else ""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number is not None:
        properties += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    return f"<w:p><w:pPr>{properties}{more}</w:pPr>{inside}</w:p>"


def note_call(number: int, kind: str = "footnote") -> str:
    """Return the call of a note."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def note(number: int, text: str, kind: str = "footnote") -> str:
    """Return the body of a note, as Word writes it."""
    own = f'<w:r><w:{kind}Ref/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>{run(text)}'
    return f'<w:{kind} w:id="{number}"><w:p>{own}</w:p></w:{kind}>'


def level(rank: int, text: str, form: str = "decimal", start: int | None = 1, more: str = "") -> str:
    """Return a level of a list's definition."""
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    inside = f'{begin}<w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{escape(text)}"/>'
    return f'<w:lvl w:ilvl="{rank}">{inside}</w:lvl>'


def abstract(number: int, *levels: str) -> str:
    """Return a list's definition."""
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def a_list(number: int, definition: int, overrides: str = "") -> str:
    """Return a list that paragraphs can name."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>'


def restart(rank: int, start: int = 1) -> str:
    """Return an override that starts a level anew."""
    return f'<w:lvlOverride w:ilvl="{rank}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def style(name: str, based_on: str = "", properties: str = "", shown: str = "") -> str:
    """Return a paragraph style; ``shown`` is its built-in name."""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown or name}"/>{base}'
        f"<w:pPr>{properties}</w:pPr></w:style>"
    )


def numbered(number: int, rank: int | None = None) -> str:
    """Return the numbering property of a style."""
    own = "" if rank is None else f'<w:ilvl w:val="{rank}"/>'
    return f'<w:numPr>{own}<w:numId w:val="{number}"/></w:numPr>'
