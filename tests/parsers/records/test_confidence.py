"""Doubts lower a project's confidence in their order."""

import pytest

from parsers.records import read_plan
from parsers.records.confidence import DOUBTS
from schemas.plan import Project
from tests.notation import document, line, table

COLUMNS = "ที่ | โครงการ | รายละเอียด | งบประมาณ | หน่วยงาน"
MONTHS = "ต.ค. | พ.ย. | ธ.ค. | ม.ค. | ก.พ. | มี.ค. | เม.ย. | พ.ค. | มิ.ย. | ก.ค. | ส.ค. | ก.ย."
HEADER = f"{COLUMNS} | {MONTHS}"
SURE = "9 | โครงการ ก | ข | 9,000 | กองช่าง | ✓" + " |" * 11
MONTHLESS = " |" * 12


def _projects(*rows: str) -> tuple[Project, ...]:
    plan, _ = read_plan(document(line("แผนงานการศึกษา"), table(HEADER, *rows, SURE)))
    return plan.projects


@pytest.mark.parametrize(
    ("row", "doubt"),
    [
        ("1 | โครงการ ก | ข | ?? | กองช่าง | ✓" + " |" * 11, "money_unread"),
        ("1 | โครงการ ก | ข | 17 | กองช่าง | ✓" + " |" * 11, "money_tiny"),
        ("1 | โครงการ ก | ข | 1,000//2,000 | กองช่าง | ✓" + " |" * 11, "money_several"),
        ("1 |  | ข | 1,000 | กองช่าง | ✓" + " |" * 11, "name_missing"),
        ("1 | โครงการ ก | ข | 1,000 | กองช่าง" + MONTHLESS, "months_missing"),
        ("1 | โครงการ ก | ข | 1,000 | กองช่าง | ? " + " |" * 11, "months_unclear"),
    ],
)
def test_a_doubt_leaves_its_share(row: str, doubt: str) -> None:
    doubtful, sure = _projects(row)
    assert sure.confidence == 1.0
    assert 0.0 < doubtful.confidence <= DOUBTS[doubt]


def test_a_seam_that_stays_open_lowers_confidence_a_little() -> None:
    doubtful, _ = _projects("1 | โครงการ//ขยะแลกไข่ | ข | 1,000 | กองช่าง | ✓" + " |" * 11)
    assert max(DOUBTS.values()) < doubtful.confidence < 1.0


def test_a_seam_within_a_point_stays_open() -> None:
    rows = ("1 | โครงการ ก | {} | 1,000 | กองช่าง | ✓" + " |" * 11, "^ | ^ | ง | 2,000 | ^ |" + " |" * 11)
    doubtful, sure = _projects(rows[0].format("โครงการ//ขยะแลกไข่"), rows[1])
    assert len(doubtful.points) == 2
    assert 0.9 < doubtful.confidence < sure.confidence
    plain, sure = _projects(rows[0].format("โครงการขยะแลกไข่"), rows[1])
    assert plain.confidence == sure.confidence


def test_columns_of_money_that_disagree_lower_confidence() -> None:
    header = "ที่ | โครงการ | รายละเอียด | งบประมาณ > | | หน่วยงาน"
    rows = ("^ | ^ | ^ | เงินอุดหนุน | รวม | ^", "1 | โครงการ ก | ข | 1,000 | 2,000 | กองช่าง")
    (project,) = read_plan(document(line("แผนงานการศึกษา"), table(header, *rows)))[0].projects
    assert 0.0 < project.confidence <= DOUBTS["money_beside"]


def test_doubts_multiply() -> None:
    once, _ = _projects("1 | โครงการ ก | ข | 17 | กองช่าง | ✓" + " |" * 11)
    twice, _ = _projects("1 | โครงการ ก | ข | 17 | กองช่าง" + MONTHLESS)
    assert twice.confidence < once.confidence


def test_months_are_missed_only_where_other_projects_have_some() -> None:
    rows = [f"{number} | โครงการ ก | ข | 9,000 | กองช่าง{MONTHLESS}" for number in (1, 2)]
    plan, _ = read_plan(document(line("แผนงานการศึกษา"), table(HEADER, *rows)))
    assert {project.confidence for project in plan.projects} == {1.0}
