"""What a generated plan says, before anybody types it: the same for every program that sets it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from bench.legacy_plans.content import Author, Place, Section, draw_place
from bench.legacy_plans.layout import Layout
from bench.legacy_plans.pages import narrative_of, plan_title
from bench.legacy_plans.sections import draw_equipment, draw_listed_equipment, draw_sections
from schemas.document import Source
from schemas.plan import DeclaredTotal, Form, NarrativeSection, Plan, PlanKind, Project

_EXTRA_FORM_SHARE = 4  # of the projects of ผ.02, one in so many again under ผ.02/1 or ผ.02/2
_WRONG_TOTAL_SHARE = 0.3
_LARGEST_ERROR_BAHT = 900


@dataclass(frozen=True)
class Contents:
    """A plan's words and figures with the layout that shows them."""

    seed: int
    layout: Layout
    kind: PlanKind
    place: Place
    fiscal_year: int
    last_year: int
    edition: str | None
    forms: tuple[tuple[Form, tuple[Section, ...]], ...]

    @property
    def title(self) -> str:
        """The line that names the plan and its years."""
        return plan_title(self.kind, self.fiscal_year, self.last_year, self.edition)

    @property
    def years(self) -> tuple[str, ...]:
        """The years of a development plan."""
        return tuple(str(year) for year in range(self.fiscal_year, self.last_year + 1))

    @property
    def narrative(self) -> tuple[NarrativeSection, ...]:
        """The introduction, where the layout has one."""
        return narrative_of(self.kind, self.place) if self.layout.narrative else ()

    def truth(self, source: Source) -> Plan:
        """The Plan that a faultless reader gives, whatever the file's format."""
        sections = [section for _, found in self.forms for section in found]
        return Plan(
            kind=self.kind,
            organization=self.place.organization,
            fiscal_year=self.fiscal_year,
            fiscal_year_end=self.last_year,
            edition=self.edition,
            narrative=self.narrative,
            projects=tuple(project for section in sections for project in section.projects),
            declared_totals=tuple(total for section in sections for total in section.totals),
            source=source,
        )


def draw_contents(seed: int, layout: Layout, kind: PlanKind, projects: int) -> Contents:
    """The contents of a seed; `projects` counts those of ผด.02 or ผ.02."""
    # Content and hand draw from streams of their own, so that a change of looks leaves the truth alone.
    rng = Random(f"{seed}/content")
    place = draw_place(rng)
    if kind == "operation_plan":
        fiscal_year = last_year = rng.randint(2562, 2570)
    else:
        fiscal_year = rng.randint(2556, 2568)
        last_year = fiscal_year + layout.years - 1
    author = Author(rng, layout, place, fiscal_year)
    number = rng.randint(1, 4)
    edition = f"แก้ไขครั้งที่ {number}/{fiscal_year}" if layout.edition else None
    drawn = _operation_forms if kind == "operation_plan" else _development_forms
    totals = Random(f"{seed}/totals")
    forms = tuple(
        (form, tuple(replace(section, totals=_declared(totals, layout, section)) for section in sections))
        for form, sections in drawn(author, projects)
    )
    return Contents(seed, layout, kind, place, fiscal_year, last_year, edition, forms)


_Forms = Iterator[tuple[Form, tuple[Section, ...]]]


def _operation_forms(author: Author, projects: int) -> _Forms:
    yield "ผด.02", draw_sections(author, "ผด.02", projects)
    if author.layout.equipment:
        yield "ผด.02/1", draw_equipment(author, 2)


def _development_forms(author: Author, projects: int) -> _Forms:
    yield "ผ.02", draw_sections(author, "ผ.02", projects)
    more = max(1, projects // _EXTRA_FORM_SHARE)
    if author.layout.village_form:
        yield "ผ.02/1", draw_sections(author, "ผ.02/1", more)
    if author.layout.beyond_form:
        yield "ผ.02/2", draw_sections(author, "ผ.02/2", more)
    if author.layout.equipment:
        yield "ผ.03", draw_listed_equipment(author, 2)


# ---- totals ----


def _declared(rng: Random, layout: Layout, section: Section) -> tuple[DeclaredTotal, ...]:
    """What the section's row รวม prints, right or wrong; nothing where no project has money."""
    if not layout.totals:
        return ()
    scope = "program" if section.groups else "table"
    count = len(section.projects) if layout.wording % 2 else None
    return tuple(
        DeclaredTotal(
            label="รวม", scope=scope, year=year, count=count, amount=f"{_printed(rng, layout, amount):.2f}"
        )
        for year, amount in sums(section.projects).items()
    )


def _printed(rng: Random, layout: Layout, amount: Decimal) -> Decimal:
    if layout.wrong_totals and rng.random() < _WRONG_TOTAL_SHARE:
        return amount + rng.randint(1, _LARGEST_ERROR_BAHT)
    return amount


def sums(projects: tuple[Project, ...]) -> dict[int | None, Decimal]:
    """Money by year; an operation plan's under None."""
    found: dict[int | None, Decimal] = {}
    for project in projects:
        if project.budget is not None:
            found[None] = found.get(None, Decimal(0)) + Decimal(project.budget)
        for year, amount in project.budgets.items():
            found[int(year)] = found.get(int(year), Decimal(0)) + Decimal(amount)
    return {year: found[year] for year in sorted(found, key=lambda key: key or 0) if found[year]}
