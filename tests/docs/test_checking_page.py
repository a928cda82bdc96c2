"""The officers' page on checks: its commands print what it says, and it names what exists."""

import importlib.util
import json
import re
from pathlib import Path
from types import ModuleType

import pytest

from parsers.thai.knowledge import THAI
from pipeline.plan_file import load_plan
from schemas.findings import CATALOG
from schemas.rules import judge

ROOT = Path(__file__).parents[2]


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("checking_page", ROOT / "scripts" / "checking_page.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("language", ["th", "en"])
def test_examples_print_what_the_page_says(language: str) -> None:
    script = _script()
    text = script.PAGES[language].read_text("utf-8")
    assert script.current(text, language) == text, "run: python -m scripts.checking_page"


@pytest.mark.parametrize("page", ["checking.md", "checking.th.md"])
def test_page_names_what_exists(page: str) -> None:
    path = ROOT / "docs" / page
    text = path.read_text("utf-8")
    assert [code for code in re.findall(r"\b[A-Z]{3}\d{3}\b", text) if code not in CATALOG] == []
    assert [link for link in re.findall(r"\]\(([^)#]+)\)", text) if not (path.parent / link).exists()] == []
    names = {entry.name for entry in CATALOG.values()}
    assert set(re.findall(r"^([a-z-]+) = \"error\"", text, re.M)) <= names


@pytest.mark.parametrize("page", ["checking.md", "checking.th.md"])
def test_sums_typed_into_a_plan_file_are_compared(page: str) -> None:
    truth = ROOT / "samples" / "development-four-year.truth.json"
    (typed,) = re.findall(r"```json\n(.+)\n```", (ROOT / "docs" / page).read_text("utf-8"))
    content = {**json.loads(truth.read_text("utf-8")), **json.loads(f"{{{typed}}}")}
    plan = load_plan("plan.json", json.dumps(content).encode())
    told = [finding for finding in judge(plan, THAI) if finding.code == "PLN026"]
    assert ("4,500,000.00", "declared_totals[0].amount") in [(f.facts["declared"], f.path) for f in told]
