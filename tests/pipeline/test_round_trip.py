"""A fresh plan, read again, is the same plan: read(render(plan)) == plan."""

import os
from pathlib import Path
from typing import Any

import pytest

from outputs.docx import BookStyle
from pipeline.convert import convert_file
from pipeline.extract import extract_file
from pipeline.render import render_plan
from schemas.plan import Plan

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.docx"))
SAMPLES_BY_NAME = {path.stem: path for path in SAMPLES}


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


@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".pdf"])
def test_projects_under_no_heading_stay_so(suffix: str, tmp_path: Path) -> None:
    """The book says that none governs, as a reader would take the headings of the projects before."""
    sample = extract_file(SAMPLES_BY_NAME["operation-arrows"], os.environ).plan
    first, *others = sample.projects[:6]
    bare = {"strategy": None, "tactic": None, "program": None, "groups": ()}
    projects = (
        first,
        *(project.model_copy(update=bare) for project in others[:2]),
        others[2],
        others[3].model_copy(update={**bare, "strategy": first.strategy, "groups": first.groups[:1]}),
        others[4].model_copy(update=bare),
    )
    plan = sample.model_copy(update={"projects": projects, "declared_totals": ()})
    fresh = tmp_path / f"fresh{suffix}"
    fresh.write_bytes(render_plan(plan, suffix, BookStyle(), os.environ))
    assert content(extract_file(fresh, os.environ).plan)["projects"] == content(plan)["projects"]
