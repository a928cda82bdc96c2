"""A table's cells by row: those that begin in a row, and those that reach into it from above."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

from schemas.document import BBox, Cell, Table, around


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row of a table: `cells` begin here, `covering` began above; both ordered by column.

    `leading` marks a line that was cut out of taller cells and stands close above a number.
    """

    table: Table
    index: int
    cells: tuple[Cell, ...]
    covering: tuple[Cell, ...] = ()
    leading: bool = False

    @property
    def filled(self) -> list[Cell]:
        """The cells that begin here and hold text."""
        return [cell for cell in self.cells if cell.text and not cell.text.isspace()]

    @property
    def bbox(self) -> BBox | None:
        """The rectangle around the row's cells where the format has pages."""
        return around(cell.bbox for cell in self.cells)

    def extent_of(self, cell: Cell) -> tuple[float, float]:
        """A cell's left and right end in points from the table's left edge."""
        edges = self.table.column_edges
        return edges[cell.col], edges[cell.col + cell.col_span]

    def middle_of(self, cell: Cell) -> float:
        """A cell's middle in points from the table's left edge."""
        return sum(self.extent_of(cell)) / 2

    def span_width(self, cell: Cell) -> float:
        """The share of the table's width that a cell takes, 0 to 1."""
        x0, x1 = self.extent_of(cell)
        return (x1 - x0) / (self.table.column_edges[-1] or 1.0)


def rows_of(table: Table) -> Iterator[GridRow]:
    """The rows of a table from the top."""
    begins: list[list[Cell]] = [[] for _ in range(table.rows)]
    covers: list[list[Cell]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        begins[cell.row].append(cell)
        if cell.row_span > 1:
            for row in range(cell.row + 1, min(cell.row + cell.row_span, table.rows)):
                covers[row].append(cell)
    for index in range(table.rows):
        cells = begins[index]
        yield GridRow(table, index, tuple(sorted(cells, key=_COLUMN)), tuple(covers[index]))


_COLUMN = attrgetter("col")
