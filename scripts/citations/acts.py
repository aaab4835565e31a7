"""Acts: decisions and resolutions of the Convention's bodies, of the General Conference, of the Board."""

from __future__ import annotations

import re
from dataclasses import replace

from scripts.citations.articles import levels
from scripts.citations.lists import Member
from scripts.citations.scan import Found, Outcome, Scan, within
from scripts.citations.symbols import parts
from scripts.model import Reference

_Read = tuple[Reference, int]


def acts(scan: Scan, at: int) -> Outcome | None:
    """acts = act [ paragraphs ] { separator ( act | item ) [ paragraphs ] }.

    « Résolutions 5.CP 12 paragraphe 3, 5.CP 14 paragraphe 4 et 4.CP 13 », « Résolutions 5.CP 12 et 14 ».
    Returns None where no act stands at ``at``, or where it is a decision's own heading.
    """
    read = _act(scan, at) or _assembly(scan, at, "") or _adopted(scan, at)
    if read is None:
        return None
    if scan.text[at].isdigit() and scan.at.prefixed.search(scan.text, max(0, at - 12), at):
        return Outcome((), read[1])  # « WHC/19/14.COM/19 »: a document, of a series that is not known
    heading = _is_heading(scan, at, read[1])
    if (
        scan.text[at].isdigit()
        and read[0].scheme != "doc"
        and scan.at.paper.search(scan.text, max(0, at - 20), at)
    ):
        scan.doubt(at, read[1], read[0])  # « document 9.IGC/7 »: a document has a prefix
        return Outcome((), read[1])
    found: list[Found] = []
    many = _many(scan, at)
    while read:
        reference, end = _through(scan, *read)
        below, end = cited(scan, Found(at, end, reference), many=many)
        found += below
        separator = scan.at.separator.match(scan.text, end)
        if separator is None:
            break
        at = separator.end()
        read = _act(scan, at) or _assembly(scan, at, reference.scheme)
        if read is None and separator["comma"] != ";":
            read = _elided(scan, at, reference, many=many)
    if heading and len(found) == 1:
        return Outcome((), found[0].end)
    for item in found:
        scan.context.cite(item.reference, item.start)
    return Outcome(tuple(found), end)


def _many(scan: Scan, at: int) -> bool:
    head = scan.at.act.match(scan.text, at) or scan.at.assembly.match(scan.text, at)
    word = head and (head["head"] or head.groupdict().get("word"))
    return bool(word and scan.at.many.fullmatch(word))


def _act(scan: Scan, at: int) -> _Read | None:
    """act = [ head ] session item — « Décision 9.IGC 7 », « 1.EXT.IGC 2 bis », « 9.COM 9.b »."""
    match = scan.at.act.match(scan.text, at)
    if match is None or scan.at.count.match(scan.text, match.end()):
        return None
    organ = (match["organ"] or match["organ2"]).upper()
    body = scan.grammar.series.session(organ)
    if body is None:
        return None
    extra = "EXT." if match["ext"] or match["ext2"] else ""
    item, paragraph = _item(match["item"], lower=body.lower), ""
    if not body.lower and re.fullmatch(r"[0-9]+\.[0-9]+", item):  # « 9.IGC 7.3 »: items have no levels
        item, _, paragraph = item.partition(".")
    return Reference(body.scheme, f"{int(match['n'])}.{extra}{organ}/{item}", paragraph), match.end()


def _item(text: str, *, lower: bool) -> str:
    """Return an item in its one spelling: « 2 bis » → ``2bis``, « 4 REV. 2 » → ``4.Rev.2``."""
    number: str
    rest: list[str]
    number, *rest = re.findall(r"[0-9]+(?:[A-Za-z](?![A-Za-z]))?|[A-Za-z]+", text)
    spelt = number
    for step in rest:
        word = step.lower()
        if word in ("bis", "ter", "quater"):
            spelt += word
        else:
            spelt += f".{'Rev' if word == 'rev' else step}"
    return spelt.lower() if lower else spelt


def _elided(scan: Scan, at: int, before: Reference, *, many: bool) -> _Read | None:
    """item, its session left out — « et 14 » after « Résolutions 5.CP 12 »."""
    assembly = before.scheme in {body.scheme for body in scan.grammar.series.assemblies}
    match = (scan.at.assembly_item if assembly else scan.at.item).match(scan.text, at)
    if match is None or scan.at.count.match(scan.text, match.end()):
        return None
    if not many and not scan.at.closed.match(scan.text, match.end()):
        return None
    session = before.key.partition("/")[0]
    return Reference(before.scheme, f"{session}/{_item(match['item'], lower=False)}"), match.end()


def _through(scan: Scan, reference: Reference, end: int) -> _Read:
    """range = act to ( item | act of the same session ) — « 9.IGC 5 to 7 », « 9.IGC 5 à 9.IGC 7 »."""
    dash = scan.at.to.match(scan.text, end)
    session, _, first = reference.key.partition("/")
    last = dash and (_act(scan, dash.end()) or _elided(scan, dash.end(), reference, many=True))
    if not last or not last[0].key.startswith(f"{session}/"):
        return reference, end
    item = last[0].key.partition("/")[2]
    if not (first.isdigit() and item.isdigit() and int(first) < int(item)):
        return reference, end
    return replace(reference, key=f"{reference.key}-{item}"), last[1]


def cited(scan: Scan, whole: Found, *, many: bool) -> tuple[list[Found], int]:
    """paragraphs = [ , level numbers ] — « paragraphes 3 et 7 », « (paragraph 7) » after an act.

    Returns one citation for each paragraph, or ``whole`` where none is named, and where they end.
    """
    below, after = levels(scan, Member(whole.start, whole.end, ""), many=many)
    if below[0].path == "":
        return [whole], whole.end
    found = [Found(item.start, item.end, within(whole.reference, item.path.lstrip("."))) for item in below]
    return found, after


def _adopted(scan: Scan, at: int) -> _Read | None:
    """adopted = head item which-body-adopted session — « Resolution 15 adopted by … at its 33rd session »."""
    for pattern, body in scan.grammar.adopted:
        match = pattern.match(scan.text, at)
        if match:
            return Reference(body.scheme, f"{int(match['n'])}{body.organ}/{match['item']}"), match.end()
    return None


def _is_heading(scan: Scan, at: int, end: int) -> bool:
    """Whether a line holds nothing else than the act's name — « PROJET DE DECISION 10.IGC 7 ».

    A decision's own heading cites nothing: it is in capitals, or says that it is a draft.
    """
    before = scan.at.draft.search(scan.text, max(0, at - 60), at)
    if (
        before is None
        or not scan.text[at].isalpha()
        or scan.text[end : end + 200].split("\n", 1)[0].strip(" .*")
    ):
        return False
    word = re.match(r"\w+", scan.text[at:end])
    return bool(before["draft"]) or bool(word and word[0].isupper())


def _assembly(scan: Scan, at: int, before: str) -> _Read | None:
    """assembly = [ head ] n organ / [ head ] item — « Résolution 38 C/56 », « 166 EX/Decision 3.4.3 ».

    The head says whether the symbol is an act's or a document's; ``before`` is the scheme of the list.
    """
    match = scan.at.assembly.match(scan.text, at)
    if match is None:
        return None
    body = next(one for one in scan.grammar.series.assemblies if one.organ == match["organ"])
    said = match["head"] or match["word"]
    head = scan.at.resolution if body.head == "resolution" else scan.at.decision
    act = bool(head.fullmatch(said)) if said else before == body.scheme
    item = parts(scan.at.section.sub(".", match["item"]), scan.grammar.series)
    key = f"{int(match['n'])}{body.organ}/{item}"
    return Reference(body.scheme if act else "doc", key), match.end()
