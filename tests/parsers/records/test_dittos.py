"""Marks that repeat the cell above."""

import pytest

from parsers.records import read_plan
from tests.notation import document, table
from tests.two_year_table import HEADER, STRATEGY, YEARS

FIRST = "1 | โครงการ ก | เพื่อ | ยาว 5 ม. | 1,000 | - | ดี | กองช่าง งานก่อสร้าง"


@pytest.mark.parametrize("mark", ['"', "”", '- " -', "〃", "''"])
def test_a_ditto_mark_says_what_stands_above_and_is_told_of(mark: str) -> None:
    rows = (
        FIRST,
        f"2 | โครงการ ข | {mark} | ยาว 6 ม. | 2,000 | - | ดี | {mark}",
        f"3 | โครงการ ค | อบรม | {mark} | 3,000 | - | ดี | {mark}",
    )
    plan, findings = read_plan(document(STRATEGY, table(HEADER, YEARS, *rows)))
    first, second, third = plan.projects
    assert (second.objective, third.target) == ("เพื่อ", "ยาว 6 ม.")
    assert {project.responsible_unit for project in plan.projects} == {"กองช่าง งานก่อสร้าง"}
    assert second.responsible_units == third.responsible_units == first.responsible_units
    assert [found.path for found in findings if found.code == "REC005"] == ["projects[1]"] * 2 + [
        "projects[2]"
    ] * 2
    assert second.source.raw["objective"] == mark


def test_an_amount_is_never_taken_from_above() -> None:
    plan, findings = read_plan(
        document(STRATEGY, table(HEADER, YEARS, FIRST, '2 | โครงการ ข | ค | ง | " | - | จ | กองคลัง'))
    )
    assert plan.projects[1].budgets == {}
    assert "VAL001" in [found.code for found in findings]
