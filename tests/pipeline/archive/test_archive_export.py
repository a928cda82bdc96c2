"""Many plans as .csv, .parquet and a data package."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest

from pipeline.archive.adding import add
from pipeline.archive.export import export
from pipeline.archive.listing import Which
from pipeline.archive.reading import Reading
from pipeline.archive.store import Archive, open_archive
from schemas.failures import OutputFailure
from schemas.findings import Finding
from tests.pipeline.archive.archive_plans import OTHER_LAO, plan, project, reading

ROAD = project("ปรับปรุงถนน", "245000.00", months=(10, 11), details='=HYPERLINK("http://x")')
LATER = project("ก่อสร้างอาคาร", None, budgets={"2568": "900.50"})


@pytest.fixture
def archive(sqlite_address: str) -> Iterator[Archive]:
    with open_archive(sqlite_address, create=True) as opened:
        finding = Finding(
            code="PLN004", facts={"label": "รวม", "declared": "1", "computed": "2"}, path="projects[1].budget"
        )
        add(opened, reading(ROAD, sha="a"))
        add(opened, Reading(plan=plan(ROAD, ROAD, sha="b", year=2567), findings=(finding,)))
        five_years = {"kind": "development_plan", "year": 2566, "fiscal_year_end": 2570}
        add(opened, reading(LATER, sha="c", lao=OTHER_LAO, **five_years))
        yield opened


def lines(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_has_all_projects_with_their_numbers(archive: Archive, tmp_path: Path) -> None:
    target = tmp_path / "all.csv"
    assert export(archive, Which(), target) == (3, 4)
    found = lines(target.read_bytes())
    assert sorted(row["archive_project"] for row in found) == ["1/1", "2/1", "2/2", "3/1"]
    later = next(row for row in found if row["archive_plan"] == "3")
    assert (later["budget_2568"], later["organization"]) == ("900.50", "ดงหลวง")
    assert {row["details"] for row in found} == {"", '\'=HYPERLINK("http://x")'}


def test_what_is_exported_can_be_narrowed(archive: Archive, tmp_path: Path) -> None:
    target = tmp_path / "some.csv"
    assert export(archive, Which(lao="ธารทิพย์", year=2567), target) == (1, 2)
    assert "budget_2568" not in lines(target.read_bytes())[0]


def test_nothing_to_export_is_a_table_without_rows(archive: Archive, tmp_path: Path) -> None:
    for name in ("none.csv", "none.parquet", "none.zip"):
        assert export(archive, Which(year=2500), tmp_path / name) == (0, 0)
    assert lines((tmp_path / "none.csv").read_bytes()) == []
    assert pyarrow.parquet.read_table(tmp_path / "none.parquet").num_rows == 0


def test_parquet_is_typed(archive: Archive, tmp_path: Path) -> None:
    target = tmp_path / "all.parquet"
    export(archive, Which(), target)
    rows: list[dict[str, Any]] = pyarrow.parquet.read_table(target).to_pylist()
    by_number = {row["archive_project"]: row for row in rows}
    first = by_number["1/1"]
    assert (first["budget"], first["months"], first["fiscal_year"]) == (Decimal("245000.00"), [10, 11], 2566)
    assert first["details"] == ROAD.details
    assert first["responsible_units"] == [{"unit": "กองช่าง", "sub_unit": None}]
    later = by_number["3/1"]
    assert (later["budget"], later["budgets"]) == (None, [{"fiscal_year": 2568, "amount": Decimal("900.50")}])


def test_the_package_numbers_rows_over_all_plans(archive: Archive, tmp_path: Path) -> None:
    target = tmp_path / "all.zip"
    export(archive, Which(), target)
    with zipfile.ZipFile(target) as package:
        described = json.loads(package.read("datapackage.json"))
        tables = {each["name"]: lines(package.read(each["path"])) for each in described["resources"]}
        sizes = {each["path"]: each["bytes"] for each in described["resources"]}
        assert all(package.getinfo(path).file_size == size for path, size in sizes.items())
    assert sorted(row["id"] for row in tables["plan"]) == ["1", "2", "3"]
    projects = {row["id"]: row for row in tables["project"]}
    assert len(projects) == 4
    assert sorted(row["plan_id"] for row in projects.values()) == ["1", "2", "2", "3"]
    assert {row["project_id"] for row in tables["project-budget"]} == set(projects)
    [found] = tables["finding"]
    assert projects[found["project_id"]]["plan_id"] == found["plan_id"] == "2"


def test_equal_archives_give_equal_bytes(archive: Archive, tmp_path: Path) -> None:
    for suffix in ("csv", "parquet", "zip"):
        one, two = tmp_path / f"one.{suffix}", tmp_path / f"two.{suffix}"
        export(archive, Which(), one)
        export(archive, Which(), two)
        assert one.read_bytes() == two.read_bytes()


def test_a_failed_export_leaves_nothing(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(OutputFailure, match="OUT001"):
        export(archive, Which(), tmp_path / "nowhere" / "all.csv")
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".sqlite"]
