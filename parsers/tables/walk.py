"""The document as one stream of lines, layouts and rows: what stands where, before anyone asks what it means.

This is the border between tables and records: records fold this stream and never look at a table again.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from parsers.tables.bands import split_bands
from parsers.tables.grid import GridRow
from parsers.tables.headings import read_heading
from parsers.tables.layout import MONEY_ROLES, Layout
from parsers.tables.marks import NO_MARKS, Marks, read_marks
from parsers.tables.money_columns import StatedUnits
from parsers.tables.parts import Part, parts_by_table
from parsers.tables.totals import is_carried, is_total, names_project
from parsers.thai import is_month_mark, read_money, read_row_number
from schemas.document import Cell, Document, Provenance, Stroke, Table, TextBlock

WIDE_SHARE = 0.45
"""A lone text over more than this share of the table's width is a line inside the table, no project."""

_SPANNED_COLUMNS = 3

_SAME_EDGE_PT = 3.0

_SHARED_ROLES = frozenset(
    {
        "strategy", "program", "equipment_type", "fund_source", "location", "responsible_unit",
        "objective", "kpi", "expected_result", "procurement_method",
    }
)  # fmt: skip
"""A cell of these merged over the rows of several projects is each one's; money, names and amounts of work are not."""


@dataclass(frozen=True, slots=True)
class Line:
    """A text outside of columns: a paragraph (`block`), or a row that spans the table (`block` is None)."""

    text: str
    origin: Provenance
    block: TextBlock | None = None


@dataclass(frozen=True, slots=True)
class NewLayout:
    """A header stands here; the rows that follow are of this layout."""

    layout: Layout
    origin: Provenance


@dataclass(frozen=True, slots=True)
class BodyRow:
    """One row of a project or summary table: texts by column index, repaired and as read.

    Month cells give `marks`; where they hold more than a mark, what they hold stands in `raw` only.

    `covered` are the columns whose cell reaches into this row from above, `above` the texts of those that projects
    may share (the unit of several, merged over their rows); `crowded` tells that two filled cells
    share one column. `by_lines` marks a row that was cut out of taller cells, `leading` one that stands close above
    a number.
    """

    layout: Layout
    texts: dict[int, str]
    raw: dict[int, str]
    marks: Marks
    origin: Provenance
    covered: frozenset[int] = frozenset()
    crowded: bool = False
    by_lines: bool = False
    leading: bool = False
    above: dict[int, str] = field(default_factory=dict)

    def with_shared(self, roles: Container[str] = _SHARED_ROLES) -> "BodyRow":
        """This row with the texts of `roles` that it shares with rows above; `raw` stays what stands in the row."""
        shared = {
            index: text for index, text in self.above.items() if self.layout.columns[index].role in roles
        }
        return replace(self, texts={**shared, **self.texts}, above={}) if shared else self

    def text(self, role: str) -> str:
        """The text of the first column of `role`; "" where the row has none."""
        for index, value in self.texts.items():
            if self.layout.columns[index].role == role:
                return value
        return ""


@dataclass(frozen=True, slots=True)
class TotalRow:
    """A row that prints a sum: its label and the texts of its other columns."""

    label: str
    row: BodyRow


@dataclass(frozen=True, slots=True)
class OtherTable:
    """A table that lists no projects and sums none up."""

    table: Table


Event = Line | NewLayout | BodyRow | TotalRow | OtherTable


def walk(document: Document) -> Iterator[Event]:
    """The events of a repaired document in reading order."""
    parts = parts_by_table(document)
    units = StatedUnits()
    for block in document.blocks:
        if isinstance(block, TextBlock):
            units.hear(block.text)
            yield Line(block.text, Provenance(page=block.page, bbox=block.bbox), block)
        elif block.index in parts:
            for part in parts[block.index]:
                part.layout = units.in_force(part.layout)
                yield from _events_of(part)
            units.forget()
        else:
            yield OtherTable(block)
            units.forget()


def _events_of(part: Part) -> Iterator[Event]:
    if part.header:
        yield NewLayout(part.layout, Provenance(page=part.table.page, table=part.table.index))
    strokes: dict[int, list[Stroke]] = {}
    for stroke in part.table.strokes:
        strokes.setdefault(stroke.row, []).append(stroke)
    for row in part.rows:
        bands = (row,) if part.ruled else split_bands(row, by_gaps=part.parted_by_gaps)
        for band, drawn in zip(bands, _share_out(strokes.get(row.index, ()), bands), strict=True):
            event = _event_of(band, part.layout, drawn, by_lines=len(bands) > 1)
            if event is not None:
                yield event


def _share_out(strokes: Iterable[Stroke], bands: Sequence[GridRow]) -> list[list[Stroke]]:
    """The strokes of a row by band: each goes to the band nearest to it."""
    shares: list[list[Stroke]] = [[] for _ in bands]
    for stroke in strokes:
        shares[_nearest(stroke, bands)].append(stroke)
    return shares


def _nearest(stroke: Stroke, bands: Sequence[GridRow]) -> int:
    if len(bands) == 1 or stroke.bbox is None:
        return 0
    middle = (stroke.bbox.top + stroke.bbox.bottom) / 2

    def distance(index: int) -> float:
        box = bands[index].bbox
        return abs((box.top + box.bottom) / 2 - middle) if box else float("inf")

    return min(range(len(bands)), key=distance)


def _event_of(row: GridRow, layout: Layout, strokes: Sequence[Stroke], *, by_lines: bool) -> Event | None:
    filled = row.filled
    if not filled and not strokes and not any(cell.shading for cell in row.cells):
        return None
    if not strokes and (line := spanning_text(row, filled)):
        return Line(line, _origin(row, filled[0]))
    marks = read_marks(row, layout, strokes) if layout.months else NO_MARKS
    body = _body_row(row, filled, layout, marks, by_lines)
    if filled and is_carried(filled[0].text) and _is_money_behind(body):
        return None
    if filled and _is_total_row(row, body, filled[0]):
        return TotalRow(filled[0].text, body)
    return body if body.texts or body.marks.months else None


def spanning_text(row: GridRow, filled: Sequence[Cell]) -> str | None:
    """The text of a row that holds nothing but a heading, title or divider; None for any other row."""
    if len(filled) == 2 and read_row_number(filled[0].text) and filled[1].col_span >= _SPANNED_COLUMNS:
        text = f"{filled[0].text.strip()} {filled[1].text.strip()}"
        return text if row.span_width(filled[1]) >= WIDE_SHARE or read_heading(text) else None
    if len(filled) != 1 or is_total(filled[0].text):
        return None
    cell = filled[0]
    heading = read_heading(cell.text)
    if heading and heading.group.name and (cell.col_span > 1 or cell.col == 0):
        return cell.text
    alone = cell.col_span >= _SPANNED_COLUMNS or row.table.columns <= _SPANNED_COLUMNS
    return cell.text if alone and row.span_width(cell) >= WIDE_SHARE else None


def _is_money_behind(body: BodyRow) -> bool:
    """Whether a row holds one text and no more than money behind it."""
    roles = [body.layout.columns[index].role for index in sorted(body.texts)]
    return all(role in MONEY_ROLES for role in roles[1:])


def _is_total_row(row: GridRow, body: BodyRow, first: Cell) -> bool:
    if not body.texts or body.layout.columns[min(body.texts)].role == "budget":
        return False
    return is_total(first.text) or _is_label_of_sum(row, body, first)


def _is_label_of_sum(row: GridRow, body: BodyRow, first: Cell) -> bool:
    """Whether a text over number and name with nothing but money behind it names a sum, whatever its words are."""
    name = next((column for column in body.layout.columns if column.role == "name"), None)
    x0, x1 = row.extent_of(first)
    if name is None or body.by_lines or first.col > 0 or x1 < name.x1 - _SAME_EDGE_PT or x0 >= name.x0:
        return False
    money = [text for index, text in body.texts.items() if body.layout.columns[index].role == "budget"]
    has_money = any(read_money(text).amounts for text in money)
    return has_money and _is_money_behind(body) and not names_project(first.text)


def _body_row(row: GridRow, filled: Sequence[Cell], layout: Layout, marks: Marks, by_lines: bool) -> BodyRow:
    texts: dict[int, str] = {}
    raw: dict[int, str] = {}
    crowded = False
    for cell in filled:
        column = layout.column_of(row.table, cell)
        if layout.columns[column].month is not None:
            if not is_month_mark(cell.text):
                raw[column] = cell.raw_text
            continue
        crowded = crowded or column in texts or _is_money_of_years(row, layout, cell)
        texts[column] = f"{texts[column]}\n{cell.text}" if column in texts else cell.text
        raw[column] = f"{raw[column]}\n{cell.raw_text}" if column in raw else cell.raw_text
    covered = frozenset(layout.column_of(row.table, cell) for cell in row.covering)
    return BodyRow(
        layout, texts, raw, marks, _origin(row), covered, crowded, by_lines, row.leading, _above(row, layout)
    )


def _is_money_of_years(row: GridRow, layout: Layout, cell: Cell) -> bool:
    """Whether an amount stands in a cell merged over several years: nobody can tell of which year it is."""
    return (
        cell.col_span > 1 and bool(read_money(cell.text).amounts) and layout.years_under(row.table, cell) > 1
    )


def _above(row: GridRow, layout: Layout) -> dict[int, str]:
    """The texts of cells merged over rows, in columns whose texts several projects may share."""
    placed = ((layout.column_of(row.table, cell), cell.text) for cell in row.covering if cell.text.strip())
    return {column: text for column, text in placed if layout.columns[column].role in _SHARED_ROLES}


def _origin(row: GridRow, cell: Cell | None = None) -> Provenance:
    return Provenance(
        page=row.table.page,
        table=row.table.index,
        row=row.index,
        col=cell.col if cell else None,
        bbox=cell.bbox if cell else row.bbox,
    )
