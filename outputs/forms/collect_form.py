"""The form on which units and other agencies hand in projects, as a workbook with drop-downs."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from xlsxwriter.utility import xl_col_to_name

from outputs.docx.headings import heading_line
from outputs.docx.titles import organization_line, plan_line
from outputs.forms.wording import form_words
from outputs.numerals import write_numerals
from outputs.sheet_looks import (
    EXAMPLE_FILL,
    EXAMPLE_INK,
    HEADER_FILL,
    INPUT_FILL,
    LINE_PT,
    Looks,
    amounts_only,
    fit_row,
    plain,
    protect,
    workbook_of,
)
from schemas.document import Source
from schemas.plan import FISCAL_MONTHS, Group, Heading, Organization, Plan, PlanKind
from schemas.plan_text import month_text
from schemas.year_forms import CollectColumn, collect_columns, collect_word

FORM_ROWS: Final = 200
"""Rows with rules around their cells."""
_VALIDATED_ROWS: Final = 5000
"""Rows with drop-downs; what is written below them is read all the same."""
_LABEL_COLUMNS: Final = 3
_ROW_LINES, _EXAMPLE_LINES = 2, 3
_PRINTED_ROWS: Final = 18
"""Blank rows of a form that somebody prints and fills in by hand."""
_LONGEST_PROMPT: Final = 255
"""Characters of a prompt; Excel refuses longer ones."""
_STRATEGY_LABEL: Final = "ยุทธศาสตร์"


@dataclass(frozen=True, slots=True)
class FormChoices:
    """What a form is for and what its drop-downs offer; `years` are those of a development plan's money."""

    kind: PlanKind = "operation_plan"
    years: tuple[int, ...] = ()
    organization: Organization | None = None
    strategies: tuple[Heading, ...] = ()
    programs: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    equipment_types: tuple[str, ...] = field(default=())


def render(choices: FormChoices) -> bytes:
    """The form as an .xlsx: the form itself, and explanations; its headers are locked, without a password.

    Equal choices give equal bytes. The example row is one that nobody's reader takes for a project.
    """
    organization = choices.organization or Organization()
    title = _title(choices)
    return workbook_of(
        title, organization_line(organization), lambda book, looks: _fill(book, looks, choices, title)
    )


def _title(choices: FormChoices) -> str:
    years = choices.years
    named = Plan(
        kind=choices.kind,
        fiscal_year=years[0] if years else None,
        fiscal_year_end=years[-1] if years else None,
        source=Source(name="", sha256="", format="json", size_bytes=0),
    )
    return str(form_words()["title"]).format(plan=plan_line(named))


def _fill(book: Any, looks: Looks, choices: FormChoices, title: str) -> None:
    sheet = book.add_worksheet(collect_word("sheet"))
    guide = book.add_worksheet(form_words()["guide_sheet"])
    lists = _write_lists(book, choices)
    columns = collect_columns(choices.kind, choices.years)
    row = _write_top(sheet, looks, choices, title, len(columns))
    _write_header(sheet, looks, columns, row)
    _write_example(sheet, looks, columns, row + 1, choices)
    _write_rows(sheet, looks, columns, row + 2)
    for index, column in enumerate(columns):
        _validate(sheet, column, index, (row + 2, row + 1 + _VALIDATED_ROWS), lists)
    protect(sheet)
    _set_up(sheet, row, len(columns))
    _write_guide(guide, looks, columns)


def _write_top(sheet: Any, looks: Looks, choices: FormChoices, title: str, columns: int) -> int:
    """The lines over the table; the row (0-based) where its header comes."""
    bold = looks(bold=True, align="center", font_size=18)
    last = columns - 1
    sheet.merge_range(0, 0, 0, last, plain(write_numerals(title)), bold)
    sheet.merge_range(1, 0, 1, last, organization_line(choices.organization or Organization()), bold)
    sheet.set_row(0, LINE_PT * 1.3)
    sheet.set_row(1, LINE_PT * 1.3)
    row = 2
    for line in form_words()["instructions"]:
        sheet.merge_range(row, 0, row, last, write_numerals(line), looks(valign="vcenter"))
        sheet.set_row(row, LINE_PT)
        row += 1
    for key in ("agency", "contact"):
        label = looks(bold=True, align="right", valign="vcenter")
        entry = looks(border=1, bg_color=INPUT_FILL, locked=False, valign="vcenter")
        sheet.merge_range(row, 0, row, _LABEL_COLUMNS - 1, collect_word(key), label)
        sheet.merge_range(row, _LABEL_COLUMNS, row, _LABEL_COLUMNS + 1, "", entry)
        sheet.set_row(row, LINE_PT)
        row += 1
    return row + 1


def _write_header(sheet: Any, looks: Looks, columns: Sequence[CollectColumn], row: int) -> None:
    header = looks(
        bold=True, align="center", valign="vcenter", text_wrap=True, border=1, bg_color=HEADER_FILL
    )
    for index, column in enumerate(columns):
        # Cells that nothing is written into are open, too: a long list goes on below the ruled rows.
        sheet.set_column(index, index, column.width, looks(locked=False, text_wrap=True))
        sheet.write_string(row, index, write_numerals(column.header), header)
    sheet.set_row(row, LINE_PT * 2)


def _write_example(
    sheet: Any, looks: Looks, columns: Sequence[CollectColumn], row: int, choices: FormChoices
) -> None:
    example = _example(columns, choices)
    grey = {
        "italic": True,
        "font_color": EXAMPLE_INK,
        "bg_color": EXAMPLE_FILL,
        "border": 1,
        "text_wrap": True,
    }
    for index, column in enumerate(columns):
        text = example.get(column.key, "")
        if text.isdecimal():
            sheet.write_number(row, index, int(text), looks(**grey, num_format="#,##0"))
        else:
            sheet.write_string(row, index, text, looks(**grey))
    sheet.set_row(row, LINE_PT * _EXAMPLE_LINES)


def _example(columns: Sequence[CollectColumn], choices: FormChoices) -> dict[str, str]:
    """The example's texts by column; a development plan's example has money in one year."""
    example = dict(form_words()["example"])
    first_year = next((column.key for column in columns if column.key.startswith("budgets.")), "")
    example[first_year] = example.pop("budgets")
    if choices.strategies:
        example["strategy"] = _strategy_line(choices.strategies[0])
    return example


def _write_rows(sheet: Any, looks: Looks, columns: Sequence[CollectColumn], first: int) -> None:
    entry = {"border": 1, "locked": False, "text_wrap": True}
    for index, column in enumerate(columns):
        is_money = column.key.startswith("budget")
        form = looks(
            **entry, num_format="#,##0.00" if is_money else "@" if column.key == "name" else "General"
        )
        for row in range(first, first + FORM_ROWS):
            sheet.write_blank(row, index, None, form)
    for row in range(first, first + FORM_ROWS):
        fit_row(sheet, row, (), _ROW_LINES)


def _write_lists(book: Any, choices: FormChoices) -> dict[str, str]:
    """The lists behind the drop-downs on a hidden sheet; the range of each by the key of its column."""
    months = tuple(month_text(month) for month in FISCAL_MONTHS)
    lists: dict[str, Sequence[str]] = {
        "kind": (collect_word("project_kind"), *choices.equipment_types),
        "strategy": tuple(map(_strategy_line, choices.strategies)),
        "program": choices.programs,
        "responsible_unit": choices.units,
        "first_month": months,
        "last_month": months,
    }
    name = form_words()["lists_sheet"]
    sheet = book.add_worksheet(name)
    sheet.hide()
    ranges = {}
    for col, (key, texts) in enumerate(lists.items()):
        for row, text in enumerate(texts):
            sheet.write_string(row, col, plain(text))
        letter = xl_col_to_name(col)
        if texts:
            ranges[key] = f"='{name}'!${letter}$1:${letter}${len(texts)}"
    return ranges


def _strategy_line(strategy: Heading) -> str:
    return heading_line(Group(label=_STRATEGY_LABEL, number=strategy.number, name=strategy.name))


def _validate(
    sheet: Any, column: CollectColumn, col: int, rows: tuple[int, int], lists: dict[str, str]
) -> None:
    words = form_words()
    guide = words["guide"].get(column.key.partition(".")[0], "")
    rule: dict[str, Any] = {"validate": "any"}
    if column.key in lists:
        is_month = column.key.endswith("_month")
        rule = {
            "validate": "list",
            "source": lists[column.key],
            "error_type": "stop" if is_month else "warning",
            "error_title": words["not_listed_title"],
            "error_message": words["not_month" if is_month else "not_listed"],
        }
    elif column.key.startswith("budget"):
        rule = amounts_only(words["not_amount_title"], words["not_amount"])
    prompt = {"input_title": column.header[:32], "input_message": guide[:_LONGEST_PROMPT]}
    sheet.data_validation(rows[0], col, rows[1], col, rule | prompt)


def _set_up(sheet: Any, header_row: int, columns: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.4, bottom=0.6)
    sheet.repeat_rows(header_row)
    sheet.print_area(0, 0, header_row + 1 + _PRINTED_ROWS, columns - 1)
    sheet.freeze_panes(header_row + 1, 0)
    sheet.hide_gridlines(2)


def _write_guide(sheet: Any, looks: Looks, columns: Sequence[CollectColumn]) -> None:
    words = form_words()
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 90)
    sheet.merge_range(0, 0, 0, 1, words["guide_title"], looks(bold=True, font_size=18, align="center"))
    sheet.set_row(0, LINE_PT * 1.3)
    header = looks(bold=True, border=1, bg_color=HEADER_FILL, align="center")
    sheet.write_string(1, 0, words["guide_column"], header)
    sheet.write_string(1, 1, words["guide_text"], header)
    cell = looks(border=1, text_wrap=True)
    for row, column in enumerate(columns, start=2):
        sheet.write_string(row, 0, write_numerals(column.header), cell)
        sheet.write_string(row, 1, words["guide"].get(column.key.partition(".")[0], ""), cell)
        sheet.set_row(row, LINE_PT)
    protect(sheet)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
