"""When projects run, where no columns of twelve months say it: in words, or by quarters."""

import pytest

from parsers.records import read_plan
from parsers.thai import read_period
from schemas.plan import FISCAL_MONTHS
from tests.notation import document, line, table

TITLE = line("แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2566")


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("ม.ค. 2566 - มี.ค. 2566", (1, 2, 3)),
        ("ต.ค. 65 – ก.ย. 66", FISCAL_MONTHS),
        ("เดือนกุมภาพันธ์ ถึง เดือนเมษายน ๒๕๖๖", (2, 3, 4)),
        ("1 ม.ค. 66 - 31 มี.ค. 66", (1, 2, 3)),
        ("ธ.ค. 2565 -\nก.พ. 2566", (12, 1, 2)),
        ("ต.ค.-พ.ย., มี.ค.", (10, 11, 3)),
        ("ไตรมาสที่ 2", (1, 2, 3)),
        ("ไตรมาส 1-2", (10, 11, 12, 1, 2, 3)),
        ("ตลอดปีงบประมาณ พ.ศ. 2566", FISCAL_MONTHS),
        ("ก.ค. 66 - ธ.ค. 66", None),
        ("60 วัน", None),
        ("2566 - 2570", None),
    ],
)
def test_a_time_in_words(text: str, months: tuple[int, ...] | None) -> None:
    assert read_period(text) == months


HEADER = "ที่ | โครงการ | รายละเอียดของกิจกรรม | งบประมาณ (บาท) | หน่วยงานรับผิดชอบหลัก | ระยะเวลาดำเนินการ"


@pytest.mark.parametrize(
    ("text", "months", "codes"), [("ม.ค. - มี.ค. 2566", (1, 2, 3), []), ("60 วัน", (), ["VAL010"])]
)
def test_a_column_of_times_in_words(text: str, months: tuple[int, ...], codes: list[str]) -> None:
    plan, findings = read_plan(document(TITLE, table(HEADER, f"1 | โครงการ ก | ข | 5,000 | กองคลัง | {text}")))
    assert plan.projects[0].months == months
    assert [finding.code for finding in findings if finding.code.startswith("VAL")] == codes


def test_quarters_are_their_months() -> None:
    header = "ที่ | โครงการ | รายละเอียดของกิจกรรม | งบประมาณ (บาท) | ปีงบประมาณ พ.ศ. 2566 > | > | > | | หน่วยงานรับผิดชอบหลัก"
    below = "^ | ^ | ^ | ^ | ไตรมาสที่ 1 | ไตรมาสที่ 2 | ไตรมาสที่ 3 | ไตรมาสที่ 4 | ^"
    rows = ("1 | โครงการ ก | ข | 5,000 | | / | | | กองคลัง", "2 | โครงการ ค | ง | 6,000 | | | ✓ | ✓ | กองช่าง")
    plan, _ = read_plan(document(TITLE, table(header, below, *rows)))
    assert [project.months for project in plan.projects] == [(1, 2, 3), (4, 5, 6, 7, 8, 9)]
    assert [project.budget for project in plan.projects] == ["5000.00", "6000.00"]
