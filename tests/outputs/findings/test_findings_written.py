"""Findings as text, JSON, CSV and corrections: what each tells beside the finding itself."""

import csv
import json
import tomllib
from io import StringIO

import pytest

from outputs.corrections import Choice, entry_text, file_text, head_text
from outputs.findings import findings_text, render
from outputs.findings.view import views, words_of
from outputs.spreadsheet_text import defused
from schemas.document import Provenance, Source
from schemas.findings import Finding
from schemas.plan import Plan, Project, RecordSource

SOURCE = Source(name="แผน 2566.docx", sha256="0" * 64, format="docx", size_bytes=9)
FORMULA = '=HYPERLINK("http://a.example")'


def _plan() -> Plan:
    source = RecordSource(page=3, table=1, row=4, raw={"budget": "๑๒๖,๐o๐", "name": "ขุดคลอง\nปี ๒๕๖๕"})
    first = Project(form="ผด.02", number="1", name=FORMULA, budget="5.00")
    second = Project(form="ผด.02", number="2", name="ขุดคลอง ปี 2565", months=(10, 11), source=source)
    return Plan(kind="operation_plan", projects=(first, second), source=SOURCE)


PLACE = Provenance(page=3, table=1, row=4)
UNREAD = Finding(
    code="VAL001", facts={"text": "126,0o0", "project": "ขุดคลอง"}, provenance=PLACE, path="projects[1].budget"
)
STALE = Finding(
    code="PLN005",
    facts={"project": "ขุดคลอง", "proposal": "ขุดคลอง ปี 2566"},
    provenance=PLACE,
    path="projects[1].name",
)
DAMAGED = Finding(code="TXT002", facts={"text": "กำ"}, provenance=Provenance(page=3, table=1, row=5, col=2))
WHOLE = Finding(code="PLN001", path="organization")
FOUND = (
    WHOLE,
    UNREAD,
    STALE,
    DAMAGED,
    Finding(code="PLN005", facts={"project": "ก"}, path="projects[0].budget"),
)


def test_findings_stand_under_their_page_and_table() -> None:
    facts = {"table": 2, "row": 4}
    findings = (
        Finding(code="PLN001"),
        Finding(code="TBL003", facts=facts, provenance=Provenance(page=12, table=1, row=3)),
        Finding(code="TBL003", facts=facts, provenance=Provenance(page=3, table=0, row=7)),
        Finding(code="TBL003", facts=facts, provenance=Provenance(page=3, table=0, row=1)),
    )
    lines = findings_text(_plan(), findings, "th").split("\n")
    assert [line.split(":")[0] for line in lines] == [
        "หน้า 3 ตารางที่ 1",
        "  TBL003 ควรตรวจ แถวที่ 2",
        "  TBL003 ควรตรวจ แถวที่ 8",
        "หน้า 12 ตารางที่ 2",
        "  TBL003 ควรตรวจ แถวที่ 4",
        "ทั้งเอกสาร",
        "  PLN001 ควรตรวจ",
    ]


def test_text_names_the_field_and_shows_what_was_printed_and_is_proposed() -> None:
    lines = findings_text(_plan(), (UNREAD, STALE), "th").split("\n")
    assert lines[1].startswith("  VAL001 ต้องแก้ แถวที่ 5 ช่องงบประมาณ: อ่านจำนวนเงิน")
    assert lines[2].strip() == 'ตามที่พิมพ์: "๑๒๖,๐o๐"'
    assert lines[3].startswith("  PLN005 หมายเหตุ แถวที่ 5 ช่องชื่อโครงการ")
    # Thai digits and a line's end are no other text.
    assert [line.strip() for line in lines[4:]] == ['เสนอให้เป็น: "ขุดคลอง ปี 2566"']


@pytest.mark.parametrize("language", ["th", "en"])
def test_no_findings_no_text(language: str) -> None:
    assert findings_text(_plan(), (), language) == ""  # type: ignore[arg-type]


def test_a_damaged_text_belongs_to_the_project_of_its_row() -> None:
    (view,) = views(_plan(), (DAMAGED,), "th")
    assert (view.position, view.field) == (1, "")


def test_json_tells_proposal_and_project() -> None:
    content = json.loads(render("json", _plan(), FOUND, "th", "1"))
    assert [finding["code"] for finding in content] == [finding.code for finding in FOUND]
    assert content[2]["proposal"] == "ขุดคลอง ปี 2566"
    assert content[2]["project"] == {"form": "ผด.02", "number": "2", "name": "ขุดคลอง ปี 2565"}
    assert content[0]["project"] is content[0]["proposal"] is None


def test_csv_is_for_excel_and_runs_nothing() -> None:
    data = render("csv", _plan(), FOUND, "th", "1")
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    rows = list(csv.DictReader(StringIO(data.decode("utf-8-sig"))))
    assert len(rows) == len(FOUND)
    unread = next(row for row in rows if row["รหัส"] == "VAL001")
    assert (unread["หน้า"], unread["ตารางที่"], unread["แถวที่"], unread["ช่อง"]) == ("3", "2", "5", "งบประมาณ")
    assert unread["ตามที่พิมพ์"] == "๑๒๖,๐o๐"
    assert f"'{FORMULA}" in [row["โครงการ"] for row in rows]


@pytest.mark.parametrize("text", ["=1+1", "+66", "-1", "@sum", "\tก", "\rก", "＝1"])
def test_formulas_are_defused(text: str) -> None:
    assert defused(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "-", "ถนน", "1-2", "ก=ข"])
def test_other_texts_stay(text: str) -> None:
    assert defused(text) == text


def test_summary_stands_before_the_text() -> None:
    lines = render("text", _plan(), FOUND, "en", "1").decode().split("\n")
    assert lines[0].startswith("Operation plan")
    assert "Findings: 1 to mend, 2 to check, 2 notes" in lines


def test_each_field_of_a_plan_has_a_name() -> None:
    for language in ("th", "en"):
        fields = words_of(language).fields  # type: ignore[arg-type]
        assert {*Project.model_fields} - {"form", "source", "confidence"} <= {*fields}
    assert {*words_of("th").plain} == {*words_of("en").plain}
    assert {*words_of("th").columns} == {*words_of("en").columns}


def test_an_entry_for_decision_is_toml_whatever_the_plan_holds() -> None:
    odd = Project(form="ผด.02", name='a"b\\c\nd\x7f\x00 \u2028"""')
    plan = Plan(kind="operation_plan", projects=(odd,), source=SOURCE)
    finding = STALE.model_copy(update={"path": "projects[0].name"})
    (view,) = views(plan, (finding,), "th")
    head = head_text(plan, "การ แก้ไข.toml", "th")
    data = file_text(head, [entry_text(Choice(view, True, True, 12), "th")])
    (entry,) = tomllib.loads(data.decode())["correction"]
    assert entry["fingerprint"] == finding.fingerprint
    assert (entry["decision"], entry["value"], entry["proposal"]) == ("open", "", "ขุดคลอง ปี 2566")
    assert entry["project"].startswith('a"b\\c d\x7f')
    text = data.decode()
    assert text.count("\n") == text.count("\r\n")
    assert '--corrections "การ แก้ไข.toml"' in text
    assert "12 โครงการ" in text
    assert "accept, value, right" in text


def test_what_is_no_field_can_only_be_right() -> None:
    (view,) = views(_plan(), (DAMAGED,), "en")
    text = entry_text(Choice(view, False, False, 0), "en")
    assert "# decide: right" in text
    assert "value =" not in text
