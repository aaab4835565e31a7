"""The main text of a page: where it stands, and what on the page is no part of it."""

from __future__ import annotations

from lxml import etree

_OUT = (
    "script",
    "style",
    "noscript",
    "template",
    "nav",
    "iframe",
    "object",
    "embed",
    "svg",
    "button",
    "input",
    "select",
    "textarea",
    "dialog",
    "title",
    "meta",
    "link",
    "base",
    "audio",
    "video",
    "canvas",
    "map",
)
_BREAKS = ("nav", "dialog")
_SHELL = ("header", "footer", "aside")  # of the page: in the main text a header holds its title
_ROLES = ("navigation", "banner", "contentinfo", "search", "complementary", "doc-toc")
_ENOUGH = 0.5


def main_text(root: etree._Element, gone: str) -> etree._Element:
    """Return the element that holds the page's main text, what is no text taken out of the page.

    ``gone`` is the mark of change whose words are not in the text wanted, ``ins`` or ``del``.
    """
    for each in list(root.iter(*_OUT, gone)):
        _take_out(each)
    for each in [each for each in root.iter(etree.Element) if _unseen(each)]:
        _take_out(each)
    main = _main(root)  # what stands before the first block of the text the parser may put in the head
    for each in list(main.iter(*_SHELL)):
        if each.tag == "footer" or not _within(each, ("article", "main", "section"), main):
            _take_out(each, keep_notes=True)
    return main


def words_in(each: etree._Element) -> str:
    """Return all the characters within an element."""
    return str(each.xpath("string()"))


def changes(root: etree._Element) -> list[str]:
    """Return the words that a page marks as inserted or deleted, each with its mark."""
    names = {"ins": "inserted", "del": "deleted"}
    return [
        f"{names[str(each.tag)]}: « {' '.join(words_in(each).split())[:60]} »"
        for each in root.iter("ins", "del")
        if words_in(each).strip()
    ]


def _main(root: etree._Element) -> etree._Element:
    """Return ``main``, what has its role, or the one article that holds most of the page's words."""
    said = [each for each in root.iter() if each.tag == "main" or each.get("role") == "main"]
    for each in said:
        if _length(each):
            return each
    articles = [each for each in root.iter("article") if not _within(each, ("article",), root)]
    whole = _length(root)
    for each in articles:
        if _length(each) >= _ENOUGH * whole:
            return each
    return root


def _length(each: etree._Element) -> int:
    return len("".join(words_in(each).split()))


def _within(each: etree._Element, tags: tuple[str, ...], top: etree._Element) -> bool:
    if top.tag in tags and each is not top:
        return True
    for above in each.iterancestors():
        if above is top:
            return False
        if above.tag in tags:
            return True
    return False


def _unseen(each: etree._Element) -> bool:
    style = each.get("style", "").replace(" ", "").lower()
    return (
        each.get("hidden") is not None
        or each.get("aria-hidden") == "true"
        or "display:none" in style
        or each.get("role") in _ROLES
    )


def _take_out(each: etree._Element, keep_notes: bool = False) -> None:
    """Empty an element; what stands within a line leaves no break in it, nor does what held no text."""
    if keep_notes and each.xpath(".//*[@id or @name]"):
        each.tag = "div"
        return
    within = each.tag not in _BREAKS and each.tag in (*_OUT, "ins", "del")
    del each[:]
    each.text = None
    each.attrib.clear()
    if within:
        each.tag = "span"
