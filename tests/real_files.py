"""The real document as a Word file: automatic numbers, real notes, heads and feet of pages.

``python -m tests.real_files`` writes the files in ``tests/files/`` anew; it needs LibreOffice Writer with
French hyphenation and the Liberation fonts. The tests don't: they read what it wrote.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.languages import words
from scripts.model import Component, Kind, Provision, Text
from scripts.sources import text as text_file
from scripts.structure.parse import parse
from scripts.structure.wording import StructureWords
from tests import word_files as w

ROOT = Path(__file__).parents[1]
FILES = Path(__file__).parent / "files"
SOURCE = ROOT / "source_texts" / "dce-16-10-igc-7"


def real(lang: str = "fr") -> Text:
    """Return the real document as its text file gives it."""
    held = StructureWords.from_mapping(words(ROOT, lang, "structure"))
    return parse(text_file.read((SOURCE / f"{lang}.txt").read_bytes()), held, lang)


# -- as a Word file ---------------------------------------------------------------------------------

_SPACED = '<w:spacing w:before="0" w:after="160"/>'
_STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Sans" w:hAnsi="Liberation Sans"/>'
    '<w:sz w:val="22"/><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    f"<w:pPr>{_SPACED}</w:pPr></w:style>"
    '<w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Notedebasdepage"><w:name w:val="footnote text"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:after="0"/></w:pPr>'
    '<w:rPr><w:sz w:val="18"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Appelnotedebasdep"><w:name w:val="footnote reference"/>'
    '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
)


def _level(rank: int, text: str, left: int, hanging: int, form: str = "decimal") -> str:
    indent = f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>'
    return w.level(rank, text, form).replace("</w:lvl>", f"{indent}</w:lvl>")


_LISTS = w.abstract(0, _level(0, "%1.", 567, 567), _level(1, "%1.%2", 1134, 567)) + w.abstract(
    1, _level(0, "-", 1134, 283, "bullet")
)
_NUMBERS = "".join(
    (w.a_list(1, 0), w.a_list(2, 0, w.restart(0)), w.a_list(3, 0, w.restart(0)), w.a_list(9, 1))
)


def real_word(
    text: Text,
    columns: int = 1,
    hyphens: bool = False,
    justified: bool = False,
    symbol: str = "DCE/16/10.IGC/7",
) -> bytes:
    """Return a text as a Word file whose every number, dash and note number Word computes."""
    notes = [note for component in text.components for note in component.notes]
    body = "".join(_component(rank, each) for rank, each in enumerate(text.components, 1))
    separators = (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        "</w:footnote>"
    )
    styles = _STYLES.replace(_SPACED, _SPACED + '<w:jc w:val="both"/>') if justified else _STYLES
    return w.word(
        body + _section(columns),
        numbering=_LISTS + _NUMBERS,
        styles=styles,
        settings="<w:autoHyphenation/>" if hyphens else "<w:zoom/>",
        footnotes=separators + "".join(_note(note.num, note.text) for note in notes),
        header1=w.para(symbol),
        footer1=w.para(
            w.run("Page ")
            + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        ),
    )


def _section(columns: int) -> str:
    split = f'<w:cols w:num="{columns}" w:space="567"/>' if columns > 1 else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="r-header1"/>'
        '<w:footerReference w:type="default" r:id="r-footer1"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1417" w:right="1134" w:bottom="1134" w:left="1134" w:header="708" w:footer="708"/>'
        f"{split}</w:sectPr>"
    )


def _note(num: str, text: str) -> str:
    own = w.note(int(num), text)
    own = own.replace(
        "<w:r><w:footnoteRef/>", '<w:r><w:rPr><w:rStyle w:val="Appelnotedebasdep"/></w:rPr><w:footnoteRef/>'
    )
    return own.replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="Notedebasdepage"/></w:pPr>')


def _component(rank: int, component: Component) -> str:
    pieces = []
    for index, provision in enumerate((*component.front, *component.provisions)):
        turn = "<w:pageBreakBefore/>" if index == 0 and rank == 3 else ""
        pieces.append(_provision(provision, rank, 0, turn))
    return "".join(pieces)


def _provision(provision: Provision, rank: int, depth: int, more: str = "") -> str:
    style = "Titre1" if provision.kind in (Kind.HEADING, Kind.TITLE) else ""
    number = None
    if provision.label == "-":
        number = (9, 0)
    elif provision.label:
        number = (rank, depth)
    own = w.para(_runs(provision), style, number, more)
    return own + "".join(_provision(child, rank, depth + 1) for child in provision.children)


def _runs(provision: Provision) -> str:
    pieces, start = [], 0
    for call in provision.calls:
        reference = w.note_call(int(call.num)).replace(
            "<w:r>", '<w:r><w:rPr><w:rStyle w:val="Appelnotedebasdep"/></w:rPr>'
        )
        pieces += [w.run(provision.text[start : call.offset]), reference]
        start = call.offset
    return "".join((*pieces, w.run(provision.text[start:])))


# -- other texts ------------------------------------------------------------------------------------

_OTHER_LISTS = (
    w.abstract(
        0,
        _level(0, "%1.", 567, 567),
        _level(1, "(%2)", 1134, 567, "lowerLetter"),
        _level(2, "(%3)", 1701, 567, "lowerRoman"),
    )
    + w.abstract(1, _level(0, "%1.", 0, 0, "upperRoman"))
    + w.abstract(2, _level(0, "%1)", 567, 567, "lowerLetter"))
    + w.a_list(1, 0)
    + "".join(w.a_list(rank, 0, w.restart(0) + w.restart(1)) for rank in (2, 3, 4))
    + w.a_list(8, 1)
    + w.a_list(9, 2)
)


def _others(body: str, notes: str = "") -> bytes:
    return w.word(
        body + _section(1),
        numbering=_OTHER_LISTS,
        styles=_STYLES.replace("Liberation Sans", "Liberation Serif"),
        footnotes=notes,
        header1=w.para("LH/2016/3.CP/5"),
        footer1=w.para("LH/2016/3.CP/5 – page 1"),
    )


def treaty() -> bytes:
    """Return a small treaty on the lending of lighthouses: sections, articles, letters, a table."""
    heading = "Titre1"
    return _others(
        w.para("CONVENTION SUR LE PRÊT DES PHARES", heading)
        + w.para("Les Parties à la présente Convention,")
        + w.para("Considérant que nul phare n’éclaire pour un seul rivage et que la mer est commune à tous,")
        + w.para("Sont convenues de ce qui suit :")
        + w.para("Dispositions générales", heading, (8, 0))
        + w.para("Article premier – Objet", heading)
        + w.para("La présente Convention règle le prêt des phares entre les Parties.", number=(1, 0))
        + w.para(
            w.run("Un phare prêté reste la propriété de la Partie qui le prête")
            + _raised(w.note_call(1))
            + w.run(", quelle que soit la durée du prêt et quel que soit l’état de la lanterne à son terme."),
            number=(1, 0),
        )
        + w.para("Article 2 – Définitions", heading)
        + w.para("Aux fins de la présente Convention :", number=(2, 0))
        + w.para("« phare » désigne :", number=(2, 1))
        + w.para("une tour qui porte une lanterne ;", number=(2, 2))
        + w.para("une balise qui en tient lieu ;", number=(2, 2))
        + w.para("« gardien » désigne la personne qui veille sur la lanterne.", number=(2, 1))
        + w.para(
            "Ces définitions valent aussi pour les règlements pris en application de l’article 4.",
            number=(2, 0),
        )
        + w.para("Obligations des Parties", heading, (8, 0), "<w:pageBreakBefore/>")
        + w.para("Article 3 – Entretien", heading)
        + w.para("La Partie qui emprunte s’efforce d’entretenir la lanterne.", number=(3, 0))
        + w.para("Elle rend compte chaque année, selon le tableau ci-dessous.", number=(3, 0))
        + '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="5000"/></w:tblGrid>'
        + "".join(
            "<w:tr>" + "".join(f"<w:tc>{w.para(cell)}</w:tc>" for cell in row) + "</w:tr>"
            for row in (("Lanterne", "Heures de feu"), ("Verre", "Éclats et reprises"))
        )
        + "</w:tbl>",
        _note("1", "Voir l’étude LH/2015/2.CP/4, paragraphes 3 à 7."),
    )


def _raised(call: str) -> str:
    return call.replace("<w:r>", '<w:r><w:rPr><w:rStyle w:val="Appelnotedebasdep"/></w:rPr>')


def resolution() -> bytes:
    """Return a small resolution with an annex."""
    return _others(
        w.para("RÉSOLUTION 3.CP 5", "Titre1")
        + w.para("La Conférence des Parties,")
        + w.para("Ayant examiné le document LH/2016/3.CP/5 ;", number=(1, 0))
        + w.para("Rappelant sa Résolution 2.CP 4 et les vœux des gens de mer ;", number=(1, 0))
        + w.para("Invite les Parties :", number=(1, 0))
        + w.para("à allumer leurs lanternes avant la nuit ;", number=(9, 0))
        + w.para("à les éteindre après le jour ;", number=(9, 0))
        + w.para(
            "Demande au Secrétariat de lui présenter, à sa quatrième session ordinaire, un rapport sur"
            " les prêts consentis, sur l’état des lanternes et sur les moyens de les garder allumées.",
            number=(1, 0),
        )
        + w.para("ANNEXE", "Titre1", more="<w:pageBreakBefore/>")
        + w.para("Règlement des prêts", "Titre1")
        + w.para("Le prêt d’un phare se demande par écrit.", number=(2, 0))
        + w.para("La réponse est donnée avant la fin de la saison.", number=(2, 0))
    )


# -- as LibreOffice makes it ------------------------------------------------------------------------


_ENCRYPTED = (
    'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},'
    '"DocumentOpenPassword":{"type":"string","value":"secret"}}'
)


def convert(data: bytes, form: str) -> bytes:
    """Return a Word file converted by LibreOffice."""
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "text.docx", Path(folder) / "out"
        source.write_bytes(data)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(out), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return next(out.iterdir()).read_bytes()


def main() -> None:
    """Write the files anew."""
    text = real()
    FILES.mkdir(exist_ok=True)
    made = {
        "real.docx": convert(real_word(text), "docx"),
        "real-one-column.pdf": convert(real_word(text), "pdf"),
        "real-two-columns.pdf": convert(real_word(text, columns=2), "pdf"),
        "treaty.docx": treaty(),
        "treaty.pdf": convert(treaty(), "pdf"),
        "resolution.docx": resolution(),
        "resolution.pdf": convert(resolution(), "pdf"),
        "encrypted.pdf": convert(w.word(w.para("texte")), _ENCRYPTED),
        "real-hyphenated.pdf": convert(real_word(text, columns=2, hyphens=True, justified=True), "pdf"),
    }
    for name, data in made.items():
        if len(sys.argv) == 1 or name in sys.argv:
            (FILES / name).write_bytes(data)
        sys.stdout.write(f"{name}: {len(data)} bytes\n")


if __name__ == "__main__":
    main()
