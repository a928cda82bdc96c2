"""The summary of a province: what is counted, what is missing, and how it is written."""

import io
from decimal import Decimal
from typing import Any

import openpyxl
from lxml import html

from outputs.province import (
    Book,
    Place,
    PlanFigures,
    Province,
    Share,
    Unreadable,
    render_page,
    render_workbook,
)
from outputs.province.counting import counted, submissions
from outputs.province.tables import Table, tables_of
from schemas.plan import Organization


def book(source: str, name: str = "ธารทิพย์", **fields: Any) -> Book:
    organization = Organization(type="เทศบาลตำบล", name=name, district="เมืองงาม", province="สมมุตินคร")
    figures = {
        "kind": "operation_plan",
        "organization": organization,
        "fiscal_year": 2566,
        "projects": 3,
        "baht": "1500.00",
        "shares": {
            "area": (
                Share(name="เศรษฐกิจ", projects=2, baht="1000.00"),
                Share(name="", projects=1, baht="500.00"),
            ),
            "program": (Share(name="แผนงานการศึกษา", projects=3, baht="1500.00"),),
            "strategy": (Share(name="การพัฒนา <คน>", projects=3, baht="1500.00"),),
        },
        "years": {"2566": "1500.00"},
        "findings": {"error": 1, "warning": 2, "note": 4},
        **fields,
    }
    return Book(source=source, figures=PlanFigures.model_validate(figures), fresh=f"{source}.docx")


PROVINCE = Province(
    books=(
        book("ก.docx"),
        book("ก.pdf"),
        book("ข.docx", name="ลำธาร", baht="700.00"),
        book("ข67.docx", name="ลำธาร", fiscal_year=2567),
        book("ไม่รู้.docx", fiscal_year=None),
        book("ไม่รู้2.docx", fiscal_year=None),
    ),
    unreadable=(Unreadable(source="เสีย.doc", code="DOC004", reason_th="ชำรุด", reason_en="damaged"),),
    expected=(
        Place(name="เทศบาลตำบลธารทิพย์"),
        Place(province="สมมุตินคร", district="ไกล", name="เทศบาลตำบลลำธาร"),
    ),
)


def table(key: str, province: Province = PROVINCE) -> Table:
    return next(one for one in tables_of(province, "th") if one.key == key)


def test_of_one_plan_in_several_files_the_first_is_counted() -> None:
    assert counted(PROVINCE.books) == {"ก.docx", "ข.docx", "ข67.docx", "ไม่รู้.docx", "ไม่รู้2.docx"}
    marks = {row[12]: row[11] for row in table("books").rows}
    assert marks["ก.docx"] == marks["ไม่รู้2.docx"] == "นับ"
    assert marks["ก.pdf"] == "ซ้ำกับเล่มอื่น ไม่นับ"


def test_editions_are_plans_of_their_own() -> None:
    books = (book("ก.docx"), book("ก2.docx", edition="เพิ่มเติม ครั้งที่ 1/2566"))
    assert len(counted(books)) == 2


def test_who_handed_in_what_and_who_did_not() -> None:
    rows = {row[1:3]: row[3:] for row in table("submissions").rows}
    assert table("submissions").headers[3:] == ("แผนการดำเนินงาน 2566", "แผนการดำเนินงาน 2567")
    assert rows["เมืองงาม", "เทศบาลตำบลธารทิพย์"] == (3, "ขาด")
    assert rows["เมืองงาม", "เทศบาลตำบลลำธาร"] == (3, 3)
    # Expected in another district than the one that handed in: another local government.
    assert rows["ไกล", "เทศบาลตำบลลำธาร"] == ("ขาด", "ขาด")
    assert submissions(PROVINCE, PROVINCE.books).missing() == 3


def test_the_overview_counts() -> None:
    assert dict(table("overview").rows) == {
        "หน่วยงาน (แห่ง)": 2,
        "หน่วยงานที่ต้องส่ง (แห่ง)": 2,
        "หน่วยงานที่ยังไม่ส่งเลย (แห่ง)": 1,
        "แผน (เล่ม)": 5,
        "แผนที่ซ้ำกัน ไม่นับ (เล่ม)": 1,
        "แผนที่ยังขาด (เล่ม)": 3,
        "ไฟล์ที่อ่านไม่ได้ (ไฟล์)": 1,
        "ข้อสังเกตที่ต้องตรวจ (ข้อ)": 15,
    }


def test_money_is_summed_by_area_apart_for_each_kind_of_plan() -> None:
    plan = book("พ.docx", name="ลำธาร", kind="development_plan", fiscal_year_end=2570)
    rows = table("by_area", Province(books=(book("ก.docx"), plan))).rows
    assert rows == (
        ("แผนการดำเนินงาน", "เศรษฐกิจ", 2, Decimal("1000.00")),
        ("แผนการดำเนินงาน", "(ไม่ระบุ)", 1, Decimal("500.00")),
        ("แผนพัฒนาท้องถิ่น", "เศรษฐกิจ", 2, Decimal("1000.00")),
        ("แผนพัฒนาท้องถิ่น", "(ไม่ระบุ)", 1, Decimal("500.00")),
    )


def test_the_money_of_a_book_stands_under_its_areas() -> None:
    areas = table("area_of_books")
    assert areas.headers[-2:] == ("เศรษฐกิจ", "(ไม่ระบุ)")
    assert areas.rows[0][-2:] == (Decimal("1000.00"), Decimal("500.00"))


def test_the_workbook_has_a_sheet_per_table_thai_digits_and_charts() -> None:
    sheets = openpyxl.load_workbook(io.BytesIO(render_workbook(PROVINCE)))
    assert sheets.sheetnames == [one.title for one in tables_of(PROVINCE, "th")]
    area = sheets["รวมตามด้าน"]
    assert (area["D2"].value, area["D2"].number_format) == (5000, "[$-D00041E]#,##0.00")
    assert len(area._charts) == 1
    assert sheets["การส่งแผน"]["D1"].value == "แผนการดำเนินงาน ๒๕๖๖"
    arabic = openpyxl.load_workbook(io.BytesIO(render_workbook(PROVINCE, "en", "arabic")))
    assert arabic["By area"]["D2"].number_format == "#,##0.00"
    assert render_workbook(PROVINCE) == render_workbook(PROVINCE)


def test_the_page_holds_all_tables_and_asks_for_nothing() -> None:
    content = render_page(PROVINCE)
    page = html.fromstring(content)
    assert len(page.findall(".//table")) == len(tables_of(PROVINCE, "th"))
    assert not page.xpath("//script | //link | //img | //@href | //@src")
    assert "การพัฒนา &lt;คน&gt;".encode() in content
    assert "๑,๐๐๐.๐๐".encode() in content
    assert b"1,000.00" in render_page(PROVINCE, "th", "arabic")
    assert page.xpath("//div[@class='bars']//span[@class='bar']/@style")[0] == "width:70.0%"


def test_a_summary_of_nothing_is_written() -> None:
    assert openpyxl.load_workbook(io.BytesIO(render_workbook(Province())))["ภาพรวม"]["B2"].value == 0
    assert b"<table>" in render_page(Province())
