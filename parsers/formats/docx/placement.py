"""From a shape's anchor to the table's own coordinates."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from parsers.formats.docx.sections import PageShape
from parsers.formats.docx.shapes import Anchor, Drawing, Line
from schemas.document import Stroke

OUTSIDE_PT = 12.0
"""How far a stroke may stick out of its table, as drawn by hand, before its place is held for wrong."""
_ROW_TOLERANCE_PT = 3.0
_MANY_COLUMNS = 10
_NARROW_SHARE = 1.5
"""A column no wider than this many times the table's median column is narrow, as those of months are."""
_OVER_NARROW_SHARE = 0.8
"""The part of a mark that must lie over narrow columns: nobody draws marks across text."""


@dataclass(frozen=True, slots=True)
class RowHeight:
    """A row's w:trHeight: exact, or the least ("atLeast"), or unknown (0, not exact)."""

    height_pt: float = 0.0
    exact: bool = False


@dataclass(frozen=True, slots=True)
class TablePlace:
    """Where a table stands, in points; `left_pt` is from the page's left edge to column edge 0."""

    page: PageShape
    left_pt: float
    edges: tuple[float, ...]
    heights: Sequence[RowHeight]
    from_libreoffice: bool = False
    """LibreOffice writes "margin" (and layoutInCell="0") for what it lays out in the cell."""


@dataclass(frozen=True, slots=True)
class AnchorCell:
    """The cell that holds an anchor, in table coordinates; `text_*` is inside its margins."""

    row: int
    left_pt: float
    right_pt: float
    text_left_pt: float
    text_right_pt: float
    indent_pt: float = 0.0
    centered: bool = False
    at_top: bool = True
    """Whether the paragraph is the first of a cell that is aligned to the top, so that its y is the row's."""


_Span = tuple[float, float]

_CLEARLY_LESS = 0.6
"""The second reading of anchors is taken when it misses the columns' edges by less than this share of the first."""


_ENOUGH_MARKS = 3
"""So many marks of a table judge for themselves; fewer are judged with those of the tables before."""


@dataclass(slots=True)
class Readings:
    """How far the marks of a story's tables so far miss the columns' edges, in points, by each reading of anchors."""

    _missed_pt: tuple[float, float] = (0.0, 0.0)

    def likelier(self, hung: Sequence[tuple[Drawing, AnchorCell]], table: TablePlace) -> int:
        """Which reading of the anchors (the index of a reference) brings the ends of the marks nearest to the edges.

        One mark may look right where the other reading puts it, two months aside; all marks of a table do not, and
        one office draws all its tables alike.
        """
        doubtful = [found for item in hung if len(found := _good_lefts(*item, table)) > 1]
        own = (_missed(doubtful, 0, table), _missed(doubtful, 1, table))
        self._missed_pt = (self._missed_pt[0] + own[0], self._missed_pt[1] + own[1])
        if not doubtful:
            return 0
        first, second = own if len(doubtful) >= _ENOUGH_MARKS else self._missed_pt
        return 1 if second < _CLEARLY_LESS * first else 0


def _missed(found: Sequence[Sequence[_Span]], reading: int, table: TablePlace) -> float:
    return sum(_misfit(*spans[reading], table.edges) for spans in found)


def _good_lefts(drawing: Drawing, cell: AnchorCell, table: TablePlace) -> list[_Span]:
    """The ends of a drawing's lines by each reading that puts them over narrow columns."""
    first, last = min(line.x0_pt for line in drawing.lines), max(line.x1_pt for line in drawing.lines)
    lefts = [_aligned(drawing.anchor, span) for span in _references(drawing.anchor, cell, table)]
    return [
        (left + first, left + last) for left in lefts if _over_narrow(left + first, left + last, table.edges)
    ]


def _misfit(x0: float, x1: float, edges: tuple[float, ...]) -> float:
    return min(abs(x0 - edge) for edge in edges) + min(abs(x1 - edge) for edge in edges)


def strokes(drawing: Drawing, cell: AnchorCell, table: TablePlace, reading: int = 0) -> Iterator[Stroke]:
    """The strokes of a drawing that lie on the table; `reading` is preferred where several are good."""
    left_pt = _left(drawing, cell, table, reading)
    for line in drawing.lines:
        x0, x1 = left_pt + line.x0_pt, left_pt + line.x1_pt
        if x1 > 0 and x0 < table.edges[-1]:
            row = _row(drawing.anchor, line, cell, table.heights)
            yield Stroke(
                row=row, x0=round(x0, 3), x1=round(x1, 3), head_start=line.head_start, head_end=line.head_end
            )


def strokes_over(
    drawing: Drawing, rows: Sequence[int | None], text: AnchorCell, table: TablePlace
) -> Iterator[Stroke]:
    """The strokes of a drawing whose anchor is outside the table, on the row given for each line; none for None.

    Only lines over narrow columns are marks: rules and underlines are drawn beside tables too.
    """
    left_pt = _left(drawing, text, table)
    for line, row in zip(drawing.lines, rows, strict=True):
        x0, x1 = left_pt + line.x0_pt, left_pt + line.x1_pt
        if row is not None and _over_narrow(x0, x1, table.edges):
            yield Stroke(
                row=row, x0=round(x0, 3), x1=round(x1, 3), head_start=line.head_start, head_end=line.head_end
            )


def _left(drawing: Drawing, cell: AnchorCell, table: TablePlace, reading: int = 0) -> float:
    """Where the drawing's corner lies: the preferred or first reading of its anchor that puts lines where marks may be.

    Files disagree on whether offsets of shapes in cells count from the cell or from the page (layoutInCell,
    the compatibility mode, other programs), and a wrong guess mostly misses the table or its narrow columns.
    """
    candidates = [_aligned(drawing.anchor, span) for span in _references(drawing.anchor, cell, table)]
    first, last = min(line.x0_pt for line in drawing.lines), max(line.x1_pt for line in drawing.lines)
    right_pt = table.edges[-1] + OUTSIDE_PT
    inside = [left for left in candidates if left + first >= -OUTSIDE_PT and left + last <= right_pt]
    good = [left for left in inside if _over_narrow(left + first, left + last, table.edges)]
    if len(good) > 1:
        return good[reading]
    return (good or inside or candidates)[0]


def _over_narrow(x0: float, x1: float, edges: tuple[float, ...]) -> bool:
    columns = list(pairwise(edges))
    if len(columns) < _MANY_COLUMNS:
        return False
    limit = _NARROW_SHARE * median(right - left for left, right in columns)
    narrow = (max(0.0, min(x1, right) - max(x0, left)) for left, right in columns if right - left <= limit)
    return sum(narrow) >= _OVER_NARROW_SHARE * (x1 - x0)


def _aligned(anchor: Anchor, span: _Span) -> float:
    if anchor.align == "center":
        return (span[0] + span[1] - anchor.width_pt) / 2
    if anchor.align in ("right", "outside"):
        return span[1] - anchor.width_pt
    return span[0] + anchor.x_pt


def _references(anchor: Anchor, cell: AnchorCell, table: TablePlace) -> list[_Span]:
    """What the offset may count from, in table coordinates, the likeliest first."""
    page, shift = table.page, table.left_pt
    text = (page.left_margin_pt - shift, page.width_pt - page.right_margin_pt - shift)
    column = (cell.text_left_pt, cell.text_right_pt)
    if anchor.horizontal == "character":
        if anchor.inline and cell.centered:
            middle_pt = (column[0] + column[1] - anchor.width_pt) / 2
            return [(middle_pt, middle_pt)]
        return [(column[0] + cell.indent_pt, column[1])]
    if anchor.horizontal == "column":
        return [column, text] if anchor.in_cell else [text, column]
    if anchor.horizontal == "margin" and table.from_libreoffice:
        return [column, text]
    on_page = {
        "page": (-shift, page.width_pt - shift),
        "margin": text,
        "rightMargin": (text[1], page.width_pt - shift),
        "outsideMargin": (text[1], page.width_pt - shift),
    }.get(anchor.horizontal, (-shift, text[0]))
    return [on_page, (cell.left_pt, cell.right_pt)]


def _row(anchor: Anchor, line: Line, cell: AnchorCell, heights: Sequence[RowHeight]) -> int:
    """The row that a line lies on: the anchor's, unless the rows' heights make certain that it is another."""
    if (
        anchor.inline
        or anchor.y_pt is None
        or anchor.vertical not in ("paragraph", "line")
        or not cell.at_top
    ):
        return cell.row
    y_pt = anchor.y_pt + line.y_pt
    return _row_below(y_pt, cell.row, heights) if y_pt >= 0 else _row_above(y_pt, cell.row, heights)


def _row_below(y_pt: float, row: int, heights: Sequence[RowHeight]) -> int:
    current = row
    while current < len(heights) and heights[current].exact:
        if y_pt < heights[current].height_pt + _ROW_TOLERANCE_PT or current + 1 == len(heights):
            return current
        y_pt -= heights[current].height_pt
        current += 1
    # Certain so far: every row passed has an exact height.
    return current if current < len(heights) else row


def _row_above(y_pt: float, row: int, heights: Sequence[RowHeight]) -> int:
    current = row
    while y_pt < -_ROW_TOLERANCE_PT and current > 0:
        above = heights[current - 1]
        if not above.height_pt:
            return row
        y_pt += above.height_pt
        current -= 1
        if y_pt < 0 and not above.exact:
            return row
    return current
