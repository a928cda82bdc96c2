"""Matching of two plans' projects: what stays one project over a year, and what does not."""

from typing import Any

import pytest

from pipeline.matching import Match, match, scored_pairs
from pipeline.matching.assignment import assign
from schemas.document import Source
from schemas.plan import Plan, Project, ResponsibleUnit

SOURCE = Source(name="plan.docx", sha256="0" * 64, format="docx", size_bytes=1)


def plan(*projects: Project | str, year: int = 2566) -> Plan:
    made = [
        project if isinstance(project, Project) else Project(form="ผด.02", name=project)
        for project in projects
    ]
    return Plan(kind="operation_plan", fiscal_year=year, projects=tuple(made), source=SOURCE)


def project(name: str, **fields: Any) -> Project:
    unit = fields.pop("unit", "กองช่าง")
    return Project(form="ผด.02", name=name, responsible_units=(ResponsibleUnit(unit=unit),), **fields)


def pairs(found: tuple[Match, ...]) -> list[tuple[int, int]]:
    return [(one.old, one.new) for one in found]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("โครงการก่อสร้างถนน คสล. หมู่ที่ 3", "ก่อสร้างถนนคอนกรีตเสริมเหล็ก ม.๓ ประจำปี 2567"),
        ("โครงการฝึกอบรมการทอผ้ายกดอกแก่สตรี", "อบรมการทอผ้ายกดอกแก่สตรี ตำบลธารทิพย์"),
        ("แข่งขันกีฬาต้านยาเสพติด ครั้งที่ 12", "จัดการแข่งขันกีฬาต้านยาเสพติด ครั้งที่ 13"),
        ("ก่อสร้างถนนหินคลุก สายบ้านโคกยาง - บ้านดงสน หมู่ที่ 4", "ก่อสร้างถนนหินคลุก หมู่ที่ 4"),
        ("ซ่อมแซมหอถังประปาบ้านดงตะแบก", "โครงการซ่อมแซมหอถังประปาบานดงตะแบก"),
    ],
)
def test_one_project_renamed(old: str, new: str) -> None:
    assert pairs(match(plan(old), plan(new, year=2567))) == [(0, 0)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ก่อสร้างถนน คสล. หมู่ที่ 3", "ก่อสร้างถนน คสล. หมู่ที่ 5"),
        ("อาหารกลางวันโรงเรียนบ้านโคกยาง", "อาหารกลางวันโรงเรียนบ้านดงสน"),
        ("ประเพณีลอยกระทงบ้านหนองไผ่เหนือ", "ประเพณีลอยกระทงบ้านหนองไผ่ใต้"),
        ("เบี้ยยังชีพผู้สูงอายุ", "เบี้ยยังชีพผู้ป่วยเอดส์"),
    ],
)
def test_near_twins_are_two_projects(old: str, new: str) -> None:
    same = {"program": "แผนงานเคหะและชุมชน", "budget": "100000.00", "details": "จำนวน 1 แห่ง"}
    assert match(plan(project(old, **same)), plan(project(new, **same), year=2567)) == ()


def test_the_place_of_work_tells_twins_of_one_name_apart() -> None:
    old = plan(project("ก่อสร้างถนน คสล.", location="หมู่ที่ 3"), project("ก่อสร้างถนน คสล.", location="หมู่ที่ 5"))
    new = plan(project("ก่อสร้างถนน คสล. หมู่ที่ 5"), project("ก่อสร้างถนน คสล. หมู่ที่ 3"), year=2567)
    assert pairs(match(old, new)) == [(0, 1), (1, 0)]
    assert match(plan(old.projects[0]), plan(new.projects[0])) == ()


def test_money_and_unit_choose_between_equal_names() -> None:
    first = project("เครื่องพิมพ์เลเซอร์", budget="8000.00", unit="กองคลัง")
    second = project("เครื่องพิมพ์เลเซอร์", budget="15000.00", unit="กองช่าง")
    assert pairs(match(plan(first, second), plan(second, first))) == [(0, 1), (1, 0)]


def test_dropped_and_new_stand_in_no_match() -> None:
    old = plan("เบี้ยยังชีพผู้สูงอายุ", "ก่อสร้างรางระบายน้ำ หมู่ที่ 1")
    new = plan("โครงการอบรมจราจรอาสา", "เบี้ยยังชีพผู้สูงอายุ", year=2567)
    assert pairs(match(old, new)) == [(0, 1)]


def test_each_project_has_one_partner_at_most() -> None:
    old = plan(*["ก่อสร้างถนนลูกรัง หมู่ที่ 1"] * 3)
    found = match(old, plan(*["ก่อสร้างถนนลูกรัง หมู่ที่ 1"] * 2))
    assert len(found) == len({one.old for one in found}) == len({one.new for one in found}) == 2


def test_plans_without_projects_have_no_matches() -> None:
    assert match(plan(), plan("ก่อสร้างถนน")) == match(plan("ก่อสร้างถนน"), plan()) == match(plan(), plan()) == ()


def test_equipment_of_a_development_plan_is_matched_by_its_target() -> None:
    line = Project(form="ผ.03", target="เพื่อจัดซื้อเครื่องพ่นหมอกควัน จำนวน 2 เครื่อง", program="แผนงานสาธารณสุข")
    assert pairs(match(plan(line), plan("เครื่องตัดหญ้า", line))) == [(0, 1)]


def test_assignment_is_best_as_a_whole() -> None:
    # Each first choice of both is the same one; the greatest sum gives it to the one who loses more.
    assert assign({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.85}) == ((0, 1), (1, 0))
    assert assign({(2, 7): 0.9, (4, 1): 0.7}) == ((2, 7), (4, 1))
    assert assign({}) == ()


def test_every_pair_that_is_alike_gets_a_score() -> None:
    names = [f"ก่อสร้างถนน คสล. หมู่ที่ {number}" for number in range(1, 41)]
    scores = scored_pairs(plan(*names), plan(*names, year=2567))
    assert all(scores[index, index] > 0.8 for index in range(40))
    assert pairs(match(plan(*names), plan(*names))) == [(index, index) for index in range(40)]
