"""The data package: whole by its own description, and by the frictionless tool."""

import csv
import importlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from bench.accuracy import drawn_plan
from outputs.data_package import files, render
from outputs.tables import tables
from schemas.plan import Plan


def described(found: dict[str, bytes]) -> dict[str, Any]:
    """The package's descriptor."""
    descriptor: dict[str, Any] = json.loads(found["datapackage.json"])
    return descriptor


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_each_resource_is_there_as_described(operation_plan: Plan) -> None:
    found = files(operation_plan)
    resources = described(found)["resources"]
    assert {each["path"] for each in resources} == set(found) - {"datapackage.json"}
    for each in resources:
        header = found[each["path"]].decode().split("\r\n")[0].split(",")
        assert header == [field["name"] for field in each["schema"]["fields"]]
        assert each["bytes"] == len(found[each["path"]])
        assert all(field["title"] for field in each["schema"]["fields"])


def test_keys_and_references_hold(development_plan: Plan) -> None:
    found = files(development_plan)
    resources = {each["name"]: each for each in described(found)["resources"]}
    content = {name: rows(found[each["path"]]) for name, each in resources.items()}
    for name, each in resources.items():
        key = each["schema"]["primaryKey"]
        keys = [tuple(row[field] for field in key) for row in content[name]]
        assert len(set(keys)) == len(keys)
        for reference in each["schema"]["foreignKeys"]:
            target = reference["reference"]
            known = {row[target["fields"][0]] for row in content[target["resource"]]}
            assert {row[reference["fields"][0]] for row in content[name]} - {""} <= known


def test_projects_and_their_money(development_plan: Plan) -> None:
    found = files(development_plan)
    assert [row["number"] for row in rows(found["project.csv"])] == ["1", "2", "2", "2", "2"]
    assert [(row["project_id"], row["amount"]) for row in rows(found["project_budget.csv"])] == [
        ("1", "100000.00"),
        ("1", "100000.00"),
        ("1", "100000.00"),
        ("5", "999999999999.00"),
    ]


def test_no_cell_runs_as_a_formula(operation_plan: Plan) -> None:
    project = operation_plan.projects[0].model_copy(update={"name": "=1+2", "details": "@SUM(A1)"})
    row = rows(files(operation_plan.model_copy(update={"projects": (project,)}))["project.csv"])[0]
    assert (row["name"], row["details"]) == ("'=1+2", "'@SUM(A1)")


def test_zip_holds_the_same_files(operation_plan: Plan) -> None:
    data = render(operation_plan)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == files(operation_plan)
    assert data == render(operation_plan)


def _frictionless() -> Any:
    """Imported by the tests that need it: it takes a second."""
    return importlib.import_module("frictionless")


@pytest.mark.parametrize("seed", [72_001, 72_002])
def test_frictionless_finds_no_fault(seed: int, tmp_path: Path) -> None:
    frictionless = _frictionless()
    for name, data in files(drawn_plan(seed).truth).items():
        (tmp_path / name).write_bytes(data)
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert report.flatten(["name", "rowNumber", "fieldName", "note"]) == []
    assert report.stats["tasks"] == len(tables())


@pytest.mark.parametrize("damage", ["project_id", "fiscal_year"])
def test_frictionless_finds_what_is_wrong(damage: str, tmp_path: Path, development_plan: Plan) -> None:
    """A tool that finds no fault in anything would say nothing of a sound package either."""
    frictionless = _frictionless()
    found = files(development_plan)
    lines = found["project_budget.csv"].decode().split("\r\n")
    at = lines[0].split(",").index(damage)
    cells = lines[1].split(",")
    cells[at] = "99999" if damage == "project_id" else "ปีหน้า"
    found["project_budget.csv"] = "\r\n".join([lines[0], ",".join(cells), *lines[2:]]).encode()
    for name, data in found.items():
        (tmp_path / name).write_bytes(data)
    report = frictionless.Package(str(tmp_path / "datapackage.json")).validate()
    assert ("foreign-key" if damage == "project_id" else "type-error") in {
        kind for (kind,) in report.flatten(["type"])
    }
