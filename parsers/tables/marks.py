"""The months that a row marks: by drawn strokes, by text, by shading or by merged cells.

Works on the neutral table only, so it is the same for Word and PDF.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from parsers.tables.grid import GridRow
from parsers.tables.layout import Column, Layout
from parsers.thai import is_month_mark, read_money
from schemas.document import Cell, Stroke

COVERED_SHARE = 0.5
"""A stroke marks a month when it covers at least this share of the month's column: hands draw a little short or long."""

UNCERTAIN_BAND = 0.15
"""A stroke that ends this near to COVERED_SHARE leaves it open whether the month is meant."""

_REACH_PT = 1.0
"""A mark that stands in its own month's cell reaches no farther out of it."""

_OPENING = frozenset("←<⟵⇐")
_CLOSING = frozenset("→>⟶⇒")
_DASHES = frozenset("-–—_.… ")
_NO_MARK = frozenset({"", "-", "–", "—"})


@dataclass(frozen=True, slots=True)
class Marks:
    """The calendar months of one row in column order.

    `certain` is False where a stroke's end leaves it open, or a month's cell holds what is no known mark, or a typed
    mark `straddles` two months: it was set in the middle of cells merged over some months, whose borders are lost.
    """

    months: tuple[int, ...] = ()
    certain: bool = True
    straddles: bool = False


NO_MARKS = Marks()


def read_marks(row: GridRow, layout: Layout, strokes: Sequence[Stroke]) -> Marks:
    """The months that `row` marks in the month columns of `layout`; `strokes` are those that lie on the row."""
    columns = layout.months
    if not columns:
        return NO_MARKS
    drawn = [_by_stroke(columns, stroke) for stroke in strokes]
    cells = [(cell, months) for cell in row.cells if (months := layout.months_under(row.table, cell))]
    typed = [(cell, months) for cell, months in cells if cell.text]
    marked = {month for marks in drawn for month in marks.months}
    marked |= _by_texts(typed, layout) | _by_shading(row, cells) | _by_merging(cells)
    months = tuple(column.month for column in columns if column.month in marked and column.month)
    straddles = any(cell.lines and _straddles_months(cell) for cell, _ in typed)
    unclear = straddles or any(_is_strange(cell.text.strip()) for cell, _ in typed)
    certain = all(marks.certain for marks in drawn) and not unclear
    return Marks(months, certain, straddles) if months or not certain else NO_MARKS


def _by_stroke(columns: Sequence[Column], stroke: Stroke) -> Marks:
    shares = [_covered_share(column, stroke) for column in columns]
    months = tuple(
        c.month for c, share in zip(columns, shares, strict=True) if share >= COVERED_SHARE and c.month
    )
    if not months:
        return _short_stroke(columns, stroke)
    return Marks(months, all(abs(share - COVERED_SHARE) > UNCERTAIN_BAND for share in shares))


def _covered_share(column: Column, stroke: Stroke) -> float:
    return (min(column.x1, stroke.x1) - max(column.x0, stroke.x0)) / ((column.x1 - column.x0) or 1.0)


def _short_stroke(columns: Sequence[Column], stroke: Stroke) -> Marks:
    """A stroke shorter than a month's column marks the month that its middle lies in."""
    middle = (stroke.x0 + stroke.x1) / 2
    months = tuple(column.month for column in columns if column.x0 <= middle < column.x1 and column.month)
    return Marks(months, certain=_covered_share_of_stroke(columns, stroke) > COVERED_SHARE)


def _covered_share_of_stroke(columns: Sequence[Column], stroke: Stroke) -> float:
    inside = min(columns[-1].x1, stroke.x1) - max(columns[0].x0, stroke.x0)
    return inside / ((stroke.x1 - stroke.x0) or 1.0)


_MonthCells = Sequence[tuple[Cell, tuple[int, ...]]]
"""The cells of a row that stand under months, each with its months."""


def _by_texts(typed: _MonthCells, layout: Layout) -> set[int]:
    marked = {month for cell, months in typed if _is_mark(cell.text) for month in months}
    return marked | _between_ends(typed, layout)


def _is_mark(text: str) -> bool:
    """Whether a month's cell marks it: by a mark, a word or date, or the month's money; "0" is no money."""
    stripped = text.strip()
    if stripped in _NO_MARK:
        return False
    return is_month_mark(stripped) or (any(c.isalnum() for c in stripped) and not _is_zero(stripped))


def _is_zero(text: str) -> bool:
    reading = read_money(text)
    return bool(reading.amounts) and not any(reading.amounts) and reading.unread is None


def _straddles_months(cell: Cell) -> bool:
    """Whether a typed mark reaches out of its month's cell."""
    box = cell.bbox
    return box is not None and any(
        line.bbox.x0 < box.x0 - _REACH_PT or line.bbox.x1 > box.x1 + _REACH_PT
        for line in cell.lines
        if is_month_mark(line.text)
    )


def _is_strange(text: str) -> bool:
    """Whether the text of a month's cell is no mark, no part of an arrow and no zero."""
    if not text:
        return False
    plain = set(text) <= _DASHES or text[0] in _OPENING or text[-1] in _CLOSING
    return not (plain or _is_mark(text) or _is_zero(text))


def _between_ends(typed: _MonthCells, layout: Layout) -> set[int]:
    """The months between a cell that opens an arrow ("<---") and the one that closes it ("--->")."""
    order = [column.month for column in layout.months if column.month]
    marked: set[int] = set()
    opened: int | None = None
    for cell, months in typed:
        text = cell.text.strip()
        if text and text[0] in _OPENING and text[-1] not in _CLOSING:
            opened = order.index(months[0])
        elif opened is not None and text and text[-1] in _CLOSING:
            marked.update(order[opened : order.index(months[-1]) + 1])
            opened = None
        elif not set(text) <= _DASHES:
            opened = None
    return marked


def _by_shading(row: GridRow, cells: _MonthCells) -> set[int]:
    """Filled month cells, unless the whole row is filled alike (a banded table or a sum)."""
    shaded = [(cell, months) for cell, months in cells if cell.shading]
    if not shaded:
        return set()
    month_cells = {id(cell) for cell, _ in cells}
    elsewhere = {cell.shading for cell in row.cells if id(cell) not in month_cells}
    return {month for cell, months in shaded if cell.shading not in elsewhere for month in months}


def _by_merging(cells: _MonthCells) -> set[int]:
    """Month cells merged with one another mark their months where others of the row stay single."""
    merged = [months for cell, months in cells if len(months) > 1 and not set(cell.text.strip()) - _DASHES]
    if not merged or not any(len(months) == 1 for _, months in cells):
        return set()
    return {month for months in merged for month in months}
