"""What the figures of a summary should be for some projects."""

from collections.abc import Sequence
from decimal import Decimal

from schemas.plan import Project
from schemas.rules.required_fields import is_reference

ROUNDING_BAHT = Decimal(1)
"""Summaries drop the satang."""


def differs(declared: Decimal, computed: Decimal) -> bool:
    """Whether two amounts in baht differ by more than the satang that a summary drops."""
    if declared == declared.to_integral_value():
        return abs(declared - computed) >= ROUNDING_BAHT
    return declared != computed


def money(project: Project, year: int | None) -> Decimal:
    """The project's baht in a fiscal year (Buddhist era), over all years for None."""
    return project.total_baht() if year is None else Decimal(project.budgets.get(str(year), "0"))


def counts(projects: Sequence[Project], year: int | None) -> tuple[int, ...]:
    """The counts that a summary may rightly print, the usual one first.

    ผ.01 counts a project once per year in which it has money, over all years by adding these up; some offices
    count the points of a project, and some leave out rows that only say where a project went.
    """
    if year is not None:
        with_money = [project for project in projects if str(year) in project.budgets]
        return len(with_money), sum(_items(project, str(year)) for project in with_money)
    real = sum(not is_reference(project) for project in projects)
    funded = sum(bool(project.total_baht()) for project in projects)
    if not any(project.budgets for project in projects):
        return len(projects), real, funded
    by_year = sum(len(project.budgets) for project in projects)
    items = sum(_items(project, year_of) for project in projects for year_of in project.budgets)
    return by_year, len(projects), real, funded, items


def _items(project: Project, year: str) -> int:
    return sum(year in point.budgets for point in project.points) or 1
