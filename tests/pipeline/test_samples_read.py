"""Every sample, in every format, is read with every field of every project right."""

import os
from pathlib import Path

import pytest

from pipeline.extract import Extraction, extract_file
from schemas.plan import Plan

SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = sorted(path.name.removesuffix(".truth.json") for path in SAMPLES.glob("*.truth.json"))
_OF_ONE_SOURCE = {"source", "confidence"}
_PLAN_FIELDS = ("kind", "organization", "fiscal_year", "fiscal_year_end", "edition")


def _truth(name: str) -> Plan:
    return Plan.model_validate_json((SAMPLES / f"{name}.truth.json").read_text("utf-8"))


@pytest.fixture(
    scope="module",
    params=[(name, suffix) for name in NAMES for suffix in ("docx", "doc", "pdf")],
    ids=".".join,
)
def read_sample(request: pytest.FixtureRequest) -> tuple[Plan, Extraction]:
    name, suffix = request.param
    return _truth(name), extract_file(SAMPLES / f"{name}.{suffix}", os.environ)


def test_projects_are_right(read_sample: tuple[Plan, Extraction]) -> None:
    truth, extraction = read_sample
    expected = [project.model_dump(exclude=_OF_ONE_SOURCE) for project in truth.projects]
    assert [project.model_dump(exclude=_OF_ONE_SOURCE) for project in extraction.plan.projects] == expected


def test_plan_says_whose_and_when(read_sample: tuple[Plan, Extraction]) -> None:
    truth, extraction = read_sample
    assert [getattr(extraction.plan, field) for field in _PLAN_FIELDS] == [
        getattr(truth, field) for field in _PLAN_FIELDS
    ]


def test_sums_of_the_tables_are_kept(read_sample: tuple[Plan, Extraction]) -> None:
    truth, extraction = read_sample
    read = {(total.label, total.year, total.amount) for total in extraction.plan.declared_totals}
    assert {(total.label, total.year, total.amount) for total in truth.declared_totals} <= read


def test_sound_samples_raise_no_alarm(read_sample: tuple[Plan, Extraction]) -> None:
    _, extraction = read_sample
    alarms = [finding for finding in extraction.findings if finding.severity in ("error", "warning")]
    assert [finding.message("en") for finding in alarms] == []
