"""The figures of ผด.01 and ผ.01, computed from the projects."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outputs.summaries import shares, summarize
from schemas.plan import Group, Plan


@given(st.lists(st.integers(0, 10**14), max_size=60))
def test_shares_add_up_to_a_hundred_and_are_near_the_exact_ones(satang: list[int]) -> None:
    parts = [Decimal(amount) / 100 for amount in satang]
    whole = sum(parts, Decimal(0))
    told = shares(parts)
    assert len(told) == len(parts)
    assert sum(told, Decimal(0)) == (Decimal(100) if whole else Decimal(0))
    for part, share in zip(parts, told, strict=True):
        assert abs(share - (part * 100 / whole if whole else 0)) < Decimal("0.01")


def test_thirds_give_the_odd_hundredth_to_the_first() -> None:
    assert shares([Decimal(1)] * 3) == (Decimal("33.34"), Decimal("33.33"), Decimal("33.33"))


def test_rows_of_an_operation_plan(operation_plan: Plan) -> None:
    summary = summarize(operation_plan)
    assert summary.form == "ผด.01"
    assert [(row.kind, row.label) for row in summary.rows] == [
        ("form", "โครงการพัฒนาท้องถิ่น กิจกรรมและงบประมาณ"),
        *(
            row
            for number in (1, 2, 3)
            for row in (
                ("strategy", f"ยุทธศาสตร์ที่ {number} การพัฒนาด้านโครงสร้างพื้นฐาน"),
                ("program", f"{number}.1 แผนงานอุตสาหกรรมและการโยธา"),
                ("strategy_total", "รวม"),
            )
        ),
        ("form", "ครุภัณฑ์สำหรับที่ไม่ได้ดำเนินการตามโครงการพัฒนาท้องถิ่น"),
        ("program", "ครุภัณฑ์สำหรับที่ไม่ได้ดำเนินการตามโครงการพัฒนาท้องถิ่น"),
        ("plan_total", "รวมทั้งสิ้น"),
    ]
    figures = [row.figures[0] for row in summary.rows if row.kind == "program"]
    assert [(each.count, each.count_percent) for each in figures] == [
        (14, Decimal("34.15")), (14, Decimal("34.14")), (12, Decimal("29.27")), (1, Decimal("2.44"))
    ]  # fmt: skip
    last = summary.rows[-1].figures[0]
    assert last.amount == sum(project.total_baht() for project in operation_plan.projects)
    assert (last.count, last.count_percent, last.amount_percent) == (41, Decimal(100), Decimal(100))


def test_a_development_plan_counts_a_project_once_in_each_year_with_money(development_plan: Plan) -> None:
    summary = summarize(development_plan)
    assert (summary.form, summary.years) == ("ผ.01", (2558, 2559, 2560))
    program = next(row for row in summary.rows if row.kind == "program")
    assert [(each.year, each.count, each.amount) for each in program.figures] == [
        (2558, 1, Decimal("100000.00")),
        (2559, 2, Decimal("1000000099999.00")),
        (2560, 1, Decimal("100000.00")),
        (None, 4, Decimal("1000000299999.00")),
    ]
    assert program.units == ("ส่วนโยธา",)
    assert all(figures.count_percent is None for row in summary.rows for figures in row.figures)


def test_a_plan_without_money_has_no_shares_of_it(operation_plan: Plan) -> None:
    projects = tuple(project.model_copy(update={"budget": None}) for project in operation_plan.projects[:3])
    total = summarize(operation_plan.model_copy(update={"projects": projects})).rows[-1].figures[0]
    assert (total.count_percent, total.amount, total.amount_percent) == (Decimal(100), Decimal(0), None)


@pytest.mark.parametrize("kept", [("ยุทธศาสตร์",), ("แผนงาน",), ()])
def test_projects_without_strategy_or_program(operation_plan: Plan, kept: tuple[str, ...]) -> None:
    bare = {"strategy": None, "program": None}
    projects = [
        project.model_copy(
            update={"groups": tuple(group for group in project.groups if group.label in kept)} | bare
        )
        for project in operation_plan.projects[:14]
    ]
    rows = summarize(operation_plan.model_copy(update={"projects": tuple(projects)})).rows
    label = {
        ("ยุทธศาสตร์",): "ยุทธศาสตร์ที่ 1 การพัฒนาด้านโครงสร้างพื้นฐาน",
        ("แผนงาน",): "1.1 แผนงานอุตสาหกรรมและการโยธา",
        (): "โครงการพัฒนาท้องถิ่น กิจกรรมและงบประมาณ",
    }[kept]
    assert [(row.kind, row.label) for row in rows] == [("program", label), ("plan_total", "รวมทั้งสิ้น")]


def test_some_projects_of_a_strategy_without_program(operation_plan: Plan) -> None:
    first, second = operation_plan.projects[:2]
    bare = second.model_copy(update={"groups": first.groups[:1], "program": None})
    rows = summarize(operation_plan.model_copy(update={"projects": (first, bare)})).rows
    assert [row.label for row in rows if row.kind == "program"] == [
        "1.1 แผนงานอุตสาหกรรมและการโยธา", "ไม่ระบุแผนงาน"
    ]  # fmt: skip


def test_equipment_stands_under_its_type(operation_plan: Plan) -> None:
    groups = (
        Group(label="ประเภทครุภัณฑ์", number="1", name="ครุภัณฑ์สำนักงาน"),
        Group(label="แผนงาน", number="1.1", name="บริหารงานทั่วไป"),
    )
    equipment = operation_plan.projects[-1].model_copy(update={"groups": groups})
    rows = summarize(operation_plan.model_copy(update={"projects": (equipment,)})).rows
    assert [row.label for row in rows] == [
        "1. ประเภทครุภัณฑ์ ครุภัณฑ์สำนักงาน", "1.1 แผนงานบริหารงานทั่วไป", "รวม", "รวมทั้งสิ้น"
    ]  # fmt: skip


def test_no_projects_no_rows(operation_plan: Plan) -> None:
    assert summarize(operation_plan.model_copy(update={"projects": ()})).rows == ()
