"""Cells, merged ranges, fills, hidden parts: what a person sees of a sheet is what the table has."""

import re

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Font, GradientFill, PatternFill
from openpyxl.styles.colors import Color

from tests.parsers.formats.xlsx.workbooks import read, rewritten, saved, shown

ROWS = [["ที่", "โครงการ", "งบประมาณ"], [1, "ถนน คสล.", 245000], [2, "ท่อระบายน้ำ", 120000]]


@pytest.fixture
def book():
    book = Workbook()
    for row in ROWS:
        book.active.append(row)
    return book


def only_table(book):
    (table,) = read(saved(book)).tables()
    return table


def cell_at(table, row, col):
    (cell,) = (cell for cell in table.cells if (cell.row, cell.col) == (row, col))
    return cell


def test_a_sheet_is_a_table_of_its_used_cells(book):
    table = only_table(book)
    assert shown(read(saved(book))) == [
        ["ที่ | โครงการ | งบประมาณ", "1 | ถนน คสล. | 245000", "2 | ท่อระบายน้ำ | 120000"]
    ]
    assert all(cell.text == cell.raw_text for cell in table.cells)


def test_a_table_may_begin_anywhere():
    book = Workbook()
    for row, texts in enumerate(ROWS, 5):
        for col, text in enumerate(texts, 3):
            book.active.cell(row, col, text)
    table = only_table(book)
    assert (table.rows, table.columns, cell_at(table, 0, 0).text) == (3, 3, "ที่")


def test_column_edges_are_points(book):
    for letter, width in {"A": 4, "B": 20}.items():
        book.active.column_dimensions[letter].width = width
    assert only_table(book).column_edges == (0.0, 21.0, 126.0, 174.0)


def test_kinds_of_values(book):
    sheet = book.active
    sheet.append([True, "#REF!", "=1+1"])
    sheet["B4"].data_type = "e"
    sheet.append(["ก\nข", CellRichText("สี", TextBlock(InlineFont(b=True), "แดง")), "A_x000D_\nB"])
    texts = [[cell.text for cell in only_table(book).cells if cell.row == row] for row in (3, 4)]
    assert texts == [["TRUE", "#REF!", ""], ["ก\nข", "สีแดง", "A\nB"]]


def test_spaces_at_the_ends_of_a_text_are_kept_and_nothing_else_is_no_text(book):
    book.active["B2"], book.active["C2"] = "ถนน ", "  "
    table = only_table(book)
    assert (cell_at(table, 1, 1).text, cell_at(table, 1, 2).text) == ("ถนน ", "")


def test_shared_strings_may_be_rich_and_have_guides(book):
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    relation = f'<Relationship Id="rIdS" Type="{kind}" Target="sharedStrings.xml"/></Relationships>'
    strings = "<si><t>ก</t></si><si><r><t>ถนน</t></r><r><t> คสล.</t></r><rPh><t>x</t></rPh></si>"
    row = '<row r="4"><c r="A4" t="s"><v>0</v></c><c t="s"><v>1</v></c></row></sheetData>'
    changes = {
        "xl/_rels/workbook.xml.rels": lambda xml: xml.replace("</Relationships>", relation),
        "xl/sharedStrings.xml": f'<sst xmlns="{space}">{strings}</sst>',
        "xl/worksheets/sheet1.xml": lambda xml: xml.replace("</sheetData>", row),
    }
    assert shown(read(rewritten(saved(book), changes)))[0][3] == "ก | ถนน คสล. | "


def test_a_formula_has_its_cached_value(book):
    book.active["C4"] = "=SUM(C2:C3)"
    book.active["C4"].number_format = "#,##0"
    book.active["A4"], book.active["B4"] = "รวม", "2 โครงการ"

    def cached(xml):
        return re.sub(r"(<f>SUM\(C2:C3\)</f>)<v ?/?>(</v>)?", r"\1<v>365000</v>", xml)

    (table,) = read(rewritten(saved(book), {"xl/worksheets/sheet1.xml": cached})).tables()
    assert cell_at(table, 3, 2).text == "365,000"


def test_merged_cells_span(book):
    sheet = book.active
    sheet["D1"], sheet["D2"] = "พ.ศ. 2565", "ต.ค."
    sheet["E2"], sheet["F2"] = "พ.ย.", "ธ.ค."
    sheet.merge_cells("D1:F1")
    sheet.merge_cells("B2:B3")
    table = only_table(book)
    year, name = cell_at(table, 0, 3), cell_at(table, 1, 1)
    assert (year.row_span, year.col_span) == (1, 3)
    assert (name.row_span, name.col_span, name.text) == (2, 1, "ถนน คสล.")
    places = [
        (cell.row + down, cell.col + right)
        for cell in table.cells
        for down in range(cell.row_span)
        for right in range(cell.col_span)
    ]
    assert sorted(places) == [(row, col) for row in range(3) for col in range(6)]


def test_hidden_rows_columns_and_sheets_are_left_out(book):
    sheet = book.active
    sheet.insert_cols(2)
    sheet["B1"], sheet["B2"] = "รหัส", "secret"
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[2].hidden = True
    hidden = book.create_sheet("คำนวณ")
    hidden.append(["x", "y", "z"])
    hidden.sheet_state = "hidden"
    assert shown(read(saved(book))) == [["ที่ | โครงการ | งบประมาณ", "2 | ท่อระบายน้ำ | 120000"]]


def test_a_merged_cell_is_seen_where_it_is_not_hidden(book):
    sheet = book.active
    sheet.insert_rows(1)
    sheet["A1"] = "แผนการดำเนินงาน"
    sheet.merge_cells("A1:C1")
    sheet.column_dimensions["A"].hidden = True
    assert shown(read(saved(book)))[0] == "แผนการดำเนินงาน"


@pytest.mark.parametrize(
    ("fill", "shading"),
    [
        (PatternFill("solid", fgColor="FF92D050"), "92D050"),
        (PatternFill("solid", fgColor=Color(theme=4)), "4F81BD"),
        (PatternFill("solid", fgColor=Color(theme=0, tint=-0.5)), "808080"),
        (PatternFill("solid", fgColor=Color(theme=1, tint=0.5)), "808080"),
        (PatternFill("solid", fgColor=Color(indexed=13)), "FFFF00"),
        (PatternFill("lightUp"), "BFBFBF"),
        (GradientFill(stop=("FF00B050", "FFFFFFFF")), "00B050"),
        (PatternFill("solid", fgColor="FFFFFFFF"), None),
        (PatternFill("solid", fgColor=Color(indexed=64)), None),
        (PatternFill(), None),
    ],
)
def test_fills(book, fill, shading):
    book.active["C2"].fill = fill
    assert cell_at(only_table(book), 1, 2).shading == shading


def test_a_filled_cell_without_text_keeps_its_fill(book):
    book.active["D1"], book.active["E1"] = "ต.ค.", "พ.ย."
    book.active["E2"].fill = PatternFill("solid", fgColor="FF0000FF")
    table = only_table(book)
    assert (cell_at(table, 1, 4).shading, cell_at(table, 1, 3).shading) == ("0000FF", None)


def test_notes_far_beside_a_table_do_not_widen_it(book):
    book.active["H2"] = "ถามกองช่าง"
    assert [table.columns for table in read(saved(book)).tables()] == [3]
    assert shown(read(saved(book)))[1:] == ["ถามกองช่าง"]


def test_a_long_text_in_the_first_column_runs_over_empty_cells(book):
    book.active.append(["เพิ่มเติมครั้งที่ 5 พ.ศ. 2567 ตามมติที่ประชุมสภา"])
    book.active.append([3, "สะพาน", 5])
    assert cell_at(only_table(book), 3, 0).col_span == 3


def test_a_long_text_in_another_column_stays_in_it(book):
    book.active.append([None, "สายบ้านเหนือ - บ้านใต้ ช่วงที่สองต่อจากของเดิมถึงวัด"])
    assert cell_at(only_table(book), 3, 1).col_span == 1


def test_header_and_footer_of_the_page(book):
    book.active.oddHeader.right.text = "แบบ ผด.02"
    book.active.oddHeader.right.size = 14
    book.active.oddFooter.center.text = "อบต.ธารทิพย์ หน้า &P/&N"
    texts = [(block.text, block.area) for block in read(saved(book)).blocks if block.kind == "text"]
    assert texts == [("แบบ ผด.02", "header"), ("อบต.ธารทิพย์ หน้า /", "footer")]


def test_lines_look_as_their_cells_do(book):
    sheet = book.active
    sheet.insert_rows(1, 2)
    sheet["A1"] = "แผนการดำเนินงาน\nประจำปีงบประมาณ พ.ศ. 2566"
    sheet["A1"].font, sheet["A1"].alignment = Font(bold=True), Alignment(horizontal="center")
    sheet["A2"] = "1. แผนงานการศึกษา"
    lines = [(b.text, b.bold, b.centered) for b in read(saved(book)).blocks if b.kind == "text"]
    assert lines == [
        ("แผนการดำเนินงาน", True, True),
        ("ประจำปีงบประมาณ พ.ศ. 2566", True, True),
        ("1. แผนงานการศึกษา", False, False),
    ]
