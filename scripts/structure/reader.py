"""From the rows of a component to its provisions: what opens a block, what goes on, what holds what."""

from __future__ import annotations

from scripts.model import Kind, Role, Severity
from scripts.structure import article_labels, articles, front, labels
from scripts.structure.accept import Accepted, accept
from scripts.structure.labels import Label, Style
from scripts.structure.outline import Edge, Level, Node, Outline, is_heading, is_table_row
from scripts.structure.rows import Row
from scripts.structure.wording import capital, stops

_DEEPEST = 12  # lists within lists
_HEADING_AHEAD = 240  # characters
_LINES = 10
_SHORT_LINE = 8  # characters


def read(outline: Outline, title: int) -> None:
    """Read the rows of ``outline`` into its ``root`` and ``findings``; ``title`` rows of them are a title."""
    if title:
        outline.root.append(Node(Kind.TITLE, None, list(outline.rows[:title])))
    for index in range(title, len(outline.rows)):
        row = outline.rows[index]
        edge = outline.edge(row)
        if outline.current and row.opens is False:
            _go_on(outline, row)
            continue
        if not row.opens and _label_alone(outline):
            _go_on(outline, row)
            continue
        accepted = None if row.role is Role.TABLE else accept(outline, index, edge)
        if accepted:
            _close(outline, index)
            _open(outline, row, accepted)
        elif _goes_on(outline, index, edge):
            _go_on(outline, row)
        else:
            _close(outline, index)
            outline.current = Node(None, None, [row])
        outline.quotes = max(0, outline.quotes + _quotes(row.text))
    _close(outline, len(outline.rows))


def _quotes(text: str) -> int:
    """Return how many quotation marks a text leaves open; below 0, how many it shuts."""
    return sum(text.count(mark) for mark in "“«") - sum(text.count(mark) for mark in "”»")


def _label_alone(outline: Outline) -> bool:
    """Tell whether the open provision has only its label yet: « 1. » alone on its line, its text below."""
    node = outline.current
    if node is None or node.label is None or len(node.rows) > 1 or node is outline.article:
        return False
    return len(node.rows[0].text) <= node.label.end and node.label.style is not Style.MARK


def _go_on(outline: Outline, row: Row) -> None:
    if outline.current is None:
        raise AssertionError("no provision is open")
    outline.current.rows.append(row)


# -- labelled text ----------------------------------------------------------------------------------


def _open(outline: Outline, row: Row, accepted: Accepted) -> None:
    label, depth = accepted.label, min(accepted.depth, _DEEPEST)
    if label.style is Style.ARTICLE:
        outline.leave()
    owner = _owner(outline, depth)
    node = Node(_kind(outline, label, owner), label, [row])
    (owner.children if owner else outline.root).append(node)
    del outline.levels[depth:]
    outline.levels.append(Level(node, owner))
    if label.style is Style.ARTICLE:
        articles.enter(outline, node)
    elif label.style is Style.NUMBER and depth == outline.base:
        outline.counted(label.value)
        outline.quotes = 0
    if accepted.doubt:
        restart = accepted.doubt == "numbering-restarts" and outline.after_heading
        num = "" if node is outline.article else label.num
        outline.doubt(accepted.doubt, row, num, Severity.NOTICE if restart else Severity.WARNING)
    outline.current, outline.after_heading, outline.in_table = node, False, False


def _owner(outline: Outline, depth: int) -> Node | None:
    if depth < len(outline.levels):
        return outline.levels[depth].owner
    return outline.levels[-1].node if outline.levels else None


def _kind(outline: Outline, label: Label, owner: Node | None) -> Kind:
    """« 1. », and where nothing numbered so holds it « (1) » and « 1) », is a paragraph."""
    if label.style is Style.ARTICLE:
        return Kind.ARTICLE
    if label.style is Style.DOTTED:
        return Kind.SUBPARAGRAPH
    figure = label.style in (Style.NUMBER, Style.FIGURE)
    return Kind.PARAGRAPH if figure and (owner is None or owner is outline.article) else Kind.ITEM


# -- unnumbered text --------------------------------------------------------------------------------


def _goes_on(outline: Outline, index: int, edge: Edge) -> bool:
    """Tell whether an unlabelled row continues the open text."""
    row, node = outline.rows[index], outline.current
    if node is None:
        return False
    if edge is Edge.FULL:
        return _after_a_turn(outline, index, node)
    if not capital(row.text) and not (row.gap and _quotes(row.text[0]) > 0):
        return not (edge is Edge.GAP and _list_ended(outline, row, node))
    if edge is Edge.NONE:
        return not (node is outline.article or _ends_in_front(outline, node, row) or outline.meant(row))
    if edge is Edge.STOP and not articles.opens_block(outline, row, edge):
        return not (_heading_ahead(outline, index) or _ended_above(outline, row, node))
    return edge is not Edge.STOP and _past_a_break(outline, row, node)


def _ends_in_front(outline: Outline, node: Node, row: Row) -> bool:
    """« CONVENTION … » / « Les Parties, » / « Rappelant … , » / « Notant »: no blank line parts them."""
    above = node.rows[-1]
    if len(above.text) > _SHORT_LINE and above.text.isupper():
        return not row.text.isupper()
    if outline.last != (0, 0) or node.label or outline.article or not above.text.endswith(","):
        return False
    formula = not outline.levels and len(node.rows) == 1 and front.is_formula(node, outline.words)
    return formula or outline.layout.had_room(above, row)


def _list_ended(outline: Outline, row: Row, node: Node) -> bool:
    """Tell whether closing words begin: "(b) … each," / blank line / "in accordance with …"."""
    above = node.rows[-1]
    parted = not row.turn or outline.layout.meant(above, row)
    return node.kind is Kind.ITEM and above.text.endswith(",") and parted


def _ended_above(outline: Outline, row: Row, node: Node) -> bool:
    """Tell whether the paragraph ended with the line above, which leaves the next word room enough."""
    layout, above = outline.layout, node.rows[-1]
    return layout.meant(above, row) if node.label is None else layout.surely_meant(above, row)


def _past_a_break(outline: Outline, row: Row, node: Node) -> bool:
    """« … la mise en œuvre de la » / page turn / « Convention »: on, if the line above was full."""
    above = node.rows[-1].text
    short = sum(len(each.text) for each in node.rows[:_LINES]) <= _HEADING_AHEAD
    unlabelled = node.label is None and (short or not row.turn)
    if row.gap and (unlabelled or node is outline.article or (above.endswith(",") and not row.turn)):
        return False
    return outline.layout.full(node.rows[-1], row)


def _after_a_turn(outline: Outline, index: int, node: Node) -> bool:
    """A page may turn between two sentences of a paragraph: on, if the line above was full."""
    row = outline.rows[index]
    if not row.turn or (row.gap and node.label is None) or _heading_ahead(outline, index):
        return False
    if articles.opens_block(outline, row, Edge.FULL):
        return False
    return outline.layout.full(node.rows[-1], row)


def _heading_ahead(outline: Outline, index: int) -> bool:
    """Tell whether a heading begins here: a few lines, no full stop, then a number that follows."""
    rows, length = outline.rows, 0
    for end in range(index + 1, len(rows)):
        above = rows[end - 1].text
        length += len(above)
        if stops(above, outline.words) or above.endswith(",") or length > _HEADING_AHEAD:
            return False
        if _number_follows(outline, end):
            return True
        if rows[end].gap and not rows[end].turn:
            return capital(rows[end].text)
    return False


def _number_follows(outline: Outline, index: int) -> bool:
    return any(
        label.style is Style.NUMBER and (label.follows(outline.last) or label.first)
        for label in labels.read(outline.rows[index].text, outline.words)
    )


def _close(outline: Outline, index: int) -> None:
    """Give the open unnumbered text, which the row at ``index`` ends, its kind and place."""
    node = outline.current
    if node is None or node.label is not None:
        return
    if articles.concludes(outline, node, index):
        outline.leave()
        outline.concluded = True
    elif outline.opener(index) == index:
        outline.concluded = False
    if (is_heading(node, outline.words) or _section_number(outline, node)) and not outline.concluded:
        _place_heading(outline, node, index)
    else:
        node.kind = Kind.PARAGRAPH
        _place_paragraph(outline, node)


def _quotation(outline: Outline, node: Node) -> bool:
    """Tell whether a short line is quoted: « 41. La Charte dispose : » / « Chapitre II » / « Article 23 »."""
    first = outline.levels[0].node
    return outline.current is node and (
        not first.children or bool(article_labels.read(node.rows[0].text, outline.words))
    )


def _section_number(outline: Outline, node: Node) -> bool:
    """« IV. » alone on its line, the title of the section on the next."""
    return len(node.rows) == 1 and article_labels.section_alone(node.rows[0].text, outline.words)


def _place_heading(outline: Outline, node: Node, index: int) -> None:
    """Put a heading where it stands: the title of an article or section above, in an article, or between."""
    if articles.quoted(outline) and node.rows[0].role is not Role.HEADING and _quotation(outline, node):
        node.kind = Kind.PARAGRAPH
        _place_paragraph(outline, node)
        return
    section = article_labels.heads_section(node.rows[0].text, outline.words)
    if not section and articles.awaits_title(outline, node) and outline.article:
        outline.article.rows += node.rows
        outline.current = outline.article
        return
    above = outline.root[-1] if outline.root else None
    if not section and above is outline.untitled and above is not None and not outline.article:
        above.rows += node.rows
        outline.current, outline.untitled = above, None
        return
    node.kind = Kind.HEADING
    outline.after_heading = True
    if not section and outline.article and articles.holds(outline, index):
        del outline.levels[1:]
        outline.article.children.append(node)
        return
    outline.leave()
    outline.root.append(node)
    if section and _section_number(outline, node):
        outline.untitled = node


def _place_paragraph(outline: Outline, node: Node) -> None:
    """Put unnumbered text where it stands: closing words in what holds the list, other text beside."""
    levels = outline.levels
    owner = _next_of_list(outline, levels[-1].owner if levels else None, node) or outline.article
    quoted = articles.quoted(outline) and (owner is None or _goes_on_quoting(outline, owner))
    titled = bool(levels) and owner is outline.article and _belongs(outline, levels[-1].node, node)
    if titled or (quoted and owner is None):
        owner = levels[-1].node
    if owner is outline.article:
        del levels[outline.base :]
    if is_table_row(node) or not (titled or quoted or outline.concluded):
        _doubt_unnumbered(outline, node, owner)
    (owner.children if owner else outline.root).append(node)
    del levels[_DEEPEST:]
    levels.append(Level(node, owner))


def _goes_on_quoting(outline: Outline, owner: Node) -> bool:
    """Tell whether a quotation goes on: « 41. La Charte dit : » / « “Nul ne … » / « Chacun … ”»."""
    return owner is outline.levels[0].node and bool(owner.children) and owner.children[-1].label is None


def _next_of_list(outline: Outline, owner: Node | None, node: Node) -> Node | None:
    """« Invite les Parties : » / « a) … ; » / « Prie … »: the next of the unnumbered verbs."""
    above = outline.levels[-1].node if outline.levels else None
    if owner is None or owner.label or above is None or not above.rows[-1].text.endswith(";"):
        return owner
    if not capital(node.rows[0].text):
        return owner
    return next((level.owner for level in outline.levels if level.node is owner), owner)


def _doubt_unnumbered(outline: Outline, node: Node, owner: Node | None) -> None:
    """Report text without a number among numbered text, and a table, kept as lines, once."""
    table = is_table_row(node)
    if table and not outline.in_table:
        outline.doubt("table", node.rows[0], "", Severity.NOTICE)
    elif outline.last != (0, 0) and not table:
        closing = owner and owner.children and owner is not outline.article
        code = "closing-words" if closing else "unnumbered-paragraph"
        outline.doubt(code, node.rows[0], "", Severity.NOTICE)
    outline.in_table = table


def _belongs(outline: Outline, above: Node, node: Node) -> bool:
    """Tell whether unnumbered text is the paragraph's above: « 1. Principe » has its text below."""
    if above.label is None or above.label.style is Style.ARTICLE:
        return False
    return not capital(node.rows[0].text) or not stops(above.rows[-1].text, outline.words)
