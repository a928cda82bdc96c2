"""Damaged and hostile workbooks end in a failure with a code, soon, and never in a crash."""

import io
import zipfile

import pytest
from openpyxl import Workbook

from parsers.formats import biff, identify, safety
from parsers.formats.xlsx import grid, sheet
from schemas.failures import InputFailure
from tests.parsers.formats.xlsx.workbooks import read, rewritten, saved, shown, with_drawing

SHEET = "xl/worksheets/sheet1.xml"
LAUGHS = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'


@pytest.fixture
def data():
    book = Workbook()
    for row in (["ที่", "โครงการ", "งบประมาณ"], [1, "ถนน", 5]):
        book.active.append(row)
    return saved(book)


def cells(xml):
    """A change of the sheet that puts more rows behind its own."""
    return lambda old: old.replace("</sheetData>", f"{xml}</sheetData>")


def failure(action, *arguments):
    with pytest.raises(InputFailure) as caught:
        action(*arguments)
    return caught.value.code


def test_a_sound_workbook_is_told_by_its_content(data):
    assert identify("plan.xlsx", data) == "xlsx"
    assert failure(identify, "plan.docx", data) == "DOC013"
    assert failure(identify, "plan.xls", data) == "DOC013"


def test_macros_are_refused(data):
    assert failure(identify, "plan.xlsm", rewritten(data, {"xl/vbaProject.bin": "x"})) == "DOC014"
    old_macros = "application/vnd.ms-excel.macrosheet+xml"
    override = f'<Override PartName="/xl/macrosheets/sheet1.xml" ContentType="{old_macros}"/></Types>'
    types = {"[Content_Types].xml": lambda xml: xml.replace("</Types>", override)}
    assert failure(identify, "plan.xlsx", rewritten(data, types)) == "DOC014"


def test_a_truncated_workbook_is_damaged(data):
    assert failure(identify, "plan.xlsx", data[: len(data) // 2]) == "DOC004"
    assert failure(identify, "plan.xlsx", data[:-30]) == "DOC004"


@pytest.mark.parametrize("part", [SHEET, "xl/theme/theme1.xml", "xl/styles.xml"])
def test_entities_are_refused(data, part):
    hostile = rewritten(data, {part: LAUGHS})
    assert failure(identify, "plan.xlsx", hostile) == "DOC008"
    assert failure(read, hostile) == "DOC008"


def test_an_archive_bomb_is_refused(data):
    bomb = rewritten(data, {SHEET: f"<worksheet>{' ' * (safety.RATIO_FREE_BYTES + 1)}</worksheet>"})
    assert failure(identify, "plan.xlsx", bomb) == "DOC007"


@pytest.mark.parametrize(
    "change",
    [
        {SHEET: "<worksheet><sheetData>"},
        {SHEET: cells('<row r="3"><c r="A3" t="s"><v>99</v></c></row>')},
        {SHEET: cells('<row r="3"><c r="ก3"><v>1</v></c></row>')},
        {SHEET: cells('<row r="9999999"><c><v>1</v></c></row>')},
        {"xl/_rels/workbook.xml.rels": lambda xml: xml.replace("sheet1.xml", "sheet9.xml")},
        {
            "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
        },
    ],
)
def test_damage_ends_in_a_failure(data, change):
    assert failure(read, rewritten(data, change)) == "DOC004"


def test_merged_ranges_that_overlap_are_damage(data):
    merges = '</sheetData><mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C2"/></mergeCells>'
    hostile = rewritten(data, {SHEET: lambda xml: xml.replace("</sheetData>", merges)})
    assert failure(read, hostile) == "DOC004"


def test_a_cell_at_the_end_of_the_sheet_makes_no_grid_of_all(data):
    far = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>ไกล</t></is></c></row>'
    assert shown(read(rewritten(data, {SHEET: cells(far)}))) == [
        ["ที่ | โครงการ | งบประมาณ", "1 | ถนน | 5"],
        "ไกล",
    ]


def test_a_range_merged_over_all_of_the_sheet_makes_no_grid_of_all(data):
    note = '<row r="3"><c r="A3" t="inlineStr"><is><t>หมายเหตุ</t></is></c></row></sheetData>'
    merges = '<mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells>'
    wide = rewritten(data, {SHEET: lambda xml: xml.replace("</sheetData>", note + merges)})
    (table,) = read(wide).tables()
    assert (table.rows, table.columns) == (3, 3)


def test_too_large_grids_are_refused(data, monkeypatch):
    monkeypatch.setattr(grid, "GRID_LIMIT_CELLS", 5)
    assert failure(read, data) == "DOC007"


def test_too_many_cells_and_too_much_text_are_refused(data, monkeypatch):
    monkeypatch.setattr(sheet, "CELLS_LIMIT", 5)
    assert failure(read, data) == "DOC007"
    monkeypatch.undo()
    monkeypatch.setattr(sheet, "CHARACTERS_LIMIT", 10)
    assert failure(read, data) == "DOC007"


def test_groups_in_groups_without_end(data):
    depth = 200
    nested = "<xdr:grpSp>" * depth + "</xdr:grpSp>" * depth
    anchor = (
        f'<xdr:absoluteAnchor><xdr:pos x="0" y="0"/><xdr:ext cx="9" cy="9"/>{nested}</xdr:absoluteAnchor>'
    )
    (table,) = read(with_drawing(data, anchor)).tables()
    assert table.strokes == ()


def test_other_kinds_of_workbooks_are_not_read():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert failure(identify, "plan.ods", buffer.getvalue()) == "DOC003"


def record(kind, body=b""):
    return kind.to_bytes(2, "little") + len(body).to_bytes(2, "little") + body


def test_records_of_an_old_workbook():
    begin, end = record(0x0809, bytes(16)), record(0x000A)
    worksheet, macros = (record(0x0085, bytes([0, 0, 0, 0, 0, kind, 1, 0, 65])) for kind in (0, 1))
    assert not biff.has_password(begin + worksheet + end)
    assert not biff.has_macro_sheet(begin + worksheet + end)
    assert biff.has_password(begin + record(0x002F, bytes(6)) + end)
    assert biff.has_macro_sheet(begin + worksheet + macros + end)
    with pytest.raises(ValueError, match="ends within"):
        biff.has_password(begin + worksheet)
    with pytest.raises(ValueError, match="ends within"):
        biff.has_password(worksheet + end)


def test_flags_of_a_real_old_workbook(convert, data):
    try:
        old = convert(data, ".xlsx", ".xls")
    except FileNotFoundError:
        pytest.skip("this LibreOffice has no Calc")
    assert identify("plan.xls", old) == "xls"
    assert failure(identify, "plan.xls", old[: len(old) // 3]) == "DOC004"
    assert failure(identify, "plan.doc", old) == "DOC013"
