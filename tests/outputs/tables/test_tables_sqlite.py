"""The plan as an SQLite database, asked as Datasette would ask it."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest

from bench.accuracy import drawn_plan
from outputs.sqlite import render
from outputs.tables import tables
from schemas.document import Provenance
from schemas.findings import Finding
from schemas.plan import FISCAL_MONTHS, Heading, Plan

Ask = Callable[[str], list[tuple[Any, ...]]]


@pytest.fixture
def opened() -> Iterator[Callable[..., Ask]]:
    """A function that opens a plan's database and gives a function that asks it."""
    with closing(sqlite3.connect(":memory:")) as database:

        def open_plan(plan: Plan, *findings: Finding) -> Ask:
            database.deserialize(render(plan, findings))
            return lambda question: database.execute(question).fetchall()

        yield open_plan


@pytest.mark.parametrize("seed", [71_001, 71_002, 71_003, 71_004])
def test_nothing_of_a_plan_is_lost(seed: int, opened) -> None:
    plan = drawn_plan(seed).truth
    ask = opened(plan)
    assert [row[0] for row in ask("SELECT name FROM project ORDER BY id")] == [p.name for p in plan.projects]
    assert ask("SELECT count(*) FROM project_group") == [(sum(len(p.groups) for p in plan.projects),)]
    assert ask("SELECT count(*) FROM project_unit") == [
        (sum(len(p.responsible_units) for p in plan.projects),)
    ]
    assert ask("SELECT count(*) FROM project_point") == [(sum(len(p.points) for p in plan.projects),)]
    total = float(sum(p.total_baht() for p in plan.projects))
    assert ask("SELECT total(total_baht) FROM project") == [(pytest.approx(total),)]
    assert ask("SELECT count(*) FROM narrative_paragraph") == [
        (sum(len(s.paragraphs) for s in plan.narrative),)
    ]


def test_integrity_and_references(development_plan: Plan, opened) -> None:
    ask = opened(development_plan)
    assert ask("PRAGMA integrity_check") == [("ok",)]
    assert ask("PRAGMA foreign_key_check") == []
    assert {row[2] for row in ask("PRAGMA foreign_key_list(project_budget)")} == {"project"}


def test_money_of_each_kind(operation_plan: Plan, opened) -> None:
    first = operation_plan.projects[0]
    kinds = (
        {"budget": "0.00"},
        {"budget": None},
        {"budget": None, "budget_text": "-"},
        {"budget": "999999999999.99"},
    )
    plan = operation_plan.model_copy(
        update={"projects": tuple(first.model_copy(update=kind) for kind in kinds)}
    )
    ask = opened(plan)
    found = ask("SELECT budget, budget_text FROM project ORDER BY id")
    assert found == [(0, None), (None, None), (None, "-"), (999999999999.99, None)]
    assert ask("SELECT project_id, fiscal_year, amount FROM project_budget") == [
        (1, 2566, 0),
        (4, 2566, 999999999999.99),
    ]


def test_months_stand_in_fiscal_order(operation_plan: Plan, opened) -> None:
    ask = opened(operation_plan)
    found = ask("SELECT DISTINCT position, month FROM project_month ORDER BY position")
    assert [month for _, month in found] == list(FISCAL_MONTHS)
    assert ask("SELECT months FROM project_overview WHERE id = 2") == [("1;2;6;7",)]


def test_views_add_up(development_plan: Plan, opened) -> None:
    ask = opened(development_plan)
    assert ask("SELECT fiscal_year, projects, amount FROM budget_by_program ORDER BY fiscal_year") == [
        (2558, 1, 100000),
        (2559, 2, 1000000099999),
        (2560, 1, 100000),
    ]
    views = [name for (name,) in ask("SELECT name FROM sqlite_master WHERE type = 'view'")]
    assert len(views) == 5
    for view in views:
        ask(f'SELECT * FROM "{view}"')  # noqa: S608


def test_views_name_strategies_as_the_plan_does_and_satang_as_they_are(operation_plan: Plan, opened) -> None:
    first = operation_plan.projects[0]
    projects = tuple(
        first.model_copy(update={"strategy": Heading(number=number, name=f"ด้าน {number}"), "budget": budget})
        for number in ("2", "10")
        for budget in ("0.10", "0.10", "0.10")
    )
    ask = opened(operation_plan.model_copy(update={"projects": projects}))
    assert ask("SELECT strategy_number, amount FROM budget_by_strategy") == [
        ("2", 0.3),
        ("10", 0.3),
    ]
    assert ask("SELECT amount FROM budget_by_program") == [(0.6,)]


def test_points_and_their_money(development_plan: Plan, opened) -> None:
    found = opened(development_plan)(
        "SELECT p.position, b.fiscal_year, b.amount FROM project_point p JOIN project_point_budget b"
        " USING (project_id, position) ORDER BY p.position"
    )
    assert found == [(1, 2558, 100000), (2, 2559, 100000), (3, 2560, 100000)]


def test_findings_name_their_project(operation_plan: Plan, opened) -> None:
    findings = (
        Finding(
            code="REC001", facts={"project": "ถนน"}, path="projects[3].number", provenance=Provenance(page=7)
        ),
        Finding(code="OUT002", facts={"name": "x", "allowed": ".csv"}),
    )
    found = opened(operation_plan, *findings)("SELECT project_id, code, severity, source_page FROM finding")
    assert found[0][:2] == (4, "REC001")
    assert found[0][3] == 7
    assert found[1][:2] == (None, "OUT002")


def test_every_column_is_described(operation_plan: Plan, opened) -> None:
    ask = opened(operation_plan)
    described = set(ask("SELECT table_name, column_name FROM column_description"))
    there = {(t.name, row[1]) for t in tables() for row in ask(f'PRAGMA table_info("{t.name}")')}
    assert described == there
    statement = ask("SELECT sql FROM sqlite_master WHERE name = 'project'")[0][0]
    assert "-- หน่วยงานรับผิดชอบหลัก" in statement


def test_hostile_text_stays_text(operation_plan: Plan, opened) -> None:
    text = "'); DROP TABLE project; --"
    project = operation_plan.projects[0].model_copy(update={"name": text, "details": "ก\ud800ข"})
    ask = opened(operation_plan.model_copy(update={"projects": (project,)}))
    assert ask("SELECT name, details FROM project") == [(text, "กข")]


def test_definitions_name_only_what_exists() -> None:
    names = {table.name: {column.name for column in table.columns} for table in tables()}
    for table in tables():
        assert set(table.key) <= names[table.name]
        for column in table.columns:
            if column.target:
                assert column.target[1] in names[column.target[0]]
