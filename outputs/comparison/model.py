"""What a comparison says, as data. Money is in baht, years are Buddhist era, indices count from 0."""

from decimal import Decimal
from typing import Literal

from schemas.model import Frozen
from schemas.plan import Baht, Organization, Plan, PlanKind, Project, to_baht

ChangeKind = Literal["moved", "money", "schedule", "name", "details", "unit", "place"]
Status = Literal["continued", "new", "dropped"]
LinkVerdict = Literal["within", "above", "no_money_that_year", "no_origin"]


class ComparedPlan(Frozen):
    """Which plan was compared."""

    name: str
    kind: PlanKind
    organization: Organization = Organization()
    fiscal_year: int | None = None
    fiscal_year_end: int | None = None
    edition: str | None = None
    projects: int
    amount: Baht

    @classmethod
    def of(cls, plan: Plan) -> "ComparedPlan":
        """The plan's names and sums; the amount is of all its years together."""
        amount = sum((project.total_baht() for project in plan.projects), Decimal(0))
        return cls(
            name=plan.source.name,
            kind=plan.kind,
            organization=plan.organization,
            fiscal_year=plan.fiscal_year,
            fiscal_year_end=plan.fiscal_year_end,
            edition=plan.edition,
            projects=len(plan.projects),
            amount=to_baht(amount),
        )


class Change(Frozen):
    """One thing that differs: a field of the project as both plans have it, in words; "" for nothing there."""

    kind: ChangeKind
    field: str
    old: str
    new: str


class Pairing(Frozen):
    """A project of the old plan, of the new one, or of both: then with what changed, and how sure the match is.

    `old_index` and `new_index` are places in `Plan.projects`.
    """

    old_index: int | None = None
    new_index: int | None = None
    old: Project | None = None
    new: Project | None = None
    score: float | None = None
    changes: tuple[Change, ...] = ()

    @property
    def status(self) -> Status:
        """Whether the project goes on, is new, or was dropped."""
        if self.old is None:
            return "new"
        return "dropped" if self.new is None else "continued"

    def has(self, kind: ChangeKind) -> bool:
        """Whether something of that kind changed."""
        return any(change.kind == kind for change in self.changes)


class GroupTotal(Frozen):
    """The projects and the money under one strategy in both plans; `name` None for projects without one."""

    name: str | None = None
    old_count: int = 0
    old_amount: Baht = "0.00"
    new_count: int = 0
    new_amount: Baht = "0.00"


class Comparison(Frozen):
    """Two plans compared: each project of either stands in exactly one pairing.

    Pairings have the new plan's order, with dropped projects after those they stood behind. `is_amendment` says
    that both are editions of one year's plan.
    """

    old: ComparedPlan
    new: ComparedPlan
    is_amendment: bool
    pairings: tuple[Pairing, ...] = ()
    totals: tuple[GroupTotal, ...] = ()


class LinkedProject(Frozen):
    """A project of an operation plan and its origin in a development plan, if it has one.

    `ceiling` is the origin's money in that year, `origin_amount` what all projects of the operation plan that
    come from it have together, and `verdict` "above" says that this is over the ceiling.
    """

    index: int
    project: Project
    origin_index: int | None = None
    origin: Project | None = None
    score: float | None = None
    amount: Baht | None = None
    ceiling: Baht | None = None
    origin_amount: Baht | None = None
    verdict: LinkVerdict


class Linkage(Frozen):
    """An operation plan linked to a development plan; `year` is the fiscal year whose money counts."""

    action: ComparedPlan
    development: ComparedPlan
    year: int | None = None
    projects: tuple[LinkedProject, ...] = ()
