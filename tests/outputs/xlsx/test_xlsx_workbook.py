"""The workbook as officers meet it: sheets, numbers, formulas, filters, print set-up."""

import io
import re
import zipfile
from collections.abc import Callable
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from bench.accuracy import drawn_plan
from outputs.docx import BookStyle
from outputs.xlsx import render
from schemas.failures import OutputFailure
from schemas.plan import NarrativeSection, Plan

THAI_DIGITS = "[$-D00041E]"
TOLERANCE_BAHT = 0.005
ARABIC = BookStyle().model_copy(update={"numerals": "arabic"})


def cells(sheet: Worksheet) -> list[Cell]:
    """All cells that hold something."""
    return [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]


def row_of(sheet: Worksheet, text: str) -> int:
    """The number of the row in which a text stands."""
    return next(cell.row for cell in cells(sheet) if cell.value == text)


def column_of(sheet: Worksheet, header: str) -> str:
    """The letter of the column under a header."""
    return next(cell.column_letter for cell in cells(sheet) if cell.value == header)


def test_one_sheet_per_form_and_one_for_the_text(
    operation_plan: Plan, development_plan: Plan, opened
) -> None:
    assert opened(operation_plan).sheetnames == ["ผด.๐๑", "ผด.๐๒", "ผด.๐๒-๑", "บทนำ"]
    assert opened(development_plan).sheetnames == ["ผ.๐๑", "ผ.๐๒"]
    assert opened(operation_plan, style=ARABIC).sheetnames == ["ผด.01", "ผด.02", "ผด.02-1", "บทนำ"]


def test_title_rows_tell_whose_plan_it_is(operation_plan: Plan, opened) -> None:
    sheet = opened(operation_plan)["ผด.๐๒"]
    assert [sheet.cell(row, 1).value for row in range(1, 5)] == [
        "แบบ ผด.๐๒",
        "บัญชีจำนวนโครงการพัฒนาท้องถิ่น กิจกรรมและงบประมาณ",
        "แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ (แก้ไขครั้งที่ ๒/๒๕๖๖)",
        "องค์การบริหารส่วนตำบลธารทิพย์ อำเภอศรีสมมุติ จังหวัดตัวอย่าง",
    ]


def test_amounts_are_numbers_that_show_thai_digits(operation_plan: Plan, opened) -> None:
    sheet = opened(operation_plan)["ผด.๐๒"]
    column = column_of(sheet, "งบประมาณ (บาท)")
    first = row_of(sheet, "๑.๑ แผนงานอุตสาหกรรมและการโยธา") + 1
    plain, satang = sheet[f"{column}{first}"], sheet[f"{column}{first + 1}"]
    assert (plain.value, plain.number_format) == (10_000, f"{THAI_DIGITS}#,##0")
    assert (satang.value, satang.number_format) == (20_000.38, f"{THAI_DIGITS}#,##0.00")
    assert sheet[f"A{first}"].value == 1
    assert sheet[f"{column}{first + 3}"].value == "-"


def test_arabic_numerals_have_plain_formats(operation_plan: Plan, opened) -> None:
    book = opened(operation_plan, style=ARABIC)
    formats = {cell.number_format for sheet in book for cell in cells(sheet)}
    assert not [code for code in formats if "[$" in code]
    assert not [cell for sheet in book for cell in cells(sheet) if re.search("[๐-๙]", str(cell.value))]


def test_months_are_filled_and_marked(operation_plan: Plan, opened) -> None:
    sheet = opened(operation_plan)["ผด.๐๒"]
    row = row_of(sheet, "๑.๑ แผนงานอุตสาหกรรมและการโยธา") + 1
    october, january = sheet[f"{column_of(sheet, 'ต.ค.')}{row}"], sheet[f"{column_of(sheet, 'ม.ค.')}{row}"]
    assert october.value == "●"
    assert october.fill.fgColor.rgb not in (None, "00000000", "FFFFFFFF")
    assert january.value is None
    assert january.fill.patternType is None


def test_header_stays_and_is_printed_on_each_page(operation_plan: Plan, opened) -> None:
    sheet = opened(operation_plan)["ผด.๐๒"]
    header = row_of(sheet, "โครงการ")
    assert sheet.freeze_panes == f"C{header + 2}"
    assert sheet.print_title_rows == f"${header}:${header + 1}"
    assert sheet.auto_filter.ref == f"A{header + 1}:{_before_months(sheet)}{_last_data_row(sheet)}"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
    assert "&P" in sheet.oddFooter.center.text


def test_sheets_are_named_in_quotes_wherever_they_are_referred_to(operation_plan: Plan, rendered) -> None:
    """LibreOffice drops the print titles of ผด.๐๒!$5:$6, and prints no header after the first page."""
    with zipfile.ZipFile(io.BytesIO(rendered(operation_plan))) as package:
        workbook = package.read("xl/workbook.xml").decode()
    references = re.findall(r"<definedName [^>]*>([^<]*)", workbook)
    assert "'ผด.๐๒'!$5:$6" in references
    assert all(re.fullmatch(r"'[^']+'![$A-Z0-9:]+", reference) for reference in references)


def _before_months(sheet: Worksheet) -> str:
    return get_column_letter(column_index_from_string(column_of(sheet, "ต.ค.")) - 1)


def _last_data_row(sheet: Worksheet) -> int:
    return row_of(sheet, "รวมทั้งสิ้น") - 1


def test_sums_are_formulas_with_their_results(operation_plan: Plan, opened) -> None:
    formulas, values = opened(operation_plan)["ผด.๐๒"], opened(operation_plan, values=True)["ผด.๐๒"]
    last = row_of(formulas, "รวมทั้งสิ้น")
    money = f"{column_of(formulas, 'งบประมาณ (บาท)')}{last}"
    assert formulas[money].value.startswith("=SUBTOTAL(9,")
    projects = [project for project in operation_plan.projects if project.form == "ผด.02"]
    assert values[money].value == pytest.approx(
        float(sum(p.total_baht() for p in projects)), abs=TOLERANCE_BAHT
    )
    assert formulas[f"C{last}"].value.startswith("=SUBTOTAL(3,")
    assert values[f"C{last}"].value == len(projects)
    assert formulas[f"C{last}"].number_format == f'{THAI_DIGITS}0" โครงการ"'


def test_summary_follows_the_sheets_of_projects(operation_plan: Plan, opened) -> None:
    formulas, values = opened(operation_plan)["ผด.๐๑"], opened(operation_plan, values=True)["ผด.๐๑"]
    row = row_of(formulas, "๑.๑ แผนงานอุตสาหกรรมและการโยธา")
    assert formulas.cell(row, 3).value.startswith("=COUNTA('ผด.๐๒'!$B$")
    assert formulas.cell(row, 5).value.startswith("=SUM('ผด.๐๒'!")
    last = row_of(formulas, "รวมทั้งสิ้น")
    assert [values.cell(last, col).value for col in (3, 4, 6)] == [41, 100, 100]


@pytest.mark.parametrize("seed", [61_001, 61_004, 61_007])
def test_results_are_what_libreoffice_computes(seed: int, rendered, recalculated) -> None:
    data = rendered(drawn_plan(seed).truth)
    written, formulas, computed = (
        load_workbook(io.BytesIO(book), data_only=values)
        for book, values in ((data, True), (data, False), (recalculated(data), True))
    )
    compared = 0
    for sheet in formulas:
        for cell in cells(sheet):
            if isinstance(cell.value, str) and cell.data_type == "f":
                mine = written[sheet.title][cell.coordinate].value
                theirs = computed[sheet.title][cell.coordinate].value
                assert mine == pytest.approx(theirs, abs=TOLERANCE_BAHT), (sheet.title, cell.coordinate)
                compared += 1
    assert compared > 5


def test_points_share_merged_cells(development_plan: Plan, opened) -> None:
    sheet = opened(development_plan)["ผ.๐๒"]
    first = row_of(sheet, "จุดที่ ๑ ถนนยาว ๑๐๐ เมตร")
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert {f"A{first}:A{first + 2}", f"B{first}:B{first + 2}"} <= merged
    years = [column_of(sheet, f"{year} (บาท)") for year in ("๒๕๕๘", "๒๕๕๙", "๒๕๖๐")]
    assert [[sheet[f"{col}{first + at}"].value for col in years] for at in range(3)] == [
        [100_000, "-", "-"],
        ["-", 100_000, "-"],
        ["-", "-", 100_000],
    ]


def test_fund_source_has_a_column_of_its_own(development_plan: Plan, opened) -> None:
    sheet = opened(development_plan)["ผ.๐๒"]
    column = column_of(sheet, "แหล่งงบประมาณ")
    assert [cell.value for cell in sheet[column] if cell.value] == ["แหล่งงบประมาณ", "งบ อบต."]


@pytest.mark.parametrize("text", ["=1+2", "+1", "-1+2", "@SUM(A1:A9)", "\t=1", "{=1}"])
def test_no_text_becomes_a_formula(text: str, operation_plan: Plan, opened) -> None:
    project = operation_plan.projects[0].model_copy(update={"name": text, "details": text, "number": text})
    narrative = (NarrativeSection(title=text, level=1, paragraphs=(text,)),)
    plan = operation_plan.model_copy(update={"projects": (project,), "narrative": narrative})
    book = opened(plan, style=ARABIC)
    found = [cell for sheet in book for cell in cells(sheet) if cell.value == text]
    assert len(found) == 5
    assert {cell.data_type for cell in found} == {"s"}
    assert not [cell for sheet in book for cell in cells(sheet) if cell.hyperlink]


def test_what_xml_cannot_hold_is_left_out(operation_plan: Plan, opened) -> None:
    project = operation_plan.projects[0].model_copy(update={"details": "ก\x00\x0bข\ud800ค\uffff"})
    book = opened(operation_plan.model_copy(update={"projects": (project,)}))
    assert "กขค" in [cell.value for cell in cells(book["ผด.๐๒"])]


def test_amounts_that_leave_other_columns_no_room(development_plan: Plan, opened) -> None:
    budgets = {str(year): "9" * 40 + ".99" for year in range(2558, 2568)}
    project = development_plan.projects[1].model_copy(update={"budgets": budgets})
    sheet = opened(development_plan.model_copy(update={"projects": (project,)}), style=ARABIC)["ผ.02"]
    assert f"{Decimal(budgets['2558']):,.2f}" in [cell.value for cell in cells(sheet)]


def test_text_that_no_cell_holds_is_refused(operation_plan: Plan) -> None:
    project = operation_plan.projects[0].model_copy(update={"details": "ก" * 32_768})
    with pytest.raises(OutputFailure) as caught:
        render(operation_plan.model_copy(update={"projects": (project,)}), BookStyle())
    assert caught.value.code == "OUT006"
    assert "32767" in caught.value.message("en").replace(",", "")


def test_equal_plans_give_equal_bytes(operation_plan: Plan, rendered: Callable[[Plan], bytes]) -> None:
    again = Plan.model_validate_json(operation_plan.model_dump_json())
    assert rendered(operation_plan) == rendered(again)


def test_plan_without_projects(operation_plan: Plan, opened) -> None:
    text_only = operation_plan.model_copy(update={"projects": ()})
    assert opened(text_only).sheetnames == ["บทนำ"]
    empty = opened(text_only.model_copy(update={"narrative": ()}))
    assert empty.sheetnames == ["แผน"]
    assert empty["แผน"]["A1"].value.startswith("แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖")


def test_properties_name_plan_and_organization(operation_plan: Plan, opened) -> None:
    properties = opened(operation_plan).properties
    assert properties.title.startswith("แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2566")
    assert properties.creator == "องค์การบริหารส่วนตำบลธารทิพย์ อำเภอศรีสมมุติ จังหวัดตัวอย่าง"


def test_rows_stay_free_to_grow(operation_plan: Plan, rendered) -> None:
    sheet = load_workbook(io.BytesIO(rendered(operation_plan)))["ผด.๐๒"]
    row = row_of(sheet, "๑.๑ แผนงานอุตสาหกรรมและการโยธา") + 1
    assert sheet.row_dimensions[row].height > sheet.sheet_format.defaultRowHeight
    assert b'customHeight="1"' not in _rows_xml(rendered(operation_plan))


def _rows_xml(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        sheet = package.read("xl/worksheets/sheet2.xml")
    return b"".join(re.findall(rb"<row [^>]*>", sheet))
