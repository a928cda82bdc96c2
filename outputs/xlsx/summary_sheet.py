"""The summary ผด.01 or ผ.01 as a sheet whose figures follow the sheets of projects.

Labels stand in the second column, a hair's breadth from the table's edge: a lone text at a row's very beginning
would read as a heading over the tables that follow.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Final

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from outputs.docx.columns import Column, amount_width_twips
from outputs.docx.content import NO_MONEY
from outputs.docx.lengths import twips
from outputs.summaries import Figures, Summary, SummaryRow
from outputs.xlsx.blocks import PlacedBlock
from outputs.xlsx.cells import Pen, at
from outputs.xlsx.columns import money_width_twips
from outputs.xlsx.header import write_header
from outputs.xlsx.heights import Text, height_pt, lines_of
from outputs.xlsx.links import Link, Links, RowKey, row_keys
from outputs.xlsx.looks import Look, Looks
from outputs.xlsx.page_setup import set_up_table
from outputs.xlsx.titles import write_titles
from outputs.xlsx.words import summary_titles, summary_word
from schemas.plan import Form, Plan

_SIZE_PT: Final = 14
_EDGE_MM: Final = 2.5
_FIRST_FIGURE: Final = 2
_PERCENT_FORMAT, _COUNT_FORMAT = "0.00", "#,##0"
_HUNDRED: Final = Decimal(100)
_HUNDREDTH: Final = Decimal("0.01")
_SUBTOTAL = "=SUBTOTAL(9,{cells})"
_LOOKS: Final[Mapping[str, Look]] = {"program": "right", "strategy_total": "total", "plan_total": "total"}


@dataclass(frozen=True, slots=True)
class _Rows:
    """Where the rows of figures stand, 0-based."""

    first: int
    last: int


def write_summary(
    sheet: Any, looks: Looks, plan: Plan, summary: Summary, placed: Mapping[Form, Sequence[PlacedBlock]]
) -> None:
    """Fill the summary's sheet; `placed` tells where the projects stand that it sums up."""
    pen = Pen(sheet, looks, _SIZE_PT)
    columns = list(_columns(summary))
    sheet.set_default_row(height_pt(1, _SIZE_PT))
    label, title = summary_titles(summary.form)
    row = write_titles(pen, plan, label, (title,), len(columns))
    header = write_header(pen, row, columns)
    forms = [form for form, blocks in placed.items() if blocks]
    keys = list(row_keys(summary, forms))
    body = _Body(pen, summary, Links(plan, placed), _Rows(header[1] + 1, header[1] + len(summary.rows)))
    body.write(keys, columns)
    for offset, summed in enumerate(summary.rows):
        sheet.set_row(header[1] + 1 + offset, _height_pt(summed, columns))
    set_up_table(sheet, header, (header[1] + len(summary.rows), len(columns) - 1), _FIRST_FIGURE)


def _columns(summary: Summary) -> Iterator[Column]:
    label, money_mm = summary_word("label"), _money_mm(summary)
    yield _column("label", "", _EDGE_MM)
    if summary.form == "ผด.01":
        yield _column("label", label, 100)
        widths_mm = {"count": 32, "count_percent": 32, "amount": max(36, money_mm), "amount_percent": 32}
        for key, width_mm in widths_mm.items():
            yield _column(key, summary_word(key), width_mm)
        yield _column("units", summary_word("units"), 52)
        return
    yield _column("label", label, 78)
    groups = [*(summary_word("year", year=year) for year in summary.years), summary_word("all_years")]
    for group in groups:
        yield _column("count", summary_word("year_count"), 16, group)
        yield _column("amount", summary_word("year_amount"), max(26, money_mm), group)


def _money_mm(summary: Summary) -> float:
    """The width that the largest amount needs."""
    largest = max(figures.amount for row in summary.rows for figures in row.figures)
    return money_width_twips(amount_width_twips(largest, _SIZE_PT)) / twips(1)


def _column(field: str, header: str, width_mm: float, group: str | None = None) -> Column:
    return Column(field, header, align="center", width_twips=twips(width_mm), fixed=True, group=group)


def _height_pt(row: SummaryRow, columns: Sequence[Column]) -> float:
    """The height that a row's label and units need."""
    texts = [Text(row.label, columns[1].width_twips), Text(", ".join(row.units), columns[-1].width_twips)]
    shown = texts if columns[-1].field == "units" and row.kind == "program" else texts[:1]
    return height_pt(lines_of(shown, _SIZE_PT), _SIZE_PT)


class _Body:
    """The rows of a summary."""

    def __init__(self, pen: Pen, summary: Summary, links: Links, rows: _Rows) -> None:
        self._pen, self._summary, self._links, self._rows = pen, summary, links, rows
        self._strategy_row = rows.first

    def write(self, keys: Sequence[RowKey | None], columns: Sequence[Column]) -> None:
        """Write all rows."""
        for offset, (row, key) in enumerate(zip(self._summary.rows, keys, strict=True)):
            at_row = self._rows.first + offset
            if row.kind in ("form", "strategy"):
                self._strategy_row = at_row + 1
                self._write_line(at_row, row, columns)
                continue
            self._write_label(at_row, row)
            if row.has_projects:
                self._write_figures(at_row, row, key)
            else:
                for col in range(_FIRST_FIGURE, len(columns)):
                    self._pen.write(at(at_row, col), NO_MONEY, "total" if row.kind != "program" else "center")

    def _write_line(self, at_row: int, row: SummaryRow, columns: Sequence[Column]) -> None:
        self._pen.write(at(at_row, 0), None, "heading_edge")
        self._pen.write(at(at_row, 1), row.label, "heading_beside_edge")
        for col in range(_FIRST_FIGURE, len(columns)):
            self._pen.write(at(at_row, col), None, "heading_wrapped")

    def _write_label(self, at_row: int, row: SummaryRow) -> None:
        is_program = row.kind == "program"
        self._pen.write(at(at_row, 0), None, "edge" if is_program else "total_edge")
        self._pen.write(at(at_row, 1), row.label, "beside_edge" if is_program else "total_beside_edge")
        if self._summary.form == "ผด.01":
            units = ", ".join(row.units) if is_program else None
            self._pen.write(at(at_row, 6), units, "center" if is_program else "total")

    def _write_figures(self, at_row: int, row: SummaryRow, key: RowKey | None) -> None:
        if self._summary.form == "ผด.01":
            self._write_with_percent(at_row, row, key, row.figures[0])
            return
        for index, figures in enumerate(row.figures):
            col = _FIRST_FIGURE + 2 * index
            if figures.year is None and row.kind == "program":
                count, amount = (self._over_years(at_row, row, first) for first in (0, 1))
            else:
                count, amount = self._linked(at_row, row, key, figures, col, col + 1)
            self._figure(at_row, col, count, row, _COUNT_FORMAT)
            self._figure(at_row, col + 1, amount, row)

    def _write_with_percent(self, at_row: int, row: SummaryRow, key: RowKey | None, figures: Figures) -> None:
        count, amount = self._linked(at_row, row, key, figures, _FIRST_FIGURE, _FIRST_FIGURE + 2)
        self._figure(at_row, _FIRST_FIGURE, count, row, _COUNT_FORMAT)
        self._figure(at_row, _FIRST_FIGURE + 2, amount, row)
        shares = (
            (_FIRST_FIGURE, count, figures.count_percent),
            (_FIRST_FIGURE + 2, amount, figures.amount_percent),
        )
        for col, part, share in shares:
            if share is None:
                self._pen.write(at(at_row, col + 1), "-", _LOOKS[row.kind])
            else:
                self._figure(
                    at_row, col + 1, self._share(at_row, row, col, part, share), row, _PERCENT_FORMAT
                )

    def _linked(
        self,
        at_row: int,
        row: SummaryRow,
        key: RowKey | None,
        figures: Figures,
        count_col: int,
        amount_col: int,
    ) -> tuple[Link, Link]:
        """The number of projects and their money: of a program from the projects' sheets, of sums from the rows."""
        if row.kind == "program":
            return self._links.count(key, figures), self._links.amount(key, figures)
        count = Link(self._sum(at_row, row, count_col), Decimal(figures.count))
        return count, Link(self._sum(at_row, row, amount_col), figures.amount)

    def _sum(self, at_row: int, row: SummaryRow, col: int) -> str:
        """The sum of the rows above: those of the strategy, or all but other sums."""
        first = self._strategy_row if row.kind == "strategy_total" else self._rows.first
        return _SUBTOTAL.format(cells=xl_range(first, col, at_row - 1, col))

    def _over_years(self, at_row: int, row: SummaryRow, first: int) -> Link:
        """The sum of a row's years; no formula where money without a year adds to it."""
        *years, whole = [figures.count if first == 0 else figures.amount for figures in row.figures]
        cells = [xl_rowcol_to_cell(at_row, _FIRST_FIGURE + 2 * index + first) for index in range(len(years))]
        comes_to_whole = bool(cells) and sum(years) == whole
        return Link(f"={'+'.join(cells)}" if comes_to_whole else None, Decimal(whole))

    def _share(self, at_row: int, row: SummaryRow, col: int, part: Link, share: Decimal) -> Link:
        """A percentage. What shares are rounded by so that they add up to 100.00 is part of the formula."""
        if row.kind != "program":
            return Link(self._sum(at_row, row, col + 1), share)
        whole_row = self._rows.last
        whole = self._summary.rows[-1].figures[0]
        total = Decimal(whole.count) if col == _FIRST_FIGURE else whole.amount
        rounded = (part.result * _HUNDRED / total).quantize(_HUNDREDTH, ROUND_HALF_UP) if total else share
        correction = f"{share - rounded:+.2f}" if share != rounded else ""
        whole_cell = xl_rowcol_to_cell(whole_row, col, row_abs=True)
        formula = f"=ROUND({xl_rowcol_to_cell(at_row, col)}*100/{whole_cell},2){correction}"
        return Link(formula if total else None, share)

    def _figure(self, at_row: int, col: int, figure: Link, row: SummaryRow, number_format: str = "") -> None:
        look = _LOOKS[row.kind]
        if figure.formula is None:
            self._pen.write(at(at_row, col), figure.result, look, number_format)
        else:
            self._pen.formula(at(at_row, col), figure.formula, figure.result, look, number_format)
