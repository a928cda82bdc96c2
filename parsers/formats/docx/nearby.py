"""Arrows over a table that hang from a paragraph right before or behind it.

Such an arrow is dragged over its row and keeps its anchor, so nothing but heights tells the row. A stroke is made
only where the doubt that is left of the heights between anchor and arrow cannot move it to another row.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from parsers.formats.docx.grid import row_height, visible_rows
from parsers.formats.docx.lengths import twips_pt
from parsers.formats.docx.names import W_PPR, W
from parsers.formats.docx.placement import AnchorCell, RowHeight, TablePlace, strokes_over
from parsers.formats.docx.sections import PageShape
from parsers.formats.docx.shapes import Drawing
from parsers.formats.docx.tableplace import TableLayout
from schemas.document import Block, Cell, Stroke, Table

PARAGRAPHS = 4
"""An anchor farther from its table than this many paragraphs says nothing of the table."""

_LINE_PT = 18.0
_LETTER_PT = 7.0
"""About what one line of text is high, and one letter wide, in the tables of plans (12 to 16 points)."""

_SHORT = 5
"""So few letters, as of a month's name, stand on one line however narrow their cell is."""

_CELL_MARGINS_PT = 10.8
_DOUBT_SHARE = 0.25
"""A height that is estimated from text may be wrong by this share: a line of 14 points is 16 high in TH Sarabun, 20 in
Cordia, 22 in fonts put in their place."""

_ROOMY_SHARE = 0.8
"""Text that is estimated to fill no more of a row's least height does not make the row grow."""

_PARAGRAPH_PT = 20.0
_PARAGRAPH_DOUBT_PT = 6.0
_EDGE_PT = 3.0
"""How far past a row's rule a hand may draw."""


@dataclass(frozen=True, slots=True)
class Height:
    """A height in points, and by how much it may be wrong."""

    pt: float
    doubt_pt: float = 0.0


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A paragraph beside a table: its drawings, and how high it is."""

    drawings: tuple[Drawing, ...]
    height: Height


def paragraph_height(paragraph: etree._Element, text: str) -> Height:
    """The height of a w:p, certain where its line height is exact and its text no longer than a line."""
    spacing = paragraph.find(f"{W_PPR}/{W}spacing")
    around_pt = _spacing_pt(spacing, "before") + _spacing_pt(spacing, "after")
    exact = spacing is not None and spacing.get(W + "lineRule") == "exact"
    if exact and not text.strip():
        return Height(_spacing_pt(spacing, "line") + around_pt)
    return Height(_PARAGRAPH_PT + around_pt, _PARAGRAPH_DOUBT_PT)


def _spacing_pt(spacing: etree._Element | None, name: str) -> float:
    return (twips_pt(spacing.get(W + name)) or 0.0) if spacing is not None else 0.0


@dataclass(slots=True)
class WaitingTable:
    """A table's blocks, which wait for the paragraph behind it: it may hold arrows over the table, as those before may."""

    layout: TableLayout
    _blocks: list[Block] = field(default_factory=list)
    _element: etree._Element | None = None
    _page: PageShape = field(default_factory=PageShape)

    def begin(
        self, element: etree._Element, blocks: list[Block], page: PageShape, before: Sequence[Neighbour]
    ) -> None:
        """Hold the blocks of a w:tbl that stands behind the paragraphs `before`."""
        self._element, self._blocks, self._page = element, blocks, page
        if any(neighbour.drawings for neighbour in before):
            self._draw(lambda table, place: strokes_from_above(before, table, element, place))

    def end(self, behind: Neighbour | None = None) -> Iterator[Block]:
        """The blocks that waited, with the arrows of the paragraph behind; none where no table waits."""
        element = self._element
        if element is not None and behind is not None and behind.drawings:
            self._draw(lambda table, place: strokes_from_below(behind, table, element, place))
        blocks, self._blocks, self._element = self._blocks, [], None
        yield from blocks

    def _draw(self, strokes: Callable[[Table, TablePlace], list[Stroke]]) -> None:
        """Add strokes to the table among the blocks; a table that is but a frame has none."""
        if self._element is None:
            return
        heights = [row_height(row) for row in visible_rows(self._element)]
        for index, block in enumerate(self._blocks):
            if isinstance(block, Table) and block.rows == len(heights) > 1:
                place = self.layout.place(self._element, self._page, block.column_edges, heights)
                more = sorted((*block.strokes, *strokes(block, place)), key=lambda s: (s.row, s.x0))
                self._blocks[index] = block.model_copy(update={"strokes": tuple(more)})
                return


def strokes_from_above(
    before: Sequence[Neighbour], table: Table, element: etree._Element, place: TablePlace
) -> list[Stroke]:
    """The strokes on `table` (the w:tbl `element`) whose anchors are in the paragraphs right before it, in order."""
    heights = row_heights(element, table)
    found: list[Stroke] = []
    for index, neighbour in enumerate(before):
        passed = [each.height for each in before[index:]]
        for drawing in neighbour.drawings:
            rows = (_row_at(y_pt, passed, heights) for y_pt in _levels_pt(drawing))
            found += strokes_over(drawing, tuple(rows), _text_column(place), place)
    return found


def strokes_from_below(
    behind: Neighbour, table: Table, element: etree._Element, place: TablePlace
) -> list[Stroke]:
    """The strokes on `table` whose anchor is in the paragraph right behind it, above whose top they are drawn."""
    heights = row_heights(element, table)[::-1]
    found: list[Stroke] = []
    for drawing in behind.drawings:
        upward = (_row_at(-y_pt, (), heights) for y_pt in _levels_pt(drawing))
        rows = (None if row is None else table.rows - 1 - row for row in upward)
        found += strokes_over(drawing, tuple(rows), _text_column(place), place)
    return found


def _levels_pt(drawing: Drawing) -> Iterator[float]:
    """How far under the top of the anchor's paragraph each line is; far above it where the file does not say."""
    anchor = drawing.anchor
    known = anchor.vertical in ("paragraph", "line") and not anchor.inline
    for line in drawing.lines:
        yield anchor.y_pt + line.y_pt if known and anchor.y_pt is not None else math.nan


def _row_at(y_pt: float, passed: Iterable[Height], rows: Sequence[Height]) -> int | None:
    """The row that `y_pt` falls on for sure, counted from where the `passed` heights end; None for no row or several."""
    top_pt = doubt_pt = 0.0
    for height in passed:
        top_pt, doubt_pt = top_pt + height.pt, doubt_pt + height.doubt_pt
    for index, height in enumerate(rows):
        bottom_pt = top_pt + height.pt
        if top_pt <= y_pt < bottom_pt:
            above_pt, below_pt = y_pt - top_pt, bottom_pt - y_pt
            sure = above_pt + _EDGE_PT >= doubt_pt and below_pt + _EDGE_PT >= doubt_pt + height.doubt_pt
            return index if sure else None
        top_pt, doubt_pt = bottom_pt, doubt_pt + height.doubt_pt
    return None


def row_heights(element: etree._Element, table: Table) -> list[Height]:
    """The heights of a w:tbl's rows: as said, or by the lines of the tallest cell."""
    said = map(row_height, visible_rows(element))
    return [_height(own, lines * _LINE_PT) for own, lines in zip(said, _lines_by_row(table), strict=True)]


def _lines_by_row(table: Table) -> list[int]:
    """The lines of each row's tallest cell; what a merged cell needs beyond its rows makes the last of them grow."""
    lines = [0] * table.rows
    for cell in sorted(table.cells, key=lambda cell: cell.row_span):
        rows = range(cell.row, min(cell.row + cell.row_span, table.rows))
        missing = _lines_of(cell, table) - sum(lines[row] for row in rows)
        lines[rows[-1]] += max(0, missing)
    return lines


def _height(said: RowHeight, text_pt: float) -> Height:
    if said.exact or (said.height_pt and text_pt <= _ROOMY_SHARE * said.height_pt):
        return Height(said.height_pt)
    return Height(max(said.height_pt, text_pt, _LINE_PT), _DOUBT_SHARE * max(text_pt, _LINE_PT))


def _lines_of(cell: Cell, table: Table) -> int:
    edges = table.column_edges
    room_pt = max(edges[cell.col + cell.col_span] - edges[cell.col] - _CELL_MARGINS_PT, _LETTER_PT)
    letters = (sum(map(str.isalnum, line)) for line in cell.raw_text.split("\n"))
    return sum(max(1, math.ceil(_LETTER_PT * count / room_pt)) if count > _SHORT else 1 for count in letters)


def _text_column(place: TablePlace) -> AnchorCell:
    """What the offsets of an anchor outside the table count from: the text between the page's margins."""
    left_pt = place.page.left_margin_pt - place.left_pt
    right_pt = left_pt + place.page.text_width_pt
    return AnchorCell(0, left_pt, right_pt, left_pt, right_pt)
