"""What became of a plan's projects in its year, as data for the evaluation."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from schemas.findings import Finding
from schemas.model import Frozen
from schemas.plan import Baht, Heading, Month, Organization, to_baht
from schemas.year_forms import Status

Outcome = Literal["done", "under_way", "not_begun", "cancelled", "unreported"]
OUTCOMES: tuple[Outcome, ...] = ("done", "under_way", "not_begun", "cancelled", "unreported")
_TO_PERCENT = Decimal("0.01")


class ProjectResult(Frozen):
    """A project and what was reported of it.

    `index` is its 0-based place in the plan. `quarters` are the statuses of October to December, and so on.
    `outcome` is that of the last quarter with one; "unreported" where none has. `row` is the sheet's, 1-based.
    """

    index: int
    number: str | None = None
    name: str
    strategy: Heading | None = None
    program: str | None = None
    unit: str | None = None
    months: tuple[Month, ...] = ()
    planned: Baht | None = None
    quarters: tuple[Status | None, Status | None, Status | None, Status | None] = (None, None, None, None)
    outcome: Outcome = "unreported"
    spent: Baht | None = None
    result: str | None = None
    reason: str | None = None
    row: int | None = None


class GroupResult(Frozen):
    """The figures of some projects: those of a strategy, or all; `heading` is None for projects under none."""

    heading: Heading | None = None
    projects: int
    outcomes: dict[Outcome, int]
    planned: Baht
    spent: Baht

    @property
    def done_percent(self) -> Decimal:
        """The share of the projects that are done, two places; 0.00 of none."""
        return percent(Decimal(self.outcomes["done"]), Decimal(self.projects))

    @property
    def spent_percent(self) -> Decimal:
        """The share of the planned money that was spent, two places; 0.00 where nothing was planned."""
        return percent(Decimal(self.spent), Decimal(self.planned))

    @property
    def left(self) -> Decimal:
        """Planned less spent, in baht; below zero where more was spent."""
        return Decimal(self.planned) - Decimal(self.spent)


class Evaluation(Frozen):
    """The year-end evaluation of a plan: its figures, each project, and what is doubtful in the sheet."""

    plan: str
    title: str
    organization: Organization
    year: int | None
    whole: GroupResult
    strategies: tuple[GroupResult, ...]
    results: tuple[ProjectResult, ...]
    findings: tuple[Finding, ...] = ()


def percent(part: Decimal, whole: Decimal) -> Decimal:
    """The share in per cent with two places, half up; 0.00 of nothing."""
    if not whole:
        return Decimal("0.00")
    return (100 * part / whole).quantize(_TO_PERCENT, ROUND_HALF_UP)


def group_of(heading: Heading | None, results: Sequence[ProjectResult]) -> GroupResult:
    """The figures of some results."""
    return GroupResult(
        heading=heading,
        projects=len(results),
        outcomes={outcome: sum(each.outcome == outcome for each in results) for outcome in OUTCOMES},
        planned=_sum(each.planned for each in results),
        spent=_sum(each.spent for each in results),
    )


def _sum(amounts: Iterable[Baht | None]) -> Baht:
    return to_baht(sum((Decimal(amount) for amount in amounts if amount), Decimal(0)))
