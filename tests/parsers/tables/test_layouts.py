"""Header rows to layouts: wording, rows, years, months by label and by position."""

import pytest

from parsers.tables.grid import rows_of
from parsers.tables.headers import header_length, layout_of, starts_header
from parsers.tables.layout import Layout
from schemas.document import Table
from schemas.plan import FISCAL_MONTHS
from tests.notation import table

MONTH_LABELS = "ต.ค. | พ.ย. | ธ.ค. | ม.ค. | ก.พ. | มี.ค. | เม.ย. | พ.ค. | มิ.ย. | ก.ค. | ส.ค. | ก.ย."
YEARS_OVER = "พ.ศ. ๒๕๖๕ > | > | | พ.ศ. ๒๕๖๖ > | > | > | > | > | > | > | > | "


def _layout(grid: Table) -> tuple[Layout, int]:
    rows = list(rows_of(grid))
    start = next(index for index, row in enumerate(rows) if starts_header(row, None))
    length = header_length(rows, start)
    return layout_of(rows[start : start + length]), length


def test_official_header_of_two_rows() -> None:
    layout, length = _layout(
        table(
            "ที่ | โครงการ | รายละเอียดของกิจกรรม//ที่เกิดขึ้นจากโครงการ | งบประมาณ//(บาท) | "
            f"สถานที่//ดำเนินการ | หน่วยงาน//รับผิดชอบหลัก | {YEARS_OVER}",
            f"^ | ^ | ^ | ^ | ^ | ^ | {MONTH_LABELS}",
            "1 | ก | ข | 100 | ค | ง | | | | | | | | | | | |",
        )
    )
    assert length == 2
    assert [c.role for c in layout.columns[:6]] == [
        "number",
        "name",
        "details",
        "budget",
        "location",
        "responsible_unit",
    ]
    assert tuple(column.month for column in layout.months) == FISCAL_MONTHS
    assert layout.header_years == (2565, 2566)


def test_numbers_of_columns_under_a_header_are_its_last_row_though_narrow_columns_wrap_them() -> None:
    numbers = [f"({number})" for number in range(1, 10)] + ["(1//0)", "(1//1)"]
    header = (
        "ที่ | โครงการ | วัตถุประสงค์ | เป้าหมาย | 2566 | 2567 | 2568 | 2569 | ตัวชี้วัด | ผลที่คาดว่าจะได้รับ | หน่วยงาน"
    )
    _, length = _layout(table(header, " | ".join(numbers), "1 | ก" + " |" * 9))
    assert length == 2


def test_header_cut_over_three_rows_of_lines() -> None:
    layout, length = _layout(
        table(
            "ที่ | โครงการ | วัตถุประสงค์ | เป้าหมาย | งบประมาณและที่มา > | > | | ผลลัพธ์ที่คาดว่า | หน่วยงาน",
            " | | | (ผลผลิตของ | 2556 | 2557 | 2558 | จะได้รับ | ที่รับผิดชอบ",
            " | | | โครงการ) | (บาท) | (บาท) | (บาท) | |",
            "1 | ก | ข | ค | 100 | - | - | ง | จ",
        )
    )
    assert length == 3
    assert layout.years == (2556, 2557, 2558)
    roles = [column.role for column in layout.columns]
    assert roles == [
        "number",
        "name",
        "objective",
        "target",
        "budget",
        "budget",
        "budget",
        "expected_result",
        "responsible_unit",
    ]


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("ลำดับที่", "number"),
        ("รายละเอียดของกิจกรรม", "details"),
        ("ผลที่คาดว่า จะได้รับ", "expected_result"),
        ("ตัวชี้วัด\n(KPI)", "kpi"),
        ("หน่วยดำเนินการ", "responsible_unit"),
        ("ดำเนินการแล้วเสร็จ", "finish_month"),
        ("วิธีดำเนินการ", "procurement_method"),
        ("เป้าหมาย\n(ผลผลิตของโครงการ)", "target"),
        ("แหล่งงบประมาณ", "fund_source"),
    ],
)
def test_wording_of_headers(header: str, role: str) -> None:
    layout, _ = _layout(table(f"ที่ | ชื่อโครงการ | งบประมาณ | {header.replace(chr(10), '//')}", "1 | ก | 2 | ข"))
    assert layout.columns[-1].role == role


def test_months_are_told_by_position_where_labels_are_unreadable() -> None:
    widths = [20.0, 120, 120, 60, 60, 60, *[18.0] * 12]
    grid = table(
        "ที่ | โครงการ | รายละเอียด | งบประมาณ | สถานที่ | หน่วยงาน | " + " | ".join(["?"] * 12),
        "1 | ก | ข | 1 | ค | ง | " + " | ".join([" "] * 12),
        widths=widths,
    )
    layout, _ = _layout(grid)
    assert tuple(column.month for column in layout.months) == FISCAL_MONTHS
    assert layout.months_by_position


def test_one_illegible_month_label_is_told_by_its_neighbours() -> None:
    labels = MONTH_LABELS.replace("เม.ย.", "??")
    layout, _ = _layout(table(f"ที่ | โครงการ | งบประมาณ | หน่วยงาน | {labels}", "1 | ก | 1 | ข |" + " |" * 11))
    assert tuple(column.month for column in layout.months) == FISCAL_MONTHS
    assert not layout.months_by_position


def test_months_torn_to_others_by_a_narrow_column_are_told_by_their_neighbours() -> None:
    labels = MONTH_LABELS.replace("ก.พ. | มี.ค.", "ก//.พี. | ม//.ค.").replace("มิ.ย.", "ม//.ย.")
    header = f"ที่ | โครงการ | งบประมาณ | หน่วยงาน | {YEARS_OVER}"
    layout, _ = _layout(table(header, f"^ | ^ | ^ | ^ | {labels}", "1 | ก | 1 | ข |" + " |" * 11))
    assert tuple(column.month for column in layout.months) == FISCAL_MONTHS
    assert sum(column.role == "budget" for column in layout.columns) == 1


def test_months_from_january_on_keep_their_labels() -> None:
    calendar = " | ".join([*MONTH_LABELS.split(" | ")[3:], *MONTH_LABELS.split(" | ")[:3]])
    layout, _ = _layout(
        table(f"ที่ | โครงการ | งบประมาณ | หน่วยงาน | {calendar}", "1 | ก | 1 | ข |" + " |" * 11)
    )
    assert tuple(column.month for column in layout.months) == tuple(range(1, 13))


def test_summary_is_no_project_table() -> None:
    layout, _ = _layout(
        table(
            "ยุทธศาสตร์/แผนงาน | จำนวนโครงการที่ดำเนินการ | คิดเป็นร้อยละของโครงการทั้งหมด | "
            "จำนวนงบประมาณ | คิดเป็นร้อยละของงบประมาณทั้งหมด | หน่วยงานรับผิดชอบหลัก",
            "แผนงานการศึกษา | 3 | 100 | 5,000 | 100 | กองการศึกษา",
        )
    )
    assert layout.is_summary()
    assert not layout.is_of_projects()


def test_table_of_people_has_no_header_of_ours() -> None:
    rows = list(rows_of(table("หมู่บ้าน | ชาย | หญิง | รวม", "1 | 321 | 345 | 666")))
    assert not any(starts_header(row, None) for row in rows)


def test_months_without_labels_under_a_year_row_are_months() -> None:
    widths = [20.0, 120, 120, 60, 60, 60, *[18.0] * 12]
    grid = table(
        f"ที่ | โครงการ | รายละเอียด | งบประมาณ | สถานที่ | หน่วยงาน | {YEARS_OVER}",
        "^ | ^ | ^ | ^ | ^ | ^ | " + " | ".join([" "] * 12),
        "1 | ก | ข | 1 | ค | ง | " + " | ".join([" "] * 12),
        widths=widths,
    )
    layout, _ = _layout(grid)
    assert tuple(column.month for column in layout.months) == FISCAL_MONTHS
    assert layout.header_years == (2565, 2566)
