"""A whole real book from Word 97, where it is at hand: its projects, its money, and its summary's other figures."""

import os
from decimal import Decimal
from pathlib import Path

import pytest

from parsers.thai.knowledge import THAI
from pipeline.extract import extract_file
from schemas.plan import DeclaredTotal, Plan
from schemas.rules import judge

BOOK = Path(__file__).parents[2].parent / "shared" / "real" / "three-year-plan-2556-2558.doc"
PROJECTS = 326
SUMS = {2556: "54709000.00", 2557: "62049000.00", 2558: "74959000.00"}
SUMMARY = {2556: "53959000.00", 2557: "61909000.00", 2558: "74959000.00"}
"""What the book's own summary, which is bound apart, declares."""


@pytest.fixture(scope="module")
def book() -> Plan:
    if not BOOK.exists():
        pytest.skip("the real book is not at hand")
    return extract_file(BOOK, os.environ).plan


def test_every_project_and_every_baht_is_read(book: Plan) -> None:
    assert len(book.projects) == PROJECTS
    for year, expected in SUMS.items():
        amounts = (project.budgets.get(str(year), "0") for project in book.projects)
        assert sum(map(Decimal, amounts)) == Decimal(expected)


def test_the_summary_that_disagrees_is_told_of_with_both_figures(book: Plan) -> None:
    declared = tuple(
        DeclaredTotal(label="รวมทั้งสิ้น", scope="plan", year=year, amount=amount)
        for year, amount in SUMMARY.items()
    )
    findings = judge(book.model_copy(update={"declared_totals": declared}), THAI)
    told = [finding.facts for finding in findings if finding.code == "PLN026"]
    assert [(facts["declared"], facts["computed"]) for facts in told] == [
        ("53,959,000.00", "54,709,000.00"),
        ("61,909,000.00", "62,049,000.00"),
    ]
