"""A damaged text of a cell that came into the Plan is told of once."""

from pipeline.told_once import damage_told_once
from schemas.document import Provenance, Source
from schemas.findings import Finding
from schemas.plan import Plan, Project

SOURCE = Source(name="a.pdf", sha256="0" * 64, format="pdf", size_bytes=1)
PLAN = Plan(
    kind="operation_plan",
    source=SOURCE,
    projects=(Project(form="ผด.02", name="ก่อสร้าง่ง่ั้ถนน 12 เมตร"), Project(form="ผด.02", name="ซ่อมถนน")),
)
OF_PLAN = Finding(code="TXT002", facts={"text": "ก่อสร้าง่ง่ั้ถนน 12 เมตร"}, path="projects[0].name")
OTHER = Finding(code="PLN002")


def _of_cell(text: str) -> Finding:
    return Finding(code="TXT002", facts={"text": text}, provenance=Provenance(page=3, table=0, row=2, col=1))


def test_the_finding_with_a_place_in_the_plan_stays_and_gets_the_cell() -> None:
    first, second = damage_told_once(PLAN, (_of_cell("ก่อสร้าง่ง่ั้ ถนน ๑๒"), OTHER, OF_PLAN))
    assert first == OTHER
    assert (second.path, second.provenance.page, second.provenance.col) == ("projects[0].name", 3, 1)


def test_damage_outside_the_plan_stays_told() -> None:
    cell = _of_cell("ตาราง่ง่ั้ประชากร")
    assert damage_told_once(PLAN, (cell, OF_PLAN)) == (cell, OF_PLAN)
    assert damage_told_once(PLAN, (cell, OTHER)) == (cell, OTHER)
