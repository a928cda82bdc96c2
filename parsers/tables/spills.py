"""Ends of header texts that a PDF prints over the row below: a repeated header too low for its words spills them.

The header of another page, where they fit, shows what is missing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from parsers.tables.columns import squeeze
from parsers.tables.grid import GridRow
from parsers.tables.layout import Column, Layout
from schemas.document import Cell

_LEAST_LETTERS = 3
"""A shorter end of a header may be a word of the row itself."""


Headers = Mapping[str, frozenset[str]]
"""The header texts of each role, squeezed."""


def headers_of(layouts: Iterable[Layout]) -> Headers:
    """The header texts that a document has for each role, squeezed."""
    found: dict[str, set[str]] = {}
    for layout in layouts:
        for column in layout.columns:
            found.setdefault(column.role, set()).add(squeeze(column.header))
    return {role: frozenset(texts) for role, texts in found.items()}


def without_spilled_header(row: GridRow, layout: Layout, headers: Headers) -> GridRow:
    """The first row under a header without the lines that belong to the header; the same row where there are none.

    `headers` are those of the whole document.
    """
    cells = tuple(
        _cleared(cell, layout.columns[layout.column_of(row.table, cell)], headers) for cell in row.cells
    )
    return row if cells == row.cells else replace(row, cells=cells)


def _cleared(cell: Cell, column: Column, headers: Headers) -> Cell:
    if not cell.text.strip() or column.month is not None:
        return cell
    lines = cell.text.split("\n")
    count = next((n for end in _missing(column, headers) if (n := _spilled(lines, end))), 0)
    if not count:
        return cell
    placed = cell.lines[count:] if len(cell.lines) == len(lines) else cell.lines
    return cell.model_copy(update={"text": "\n".join(lines[count:]), "lines": placed})


def _missing(column: Column, headers: Headers) -> Iterator[str]:
    """The ends that the header of `column` lacks against fuller headers of its role, the longest first."""
    own = squeeze(column.header)
    for full in sorted(headers.get(column.role, ()), key=len, reverse=True):
        if own and full.startswith(own) and len(full) - len(own) >= _LEAST_LETTERS:
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
