"""Which columns a form's tables have in one plan, how wide each is, and the size of their text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import groupby
from operator import attrgetter

from outputs.docx.forms import Align, FormColumn, FormLayout, form_layout, month_name, words
from outputs.docx.headings import HEADING_FIELDS, is_without_heading
from outputs.docx.lengths import TABLE_WIDTH_TWIPS, twips
from outputs.docx.sharing import shares
from outputs.docx.values import has_field, money_text, year_sum
from schemas.plan import FISCAL_MONTHS, Form, Plan, Project

_TEXT_SIZES_PT = (14, 12, 10, 8)
# Text columns may shrink to this share of their width before the next smaller size is taken.
_LEAST_SHARE = {14: 0.85, 12: 0.5, 10: 0.35, 8: 0.0}
# Advance widths of TH SarabunPSK in em; Thai digits are wider than Arabic ones.
_DIGIT_EM, _SIGN_EM = 0.45, 0.165
_CELL_PADDING_TWIPS = 2 * 57 + 40
# Below this share of its width no text column is of use; all columns then shrink together.
_LEAST_TEXT_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Column:
    """One real column of a table. `year` is that of an amount ("2566"), `month` a calendar month.

    `group` is the header over it and its neighbours of the same group, None for a header over two rows.
    """

    field: str
    header: str
    align: Align
    width_twips: int
    fixed: bool
    year: str | None = None
    month: int | None = None
    group: str | None = None
    text: str = ""

    @property
    def is_money(self) -> bool:
        return self.field in ("budget", "budgets")


@dataclass(frozen=True, slots=True)
class TableLayout:
    """The columns of all tables of a form, and the size of their text in points.

    `fields` are the same columns, those of one field together: the years of "budgets", the twelve
    of "months".
    """

    form: FormLayout
    columns: tuple[Column, ...]
    size_pt: int
    fields: tuple[tuple[Column, ...], ...]

    @property
    def widths_twips(self) -> tuple[int, ...]:
        return tuple(column.width_twips for column in self.columns)


def budget_years(plan: Plan, projects: Sequence[Project]) -> tuple[str, ...]:
    """The years that need a column of amounts: those of the plan, and any other that a project has
    money in.
    """
    years = {str(year) for year in plan.budget_years()} if plan.kind == "development_plan" else set()
    for project in projects:
        years.update(project.budgets)
    return tuple(sorted(years))


def amount_width_twips(largest: Decimal, size_pt: int) -> int:
    """The width that a cell needs so that `largest` and all smaller amounts stay on one line."""
    text = money_text(largest)
    signs = sum(not letter.isdigit() for letter in text)
    width_pt = (signs * _SIGN_EM + (len(text) - signs) * _DIGIT_EM) * size_pt
    return round(width_pt * 20) + _CELL_PADDING_TWIPS


def _calendar_group(plan: Plan, month: int) -> str:
    """The header over a month: its calendar year, of which a fiscal year takes the last three
    months of the one before.
    """
    if plan.kind != "operation_plan" or plan.fiscal_year is None:
        return words("months_without_year")
    return words(
        "calendar_year", year=plan.fiscal_year - 1 if month >= FISCAL_MONTHS[0] else plan.fiscal_year
    )


def _real_columns(column: FormColumn, years: Sequence[str], plan: Plan) -> list[Column]:
    """The real columns of a form's column: one per year for amounts, twelve for months, else one."""
    one = Column(
        field=column.field,
        header=column.header,
        align=column.align,
        width_twips=twips(column.width_mm),
        fixed=column.fixed,
        text=column.text or "",
    )
    if column.field == "budgets":
        return [
            replace(one, year=year, header=words("budget_year", year=year), group=column.header)
            for year in years
        ]
    if column.field == "months":
        return [
            replace(one, month=month, header=month_name(month), group=_calendar_group(plan, month))
            for month in FISCAL_MONTHS
        ]
    return [one]


def _wanted(column: FormColumn, projects: Sequence[Project], years: Sequence[str]) -> bool:
    if column.field == "budget" and not years:
        return True  # a development plan that names no year still shows its (missing) money in one column
    if column.optional and column.field in HEADING_FIELDS:
        return any(is_without_heading(project, column.field) for project in projects)
    return not column.optional or any(has_field(project, column.field) for project in projects)


def _fit_amounts(columns: Sequence[Column], projects: Sequence[Project], size_pt: int) -> list[Column]:
    """Columns of money made as wide as their sum needs, all years alike."""
    largest = max(
        (year_sum(projects, column.year) for column in columns if column.is_money), default=Decimal(0)
    )
    needed = amount_width_twips(largest, size_pt)
    return [
        replace(column, width_twips=max(column.width_twips, needed)) if column.is_money else column
        for column in columns
    ]


def _text_share(columns: Sequence[Column], width_twips: int) -> float:
    """The share of their width that text columns can have on the page, beside the fixed ones."""
    fixed = sum(column.width_twips for column in columns if column.fixed)
    text = sum(column.width_twips for column in columns if not column.fixed)
    return (width_twips - fixed) / text if text else 1.0


def _fill_page(
    columns: Sequence[Column], width_twips: int, projects: Sequence[Project], size_pt: int
) -> tuple[Column, ...]:
    """Text columns stretched or shrunk so that the table is as wide as the page, each by what it holds.

    Where even the least of them leave no room for the others (amounts of a dozen years), all columns shrink: a
    table that runs over the page's edge loses what stands there.
    """
    share = max(_LEAST_TEXT_SHARE, _text_share(columns, width_twips))
    of_text = {column.field: share * column.width_twips for column in columns if not column.fixed}
    held = shares(list(of_text), list(of_text.values()), projects, size_pt)
    texts = {field: int(of_text[field] * own) for field, own in zip(of_text, held, strict=True)}
    widths = [column.width_twips if column.fixed else texts[column.field] for column in columns]
    shrunk = min(1.0, width_twips / sum(widths))
    return tuple(
        replace(column, width_twips=int(width * shrunk))
        for column, width in zip(columns, widths, strict=True)
    )


def table_layout(form: Form, plan: Plan, width_twips: int = TABLE_WIDTH_TWIPS) -> TableLayout:
    """The layout of all tables of `form` in `plan`: the same columns in each, so that the book is
    of one piece. They fill `width_twips`.
    """
    projects = [project for project in plan.projects if project.form == form]
    years = budget_years(plan, projects)
    layout = form_layout(form)
    columns = [
        real
        for column in layout.columns
        if _wanted(column, projects, years)
        for real in _real_columns(column, years, plan)
    ]
    for size_pt in _TEXT_SIZES_PT:
        sized = _fit_amounts(columns, projects, size_pt)
        if _text_share(sized, width_twips) >= _LEAST_SHARE[size_pt]:
            break
    filled = _fill_page(sized, width_twips, projects, size_pt)
    fields = tuple(tuple(group) for _, group in groupby(filled, key=attrgetter("field")))
    return TableLayout(form=layout, columns=filled, size_pt=size_pt, fields=fields)
