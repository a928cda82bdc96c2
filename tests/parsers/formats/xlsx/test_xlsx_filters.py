"""Rows that a filter hides, and rows that a person hides."""

from openpyxl import Workbook

from tests.parsers.formats.xlsx.workbooks import read, saved

ROWS = (
    ("ที่", "โครงการ", "หน่วยงาน", "งบประมาณ"),
    ("1", "ถนน", "กองช่าง", "1,000"),
    ("2", "อบรม", "กองการศึกษา", "2,000"),
    ("3", "ท่อ", "กองช่าง", "3,000"),
)


def names(*, filtered: bool) -> list[str]:
    """The names of the projects that are read where the second is hidden."""
    book = Workbook()
    sheet = book.active
    for row in ROWS:
        sheet.append(row)
    sheet.auto_filter.ref = "A1:D4"
    if filtered:
        sheet.auto_filter.add_filter_column(2, ["กองช่าง"])
    sheet.row_dimensions[3].hidden = True
    table = next(read(saved(book)).tables())
    return [cell.text for cell in table.cells if cell.col == 1 and cell.row]


def test_rows_that_a_filter_hides_are_read() -> None:
    assert names(filtered=True) == ["ถนน", "อบรม", "ท่อ"]


def test_rows_that_a_person_hides_are_not() -> None:
    assert names(filtered=False) == ["ถนน", "ท่อ"]
