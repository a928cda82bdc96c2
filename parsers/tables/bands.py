"""Tall cells without rules between their projects are divided into bands of lines, one band a row.

Some books draw vertical rules only; a page's body is then one row of cells with many lines each (domain.md,
quirk 1). What tells such a row from a project with wrapped text is that its number column counts on.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from parsers.tables.grid import GridRow
from parsers.thai import read_row_number
from schemas.document import BBox, Cell, TextLine

_SAME_LINE_SHARE = 0.6
"""Lines whose middles differ by less than this share of a line's height stand on one line."""


def has_several_numbers(row: GridRow) -> bool:
    """Whether the first column's cell of `row` counts on from line to line (1, 2, 3), so that it holds several projects."""
    lines = row.cells[0].lines if row.cells else ()
    numbers = [int(number) for line in lines if (number := read_row_number(line.text)) and number.isdecimal()]
    return len(numbers) >= 2 and all(
        after == before + 1 for before, after in zip(numbers, numbers[1:], strict=False)
    )


@dataclass(slots=True)
class _Band:
    middle: float
    lines: list[tuple[Cell, TextLine]]


def split_bands(row: GridRow) -> tuple[GridRow, ...]:
    """The row as one GridRow per line of text, from the top; the row itself where its cells have no lines."""
    placed = [(cell, line) for cell in row.cells for line in cell.lines]
    if not placed:
        return (row,)
    height = median(line.bbox.bottom - line.bbox.top for _, line in placed)
    bands: list[_Band] = []
    for cell, line in sorted(placed, key=_middle_of):
        middle = _middle_of((cell, line))
        if not bands or middle - bands[-1].middle > _SAME_LINE_SHARE * height:
            bands.append(_Band(middle, []))
        bands[-1].lines.append((cell, line))
    return tuple(GridRow(row.table, row.index, _cells_of(row.cells, band.lines)) for band in bands)


def _middle_of(placed: tuple[Cell, TextLine]) -> float:
    box = placed[1].bbox
    return (box.top + box.bottom) / 2


def _cells_of(cells: Iterable[Cell], lines: Sequence[tuple[Cell, TextLine]]) -> tuple[Cell, ...]:
    return tuple(_cell_of(cell, [line for owner, line in lines if owner is cell]) for cell in cells)


def _cell_of(cell: Cell, lines: Sequence[TextLine]) -> Cell:
    text = " ".join(line.text for line in lines)
    box = _around([line.bbox for line in lines])
    return cell.model_copy(
        update={"raw_text": text, "text": text, "lines": tuple(lines), "bbox": box, "row_span": 1}
    )


def _around(boxes: Sequence[BBox]) -> BBox | None:
    if not boxes:
        return None
    return BBox(
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )
