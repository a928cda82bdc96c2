"""A strategy of ผ.01 that no project stands under, whose figures are those of projects under another one."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from schemas.findings import Finding
from schemas.findings.finding import Fact
from schemas.plan import Heading, Plan, Project
from schemas.rules.names import alike, name_key
from schemas.rules.place import finding_on, title_of
from schemas.rules.summaries import SummaryLine, summaries
from schemas.rules.summary_figures import counts, differs, money

NEAR = 0.85
"""A label that ends in a strategy's name at least so alike means that strategy."""

_Run = Sequence[tuple[int, Project]]


def lost_strategies(plan: Plan) -> Iterator[Finding]:
    """PLN060 where the figures of such a row are those of neighbouring แผนงาน of the tables: there its line was lost."""
    names = {name_key(project.strategy.name) for project in plan.projects if project.strategy}
    runs = _runs(plan)
    for lines in summaries(plan):
        for line in lines:
            if line.scope == "strategy" and not line.is_of_group and not _is_named(line, names):
                yield from _found(line, runs)


def _is_named(line: SummaryLine, names: set[str]) -> bool:
    label = name_key(line.label)
    return any(name in label or alike(label[-len(name) :], name) >= NEAR for name in names)


def _runs(plan: Plan) -> list[_Run]:
    """The projects between one heading and the next."""

    def headings(row: tuple[int, Project]) -> tuple[str, Heading | None, Heading | None, str | None]:
        project = row[1]
        return project.form, project.strategy, project.tactic, project.program

    return [list(run) for _, run in groupby(enumerate(plan.projects), key=headings)]


def _found(line: SummaryLine, runs: Sequence[_Run]) -> Iterator[Finding]:
    """One finding for the first neighbouring runs of one form that the row's figures fit."""
    if not any(Decimal(total.amount or 0) for _, total in line.totals):
        return
    for start in range(len(runs)):
        rows: list[tuple[int, Project]] = []
        for run in runs[start:]:
            if run[0][1].form != runs[start][0][1].form:
                break
            rows += run
            if _fits(line, [project for _, project in rows]):
                yield _finding(line, rows)
                return


def _fits(line: SummaryLine, projects: Sequence[Project]) -> bool:
    for _, total in line.totals:
        amount = sum((money(project, total.year) for project in projects), Decimal(0))
        if total.amount is not None and differs(Decimal(total.amount), amount):
            return False
        if total.count is not None and total.count not in counts(projects, total.year):
            return False
    return True


def _finding(line: SummaryLine, rows: _Run) -> Finding:
    index, project = rows[0]
    facts: dict[str, Fact] = {"label": line.label, "project": title_of(project), "rows": len(rows)}
    return finding_on(index, project, "strategy", "PLN060", facts)
