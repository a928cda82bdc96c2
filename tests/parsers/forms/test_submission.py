"""Rows that people typed, read as projects; what cannot be read is told with its row."""

import pytest

from parsers.forms.sheets import SheetRow, SheetRows
from parsers.forms.submission import Asked, Submission, is_form, read_strategy, read_submission
from schemas.plan import Heading

OPERATION = Asked("operation_plan", 2567)
DEVELOPMENT = Asked("development_plan", 2566)
HEADER = "ลำดับ|ประเภทรายการ|ยุทธศาสตร์|แผนงาน|ชื่อโครงการ/กิจกรรม/ครุภัณฑ์|งบประมาณ (บาท)|หน่วยงานรับผิดชอบหลัก|เดือนที่เริ่ม|เดือนที่สิ้นสุด"


def sheet(*lines: str) -> SheetRows:
    """Rows of cells divided by bars, from row 1 on."""
    rows = [
        SheetRow(number, {col: cell.strip() for col, cell in enumerate(line.split("|")) if cell.strip()})
        for number, line in enumerate(lines, start=1)
    ]
    return SheetRows("แผ่น", tuple(row for row in rows if row.texts))


def read(*lines: str, asked: Asked = OPERATION) -> Submission:
    return read_submission([sheet(*lines)], "กองช่าง.xlsx", asked)


def codes(submission: Submission) -> list[str]:
    return [finding.code for finding in submission.findings]


def test_a_row_is_a_project_with_all_that_it_says() -> None:
    line = "๑|โครงการ|ยุทธศาสตร์ที่ ๑ การพัฒนาคน|ผง.การศึกษา|อบรม  เยาวชน|๑๒๐,๐๐๐.-|กองการศึกษา งานบริหาร|พ.ย.|มกราคม"
    submission = read("แบบเสนอ", "", HEADER, line)
    (one,) = submission.projects
    project = one.project
    assert (one.row, one.sheet, one.agency) == (4, "แผ่น", "กองการศึกษา งานบริหาร")
    assert (project.form, project.name, project.budget) == ("ผด.02", "อบรม เยาวชน", "120000.00")
    assert (project.strategy, project.program) == (Heading(number="1", name="การพัฒนาคน"), "แผนงานการศึกษา")
    assert project.months == (11, 12, 1)
    assert [(unit.unit, unit.sub_unit) for unit in project.responsible_units] == [("กองการศึกษา", "งานบริหาร")]
    assert project.source.raw["budget"] == "๑๒๐,๐๐๐.-"
    assert codes(submission) == []


def test_the_agency_over_the_table_stands_for_units_that_are_not_said() -> None:
    top = "หน่วยงานที่เสนอโครงการ|||แขวงทางหลวงชนบทตัวอย่าง"
    submission = read(top, HEADER, "||||ซ่อมถนน|5000", "||||ติดตั้งไฟ|6000|กองช่าง")
    assert [one.agency for one in submission.projects] == ["แขวงทางหลวงชนบทตัวอย่าง"] * 2
    units = [one.project.responsible_unit for one in submission.projects]
    assert units == ["แขวงทางหลวงชนบทตัวอย่าง", "กองช่าง"]


def test_rows_of_equipment_stand_on_their_own_form() -> None:
    submission = read(HEADER, "|ครุภัณฑ์สำนักงาน||แผนงานการศึกษา|โต๊ะ|5000", "|ครุภัณฑ์|||เก้าอี้|900")
    assert [(one.project.form, one.project.equipment_type) for one in submission.projects] == [
        ("ผด.02/1", "ครุภัณฑ์สำนักงาน"),
        ("ผด.02/1", None),
    ]


@pytest.mark.parametrize(
    "line",
    ["ตัวอย่าง|โครงการ||แผนงานการศึกษา|ก่อสร้างถนน|360000", "3", "||||รวมทั้งสิ้น|500000", "รวม|||||500000", HEADER],
)
def test_what_is_no_project_is_left_out_in_silence(line: str) -> None:
    submission = read(HEADER, line)
    assert (submission.projects, submission.findings) == ((), ())


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ("|โครงการ||แผนงานการศึกษา||5000", "REC040", "5000"),
        ("||||วันเด็ก|ห้าหมื่น", "REC041", "ห้าหมื่น"),
        ("||||วันเด็ก|5,000 และ 6,000", "REC041", "5,000 และ 6,000"),
        ("||||วันเด็ก|5000||ม.ค.|พ.ย.", "REC042", "ม.ค. - พ.ย."),
        ("||||วันเด็ก|5000||เดือนหน้า|", "REC042", "เดือนหน้า"),
        ("|||แผนงานรื่นเริง|วันเด็ก|5000", "REC043", "แผนงานรื่นเริง"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_row_and_never_guessed(line: str, code: str, told: str) -> None:
    submission = read("", HEADER, line)
    assert codes(submission) == [code]
    assert "กองช่าง.xlsx แถวที่ 3:" in submission.findings[0].message("th")
    assert told in submission.findings[0].message("en")
    if code == "REC041":
        assert submission.projects[0].project.budget is None
    if code == "REC042":
        assert submission.projects[0].project.months == ()


def test_a_blank_a_dash_and_a_zero_are_three_things() -> None:
    found = [one.project for one in read(HEADER, "||||ก|", "||||ข|-", "||||ค|0").projects]
    assert [(each.budget, each.budget_text) for each in found] == [(None, None), (None, "-"), ("0.00", None)]


def test_a_development_plan_has_money_by_year() -> None:
    header = "แผนงาน|ชื่อโครงการ|เป้าหมาย|งบประมาณ ปี ๒๕๖๖ (บาท)|2567 (บาท)|งบประมาณ 2568"
    submission = read(header, "การศึกษา|วันเด็ก|1 ครั้ง|5000||7,000", asked=DEVELOPMENT)
    project = submission.projects[0].project
    assert (project.form, project.budgets) == ("ผ.02", {"2566": "5000.00", "2568": "7000.00"})
    one_year = read("ชื่อโครงการ|งบประมาณ", "วันเด็ก|5000", asked=DEVELOPMENT)
    assert one_year.projects[0].project.budgets == {"2566": "5000.00"}


def test_months_may_stand_in_one_cell() -> None:
    submission = read("ชื่อโครงการ|งบประมาณ|ระยะเวลา", "วันเด็ก|5000|ต.ค.-พ.ย., มี.ค.", "วันแม่|1|ส.ค.", "ค|1|ปีหน้า")
    assert [one.project.months for one in submission.projects] == [(10, 11, 3), (8,), ()]
    assert codes(submission) == ["REC042"]


def test_the_form_is_known_by_its_headers_wherever_they_stand() -> None:
    assert is_form([sheet("ก|ข"), sheet("", "หมายเหตุ|แผนงาน|ยุทธศาสตร์|ชื่อโครงการ")])
    assert not is_form([sheet("ชื่อโครงการ|วิธีกรอก", "งบประมาณ|ตัวเลข")])


@pytest.mark.parametrize(
    ("text", "number", "name"),
    [
        ("ยุทธศาสตร์ที่ ๒ การพัฒนาคน", "2", "การพัฒนาคน"),
        ("2. การพัฒนาคน", "2", "การพัฒนาคน"),
        ("การพัฒนาคน", None, "การพัฒนาคน"),
        ("ยุทธศาสตร์การพัฒนาคน", None, "การพัฒนาคน"),
    ],
)
def test_a_strategy_may_be_written_with_its_label_and_number(
    text: str, number: str | None, name: str
) -> None:
    assert read_strategy(text) == Heading(number=number, name=name)
    assert read_strategy(" ") is None
