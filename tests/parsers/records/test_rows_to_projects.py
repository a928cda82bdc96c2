"""Which rows are projects, which go on with one, and which are none."""

import pytest

from parsers.records import read_plan
from tests.notation import document, table
from tests.two_year_table import HEADER, STRATEGY, YEARS, codes_of, plan_of


def test_one_row_per_project() -> None:
    plan = plan_of("๑ | สร้างถนน | เพื่อเดินทาง | ยาว ๑๐๐ ม. | ๑๐๐,๐๐๐ | - | สะดวก | กองช่าง")
    (project,) = plan.projects
    assert plan.kind == "development_plan"
    assert (plan.fiscal_year, plan.fiscal_year_end) == (2566, 2567)
    assert (project.number, project.name, project.target) == ("1", "สร้างถนน", "ยาว 100 ม.")
    assert project.budgets == {"2566": "100000.00"}
    assert project.budget_text is None
    assert project.strategy is not None
    assert (project.strategy.number, project.strategy.name) == ("1", "การพัฒนาคน")
    assert project.source.row == 2


def test_project_over_several_rows_of_lines() -> None:
    plan = plan_of(
        "1 | โครงการก่อสร้างถนน คสล. | เพื่อให้ประชาชน | กว้าง 3 ม. | 200,000.- | - | สะดวกรวด | กองช่าง",
        " | หมู่ที่ 2 | เดินทางสะดวก | ยาว 9 ม. | (งบ อบต.) | | เร็ว |",
        "2 | โครงการ ข | ค | ง | - | 5 | จ | กองคลัง",
    )
    first, second = plan.projects
    assert first.name == "โครงการก่อสร้างถนน คสล. หมู่ที่ 2"
    assert first.objective == "เพื่อให้ประชาชนเดินทางสะดวก"
    assert first.target == "กว้าง 3 ม. ยาว 9 ม."
    assert first.expected_result == "สะดวกรวดเร็ว"
    assert first.fund_source == "งบ อบต."
    assert first.points == ()
    assert second.budgets == {"2567": "5.00"}


def test_row_without_number_that_looks_like_a_project_is_kept_and_told_of() -> None:
    grid = table(
        HEADER,
        YEARS,
        "1 | โครงการ ก | ข | ค | 100 | - | ง | กองช่าง",
        " | โครงการ จ | ข | ค | 200 | - | ง | กองคลัง",
    )
    plan, findings = read_plan(document(STRATEGY, grid))
    assert [project.number for project in plan.projects] == ["1", None]
    assert [finding.code for finding in findings] == ["REC001"]
    assert plan.projects[1].confidence < plan.projects[0].confidence


def test_rows_that_hold_only_a_number_are_no_projects_and_told_of() -> None:
    rows = (
        "1 | สร้างถนน | เพื่อ | 1 แห่ง | 100,000 | - | ดี | กองช่าง",
        "2 | | | | | | |",
        "3 | สร้างสะพาน | เพื่อ | 2 แห่ง | - | 70,000 | ดี | กองช่าง",
        "4 | | | | | | |",
    )
    blocks = (STRATEGY, table(HEADER, YEARS, *rows))
    assert [project.number for project in read_plan(document(*blocks))[0].projects] == ["1", "3"]
    assert codes_of(*blocks).count("REC002") == 2


@pytest.mark.parametrize("number", ["2", ""])
def test_a_row_that_says_all_but_money_is_a_project(number: str) -> None:
    plan = plan_of(
        "1 | ก่อสร้างถนน | เพื่อเดินทาง | ยาว 100 ม. | 100,000 | - | สะดวก | กองช่าง",
        f"{number} | ก่อสร้างสะพาน | เพื่อข้ามน้ำ | ยาว 9 ม. | | | ดี | กองช่าง",
        "3 | ก่อสร้างฝาย | เพื่อน้ำ | 1 แห่ง | - | 70,000 | มีน้ำ | กองช่าง",
    )
    assert [project.name for project in plan.projects] == ["ก่อสร้างถนน", "ก่อสร้างสะพาน", "ก่อสร้างฝาย"]


def test_projects_without_numbers_and_money_are_projects() -> None:
    header = "โครงการ | รายละเอียดของกิจกรรม | งบประมาณ (บาท) | สถานที่ดำเนินการ | หน่วยงานรับผิดชอบหลัก"
    rows = ("โครงการ ก | ข | 5,000 | ตำบล | กองช่าง", "โครงการ ข | ค | | ตำบล | กองคลัง")
    plan, _ = read_plan(document(STRATEGY, table(header, *rows)))
    assert [project.name for project in plan.projects] == ["โครงการ ก", "โครงการ ข"]


def test_dividing_row_is_a_note() -> None:
    grid = table(
        HEADER,
        YEARS,
        "1 | ก | ข | ค | 1,000 | - | ง | กองช่าง",
        "มติที่ประชุมครั้งก่อน > | > | > | > | > | > | > |",
        "1 | จ | ข | ค | 1,000 | - | ง | กองช่าง",
    )
    assert codes_of(STRATEGY, grid) == ["REC003"]


def test_a_cell_merged_over_the_rows_of_several_projects_is_each_ones() -> None:
    plan = plan_of(
        "1 | สร้างถนน | เพื่อเดินทาง | ยาว 100 ม. | 100,000 | - | สะดวก | กองช่าง",
        "2 | สร้างสะพาน | ^ | ยาว 9 ม. | 500,000 | ^ | ดี | ^",
        "3 | สร้างฝาย | เพื่อน้ำ | ยาว 5 ม. | 200,000 | - | มีน้ำ | สำนักปลัด",
    )
    assert [project.objective for project in plan.projects] == ["เพื่อเดินทาง", "เพื่อเดินทาง", "เพื่อน้ำ"]
    assert [project.responsible_unit for project in plan.projects] == ["กองช่าง", "กองช่าง", "สำนักปลัด"]
    assert [project.target for project in plan.projects] == ["ยาว 100 ม.", "ยาว 9 ม.", "ยาว 5 ม."]


def test_numbers_before_names_are_numbers_where_no_column_has_them() -> None:
    header, years = (text.split("|", maxsplit=1)[1] for text in (HEADER, YEARS))
    rows = [
        "๑. สร้างถนน | เพื่อ | 1 แห่ง | 100,000 | - | ดี | กองช่าง",
        "๒. สร้างสะพาน | เพื่อ | 2 แห่ง | - | 70,000 | ดี | กองช่าง",
        "๓. สร้างฝาย | เพื่อ | 3 แห่ง | | | ดี | กองช่าง",
    ]
    plan, _ = read_plan(document(STRATEGY, table(header, years, *rows)))
    assert [(project.number, project.name) for project in plan.projects] == [
        ("1", "สร้างถนน"),
        ("2", "สร้างสะพาน"),
        ("3", "สร้างฝาย"),
    ]
    assert plan.projects[2].source.raw["name"] == "๓. สร้างฝาย"


def test_a_name_may_begin_with_a_number_of_its_own() -> None:
    plan = plan_of(
        "1 | 5. ส. สะอาด | เพื่อ | 1 แห่ง | 100,000 | - | ดี | กองช่าง",
        "2 | สร้างสะพาน | เพื่อ | 2 แห่ง | - | 70,000 | ดี | กองช่าง",
    )
    assert [project.name for project in plan.projects] == ["5. ส. สะอาด", "สร้างสะพาน"]


@pytest.mark.parametrize(
    ("printed", "number"), [("1//0", "10"), ("๑//.๑.๒", "1.1.2"), ("1.//2", "1.2"), ("3", "3")]
)
def test_number_that_a_narrow_column_tears_is_whole(printed: str, number: str) -> None:
    (project,) = plan_of(f"{printed} | อบรม | เพื่อ | คน | 5 | - | ดี | กองช่าง").projects
    assert project.number == number
