"""Money in years that the plan does not span."""

from collections.abc import Iterator

from schemas.findings import Finding
from schemas.findings.finding import Fact
from schemas.plan import Plan
from schemas.rules.place import finding_on, title_of


def budget_years(plan: Plan) -> Iterator[Finding]:
    """PLN035 once for each year with money outside the plan's years, at the first project that has it."""
    span = plan.budget_years()
    if plan.kind != "development_plan" or not span:
        return
    rows: dict[str, list[int]] = {}
    for index, project in enumerate(plan.projects):
        for year in project.budgets:
            if int(year) not in span:
                rows.setdefault(year, []).append(index)
    for year, indices in rows.items():
        first = plan.projects[indices[0]]
        facts: dict[str, Fact] = {
            "year": int(year),
            "first": span[0],
            "last": span[-1],
            "rows": len(indices),
            "project": title_of(first),
        }
        yield finding_on(indices[0], first, f"budgets.{year}", "PLN035", facts)
