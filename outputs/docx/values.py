"""Values as a table prints them (digits still Arabic; the ink turns them)."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from outputs.docx.forms import month_name
from schemas.plan import Project

_PLAIN_FIELDS = frozenset(
    {
        "number", "name", "details", "objective", "target", "kpi", "expected_result", "location",
        "responsible_unit", "program", "equipment_type", "procurement_method",
    }
)  # fmt: skip


def money_text(baht: Decimal) -> str:
    """ "245,000", or "238,613.38" where there are satang."""
    text = f"{baht:,.2f}"
    return text.removesuffix(".00")


def field_text(project: Project, field: str) -> str:
    """The text of a field that is neither money nor months; empty where the project has none."""
    if field == "finish_month":
        return month_name(project.finish_month, full=True) if project.finish_month else ""
    if field not in _PLAIN_FIELDS:
        raise ValueError(f"no text field: {field}")
    return getattr(project, field) or ""


def has_field(project: Project, field: str) -> bool:
    """Whether the project has something to print in that column."""
    if field == "fixed_text":
        return True
    return bool(getattr(project, field))


def _amounts(projects: Iterable[Project], year: str | None) -> Iterator[Decimal]:
    """The amounts of one year of a development plan, or (None) of an operation plan's year."""
    for project in projects:
        amount = project.budget if year is None else project.budgets.get(year)
        if amount is not None:
            yield Decimal(amount)


def has_money(projects: Iterable[Project], year: str | None) -> bool:
    """Whether any project has an amount in that year, be it zero."""
    return next(_amounts(projects, year), None) is not None


def year_sum(projects: Iterable[Project], year: str | None) -> Decimal:
    """The money of the projects in one year of a development plan, or (None) of an operation plan's year."""
    return sum(_amounts(projects, year), Decimal(0))
