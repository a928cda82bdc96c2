"""Titles that name another year or government than the plan."""

import pytest

from parsers.records.context import Context
from parsers.records.contradictions import contradictions
from parsers.records.gathered import Gathered
from parsers.tables.walk import Line
from schemas.document import Provenance
from schemas.plan import Organization

OWN = Organization(type="เทศบาลตำบล", name="ธารทิพย์")
OPERATION = Context("operation_plan", OWN, 2566, 2566, None)
DEVELOPMENT = Context("development_plan", OWN, 2566, 2570, None)


def _told(context: Context, *titles: str) -> list[tuple[str, dict[str, object]]]:
    lines = [Line(title, Provenance(page=2, table=index)) for index, title in enumerate(titles)]
    return [(found.code, dict(found.facts)) for found in contradictions(Gathered(titles=lines), context)]


def test_another_year_in_titles_is_told_once_with_both() -> None:
    title = "แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๕"
    assert _told(OPERATION, title, title) == [("PLN046", {"title": "2565", "plan": "2566", "proposal": 2565})]


def test_another_span_in_a_development_plans_title_is_told() -> None:
    told = _told(DEVELOPMENT, "แผนพัฒนาท้องถิ่น (พ.ศ. 2561 - 2565)")
    assert told == [("PLN046", {"title": "2561-2565", "plan": "2566-2570", "proposal": 2561})]


@pytest.mark.parametrize(
    ("title", "code"), [("เทศบาลตำบลธารทิพ อำเภอเมือง", "PLN044"), ("เทศบาลตำบลดอนแก้ว", "PLN045")]
)
def test_another_name_in_titles_is_told_with_how_often(title: str, code: str) -> None:
    ((found, facts),) = _told(OPERATION, title, "เทศบาลตำบลธารทิพย์", title)
    assert (found, facts["count"], facts["own"]) == (code, 2, "เทศบาลตำบลธารทิพย์")


@pytest.mark.parametrize(
    "title",
    [
        "แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2566",
        "แผนการดำเนินงาน พ.ศ. 2566 แก้ไขครั้งที่ 2/2567",
        "ตามแผนพัฒนาท้องถิ่น (พ.ศ. 2561 - 2565)",
        "เทศบาลตำบล ธารทิพย์",
        "องค์การบริหารส่วนตำบลดอนแก้ว",
        "ยุทธศาสตร์ที่ 1 การพัฒนาคน",
    ],
)
def test_right_titles_are_silent(title: str) -> None:
    assert _told(OPERATION, title) == []
