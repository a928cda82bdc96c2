"""Where layouts begin and end: headers inside tables, and tables that go on with the layout before them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from parsers.tables.bands import has_several_numbers, parts_by_gaps
from parsers.tables.columns import squeeze
from parsers.tables.content import is_evident_list, told_by_content
from parsers.tables.grid import GridRow, rows_of
from parsers.tables.headers import (
    HEADER_ROWS_LIMIT,
    continues_header,
    header_length,
    layout_of,
    starts_header,
)
from parsers.tables.layout import MONEY_ROLES, UNKNOWN, Column, Layout
from parsers.tables.spills import headers_of, without_spilled_header
from parsers.thai import read_money, read_row_number
from schemas.document import Cell, Document, Table

_LEAST_COLUMNS = 6
_LEAST_ROWS = 4
"""A table that only its cells tell has a header and three projects at least."""

_HEADER_LENGTH = 60
"""The texts of a header that no vocabulary has are no longer."""

_LEAST_BAHT = 1000
_SAME_WIDTH_PT = 6.0

_REPEATED_CELLS = 4
"""So many of its own header's texts in one row are that header again."""


@dataclass(slots=True)
class Part:
    """Rows of one table under one layout, and the header rows if the part begins with some.

    `ruled` is False where rules do not part the projects; then `parted_by_gaps` tells whether white space does.
    """

    table: Table
    layout: Layout
    rows: list[GridRow] = field(default_factory=list)
    header: tuple[GridRow, ...] = ()
    ruled: bool = True
    parted_by_gaps: bool = False


def parts_by_table(document: Document) -> dict[int, list[Part]]:
    """The parts of each table that has a layout, its own or that of the table before, by the table's index."""
    found: dict[int, list[Part]] = {}
    before = _Before()
    for table in document.tables():
        parts = _parts(table, before)
        if parts:
            found[table.index] = parts
            _tell_cut_header(before, parts[0])
            before = _Before.after(parts, before)
    _clear_spilled_headers([part for parts in found.values() for part in parts])
    _tell_unknown_columns([part for parts in found.values() for part in parts])
    _find_unruled([part for parts in found.values() for part in parts if part.layout.is_of_projects()])
    return found


def _tell_cut_header(before: "_Before", following: Part) -> None:
    """Give a header without rows of its own, at a page's foot, the layout of the table that goes on with it.

    Half a header may look like another form's: the years over the months are no years of money.
    """
    part = before.cut_part
    if (
        part is not None
        and following.layout.is_of_projects()
        and following.layout.fits(part.table, whole=False)
    ):
        part.layout = following.layout


def _clear_spilled_headers(parts: Sequence[Part]) -> None:
    """Take the ends of header texts out of the first row under each header that lacks them."""
    layouts = list({id(part.layout): part.layout for part in parts if part.layout.is_of_projects()}.values())
    headers = headers_of(layouts)
    for part in parts:
        if part.header and part.rows and len(layouts) > 1:
            part.rows[0] = without_spilled_header(part.rows[0], part.layout, headers)


def _tell_unknown_columns(parts: list[Part]) -> None:
    """Give parts whose layout has unknown columns one in which the cells under all headers alike tell them."""
    alike: dict[tuple[tuple[str, str], ...], list[Part]] = {}
    for part in parts:
        if UNKNOWN in part.layout.roles and part.layout.is_of_projects():
            alike.setdefault(tuple((c.role, c.header) for c in part.layout.columns), []).append(part)
    for group in alike.values():
        rows = [row for part in group for row in part.rows]
        roles = told_by_content(group[0].layout, rows)
        if roles is not group[0].layout:
            told = {part.layout: part.layout.with_roles(roles.columns) for part in group}
            for part in group:
                part.layout = told[part.layout]


def _find_unruled(parts: list[Part]) -> None:
    """Mark the parts of layouts whose rows hold several projects; all tables of one layout are drawn alike."""
    alike: dict[tuple[str, ...], list[Part]] = {}
    for part in parts:
        alike.setdefault(tuple(column.role for column in part.layout.columns), []).append(part)
    for group in alike.values():
        rows = [row for part in group for row in part.rows]
        if any(has_several_numbers(row) for row in rows):
            by_gaps = parts_by_gaps(rows)
            for part in group:
                part.ruled, part.parted_by_gaps = False, by_gaps


@dataclass(frozen=True, slots=True)
class _Before:
    """What a table may go on with: the layout before it, and a header that the page's foot cut off.

    `whole` is the last layout whose header had rows of its own under it, `cut_part` the part of the cut header.
    """

    layout: Layout | None = None
    whole: Layout | None = None
    cut_part: Part | None = None

    @property
    def cut_header(self) -> tuple[GridRow, ...]:
        """The rows of the header that the page's foot cut off; none where it cut none."""
        return self.cut_part.header if self.cut_part else ()

    @classmethod
    def after(cls, parts: Sequence[Part], earlier: "_Before") -> "_Before":
        """The state behind a table of these parts."""
        last = parts[-1]
        if last.header and not last.rows:
            whole = parts[-2].layout if len(parts) > 1 else earlier.whole
            return cls(last.layout, whole, last)
        return cls(last.layout, last.layout)

    def inherited(self, table: Table, rest: Sequence[GridRow]) -> Layout | None:
        """The layout of project rows that a table goes on in which has no header, or only the `rest` of one."""
        joined = layout_of((*self.cut_header, *rest)) if self.cut_header and rest else None
        candidates = (self.whole, joined, self.layout) if self.cut_header else (self.layout,)
        return next(
            (known for known in candidates if known and known.is_of_projects() and known.fits(table)), None
        )


def _parts(table: Table, before: _Before) -> list[Part]:
    rows = list(rows_of(table))
    index = _rest_of_header(rows, before.cut_header)
    inherited = before.inherited(table, rows[:index]) or _stretched(before.layout, table, rows)
    parts = [Part(table, inherited)] if inherited else []
    # A header that no word tells begins no layout again on the next page, nor is it a project.
    repeats = inherited if inherited and inherited.is_told_by_content() else None
    lines_above: list[GridRow] = []
    index = index if inherited else 0
    while index < len(rows):
        known = parts[-1].layout if parts else None
        if starts_header(rows[index], known):
            header = rows[index : index + header_length(rows, index)]
            parts.append(Part(table, _merged(layout_of(header), known), header=tuple(header)))
            index += len(header)
            continue
        if not (repeats and _is_header_again(rows[index], repeats)):
            (parts[-1].rows if parts else lines_above).append(rows[index])
        index += 1
    if parts and lines_above:
        parts.insert(0, Part(table, parts[0].layout, lines_above))
    useful = [part for part in parts if (part.rows or part.header) and _is_useful(part.layout)]
    return useful or _parts_by_content(table, rows)


def _stretched(known: Layout | None, table: Table, rows: Sequence[GridRow]) -> Layout | None:
    """The layout before on the edges of a table that begins with a numbered row of money under its own columns."""
    layout = known.stretched_to(table) if known and known.is_of_projects() and rows else None
    if layout is None or not _is_numbered(rows[0]):
        return None
    roles = {layout.columns[layout.column_of(table, cell)].role for cell in rows[0].filled if _is_money(cell)}
    return layout if roles and roles <= MONEY_ROLES else None


def _is_money(cell: Cell) -> bool:
    reading = read_money(cell.text)
    return reading.unread is None and any(amount >= _LEAST_BAHT for amount in reading.amounts)


def _parts_by_content(table: Table, rows: Sequence[GridRow]) -> list[Part]:
    """The parts of a table whose header tells nothing but whose cells leave no doubt that it lists projects."""
    if table.columns < _LEAST_COLUMNS or table.rows < _LEAST_ROWS:
        return []
    start = next((i for i, row in enumerate(rows[:HEADER_ROWS_LIMIT]) if _may_be_header(row)), None)
    if start is None:
        return []
    body = next((i for i, row in enumerate(rows) if i > start and _is_numbered(row)), len(rows))
    if body - start > HEADER_ROWS_LIMIT:
        return []
    header = rows[start:body]
    layout = told_by_content(layout_of(header), rows[body:])
    if not (layout.is_of_projects() and is_evident_list(layout)):
        return []
    above = [Part(table, layout, list(rows[:start]))] if start else []
    kept = [row for row in rows[body:] if not _is_header_again(row, layout)]
    return [*above, Part(table, layout, kept, tuple(header))]


def _may_be_header(row: GridRow) -> bool:
    filled = row.filled
    short = all(len(cell.text) <= _HEADER_LENGTH for cell in filled)
    return len(filled) >= _LEAST_COLUMNS and short and not _is_numbered(row)


def _is_numbered(row: GridRow) -> bool:
    return bool(row.cells) and row.cells[0].col == 0 and read_row_number(row.cells[0].text) is not None


def _is_header_again(row: GridRow, layout: Layout) -> bool:
    """Whether a row prints texts of its layout's own header, each over its column."""
    filled = row.filled
    return len(filled) >= _REPEATED_CELLS and all(
        squeeze(cell.text) in squeeze(layout.columns[layout.column_of(row.table, cell)].header)
        for cell in filled
    )


def _rest_of_header(rows: Sequence[GridRow], cut: tuple[GridRow, ...]) -> int:
    """How many rows at a page's top go on with a header that the page before cut off; none of a whole header."""
    if cut and rows and starts_header(rows[0], None):
        whole = layout_of(rows[: header_length(rows, 0)])
        # The rest of a header leaves blank what stands in the part before the page's end.
        if whole.is_of_projects() and all(column.header for column in whole.columns):
            return 0
    count = 0
    while cut and count < len(rows) and continues_header((*cut, *rows[:count]), rows[count]):
        count += 1
    return count


def _is_useful(layout: Layout) -> bool:
    return layout.is_of_projects() or layout.is_summary()


def _merged(new: Layout, known: Layout | None) -> Layout:
    """A repeated header whose labels are partly missing, or whose years are, means the layout that stood before."""
    if known is None or not known.is_of_projects():
        return new
    if new.is_of_projects():
        lacking = (known.years and not new.years and _lacks_only_years(new, known)) or _lacks_only_months(
            new, known
        )
        return known if lacking else new
    return known if len(new.columns) == len(known.columns) else new


def _lacks_only_months(new: Layout, known: Layout) -> bool:
    """Whether a header is that of the layout before without its lower rows, which hold the months.

    LibreOffice repeats only the first row of a header on the next page where the months stand upright.
    """
    if new.months or not known.months:
        return False
    over_months = {_place(column) for column in known.columns if column.month is not None}
    first, last = min(over_months)[0], max(over_months)[1]
    others = [column for column in new.columns if not first <= _place(column)[0] <= _place(column)[1] <= last]
    before = [column for column in known.columns if column.month is None]
    return [(column.role, *_place(column)) for column in others] == [(c.role, *_place(c)) for c in before]


def _place(column: Column) -> tuple[int, int]:
    """Where a column begins and ends, in whole points."""
    return round(column.x0), round(column.x1)


def _lacks_only_years(new: Layout, known: Layout) -> bool:
    """Whether a header is that of the layout before with one word over all its years."""
    if new.months or abs(new.width - known.width) > _SAME_WIDTH_PT:
        return False
    before = [column.role for column in known.columns if column.year is None]
    return [column.role for column in new.columns if column.role != "budget"] == before
