"""A neutral document copied into Excel, as officers do with last year's tables."""

from dataclasses import dataclass, field
from itertools import pairwise

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from parsers.formats.xlsx.axis import COLUMN_UNIT_PT
from schemas.document import Cell, Document, Stroke, Table, TextBlock
from tests.parsers.formats.xlsx.workbooks import connector, marker, saved, two_cell, with_drawing

_SIDE = Side(style="thin")
_BOX = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)


@dataclass
class _Copy:
    ruled: bool
    book: Workbook = field(default_factory=Workbook)
    row: int = 0
    edges: tuple[float, ...] = ()
    lines: list[TextBlock] = field(default_factory=list)
    shapes: dict[int, str] = field(default_factory=dict)

    @property
    def sheet(self) -> Worksheet:
        return self.book.worksheets[-1]

    def take(self, block: TextBlock | Table) -> None:
        if isinstance(block, Table):
            self._set_columns(block.column_edges)
            self._write_lines()
            self._write_table(block)
        elif block.area in ("body", "text_box"):
            self.lines.append(block)

    def _set_columns(self, edges: tuple[float, ...]) -> None:
        """Columns of Excel are the whole sheet's, so that a table with others needs a sheet of its own."""
        if self.edges == edges:
            return
        if self.edges:
            self.book.create_sheet()
            self.row = 0
        self.edges = edges
        for at, (left, right) in enumerate(pairwise(edges), 1):
            self.sheet.column_dimensions[get_column_letter(at)].width = (right - left) / COLUMN_UNIT_PT

    def _write_lines(self) -> None:
        for block in self.lines:
            self.row += 1
            cell = self.sheet.cell(self.row, 1, block.text)
            cell.font = Font(bold=block.bold)
            if block.centered:
                cell.alignment = Alignment(horizontal="center")
                self._merge(self.row, 1, 1, len(self.edges) - 1)
        self.lines.clear()
        self.row += not self.ruled

    def _write_table(self, table: Table) -> None:
        for cell in table.cells:
            self._write_cell(cell)
        for row in range(self.row + 1, self.row + table.rows + 1 if self.ruled else 0):
            for column in range(1, table.columns + 1):
                self.sheet.cell(row, column).border = _BOX
        number = len(self.book.worksheets)
        drawn = "".join(self._arrow(stroke) for stroke in table.strokes)
        self.shapes[number] = self.shapes.get(number, "") + drawn
        self.row += table.rows + (not self.ruled)

    def _write_cell(self, cell: Cell) -> None:
        row, column = self.row + cell.row + 1, cell.col + 1
        typed = self.sheet.cell(row, column)
        typed.value, typed.number_format = _value(cell.text)
        typed.alignment = Alignment(wrap_text=True)
        if cell.shading:
            typed.fill = PatternFill("solid", fgColor=f"FF{cell.shading}")
        self._merge(row, column, cell.row_span, cell.col_span)

    def _merge(self, row: int, column: int, rows: int, columns: int) -> None:
        if rows > 1 or columns > 1:
            last = {"end_row": row + rows - 1, "end_column": column + columns - 1}
            self.sheet.merge_cells(start_row=row, start_column=column, **last)

    def _arrow(self, stroke: Stroke) -> str:
        corners = [
            marker(name, self.row + stroke.row, *self._column_at(x), 8)
            for name, x in (("from", stroke.x0), ("to", stroke.x1))
        ]
        heads = [
            f'<a:{name} type="arrow"/>' if head else ""
            for name, head in (("headEnd", stroke.head_start), ("tailEnd", stroke.head_end))
        ]
        return two_cell(*corners, connector("".join(heads)))

    def _column_at(self, x: float) -> tuple[int, float]:
        """The column at `x` points from the table's left edge, and the points into it."""
        inside = max((at for at, edge in enumerate(self.edges[:-1]) if edge <= x), default=0)
        return inside, max(0.0, x - self.edges[inside])


def document_workbook(document: Document, *, ruled: bool) -> bytes:
    """The .xlsx of a document; its tables have rules, or blank rows around them."""
    copy = _Copy(ruled)
    for block in document.blocks:
        copy.take(block)
    data = saved(copy.book)
    for sheet, shapes in copy.shapes.items():
        data = with_drawing(data, shapes, sheet) if shapes else data
    return data


def _value(text: str) -> tuple[object, str]:
    """What Excel makes of a typed text, and its number format: amounts become numbers."""
    digits = text.replace(",", "")
    if not digits.replace(".", "", 1).isdigit() or not digits.isascii():
        return text or None, "General"
    if "," not in text:
        return (int(text), "General") if text.isdigit() else (text, "@")
    return float(digits), "#,##0.00" if "." in text else "#,##0"
