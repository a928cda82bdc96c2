"""Header rows: where they stand, how many they are, and the layout that they give."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby, pairwise

from parsers.tables.columns import (
    exact_role,
    header_month,
    header_year,
    is_filler,
    is_header_fragment,
    mentions_year,
    role_of,
)
from parsers.tables.grid import GridRow
from parsers.tables.layout import MONTH, QUARTER, UNKNOWN, Column, Layout
from parsers.tables.money_columns import settled, unit_baht
from parsers.tables.quarters import is_quarter, quarter_of, with_quarters
from parsers.thai import read_row_number, read_years
from schemas.document import Cell
from schemas.plan import FISCAL_MONTHS

HEADER_ROWS_LIMIT = 5
_MONTHS_READ_ENOUGH = 6
"""So many legible month labels in their places let the others be told by position."""

_AGREEING_SHARE = 0.8
"""So large a share of the legible labels must stand in their places; a year from January on has nine of twelve there."""

_TELLING_YEARS = 2
_TELLING_MONTHS = 3
"""So many cells that are nothing but a year (or "บาท"), or a month, make a row one of the header's."""

_FEWEST_ROLES = 2
"""So many whole header words of different columns make a header."""

_NARROW_SHARE = 0.06
"""A month column is narrower than this share of the table."""


def starts_header(row: GridRow, known: Layout | None) -> bool:
    """Whether a header begins at `row`. Inside a table whose layout is `known` only whole header words count."""
    filled = row.filled
    if len(filled) < 2 or _has_row_number(row):
        return False
    exact = {role for cell in filled if (role := exact_role(cell.text))}
    if len(exact) == _FEWEST_ROLES and known is not None and not _stand_in_place(row, known):
        return False
    if len(exact) >= _FEWEST_ROLES:
        return _short_enough(filled)
    if known is not None:
        return False
    roles = {role for cell in filled if (role := role_of(cell.text))}
    return len(roles) >= (3 if exact else 4) and _short_enough(filled)


def _stand_in_place(row: GridRow, known: Layout) -> bool:
    """Whether header words stand over their own columns of the layout in force.

    Of a project typed line by line, one line may hold such words of a unit's name (ยุทธศาสตร์) and of what stands
    for money (ไม่ใช้ / งบประมาณ).
    """
    roles = ((exact_role(cell.text), known.column_of(row.table, cell)) for cell in row.filled)
    return all(role is None or known.columns[column].role == role for role, column in roles)


def _short_enough(filled: Sequence[Cell]) -> bool:
    return sum(role_of(cell.text) is None and len(cell.text) > 60 for cell in filled) == 0


def _has_row_number(row: GridRow) -> bool:
    return bool(row.cells) and read_row_number(row.cells[0].text) is not None


def header_length(rows: Sequence[GridRow], start: int) -> int:
    """How many rows from `start` on belong to the header that begins there; at least 1."""
    first = rows[start]
    end = max(
        (cell.row + cell.row_span for cell in first.cells if cell.row_span <= HEADER_ROWS_LIMIT), default=0
    )
    if start < first.table.repeated_header_rows:
        end = max(end, first.table.repeated_header_rows)
    length = max(1, min(end - first.index, len(rows) - start))
    while length < HEADER_ROWS_LIMIT and start + length < len(rows):
        if not continues_header(rows[start : start + length], rows[start + length]):
            break
        length += 1
    return length


def continues_header(above: Sequence[GridRow], row: GridRow) -> bool:
    """Whether `row` goes on with the header rows `above` it, which may stand at the foot of the page before."""
    filled = row.filled
    if not filled or _is_count_of_columns(filled):
        return bool(filled)
    if _has_row_number(row):
        return False
    return _heads_figures(filled) or all(_belongs_to_header(above, row, cell) for cell in filled)


def _heads_figures(filled: Sequence[Cell]) -> bool:
    """Years, "(บาท)" or months in several cells: no project says so, whatever words stand beside them.

    A bare "บาท" may be the rest of an amount that the foot of a page cut off.
    """
    years = sum(header_year(cell.text) is not None or _is_bracketed_filler(cell.text) for cell in filled)
    return (
        years >= _TELLING_YEARS
        or sum(is_quarter(cell.text) for cell in filled) >= _TELLING_MONTHS
        or sum(header_month(cell.text) is not None for cell in filled) >= _TELLING_MONTHS
    )


def _is_bracketed_filler(text: str) -> bool:
    return "(" in text and is_filler(text)


def _is_count_of_columns(filled: Sequence[Cell]) -> bool:
    """A row "(1) (2) (3) ..." under the header that numbers the columns."""
    # A narrow column wraps "(10)" within the number.
    numbers = [read_row_number("".join(cell.text.split())) for cell in filled]
    return len(numbers) >= 4 and numbers == [str(n) for n in range(1, len(numbers) + 1)]


def _belongs_to_header(above: Sequence[GridRow], row: GridRow, cell: Cell) -> bool:
    if header_month(cell.text) or header_year(cell.text) or exact_role(cell.text):
        return True
    return is_header_fragment("".join(_path(above, row.middle_of(cell))), cell.text)


def _path(rows: Sequence[GridRow], x: float) -> list[str]:
    """The header texts over the place `x` (points from the table's left edge), from the top, each cell once."""
    return [cell.text for cell in _covering_cells(rows, x) if cell.text.strip()]


def _covering_cells(rows: Sequence[GridRow], x: float) -> list[Cell]:
    found: list[Cell] = []
    for row in rows:
        for cell in (*row.covering, *row.cells):
            x0, x1 = row.extent_of(cell)
            if x0 <= x < x1 and cell not in found:
                found.append(cell)
    return found


def layout_of(rows: Sequence[GridRow]) -> Layout:
    """The layout that header rows give; columns of unknown header have the role UNKNOWN.

    The rows are of one table, or of two where the foot of a page cuts the header; the finer one has all columns.
    """
    table = max((row.table for row in rows), key=lambda table: table.columns)
    edges = table.column_edges
    middles = [(x0 + x1) / 2 for x0, x1 in pairwise(edges)]
    paths = [tuple(map(id, _covering_cells(rows, x))) for x in middles]
    columns: list[Column] = []
    for _, group in groupby(range(table.columns), key=lambda col: paths[col]):
        grid = list(group)
        columns.append(_column(_path(rows, middles[grid[0]]), edges[grid[0]], edges[grid[-1] + 1]))
    years = sorted({year for row in rows for cell in row.filled for year in _years_over_months(cell)})
    tops = [path[0] if path else -1 for path, _ in groupby(paths)]
    completed, by_position = _complete_months(tuple(columns))
    return Layout(with_quarters(_one_name(settled(completed, tops))), tuple(years), by_position)


def _years_over_months(cell: Cell) -> tuple[int, ...]:
    return read_years(cell.text) if mentions_year(cell.text) else ()


def _column(path: list[str], x0: float, x1: float) -> Column:
    header = " ".join(" ".join(path).split())
    month = next((m for text in reversed(path) if (m := header_month(text))), None)
    if month:
        return Column(MONTH, header, x0, x1, month=month)
    if quarter_of(header):
        return Column(QUARTER, header, x0, x1)
    year = next((y for text in path if (y := header_year(text))), None) or _single_year(header)
    role = role_of("".join(path)) or next((r for text in path if (r := role_of(text))), None)
    if year and role in (None, "fund_source"):
        # Money and where it comes from may share a header over the years.
        role = "budget"
    own_year = year if role in ("budget", "summary_count") else None
    return Column(
        role or UNKNOWN,
        header,
        x0,
        x1,
        year=own_year,
        unit_baht=unit_baht(header) if role == "budget" else None,
    )


def _single_year(header: str) -> int | None:
    years = read_years(header)
    return years[0] if len(years) == 1 else None


def _complete_months(columns: tuple[Column, ...]) -> tuple[tuple[Column, ...], bool]:
    """Month columns whose labels are unreadable, or torn to another month's, are told by their place among the twelve."""
    months = [index for index, column in enumerate(columns) if column.role == MONTH]
    start = _start_of_months(columns, months)
    if start is None:
        return columns, False
    filled = list(columns)
    for offset, month in enumerate(FISCAL_MONTHS):
        old = filled[start + offset]
        filled[start + offset] = Column(MONTH, old.header, old.x0, old.x1, month=month)
    return tuple(filled), len(months) < _MONTHS_READ_ENOUGH


def _start_of_months(columns: tuple[Column, ...], months: list[int]) -> int | None:
    if len(months) < _MONTHS_READ_ENOUGH:
        return next((start for start in range(len(columns) - 11) if _twelve_narrow(columns, start)), None)
    starts = Counter(index - FISCAL_MONTHS.index(columns[index].month or 0) for index in months)
    start, agreeing = starts.most_common(1)[0]
    if agreeing < max(_MONTHS_READ_ENOUGH, _AGREEING_SHARE * len(months)):
        return None
    return start if _twelve_at(columns, start) else None


def _twelve_at(columns: tuple[Column, ...], start: int) -> bool:
    twelve = columns[start : start + len(FISCAL_MONTHS)] if start >= 0 else ()
    return len(twelve) == len(FISCAL_MONTHS) and all(map(_may_be_month, twelve))


def _may_be_month(column: Column) -> bool:
    """Whether a column's header leaves it open that it is a month: nothing known, or only what stands over the months."""
    return column.role in (UNKNOWN, MONTH, "period", "year") or column.year is not None


def _twelve_narrow(columns: tuple[Column, ...], start: int) -> bool:
    width = columns[-1].x1 - columns[0].x0
    return all(
        _may_be_month(column) and (column.x1 - column.x0) < _NARROW_SHARE * width
        for column in columns[start : start + len(FISCAL_MONTHS)]
    )


def _one_name(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Of several columns that read as names the first whole match is the name; a later one tells details."""
    names = [index for index, column in enumerate(columns) if column.role == "name"]
    if len(names) < 2:
        return columns
    kept = next((index for index in names if exact_role(columns[index].header) == "name"), names[0])
    spare = UNKNOWN if any(column.role == "details" for column in columns) else "details"
    return tuple(
        column
        if index == kept or column.role != "name"
        else Column(spare, column.header, column.x0, column.x1)
        for index, column in enumerate(columns)
    )
