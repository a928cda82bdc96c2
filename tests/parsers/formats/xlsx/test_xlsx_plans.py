"""Operation plans typed into Excel, read through all rooms, against the truth that they were typed from."""

import os
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from parsers.formats import docx
from pipeline.extract import extract_file
from schemas.document import Source
from schemas.plan import Plan
from tests.parsers.formats.xlsx.document_workbooks import document_workbook
from tests.parsers.formats.xlsx.plan_workbooks import MONTH_NAMES, Manner, operation_workbook

SAMPLES = Path(__file__).parents[4] / "samples"
MANNERS = {
    "ruled": Manner(),
    "without rules": Manner(ruled=False),
    "without rules and blank rows": Manner(ruled=False, blank_rows=False),
    "headings typed into the first column": Manner(merged=False),
    "all in one sheet": Manner(sheet_per_form=False, blank_rows=False),
    "arrows only, names over two rows": Manner(wrapped_into_rows=True, marks=("arrow",)),
}


def truth_of(sample: str) -> Plan:
    return Plan.model_validate_json((SAMPLES / f"{sample}.truth.json").read_bytes())


def content(plan: Plan) -> dict[str, Any]:
    """What a plan says of its projects; the edition and fund sources are not typed into these workbooks."""
    left_out = {"source": True, "confidence": True, "fund_source": True}
    return plan.model_dump(
        exclude={"source": True, "declared_totals": True, "edition": True, "projects": {"__all__": left_out}}
    )


@pytest.mark.parametrize("sample", ["operation-arrows", "operation-mixed"])
@pytest.mark.parametrize("manner", MANNERS.values(), ids=MANNERS.keys())
def test_every_field_of_a_workbook(sample, manner, tmp_path):
    truth = truth_of(sample)
    path = tmp_path / "plan.xlsx"
    path.write_bytes(operation_workbook(truth, manner))
    extraction = extract_file(path)
    assert extraction.plan.source.format == "xlsx"
    assert content(extraction.plan) == content(truth)
    assert not [finding for finding in extraction.findings if finding.code.startswith(("TBL", "REC"))]


def test_an_old_workbook(convert, tmp_path):
    truth = truth_of("operation-arrows")
    path = tmp_path / "plan.xls"
    try:
        path.write_bytes(convert(operation_workbook(truth, Manner()), ".xlsx", ".xls"))
    except FileNotFoundError:
        pytest.skip("this LibreOffice has no Calc")
    extraction = extract_file(path, os.environ)
    assert extraction.plan.source.format == "xls"
    assert content(extraction.plan) == content(truth)


@pytest.mark.parametrize("ruled", [True, False], ids=["with rules", "without rules"])
@pytest.mark.parametrize("sample", sorted(path.stem for path in SAMPLES.glob("*.docx")))
def test_a_sample_copied_into_excel(sample, ruled, tmp_path):
    original = SAMPLES / f"{sample}.docx"
    data = original.read_bytes()
    source = Source(name=original.name, sha256="0" * 64, format="docx", size_bytes=len(data))
    path = tmp_path / "plan.xlsx"
    path.write_bytes(document_workbook(docx.read(data, source), ruled=ruled))
    plans = [extract_file(file).plan for file in (path, original)]
    left_out = {"projects": {"__all__": {"source", "confidence"}}, "declared_totals": {"__all__": {"source"}}}
    mine, wanted = (
        plan.model_dump(exclude={"source": True, "narrative": True, **left_out}) for plan in plans
    )
    assert mine["projects"]
    assert mine == wanted


def test_tables_of_different_columns_in_one_sheet(tmp_path):
    book = Workbook()
    rows = [
        ["บัญชีสรุปจำนวนโครงการพัฒนาท้องถิ่น กิจกรรมและงบประมาณ"],
        ["ยุทธศาสตร์/แผนงาน", "จำนวนโครงการที่ดำเนินการ", "คิดเป็นร้อยละของโครงการทั้งหมด", "จำนวนงบประมาณ",
         "คิดเป็นร้อยละของงบประมาณทั้งหมด", "หน่วยงานรับผิดชอบหลัก"],
        ["แผนงานการศึกษา", 1, "50.00", 5000, "5.00", "กองการศึกษา"],
        [],
        ["แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2566"],
        ["1. แผนงานการศึกษา"],
        ["ที่", "โครงการ", "รายละเอียดของกิจกรรม", "งบประมาณ (บาท)", "สถานที่ดำเนินการ", "หน่วยงานรับผิดชอบหลัก",
         *MONTH_NAMES],
        [1, "จัดงานวันเด็ก", "จัดกิจกรรม 1 ครั้ง", 5000, "อบต.", "กองการศึกษา", None, None, None, "✓"],
        [],
        ["บัญชีจำนวนครุภัณฑ์สำหรับที่ไม่ได้ดำเนินการตามโครงการพัฒนาท้องถิ่น"],
        ["2. แผนงานการเกษตร"],
        ["ที่", "ครุภัณฑ์", "งบประมาณ (บาท)", "หน่วยงานรับผิดชอบหลัก", *MONTH_NAMES],
        [1, "เครื่องสูบน้ำ", 95000, "สำนักปลัด", "✓", "✓"],
    ]  # fmt: skip
    for row in rows:
        book.active.append(row)
    path = tmp_path / "plan.xlsx"
    book.save(path)
    plan = extract_file(path).plan
    assert [(p.form, p.program, p.name, p.budget, p.months) for p in plan.projects] == [
        ("ผด.02", "แผนงานการศึกษา", "จัดงานวันเด็ก", "5000.00", (1,)),
        ("ผด.02/1", "แผนงานการเกษตร", "เครื่องสูบน้ำ", "95000.00", (10, 11)),
    ]
