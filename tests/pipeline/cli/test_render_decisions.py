"""phaen render with what people decided on findings, and with an office's severities."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
_MONEY_BLANK = "PLN005"


@pytest.fixture
def moneyless(plan_file: Path) -> Path:
    """A plan file whose one project has no money."""
    plan = json.loads(plan_file.read_text("utf-8"))
    plan["projects"][0]["budget"] = None
    plan_file.write_text(json.dumps(plan), "utf-8")
    return plan_file


@pytest.fixture
def fix(run: Run, moneyless: Path) -> Path:
    """A file of decisions in which a person gave the money."""
    path = moneyless.with_name("แก้ไข.toml")
    assert run("check", moneyless, "--write-corrections", path).exit_code == 0
    text = path.read_text("utf-8")
    assert text.count("[[correction]]") == 1
    assert _MONEY_BLANK in text
    text = text.replace('decision = "open"', 'decision = "value"')
    path.write_text(text.replace('value = ""', 'value = "๙๙,๐๐๐"'), "utf-8")
    return path


@pytest.mark.parametrize("formats", [(), ("--to", "csv")])
def test_decisions_are_in_the_fresh_plan(
    run: Run, moneyless: Path, fix: Path, formats: tuple[str, ...]
) -> None:
    fresh = moneyless.with_name("เล่ม" if formats else "plan.csv")
    told = run("render", moneyless, "-o", fresh, "--corrections", fix, *formats)
    assert told.exit_code == 0, told.stderr
    written = fresh / "plan.csv" if formats else fresh
    assert b"99000.00" in written.read_bytes()
    assert "แก้ค่า 1 ข้อ" in told.stderr


def test_a_decision_that_meets_nothing_is_told_of_one_plan_and_not_of_several(
    run: Run, moneyless: Path, fix: Path
) -> None:
    plan = json.loads(moneyless.read_text("utf-8"))
    plan["projects"][0]["budget"] = "1.00"
    other = moneyless.with_name("other.json")
    other.write_text(json.dumps(plan), "utf-8")
    alone = run("render", other, "-o", moneyless.with_name("x.csv"), "--corrections", fix)
    assert (alone.exit_code, "COR001" in alone.stderr) == (0, True)
    folder = moneyless.with_name("เล่ม")
    both = run("render", moneyless, other, "-o", folder, "--to", "csv", "--corrections", fix)
    assert (both.exit_code, "COR001" in both.stderr) == (0, False)
    assert [b"99000.00" in (folder / f"{name}.csv").read_bytes() for name in ("plan", "other")] == [
        True,
        False,
    ]


@pytest.mark.parametrize("formats", [(), ("--to", "sqlite")])
def test_the_office_s_severities_hold_for_each_plan(
    run: Run, moneyless: Path, formats: tuple[str, ...]
) -> None:
    def codes() -> set[str]:
        fresh = moneyless.with_name("เล่ม" if formats else "plan.sqlite")
        told = run("render", moneyless, "-o", fresh, *formats)
        assert told.exit_code == 0, told.stderr
        database = sqlite3.connect(fresh / "plan.sqlite" if formats else fresh)
        try:
            return {code for (code,) in database.execute("SELECT code FROM finding")}
        finally:
            database.close()

    assert _MONEY_BLANK in codes()
    moneyless.with_name("phaen.toml").write_text(f'[severity]\n{_MONEY_BLANK} = "ignore"\n', "utf-8")
    assert _MONEY_BLANK not in codes()
