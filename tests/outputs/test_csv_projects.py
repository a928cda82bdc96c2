"""The .csv of all projects, as Excel and pandas open it."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from outputs.csv_projects import render
from outputs.tables import tables
from schemas.plan import Plan, Project


def rows(plan: Plan) -> list[dict[str, str]]:
    """The rows by key."""
    return list(csv.DictReader(io.StringIO(render(plan).decode("utf-8-sig"), newline="")))


def with_projects(plan: Plan, *projects: Project) -> Plan:
    return plan.model_copy(update={"projects": projects})


def fields_of(record: type) -> Iterator[str]:
    yield from record.model_fields  # type: ignore[attr-defined]


def test_excel_knows_it_for_utf8(operation_plan: Plan) -> None:
    data = render(operation_plan)
    assert data.startswith(b"\xef\xbb\xbfkind,")
    assert data.count(b"\r\n") == len(operation_plan.projects) + 1


def test_one_row_per_project_in_order(operation_plan: Plan) -> None:
    found = rows(operation_plan)
    assert [row["name"] for row in found] == [project.name for project in operation_plan.projects]
    assert {row["organization"] for row in found} == {"ธารทิพย์"}
    assert found[0]["fiscal_year"] == "2566"
    assert found[0]["strategy"] == "การพัฒนาด้านโครงสร้างพื้นฐาน"
    assert found[0]["form"] == "ผด.02"


def test_every_field_of_a_project_has_a_column(operation_plan: Plan) -> None:
    keys = set(rows(operation_plan)[0])
    parted = {"budgets", "source"}  # by year, and by place
    assert {field for field in fields_of(Project) if field not in keys} == parted


def test_money_of_each_kind(operation_plan: Plan) -> None:
    first = operation_plan.projects[0]
    kinds = ({"budget": "0.00"}, {"budget": None}, {"budget": None, "budget_text": "-"})
    plan = with_projects(operation_plan, *(first.model_copy(update=kind) for kind in kinds))
    assert [(row["budget"], row["budget_text"]) for row in rows(plan)] == [("0.00", ""), ("", ""), ("", "-")]


def test_a_column_per_year(development_plan: Plan) -> None:
    found = rows(development_plan)
    assert [found[4][f"budget_{year}"] for year in (2558, 2559, 2560)] == ["", "999999999999.00", ""]
    assert found[4]["fund_source"] == "งบ อบต."
    assert "budget_2561" not in found[0]


def test_months_in_fiscal_order(operation_plan: Plan) -> None:
    assert [row["months"] for row in rows(operation_plan)[:2]] == ["10;11;12", "1;2;6;7"]


def test_lists_of_records_are_json(development_plan: Plan) -> None:
    first = rows(development_plan)[0]
    assert [point["target"] for point in json.loads(first["points"])] == [
        point.target for point in development_plan.projects[0].points
    ]
    assert json.loads(first["groups"])[1] == {"label": "แผนงาน", "number": "1.1", "name": "เคหะและชุมชน"}
    assert rows(development_plan)[1]["points"] == ""


@pytest.mark.parametrize(
    "text",
    [
        "=1+2",
        "+1",
        "@SUM(A1)",
        "-1+2",
        "\t=1",
        "=cmd|' /C calc'!A0",
        " =1",
        "\u00a0+1",
        "\u200b\ufeff=1",
        "＝1",
    ],
)
def test_no_cell_runs_as_a_formula(text: str, operation_plan: Plan) -> None:
    project = operation_plan.projects[0].model_copy(
        update=dict.fromkeys(("number", "name", "details", "location", "fund_source"), text)
    )
    organization = operation_plan.organization.model_copy(update={"name": text})
    plan = with_projects(operation_plan, project).model_copy(
        update={"organization": organization, "edition": text}
    )
    assert sum(cell == f"'{text}" for cell in rows(plan)[0].values()) == 7
    assert not [cell for cell in rows(plan)[0].values() if cell.startswith(("=", "+", "@", "\t", "-1"))]


def test_text_that_breaks_a_naive_writer(operation_plan: Plan) -> None:
    text = 'ถนน "สายหลัก", ซอย 3; หมู่ 4'
    project = operation_plan.projects[0].model_copy(update={"name": text, "details": "ก\x00ข\ud800ค"})
    found = rows(with_projects(operation_plan, project))[0]
    assert (found["name"], found["details"]) == (text, "กขค")


def test_plan_without_projects_has_its_header(development_plan: Plan) -> None:
    text = render(with_projects(development_plan)).decode("utf-8-sig")
    assert text.count("\r\n") == 1
    assert "budget_2558,budget_2559,budget_2560" in text


@pytest.mark.parametrize("page", ["formats.md", "formats.th.md"])
def test_every_column_is_in_the_docs(page: str, operation_plan: Plan) -> None:
    text = (Path(__file__).parents[2] / "docs" / page).read_text("utf-8")
    told = set(re.findall(r"[a-z_]+", text))
    assert {key for key in rows(operation_plan)[0] if key not in told} == set()
    assert {table.name for table in tables() if table.name not in told} == set()
