"""The plan file, its schema, the PDF's way, and the texts for people."""

import json

from outputs import plan_json
from outputs.report import summary
from schemas.findings import Finding
from schemas.plan import Plan


def test_the_plan_file_is_the_plan(operation_plan: Plan) -> None:
    written = plan_json.render(operation_plan)
    assert Plan.model_validate_json(written) == operation_plan
    assert written.endswith(b"}\n")
    assert "ก่อสร้างถนน".encode() in written
    assert written.startswith(b'{\n  "schema_version": "1"')


def test_the_schema_names_every_key_of_the_plan_file(operation_plan: Plan) -> None:
    schema = json.loads(plan_json.schema())
    assert set(schema["properties"]) == set(json.loads(plan_json.render(operation_plan)))
    assert schema["$schema"].endswith("2020-12/schema")
    assert "Project" in schema["$defs"]


def test_summary_in_thai(operation_plan: Plan) -> None:
    findings = (Finding(code="PLN001"), Finding(code="PLN005", facts={"project": "ก"}))
    lines = summary(operation_plan, findings, "th").split("\n")
    assert lines[0].startswith("แผนการดำเนินงาน แก้ไขครั้งที่ 2/2566 องค์การบริหารส่วนตำบลธารทิพย์")
    assert lines[1] == "ปีงบประมาณ พ.ศ. 2566"
    assert [line.split() for line in lines[2:5]] == [
        ["ผด.02", "40", "รายการ", f"{_money(operation_plan, 'ผด.02')}", "บาท"],
        ["ผด.02/1", "1", "รายการ", "44,000.00", "บาท"],
        ["รวม", "41", "รายการ", f"{_money(operation_plan)}", "บาท"],
    ]
    assert lines[5] == "สิ่งที่พบ: ต้องแก้ 0 ควรตรวจ 1 หมายเหตุ 1"


def _money(plan: Plan, form: str | None = None) -> str:
    return f"{sum(p.total_baht() for p in plan.projects if form in (None, p.form)):,.2f}"


def test_summary_of_a_nameless_plan_in_english(development_plan: Plan) -> None:
    plan = Plan(kind="development_plan", source=development_plan.source)
    assert summary(plan, (), "en").split("\n") == [
        "Development plan (name of the organization not found)",
        "fiscal year not found",
        "  total         0 entries                  0.00 baht",
        "Findings: none",
    ]
