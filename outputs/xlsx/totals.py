"""The rows of sums in a sheet of projects: formulas that leave out one another and what a filter hides."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from xlsxwriter.utility import xl_range

from outputs.docx.content import NO_MONEY
from outputs.docx.values import has_money
from outputs.xlsx.cells import Pen, at, exact_sum
from outputs.xlsx.columns import SheetLayout
from schemas.plan import Project

_SUM, _COUNT = 9, 3
"""Functions of SUBTOTAL, which skips rows that a filter hides, and other subtotals."""
_LABEL_COLUMN: Final = 0
_COUNTED_COLUMN: Final = 1
_COUNT_COLUMN: Final = 2
"""Where a sum prints its label, what it counts, and how many these are."""


def counted_column(projects: Sequence[Project], layout: SheetLayout) -> int | None:
    """The column whose filled cells are as many as the projects; None where the columns do not tell."""
    column = layout.columns[_COUNTED_COLUMN]
    named = column.field in ("name", "program", "equipment_type") and layout.money[0] > _COUNT_COLUMN
    return _COUNTED_COLUMN if named and all(getattr(each, column.field) for each in projects) else None


def write_total(
    pen: Pen, row: int, rows: tuple[int, int], projects: Sequence[Project], layout: SheetLayout, label: str
) -> None:
    """Writes into `row` the number and the money of `projects`, which stand in the `rows` from first to last."""
    for index, column in enumerate(layout.columns):
        if column.is_money:
            _write_sum(pen, row, rows, projects, index, column.year)
        else:
            pen.write(at(row, index), None, "total_label" if index <= _COUNT_COLUMN else "total")
    pen.write(at(row, _LABEL_COLUMN), label, "total_label")
    _write_count(pen, row, rows, projects, layout)


def _write_sum(
    pen: Pen, row: int, rows: tuple[int, int], projects: Sequence[Project], col: int, year: str | None
) -> None:
    """The sum of a column; a dash where no project has money there, which is not a sum of zero."""
    if not has_money(projects, year):
        pen.write(at(row, col), NO_MONEY, "total")
        return
    amounts = [project.budget if year is None else project.budgets.get(year) for project in projects]
    total = exact_sum(_cells(projects, year)) if amounts else Decimal(0)
    pen.formula(at(row, col), _subtotal(_SUM, rows, col), total, "total")


def _cells(projects: Sequence[Project], year: str | None) -> list[Decimal]:
    """The amounts that stand in a column's cells."""
    found = (project.budget if year is None else project.budgets.get(year) for project in projects)
    return [Decimal(amount) for amount in found if amount is not None]


def _write_count(
    pen: Pen, row: int, rows: tuple[int, int], projects: Sequence[Project], layout: SheetLayout
) -> None:
    """The number of projects with its unit, where a column stands free for it."""
    if layout.money[0] <= _COUNT_COLUMN:
        return
    code = f'0" {layout.table.form.count_unit}"'
    place, counted = at(row, _COUNT_COLUMN), counted_column(projects, layout)
    if counted is None:
        pen.write(place, len(projects), "total_label", code)
    else:
        pen.formula(place, _subtotal(_COUNT, rows, counted), Decimal(len(projects)), "total_label", code)


def _subtotal(function: int, rows: tuple[int, int], col: int) -> str:
    return f"=SUBTOTAL({function},{xl_range(rows[0], col, rows[1], col)})"
