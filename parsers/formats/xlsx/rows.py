"""What a person sees of a sheet, row by row: hidden parts left out, merged cells as one, side notes apart."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from parsers.formats.xlsx.sheet import Place, Range, Sheet, SheetCell

WIDEST_MERGE = 63
"""A wider merged range says nothing of how far a table reaches (the same limit as Word's columns)."""
BLANK_COLUMNS = 2
"""So many empty columns part what stands beside a table from it."""
_LONGEST_GAP_ROWS = 2000
"""A longer stretch of empty rows divides whatever rules are drawn in it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with text where it is seen: its sheet row and column, and the last ones it is merged over."""

    row: int
    col: int
    last_row: int
    last_col: int
    cell: SheetCell


@dataclass(frozen=True, slots=True)
class Row:
    """A row that holds something; `parted` tells of blank rows above it."""

    index: int
    filled: tuple[Placed, ...]
    ruled: bool
    parted: bool


@dataclass(slots=True)
class Island:
    """Rows over neighbouring visible columns; what stands far beside a table is an island of its own."""

    columns: list[int]
    rows: list[Row] = field(default_factory=list)


def islands(sheet: Sheet, drawn_rows: Iterable[tuple[int, int]]) -> list[Island]:
    """The islands of a sheet from left to right; `drawn_rows` are rows and columns where strokes begin."""
    placed = list(_placed(sheet))
    drawn = list(drawn_rows)
    fills = [place for place, cell in sheet.cells.items() if not cell.text and not _is_hidden(sheet, place)]
    found = []
    for columns in _column_runs(sheet, placed):
        texts = [item for item in placed if columns[0] <= item.col <= columns[-1]]
        held = {place.row for place in fills if columns[0] <= place.col <= columns[-1]}
        held |= {row for row, col in drawn if columns[0] <= col <= columns[-1]}
        found.append(Island(columns, list(_rows(sheet, texts, held))))
    return found


def _is_hidden(sheet: Sheet, place: Place) -> bool:
    return sheet.rows.is_hidden(place.row) or sheet.columns.is_hidden(place.col)


def _placed(sheet: Sheet) -> Iterator[Placed]:
    ranges = {merged.first: merged for merged in sheet.merges}
    for place, cell in sheet.cells.items():
        if cell.text:
            merged = ranges.get(place, Range(place, place))
            row = sheet.rows.first_visible(merged.first.row, merged.last.row)
            col = sheet.columns.first_visible(merged.first.col, merged.last.col)
            if row is not None and col is not None:
                yield Placed(row, col, merged.last.row, merged.last.col, cell)


def _column_runs(sheet: Sheet, placed: Iterable[Placed]) -> list[list[int]]:
    """The visible columns that text stands in, parted where several are empty; inner empty ones are kept."""
    used: set[int] = set()
    for item in placed:
        wide = item.last_col - item.col >= WIDEST_MERGE
        used.update((item.col,) if wide else range(item.col, item.last_col + 1))
    runs: list[list[int]] = []
    for col in sorted(col for col in used if not sheet.columns.is_hidden(col)):
        blank = _visible_between(sheet, runs[-1][-1], col) if runs else []
        if runs and len(blank) < BLANK_COLUMNS:
            runs[-1] += [*blank, col]
        else:
            runs.append([col])
    return runs


def _visible_between(sheet: Sheet, left: int, right: int) -> list[int]:
    return [col for col in range(left + 1, right) if not sheet.columns.is_hidden(col)]


def _rows(sheet: Sheet, placed: Sequence[Placed], held: set[int]) -> Iterator[Row]:
    by_row: dict[int, list[Placed]] = {row: [] for row in held if not sheet.rows.is_hidden(row)}
    for item in placed:
        by_row.setdefault(item.row, []).append(item)
    reach = above = -1
    for index in sorted(by_row):
        parted = above >= 0 and _is_blank_between(sheet, max(above, reach), index)
        filled = tuple(sorted(by_row[index], key=lambda item: item.col))
        yield Row(index, filled, index in sheet.ruled, parted)
        above, reach = index, max([reach, *(item.last_row for item in filled)])


def _is_blank_between(sheet: Sheet, above: int, below: int) -> bool:
    """Whether a visible row without rules lies between two rows; rules make an empty row a table's."""
    if below - above > _LONGEST_GAP_ROWS:
        return True
    return any(row not in sheet.ruled and not sheet.rows.is_hidden(row) for row in range(above + 1, below))


def clipped(merged: Range, rows: Sequence[int], columns: Sequence[int]) -> tuple[range, range]:
    """The positions among `rows` and `columns` (ascending sheet indices) that a merged range covers."""
    first, last = merged
    return _within(rows, first.row, last.row), _within(columns, first.col, last.col)


def _within(indices: Sequence[int], first: int, last: int) -> range:
    return range(bisect_left(indices, first), bisect_left(indices, last + 1))


def is_next_to(columns: Sequence[int], left: Placed, right: Placed) -> bool:
    """Whether no column is seen between two cells of one row."""
    return not any(left.last_col < col < right.col for col in columns)
