"""Comparison of two plans as data: what goes on, what changed, and the sums by strategy."""

from decimal import Decimal
from typing import Any

import pytest

from outputs.comparison import Pairing
from pipeline.compare import compare
from schemas.document import Source
from schemas.failures import UsageFailure
from schemas.plan import Heading, Plan, Project

SOURCE = Source(name="plan.docx", sha256="0" * 64, format="docx", size_bytes=1)
ROADS, PEOPLE = "การพัฒนาด้านโครงสร้างพื้นฐาน", "การพัฒนาคนและคุณภาพชีวิต"


def project(name: str, strategy: str = ROADS, **fields: Any) -> Project:
    return Project(form="ผด.02", name=name, strategy=Heading(number="1", name=strategy), **fields)


def plan(*projects: Project, year: int = 2566, **fields: Any) -> Plan:
    return Plan(kind="operation_plan", fiscal_year=year, projects=projects, source=SOURCE, **fields)


def changed(old: Project, new: Project, year: int = 2567) -> dict[str, tuple[str, str]]:
    (pairing,) = compare(plan(old), plan(new, year=year)).pairings
    return {change.field: (change.old, change.new) for change in pairing.changes}


ROAD = project("ก่อสร้างถนน คสล. หมู่ที่ 3", budget="245000.00", months=(10, 11, 12), program="แผนงานเคหะและชุมชน")


def test_a_project_that_is_the_same_has_no_changes() -> None:
    assert changed(ROAD, ROAD) == {}


def test_spelling_and_year_are_changes_between_editions_only() -> None:
    again = ROAD.model_copy(update={"name": "โครงการก่อสร้างถนนคอนกรีตเสริมเหล็ก ม.3 ประจำปี 2567"})
    assert changed(ROAD, again) == {}
    assert changed(ROAD, again, year=2566) == {"name": (ROAD.name, again.name)}


def test_money_schedule_and_strategy() -> None:
    other = ROAD.model_copy(
        update={
            "budget": "300000.00",
            "months": (1, 2, 6),
            "strategy": Heading(name=PEOPLE),
            "program": "แผนงานการศึกษา",
        }
    )
    assert changed(ROAD, other) == {
        "strategy": (ROADS, PEOPLE),
        "program": ("แผนงานเคหะและชุมชน", "แผนงานการศึกษา"),
        "budget": ("245,000", "300,000"),
        "months": ("ต.ค.-ธ.ค.", "ม.ค.-ก.พ., มิ.ย."),
    }


def test_a_new_number_of_the_same_strategy_is_no_move() -> None:
    assert (
        changed(ROAD, ROAD.model_copy(update={"strategy": Heading(number="4", name=ROADS), "number": "9"}))
        == {}
    )


def test_each_project_stands_once_and_dropped_ones_behind_their_neighbours() -> None:
    first, second, third = project("เบี้ยยังชีพผู้สูงอายุ"), project("อบรมจราจรอาสา"), project("ขุดลอกคลองบ้านโคกยาง")
    fresh = project("ติดตั้งกล้องวงจรปิดบ้านดงสน")
    comparison = compare(plan(first, second, third), plan(third, first, fresh, year=2567))
    assert [(pairing.status, pairing.old_index, pairing.new_index) for pairing in comparison.pairings] == [
        ("continued", 2, 0),
        ("continued", 0, 1),
        ("dropped", 1, None),
        ("new", None, 2),
    ]


def test_sums_by_strategy_are_those_of_both_plans() -> None:
    old = plan(ROAD, project("เบี้ยยังชีพผู้สูงอายุ", PEOPLE, budget="100.50"))
    new = plan(
        ROAD, project("อบรมจราจรอาสา", "อื่น", budget="7.00"), Project(form="ผด.02/1", name="ตู้เย็น"), year=2567
    )
    comparison = compare(old, new)
    totals = {
        total.name: (total.old_count, total.old_amount, total.new_count, total.new_amount)
        for total in comparison.totals
    }
    assert totals == {
        ROADS: (1, "245000.00", 1, "245000.00"),
        "อื่น": (0, "0.00", 1, "7.00"),
        PEOPLE: (1, "100.50", 0, "0.00"),
        None: (0, "0.00", 1, "0.00"),
    }
    assert Decimal(comparison.old.amount) == sum(Decimal(total.old_amount) for total in comparison.totals)
    assert comparison.totals[-1].name is None


def test_of_a_development_plan_only_years_that_both_have_count() -> None:
    line = Project(form="ผ.02", name="ก่อสร้างถนน หมู่ที่ 3", budgets={"2567": "100.00", "2568": "200.00"})
    later = line.model_copy(update={"budgets": {"2568": "250.00", "2569": "300.00"}})
    plans = [
        Plan(
            kind="development_plan",
            fiscal_year=first,
            fiscal_year_end=first + 1,
            projects=(one,),
            source=SOURCE,
        )
        for first, one in ((2567, line), (2568, later))
    ]
    (pairing,) = compare(*plans).pairings
    assert [(change.old, change.new) for change in pairing.changes] == [("2568: 200", "2568: 250")]


def test_editions_of_one_year_are_an_amendment() -> None:
    assert compare(plan(ROAD), plan(ROAD, edition="แก้ไขครั้งที่ 1/2566")).is_amendment
    assert not compare(plan(ROAD), plan(ROAD, year=2567)).is_amendment


def test_plans_of_two_kinds_are_refused() -> None:
    other = Plan(kind="development_plan", source=SOURCE)
    with pytest.raises(UsageFailure) as caught:
        compare(plan(ROAD), other)
    assert caught.value.code == "OUT020"


def test_status_of_a_pairing() -> None:
    assert Pairing(old=ROAD).status == "dropped"
    assert Pairing(new=ROAD).status == "new"
