"""Which texts a book holds: the plan's own sections, and the standard ones that it lacks."""

from typing import Any

import pytest

from outputs.docx.arrangement import Arrangement, OwnText, Piece, arrangement
from outputs.docx.own_years import with_plan_year
from outputs.docx.style import NarrativePolicy
from schemas.plan import NarrativeSection, Plan


def section(title: str, level: int = 1, *paragraphs: str) -> NarrativeSection:
    return NarrativeSection(title=title, level=level, paragraphs=paragraphs)


def shown(pieces: tuple[Piece, ...]) -> list[str]:
    return [
        " ".join(part for part in (f"<{piece.key}>", piece.part, piece.number) if part)
        if isinstance(piece, OwnText)
        else piece.title
        for piece in pieces
    ]


def arranged(plan: Plan, policy: NarrativePolicy, *sections: NarrativeSection) -> Arrangement:
    return arrangement(plan.model_copy(update={"narrative": sections}), policy)


@pytest.mark.parametrize("policy", ["auto", "template"])
def test_a_plan_without_narrative_gets_all_standard_sections(
    operation_plan: Plan, policy: NarrativePolicy
) -> None:
    order = arranged(operation_plan, policy)
    assert shown(order.front) == ["<announcement>", "<foreword>"]
    assert shown(order.before) == [
        "<part_one> ส่วนที่ 1", "<preamble> 1.1", "<objectives> 1.2", "<steps> 1.3", "<benefits> 1.4"
    ]  # fmt: skip
    assert order.tables == OwnText("tables", part="ส่วนที่ 2")
    assert order.after == ()


def test_own_sections_stay_and_only_what_lacks_is_added(operation_plan: Plan) -> None:
    order = arranged(
        operation_plan,
        "auto",
        section("ประกาศเทศบาลตำบลตัวอย่าง"),
        section("เรื่อง ประกาศใช้แผน", 2, "ด้วย"),
        section("ส่วนที่ 1 บทนำ", 1, "ความนำ"),
        section("1.1 วัตถุประสงค์", 2, "เพื่อ"),
        section("1.2 ประโยชน์", 2, "ได้"),
        section("ส่วนที่ 2 สภาพทั่วไป", 1, "ที่ตั้ง"),
    )
    assert shown(order.front) == ["ประกาศเทศบาลตำบลตัวอย่าง", "เรื่อง ประกาศใช้แผน", "<foreword>"]
    assert shown(order.before) == [
        "ส่วนที่ 1 บทนำ", "1.1 วัตถุประสงค์", "1.2 ประโยชน์", "<steps> 1.3", "ส่วนที่ 2 สภาพทั่วไป"
    ]  # fmt: skip
    assert order.tables == OwnText("tables", part="ส่วนที่ 3")


def test_a_title_of_ours_over_sections_of_the_source_is_another(operation_plan: Plan) -> None:
    order = arranged(operation_plan, "auto", section("หลักการและเหตุผล", 1, "ก"), section("วัตถุประสงค์", 2, "ข"))
    assert shown(order.before) == [
        "<part_one_over_own> ส่วนที่ 1", "<steps> 1.1", "<benefits> 1.2", "หลักการและเหตุผล", "วัตถุประสงค์"
    ]  # fmt: skip


def test_keep_adds_nothing_but_the_page_before_the_tables(operation_plan: Plan) -> None:
    order = arranged(operation_plan, "keep", section("คำนำ", 1, "ก"), section("บทที่ 1 บทนำ", 1, "ข"))
    assert (shown(order.front), shown(order.before)) == (["คำนำ"], ["บทที่ 1 บทนำ"])
    assert order.tables == OwnText("tables", part="บทที่ 2")
    assert arranged(operation_plan, "keep").tables == OwnText("tables")


def test_tables_stand_where_the_source_has_them(development_plan: Plan) -> None:
    parts = [section(f"ส่วนที่ {number} ข้อมูล", 1, "ก") for number in (1, 2, 4)]
    order = arranged(development_plan, "keep", *parts)
    assert (shown(order.before), shown(order.after)) == (["ส่วนที่ 1 ข้อมูล", "ส่วนที่ 2 ข้อมูล"], ["ส่วนที่ 4 ข้อมูล"])
    assert order.tables == OwnText("tables", part="ส่วนที่ 3")

    named = [parts[0], section("ส่วนที่ 2 บัญชีโครงการ"), section("หมายเหตุ", 2), section("ส่วนที่ 3 ติดตาม")]
    order = arranged(development_plan, "keep", *named)
    assert shown(order.before) == ["ส่วนที่ 1 ข้อมูล", "ส่วนที่ 2 บัญชีโครงการ", "หมายเหตุ"]
    assert order.tables is None

    order = arranged(development_plan, "keep", parts[0], section("ภาคผนวก ก"))
    assert (shown(order.before), shown(order.after)) == (["ส่วนที่ 1 ข้อมูล"], ["ภาคผนวก ก"])


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2565 นี้", "แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2566 นี้"),
        ("ดำเนินการในปีงบประมาณ พ.ศ.2565", "ดำเนินการในปีงบประมาณ พ.ศ.2566"),
        ("งบประมาณรายจ่ายประจำปี 2565", "งบประมาณรายจ่ายประจำปี 2566"),
        ("ระเบียบกระทรวงมหาดไทย พ.ศ. 2565", "ระเบียบกระทรวงมหาดไทย พ.ศ. 2565"),
        ("ประจำปีงบประมาณ พ.ศ. 2564", "ประจำปีงบประมาณ พ.ศ. 2564"),
        ("แผนพัฒนาท้องถิ่น (พ.ศ. 2565 - 2569)", "แผนพัฒนาท้องถิ่น (พ.ศ. 2565 - 2569)"),
    ],
)
def test_last_years_plan_year_is_put_right(operation_plan: Plan, text: str, written: str) -> None:
    named = "แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2565"
    plan = operation_plan.model_copy(update={"narrative": (section("บทนำ", 1, named, text),)})
    assert with_plan_year(plan)[0].paragraphs[1] == written


def test_a_narrative_that_names_the_plans_year_stays(operation_plan: Plan, development_plan: Plan) -> None:
    texts = ("แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2566", "ผลงานของแผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2565")
    changes: dict[str, Any] = {"narrative": (section("บทนำ", 1, *texts),)}
    for plan in (operation_plan, development_plan):
        own = plan.model_copy(update=changes)
        assert with_plan_year(own) == own.narrative
