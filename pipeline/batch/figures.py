"""A plan in figures, for the summary of many."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from decimal import Decimal

from outputs.province.model import Grouping, PlanFigures, Share
from schemas.findings import Finding
from schemas.plan import Plan, Project
from schemas.vocabulary import load, vocabulary_cache

_PROGRAM_WORD = "แผนงาน"


def figures_of(plan: Plan, findings: Iterable[Finding]) -> PlanFigures:
    """The plan's figures, computed from its projects; printed totals have no part in them."""
    names: dict[Grouping, Callable[[Project], str]] = {
        "strategy": lambda project: project.strategy.name if project.strategy else "",
        "program": lambda project: project.program or "",
        "area": lambda project: _areas().get((project.program or "").removeprefix(_PROGRAM_WORD), ""),
    }
    return PlanFigures(
        kind=plan.kind,
        organization=plan.organization,
        fiscal_year=plan.fiscal_year,
        fiscal_year_end=plan.fiscal_year_end,
        edition=plan.edition,
        projects=len(plan.projects),
        baht=_baht(project.total_baht() for project in plan.projects),
        shares={grouping: _shares(plan.projects, name) for grouping, name in names.items()},
        years=_years(plan),
        findings=Counter(finding.severity for finding in findings),
    )


def _shares(projects: Iterable[Project], name: Callable[[Project], str]) -> tuple[Share, ...]:
    """One share per name, in the order of the plan."""
    groups: defaultdict[str, list[Decimal]] = defaultdict(list)
    for project in projects:
        groups[name(project)].append(project.total_baht())
    return tuple(Share(name=key, projects=len(money), baht=_baht(money)) for key, money in groups.items())


def _years(plan: Plan) -> dict[str, str]:
    years: defaultdict[str, Decimal] = defaultdict(Decimal)
    for project in plan.projects:
        if project.budget is not None and plan.fiscal_year:
            years[str(plan.fiscal_year)] += Decimal(project.budget)
        for year, baht in project.budgets.items():
            years[year] += Decimal(baht)
    return {year: _baht([years[year]]) for year in sorted(years)}


def _baht(amounts: Iterable[Decimal]) -> str:
    return f"{sum(amounts, Decimal(0)):.2f}"


@vocabulary_cache()
def _areas() -> dict[str, str]:
    """The ด้าน of the budget by the name of the แผนงาน, without that word."""
    return {program["name"]: program.get("area", "") for program in load("programs")["program"]}
