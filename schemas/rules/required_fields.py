"""What each project must have by its form."""

from collections.abc import Iterator

from schemas.findings import Finding
from schemas.plan import Plan, Project
from schemas.rules.place import path_of, place_of, title_of


def required_fields(plan: Plan) -> Iterator[Finding]:
    """PLN006 without a name (ผ.03 lists items by their target), PLN005 without money, PLN007 without a strategy."""
    uses_strategies = any(project.strategy for project in plan.projects)
    for index, project in enumerate(plan.projects):
        place = place_of(project.source)
        facts = {"project": title_of(project)}
        if not _is_named(project):
            row = {"table": (place.table or 0) + 1, "row": (place.row or 0) + 1}
            yield Finding(code="PLN006", facts=row, provenance=place, path=path_of(index, "name"))
        if _money_is_blank(project):
            yield Finding(code="PLN005", facts=facts, provenance=place, path=path_of(index, "budget"))
        if uses_strategies and project.strategy is None and project.form not in _WITHOUT_STRATEGY:
            yield Finding(code="PLN007", facts=facts, provenance=place, path=path_of(index, "strategy"))


_WITHOUT_STRATEGY = ("ผด.02/1", "ผ.03")
"""Lists of equipment are grouped by type and แผนงาน."""


def _is_named(project: Project) -> bool:
    return bool(project.name or (project.form == "ผ.03" and project.target))


def _money_is_blank(project: Project) -> bool:
    return project.budget is None and not project.budgets and project.budget_text is None
