"""A project as rows of the archive's tables: what lists show, and what questions ask for."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from outputs.writable import without_controls
from pipeline.archive.words import letters_of
from schemas.plan import Plan, Project

_SATANG_PER_BAHT: Final = 100
Row = dict[str, Any]


def storable(text: str | None) -> str | None:
    """The text without what a database column cannot hold; the whole is in the reading's content."""
    return None if text is None else without_controls(text)


def to_satang(baht: str | Decimal) -> int:
    """Whole satang."""
    return int(Decimal(baht) * _SATANG_PER_BAHT)


def to_baht(satang: int) -> Decimal:
    """Baht with two places."""
    return Decimal(satang).scaleb(-2)


def shown_name(project: Project) -> str:
    """The name; what is bought where a form has no column of names (ผ.03)."""
    return project.name or project.target or project.details or ""


def plan_total_satang(plan: Plan) -> int:
    """All money of the plan."""
    return sum(to_satang(project.total_baht()) for project in plan.projects)


def project_row(plan_id: int, position: int, project: Project) -> Row:
    """The project's own row; `position` counts from 1. No money is None, not 0."""
    has_money = project.budget is not None or bool(project.budgets)
    return {
        "plan_id": plan_id,
        "position": position,
        "form": project.form,
        "number": storable(project.number),
        "name": storable(shown_name(project)),
        "strategy": storable(project.strategy.name if project.strategy else None),
        "program": storable(project.program),
        "location": storable(project.location),
        "responsible_unit": storable(project.responsible_unit),
        "total_satang": to_satang(project.total_baht()) if has_money else None,
        "letters": storable(letters_of((shown_name(project), project.location))),
    }


def unit_rows(project_id: int, project: Project) -> Iterator[Row]:
    """One row per unit in charge."""
    for position, each in enumerate(project.responsible_units, 1):
        yield {
            "project_id": project_id,
            "position": position,
            "unit": storable(each.unit),
            "sub_unit": storable(each.sub_unit),
        }


def money_rows(project_id: int, project: Project, plan: Plan) -> Iterator[Row]:
    """One row per year with money; an operation plan's is of the plan's year, where that is known."""
    amounts = dict(project.budgets)
    if project.budget is not None and plan.fiscal_year is not None:
        amounts = {str(plan.fiscal_year): project.budget}
    for year, amount in sorted(amounts.items()):
        yield {"project_id": project_id, "fiscal_year": int(year), "amount_satang": to_satang(amount)}
