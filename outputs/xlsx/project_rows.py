"""A project's rows: one, or one for each of its points, with what the points share merged over them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from outputs.docx.columns import Column
from outputs.docx.content import NO_MONEY, Part, parts
from outputs.docx.values import field_text
from outputs.xlsx.cells import Pen, Place, Value, number_of
from outputs.xlsx.columns import SheetLayout
from outputs.xlsx.heights import Text, row_heights_pt
from outputs.xlsx.looks import Look
from outputs.xlsx.words import project_word
from schemas.plan import Project

_LONGEST_DASH: Final = 2
"""A text in place of money that is longer stands once over all years."""
_WHOLE: Final = "0"


@dataclass(frozen=True, slots=True)
class Shown:
    """What one cell of a project shows; `shared` cells are merged over the project's points."""

    value: Value
    look: Look
    shared: bool = False


def write_project(pen: Pen, first_row: int, project: Project, layout: SheetLayout) -> int:
    """Writes the project from `first_row` (0-based) on; the number of rows that it takes."""
    rows = [tuple(_shown(project, part, layout)) for part in parts(project)]
    last_row = first_row + len(rows) - 1
    for offset, cells in enumerate(rows):
        for col, shown in enumerate(cells):
            place = Place(first_row + offset, col, last_row if shown.shared else first_row + offset, col)
            if offset == 0 or not shown.shared:
                pen.write(place, shown.value, shown.look, _WHOLE if isinstance(shown.value, int) else "")
    heights_pt = row_heights_pt([_texts(cells, layout) for cells in rows], pen.size_pt)
    for offset, tall_pt in enumerate(heights_pt):
        pen.sheet.set_row(first_row + offset, tall_pt)
    return len(rows)


def _texts(cells: Sequence[Shown], layout: SheetLayout) -> list[Text]:
    """The texts that may need more than a line."""
    shown_columns = zip(cells, layout.columns, strict=True)
    return [
        Text(shown.value, column.width_twips, shown.shared)
        for shown, column in shown_columns
        if isinstance(shown.value, str) and shown.look != "across"
    ]


def _shown(project: Project, part: Part, layout: SheetLayout) -> Iterator[Shown]:
    """The cells of one row from left to right."""
    first_year = next(iter(layout.years), None)
    for index, column in enumerate(layout.columns):
        shared = part.point is not None and column.field not in part.own_fields
        if column.month is not None:
            marked = column.month in project.months
            mark = project_word("month_mark") if marked else None
            yield Shown(mark, "marked" if marked else "month", shared)
        elif column.field == "budget":
            yield _money(_budget(project, part), shared)
        elif column.field == "budgets":
            yield _year(project, part, column, index == first_year, shared)
        else:
            yield Shown(_text(project, part, column), column.align, shared)


def _text(project: Project, part: Part, column: Column) -> Value:
    if column.field == "fixed_text":
        return column.text
    if column.field == "fund_source":
        return project.fund_source
    if part.point is not None and column.field in part.own_fields:
        own: str | None = getattr(part.point, column.field)
        return own
    text = field_text(project, column.field)
    if column.field == "number":
        number = number_of(text)
        return text if number is None else number
    return text


def _money(value: Value, shared: bool) -> Shown:
    return Shown(value, "right" if isinstance(value, Decimal) else "center", shared)


def _budget(project: Project, part: Part) -> Value:
    """The one amount of an operation plan; without one, what the source has in its place, or nothing."""
    if part.point is not None and "budget" in part.own_fields:
        amounts = [Decimal(amount) for amount in part.point.budgets.values()]
        return sum(amounts, Decimal(0)) if amounts else NO_MONEY
    if project.budget is not None:
        return Decimal(project.budget)
    return None if project.budgets else project.budget_text


def _year(project: Project, part: Part, column: Column, is_first: bool, shared: bool) -> Shown:
    """The amount of one year: a dash in a year without money, blank where the source left all blank."""
    own = part.point is not None and "budgets" in part.own_fields
    budgets = part.point.budgets if part.point is not None and own else project.budgets
    amount = budgets.get(column.year or "")
    if amount is not None:
        return _money(Decimal(amount), shared)
    if own or project.budgets:
        return Shown(NO_MONEY, "center", shared)
    instead = "" if project.budget is not None else project.budget_text or ""
    if len(instead) <= _LONGEST_DASH:
        return Shown(instead, "center", shared)
    return Shown(instead if is_first else None, "across", shared)
