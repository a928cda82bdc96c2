"""The figures of one plan, and of a province: what its summary shows. Money is a decimal string in baht."""

from collections.abc import Mapping
from typing import Literal

from schemas.findings.catalog import Severity
from schemas.model import Frozen
from schemas.plan import Baht, Organization, PlanKind

Grouping = Literal["strategy", "program", "area"]
_PROVINCIAL, _WHOLE_PROVINCE = "องค์การบริหารส่วนจังหวัด", "ทั้งจังหวัด"
GROUPINGS: tuple[Grouping, ...] = ("strategy", "program", "area")


class Share(Frozen):
    """The projects and the money under one name; `name` is "" where the projects have none."""

    name: str
    projects: int
    baht: Baht


class PlanFigures(Frozen):
    """One plan in figures: its money over all its years, by strategy, แผนงาน and ด้าน, and by fiscal year.

    `findings` counts by severity what a person has to look at.
    """

    kind: PlanKind
    organization: Organization
    fiscal_year: int | None = None
    fiscal_year_end: int | None = None
    edition: str | None = None
    projects: int
    baht: Baht
    shares: Mapping[Grouping, tuple[Share, ...]] = {}
    years: Mapping[str, Baht] = {}
    findings: Mapping[Severity, int] = {}

    def period(self) -> str:
        """ "2566", "2566-2570" for several years, "" where the year is not known."""
        if self.fiscal_year is None:
            return ""
        if self.fiscal_year_end in (None, self.fiscal_year):
            return str(self.fiscal_year)
        return f"{self.fiscal_year}-{self.fiscal_year_end}"


class Place(Frozen):
    """A local government by its names; "" for what is not known."""

    province: str = ""
    district: str = ""
    name: str = ""

    @staticmethod
    def of(organization: Organization) -> "Place":
        """The place of a plan's organization; a provincial one is its whole province's, as its name says."""
        is_provincial = organization.type == _PROVINCIAL
        return Place(
            province=organization.province or (organization.name if is_provincial else "") or "",
            district=organization.district or (_WHOLE_PROVINCE if is_provincial else ""),
            name=organization.full_name,
        )


class Book(Frozen):
    """One plan that was read: where it came from, where the fresh one lies, and its figures."""

    source: str
    copies: tuple[str, ...] = ()
    fresh: str = ""
    figures: PlanFigures


class Unreadable(Frozen):
    """A file that gave no plan, with the reason in both languages."""

    source: str
    code: str
    reason_th: str
    reason_en: str


class Province(Frozen):
    """All that a run of a batch knows: `expected` are the local governments that should have handed in their plans."""

    books: tuple[Book, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    expected: tuple[Place, ...] = ()
