"""The sheet on which a plan's year is followed: one row per project, with drop-downs."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from xlsxwriter.utility import xl_range

from outputs.docx.titles import organization_line
from outputs.follow_up.model import ProjectResult
from outputs.follow_up.wording import sheet_words, strategy_text, title_of
from outputs.numerals import write_numerals
from outputs.sheet_looks import (
    HEADER_FILL,
    INPUT_FILL,
    LINE_PT,
    LOCKED_FILL,
    Looks,
    amounts_only,
    fit_row,
    plain,
    protect,
    workbook_of,
)
from schemas.plan import FISCAL_MONTHS, Plan
from schemas.plan_text import months_text
from schemas.year_forms import QUARTERS, FollowColumn, follow_columns, follow_sheet, statuses

_MONTHS_OF_QUARTER: Final = 3
_FROZEN_COLUMNS: Final = 5
_PLANNED_FILL: Final = "#DCEBF7"
_STATUS_FILLS: Final = {"done": "#C6E7CE", "under_way": "#FFF0C2", "cancelled": "#F6CFCF"}
_LEAST_LINES: Final = 2
_TEXT_COLUMNS: Final = frozenset({"strategy", "program", "name", "unit"})


def render(plan: Plan, results: Sequence[ProjectResult], keys: Sequence[str], year: int | None) -> bytes:
    """The sheet as an .xlsx; what people fill in is open, all else locked without a password.

    `keys` name the projects, one for each of `results`. Equal arguments give equal bytes.
    """
    title = sheet_words()["title"].format(plan=title_of(plan, year))
    author = organization_line(plan.organization)
    return workbook_of(
        title,
        author,
        lambda book, looks: _fill(book, looks, (title, author), list(zip(keys, results, strict=True))),
    )


def _fill(
    book: Any, looks: Looks, titles: tuple[str, str], rows: Sequence[tuple[str, ProjectResult]]
) -> None:
    sheet = book.add_worksheet(follow_sheet())
    columns = follow_columns()
    header = _write_top(sheet, looks, titles, len(columns))
    first, last = header + 1, header + len(rows)
    planned = sum((Decimal(result.planned) for _, result in rows if result.planned), Decimal(0))
    _write_sums(sheet, looks, columns, header - 2, (first, last), {"planned": planned, "spent": Decimal(0)})
    _write_header(sheet, looks, columns, header)
    for row, (key, result) in enumerate(rows, start=first):
        _write_row(sheet, looks, columns, row, _values(key, result), result)
    _validate(sheet, columns, (first, last))
    _colour(sheet, looks, columns, (first, last))
    sheet.autofilter(header, 0, last, len(columns) - 1)
    protect(sheet)
    _set_up(sheet, header, last, len(columns))


def _write_top(sheet: Any, looks: Looks, titles: tuple[str, str], columns: int) -> int:
    """The lines over the table; the row (0-based) of its header."""
    row = 0
    for title in titles:
        sheet.merge_range(
            row,
            0,
            row,
            columns - 1,
            plain(write_numerals(title)),
            looks(bold=True, align="center", font_size=18),
        )
        sheet.set_row(row, LINE_PT * 1.3)
        row += 1
    for line in sheet_words()["instructions"]:
        sheet.merge_range(row, 0, row, columns - 1, write_numerals(line), looks(valign="vcenter"))
        sheet.set_row(row, LINE_PT)
        row += 1
    return row + 2


def _write_sums(
    sheet: Any,
    looks: Looks,
    columns: Sequence[FollowColumn],
    row: int,
    rows: tuple[int, int],
    sums: dict[str, Decimal],
) -> None:
    """What was planned and spent by the rows that a filter shows, over their columns."""
    bold = looks(bold=True, num_format="#,##0.00", align="right", bg_color=LOCKED_FILL, border=1)
    label = looks(bold=True, align="right", valign="vcenter")
    at = {column.key: index for index, column in enumerate(columns)}
    for key, before in (("planned", "name"), ("spent", "quarter_2")):
        words = sheet_words()[f"sum_{key}"]
        sheet.merge_range(row, at[before], row, at[key] - 1, words, label)
        cells = xl_range(rows[0], at[key], rows[1], at[key])
        sheet.write_formula(row, at[key], f"=SUBTOTAL(9,{cells})", bold, float(sums[key]))
    sheet.set_row(row, LINE_PT)


def _write_header(sheet: Any, looks: Looks, columns: Sequence[FollowColumn], row: int) -> None:
    bold = looks(bold=True, align="center", valign="vcenter", text_wrap=True, border=1, bg_color=HEADER_FILL)
    for index, column in enumerate(columns):
        sheet.set_column(index, index, column.width)
        sheet.write_string(row, index, write_numerals(column.header), bold)
    sheet.set_row(row, LINE_PT * 2)


def _values(key: str, result: ProjectResult) -> dict[str, str | Decimal | None]:
    return {
        "key": key,
        "number": result.number,
        "strategy": strategy_text(result.strategy) if result.strategy else None,
        "program": result.program,
        "name": result.name,
        "unit": result.unit,
        "planned": Decimal(result.planned) if result.planned is not None else None,
        "months": months_text(result.months),
    }


def _write_row(
    sheet: Any,
    looks: Looks,
    columns: Sequence[FollowColumn],
    row: int,
    values: dict[str, str | Decimal | None],
    result: ProjectResult,
) -> None:
    texts = []
    for index, column in enumerate(columns):
        value = values.get(column.key)
        form = looks(**_look(column, result))
        if isinstance(value, Decimal):
            sheet.write_number(row, index, float(value), form)
        elif value:
            sheet.write_string(row, index, plain(value), form)
            texts.append((value, column.width))
        else:
            sheet.write_blank(row, index, None, form)
    fit_row(sheet, row, texts, _LEAST_LINES)


def _look(column: FollowColumn, result: ProjectResult) -> dict[str, object]:
    look: dict[str, object] = {"border": 1, "text_wrap": True}
    if column.key in ("planned", "spent"):
        look["num_format"] = "#,##0.00"
    if column.key not in (*_TEXT_COLUMNS, "planned", "spent", "result", "reason"):
        look["align"] = "center"
    if not column.filled:
        return look | {"bg_color": LOCKED_FILL}
    fill = _PLANNED_FILL if _is_planned(column.key, result) else INPUT_FILL
    return look | {"locked": False, "bg_color": fill}


def _is_planned(key: str, result: ProjectResult) -> bool:
    """Whether a quarter has one of the project's months."""
    if key not in QUARTERS:
        return False
    first = QUARTERS.index(key) * _MONTHS_OF_QUARTER
    return bool(set(FISCAL_MONTHS[first : first + _MONTHS_OF_QUARTER]) & set(result.months))


def _validate(sheet: Any, columns: Sequence[FollowColumn], rows: tuple[int, int]) -> None:
    words = sheet_words()
    for index, column in enumerate(columns):
        if not column.filled:
            continue
        rule: dict[str, Any] = {"validate": "any"}
        prompt = words.get(f"prompt_{column.key}", words["prompt_status"])
        if column.key in QUARTERS:
            rule = {
                "validate": "list",
                "source": [status.text for status in statuses()],
                "error_title": words["not_status_title"],
                "error_message": words["not_status"],
            }
        elif column.key == "spent":
            rule = amounts_only(words["not_amount_title"], words["not_amount"])
        told = {"input_title": column.header[:32], "input_message": prompt}
        sheet.data_validation(rows[0], index, rows[1], index, rule | told)


def _colour(sheet: Any, looks: Looks, columns: Sequence[FollowColumn], rows: tuple[int, int]) -> None:
    """A status shows its colour as soon as it is chosen."""
    quarters = [index for index, column in enumerate(columns) if column.key in QUARTERS]
    for status in statuses():
        if status.key in _STATUS_FILLS:
            rule = {
                "type": "cell",
                "criteria": "==",
                "value": f'"{status.text}"',
                "format": looks(bg_color=_STATUS_FILLS[status.key]),
            }
            sheet.conditional_format(rows[0], quarters[0], rows[1], quarters[-1], rule)


def _set_up(sheet: Any, header: int, last: int, columns: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.6)
    sheet.set_footer("&C- &P -")
    sheet.repeat_rows(header)
    sheet.print_area(0, 0, last, columns - 1)
    sheet.freeze_panes(header + 1, _FROZEN_COLUMNS)
    sheet.hide_gridlines(2)
