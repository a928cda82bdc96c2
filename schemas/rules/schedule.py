"""Months of an operation plan: projects without any, and months that cannot be."""

import re
from calendar import month_name
from collections.abc import Iterator

from schemas.findings import Finding
from schemas.findings.finding import Fact
from schemas.plan import FISCAL_MONTHS, OPERATION_FORMS, Plan, Project
from schemas.rules.place import finding_on, title_of
from schemas.rules.required_fields import is_reference
from schemas.vocabulary import load

MOSTLY = 0.5
"""Where more than this share of a form's projects has no month, the months were not read, or not planned."""

LEAST_ROWS = 3

_YEAR = re.compile(r"(?:\D|^)(\d{4}|\d\d)\s*$")
_NOT_LETTERS = re.compile(r"[\W\d]+")
_CENTURY = 2500
_FIRST_MONTH = FISCAL_MONTHS[0]

_Row = tuple[int, Project]


def schedule(plan: Plan) -> Iterator[Finding]:
    """PLN031 for a project without months where others have them, PLN032 where most have none, PLN033 for a
    finishing month before the last month marked, PLN034 for one outside the plan's fiscal year, PLN057 for a month's
    cell that names a month of another fiscal year.

    Months with holes between them are usual. So are allowances and salaries without a schedule: they are told of
    only where their แผนงาน marks months elsewhere.
    """
    rows = [row for row in enumerate(plan.projects) if row[1].form in OPERATION_FORMS]
    for form in OPERATION_FORMS:
        yield from _without_months([row for row in rows if row[1].form == form and not is_reference(row[1])])
    for row in rows:
        yield from _finish(row, plan.fiscal_year)
        yield from _month_cells(row, plan.fiscal_year)


def _finding(code: str, row: _Row, facts: dict[str, Fact], field: str) -> Finding:
    return finding_on(*row, field, code, facts)


def _without_months(rows: list[_Row]) -> Iterator[Finding]:
    scheduled = {project.program for _, project in rows if project.months}
    lacking = [
        (index, project)
        for index, project in rows
        if not project.months and not _runs_through_the_year(project, scheduled)
    ]
    if len(lacking) >= LEAST_ROWS and len(lacking) > MOSTLY * len(rows):
        facts: dict[str, Fact] = {"form": lacking[0][1].form, "blank": len(lacking), "rows": len(rows)}
        yield _finding("PLN032", lacking[0], facts, "months")
        return
    for row in lacking:
        yield _finding("PLN031", row, {"project": title_of(row[1])}, "months")


def _runs_through_the_year(project: Project, scheduled: set[str | None]) -> bool:
    words = load("without_schedule")
    named = any(word in (project.name or "") for word in words["words"])
    return (named or project.program in words["programs"]) and project.program not in scheduled


def _finish(row: _Row, fiscal_year: int | None) -> Iterator[Finding]:
    _, project = row
    if project.finish_month is None:
        return
    order = FISCAL_MONTHS.index
    facts: dict[str, Fact] = {"project": title_of(project)}
    if project.months and order(project.finish_month) < order(project.months[-1]):
        named = {**_named("finish", project.finish_month), **_named("last", project.months[-1])}
        yield _finding("PLN033", row, {**facts, **named}, "finish_month")
    printed = project.source.raw.get("finish_month", "").strip()
    year = _fiscal_year_of(printed, project.finish_month)
    if fiscal_year is not None and year is not None and year != fiscal_year:
        told: dict[str, Fact] = {**facts, "printed": printed, "year": year, "fiscal_year": fiscal_year}
        yield _finding("PLN034", row, told, "finish_month")


def _month_cells(row: _Row, fiscal_year: int | None) -> Iterator[Finding]:
    _, project = row
    for field, text in project.source.raw.items():
        kind, _, month = field.partition(".")
        if kind != "month" or not month.isdecimal() or not _names_month(printed := " ".join(text.split())):
            continue
        year = _fiscal_year_of(printed, int(month))
        if year is not None and fiscal_year is not None and year != fiscal_year:
            facts: dict[str, Fact] = {"printed": printed, "year": year, "fiscal_year": fiscal_year}
            yield _finding("PLN057", row, {"project": title_of(project), **facts}, "months")


def _names_month(printed: str) -> bool:
    """Whether a text is not much more than a month's name, such as "ต.ค. 67"."""
    letters = _NOT_LETTERS.sub("", printed)
    return any(
        letters == _NOT_LETTERS.sub("", spelling)
        for entry in load("months")["month"]
        for spelling in (entry["name"], entry["abbreviation"], *entry["variants"])
    )


def _named(fact: str, month: int) -> dict[str, Fact]:
    thai = next(entry["name"] for entry in load("months")["month"] if entry["number"] == month)
    return {f"{fact}_th": thai, f"{fact}_en": month_name[month]}


def _fiscal_year_of(printed: str, month: int) -> int | None:
    """The fiscal year (Buddhist era) that a printed month and year such as "ต.ค. 65" lie in; None without a year."""
    match = _YEAR.search(printed)
    if match is None:
        return None
    # int() reads Thai digits as well.
    year = int(match[1])
    year = year + _CENTURY if year < _CENTURY else year
    return year + 1 if month >= _FIRST_MONTH else year
