"""Documents by their symbols: « CE/07/1.CP/CONF/209/10 », « CE/15/9.IGC/3, para. 305-348 »."""

from __future__ import annotations

from scripts.citations.acts import cited
from scripts.citations.scan import Found, Outcome, Scan
from scripts.citations.symbols import parts
from scripts.model import Reference


def documents(scan: Scan, at: int) -> Outcome | None:
    """documents = symbol [ paragraphs ] { separator last-part [ paragraphs ] }.

    « CE/14/8.IGC/3, para. 351-358 », « documents DCE/16/10.IGC/INF.3 et INF.4 ».
    Returns None where no symbol stands at ``at``.
    """
    read = _symbol(scan, at)
    if read is None:
        return None
    many = _many(scan, at)
    found: list[Found] = []
    while read:
        below, end = cited(scan, Found(at, read[1], read[0]), many=many)
        found += below
        separator = scan.at.separator.match(scan.text, end)
        if separator is None or separator["comma"] == ";":
            break
        at = separator.end()
        read = _elided(scan, at, read[0], many=many)
    for item in found:
        scan.context.cite(item.reference, item.start)
    return Outcome(tuple(found), end)


def _many(scan: Scan, at: int) -> bool:
    word = scan.at.paper.search(scan.text, max(0, at - 20), at)
    return bool(word and scan.at.many.match(word[0]))


def _symbol(scan: Scan, at: int) -> tuple[Reference, int] | None:
    """symbol = prefix / year / session { / part } — « CE/09/2 CP/210/7 », « ITH/16/6.GA/2 »."""
    match = scan.at.document.match(scan.text, at)
    if match is None:
        return None
    extra = "EXT." if match["ext"] or match["ext2"] else ""
    session = f"{int(match['n'])}.{extra}{(match['organ'] or match['organ2']).upper()}"
    keys = [match["prefix"].upper(), match["year"], session]
    end = match.end()
    while part := scan.at.part.match(scan.text, end):
        keys.append(parts(part["part"], scan.grammar.series))
        end = part.end()
    if len(keys) == 3:
        return None
    return Reference("doc", "/".join(keys).replace("CONF.", "CONF/")), end


def _elided(scan: Scan, at: int, before: Reference, *, many: bool) -> tuple[Reference, int] | None:
    """last-part = INF.n | number — « INF.4 » after « DCE/16/10.IGC/INF.3 et », « 9B » after a plural."""
    match = scan.at.info.match(scan.text, at)
    if match is None and many:
        match = scan.at.number_part.match(scan.text, at)
        if match and scan.at.count.match(scan.text, match.end()):
            return None
    if match is None:
        return None
    stem = before.key.rpartition("/")[0]
    last = match.groupdict().get("part") or match["item"]
    return Reference("doc", f"{stem}/{parts(last, scan.grammar.series)}"), match.end()
