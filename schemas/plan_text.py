"""Values of a Plan as people write them, so that they can be read back: "245,000", "ต.ค.-ธ.ค.", "1. การพัฒนาคน"."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from schemas.plan import FISCAL_MONTHS, Heading, Organization, Plan, Project
from schemas.plan_path import project_index, steps_of, value_at
from schemas.vocabulary import load

_MONEY = frozenset({"budget", "amount"})


def text_at(plan: Plan, path: str) -> str:
    """The value at `path` on one line, "" for none; what stands for money ("-") where there is no amount.

    NoSuchPlace where the Plan has no such place.
    """
    value = value_at(plan, path)
    steps = steps_of(path)
    last = steps[-1]
    if last in ("budget", "budgets") and not value and (index := project_index(path)) is not None:
        return plan.projects[index].budget_text or ""
    if last in _MONEY or "budgets" in steps[-2:-1]:
        return baht_text(value)
    if last == "finish_month":
        return month_text(value, full=True) if value else ""
    return months_text(value) if last == "months" else _plain(value)


def _plain(value: Any) -> str:
    match value:
        case Heading():
            return f"{value.number}. {value.name}" if value.number else value.name
        case Organization():
            return value.full_name
        case Project():
            return value.name or value.target or value.details or value.number or ""
        case dict():
            return "; ".join(f"{year}: {baht_text(amount)}" for year, amount in value.items())
        case tuple():
            return ", ".join(map(_plain, value))
        case _:
            return "" if value is None else " ".join(str(value).split())


def baht_text(amount: str | Decimal | None) -> str:
    """ "245,000", or "238,613.38" where there are satang; "" for no amount."""
    return "" if amount is None else f"{Decimal(amount):,.2f}".removesuffix(".00")


def money_text(project: Project) -> str:
    """All money of a project: its amount, its amounts by year, or what stands for money."""
    if project.budgets:
        return _plain(project.budgets)
    return baht_text(project.budget) or project.budget_text or ""


def month_text(month: int, full: bool = False) -> str:
    """The name of a calendar month (1 to 12), abbreviated unless `full`."""
    names = {entry["number"]: entry["name" if full else "abbreviation"] for entry in load("months")["month"]}
    return str(names[month])


def month_runs(months: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Runs of consecutive fiscal months as (first, last) positions in FISCAL_MONTHS, 0-based, last included."""
    runs: list[tuple[int, int]] = []
    for position in sorted({FISCAL_MONTHS.index(month) for month in months}):
        if runs and runs[-1][1] == position - 1:
            runs[-1] = (runs[-1][0], position)
        else:
            runs.append((position, position))
    return tuple(runs)


def months_text(months: Iterable[int]) -> str:
    """Calendar months as runs of the fiscal year: "ต.ค.-ธ.ค., ก.พ."."""
    return ", ".join(_run_text(first, last) for first, last in month_runs(months))


def _run_text(first: int, last: int) -> str:
    begin, end = (month_text(FISCAL_MONTHS[position]) for position in (first, last))
    return begin if first == last else f"{begin}-{end}"
