"""What the reading of rows is unsure of, each told once with its place."""

import pytest

from parsers.records import read_plan
from schemas.findings import Finding
from tests.notation import document, line, table

HEADER = "ที่ | โครงการ | รายละเอียดของกิจกรรม | งบประมาณ | หน่วยงานรับผิดชอบหลัก | ดำเนินการแล้วเสร็จ"
MONTHLESS = "ที่ | โครงการ | งบประมาณ | หน่วยงานรับผิดชอบหลัก" + " | " * 12
TITLE = line("แผนการดำเนินงาน ประจำปีงบประมาณ พ.ศ. 2566")


def _findings(code: str, *rows: str, widths: list[float] | None = None) -> list[Finding]:
    _, findings = read_plan(document(TITLE, table(*rows, widths=widths)))
    return [finding for finding in findings if finding.code == code]


def test_text_before_the_first_project_belongs_to_none() -> None:
    (finding,) = _findings(
        "REC002", HEADER, " | | ปรับปรุงจากปีก่อน | | |", "1 | สร้างถนน | ยาว 9 ม. | 500 | กองช่าง | มีนาคม"
    )
    assert finding.facts == {"text": "ปรับปรุงจากปีก่อน", "table": 1, "row": 2}


def test_a_finish_that_is_no_month_is_told() -> None:
    (finding,) = _findings("VAL004", HEADER, "1 | สร้างถนน | ยาว 9 ม. | 500 | กองช่าง | เร็ว ๆ นี้")
    assert finding.facts["text"] == "เร็ว ๆ นี้"
    assert finding.path == "projects[0]"


@pytest.mark.parametrize("finish", ["มี.ค.", "-", ""])
def test_a_month_a_dash_and_a_blank_are_readable(finish: str) -> None:
    assert _findings("VAL004", HEADER, f"1 | สร้างถนน | ยาว 9 ม. | 500 | กองช่าง | {finish}") == []


def test_twelve_narrow_columns_without_names_are_taken_for_months_and_told() -> None:
    widths = [30.0, 200.0, 80.0, 90.0, *[20.0] * 12]
    (finding,) = _findings("TBL004", MONTHLESS, "1 | สร้างถนน | 500 | กองช่าง | ✓" + " | " * 11, widths=widths)
    assert finding.facts == {"table": 1}


def test_a_number_that_is_none_is_kept_as_printed_and_told() -> None:
    (finding,) = _findings("VAL005", HEADER, "ก | สร้างถนน | ยาว 9 ม. | 500 | กองช่าง | มีนาคม")
    assert finding.facts == {"text": "ก", "project": "สร้างถนน"}


def test_two_filled_cells_under_one_header_are_told() -> None:
    header = "ที่ | โครงการ > | | งบประมาณ | หน่วยงานรับผิดชอบหลัก"
    (finding,) = _findings("TBL003", header, "1 | สร้างถนน | ยาว 9 ม. | 500 | กองช่าง")
    assert finding.facts == {"table": 1, "row": 2}
