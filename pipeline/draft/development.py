"""Projects of a development plan as an operation plan has them, where the development plan is the source."""

from collections.abc import Iterator

from schemas.failures import UsageFailure
from schemas.plan import Plan, Project

_NOT_OWN_FORM = "ผ.02/2"
_EQUIPMENT_FORM = "ผ.03"
_BOUGHT = "เพื่อจัดซื้อ"


def activities(plan: Plan, year: int) -> Iterator[tuple[Project, bool]]:
    """The projects with money in `year` as activities, and whether each is beyond the LAO's capacity (form ผ.02/2).

    Objectives, indicators and results are the development plan's and are left out. UsageFailure DRF012 for a
    year outside the plan.
    """
    years = plan.budget_years()
    if year not in years:
        facts = {"first": years[0], "last": years[-1]} if years else {"first": "-", "last": "-"}
        raise UsageFailure("DRF012", name=plan.source.name, year=year, **facts)
    for project in plan.projects:
        if str(year) in project.budgets:
            yield _activity(project, str(year)), project.form == _NOT_OWN_FORM


def _activity(project: Project, year: str) -> Project:
    is_equipment = project.form == _EQUIPMENT_FORM
    target = _target(project, year)
    named = project.name or (target or "").removeprefix(_BOUGHT).strip() or project.details
    return project.model_copy(
        update={
            "form": "ผด.02/1" if is_equipment else "ผด.02",
            "name": named,
            "details": target if project.name else project.details,
            "objective": None,
            "target": None,
            "kpi": None,
            "expected_result": None,
            "budget": project.budgets[year],
            "budgets": {},
            "budget_text": None,
            "points": (),
        }
    )


def _target(project: Project, year: str) -> str | None:
    """What is to be done that year: of several points, those with money in it."""
    told = [point.target for point in project.points if year in point.budgets and point.target]
    return " ".join(told) or project.target
