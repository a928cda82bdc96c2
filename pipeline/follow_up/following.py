"""Which projects are followed, and by which key a row of the sheet knows its project."""

import hashlib
from collections.abc import Sequence

from outputs.follow_up.model import ProjectResult
from parsers.thai.likeness import read_name
from schemas.failures import UsageFailure
from schemas.plan import Plan, Project

_DIGEST_LENGTH = 6


def followed(plan: Plan, year: int | None = None) -> tuple[ProjectResult, ...]:
    """What is followed, nothing reported yet: all projects of an operation plan, or those with money in `year`.

    Of a development plan the year is its first unless given. UsageFailure OUT030 where there is nothing.
    """
    asked = year or plan.fiscal_year
    results = tuple(
        _result(index, project, plan, asked)
        for index, project in enumerate(plan.projects)
        if plan.kind == "operation_plan" or str(asked) in project.budgets
    )
    is_other_year = plan.kind == "operation_plan" and plan.fiscal_year not in (None, asked)
    if not results or is_other_year:
        raise UsageFailure("OUT030", name=plan.source.name, year=str(asked or "-"))
    return results


def _result(index: int, project: Project, plan: Plan, year: int | None) -> ProjectResult:
    is_operation = plan.kind == "operation_plan"
    return ProjectResult(
        index=index,
        number=project.number,
        name=project.name or project.target or project.details or "-",
        strategy=project.strategy,
        program=project.program,
        unit=project.responsible_unit,
        months=project.months or ((project.finish_month,) if project.finish_month else ()),
        planned=project.budget if is_operation else project.budgets.get(str(year)),
    )


def keys_of(plan: Plan, results: Sequence[ProjectResult]) -> tuple[str, ...]:
    """A key for each: its place in the plan, and a digest of what names it, which a new number does not change."""
    return tuple(f"{each.index + 1:03d}-{_digest(plan.projects[each.index])}" for each in results)


def _digest(project: Project) -> str:
    named = (project.form, project.program, project.name, project.target, project.location)
    return hashlib.sha256("\x1f".join(part or "" for part in named).encode()).hexdigest()[:_DIGEST_LENGTH]


def find_result(key: str, name: str, keys: Sequence[str], results: Sequence[ProjectResult]) -> int | None:
    """The place among `results` that a row's key means, or its name where the key is gone; None for no one of them.

    A name that several projects have tells nothing by itself.
    """
    if key in keys:
        return keys.index(key)
    ending = key.rpartition("-")[2]
    same = [place for place, own in enumerate(keys) if ending and own.endswith(f"-{ending}")]
    if len(same) == 1:
        return same[0]
    asked = read_name(name).key
    named = [place for place, each in enumerate(results) if asked and read_name(each.name).key == asked]
    return named[0] if len(named) == 1 else None
