"""A strategy of the summary that no project stands under."""

import pytest

from schemas.document import Source
from schemas.plan import DeclaredTotal, Plan, Project, RecordSource
from schemas.rules.summary_strategies import summary_strategies

SOURCE = Source(name="a.docx", sha256="0" * 64, format="docx", size_bytes=1)


def _plan(*headings: str, amount: str = "100.00") -> Plan:
    totals = tuple(
        DeclaredTotal(
            label="แผนงานการศึกษา",
            scope="program",
            amount=amount,
            source=RecordSource(table=0, row=row, raw={"heading": heading, "summary_count": "1"}),
        )
        for row, heading in enumerate(headings)
    )
    project = Project(form="ผด.02", name="ก", strategy={"number": "1", "name": "การพัฒนาคน"})
    return Plan(kind="operation_plan", projects=(project,), declared_totals=totals, source=SOURCE)


def test_a_strategy_of_the_summary_without_projects_is_told_once() -> None:
    lost = "2. ยุทธศาสตร์การพัฒนาสิ่งแวดล้อม"
    (finding,) = summary_strategies(_plan("1. ยุทธศาสตร์การพัฒนาคน", lost, lost))
    assert (finding.code, finding.path) == ("PLN059", "declared_totals[1].label")
    assert finding.facts["label"] == lost


@pytest.mark.parametrize("heading", ["ยุทธศาสตร์ที่ 1 การพัฒนาคน", "1. ยุทธศาสตร์การพัฒนาค", "", "แผนงานอื่น"])
def test_a_known_strategy_however_written_is_silent(heading: str) -> None:
    assert list(summary_strategies(_plan(heading))) == []


def test_a_strategy_without_figures_has_no_projects_to_lose() -> None:
    assert list(summary_strategies(_plan("ยุทธศาสตร์ที่ 2 การพัฒนาสิ่งแวดล้อม", amount="0.00"))) == []
