"""Sheets of text that fold up under their titles: bold lines there are titles of a level."""

from openpyxl import Workbook
from openpyxl.styles import Font

from schemas.document import TextBlock
from tests.parsers.formats.xlsx.workbooks import read, saved

LINES = (("ส่วนที่ 1 บทนำ", True, 0), ("แผนนี้ใช้หนึ่งปี", False, 1), ("ที่มา", True, 1), ("มีที่มา", False, 2))


def levels(*, folds_downwards: bool, with_table: bool = False) -> dict[str, int | None]:
    """The lines of a sheet as read, with their heading levels."""
    book = Workbook()
    sheet = book.active
    sheet.sheet_properties.outlinePr.summaryBelow = not folds_downwards
    for row, (text, bold, outline) in enumerate(LINES, start=1):
        sheet.cell(row, 1, text).font = Font(bold=bold)
        sheet.row_dimensions[row].outlineLevel = outline
    if with_table:
        for row in (["ที่", "โครงการ", "งบประมาณ"], ["1", "ถนน", "1000"]):
            sheet.append(row)
    blocks = read(saved(book)).blocks
    return {block.text: block.heading_level for block in blocks if isinstance(block, TextBlock)}


TITLES = {"ส่วนที่ 1 บทนำ": 1, "แผนนี้ใช้หนึ่งปี": None, "ที่มา": 2, "มีที่มา": None}


def test_titles_have_the_level_of_their_outline() -> None:
    assert levels(folds_downwards=True) == TITLES
    assert levels(folds_downwards=True, with_table=True) == TITLES


def test_text_whose_outline_was_saved_by_libreoffice() -> None:
    """It does not keep that rows fold up what stands under them."""
    assert levels(folds_downwards=False) == TITLES


def test_rows_folded_over_a_sum_are_no_outline_of_a_text() -> None:
    assert set(levels(folds_downwards=False, with_table=True).values()) == {None}
