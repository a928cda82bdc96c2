"""A table's rows and cells on the grid: spans, merged cells, rows that count."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from parsers.formats.docx.columns import CellWidth
from parsers.formats.docx.content import children, flag
from parsers.formats.docx.lengths import twips_pt
from parsers.formats.docx.names import W_TC, W_TCPR, W_TR, W_TRPR, W_VAL, W
from parsers.formats.docx.placement import RowHeight
from parsers.formats.docx.shading import shading
from schemas.document import Cell

WIDTH_SAMPLE_ROWS = 30
"""Rows whose cell widths are compared with the grid."""
MAX_SPAN = 63
"""Word's own limit of columns; a larger span is damage, and would blow up the grid."""
_W_WIDTH, _W_SPAN, _W_SHADE = W + "tcW", W + "gridSpan", W + "shd"
_W_MERGE_DOWN, _W_MERGE_RIGHT = W + "vMerge", W + "hMerge"
_CELL_MARKS = (_W_SPAN, _W_SHADE, _W_MERGE_DOWN, _W_MERGE_RIGHT)
_CELL_DEFAULTS: dict[str, Any] = {
    name: definition.get_default()
    for name, definition in Cell.model_fields.items()
    if not definition.is_required()
}
_CELL_FIELDS = set(Cell.model_fields)
_set = object.__setattr__

CellReader = Callable[[etree._Element, int, int, int], str]
"""Reads the content of a w:tc, given its row, first column and column span; returns the text."""
RowReader = Callable[[etree._Element], list[str] | None]
"""Reads the texts of all cells of a w:tr at once, or None where each needs a CellReader."""


@dataclass(slots=True)
class _Properties:
    span: int = 1
    merge_down: str | None = None
    merge_right: str | None = None
    shading: str | None = None
    width_pt: float | None = None


_PLAIN = _Properties()


@dataclass(slots=True)
class Grid:
    """The rows read so far. Values of cells are kept as plain mappings until no merge can change them."""

    read_cell: CellReader
    read_row: RowReader
    rows: int = 0
    columns: int = 0
    widths: list[CellWidth] = field(default_factory=list)
    heights: list[RowHeight] = field(default_factory=list)
    repeated_header_rows: int = 0
    _values: list[dict[str, Any]] = field(default_factory=list)
    _open_merges: dict[int, dict[str, Any]] = field(default_factory=dict)

    def cells(self) -> tuple[Cell, ...]:
        """All cells in row order."""
        return tuple(trusted_cell(values) for values in self._values)

    def add_row(self, row: etree._Element) -> None:
        """Read a w:tr as the next row."""
        properties = row.find(W_TRPR)
        col, after = _margins(properties)
        self.heights.append(_height(properties))
        if self.repeated_header_rows == self.rows and flag(properties, "tblHeader"):
            self.repeated_header_rows += 1
        texts = self.read_row(row)
        if (
            self.rows >= WIDTH_SAMPLE_ROWS
            and texts is not None
            and next(row.iter(*_CELL_MARKS), None) is None
        ):
            for text in texts:
                self._place(col, _PLAIN, text)
                col += 1
        else:
            col = self._add_cells(row, col, texts)
        self.columns = max(self.columns, col + after)
        self.rows += 1

    def _add_cells(self, row: etree._Element, col: int, texts: list[str] | None) -> int:
        """Read the cells of a row one by one; returns the column after the last."""
        left: dict[str, Any] | None = None
        for index, cell in enumerate(child for child in children(row) if child.tag == W_TC):
            found = _properties(cell)
            if found.width_pt is not None and self.rows < WIDTH_SAMPLE_ROWS:
                self.widths.append(CellWidth(col, found.span, found.width_pt))
            left = self._merged(col, found, left)
            if left is None:
                text = self.read_cell(cell, self.rows, col, found.span) if texts is None else texts[index]
                left = self._place(col, found, text)
            col += found.span
        return col

    def _merged(self, col: int, found: _Properties, left: dict[str, Any] | None) -> dict[str, Any] | None:
        """The cell that a cell continues, grown by it; None for a cell of its own."""
        if found.merge_right == "continue" and left is not None:
            left["col_span"] += found.span
            return left
        above = self._open_merges.get(col)
        if found.merge_down == "continue" and above is not None:
            above["row_span"] = self.rows - above["row"] + 1
            return above
        return None

    def _place(self, col: int, found: _Properties, text: str) -> dict[str, Any]:
        """A new cell."""
        values = {
            **_CELL_DEFAULTS, "row": self.rows, "col": col, "col_span": found.span,
            "raw_text": text, "text": text, "shading": found.shading,
        }  # fmt: skip
        self._values.append(values)
        if found.merge_down is not None:
            self._open_merges[col] = values
        elif self._open_merges:
            self._open_merges.pop(col, None)
        return values


def trusted_cell(values: dict[str, Any]) -> Cell:
    """A Cell of values that this module made, all fields given: the same as `Cell(**values)`.

    Validation would cost more than all other work on a cell (5 microseconds, and a table may have
    360,000 cells), and every value here is of our own making.
    """
    cell = Cell.__new__(Cell)
    _set(cell, "__dict__", values)
    _set(cell, "__pydantic_fields_set__", _CELL_FIELDS)
    _set(cell, "__pydantic_extra__", None)
    _set(cell, "__pydantic_private__", None)
    return cell


def visible_rows(table: etree._Element) -> list[etree._Element]:
    """The rows of a w:tbl in order, without those that a tracked change deletes."""
    return [row for row in children(table) if row.tag == W_TR and row.find(f"{W_TRPR}/{W}del") is None]


def grid_widths_pt(table: etree._Element) -> list[float]:
    """The widths of w:tblGrid in points; empty where there is none, 0 for a column without width."""
    grid = table.find(W + "tblGrid")
    columns = grid.findall(W + "gridCol") if grid is not None else []
    return [twips_pt(column.get(W + "w")) or 0.0 for column in columns]


def _properties(cell: etree._Element) -> _Properties:
    if not len(cell) or cell[0].tag != W_TCPR:
        return _PLAIN
    found = _Properties()
    for item in cell[0]:
        tag = item.tag
        if tag == _W_WIDTH:
            if item.get(W + "type", "dxa") == "dxa":
                found.width_pt = twips_pt(item.get(W + "w"))
        elif tag == _W_SPAN:
            found.span = _count(item.get(W_VAL), least=1)
        elif tag == _W_MERGE_DOWN:
            found.merge_down = item.get(W_VAL, "continue")
        elif tag == _W_MERGE_RIGHT:
            found.merge_right = item.get(W_VAL, "continue")
        elif tag == _W_SHADE:
            found.shading = shading(item)
    return found


def _margins(properties: etree._Element | None) -> tuple[int, int]:
    """Grid columns left free before and after the cells of a row."""
    if properties is None:
        return 0, 0
    counts = []
    for name in ("gridBefore", "gridAfter"):
        free = properties.find(W + name)
        counts.append(_count(free.get(W_VAL), least=0) if free is not None else 0)
    return counts[0], counts[1]


def row_height(row: etree._Element) -> RowHeight:
    """What a w:tr says of its height."""
    return _height(row.find(W_TRPR))


def _height(properties: etree._Element | None) -> RowHeight:
    height = properties.find(W + "trHeight") if properties is not None else None
    if height is None:
        return RowHeight()
    return RowHeight(twips_pt(height.get(W_VAL)) or 0.0, height.get(W + "hRule") == "exact")


def _count(text: str | None, least: int) -> int:
    number = int(text) if text and text.isdecimal() else least
    return min(max(number, least), MAX_SPAN)


def is_frame(rows: list[etree._Element]) -> bool:
    """Whether a table of these rows is one cell, which officers use to draw a box around other content."""
    return len(rows) == 1 and sum(cell.tag == W_TC for cell in children(rows[0])) == 1


LIST_COLUMNS = 3
"""In a table of so many columns a nested table is the content of its cell; in a narrower one, cells set out a page."""

_HEADER_ROWS = 4


def is_list(rows: list[etree._Element]) -> bool:
    """Whether a table of these rows lists things in columns; its first rows tell."""
    return any(sum(cell.tag == W_TC for cell in children(row)) >= LIST_COLUMNS for row in rows[:_HEADER_ROWS])


def is_aligned_to_top(cell: etree._Element) -> bool:
    """Whether a cell's content begins at its top."""
    alignment = cell.find(f"{W_TCPR}/{W}vAlign")
    return alignment is None or alignment.get(W_VAL) == "top"
