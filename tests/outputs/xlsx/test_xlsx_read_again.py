"""A fresh workbook, read again, is the same plan: read(render(plan)) == plan."""

import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.styles import PatternFill

from bench.accuracy import drawn_plan
from outputs.docx import BookStyle
from schemas.document import Source
from schemas.plan import Group, Heading, NarrativeSection, Organization, Plan, Point, Project, ResponsibleUnit

SAMPLES = sorted((Path(__file__).parents[3] / "samples").glob("*.truth.json"))
SEEDS = range(52_001, 52_021)
HEADINGS = (
    Group(label="ยุทธศาสตร์จังหวัด", number="ก", name="สังคมเป็นสุข"),
    Group(label="ยุทธศาสตร์", number="2", name="การพัฒนาด้านโครงสร้างพื้นฐาน"),
    Group(label="กลยุทธ์", number="2.1", name="พัฒนาเส้นทางคมนาคม"),
    Group(label="แผนงาน", number="2.1.1", name="อุตสาหกรรมและการโยธา"),
)

SECTIONS = (
    NarrativeSection(title="คำชี้แจง", level=1, paragraphs=("แผนนี้ใช้ในปี 2566",)),
    NarrativeSection(title="ที่มา", level=2),
    NarrativeSection(title="ข้อมูลหมู่บ้าน", level=3, paragraphs=("มี 12 หมู่บ้าน", "=ราษฎร 4,520 คน")),
    NarrativeSection(title="ยุทธศาสตร์ที่ 1 การพัฒนาคน", level=1, paragraphs=("แผนงานการศึกษา",)),
)


def project(**fields: Any) -> Project:
    """A project of an operation plan under four headings."""
    usual: dict[str, Any] = {
        "form": "ผด.02",
        "strategy": Heading(number="2", name="การพัฒนาด้านโครงสร้างพื้นฐาน"),
        "tactic": Heading(number="2.1", name="พัฒนาเส้นทางคมนาคม"),
        "groups": HEADINGS,
        "program": "แผนงานอุตสาหกรรมและการโยธา",
        "name": "ก่อสร้างถนนคอนกรีตเสริมเหล็ก",
        "details": "กว้าง 4 เมตร ยาว 250.5 เมตร",
        "location": "หมู่ที่ 3",
        "responsible_unit": "กองช่าง",
        "responsible_units": (ResponsibleUnit(unit="กองช่าง"),),
        "months": (10, 11, 3),
    }
    return Project(**{**usual, **fields})


def operation_plan(*projects: Project, **fields: Any) -> Plan:
    """A plan of those projects, numbered through."""
    numbered = tuple(
        each if each.number else each.model_copy(update={"number": str(index)})
        for index, each in enumerate(projects, start=1)
    )
    usual: dict[str, Any] = {
        "kind": "operation_plan",
        "organization": Organization(
            type="องค์การบริหารส่วนตำบล", name="ธารทิพย์", district="ศรีสมมุติ", province="ตัวอย่าง"
        ),
        "fiscal_year": 2566,
        "fiscal_year_end": 2566,
        "projects": numbered,
        "source": Source(name="old.docx", sha256="0" * 64, format="docx", size_bytes=1),
    }
    return Plan(**{**usual, **fields})


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name.split(".")[0])
def test_sample(path: Path, read_again, content) -> None:
    plan = Plan.model_validate_json(path.read_bytes())
    again = read_again(plan)
    assert content(again.plan) == content(plan)
    assert again.plan.source.format == "xlsx"
    doubts = [finding.code for finding in again.findings if finding.code[:3] in ("TXT", "TBL", "REC", "VAL")]
    assert doubts == []


@pytest.mark.parametrize("seed", SEEDS)
def test_generated_plan(seed: int, read_again, content) -> None:
    plan = drawn_plan(seed).truth
    again = read_again(plan)
    assert content(again.plan) == content(plan)
    # The sums that the workbook prints are those of its rows.
    assert "PLN004" not in [finding.code for finding in again.findings]


def test_all_kinds_of_money(read_again, content) -> None:
    plan = operation_plan(
        project(budget="999999999999.99"),
        project(budget="238613.38", fund_source="งบ อบต., เงินสะสม"),
        project(budget="0.00"),
        project(budget_text="-"),
        project(budget_text="ไม่ใช้งบประมาณ", months=()),
        project(months=()),
        project(budget="99999999999999999.00"),
    )
    assert content(read_again(plan).plan) == content(plan)


def test_columns_that_few_plans_have(read_again, content) -> None:
    plan = operation_plan(
        project(budget="1000.00", finish_month=3, procurement_method="เฉพาะเจาะจง"),
        project(budget="2000.00", objective="เพื่อการสัญจร", target="1 สาย", kpi="ร้อยละ 80"),
        edition="แก้ไขครั้งที่ 2/2566",
    )
    assert content(read_again(plan).plan) == content(plan)


@pytest.mark.parametrize(
    "text", ["=1+2", "+66 1234", "-ลูกรัง", "@SUM(A1)", '=HYPERLINK("http://x")', "_x0041_"]
)
def test_text_that_looks_like_a_formula(text: str, read_again, content) -> None:
    plan = operation_plan(project(budget="1000.00", details=text), project(budget="2000.00"))
    assert content(read_again(plan).plan) == content(plan)


def test_points_under_one_number(read_again, content) -> None:
    points = tuple(
        Point(
            target=f"จุดที่ {index} ถนนยาว {index}00 เมตร",
            budgets={str(2565 + index): f"{index}00000.50"},
            expected_result="การสัญจรสะดวก",
            responsible_unit="กองช่าง",
        )
        for index in (1, 2, 3)
    )
    pointed = project(
        form="ผ.02",
        details=None,
        location=None,
        months=(),
        objective="เพื่อการสัญจร",
        target=" ".join(point.target or "" for point in points),
        budgets={"2566": "100000.50", "2567": "200000.50", "2568": "300000.50"},
        expected_result="การสัญจรสะดวก",
        points=points,
    )
    plain = pointed.model_copy(
        update={"points": (), "target": "1 สาย", "budgets": {"2567": "0.00"}, "number": None}
    )
    plan = operation_plan(pointed, plain, kind="development_plan", fiscal_year_end=2568)
    assert content(read_again(plan).plan) == content(plan)


def test_text_of_several_levels(read_again, content) -> None:
    plan = operation_plan(project(budget="1000.00"), narrative=SECTIONS)
    assert content(read_again(plan).plan) == content(plan)


@pytest.mark.parametrize("numerals", ["thai-text", "arabic"])
def test_other_numerals(numerals: str, read_again, content) -> None:
    plan = drawn_plan(SEEDS[0]).truth
    again = read_again(plan, BookStyle().model_copy(update={"numerals": numerals}))
    assert content(again.plan) == content(plan)


def test_workbook_saved_by_libreoffice(read_again, content, recalculated, rendered) -> None:
    plan = drawn_plan(SEEDS[1]).truth.model_copy(update={"narrative": SECTIONS})
    assert content(read_again(recalculated(rendered(plan))).plan) == content(plan)


def test_what_an_officer_changes_in_the_workbook(read_again, content, rendered) -> None:
    """Another amount, one month more and one less, one project struck out, saved without any computed value."""
    plan = operation_plan(*(project(budget=f"{index}000.00") for index in (1, 2, 3)))
    book = load_workbook(io.BytesIO(rendered(plan)))
    sheet = book["ผด.๐๒"]
    place = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value is not None}
    first = place["โครงการ"].row + 2 + len(HEADINGS)
    sheet.cell(first, place["งบประมาณ (บาท)"].column).value = 1500.25
    sheet.cell(first, place["ธ.ค."].column).value = "/"
    november = sheet.cell(first, place["พ.ย."].column)
    november.value, november.fill = None, PatternFill()
    sheet.delete_rows(first + 1)
    saved = io.BytesIO()
    book.save(saved)
    again = read_again(saved.getvalue()).plan
    changed = plan.projects[0].model_copy(update={"budget": "1500.25", "months": (10, 12, 3)})
    kept = plan.model_copy(update={"projects": (changed, plan.projects[2])})
    assert content(again) == content(kept)
