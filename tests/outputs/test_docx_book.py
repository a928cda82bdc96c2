"""The Word book: its package, sections, titles and headings."""

import io
import re
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from lxml import etree

from outputs.docx import BookStyle, render
from outputs.docx.headings import heading_line, headings_to_print
from outputs.docx.titles import plan_line
from schemas.plan import Group, Plan

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BodyOf = Callable[[Plan], Any]


def paragraphs(body: Any) -> list[tuple[str, str]]:
    """Style and text of the paragraphs outside tables."""
    return [
        (p.find(f"{W}pPr/{W}pStyle").get(f"{W}val"), "".join(t.text for t in p.iter(f"{W}t")))
        for p in body.findall(f"{W}p")
    ]


def test_equal_plans_give_equal_bytes(operation_plan: Plan) -> None:
    again = Plan.model_validate_json(operation_plan.model_dump_json())
    assert render(operation_plan, BookStyle()) == render(again, BookStyle())


def test_every_part_is_well_formed_and_python_docx_opens_it(operation_plan: Plan) -> None:
    book = render(operation_plan, BookStyle(font="TH Sarabun New"))
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        for name in (each for each in archive.namelist() if not each.endswith(".png")):
            etree.fromstring(archive.read(name))
    opened = docx.Document(io.BytesIO(book))
    assert [len(table.rows) for table in opened.tables] == [14, 17, 17, 16, 4]
    assert opened.core_properties.language == "th-TH"
    assert opened.core_properties.title.startswith("แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖")
    assert 'w:cs="TH Sarabun New"' in opened.styles.element.xml


def test_every_style_that_is_used_exists(operation_plan: Plan, development_plan: Plan) -> None:
    for plan in (operation_plan, development_plan):
        opened = docx.Document(io.BytesIO(render(plan, BookStyle())))
        known = {style.style_id for style in opened.styles}
        used = re.findall(r'<w:(?:pStyle|tblStyle) w:val="([^"]+)"', opened.element.xml)
        assert set(used) <= known


def test_text_is_upright_and_tables_lie(operation_plan: Plan) -> None:
    sections = docx.Document(io.BytesIO(render(operation_plan, BookStyle()))).sections
    cover, front, text, lying = sections
    for upright in (cover, front, text):
        assert upright.page_height > upright.page_width
        assert round(upright.left_margin.mm) == 30
        assert round(upright.right_margin.mm) == 20
    assert lying.page_width > lying.page_height
    numbers = [section._sectPr.find(f"{W}pgNumType") for section in sections]
    assert [each.get(f"{W}fmt") for each in numbers] == ["thaiNumbers", "thaiLetters", *["thaiNumbers"] * 2]
    assert [each.get(f"{W}start") for each in numbers] == [None, "1", "1", None]


def test_arabic_digits_stand_in_latin_codes_only(
    operation_plan: Plan, development_plan: Plan, body_of: BodyOf
) -> None:
    for plan in (operation_plan, development_plan):
        for text in body_of(plan).iter(f"{W}t"):
            left = text.text.replace("COVID-19", "").replace("Windows 11", "")
            assert not re.search("[0-9]", left)


def test_title_lines_stand_at_each_strategy_and_form(operation_plan: Plan, body_of: BodyOf) -> None:
    styles = ("FormLabel", "FormTitle", "PlanTitle", "StrategyHeading", "ProgramHeading")
    lines = [line for line in paragraphs(body_of(operation_plan)) if line[0] in styles]
    titles = [
        ("PlanTitle", "แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ (แก้ไขครั้งที่ ๒/๒๕๖๖)"),
        ("PlanTitle", "องค์การบริหารส่วนตำบลธารทิพย์ อำเภอศรีสมมุติ จังหวัดตัวอย่าง"),
    ]
    assert lines[:10] == [
        ("FormLabel", "แบบ ผด.๐๑"),
        ("FormTitle", "บัญชีสรุปจำนวนโครงการพัฒนาท้องถิ่น กิจกรรมและงบประมาณ"),
        *titles,
        ("FormLabel", "แบบ ผด.๐๒"),
        ("FormTitle", "บัญชีจำนวนโครงการพัฒนาท้องถิ่น กิจกรรมและงบประมาณ"),
        *titles,
        ("StrategyHeading", "ยุทธศาสตร์ที่ ๑ การพัฒนาด้านโครงสร้างพื้นฐาน"),
        ("ProgramHeading", "๑.๑ แผนงานอุตสาหกรรมและการโยธา"),
    ]
    labels = [text for style, text in lines if style == "FormLabel"]
    assert labels == ["แบบ ผด.๐๑"] + ["แบบ ผด.๐๒"] * 3 + ["แบบ ผด.๐๒/๑"]


@pytest.mark.parametrize(
    ("first", "last", "line"),
    [
        (2558, 2560, "แผนพัฒนาสามปี (พ.ศ. 2558 – 2560)"),
        (2561, 2564, "แผนพัฒนาท้องถิ่นสี่ปี (พ.ศ. 2561 – 2564)"),
        (2566, 2570, "แผนพัฒนาท้องถิ่น (พ.ศ. 2566 – 2570)"),
        (2566, None, "แผนพัฒนาท้องถิ่น (พ.ศ. 2566)"),
        (None, None, "แผนพัฒนาท้องถิ่น"),
    ],
)
def test_name_of_a_development_plan(
    development_plan: Plan, first: int | None, last: int | None, line: str
) -> None:
    plan = development_plan.model_copy(update={"fiscal_year": first, "fiscal_year_end": last})
    assert plan_line(plan) == line


@pytest.mark.parametrize(
    ("label", "number", "name", "line"),
    [
        ("ยุทธศาสตร์", "1", "การพัฒนา", "ยุทธศาสตร์ที่ 1 การพัฒนา"),
        ("ยุทธศาสตร์", None, "การพัฒนา", "ยุทธศาสตร์ การพัฒนา"),
        ("แผนงาน", "1", "การศึกษา", "1. แผนงานการศึกษา"),
        ("แผนงาน", "1.1", "การศึกษา", "1.1 แผนงานการศึกษา"),
        ("แผนงาน", None, "การศึกษา", "แผนงานการศึกษา"),
        ("ยุทธศาสตร์จังหวัด", "ก", "เกษตร", "ก. ยุทธศาสตร์จังหวัด เกษตร"),
        ("ยุทธศาสตร์จังหวัด", None, "เกษตร", "ยุทธศาสตร์จังหวัด เกษตร"),
        ("ประเภทครุภัณฑ์", None, "ครุภัณฑ์สำนักงาน", "ประเภทครุภัณฑ์ ครุภัณฑ์สำนักงาน"),
        ("ด้าน", "2", "สังคม", "ด้านที่ 2 สังคม"),
        ("ยุทธศาสตร์", "ก", "การพัฒนาคน", "ก. ยุทธศาสตร์ การพัฒนาคน"),
    ],
)
def test_heading_line(label: str, number: str | None, name: str, line: str) -> None:
    assert heading_line(Group(label=label, number=number, name=name)) == line


def test_only_changed_headings_are_printed_unless_one_would_stay_in_force() -> None:
    strategy, tactic, other_tactic, program, other_program = (
        Group(label=label, name=name)
        for label, name in (
            ("ยุทธศาสตร์", "ก"), ("กลยุทธ์", "ข"), ("กลยุทธ์", "ค"), ("แผนงาน", "ง"), ("แผนงาน", "จ")
        )
    )  # fmt: skip
    full = (strategy, tactic, program)
    assert headings_to_print(full, (strategy, tactic, other_program)) == (other_program,)
    assert headings_to_print(full, (strategy, other_tactic, program)) == (other_tactic, program)
    assert headings_to_print(full, (strategy, other_program)) == (strategy, other_program)
    assert headings_to_print(full, (strategy, tactic)) == (strategy, tactic)
    assert headings_to_print((strategy,), full) == (tactic, program)


def test_a_plan_without_projects_is_no_blank_book(operation_plan: Plan, body_of: BodyOf) -> None:
    empty = operation_plan.model_copy(update={"projects": (), "narrative": ()})
    body = body_of(empty)
    headings = [text for style, text in paragraphs(body) if style in ("PartHeading", "Heading2")]
    assert headings == [
        "คำนำ", "ส่วนที่ ๑ บทนำ", "๑.๑ หลักการและเหตุผล", "๑.๒ วัตถุประสงค์ของแผนการดำเนินงาน",
        "๑.๓ ขั้นตอนการจัดทำแผนการดำเนินงาน", "๑.๔ ประโยชน์ของแผนการดำเนินงาน",
    ]  # fmt: skip
    assert not list(body.iter(f"{W}tbl"))


def test_control_characters_and_markup_in_text(operation_plan: Plan, body_of: BodyOf) -> None:
    project = operation_plan.projects[0].model_copy(update={"name": "ถนน\x0b<สาย> & \x00\ufffe\ud800ก"})
    body = body_of(operation_plan.model_copy(update={"projects": (project,)}))
    assert "ถนน<สาย> & ก" in [t.text for t in body.iter(f"{W}t")]
