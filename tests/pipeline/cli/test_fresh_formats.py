"""Every format of a fresh plan from the command line: named in help and docs, written, or refused in one sentence."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from pipeline.render import SUFFIXES

Run = Callable[..., Result]

DOCS = Path(__file__).parents[3] / "docs"
BEGINS = {
    ".docx": b"PK",
    ".pdf": b"%PDF-",
    ".xlsx": b"PK",
    ".html": b"<!doctype html>",
    ".csv": b"\xef\xbb\xbf",
    ".sqlite": b"SQLite format 3\x00",
    ".db": b"SQLite format 3\x00",
    ".zip": b"PK",
    ".json": b"{",
}
# LibreOffice takes seconds to start: its own tests draw the PDFs.
QUICK = [suffix for suffix in SUFFIXES if suffix != ".pdf"]


@pytest.mark.parametrize("command", ["render", "convert"])
@pytest.mark.parametrize("language", ["th", "en"])
def test_help_and_docs_name_every_format(run: Run, command: str, language: str) -> None:
    told = run(command, "--help", "--lang", language).output.split()
    page = (DOCS / f"formats{'.th' if language == 'th' else ''}.md").read_text("utf-8")
    assert set(SUFFIXES) <= set(told)
    assert all(suffix in page for suffix in SUFFIXES)
    assert set(SUFFIXES) == set(BEGINS)


@pytest.mark.parametrize("suffix", QUICK)
def test_each_format_goes_to_a_thai_name_and_over_what_was_there(
    run: Run, plan_file: Path, suffix: str
) -> None:
    folder = plan_file.parent / "แผนปี ๒๕๖๖"
    folder.mkdir()
    fresh = folder / f"แผนการดำเนินงาน ฉบับใหม่{suffix.upper()}"
    fresh.write_text("what was there")
    result = run("convert", plan_file, "-o", fresh)
    assert result.exit_code == 0, result.output
    assert fresh.read_bytes().startswith(BEGINS[suffix])
    assert list(folder.iterdir()) == [fresh]


@pytest.mark.parametrize("suffix", QUICK)
def test_a_plan_without_projects_can_be_written_too(run: Run, plan_file: Path, suffix: str) -> None:
    plan = json.loads(plan_file.read_text("utf-8"))
    plan_file.write_text(
        json.dumps(plan | {"projects": [], "organization": {}, "fiscal_year": None}), "utf-8"
    )
    fresh = plan_file.parent / f"ว่าง{suffix}"
    result = run("render", plan_file, "-o", fresh)
    assert result.exit_code == 0, result.output
    assert fresh.read_bytes().startswith(BEGINS[suffix])


@pytest.mark.parametrize("suffix", QUICK)
def test_a_folder_that_is_not_there_is_told_of(run: Run, plan_file: Path, suffix: str) -> None:
    fresh = plan_file.parent / "ไม่มี" / f"แผน{suffix}"
    result = run("render", plan_file, "-o", fresh)
    assert result.exit_code == 5
    assert "OUT001" in result.output
    assert not fresh.parent.exists()


def test_an_unknown_ending_is_refused_with_those_that_there_are(run: Run, plan_file: Path) -> None:
    result = run("render", plan_file, "-o", plan_file.parent / "แผน.odt")
    assert result.exit_code == 2
    assert "OUT002" in result.output
    assert all(suffix in result.output for suffix in SUFFIXES)


def test_numerals_reach_the_page(run: Run, plan_file: Path) -> None:
    pages = {}
    for numerals in ("thai", "arabic"):
        fresh = plan_file.parent / f"{numerals}.html"
        assert run("render", plan_file, "-o", fresh, "--numerals", numerals).exit_code == 0
        pages[numerals] = fresh.read_text("utf-8")
    assert "๒๔๕,๐๐๐" in pages["thai"]
    assert "245,000" in pages["arabic"]
    assert "๒๔๕,๐๐๐" not in pages["arabic"]


def test_the_database_can_be_asked_and_has_the_findings(run: Run, plan_file: Path) -> None:
    plan = json.loads(plan_file.read_text("utf-8"))
    plan_file.write_text(json.dumps(plan | {"organization": {}}), "utf-8")
    fresh = plan_file.parent / "แผน.db"
    assert run("render", plan_file, "-o", fresh).exit_code == 0
    database = sqlite3.connect(fresh)
    try:
        (name,) = database.execute("SELECT name FROM project").fetchone()
        codes = [code for (code,) in database.execute("SELECT code FROM finding")]
    finally:
        database.close()
    assert name == "ปรับปรุงถนนลูกรังสายบ้านเหนือ"
    assert "PLN001" in codes


@pytest.mark.parametrize("target", ["ใหม่.docx", "เล่ม"])
def test_render_tells_what_a_book_cannot_hold(run: Run, plan_file: Path, target: str) -> None:
    plan = json.loads(plan_file.read_text("utf-8"))
    plan["projects"][0]["name"] = "ถนน\x01สายใหม่"
    plan_file.write_text(json.dumps(plan), "utf-8")
    formats = () if target.endswith(".docx") else ("--to", "xlsx", "--to", "json")
    told = run("render", plan_file, "-o", plan_file.parent / target, *formats)
    assert told.exit_code == 0, told.stderr
    assert told.stderr.count("OUT005") == 1
    assert "ถนนสายใหม่" in told.stderr
    assert "OUT005" not in run("render", plan_file, "-o", plan_file.parent / "whole.json").stderr
    whole = run("render", plan_file, "-o", plan_file.parent / "สำเนา", "--to", "json")
    assert "OUT005" not in whole.stderr


def test_a_folder_that_has_a_files_name_is_called_a_folder(run: Run, plan_file: Path, tmp_path: Path) -> None:
    target = tmp_path / "plan.docx"
    target.mkdir()
    result = run("render", plan_file, "-o", target, "--lang", "th")
    assert result.exit_code == 2
    assert "plan.docx เป็นโฟลเดอร์ที่มีอยู่แล้ว" in result.stderr
    assert not list(target.iterdir())
