"""The commands over plan files, which need no reader: what goes to which stream, and the exit codes."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from schemas.findings import CATALOG
from schemas.plan import Plan

ROOT = Path(__file__).parents[3]
PHAEN = (sys.executable, "-c", "from pipeline.cli import main; main()")
Run = Callable[..., Result]


def without_organization(plan_file: Path) -> Path:
    """The plan file with something that a warning is due for."""
    plan = json.loads(plan_file.read_text("utf-8"))
    plan["organization"] = {}
    plan_file.write_text(json.dumps(plan), "utf-8")
    return plan_file


def test_extract_to_standard_output_is_json_alone(run: Run, plan_file: Path) -> None:
    result = run("extract", plan_file)
    assert result.exit_code == 0
    assert Plan.model_validate_json(result.stdout) == Plan.model_validate_json(plan_file.read_bytes())
    assert "ธารทิพย์" in result.stderr


def test_extract_to_a_file_is_silent_on_standard_output(run: Run, plan_file: Path) -> None:
    fresh = plan_file.parent / "again.json"
    result = run("extract", plan_file, "-o", fresh)
    assert (result.exit_code, result.stdout) == (0, "")
    assert Plan.model_validate_json(fresh.read_bytes()).fiscal_year == 2566


@pytest.mark.parametrize(("command", "stream"), [("convert", "stdout"), ("render", "stderr")])
def test_fresh_word_file(run: Run, plan_file: Path, command: str, stream: str) -> None:
    fresh = plan_file.parent / "fresh.docx"
    result = run(command, plan_file, "-o", fresh, "--font", "TH Sarabun New")
    assert result.exit_code == 0
    assert fresh.read_bytes().startswith(b"PK")
    assert str(fresh) in getattr(result, stream)


def test_fresh_word_file_is_the_same_in_each_run(run: Run, plan_file: Path) -> None:
    first, second = plan_file.parent / "first.docx", plan_file.parent / "second.docx"
    run("render", plan_file, "-o", first)
    run("render", plan_file, "-o", second)
    assert first.read_bytes() == second.read_bytes()


def test_summary_speaks_the_language(run: Run, plan_file: Path) -> None:
    assert "245,000" in run("convert", plan_file, "-o", plan_file.parent / "fresh.json").stdout
    english = run("convert", plan_file, "-o", plan_file.parent / "fresh.json", "--lang", "en").stdout
    assert "Written: " in english


@pytest.mark.parametrize(
    ("command", "fail_on", "exit_code"),
    [
        ("check", None, 0),
        ("check", "error", 0),
        ("check", "warning", 1),
        ("check", "never", 0),
        ("extract", None, 0),
        ("extract", "warning", 1),
    ],
)
def test_fail_on(run: Run, plan_file: Path, command: str, fail_on: str | None, exit_code: int) -> None:
    options = ["--fail-on", fail_on] if fail_on else []
    assert run(command, without_organization(plan_file), *options).exit_code == exit_code


def test_check_for_people_and_for_programs(run: Run, plan_file: Path) -> None:
    without_organization(plan_file)
    assert "PLN001" in run("check", plan_file).stdout
    findings = json.loads(run("check", plan_file, "--format", "json").stdout)
    finding = next(finding for finding in findings if finding["code"] == "PLN001")
    assert finding["severity"] == "warning"
    assert finding["message"] == CATALOG["PLN001"].th
    assert len(finding["fingerprint"]) == 16


def test_schema_is_a_json_schema(run: Run) -> None:
    schema = json.loads(run("schema").stdout)
    assert "projects" in schema["properties"]


@pytest.mark.parametrize("asked", ["PLN004", "pln004", "declared-total-differs"])
def test_explain(run: Run, asked: str) -> None:
    result = run("explain", asked)
    assert result.exit_code == 0
    assert CATALOG["PLN004"].explain_th in result.stdout
    assert "{" not in result.stdout
    assert CATALOG["PLN004"].explain_en in run("explain", asked, "--lang", "en").stdout


def test_explain_lists_all_codes(run: Run) -> None:
    lines = run("explain").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(CATALOG)


def test_a_reader_that_leaves_is_no_defect(plan_file: Path) -> None:
    plan = json.loads(plan_file.read_text("utf-8"))
    plan["projects"] *= 400  # more than a pipe holds
    plan_file.write_text(json.dumps(plan), "utf-8")
    with subprocess.Popen(
        [*PHAEN, "extract", plan_file], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as phaen:
        assert phaen.stdout is not None
        assert phaen.stderr is not None
        phaen.stdout.read(1)
        phaen.stdout.close()
        assert phaen.stderr.read() == b""
        assert phaen.wait() == 141


def test_a_terminal_that_knows_no_thai_gets_escapes() -> None:
    done = subprocess.run(
        [*PHAEN, "explain", "PLN004"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        env={"PYTHONIOENCODING": "latin-1", "PATH": ""},
    )
    assert done.returncode == 0
    assert b"\\u0e" in done.stdout


def test_installed_script() -> None:
    script = Path(sys.executable).with_name("phaen")
    if not script.exists():
        pytest.skip("phaen is not installed beside this Python")
    done = subprocess.run([script, "--version"], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stdout.startswith("phaen, version ")


@pytest.mark.parametrize(("words", "heard"), [((), False), (("--debug",), True)])
def test_warnings_of_libraries_are_for_developers(words: tuple[str, ...], heard: bool) -> None:
    program = (
        "import logging, sys, warnings\n"
        "from pipeline.cli import main\n"
        "try: main(sys.argv[1:])\nexcept SystemExit: pass\n"
        "logging.getLogger('pdfminer').warning('odd operator')\n"
        "warnings.warn('old name')\n"
    )
    command = (sys.executable, "-c", program, "explain", "PLN004", *words)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert ("odd operator" in done.stderr) == heard
    assert ("old name" in done.stderr) == heard
