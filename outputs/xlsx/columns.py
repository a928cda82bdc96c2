"""The columns of a form's sheet: those of the book's table, with the fund source in one of its own."""

from dataclasses import dataclass, replace
from typing import Final

from outputs.docx.columns import Column, TableLayout, table_layout
from outputs.docx.lengths import twips
from outputs.xlsx.words import project_word
from schemas.plan import Form, Plan

_FUND_WIDTH_TWIPS: Final = twips(24)
_TWIPS_PER_PIXEL: Final = 15
"""At 96 dots per inch, which widths of Excel count in."""
_MONEY_SHARE: Final = 1.12
"""Excel shows ##### where a number lacks a hair's breadth; its cells have more padding than Word's."""
_INDENT_TWIPS: Final = 135
"""By which an amount stands off the rule at its right."""
_MOST_FROZEN_SHARE: Final = 0.35
"""Columns that stay in view leave this much of the table's width to those that move."""


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """A form's columns from left to right."""

    table: TableLayout
    columns: tuple[Column, ...]

    @property
    def money(self) -> tuple[int, ...]:
        """The 0-based positions of the columns of money."""
        return tuple(index for index, column in enumerate(self.columns) if column.is_money)

    @property
    def years(self) -> tuple[int, ...]:
        """The positions of the columns of a year's money."""
        return tuple(index for index, column in enumerate(self.columns) if column.year is not None)

    @property
    def first_month(self) -> int:
        """The position of the first month; the number of columns where there are none."""
        months = (index for index, column in enumerate(self.columns) if column.month is not None)
        return next(months, len(self.columns))

    @property
    def frozen(self) -> int:
        """How many columns stay in view: the number and what it numbers, where these leave room."""
        widths = [column.width_twips for column in self.columns]
        share = sum(widths[:2]) / sum(widths)
        return 2 if share <= _MOST_FROZEN_SHARE else 1


def sheet_layout(form: Form, plan: Plan) -> SheetLayout:
    """The columns of `form` in `plan`."""
    table = table_layout(form, plan)
    columns = list(table.columns)
    if any(project.fund_source for project in plan.projects if project.form == form):
        behind_money = max(index for index, column in enumerate(columns) if column.is_money) + 1
        columns.insert(behind_money, _fund_column())
    return SheetLayout(table, tuple(columns))


def _fund_column() -> Column:
    header = project_word("fund_source")
    return Column("fund_source", header, align="center", width_twips=_FUND_WIDTH_TWIPS, fixed=False)


def money_width_twips(width_twips: int) -> int:
    """The width that amounts need in Excel where a page's column of that width holds them."""
    return round(width_twips * _MONEY_SHARE) + _INDENT_TWIPS


def width_pixels(column: Column) -> int:
    """The width of a column on the screen."""
    width_twips = money_width_twips(column.width_twips) if column.is_money else column.width_twips
    return round(width_twips / _TWIPS_PER_PIXEL)


def widened(column: Column) -> Column:
    """The column as wide as it is shown, for counting the lines of its header."""
    return replace(column, width_twips=width_pixels(column) * _TWIPS_PER_PIXEL)
