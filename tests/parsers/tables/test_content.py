"""Columns told by their cells: what is told, what stays unknown, and tables that list no projects."""

import pytest

from parsers.records import read_plan
from parsers.tables.layout import Layout
from parsers.tables.parts import parts_by_table
from schemas.document import Table
from tests.notation import document, line, table

HEADER = ["ที่", "โครงการ", "วัตถุประสงค์", "เป้าหมาย", "2566", "2567", "ตัวชี้วัด", "ผลที่คาดว่าจะได้รับ", "หน่วยงาน"]
ROWS = [
    "1 | ก่อสร้างถนน คสล. หมู่ที่ 1 | เพื่อให้สัญจรสะดวก | กว้าง 4 เมตร ยาว 200 เมตร | 500,000 | - | "
    "จำนวนถนน 1 สาย | ประชาชนเดินทางสะดวก | กองช่าง",
    "2 | ขุดลอกคลองบ้านตัวอย่าง | เพื่อกักเก็บน้ำ | ยาว 1,200 เมตร | - | 300,000 | "
    "ร้อยละ 80 ของครัวเรือน | เกษตรกรมีน้ำใช้ตลอดปี | กองช่าง",
    "3 | อบรมอาชีพสตรี | เพื่อเพิ่มรายได้ | สตรี 50 คน | 20,000 | 20,000 | "
    "จำนวนผู้อบรม 50 คน | กลุ่มสตรีมีรายได้เพิ่มขึ้น | สำนักปลัด",
    "4 | วันเด็กแห่งชาติ | เพื่อให้เด็กกล้าแสดงออก | จัดงาน 1 ครั้ง | 80,000 | 80,000 | "
    "ร้อยละ 90 ของเด็ก | เด็กได้แสดงความสามารถ | กองการศึกษา",
]
OPERATION = [
    "1 | ก่อสร้างถนน คสล. สายใน | กว้าง 4 เมตร ยาว 200 เมตร | 500,000 | หมู่ที่ 1 | กองช่าง",
    "2 | ขุดลอกคลองตัวอย่าง | ยาว 1,200 เมตร | 300,000 | หมู่ที่ 4 | กองช่าง",
    "3 | อบรมอาชีพสตรี | ผู้เข้าอบรม จำนวน 50 คน | 20,000 | บ้านตัวอย่าง | สำนักปลัด",
    "4 | งานวันเด็กแห่งชาติ | จัดงาน จำนวน 1 ครั้ง | 80,000 | ตำบลตัวอย่าง | กองการศึกษา",
]
MONTHS = "ต.ค. | พ.ย. | ธ.ค. | ม.ค. | ก.พ. | มี.ค. | เม.ย. | พ.ค. | มิ.ย. | ก.ค. | ส.ค. | ก.ย."
STRANGE = "ฮฮฮ"


def _layout(*grids: Table) -> Layout | None:
    """The layout of the first table with one."""
    return next((parts[0].layout for parts in parts_by_table(document(*grids)).values()), None)


def _roles(header: list[str], rows: list[str] = ROWS) -> list[str]:
    layout = _layout(table(" | ".join(header), *rows))
    return [] if layout is None else [column.role for column in layout.columns]


def _strange(*columns: int) -> list[str]:
    return [f"{STRANGE}{index}" if index in columns else text for index, text in enumerate(HEADER)]


KNOWN = _roles(HEADER)


@pytest.mark.parametrize("column", [0, 1, 2, 3, 6, 7, 8])
def test_one_unknown_column_is_told_by_its_cells(column: int) -> None:
    assert _roles(_strange(column)) == KNOWN


@pytest.mark.parametrize("columns", [(1, 2), (2, 3, 8), (6, 7), (0, 1, 2, 3, 6, 7, 8)])
def test_several_unknown_columns_are_told(columns: tuple[int, ...]) -> None:
    assert _roles(_strange(*columns)) == KNOWN


@pytest.mark.parametrize("column", range(2, 6))
def test_columns_of_an_operation_plan_are_told(column: int) -> None:
    labels = ["ที่", "โครงการ", "รายละเอียด", "งบประมาณ", "สถานที่", "หน่วยงาน"]
    rows = [row + " | " * 12 for row in OPERATION]
    strange = [STRANGE if index == column else text for index, text in enumerate(labels)]
    assert _roles([*strange, MONTHS], rows) == _roles([*labels, MONTHS], rows)


def test_lines_of_a_record_speak_together() -> None:
    rows = [
        "1 | ก่อสร้างถนน | เพื่อให้สัญจร | กว้าง 4 | 500 | - | ร้อยละ 80 | เดินทางสะดวก | กองช่าง",
        " | คสล. สายใน | สะดวก | เมตร | | | ของประชาชน | ขึ้น |",
    ]
    grid = table(" | ".join(_strange(2)), *(row for n in "123" for row in (n + rows[0][1:], rows[1])))
    layout = _layout(grid)
    assert layout is not None
    assert layout.columns[2].role == "objective"


@pytest.mark.parametrize(
    "texts",
    [
        ("ดี", "พอใช้", "ดี", "ดี"),
        ("เพื่อประโยชน์", "ทั่วไป", "ตามข้อบัญญัติ", "ไม่มี"),
        ("เพื่อให้สะดวก", "-", "", "เพื่อกักเก็บน้ำ"),
        ("", "", "", ""),
    ],
)
def test_unclear_or_few_cells_tell_nothing(texts: tuple[str, ...]) -> None:
    rows = [row.split("|") for row in ROWS]
    for row, text in zip(rows, texts, strict=True):
        row[2] = text
    assert _roles(_strange(2), ["|".join(row) for row in rows])[2] == "unknown"


def test_two_columns_that_speak_alike_stay_unknown() -> None:
    rows = [f"{row} | {row.rsplit('|', 1)[1]}" for row in ROWS]
    assert _roles([*_strange(8), STRANGE], rows)[8:] == ["unknown", "unknown"]


def test_a_role_that_the_layout_has_is_not_given_again() -> None:
    rows = [f"{row} | กองคลัง" for row in ROWS]
    assert _roles([*HEADER, STRANGE], rows)[8:] == ["responsible_unit", "unknown"]


def test_tables_with_the_same_header_speak_together() -> None:
    header = " | ".join(_strange(2))
    first, second = table(header, *ROWS[:2]), table(header, *ROWS[2:])
    layouts = [part.layout for parts in parts_by_table(document(first, second)).values() for part in parts]
    assert [layout.columns[2].role for layout in layouts] == ["objective", "objective"]


def test_years_head_columns_though_words_beside_them_are_strange() -> None:
    grid = table(
        "ที่ | โครงการ | จุดมุ่งหมาย | เป้าหมาย | งบประมาณ > | > | ตัวชี้วัด | ผลที่คาดว่าจะได้รับ | หน่วยงาน",
        " | | ของงานนี้ | | 2566 | 2567 | | |",
        *ROWS,
    )
    layout = _layout(grid)
    assert layout is not None
    assert layout.years == (2566, 2567)


def test_a_table_of_strange_headers_alone_is_read_where_its_cells_leave_no_doubt() -> None:
    strange = [f"{STRANGE}{index}" for index in range(6)]
    rows = [row + " | " * 12 for row in OPERATION]
    header = " | ".join([*strange, MONTHS])
    plan, findings = read_plan(document(table(header, *rows[:3], header, rows[3])))
    assert [project.number for project in plan.projects] == ["1", "2", "3", "4"]
    assert plan.projects[1].name == "ขุดลอกคลองตัวอย่าง"
    assert plan.projects[3].responsible_unit == "กองการศึกษา"
    assert sum(finding.code == "TBL005" for finding in findings) == 6


def test_a_strange_header_at_the_top_of_the_next_page_is_no_project() -> None:
    header = " | ".join([*(f"{STRANGE}{index}" for index in range(6)), MONTHS])
    rows = [row + " | " * 12 for row in OPERATION]
    plan, _ = read_plan(document(table(header, *rows[:3]), table(header, rows[3])))
    assert [project.name for project in plan.projects][2:] == ["อบรมอาชีพสตรี", "งานวันเด็กแห่งชาติ"]
    assert STRANGE not in plan.model_dump_json(exclude={"projects": {"__all__": {"source"}}})


def test_what_was_told_is_a_note_and_what_was_not_stays_a_warning() -> None:
    rows = [f"{row} | ดี" for row in ROWS]
    _, findings = read_plan(document(line("แผนพัฒนาท้องถิ่น"), table(" | ".join([*_strange(2), "ฬ"]), *rows)))
    told = {finding.code: finding.facts for finding in findings if finding.code.startswith("TBL")}
    assert told["TBL005"] == {"header": f"{STRANGE}2", "table": 1, "role": "วัตถุประสงค์"}
    assert told["TBL002"] == {"header": "ฬ", "table": 1}


POPULATION = ["หมู่ที่ | ชื่อบ้าน | ชาย | หญิง | รวม | ครัวเรือน"] + [
    f"{n} | บ้านตัวอย่างหมู่{n} | {n}20 | {n}30 | {n}50 | {n}0" for n in range(1, 7)
]
STAFF = ["ที่ | ชื่อ-สกุล | ตำแหน่ง | สังกัด | วุฒิ | เงินเดือน"] + [
    f"{n} | นายสมมติ นามสมมติ | นักวิชาการ | กองช่าง | ปริญญาตรี | {n}5,000" for n in range(1, 7)
]
OWNED = ["ลำ | ของ | รหัส | มูลค่า | ที่เก็บ | ผู้ดูแล"] + [
    f"{n} | เครื่องพิมพ์เลเซอร์ | 41{n}-66 | {n}5,000 | หมู่ที่ {n} | กองคลัง" for n in range(1, 7)
]
RESULTS = ["ลำ | งาน | ขนาดงาน | ตั้งไว้ | ใช้ไป | ส่วนงาน"] + [
    f"{n} | ก่อสร้างถนนสายใน | ยาว {n}00 เมตร | {n}5,000 | {n}4,000 | กองช่าง" for n in range(1, 7)
]
TERSE = ["ลำ | งาน | ขนาดงาน | เงิน | ที่ | ส่วนงาน", OPERATION[0]]


@pytest.mark.parametrize("rows", [POPULATION, STAFF, OWNED, RESULTS, TERSE])
def test_tables_that_list_no_projects_or_too_few_stay_others(rows: list[str]) -> None:
    assert _layout(table(*rows)) is None
