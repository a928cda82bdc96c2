"""A draft as an Excel workbook that a committee fills in, on the screen or on paper."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final, get_args

from xlsxwriter.utility import xl_col_to_name, xl_range_abs

from outputs.docx.titles import organization_line
from outputs.draft.cells import plain, put, row_height_pt, ruled
from outputs.draft.columns import COLUMNS, NEW_FORMS, Column, cell_value
from outputs.draft.payload import packed
from outputs.draft.side_sheets import write_dropped, write_guide, write_years
from outputs.draft.wording import wording
from outputs.sheet_looks import HEADER_FILL, SIZE_PT, workbook_of
from outputs.xlsx.heights import height_pt
from schemas.draft import Decision, Draft, DraftStatus
from schemas.vocabulary import load

DATA_SHEET, LISTS_SHEET = "phaen", "รายการ"
HEADER_ROW: Final = 4
"""0-based: the title, whose, the counts and the sum stand above."""
NEW_ROWS: Final = 20
"""Empty rows for projects that people add."""
_TITLE_SIZE_PT = 18
_OPEN_COLOUR, _FIXED_COLOUR = "#FFFBE6", "#F2F2F2"
_WIDTHS: Final = tuple(column.width for column in COLUMNS)
_STATUS_COLOURS: dict[DraftStatus, str] = {
    "carried": "#E2F0D9",
    "proposed_drop": "#F8D7DA",
    "undecided": "#FFE9B8",
}


def render(draft: Draft) -> bytes:
    """The workbook: projects to decide on, the years that were changed, what was dropped, and how to fill it in.

    The draft itself is in it too, on a hidden sheet. Equal drafts give equal bytes. OutputFailure OUT006 for a
    text that no cell can hold.
    """
    organization = organization_line(draft.plan.organization)
    return workbook_of(_title(draft), organization, lambda book, _looks: _fill(book, draft))


def _fill(book: Any, draft: Draft) -> None:
    _Projects(book, draft).write()
    write_years(book, draft)
    write_dropped(book, draft)
    write_guide(book)
    _write_data(book, draft)


def _title(draft: Draft) -> str:
    return wording("th")["workbook_title"].format(year=draft.plan.fiscal_year)


class _Projects:
    """Writes the sheet of projects."""

    def __init__(self, book: Any, draft: Draft) -> None:
        self._book, self._draft = book, draft
        self._sheet = book.add_worksheet(wording("th")["sheet_projects"])
        self._first = HEADER_ROW + 1
        self._last = HEADER_ROW + len(draft.entries) + NEW_ROWS
        self._cols = {column.key: at for at, column in enumerate(COLUMNS)}
        self._looks = {column.key: self._look(column) for column in COLUMNS}

    def write(self) -> None:
        """Titles, header, rows, empty rows, drop-downs and the set-up of the page."""
        self._write_titles()
        header = ruled(self._book, bold=True, align="center", valign="vcenter", bg_color=HEADER_FILL)
        for at, column in enumerate(COLUMNS):
            self._sheet.set_column(at, at, column.width)
            self._sheet.write_string(HEADER_ROW, at, column.title, header)
        self._sheet.set_row(HEADER_ROW, height_pt(2, SIZE_PT))
        self._write_rows()
        self._add_choices()
        self._colour()
        self._set_up()

    def _look(self, column: Column) -> Any:
        looks: dict[str, object] = {"bg_color": _OPEN_COLOUR if column.is_open else _FIXED_COLOUR}
        if column.is_money:
            looks |= {"num_format": "#,##0" if self._is_whole() else "#,##0.00", "align": "right"}
        elif column.key in ("key", "number", "decision", "form", "status", "months"):
            looks["align"] = "center"
        if column.key == "months":
            looks["num_format"] = "@"  # else Excel takes "1-3" for a date
        return ruled(self._book, **looks)

    def _is_whole(self) -> bool:
        amounts = (project.budget for project in self._draft.plan.projects if project.budget)
        last = (entry.last_amount for entry in self._draft.entries if entry.last_amount)
        return all(amount.endswith(".00") for amount in (*amounts, *last))

    def _write_titles(self) -> None:
        words, draft = wording("th"), self._draft
        bold = plain(self._book, bold=True, font_size=_TITLE_SIZE_PT)
        usual = plain(self._book)
        self._sheet.write_string(0, 0, _title(draft), bold)
        whose = organization_line(draft.plan.organization)
        source = words["workbook_from"].format(name=draft.last_name)
        self._sheet.write_string(1, 0, f"{whose} ({source})".strip(), usual)
        counts = Counter(entry.status for entry in draft.entries)
        told = {status: counts[status] for status in get_args(DraftStatus)}
        self._sheet.write_string(2, 0, words["workbook_sums"].format(**told), usual)
        for row, size_pt in enumerate((_TITLE_SIZE_PT, SIZE_PT, SIZE_PT, SIZE_PT)):
            self._sheet.set_row(row, height_pt(1, size_pt))
        self._write_sums()

    def _write_sums(self) -> None:
        right = plain(self._book, bold=True, align="right")
        money = plain(self._book, bold=True, align="right", num_format="#,##0.00")
        self._sheet.write_string(3, self._cols["details"], wording("th")["workbook_total"], right)
        dropped = wording("th")["decision_drop"]
        for key in ("last_amount", "budget"):
            cells, decisions = (
                xl_range_abs(self._first, self._cols[column], self._last, self._cols[column])
                for column in (key, "decision")
            )
            total = sum(
                (
                    value
                    for entry, project in zip(self._draft.entries, self._draft.plan.projects, strict=True)
                    if isinstance(value := cell_value(entry, project, key), Decimal)
                ),
                Decimal(0),
            )
            formula = f'=SUMIFS({cells},{decisions},"<>{dropped}")'
            self._sheet.write_formula(3, self._cols[key], formula, money, float(total))

    def _write_rows(self) -> None:
        pairs = zip(self._draft.entries, self._draft.plan.projects, strict=True)
        for row, (entry, project) in enumerate(pairs, start=self._first):
            values = [cell_value(entry, project, column.key) for column in COLUMNS]
            for at, (column, value) in enumerate(zip(COLUMNS, values, strict=True)):
                put(self._sheet, row, at, value, self._looks[column.key])
            self._sheet.set_row(row, row_height_pt(values, _WIDTHS))
        for row in range(self._last - NEW_ROWS + 1, self._last + 1):
            self._sheet.set_row(row, height_pt(2, SIZE_PT))
            for at, column in enumerate(COLUMNS):
                self._sheet.write_blank(row, at, None, self._looks[column.key])

    def _add_choices(self) -> None:
        words = wording("th")
        decisions = [words[f"decision_{decision}"] for decision in get_args(Decision)]
        told = {"input_title": words["prompt_decision_title"], "input_message": words["prompt_decision"]}
        self._choose("decision", decisions, told)
        self._choose("form", list(NEW_FORMS))
        months = {"input_title": words["prompt_months_title"], "input_message": words["prompt_months"]}
        self._validate("months", {"validate": "any", **months})
        lists = self._book.add_worksheet(LISTS_SHEET)
        lists.hide()
        for col, (key, choices) in enumerate(_choices(self._draft).items()):
            for row, choice in enumerate(choices):
                lists.write_string(row, col, choice)
            name = xl_col_to_name(col)
            source = f"='{LISTS_SHEET}'!${name}$1:${name}${max(1, len(choices))}"
            # Other words are welcome: a list is a help, and a new unit may not be in it.
            self._validate(key, {"validate": "list", "source": source, "error_type": "information"})

    def _choose(self, key: str, choices: list[str], told: dict[str, str] | None = None) -> None:
        self._validate(key, {"validate": "list", "source": choices, **(told or {})})

    def _validate(self, key: str, rule: dict[str, object]) -> None:
        self._sheet.data_validation(self._first, self._cols[key], self._last, self._cols[key], rule)

    def _colour(self) -> None:
        """Each proposal has its colour; a row that is to be dropped is struck through as soon as that is chosen."""
        words = wording("th")
        for status, colour in _STATUS_COLOURS.items():
            look = self._book.add_format({"bg_color": colour})
            cell = f"${xl_col_to_name(self._cols['status'])}{self._first + 1}"
            rule = {"type": "formula", "criteria": f'={cell}="{words[f"status_{status}"]}"', "format": look}
            at = self._cols["status"]
            self._sheet.conditional_format(self._first, at, self._last, at, rule)
        cell = f"${xl_col_to_name(self._cols['decision'])}{self._first + 1}"
        struck = self._book.add_format({"font_strikeout": True, "font_color": "#7F7F7F"})
        rule = {"type": "formula", "criteria": f'={cell}="{words["decision_drop"]}"', "format": struck}
        self._sheet.conditional_format(self._first, self._cols["number"], self._last, len(COLUMNS) - 1, rule)

    def _set_up(self) -> None:
        self._sheet.freeze_panes(self._first, self._cols["details"])
        self._sheet.autofilter(HEADER_ROW, 0, self._last, len(COLUMNS) - 1)
        self._sheet.set_landscape()
        self._sheet.set_paper(8)  # A3: seventeen columns are no use on less
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(HEADER_ROW)
        self._sheet.set_margins(0.4, 0.4, 0.5, 0.5)
        self._sheet.set_footer("&C&P/&N")


def _choices(draft: Draft) -> dict[str, list[str]]:
    """What may stand in the columns of a new project: what the draft has, and all programs that there are."""
    projects = draft.plan.projects
    programs = [f"แผนงาน{program['name']}" for program in load("programs")["program"]]
    return {
        "strategy": _distinct(project.strategy.name for project in projects if project.strategy),
        "program": _distinct((*(project.program for project in projects), *programs)),
        "responsible_unit": _distinct(
            unit.unit for project in projects for unit in project.responsible_units
        ),
    }


def _distinct(texts: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))


def _write_data(book: Any, draft: Draft) -> None:
    sheet = book.add_worksheet(DATA_SHEET)
    sheet.very_hidden()
    for row, text in enumerate(packed(draft)):
        sheet.write_string(row, 0, text)
