"""The header rows of a table: one, or two where years or months stand under a common header."""

from collections.abc import Sequence
from itertools import groupby

from outputs.docx.columns import Column
from outputs.xlsx.cells import Pen, Place, at
from outputs.xlsx.columns import widened, width_pixels
from outputs.xlsx.heights import Text, height_pt, lines_of
from outputs.xlsx.looks import Look

_LINES_OF_UPRIGHT_MONTH = 2
_BOLD_SHARE = 0.9
"""Bold letters take a little more of a line than the count of lines knows."""


def write_header(pen: Pen, row: int, columns: Sequence[Column]) -> tuple[int, int]:
    """Writes the header from `row` on and sets the columns' widths; its first and last row, 0-based.

    Neighbours of one field under no group share the header of the last of them.
    """
    for index, column in enumerate(columns):
        pen.sheet.set_column_pixels(index, index, width_pixels(column))
    rows = 1 if all(column.group is None for column in columns) else 2
    for (group, field), members in groupby(enumerate(columns), key=_joined_by):
        found = list(members)
        first, last = found[0][0], found[-1][0]
        if field is not None:
            pen.write(Place(row, first, row + rows - 1, last), found[-1][1].header, "header")
            continue
        pen.write(Place(row, first, row, last), group, "header")
        for index, column in found:
            look: Look = "header" if column.month is None else "month_header"
            pen.write(at(row + 1, index), column.header, look)
    _set_heights(pen, row, rows, columns)
    return row, row + rows - 1


def _joined_by(indexed: tuple[int, Column]) -> tuple[str | None, str | None]:
    """The group over a column, or the field of one that stands under none."""
    column = indexed[1]
    return column.group, None if column.group is not None else column.field


def _set_heights(pen: Pen, row: int, rows: int, columns: Sequence[Column]) -> None:
    """Make the rows as tall as their headers need; merged cells do not do that by themselves."""
    over = _lines(pen, [column for column in columns if column.group is None])
    under = [column for column in columns if column.group is not None]
    if rows == 1:
        pen.sheet.set_row(row, height_pt(over, pen.size_pt))
        return
    upright = any(column.month is not None for column in under)
    lower = max(_lines(pen, under), _LINES_OF_UPRIGHT_MONTH if upright else 1)
    pen.sheet.set_row(row, height_pt(max(1, over - lower), pen.size_pt))
    pen.sheet.set_row(row + 1, height_pt(lower, pen.size_pt))


def _lines(pen: Pen, columns: Sequence[Column]) -> int:
    """The lines of the longest of these headers, at least one."""
    texts = [
        Text(each.header, round(widened(each).width_twips * _BOLD_SHARE))
        for each in columns
        if each.month is None and each.header
    ]
    return lines_of(texts, pen.size_pt)
