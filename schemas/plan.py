"""The Plan: the contract of the plan file (`phaen extract -o plan.json`).

Text is NFC with Arabic digits and single spaces, lines joined. Money is a decimal string in baht with two
places. Years are Buddhist era. Keys never change without a new `schema_version`.
"""

from decimal import Decimal
from typing import Annotated, Final, Literal

from pydantic import Field, StringConstraints

from schemas.document import BBox, Source
from schemas.model import Frozen

SCHEMA_VERSION: Final = "1"

Baht = Annotated[str, StringConstraints(pattern=r"^\d+\.\d{2}$")]
YearBE = Annotated[int, Field(ge=2400, le=2700)]
Month = Annotated[int, Field(ge=1, le=12)]
Form = Literal["ผด.02", "ผด.02/1", "ผ.02", "ผ.02/1", "ผ.02/2", "ผ.03"]
PlanKind = Literal["operation_plan", "development_plan"]

OPERATION_FORMS: tuple[Form, ...] = ("ผด.02", "ผด.02/1")
DEVELOPMENT_FORMS: tuple[Form, ...] = ("ผ.02", "ผ.02/1", "ผ.02/2", "ผ.03")
EQUIPMENT_FORMS: tuple[Form, ...] = ("ผด.02/1", "ผ.03")
"""Lists of equipment, grouped by its type and แผนงาน; no strategy governs them."""
FISCAL_MONTHS: tuple[int, ...] = (10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9)
"""Calendar months in the order of the Thai fiscal year, which runs from October to September."""


def to_baht(amount: Decimal) -> Baht:
    """An amount as the plan file writes it: baht with two places, "245000.00"."""
    return f"{amount:.2f}"


class Organization(Frozen):
    """The local administrative organization: `type` in full, `name` without it."""

    type: str | None = None
    name: str | None = None
    district: str | None = None
    province: str | None = None

    @property
    def full_name(self) -> str:
        """Type and name as they are printed, "เทศบาลตำบลตัวอย่าง"; "" where neither is known.

        A name that only repeats its type is printed once: เมืองพัทยา has none of its own.
        """
        return f"{self.type or ''}{self.name if self.name and self.name != self.type else ''}"


class Heading(Frozen):
    """A strategy or tactic: the name without its label and number."""

    number: str | None = None
    name: str


class Group(Frozen):
    """One governing heading of any level, such as label "กลยุทธ์", number "1.2", and its name."""

    label: str
    number: str | None = None
    name: str


class ResponsibleUnit(Frozen):
    """A unit in charge and, where it is printed, its sub-unit (งาน, ฝ่าย)."""

    unit: str
    sub_unit: str | None = None


class Point(Frozen):
    """One of several points (จุดที่ 1, 2, 3) that stand under one project number."""

    target: str | None = None
    budgets: dict[str, Baht] = {}
    expected_result: str | None = None
    responsible_unit: str | None = None


class RecordSource(Frozen):
    """Where a record was read, and its cells as printed, by field name."""

    page: int | None = None
    table: int | None = None
    row: int | None = None
    bbox: BBox | None = None
    raw: dict[str, str] = {}


class Project(Frozen):
    """One project, activity or piece of equipment of a plan.

    `budget` is the money of an operation plan's fiscal year; `budgets` maps the years of a development plan
    that have money to it. `budget_text` is what stands for money where there is none ("-", "ไม่ใช้งบประมาณ").
    `months` are calendar months in fiscal order.
    """

    form: Form
    strategy: Heading | None = None
    tactic: Heading | None = None
    groups: tuple[Group, ...] = ()
    program: str | None = None
    number: str | None = None
    name: str | None = None
    details: str | None = None
    objective: str | None = None
    target: str | None = None
    kpi: str | None = None
    expected_result: str | None = None
    location: str | None = None
    responsible_unit: str | None = None
    responsible_units: tuple[ResponsibleUnit, ...] = ()
    budget: Baht | None = None
    budgets: dict[str, Baht] = {}
    budget_text: str | None = None
    fund_source: str | None = None
    months: tuple[Month, ...] = ()
    finish_month: Month | None = None
    procurement_method: str | None = None
    equipment_type: str | None = None
    points: tuple[Point, ...] = ()
    source: RecordSource = RecordSource()
    confidence: float = Field(default=1.0, ge=0.0, le=1.0)

    def total_baht(self) -> Decimal:
        """All money of the project over its years, in baht; zero where it has none."""
        amounts = [self.budget] if self.budget is not None else list(self.budgets.values())
        return sum((Decimal(amount) for amount in amounts), Decimal(0))


class DeclaredTotal(Frozen):
    """A total that the source prints; kept as printed, never used in place of the rows.

    `scope` is "table", "program", "tactic", "strategy" or "plan"; `year` is None where the total is not of one year.
    """

    label: str
    scope: str
    year: YearBE | None = None
    count: int | None = None
    amount: Baht | None = None
    source: RecordSource = RecordSource()


class NarrativeSection(Frozen):
    """A titled part of the text outside the project tables; `level` is 1-based, 1 for a part of the book."""

    title: str
    level: int = Field(ge=1)
    paragraphs: tuple[str, ...] = ()


class Plan(Frozen):
    """One edition of a plan, normalized."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    kind: PlanKind
    organization: Organization = Organization()
    fiscal_year: YearBE | None = None
    fiscal_year_end: YearBE | None = None
    edition: str | None = None
    narrative: tuple[NarrativeSection, ...] = ()
    projects: tuple[Project, ...] = ()
    declared_totals: tuple[DeclaredTotal, ...] = ()
    source: Source

    def budget_years(self) -> tuple[int, ...]:
        """The fiscal years that the plan spans, Buddhist era; empty where no year is known."""
        if self.fiscal_year is None:
            return ()
        return tuple(range(self.fiscal_year, (self.fiscal_year_end or self.fiscal_year) + 1))
