"""phaen compare and phaen link, as an officer runs them."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "samples"
Run = Callable[..., Result]


def edited(plan_file: Path, name: str, projects: list[dict[str, Any]] | None = None, **fields: Any) -> Path:
    """A copy of the plan file with other fields, and with its one project changed as each of `projects` says."""
    plan = json.loads(plan_file.read_text("utf-8"))
    (project,) = plan["projects"]
    plan |= {"projects": [{**project, **change} for change in projects or [{}]], **fields}
    path = plan_file.with_name(name)
    path.write_text(json.dumps(plan, ensure_ascii=False), "utf-8")
    return path


@pytest.fixture
def next_year(plan_file: Path) -> Path:
    twin = {"name": "เบี้ยยังชีพผู้สูงอายุ", "number": "2"}
    return edited(plan_file, "next.json", [{"budget": "300000.00"}, twin], fiscal_year=2567)


@pytest.fixture
def amended(plan_file: Path) -> Path:
    return edited(plan_file, "amended.json", [{"budget": "300000.00"}], edition="แก้ไขครั้งที่ 1/2566")


@pytest.fixture
def development(plan_file: Path) -> Path:
    line = {"form": "ผ.02", "budget": None, "months": [], "budgets": {"2566": "200000.00"}}
    return edited(
        plan_file, "dev.json", [line], kind="development_plan", fiscal_year=2566, fiscal_year_end=2570
    )


def test_compare_tells_people(run: Run, plan_file: Path, next_year: Path) -> None:
    result = run("compare", plan_file, next_year)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "งบประมาณ: 245,000 → 300,000" in result.stdout
    assert "โครงการใหม่ (1)\n  - เบี้ยยังชีพผู้สูงอายุ" in result.stdout
    assert "New projects (1)" in run("compare", plan_file, next_year, "--lang", "en").stdout


def test_compare_tells_programs(run: Run, plan_file: Path, next_year: Path) -> None:
    told = json.loads(run("compare", plan_file, next_year, "--format", "json").stdout)
    assert [entry["status"] for entry in told["projects"]] == ["continued", "new"]
    assert told["new"]["name"] == "next.json"


@pytest.mark.parametrize(
    ("ending", "start"), [(".html", b"<!DOCTYPE"), (".xlsx", b"PK"), (".docx", b"PK"), (".txt", b"\xe0")]
)
def test_the_ending_says_the_form(
    run: Run, plan_file: Path, next_year: Path, ending: str, start: bytes
) -> None:
    target = plan_file.with_name(f"result{ending}")
    result = run("compare", plan_file, next_year, "-o", target)
    assert (result.exit_code, result.stdout) == (0, "")
    assert str(target) in result.stderr
    assert target.read_bytes().startswith(start)


def document(path: Path) -> str:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return archive.read("word/document.xml").decode()


def test_an_amendment_as_table_of_changes_and_as_redline(run: Run, plan_file: Path, amended: Path) -> None:
    table, redline = plan_file.with_name("table.docx"), plan_file.with_name("redline.docx")
    assert run("compare", plan_file, amended, "-o", table).exit_code == 0
    epoch = {"SOURCE_DATE_EPOCH": "1700000000"}
    assert run("compare", plan_file, amended, "--redline", "-o", redline, environment=epoch).exit_code == 0
    assert "ข้อความเดิม" in document(table)
    assert "<w:ins" not in document(table)
    assert 'w:author="phaen" w:date="2023-11-14T22:13:20Z"' in document(redline)


def test_a_redline_is_for_one_year_and_for_word(run: Run, plan_file: Path, next_year: Path) -> None:
    two_years = run("compare", plan_file, next_year, "--redline", "-o", plan_file.with_name("r.docx"))
    assert (two_years.exit_code, "OUT021" in two_years.stderr) == (2, True)
    other_form = run("compare", plan_file, next_year, "--redline", "-o", plan_file.with_name("r.html"))
    assert (other_form.exit_code, "--redline" in other_form.stderr) == (2, True)
    assert not list(plan_file.parent.glob("r.*"))


def test_samples_of_two_formats_are_the_same_plan(run: Run) -> None:
    sample = "operation-inband"
    told = json.loads(
        run(
            "compare", SAMPLES / f"{sample}.docx", SAMPLES / f"{sample}.truth.json", "--format", "json"
        ).stdout
    )
    assert told["counts"]["new"] == told["counts"]["dropped"] == 0
    assert told["counts"]["unchanged"] == told["counts"]["continued"] > 10


def test_link_tells_people_and_programs(run: Run, plan_file: Path, development: Path) -> None:
    result = run("link", plan_file, development)
    assert result.exit_code == 0
    assert "เกินวงเงิน 1 โครงการ" in result.stdout
    told = json.loads(run("link", plan_file, development, "--format", "json").stdout)
    assert [(one["verdict"], one["ceiling"]) for one in told["projects"]] == [("above", "200000.00")]


@pytest.mark.parametrize("ending", [".html", ".xlsx", ".json", ".txt"])
def test_link_writes_each_form(run: Run, plan_file: Path, development: Path, ending: str) -> None:
    target = plan_file.with_name(f"origins{ending}")
    assert run("link", plan_file, development, "-o", target).exit_code == 0
    assert target.stat().st_size > 500


@pytest.mark.parametrize(("command", "code"), [("compare", "OUT020"), ("link", "OUT022")])
def test_plans_of_the_wrong_kind(
    run: Run, plan_file: Path, development: Path, command: str, code: str
) -> None:
    result = run(command, development, plan_file)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"phaen: {code}: ")
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", ["compare", "link"])
def test_a_file_that_is_no_plan_gives_one_sentence(run: Run, plan_file: Path, command: str) -> None:
    other = plan_file.with_name("letter.json")
    other.write_text("{}", "utf-8")
    for words in ((plan_file, other), (other, plan_file), (plan_file, plan_file.with_name("absent.docx"))):
        result = run(command, *words)
        assert (result.exit_code, result.stdout) == (3, "")
        assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", ["compare", "link"])
def test_sources_are_never_written_over(run: Run, plan_file: Path, next_year: Path, command: str) -> None:
    for source in (plan_file, next_year):
        result = run(command, plan_file, next_year, "-o", source)
        assert (result.exit_code, "OUT004" in result.stderr) == (2, True)
    assert run(command, plan_file, next_year, "-o", plan_file.with_name("x.odt")).exit_code == 2
