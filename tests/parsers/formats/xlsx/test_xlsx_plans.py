"""Operation plans typed into Excel, read through all rooms, against the truth that they were typed from."""

import os
from pathlib import Path
from typing import Any

import pytest

from pipeline.extract import extract_file
from schemas.plan import Plan
from tests.parsers.formats.xlsx.plan_workbooks import Manner, operation_workbook

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
