"""Tall cells without rules between their projects are divided into bands of lines, one band a row.

Some books draw vertical rules only; a page's body is then one row of cells with many lines each (domain.md,
quirk 1). What tells such a row from a project with wrapped text is that its number column counts on.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from parsers.tables.grid import GridRow
from parsers.thai import is_unfinished_unit, read_row_number
from schemas.document import Cell, TextLine, around

_SAME_LINE_SHARE = 0.6
"""Lines whose middles differ by less than this share of a line's height stand on one line."""

_GAP_SHARE = 1.35
"""A distance of more than this many usual line distances is a gap between projects."""

_GAPPED_SHARE = 0.8
"""Where so many of the numbers stand alone between gaps, gaps part the projects."""

_LEADING_LINES = 3
"""Cells set to the bottom or middle put no more lines than this above their project's number."""


def has_several_numbers(row: GridRow) -> bool:
    """Whether the first column's cell of `row` counts on from line to line (1, 2, 3), so that it holds several projects."""
    lines = row.cells[0].lines if row.cells else ()
    numbers = [int(number) for line in lines if (number := read_row_number(line.text)) and number.isdecimal()]
    return len(numbers) >= 2 and all(after == before + 1 for before, after in pairwise(numbers))


@dataclass(slots=True)
class _Band:
    middle: float
    lines: list[tuple[Cell, TextLine]]


def numbers_between_gaps(row: GridRow) -> tuple[int, int]:
    """How many numbers the first column of `row` has, and how many of them stand alone between gaps."""
    bands = _bands(_placed(row))
    numbered = _numbers_by_block(_blocks(bands), row.cells[0]) if bands else []
    return sum(map(len, numbered)), sum(len(found) == 1 for found in numbered)


def parts_by_gaps(rows: Iterable[GridRow]) -> bool:
    """Whether gaps part the projects of these rows: nearly every number stands alone between gaps."""
    counts = [numbers_between_gaps(row) for row in rows]
    numbers, alone = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0)
    return numbers > 1 and alone >= _GAPPED_SHARE * numbers


def split_bands(row: GridRow, *, by_gaps: bool) -> tuple[GridRow, ...]:
    """The row as one GridRow per line of text, from the top; the row itself where its cells have no lines.

    Where projects are parted `by_gaps`, lines that stand above a number but in its block are marked as leading:
    they may be of the project of that number, in cells set to the bottom or middle, or the last ones of the
    project before.
    """
    bands = _bands(_placed(row))
    if not bands:
        return (row,)
    leading = _leading(bands, row.cells[0]) if by_gaps else set()
    blanks = [_cell_of(cell, ()) for cell in row.cells]
    return tuple(
        GridRow(row.table, row.index, _cells_of(row.cells, blanks, band.lines), leading=index in leading)
        for index, band in enumerate(bands)
    )


def _placed(row: GridRow) -> list[tuple[Cell, TextLine]]:
    return [(cell, line) for cell in row.cells for line in cell.lines]


def _bands(placed: Sequence[tuple[Cell, TextLine]]) -> list[_Band]:
    if not placed:
        return []
    height = median(line.bbox.bottom - line.bbox.top for _, line in placed)
    bands: list[_Band] = []
    for cell, line in sorted(placed, key=_middle_of):
        middle = _middle_of((cell, line))
        if not bands or middle - bands[-1].middle > _SAME_LINE_SHARE * height:
            bands.append(_Band(middle, []))
        bands[-1].lines.append((cell, line))
    return bands


def _middle_of(placed: tuple[Cell, TextLine]) -> float:
    box = placed[1].bbox
    return (box.top + box.bottom) / 2


def _leading(bands: list[_Band], number_cell: Cell) -> set[int]:
    """The indices of the bands that stand above the first number of their block, close to it.

    Above a further number of a block, where no gap parts two projects, only a unit's torn-off beginning stands out.
    """
    blocks = _blocks(bands)
    leading: set[int] = set()
    start = 0
    for block, found in zip(blocks, _numbers_by_block(blocks, number_cell), strict=True):
        if found and found[0] <= _LEADING_LINES:
            leading.update(range(start, start + found[0]))
        leading.update(start + index - 1 for index in found[1:] if _is_torn_unit(block[index - 1]))
        start += len(block)
    return leading


def _is_torn_unit(band: _Band) -> bool:
    """Whether a band holds nothing but the beginning of a unit's name ("กรม" over "ส่งเสริมการเกษตร")."""
    return len(band.lines) == 1 and is_unfinished_unit(band.lines[0][1].text)


def _numbers_by_block(blocks: Iterable[Sequence[_Band]], number_cell: Cell) -> list[list[int]]:
    """The indices of the bands with a number, block by block."""
    return [[index for index, band in enumerate(block) if _has_number(band, number_cell)] for block in blocks]


def _blocks(bands: Sequence[_Band]) -> list[list[_Band]]:
    """The bands in runs without gaps."""
    distances = [after.middle - before.middle for before, after in pairwise(bands)]
    widest_pt = _GAP_SHARE * median(distances) if distances else 0.0
    blocks = [[bands[0]]]
    for band, distance in zip(bands[1:], distances, strict=True):
        if distance > widest_pt:
            blocks.append([])
        blocks[-1].append(band)
    return blocks


def _has_number(band: _Band, number_cell: Cell) -> bool:
    return any(cell is number_cell and read_row_number(line.text) is not None for cell, line in band.lines)


def _cells_of(
    cells: Sequence[Cell], blanks: Sequence[Cell], lines: Sequence[tuple[Cell, TextLine]]
) -> tuple[Cell, ...]:
    """The cells with those of `lines` that are theirs; a cell without any gives its one of `blanks`."""
    own = ([line for owner, line in lines if owner is cell] for cell in cells)
    return tuple(
        _cell_of(cell, found) if found else blank
        for cell, blank, found in zip(cells, blanks, own, strict=True)
    )


def _cell_of(cell: Cell, lines: Sequence[TextLine]) -> Cell:
    text = "\n".join(line.text for line in lines)
    box = around(line.bbox for line in lines)
    return cell.model_copy(
        update={"raw_text": text, "text": text, "lines": tuple(lines), "bbox": box, "row_span": 1}
    )
