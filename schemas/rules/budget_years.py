"""Money in years that the plan does not span."""

from collections.abc import Iterator

from schemas.findings import Finding
from schemas.findings.finding import Fact
from schemas.plan import Plan
from schemas.rules.place import path_of, place_of, title_of


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
        path = path_of(indices[0], f"budgets.{year}")
        yield Finding(code="PLN035", facts=facts, provenance=place_of(first.source), path=path)
