"""phaen archive on the command line."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from pipeline.cli.archive import _MODULES

SAMPLES = Path(__file__).parents[3] / "samples"
ENGLISH = {"PHAEN_LANG": "en"}
Run = Callable[..., Result]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "archive.sqlite"


@pytest.fixture
def filled(run: Run, archive: Path, plan_file: Path) -> Path:
    assert run("archive", "add", plan_file, "--archive", archive).exit_code == 0
    return archive


@pytest.mark.parametrize("name", _MODULES)
def test_each_has_help_in_both_languages_with_an_example(run: Run, name: str) -> None:
    for language in ("th", "en"):
        result = run("archive", name, "--help", "--lang", language)
        assert result.exit_code == 0
        assert result.stdout.count(f"phaen archive {name}") >= 2
        assert "--archive" in result.stdout
    assert not any("ก" <= letter <= "๙" for letter in result.stdout)


def test_a_word_that_is_no_command_is_refused_with_a_near_one(run: Run) -> None:
    result = run("archive", "serch", environment=ENGLISH)
    assert result.exit_code == 2
    assert "search" in result.stderr


def test_without_the_extra_it_says_what_to_install(
    run: Run, plan_file: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    result = run("archive", "add", plan_file, "--archive", archive)
    assert result.exit_code == 4
    assert "pip install 'phaen[archive]'" in result.stderr


def test_a_plan_is_added_listed_shown_and_given_back(
    run: Run, filled: Path, tmp_path: Path, plan_file: Path
) -> None:
    listed = run("archive", "list", "--archive", filled)
    assert "องค์การบริหารส่วนตำบลธารทิพย์ อำเภอศรีสมมุติ จังหวัดตัวอย่าง  1 โครงการ  245,000.00 บาท" in listed.stdout
    shown = run("archive", "show", "1", "--archive", filled, environment=ENGLISH)
    assert "1/1  ปรับปรุงถนนลูกรังสายบ้านเหนือ  245,000" in shown.stdout
    target = tmp_path / "again.json"
    assert run("archive", "show", "1", "-o", target, "--archive", filled).exit_code == 0
    again = json.loads(target.read_text("utf-8"))
    wanted: dict[str, Any] = json.loads(plan_file.read_text("utf-8"))
    assert again["projects"][0]["name"] == wanted["projects"][0]["name"]
    assert again["source"] == wanted["source"]


def test_the_archive_of_the_environment_is_taken(run: Run, filled: Path) -> None:
    result = run("archive", "list", "--format", "json", environment={"PHAEN_ARCHIVE": str(filled)})
    [entry] = json.loads(result.stdout)
    assert (entry["id"], entry["total_baht"]) == (1, "245000.00")


def test_the_same_again_says_so(run: Run, filled: Path, plan_file: Path) -> None:
    result = run("archive", "add", plan_file, "--archive", filled, environment=ENGLISH)
    assert (result.exit_code, result.stdout) == (0, f"Nothing new: {plan_file} is plan 1\n")


def test_a_book_that_was_added_is_found_with_its_findings_and_traces(run: Run, archive: Path) -> None:
    assert run("archive", "add", SAMPLES / "operation-mixed.docx", "--archive", archive).exit_code == 0
    shown = json.loads(run("archive", "show", "1", "--archive", archive, "--format", "json").stdout)
    assert shown["findings"]
    assert shown["plan"]["projects"][0]["source"]["raw"]
    name = shown["plan"]["projects"][0]["name"]
    found = json.loads(run("archive", "search", name, "--archive", archive, "--format", "json").stdout)
    assert found["hits"][0]["name"] == name


def test_a_folder_is_added_but_for_what_cannot_be_read(
    run: Run, archive: Path, plan_file: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "books" / "ปี"
    folder.mkdir(parents=True)
    (folder / "good.json").write_bytes(plan_file.read_bytes())
    (folder / "good.docx").write_bytes(b"the book of good.json")
    (folder / "bad.docx").write_bytes(b"no book")
    (folder / "~$bad.docx").write_bytes(b"Word's lock")
    (folder / "link.json").symlink_to(plan_file)
    (tmp_path / "books" / "phaen-ledger.sqlite").write_bytes(b"of phaen batch")
    (tmp_path / "books" / "summary.xlsx").write_bytes(b"its summary")
    result = run("archive", "add", tmp_path / "books", "--archive", archive, environment=ENGLISH)
    assert result.exit_code == 10
    assert "bad.docx: DOC003" in result.stderr
    assert "2 files, 1 failed" in result.stderr
    assert "good.json as plan 1" in result.stdout


def test_a_single_bad_file_ends_as_elsewhere(run: Run, archive: Path, tmp_path: Path) -> None:
    assert run("archive", "add", tmp_path / "none.docx", "--archive", archive).exit_code == 3


def test_search_narrows_and_counts(run: Run, filled: Path) -> None:
    result = run("archive", "search", "ถนน", "--place", "หมู่ที่ ๓", "--min", "200000", "--archive", filled)
    assert result.stdout.startswith("1/1  ปรับปรุงถนนลูกรังสายบ้านเหนือ  245,000.00\n")
    assert "กองช่าง · หมู่ที่ 3" in result.stdout
    none = run("archive", "search", "ถนน", "--max", "200000", "--archive", filled, environment=ENGLISH)
    assert (none.stdout, none.stderr) == ("", "0 projects, 0 shown\n")


def test_history_by_number_and_by_name(run: Run, filled: Path, plan_file: Path) -> None:
    later = json.loads(plan_file.read_text("utf-8"))
    later |= {"fiscal_year": 2567, "source": {**later["source"], "sha256": "1" * 64}}
    plan_file.write_text(json.dumps(later), "utf-8")
    run("archive", "add", plan_file, "--archive", filled)
    by_number = run("archive", "history", "2/1", "--archive", filled, environment=ENGLISH).stdout
    assert "2566  operation plan  1/1  (1.00)" in by_number
    assert "2567  operation plan  2/1  (asked for)" in by_number
    by_name = run(
        "archive", "history", "ปรับปรุงถนนลูกรัง", "สายบ้านเหนือ", "--archive", filled, "--format", "json"
    )
    assert len(json.loads(by_name.stdout)["stages"]) == 2


def test_export_writes_what_the_ending_says(run: Run, filled: Path, tmp_path: Path) -> None:
    target = tmp_path / "all.csv"
    result = run("archive", "export", "-o", target, "--archive", filled, environment=ENGLISH)
    assert (result.exit_code, result.stderr) == (0, f"Written: {target} (1 plan, 1 project)\n")
    assert "ปรับปรุงถนนลูกรัง" in target.read_text("utf-8")
    assert run("archive", "export", "-o", tmp_path / "all.docx", "--archive", filled).exit_code == 2


def test_findings_of_an_earlier_phaen_without_words_today_are_shown_by_their_codes(
    run: Run, archive: Path
) -> None:
    from pipeline.archive.adding import add
    from pipeline.archive.store import open_archive
    from schemas.findings import Finding
    from tests.pipeline.archive.archive_plans import project, reading

    findings = (Finding(code="PLN004", facts={"of_old": 1}), Finding(code="PLN001"))
    with open_archive(str(archive), create=True) as opened:
        add(opened, reading(project("ปรับปรุงถนน")).model_copy(update={"findings": findings}))
    shown = run("archive", "show", "1", "--archive", archive, environment=ENGLISH)
    assert "\n  PLN004\n  PLN001 warning: " in shown.stdout
    assert run("archive", "export", "-o", archive.with_suffix(".zip"), "--archive", archive).exit_code == 0
