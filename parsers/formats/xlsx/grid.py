"""Rows of a sheet as a Table: spans from merged cells, fills, column edges, strokes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile
from unicodedata import category

from parsers.formats.docx.shapes import Line
from parsers.formats.xlsx.axis import COLUMN_UNIT_PT
from parsers.formats.xlsx.rows import Placed, Row, clipped
from parsers.formats.xlsx.sheet import Place, Range, Sheet
from schemas.document import Cell, Stroke, Table
from schemas.failures import InputFailure

GRID_LIMIT_CELLS = 1_000_000
"""Of one table, empty ones counted; a few texts far apart must not make a grid that fills the memory."""
_OVERFLOWS = 2.0
"""A text so many times wider than its column was meant to run over the empty cells beside it."""

_Spans = dict[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Window:
    """The sheet rows and visible columns that a table takes; `merges` are the sheet's by their first row."""

    sheet: Sheet
    rows: Sequence[Row]
    columns: Sequence[int]
    merges: Mapping[int, Sequence[Range]]
    name: str


def merges_by_row(sheet: Sheet) -> dict[int, list[Range]]:
    """Merged ranges by the sheet row in which they are first seen."""
    found: dict[int, list[Range]] = {}
    for merged in sheet.merges:
        row = sheet.rows.first_visible(merged.first.row, merged.last.row)
        if row is not None:
            found.setdefault(row, []).append(merged)
    return found


def table(window: Window, strokes: Iterable[tuple[int, Line]]) -> Table:
    """The table, with index 0; `strokes` are sheet rows and lines in points from the sheet's left edge.

    Raises InputFailure: DOC007 for a grid past the limit, DOC004 where merged ranges overlap.
    """
    if len(window.rows) * len(window.columns) > GRID_LIMIT_CELLS:
        raise InputFailure("DOC007", name=window.name)
    edges = (0.0, *accumulate(window.sheet.columns.size_pt(col) for col in window.columns))
    return Table(
        index=0,
        rows=len(window.rows),
        columns=len(window.columns),
        cells=tuple(_cells(window)),
        column_edges=tuple(round(edge, 3) for edge in edges),
        strokes=tuple(_strokes(window, strokes, edges[-1])),
    )


def _cells(window: Window) -> Iterator[Cell]:
    spans, covered = _spans(window)
    for at, row in enumerate(window.rows):
        texts = {item.col: item for item in row.filled}
        covered |= _overflow(window, at, spans, covered)
        for position, col in enumerate(window.columns):
            if (at, position) not in covered:
                yield _cell(window, (at, position), texts.get(col), spans)


def _cell(window: Window, position: tuple[int, int], item: Placed | None, spans: _Spans) -> Cell:
    row, col = position
    row_span, col_span = spans.get(position, (1, 1))
    own = window.sheet.cells.get(Place(window.rows[row].index, window.columns[col]))
    shown = item.cell if item else own
    text = item.cell.text if item else ""
    return Cell(
        row=row,
        col=col,
        row_span=row_span,
        col_span=col_span,
        raw_text=text,
        text=text,
        shading=shown.look.shading if shown else None,
    )


def _spans(window: Window) -> tuple[_Spans, set[tuple[int, int]]]:
    """Row and column spans by position of merged cells, and the other positions that these cover."""
    rows = [row.index for row in window.rows]
    spans: _Spans = {}
    covered: set[tuple[int, int]] = set()
    for merged in (merged for row in rows for merged in window.merges.get(row, ())):
        down, across = clipped(merged, rows, window.columns)
        for place in ((row, col) for row in down for col in across):
            if place in covered or place in spans:
                raise InputFailure("DOC004", name=window.name)
            covered.add(place)
        if down and across:
            first = (down[0], across[0])
            covered.discard(first)
            spans[first] = (len(down), len(across))
    return spans, covered


def _overflow(window: Window, at: int, spans: _Spans, covered: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """What a lone text covers beside its own cell, as it runs on or is centered across; adds its span."""
    filled = window.rows[at].filled
    if len(filled) != 1 or (at, window.columns.index(filled[0].col)) in spans:
        return set()
    first = window.columns.index(filled[0].col)
    reached = range(first + 1, first + _columns_reached(window, first, filled[0]))
    beside = set(takewhile(lambda place: place not in covered, ((at, col) for col in reached)))
    spans[at, first] = (1, 1 + len(beside))
    return beside


def _columns_reached(window: Window, first: int, item: Placed) -> int:
    look, left = item.cell.look, len(window.columns) - first
    if look.across:
        return left
    # Texts in other columns are the lines of a cell, however long.
    if first or look.wrapped or item.cell.is_number or "\n" in item.cell.text:
        return 1
    sizes = [window.sheet.columns.size_pt(col) for col in window.columns]
    needed_pt = COLUMN_UNIT_PT * sum(category(letter) != "Mn" for letter in item.cell.text)
    if needed_pt < _OVERFLOWS * sizes[0]:
        return 1
    return 1 + sum(right < needed_pt for right in list(accumulate(sizes))[:-1])


def _strokes(window: Window, strokes: Iterable[tuple[int, Line]], width_pt: float) -> Iterator[Stroke]:
    rows = {row.index: at for at, row in enumerate(window.rows)}
    left_pt = window.sheet.columns.start_pt(window.columns[0])
    for row, line in strokes:
        x0, x1 = line.x0_pt - left_pt, line.x1_pt - left_pt
        if row in rows and x1 > 0 and x0 < width_pt:
            yield Stroke(
                row=rows[row],
                x0=round(x0, 3),
                x1=round(x1, 3),
                head_start=line.head_start,
                head_end=line.head_end,
            )
