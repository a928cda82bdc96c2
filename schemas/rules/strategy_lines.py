"""Lines that name a strategy and were lost: projects without one, headings of another, numbers that skip."""

import re
from collections.abc import Iterator
from itertools import groupby

from schemas.empty_headings import empty_headings
from schemas.findings import Finding
from schemas.findings.finding import Fact
from schemas.heading_lines import kind_of
from schemas.plan import EQUIPMENT_FORMS, Plan, Project
from schemas.rules.place import finding_on, title_of

_DOTTED = re.compile(r"(\d+)\.\d")
_USUAL_SHARE = 0.6
"""The headings' numbers count as continuing the strategy's where so many of them do."""

_LEAST_HEADINGS = 2

_Row = tuple[int, Project]


def strategy_lines(plan: Plan) -> Iterator[Finding]:
    """PLN007 for each run of projects without a strategy in a form that has strategies, PLN020 where no project
    has any, PLN055 for a heading such as "2.1" under strategy 1, PLN052 for a strategy number that is skipped and
    that no heading without projects has.
    """
    rows = [row for row in enumerate(plan.projects) if row[1].form not in EQUIPMENT_FORMS]
    if rows and not any(project.strategy for _, project in rows):
        yield _finding("PLN020", rows[0], {"rows": len(rows)})
        return
    yield from _runs_without(rows)
    yield from _strange_headings(rows)
    yield from _skipped(rows, _numbers_without_projects(plan))


def _finding(code: str, row: _Row, facts: dict[str, Fact], field: str = "strategy") -> Finding:
    return finding_on(*row, field, code, facts)


def _runs_without(rows: list[_Row]) -> Iterator[Finding]:
    for lacks, run in groupby(rows, key=lambda row: row[1].strategy is None):
        if lacks:
            found = list(run)
            yield _finding("PLN007", found[0], {"project": title_of(found[0][1]), "rows": len(found)})


def _strange_headings(rows: list[_Row]) -> Iterator[Finding]:
    """The first row of each run under a heading whose number is of a strategy that the plan does not have, or of
    another than it stands under, where the plan's other headings continue their strategy's number."""
    headed = [(row, number) for row in rows if (number := _heading_number(row[1]))]
    firsts = [
        next(run) for _, run in groupby(headed, key=lambda item: (_strategy_number(item[0][1]), item[1]))
    ]
    strange = [item for item in firsts if not item[1].startswith(f"{_strategy_number(item[0][1])}.")]
    usual = len(firsts) - len(strange)
    strategies = {_strategy_number(project) for _, project in rows}
    is_habit = usual >= max(_LEAST_HEADINGS, _USUAL_SHARE * len(firsts))
    for row, number in strange:
        if is_habit or (usual and number.partition(".")[0] not in strategies):
            facts: dict[str, Fact] = {
                "heading": number,
                "strategy": _strategy_number(row[1]),
                "project": title_of(row[1]),
            }
            yield _finding("PLN055", row, facts)


def _heading_number(project: Project) -> str | None:
    """The number of the first heading under the strategy that has a dotted one ("2.1")."""
    if project.strategy is None or not _strategy_number(project):
        return None
    own = (project.tactic.number if project.tactic else None, *(group.number for group in project.groups))
    return next((number for number in own if number and _DOTTED.match(number)), None)


def _strategy_number(project: Project) -> str:
    number = project.strategy.number if project.strategy else None
    return number if number and number.isdecimal() else ""


def _numbers_without_projects(plan: Plan) -> set[str]:
    """The numbers of strategies whose line the source prints over no project."""
    groups = (group for empty, _ in empty_headings(plan) for group in empty.groups)
    return {group.number for group in groups if group.number and kind_of(group).kind == "strategy"}


def _skipped(rows: list[_Row], printed_without: set[str]) -> Iterator[Finding]:
    """A strategy may have no project this year; so each missing number is told of, and no more."""
    first: dict[int, _Row] = {}
    for row in rows:
        if printed := _strategy_number(row[1]):
            first.setdefault(int(printed), row)
    before = 0
    for number in sorted(first):
        for missing in (n for n in range(before + 1, number) if str(n) not in printed_without):
            facts: dict[str, Fact] = {"missing": missing, "before": before, "after": number}
            yield _finding("PLN052", first[number], facts)
        before = number
