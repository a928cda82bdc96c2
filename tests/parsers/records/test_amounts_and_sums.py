"""Amounts of projects, and sums, which are no project's money."""

import pytest

from parsers.records import read_plan
from tests.notation import document, line, table
from tests.two_year_table import HEADER, STRATEGY, YEARS, codes_of, plan_of


def test_half_an_amount_is_told_of() -> None:
    rows = ("1 | โครงการ ก | เพื่อ | ง | 17 | - | ดี | กองช่าง",)
    assert "VAL006" in codes_of(STRATEGY, table(HEADER, YEARS, *rows))


def test_unreadable_amount_is_an_error_and_never_guessed() -> None:
    grid = table(HEADER, YEARS, "1 | ก | ข | ค | 1,50,000 | - | ง | กองช่าง")
    plan, findings = read_plan(document(STRATEGY, grid))
    assert plan.projects[0].budgets == {}
    assert "VAL001" in [finding.code for finding in findings]
    assert plan.projects[0].source.raw["budget.2566"] == "1,50,000"


@pytest.mark.parametrize(("november", "told"), [("4,000", []), ("3,000", ["VAL007"])])
def test_money_in_month_cells_marks_months_and_is_held_against_the_budget(
    november: str, told: list[str]
) -> None:
    months = "ต.ค. | พ.ย. | ธ.ค. | ม.ค. | ก.พ. | มี.ค. | เม.ย. | พ.ค. | มิ.ย. | ก.ค. | ส.ค. | ก.ย."
    row = f"1 | โครงการ ก | ข | 9,000 | กองช่าง | 5,000 | {november} | 0" + " |" * 9
    plan, findings = read_plan(
        document(
            line("แผนงานการศึกษา"), table(f"ที่ | โครงการ | รายละเอียด | งบประมาณ | หน่วยงาน | {months}", row)
        )
    )
    (project,) = plan.projects
    assert (project.months, project.budget) == ((10, 11), "9000.00")
    assert project.source.raw["month.11"] == november
    assert [finding.code for finding in findings] == told


def test_money_and_its_source_share_a_header_over_the_years() -> None:
    header = HEADER.replace("งบประมาณ", "งบประมาณและแหล่งเงินที่ใช้")
    grid = table(header, YEARS, "1 | อบรม | เพื่อ | คน | 5,000 | - | ดี | กองช่าง")
    (project,) = read_plan(document(STRATEGY, grid))[0].projects
    assert project.budgets == {"2566": "5000.00"}


def test_sums_are_declared_totals_and_no_projects() -> None:
    plan = plan_of("1 | ก | ข | ค | 100 | - | ง | กองช่าง", "รวม 1 โครงการ > | > | > | | 100 | - | |")
    assert len(plan.projects) == 1
    (total,) = plan.declared_totals
    assert (total.label, total.scope, total.year, total.count, total.amount) == (
        "รวม 1 โครงการ",
        "strategy",
        2566,
        1,
        "100.00",
    )


@pytest.mark.parametrize("name", ["รวมพลังคนรักษ์น้ำ", "โครงการรวมใจ"])
def test_projects_whose_name_begins_like_a_sum_stay_projects(name: str) -> None:
    assert [p.name for p in plan_of(f"1 | {name} | ข | ค | 100 | - | ง | กองช่าง").projects] == [name]


@pytest.mark.parametrize("label", ["ยอดยกไป", "ยอดยกมา", "ยกยอดมาจากหน้าที่แล้ว", "รวมยอดยกไป", "รวมหน้านี้"])
def test_sums_that_pages_carry_over_are_no_money_of_a_project(label: str) -> None:
    plan = plan_of(
        "1 | สร้างถนน | เพื่อเดินทาง | ยาว 100 ม. | 100,000 | - | สะดวก | กองช่าง",
        f" | | | {label} | 900,000 | 900,000 | |",
        "2 | สร้างสะพาน | เพื่อเดินทาง | ยาว 9 ม. | - | 500,000 | สะดวก | กองช่าง",
    )
    assert [project.budgets for project in plan.projects] == [{"2566": "100000.00"}, {"2567": "500000.00"}]
    assert plan.declared_totals == ()


@pytest.mark.parametrize("label", ["รวมกองช่าง", "(รวม)", "ผลรวม", "ร ว ม", "รวมทุกแผนงาน", "เฉพาะหมู่ที่ 1"])
def test_money_behind_one_text_over_number_and_name_is_a_sum(label: str) -> None:
    plan = plan_of(
        "1 | สร้างถนน | เพื่อเดินทาง | ยาว 100 ม. | 100,000 | - | สะดวก | กองช่าง",
        f"{label} > | > | > | | 100,000 | - | |",
    )
    (project,) = plan.projects
    assert project.budgets == {"2566": "100000.00"}
    assert [(total.label, total.amount) for total in plan.declared_totals] == [(label, "100000.00")]


def test_a_sum_of_projects_counts_them_in_the_columns_of_money() -> None:
    plan = plan_of(
        "1 | โครงการ ก | เพื่อ | ง | 17,000 | - | ดี | กองช่าง",
        "รวมงบประมาณ > | > | > | | 17,000 | - | |",
        "รวมจำนวนโครงการ > | > | > | | 1 | - | |",
    )
    sums = [(total.label, total.year, total.count, total.amount) for total in plan.declared_totals]
    assert sums == [("รวมงบประมาณ", 2566, None, "17000.00"), ("รวมจำนวนโครงการ", 2566, 1, None)]
