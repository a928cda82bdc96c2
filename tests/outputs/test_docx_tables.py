"""The tables of the Word book: header rows, columns, money, points, arrows and totals."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from outputs.docx.columns import amount_width_twips, table_layout
from outputs.docx.lengths import TABLE_WIDTH_TWIPS
from schemas.plan import FISCAL_MONTHS, Form, Plan, Project
from schemas.plan_text import month_runs

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
EMU_PER_TWIP = 635
BodyOf = Callable[[Plan], Any]
CellsOf = Callable[[Any], list[list[str]]]


def tables(body: Any) -> list[Any]:
    """The project tables, without the summary before them."""
    return list(body.iter(f"{W}tbl"))[1:]


def span(cell: Any) -> int:
    found = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if found is None else int(found.get(f"{W}val"))


def merge(cell: Any) -> str | None:
    found = cell.find(f"{W}tcPr/{W}vMerge")
    return None if found is None else str(found.get(f"{W}val"))


def test_two_header_rows_are_repeated_and_merged(
    operation_plan: Plan, body_of: BodyOf, cells_of: CellsOf
) -> None:
    table = tables(body_of(operation_plan))[0]
    rows = list(table.iter(f"{W}tr"))
    repeated = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
    assert repeated == [True, True] + [False] * (len(rows) - 2)
    upper, lower = cells_of(table)[:2]
    assert upper == [
        "ที่", "โครงการ", "รายละเอียดของกิจกรรมที่เกิดขึ้นจากโครงการ", "งบประมาณ (บาท)", "สถานที่ดำเนินการ",
        "หน่วยงานรับผิดชอบหลัก", "พ.ศ. ๒๕๖๕", "พ.ศ. ๒๕๖๖",
    ]  # fmt: skip
    months = " ".join(lower[6:])
    assert months == "ต.ค. พ.ย. ธ.ค. ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย."
    assert [span(cell) for cell in rows[0].iter(f"{W}tc")] == [1] * 6 + [3, 9]
    assert [merge(cell) for cell in rows[0].iter(f"{W}tc")] == ["restart"] * 6 + [None] * 2
    assert [merge(cell) for cell in rows[1].iter(f"{W}tc")] == ["continue"] * 6 + [None] * 12


def test_every_row_fills_the_grid_and_stays_whole(
    operation_plan: Plan, development_plan: Plan, body_of: BodyOf
) -> None:
    for plan in (operation_plan, development_plan):
        for table in tables(body_of(plan)):
            grid = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
            assert 0.98 * TABLE_WIDTH_TWIPS < sum(grid) <= TABLE_WIDTH_TWIPS
            for row in table.iter(f"{W}tr"):
                assert row.find(f"{W}trPr/{W}cantSplit") is not None
                cells = list(row.iter(f"{W}tc"))
                assert sum(span(cell) for cell in cells) == len(grid)
                assert sum(int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) for cell in cells) == sum(grid)


def test_a_row_that_no_page_holds_may_split(operation_plan: Plan, body_of: BodyOf) -> None:
    giant = operation_plan.projects[0].model_copy(update={"details": "รายละเอียดของกิจกรรม " * 200})
    table = tables(body_of(operation_plan.model_copy(update={"projects": (giant,)})))[0]
    whole = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.iter(f"{W}tr")]
    assert whole == [True, True, False, True]


def test_arrows_reach_from_their_first_to_their_last_month(operation_plan: Plan, body_of: BodyOf) -> None:
    table = tables(body_of(operation_plan))[0]
    grid = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
    rows = list(table.iter(f"{W}tr"))[2:-1]
    for row, project in zip(rows, operation_plan.projects[:14], strict=True):
        drawn = []
        for index, cell in enumerate(row.iter(f"{W}tc")):
            for anchor in cell.iter(f"{WP}anchor"):
                offset = int(anchor.find(f"{WP}positionH/{WP}posOffset").text)
                left = sum(grid[:index]) + offset / EMU_PER_TWIP
                right = left + int(anchor.find(f"{WP}extent").get("cx")) / EMU_PER_TWIP
                ends = [anchor.find(f".//{A}{end}").get("type") for end in ("headEnd", "tailEnd")]
                assert ends == ["triangle", "triangle"]
                covered = [
                    month for position, month in enumerate(FISCAL_MONTHS)
                    if left < sum(grid[: 6 + position]) + grid[6 + position] / 2 < right
                ]  # fmt: skip
                inside = sum(grid[: 6 + FISCAL_MONTHS.index(covered[0])]) < left
                assert inside
                assert right < sum(grid[: 7 + FISCAL_MONTHS.index(covered[-1])])
                drawn.append(covered)
        runs = [list(FISCAL_MONTHS[first : last + 1]) for first, last in month_runs(project.months)]
        assert drawn == runs


def test_arrows_lie_within_their_row_and_have_a_text(operation_plan: Plan, body_of: BodyOf) -> None:
    body = body_of(operation_plan)
    anchors = list(body.iter(f"{WP}anchor"))
    numbers = [anchor.find(f"{WP}docPr").get("id") for anchor in anchors]
    assert len(set(numbers)) == len(numbers)
    assert anchors[0].find(f"{WP}docPr").get("descr") == "ระยะเวลาดำเนินการ ต.ค. ถึง ธ.ค."
    # A row has at least one line of text of 14 points; the longest of these projects has three.
    offsets_pt = [int(anchor.find(f"{WP}positionV/{WP}posOffset").text) / 12700 for anchor in anchors]
    assert all(7 <= offset <= 3 * 14 for offset in offsets_pt)


def test_month_runs() -> None:
    assert month_runs((9, 10, 12, 11, 1)) == ((0, 3), (11, 11))
    assert month_runs(()) == ()


def test_money_of_an_operation_plan(operation_plan: Plan, body_of: BodyOf, cells_of: CellsOf) -> None:
    rows = cells_of(tables(body_of(operation_plan))[0])
    assert [row[3] for row in rows[2:6]] == ["๑๐,๐๐๐", "๒๐,๐๐๐.๓๘|(งบ อบต.)", "๓๐,๐๐๐", "-"]
    zero = operation_plan.projects[0].model_copy(update={"budget": "0.00"})
    blank = operation_plan.projects[0].model_copy(update={"budget": None})
    rows = cells_of(tables(body_of(operation_plan.model_copy(update={"projects": (zero, blank)})))[0])
    assert [row[3] for row in rows[2:4]] == ["๐", ""]
    assert rows[4][:2] == ["รวม ๒ โครงการ", "๐"]


def test_totals_are_those_of_the_rows(operation_plan: Plan, body_of: BodyOf, cells_of: CellsOf) -> None:
    found = [cells_of(table) for table in tables(body_of(operation_plan))]
    projects = operation_plan.projects[:40]
    expected = sum(Decimal(project.budget or 0) for project in projects[:14])
    assert found[0][-1][0] == "รวม ๑๔ โครงการ"
    digits = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
    assert Decimal(found[0][-1][1].translate(digits).replace(",", "")) == expected
    assert [row[0] for row in found[2][-2:]] == ["รวม ๑๒ โครงการ", "รวมทั้งสิ้น ๔๐ โครงการ"]
    everything = sum(Decimal(project.budget or 0) for project in projects)
    assert Decimal(found[2][-1][1].translate(digits).replace(",", "")) == everything
    assert found[3][-1][:2] == ["รวม ๑ รายการ", "๔๔,๐๐๐"]


def test_points_are_rows_under_one_number(development_plan: Plan, body_of: BodyOf, cells_of: CellsOf) -> None:
    table = tables(body_of(development_plan))[0]
    rows = list(table.iter(f"{W}tr"))[2:5]
    assert [[merge(cell) for cell in row.iter(f"{W}tc")] for row in rows] == [
        ["restart"] * 3 + [None] * 6,
        ["continue"] * 3 + [None] * 6,
        ["continue"] * 3 + [None] * 6,
    ]
    assert cells_of(table)[2:4] == [
        [
            "๑",
            "ก่อสร้างถนน",
            "เพื่อการสัญจร",
            "จุดที่ ๑ ถนนยาว ๑๐๐ เมตร",
            "๑๐๐,๐๐๐",
            "-",
            "-",
            "สัญจรสะดวก",
            "ส่วนโยธา",
        ],
        ["", "", "", "จุดที่ ๒ ถนนยาว ๒๐๐ เมตร", "-", "๑๐๐,๐๐๐", "-", "สัญจรสะดวก", "ส่วนโยธา"],
    ]


def test_years_with_a_dash_a_word_or_nothing(
    development_plan: Plan, body_of: BodyOf, cells_of: CellsOf
) -> None:
    rows = cells_of(tables(body_of(development_plan))[0])
    assert rows[1][4:7] == ["๒๕๕๘ (บาท)", "๒๕๕๙ (บาท)", "๒๕๖๐ (บาท)"]
    assert rows[5][4:7] == ["-", "-", "-"]
    assert rows[6][4:6] == ["ไม่ใช้งบประมาณ", "สัญจรสะดวก"]
    assert rows[7][4:7] == ["", "", ""]
    assert rows[8][4:7] == ["-", "๙๙๙,๙๙๙,๙๙๙,๙๙๙|(งบ อบต.)", "-"]


def test_the_last_rows_keep_together(operation_plan: Plan, body_of: BodyOf) -> None:
    rows = list(tables(body_of(operation_plan))[2].iter(f"{W}tr"))
    kept = [row.find(f".//{W}keepNext") is not None for row in rows]
    assert kept == [True, True] + [False] * (len(rows) - 5) + [True, True, False]


@pytest.mark.parametrize("form", ["ผด.02", "ผด.02/1", "ผ.02", "ผ.02/1", "ผ.02/2", "ผ.03"])
def test_each_field_that_is_set_has_a_column(form: Form, operation_plan: Plan) -> None:
    project = Project(
        form=form,
        strategy=operation_plan.projects[0].strategy,
        groups=operation_plan.projects[0].groups[:1],
        program="แผนงานการศึกษา",
        equipment_type="ครุภัณฑ์สำนักงาน",
        number="1234", name="ก", details="ข", objective="ค", target="ง", kpi="จ", expected_result="ฉ",
        location="ช", responsible_unit="ซ", budget="1.00", budgets={"2566": "1.00"}, months=(1,),
        finish_month=9, procurement_method="คัดเลือก",
    )  # fmt: skip
    layout = table_layout(form, operation_plan.model_copy(update={"projects": (project,)}))
    fields = {column.field for column in layout.columns} - {"fixed_text"}
    assert fields == {
        "program", "equipment_type", "number", "name", "details", "objective", "target", "kpi",
        "expected_result", "location", "responsible_unit", "budget", "budgets", "months",
        "finish_month", "procurement_method",
    }  # fmt: skip
    assert sum(layout.widths_twips) <= TABLE_WIDTH_TWIPS


def test_optional_columns_stay_away(operation_plan: Plan) -> None:
    fields = {column.field for column in table_layout("ผด.02", operation_plan).columns}
    assert fields == {"number", "name", "details", "budget", "location", "responsible_unit", "months"}


def test_a_column_of_money_holds_its_largest_amount(development_plan: Plan) -> None:
    layout = table_layout("ผ.02", development_plan)
    widths = [column.width_twips for column in layout.columns if column.is_money]
    largest = Decimal("1000000099999.00")
    assert widths == [amount_width_twips(largest, layout.size_pt)] * 3
    # Twelve digits of 0.45 em and three commas are nearly 6 em wide.
    assert widths[0] > 5.8 * layout.size_pt * 20


def test_no_number_is_written_with_a_break(development_plan: Plan, body_of: BodyOf) -> None:
    projects = tables(body_of(development_plan))[0]
    texts = [t.text for t in projects.iter(f"{W}t") if re.search("๙๙๙", t.text)]
    assert texts[0] == "๙๙๙,๙๙๙,๙๙๙,๙๙๙"
