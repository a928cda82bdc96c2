"""Origins of an operation plan's projects in a development plan, and its ceilings."""

import pytest

from pipeline.link import link
from schemas.document import Source
from schemas.failures import UsageFailure
from schemas.plan import Plan, Project

SOURCE = Source(name="plan.docx", sha256="0" * 64, format="docx", size_bytes=1)


def action(*projects: Project) -> Plan:
    return Plan(kind="operation_plan", fiscal_year=2567, projects=projects, source=SOURCE)


def development(*projects: Project) -> Plan:
    return Plan(
        kind="development_plan", fiscal_year=2566, fiscal_year_end=2570, projects=projects, source=SOURCE
    )


def done(name: str, budget: str | None = "100000.00") -> Project:
    return Project(form="ผด.02", name=name, budget=budget)


def planned(name: str, **budgets: str) -> Project:
    return Project(
        form="ผ.02", name=name, budgets={year.removeprefix("y"): baht for year, baht in budgets.items()}
    )


@pytest.mark.parametrize(
    ("budget", "verdict"),
    [("100000.00", "within"), ("150000.00", "within"), ("150000.01", "above"), (None, "within")],
)
def test_money_against_the_ceiling_of_the_year(budget: str | None, verdict: str) -> None:
    origin = planned("โครงการก่อสร้างถนนคอนกรีตเสริมเหล็ก หมู่ที่ 3 บ้านโคกยาง", y2566="900000.00", y2567="150000.00")
    (linked,) = link(
        action(done("ก่อสร้างถนน คสล. ม.3", budget)), development(planned("อบรม", y2567="1.00"), origin)
    ).projects
    assert (linked.origin_index, linked.ceiling, linked.verdict) == (1, "150000.00", verdict)


def test_no_money_in_that_year() -> None:
    (linked,) = link(
        action(done("ขุดลอกคลองบ้านดงสน")), development(planned("ขุดลอกคลองบ้านดงสน", y2568="1.00"))
    ).projects
    assert (linked.verdict, linked.ceiling, linked.origin_index) == ("no_money_that_year", None, 0)


def test_no_origin_and_no_near_twin_for_one() -> None:
    book = development(planned("ก่อสร้างถนน คสล. หมู่ที่ 5", y2567="900000.00"))
    (linked,) = link(action(done("ก่อสร้างถนน คสล. หมู่ที่ 3")), book).projects
    assert (linked.verdict, linked.origin) == ("no_origin", None)


def test_several_projects_of_one_origin_share_its_ceiling() -> None:
    plan = action(done("อบรมอาชีพแก่สตรี รุ่นที่ 1", "60000.00"), done("อบรมอาชีพแก่สตรี รุ่นที่ 2", "60000.00"))
    linkage = link(plan, development(planned("อบรมอาชีพแก่สตรี", y2567="100000.00")))
    assert [(linked.origin_index, linked.origin_amount, linked.verdict) for linked in linkage.projects] == [
        (0, "120000.00", "above")
    ] * 2


def test_twins_find_their_own_origins() -> None:
    names = [f"ก่อสร้างรางระบายน้ำ หมู่ที่ {number}" for number in (1, 2, 3)]
    book = development(*(planned(name, y2567="1.00") for name in reversed(names)))
    assert [linked.origin_index for linked in link(action(*map(done, names)), book).projects] == [2, 1, 0]


@pytest.mark.parametrize("swapped", [True, False])
def test_other_kinds_of_plans_are_refused(swapped: bool) -> None:
    first, second = (development(), action()) if swapped else (action(), action())
    with pytest.raises(UsageFailure) as caught:
        link(first, second)
    assert caught.value.code == "OUT022"
