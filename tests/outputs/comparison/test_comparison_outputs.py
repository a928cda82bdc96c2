"""What comparisons look like: text, JSON, HTML, workbook, table of changes, and tracked changes."""

import io
import json
import zipfile
from typing import Any

import openpyxl
import pytest
from lxml import etree

from outputs.comparison import Comparison, as_json, change_table, link_text, page, redline, text, workbook
from outputs.docx import BookStyle
from parsers.formats.docx import read
from parsers.records import read_plan
from parsers.thai import repair_document
from pipeline.compare import compare
from pipeline.link import link
from schemas.document import Source
from schemas.plan import Group, Heading, Organization, Plan, Project

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SOURCE = Source(name="plan.docx", sha256="0" * 64, format="docx", size_bytes=1)
LAO = Organization(type="องค์การบริหารส่วนตำบล", name="ธารทิพย์", district="ศรีสมมุติ", province="ตัวอย่าง")
MADE = "2026-01-31T09:00:00Z"


def project(number: int, name: str, strategy: str = "การพัฒนาด้านโครงสร้างพื้นฐาน", **fields: Any) -> Project:
    usual = {
        "details": "จำนวน 1 แห่ง",
        "location": "หมู่ที่ 1",
        "responsible_unit": "กองช่าง",
        "budget": "100000.00",
    }
    return Project(
        form="ผด.02",
        number=str(number),
        name=name,
        strategy=Heading(number="1", name=strategy),
        groups=(Group(label="ยุทธศาสตร์", number="1", name=strategy),),
        **{"months": (10, 11, 12), **usual, **fields},
    )


def plan(*projects: Project, **fields: Any) -> Plan:
    return Plan(
        kind="operation_plan", organization=LAO, fiscal_year=2567, projects=projects, source=SOURCE, **fields
    )


OLD = plan(
    project(1, "ก่อสร้างถนน คสล. หมู่ที่ 3", budget="245000.00"),
    project(2, "=SUM(A1) อบรมจราจรอาสา"),
    project(3, "ขุดลอกคลองบ้านโคกยาง"),
    project(4, "เบี้ยยังชีพผู้สูงอายุ", "การพัฒนาคน"),
)
NEW = plan(
    project(1, "ก่อสร้างถนน คสล. หมู่ที่ 3", budget="300000.00", months=(1, 2)),
    project(2, "ขุดลอกคลองบ้านโคกยาง", "การพัฒนาคน"),
    project(3, "เบี้ยยังชีพผู้สูงอายุ", "การพัฒนาคน"),
    project(4, "ปลูกต้นไม้ <ริมทาง> & สวน", "สิ่งแวดล้อม"),
    edition="แก้ไขครั้งที่ 1/2567",
)


@pytest.fixture
def comparison() -> Comparison:
    return compare(OLD, NEW)


def document_of(docx: bytes) -> Any:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def words_of(element: Any) -> str:
    return "".join(node.text or "" for node in element.iter(f"{W}t", f"{W}delText"))


def test_text_tells_all(comparison: Comparison) -> None:
    told = text.render(comparison)
    assert "ดำเนินการต่อ 3 โครงการ (ไม่เปลี่ยน 1) ใหม่ 1 โครงการ ยกเลิก 1 โครงการ" in told
    assert "งบประมาณ: 245,000 → 300,000" in told
    assert "ระยะเวลาดำเนินการ: ต.ค.-ธ.ค. → ม.ค.-ก.พ." in told
    assert "ยุทธศาสตร์: การพัฒนาด้านโครงสร้างพื้นฐาน → การพัฒนาคน" in told
    assert "Dropped projects (1)" in text.render(comparison, "en")


def test_text_of_a_project_without_money_tells_of_no_baht() -> None:
    told = text.render(
        compare(plan(*OLD.projects, project(5, "อบรมจริยธรรม", budget=None, budget_text="-")), OLD)
    )
    assert "  - อบรมจริยธรรม\n" in told
    told = text.render(compare(plan(), plan(project(1, "อบรม", budget=None, budget_text="ไม่ใช้งบประมาณ"))))
    assert "  - อบรม (ไม่ใช้งบประมาณ)\n" in told


def test_plans_that_do_not_belong_together_are_told() -> None:
    other = LAO.model_copy(update={"name": "ดงสน"})
    told = text.render(compare(OLD, OLD.model_copy(update={"organization": other, "fiscal_year": 2566})))
    assert "คนละหน่วยงาน (องค์การบริหารส่วนตำบลธารทิพย์ และ องค์การบริหารส่วนตำบลดงสน)" in told
    assert "อาจระบุไฟล์สลับลำดับ" in told
    assert "โปรดตรวจ" not in text.render(compare(OLD, NEW))


@pytest.mark.parametrize(("first_year", "is_told"), [(2561, True), (2566, False), (2568, True)])
def test_a_development_plan_of_other_years_is_told(first_year: int, is_told: bool) -> None:
    book = Plan(
        kind="development_plan", fiscal_year=first_year, fiscal_year_end=first_year + 4, source=SOURCE
    )
    linkage = link(OLD, book)
    for told in (link_text.render(linkage), page.render_link(linkage).decode()):
        assert (f"(พ.ศ. {first_year} - {first_year + 4}) ไม่มีปี 2567" in told) == is_told


def test_json_has_each_project_once(comparison: Comparison) -> None:
    told = json.loads(as_json.render(comparison))
    assert [entry["status"] for entry in told["projects"]] == [
        "continued",
        "dropped",
        "continued",
        "continued",
        "new",
    ]
    assert told["counts"]["moved"] == 1
    assert told["projects"][0]["new"]["budget"] == "300000.00"


def test_page_escapes_what_plans_say(comparison: Comparison) -> None:
    html = page.render(comparison).decode()
    assert "&lt;ริมทาง&gt; &amp; สวน" in html
    assert "<script" not in html
    assert html.count("<tr") == 2 + len(comparison.totals) + 1 + len(comparison.pairings)


def test_workbook_holds_text_and_figures(comparison: Comparison) -> None:
    data = workbook.render(comparison)
    assert data == workbook.render(comparison)
    summary, projects = openpyxl.load_workbook(io.BytesIO(data)).worksheets
    assert [cell.value for cell in summary[summary.max_row]][1:] == [4, 4, 545000, 600000, 55000]
    names = [row[2] for row in projects.iter_rows(min_row=2)]
    formula_like = next(cell for cell in names if str(cell.value).startswith("="))
    assert formula_like.data_type == "s"
    assert projects.max_row == 1 + len(comparison.pairings)


def test_rows_of_the_workbook_are_as_tall_as_their_texts(comparison: Comparison) -> None:
    summary, projects = openpyxl.load_workbook(io.BytesIO(workbook.render(comparison))).worksheets
    one_line_pt = summary.row_dimensions[2].height
    assert one_line_pt > 1.6 * 14, "a line of 14 points in the tallest Sarabun"
    changes = [str(row[3].value or "").count("\n") + 1 for row in projects.iter_rows(min_row=2)]
    heights_pt = [projects.row_dimensions[row].height for row in range(2, projects.max_row + 1)]
    lines = [height_pt // (one_line_pt - 2) for height_pt in heights_pt]
    assert all(tall >= count for tall, count in zip(lines, changes, strict=True))
    assert max(changes) > 1


def test_table_of_changes_for_the_announcement(comparison: Comparison) -> None:
    docx = change_table.render(comparison, OLD, NEW, BookStyle())
    assert docx == change_table.render(comparison, OLD, NEW, BookStyle())
    (table,) = document_of(docx).iter(f"{W}tbl")
    rows = [[words_of(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
    assert rows[0] == ["ที่", "ข้อความเดิม", "ข้อความใหม่", "เหตุผล"]
    assert "งบประมาณ: ๒๔๕,๐๐๐ บาท" in rows[1][1]
    assert "งบประมาณ: ๓๐๐,๐๐๐ บาท" in rows[1][2]
    assert [row[0] for row in rows[1:]] == ["๑", "๒", "๓", "๔"]
    assert rows[2][2] == "ยกเลิก"
    assert rows[3][3].startswith("ย้าย")
    assert rows[4][1] == "-"


def test_no_changes_are_told(comparison: Comparison) -> None:
    docx = change_table.render(compare(OLD, OLD), OLD, OLD, BookStyle())
    assert "ไม่มีการเปลี่ยนแปลง" in words_of(document_of(docx))


def resolved(docx: bytes, *, accepted: bool) -> bytes:
    """The file with all changes accepted or rejected, as Word does it."""
    root = document_of(docx)
    kept, gone = ("ins", "del") if accepted else ("del", "ins")
    for mark in list(root.iter(f"{W}{gone}")):
        parent = mark.getparent()
        if parent.tag == f"{W}trPr":
            row = parent.getparent()
            row.getparent().remove(row)
        elif parent.tag == f"{W}rPr":
            ended = parent.getparent().getparent()
            ended.getparent().remove(ended)
        else:
            parent.remove(mark)
    for mark in list(root.iter(f"{W}{kept}")):
        at = mark.getparent().index(mark)
        for run in reversed(list(mark)):
            mark.getparent().insert(at + 1, run)
        mark.getparent().remove(mark)
    for deleted in root.iter(f"{W}delText"):
        deleted.tag = f"{W}t"
    for table in list(root.iter(f"{W}tbl")):
        if all(row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")):
            table.getparent().remove(table)
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            after.writestr(name, etree.tostring(root) if name == "word/document.xml" else before.read(name))
    return buffer.getvalue()


@pytest.mark.parametrize(("accepted", "truth"), [(True, NEW), (False, OLD)])
def test_redline_reads_as_either_edition(comparison: Comparison, accepted: bool, truth: Plan) -> None:
    docx = resolved(redline.render(comparison, OLD, NEW, BookStyle(), MADE), accepted=accepted)
    found, _ = read_plan(repair_document(read(docx, SOURCE))[0])
    told = {
        (one.name, one.budget, one.months, one.strategy.name if one.strategy else None)
        for one in found.projects
    }
    assert told == {
        (one.name, one.budget, one.months, one.strategy and one.strategy.name) for one in truth.projects
    }
    assert found.edition == truth.edition


def test_redline_bears_author_time_and_numbers_of_its_own(comparison: Comparison) -> None:
    docx = redline.render(comparison, OLD, NEW, BookStyle(), MADE)
    assert docx == redline.render(comparison, OLD, NEW, BookStyle(), MADE)
    marks = list(document_of(docx).iter(f"{W}ins", f"{W}del"))
    assert {mark.get(f"{W}author") for mark in marks} == {"phaen"}
    assert {mark.get(f"{W}date") for mark in marks} == {MADE}
    numbers = [mark.get(f"{W}id") for mark in marks]
    assert len(set(numbers)) == len(numbers)


def test_redline_divides_no_number_and_no_letter_from_its_marks(comparison: Comparison) -> None:
    root = document_of(redline.render(comparison, OLD, NEW, BookStyle(), MADE))
    changed = [words_of(mark) for mark in root.iter(f"{W}ins", f"{W}del") if words_of(mark)]
    assert {"๒๔๕,๐๐๐ ", "๓๐๐,๐๐๐"} <= set(changed), "a space keeps the two numbers apart"
    assert not any(
        each[0] == "\u0e31" or "\u0e34" <= each[0] <= "\u0e3a" or "\u0e47" <= each[0] <= "\u0e4e"
        for each in changed
    )


def test_links_for_people_and_programs() -> None:
    book = Plan(
        kind="development_plan",
        fiscal_year=2566,
        fiscal_year_end=2570,
        projects=(
            Project(form="ผ.02", number="7", name="ก่อสร้างถนน คสล. หมู่ที่ 3", budgets={"2567": "200000.00"}),
        ),
        source=SOURCE,
    )
    linkage = link(OLD, book)
    told = link_text.render(linkage)
    assert "เกินวงเงิน 1 โครงการ" in told
    assert "วงเงินในแผนพัฒนา (บาท): 200,000 เกิน (บาท): 45,000" in told
    assert "ลำดับที่ 7" in told
    assert json.loads(as_json.render_link(linkage))["projects"][0]["verdict"] == "above"
    (sheet,) = openpyxl.load_workbook(io.BytesIO(workbook.render_link(linkage))).worksheets
    assert "      ไม่ระบุยุทธศาสตร์ ลำดับที่ 7" in told
    assert [cell.value for cell in sheet[2]][3:7] == [245000, "เกินวงเงิน", 200000, 45000]
    assert "ไม่พบที่มา" in page.render_link(linkage).decode()
