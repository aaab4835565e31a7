"""The archive that a Word file is: opened with limits; its XML can fetch nothing and define nothing."""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO
from typing import IO

from lxml import etree

from scripts.errors import CorpusError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

# ISO/IEC 29500 Strict has the same words under other names.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)
_LARGEST_PART = 32_000_000  # a text of 300 pages takes some 5 MB
_LARGEST_WHOLE = 64_000_000
_LARGEST_RATIO = 250  # Word's XML shrinks to a tenth or a twentieth
_SMALL = 1_000_000
_MOST_TAGS = 1_000_000
_MOST_ENTRIES = 20_000
_CHUNK = 1 << 16
_DEEPEST = 200
_SAVE = "open the file in Word and save it anew as .docx"


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part of the archive to another."""

    kind: str
    part: str


@dataclass(slots=True)
class Package:
    """The parts of a Word file by name; ``main`` is the part that holds its text."""

    archive: zipfile.ZipFile
    file: str
    main: str = ""
    relations: dict[str, Relation] = field(default_factory=dict)
    read_so_far: int = 0

    def part(self, kind: str) -> etree._Element | None:
        """Return the root of the part that the text has for ``kind`` (``styles``), None without one."""
        for relation in self.relations.values():
            if relation.kind == kind:
                return self.xml(relation.part)
        return None

    def xml(self, name: str) -> etree._Element | None:
        """Return the root of a part, None where the archive hasn't it. Raises CorpusError."""
        data = self._bytes(name)
        return None if data is None else _parsed(data, name, self.file)

    def names(self) -> list[str]:
        """Return the names of all parts."""
        return self.archive.namelist()

    def _bytes(self, name: str) -> bytes | None:
        try:
            info = self.archive.getinfo(name)
        except KeyError:
            return None
        if info.flag_bits & 1:
            raise CorpusError("the file is protected by a password", self.file, action=_SAVE)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise CorpusError(f"{name} is packed in a way that Word doesn't use", self.file, action=_SAVE)
        try:
            with self.archive.open(info) as stream:
                return self._limited(stream, info)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
            raise broken(self.file, f"{name} cannot be unpacked") from error

    def _limited(self, stream: IO[bytes], info: zipfile.ZipInfo) -> bytes:
        """Read a part, its size watched as it grows: what the archive says of it may be a lie."""
        chunks, size = [], 0
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            self.read_so_far += len(chunk)
            ratio = size / max(1, info.compress_size)
            if (
                size > _LARGEST_PART
                or self.read_so_far > _LARGEST_WHOLE
                or (size > _SMALL and ratio > _LARGEST_RATIO)
            ):
                raise CorpusError(
                    f"{info.filename} unpacks to far more than a text would",
                    self.file,
                    action="take the file from where it was written",
                )
            chunks.append(chunk)
        return b"".join(chunks)


def broken(file: str, what: str) -> CorpusError:
    """Return the error for a Word file that is damaged."""
    return CorpusError(f"the Word file is broken: {what}", file, action=_SAVE)


def open_package(data: bytes, file: str) -> Package:
    """Open a Word file. Raises CorpusError where it is none, is encrypted, or holds macros."""
    if data.count(b"PK\x01\x02") > _MOST_ENTRIES:
        raise broken(file, "its archive has far too many entries")
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, EOFError, NotImplementedError, RuntimeError) as error:
        raise broken(file, "the archive cannot be opened") from error
    package = Package(archive, file)
    for name in archive.namelist():
        if name.lower().endswith("vbaproject.bin"):
            raise CorpusError(
                "the file holds macros, that is programs", file, action="save it as .docx, without macros"
            )
    package.main = _main(package)
    package.relations = relations(package, package.main)
    return package


def _main(package: Package) -> str:
    for relation in relations(package, "").values():
        if relation.kind == "officeDocument" and relation.part in package.archive.NameToInfo:
            return relation.part
    if "word/document.xml" in package.archive.NameToInfo:
        return "word/document.xml"
    raise broken(package.file, "it has no main text")


def relations(package: Package, part: str) -> dict[str, Relation]:
    """Return the links of a part by their id; those that lead outside are left out, none is followed."""
    folder, name = posixpath.split(part)
    root = package.xml(posixpath.join(folder, "_rels", f"{name}.rels"))
    found: dict[str, Relation] = {}
    for each in root.iter(_RELATION) if root is not None else ():
        target, address = each.get("Target", ""), each.get("Id", "")
        if each.get("TargetMode") != "External" and target:
            inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[address] = Relation(each.get("Type", "").rsplit("/", 1)[-1], inside)
    return found


def _parsed(data: bytes, name: str, file: str) -> etree._Element:
    """Return the root of an XML part. A part may declare no document type: so no entity can be defined."""
    if re.search(rb"<\s*!\s*D\s*O\s*C\s*T\s*Y\s*P\s*E", data.replace(b"\0", b""), re.IGNORECASE):
        raise broken(file, f"{name} declares a document type, which Word never does")
    if data.count(b"<") > _MOST_TAGS:
        raise broken(file, f"{name} has far more marks than a text would")
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise broken(file, f"{name} is no well-formed XML") from error
    if root is None or _too_deep(root):
        raise broken(file, f"{name} is nested deeper than any text")
    return root


def _too_deep(root: etree._Element) -> bool:
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest > _DEEPEST
