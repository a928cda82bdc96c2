"""What a visitor can filter projects by, and how the plan's money divides over its strategies."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from outputs.docx.headings import governing_groups, heading_line, kind_of
from outputs.html.phrases import page_words
from outputs.summaries import money_shares_of_rows
from schemas.plan import EQUIPMENT_FORMS, FISCAL_MONTHS, Group, Plan, Project
from schemas.vocabulary import load


@dataclass(frozen=True, slots=True)
class Facets:
    """The values of each filter, each once and in order of its first project; months in fiscal order."""

    strategies: tuple[str, ...]
    programs: tuple[str, ...]
    units: tuple[str, ...]
    months: tuple[int, ...]
    years: tuple[str, ...]

    def place(self, which: Literal["strategies", "programs"], value: str | None) -> int | None:
        """The index of `value` in a filter; None for none."""
        values: tuple[str, ...] = getattr(self, which)
        return None if value is None else values.index(value)


@dataclass(frozen=True, slots=True)
class Share:
    """The projects and the money of one strategy; `percent` is its share of all money, with two places."""

    label: str
    count: int
    amount: Decimal
    percent: Decimal


def facets_of(plan: Plan) -> Facets:
    """What the plan's projects can be filtered by."""
    months = {month for project in plan.projects for month in project.months}
    years = {year for project in plan.projects for year in project.budgets}
    return Facets(
        strategies=_each(strategy_of(project) for project in plan.projects),
        programs=_each(program_of(project) for project in plan.projects),
        units=_each(unit for project in plan.projects for unit in units_of(project)),
        months=tuple(month for month in FISCAL_MONTHS if month in months),
        years=tuple(sorted(years)),
    )


def strategy_of(project: Project) -> str | None:
    """The line of the strategy that the project stands under."""
    group = _governing(project, "strategy")
    return heading_line(group) if group else None


def program_of(project: Project) -> str | None:
    """The project's แผนงาน, without a number."""
    group = _governing(project, "program")
    return project.program or (heading_line(group.model_copy(update={"number": None})) if group else None)


def units_of(project: Project) -> tuple[str, ...]:
    """The units in charge without their sub-units, each once."""
    return _each(unit.unit for unit in project.responsible_units) or _each([project.responsible_unit])


def money_shares(plan: Plan) -> tuple[Share, ...]:
    """The plan's money by strategy, or by แผนงาน where it has no strategies; empty for a plan without money.

    The shares add up those of the summary's rows, which stand on the same page.
    """
    label_of = _chart_label(plan)
    found: dict[str, list[Project]] = {}
    for project in plan.projects:
        found.setdefault(label_of(project), []).append(project)
    if not any(project.total_baht() for project in plan.projects):
        return ()
    percents = dict.fromkeys(found, Decimal("0.00"))
    for projects, percent in money_shares_of_rows(plan):
        percents[label_of(projects[0])] += percent
    return tuple(
        Share(
            label,
            len(members),
            sum((project.total_baht() for project in members), Decimal(0)),
            percents[label],
        )
        for label, members in found.items()
    )


def _chart_label(plan: Plan) -> Callable[[Project], str]:
    """What a project is counted under: its strategy, or its แผนงาน where the plan has no strategies."""
    words = page_words()["money"]
    by_strategy = any(strategy_of(project) for project in plan.projects)
    line: Callable[[Project], str | None] = strategy_of if by_strategy else program_of
    unnamed: str = words["no_strategy" if by_strategy else "no_program"]
    return lambda project: line(project) or _unnamed(project, unnamed)


def _unnamed(project: Project, words: str) -> str:
    """What projects without a heading are listed as: equipment usually stands under no strategy."""
    if project.form in EQUIPMENT_FORMS:
        title: str = load("book_texts")["summary"]["forms"][project.form]
        return title
    return words


def _governing(project: Project, kind: str) -> Group | None:
    groups = governing_groups(project, frozenset())
    return next((group for group in groups if kind_of(group).kind == kind), None)


def _each(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
