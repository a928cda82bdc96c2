"""A fresh plan, read again, is the same plan: read(render(plan)) == plan."""

import os
from pathlib import Path
from typing import Any

import pytest

from outputs.docx import BookStyle
from pipeline.convert import convert_file
from pipeline.extract import extract_file
from schemas.plan import Plan

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.docx"))


def content(plan: Plan) -> dict[str, Any]:
    """What a plan says; not what one source of it printed, nor how surely that was read."""
    return plan.model_dump(
        exclude={
            "source": True,
            "declared_totals": True,
            "projects": {"__all__": {"source", "confidence"}},
        }
    )


@pytest.mark.parametrize("old", SAMPLES, ids=lambda path: path.stem)
def test_sample(old: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.docx"
    before = convert_file(old, fresh, BookStyle(), os.environ)
    after = extract_file(fresh, os.environ)
    assert before.plan.projects
    assert content(after.plan) == content(before.plan)


@pytest.mark.parametrize("old", SAMPLES, ids=lambda path: path.stem)
def test_plan_file_of_a_sample(old: Path, tmp_path: Path) -> None:
    plan_file = tmp_path / "plan.json"
    before = convert_file(old, plan_file, BookStyle(), os.environ)
    assert extract_file(plan_file, os.environ).plan == before.plan
