"""Ends of header texts that a PDF prints over the row below: a repeated header too low for its words spills them.

The header of another page, where they fit, shows what is missing.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from parsers.tables.columns import squeeze
from parsers.tables.grid import GridRow
from parsers.tables.layout import Column, Layout
from schemas.document import Cell

_LEAST_LETTERS = 3
"""A shorter end of a header may be a word of the row itself."""


def without_spilled_header(row: GridRow, layout: Layout, layouts: Iterable[Layout]) -> GridRow:
    """The first row under a header without the lines that belong to the header; the same row where there are none.

    `layouts` are those of the document's other headers.
    """
    others = list(layouts)
    cells = tuple(
        _cleared(cell, layout.columns[layout.column_of(row.table, cell)], others) for cell in row.cells
    )
    return row if cells == row.cells else replace(row, cells=cells)


def _cleared(cell: Cell, column: Column, layouts: Sequence[Layout]) -> Cell:
    if not cell.text.strip() or column.month is not None:
        return cell
    lines = cell.text.split("\n")
    count = next((n for end in _missing(column, layouts) if (n := _spilled(lines, end))), 0)
    if not count:
        return cell
    placed = cell.lines[count:] if len(cell.lines) == len(lines) else cell.lines
    return cell.model_copy(update={"text": "\n".join(lines[count:]), "lines": placed})


def _missing(column: Column, layouts: Iterable[Layout]) -> Iterator[str]:
    """The ends that the header of `column` lacks against fuller headers of its role, squeezed."""
    own = squeeze(column.header)
    for layout in layouts:
        for other in layout.columns:
            full = squeeze(other.header)
            if (
                other.role == column.role
                and own
                and full.startswith(own)
                and len(full) - len(own) >= _LEAST_LETTERS
            ):
                yield full[len(own) :]


def _spilled(lines: Sequence[str], end: str) -> int:
    """How many of the first lines are together the missing `end`; 0 where none are."""
    joined = ""
    for count, line in enumerate(lines, start=1):
        joined += squeeze(line)
        if joined == end:
            return count
        if not end.startswith(joined):
            return 0
    return 0
