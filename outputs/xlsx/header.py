"""The header rows of a table: one, or two where years or months stand under a common header."""

from collections.abc import Sequence
from itertools import groupby

from outputs.docx.columns import Column
from outputs.xlsx.cells import Pen, Place, at
from outputs.xlsx.columns import widened, width_pixels
from outputs.xlsx.heights import Text, height_pt, lines_of

_LINES_OF_UPRIGHT_MONTH = 2
_BOLD_SHARE = 0.9
"""Bold letters take a little more of a line than the count of lines knows."""


def write_header(pen: Pen, row: int, columns: Sequence[Column]) -> tuple[int, int]:
    """Writes the header from `row` on and sets the columns' widths; its first and last row, 0-based."""
    for index, column in enumerate(columns):
        pen.sheet.set_column_pixels(index, index, width_pixels(column))
    if all(column.group is None for column in columns):
        for index, column in enumerate(columns):
            pen.write(at(row, index), column.header, "header")
        pen.sheet.set_row(row, height_pt(_lines(pen, columns), pen.size_pt))
        return row, row
    _write_two(pen, row, columns)
    return row, row + 1


def _write_two(pen: Pen, row: int, columns: Sequence[Column]) -> None:
    """Two rows: headers of their own over both, others under that of their group."""
    indexed = enumerate(columns)
    for group, members in groupby(indexed, key=lambda pair: pair[1].group):
        found = list(members)
        if group is not None:
            pen.write(Place(row, found[0][0], row, found[-1][0]), group, "header")
        for index, column in found:
            place = at(row + 1, index) if group is not None else Place(row, index, row + 1, index)
            pen.write(place, column.header, "header" if column.month is None else "month_header")
    under = [column for column in columns if column.group is not None]
    over = [column for column in columns if column.group is None]
    upright = any(column.month is not None for column in under)
    lower = max(_lines(pen, under), _LINES_OF_UPRIGHT_MONTH if upright else 1)
    pen.sheet.set_row(row, height_pt(max(1, _lines(pen, over) - lower), pen.size_pt))
    pen.sheet.set_row(row + 1, height_pt(lower, pen.size_pt))


def _lines(pen: Pen, columns: Sequence[Column]) -> int:
    """The lines of the longest of these headers; merged cells do not make their rows taller by themselves."""
    texts = [
        Text(each.header, round(widened(each).width_twips * _BOLD_SHARE))
        for each in columns
        if each.month is None
    ]
    return lines_of(texts, pen.size_pt)
