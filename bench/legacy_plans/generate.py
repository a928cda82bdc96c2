"""A legacy-looking plan and its truth, from a seed and a layout."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from bench.legacy_plans import book
from bench.legacy_plans.columns import columns_of
from bench.legacy_plans.content import Author, Section, draw_place
from bench.legacy_plans.layout import Layout
from bench.legacy_plans.sections import draw_equipment, draw_listed_equipment, draw_sections
from bench.legacy_plans.tables import Numberings, TableWriter, compatibility_of
from bench.legacy_plans.typing_hand import Hand
from bench.legacy_plans.wordml import package, paragraph, run
from schemas.document import Source
from schemas.plan import DeclaredTotal, Form, Group, Plan, PlanKind, Project

_NUMBER_FORMATS = {"typed": "decimal", "auto_arabic": "decimal", "auto_thai": "thaiNumbers"}
_HEADING = 30  # half points


@dataclass(frozen=True)
class LegacyPlan:
    """A generated file and what it truly says."""

    truth: Plan
    docx: bytes


def generate(
    seed: int, layout: Layout, kind: PlanKind, projects: int = 20, name: str = "plan.docx"
) -> LegacyPlan:
    """The same arguments give the same bytes; `projects` counts those of ผด.02 or ผ.02."""
    return _Generation(seed, layout, kind, projects, name).run()


class _Generation:
    def __init__(self, seed: int, layout: Layout, kind: PlanKind, projects: int, name: str) -> None:
        # Content and hand draw from streams of their own, so that a change of looks leaves the truth alone.
        rng = Random(f"{seed}/content")
        self.layout, self.kind, self.count, self.name = layout, kind, projects, name
        self.place = draw_place(rng)
        if kind == "operation_plan":
            self.fiscal_year = self.last_year = rng.randint(2562, 2570)
        else:
            self.fiscal_year = rng.randint(2556, 2568)
            self.last_year = self.fiscal_year + layout.years - 1
        self.author = Author(rng, layout, self.place, self.fiscal_year)
        self.hand = Hand(Random(f"{seed}/hand"), layout)
        self.numberings = Numberings(_NUMBER_FORMATS[layout.numbering])
        number = rng.randint(1, 4)
        self.edition = f"แก้ไขครั้งที่ {number}/{self.fiscal_year}" if layout.edition else None
        self.title = book.plan_title(kind, self.fiscal_year, self.last_year, self.edition)
        self.totals: list[DeclaredTotal] = []

    def run(self) -> LegacyPlan:
        forms = self._forms()
        body = self._front(forms) + "".join(self._form(form, sections) for form, sections in forms)
        docx = package(body, self.numberings.made, compatibility_of(self.layout))
        source = Source(
            name=self.name, sha256=hashlib.sha256(docx).hexdigest(), format="docx", size_bytes=len(docx)
        )
        projects = tuple(project for _, sections in forms for project in _all_projects(sections))
        truth = Plan(
            kind=self.kind,
            organization=self.place.organization,
            fiscal_year=self.fiscal_year,
            fiscal_year_end=self.last_year,
            edition=self.edition,
            narrative=book.narrative_of(self.kind, self.place) if self.layout.narrative else (),
            projects=projects,
            declared_totals=tuple(self.totals),
            source=source,
        )
        return LegacyPlan(truth, docx)

    def _forms(self) -> list[tuple[Form, tuple[Section, ...]]]:
        author, equipment = self.author, self.layout.equipment
        if self.kind == "operation_plan":
            forms: list[tuple[Form, tuple[Section, ...]]] = [
                ("ผด.02", draw_sections(author, "ผด.02", self.count))
            ]
            return forms + ([("ผด.02/1", draw_equipment(author, 2))] if equipment else [])
        forms = [("ผ.02", draw_sections(author, "ผ.02", self.count))]
        return forms + ([("ผ.03", draw_listed_equipment(author, 2))] if equipment else [])

    # ---- pages before the forms ----

    def _front(self, forms: list[tuple[Form, tuple[Section, ...]]]) -> str:
        layout, hand = self.layout, self.hand
        parts = [book.cover(hand, self.title, self.place)] if layout.cover else []
        if layout.narrative:
            parts.append(book.narrative(hand, book.narrative_of(self.kind, self.place)))
        if layout.other_table:
            parts.append(book.population_table(hand, self.place))
        if layout.summary_table:
            parts.append(self._summary(forms[0][1]))
        return "".join(parts)

    def _summary(self, sections: tuple[Section, ...]) -> str:
        if self.kind == "operation_plan":
            top = book.form_title(self.hand, "ผด.01", self.title, self.place)
            return top + book.operation_summary(self.hand, sections)
        top = book.form_title(self.hand, "ผ.01", self.title, self.place)
        return top + book.development_summary(self.hand, sections, self.author.years())

    # ---- forms ----

    def _form(self, form: Form, sections: tuple[Section, ...]) -> str:
        writer = TableWriter(self.hand, columns_of(form, self.hand, self.fiscal_year), self.numberings)
        if self.layout.numbers_run_on:
            writer.new_list()
        top = book.form_title(self.hand, form, self.title, self.place)
        if self.layout.one_table:
            return top + self._one_table(writer, sections)
        return top + "".join(self._tables(writer, sections))

    def _one_table(self, writer: TableWriter, sections: tuple[Section, ...]) -> str:
        """All sections in one Word table, headings (and, typed by hand, headers) inside it."""
        by_hand = self.layout.header_repeat == "by_hand"
        rows = [] if by_hand else writer.header_rows()
        before: tuple[Group, ...] = ()
        for section in sections:
            shown = section.groups if by_hand else _changed(before, section.groups)
            rows += writer.heading_rows(shown) + (writer.header_rows(first=False) if by_hand else [])
            rows += self._section_rows(writer, section, 0, len(section.projects))
            before = section.groups
        return writer.table(rows)

    def _tables(self, writer: TableWriter, sections: tuple[Section, ...]) -> Iterator[str]:
        """A table per section, or more where tables are cut by hand."""
        before: tuple[Group, ...] = ()
        for section in sections:
            shown = (
                _changed(before, section.groups) if self.layout.heading_place == "once" else section.groups
            )
            every = self.layout.cut_tables_every or len(section.projects)
            for start in range(0, len(section.projects), every):
                end = min(start + every, len(section.projects))
                again = self.layout.cut_repeats_headings
                groups = shown if start == 0 else (section.groups if again else ())
                yield self._table(writer, section, groups, start, end)
            before = section.groups

    def _table(
        self, writer: TableWriter, section: Section, groups: tuple[Group, ...], start: int, end: int
    ) -> str:
        inside = self.layout.heading_place == "inside"
        heads = "" if inside else "".join(self._heading(group) for group in groups)
        break_before = paragraph("", page_break=True) if start else paragraph("")
        rows = writer.header_rows() + (writer.heading_rows(groups) if inside else [])
        return break_before + heads + writer.table(rows + self._section_rows(writer, section, start, end))

    def _heading(self, group: Group) -> str:
        return paragraph(run(self.hand.heading(group), _HEADING, bold=True))

    def _section_rows(self, writer: TableWriter, section: Section, start: int, end: int) -> list[str]:
        if start == 0 and not self.layout.numbers_run_on:
            writer.new_list()
        rows = writer.project_rows(section, start, end)
        if self.layout.totals and end == len(section.projects):
            totals = self._declared(section)
            if totals:
                self.totals += totals
                rows.append(writer.totals_row(totals))
        return rows

    def _declared(self, section: Section) -> list[DeclaredTotal]:
        """What the section's row รวม prints; nothing where no project has money."""
        scope = "program" if section.groups else "table"
        count = len(section.projects) if self.layout.wording % 2 else None
        sums = _sums(section.projects)
        return [
            DeclaredTotal(label="รวม", scope=scope, year=year, count=count, amount=f"{amount:.2f}")
            for year, amount in sums.items()
        ]


def _sums(projects: tuple[Project, ...]) -> dict[int | None, Decimal]:
    """Money by year; an operation plan's under None."""
    sums: dict[int | None, Decimal] = {}
    for project in projects:
        if project.budget is not None:
            sums[None] = sums.get(None, Decimal(0)) + Decimal(project.budget)
        for year, amount in project.budgets.items():
            sums[int(year)] = sums.get(int(year), Decimal(0)) + Decimal(amount)
    return {year: sums[year] for year in sorted(sums, key=lambda key: key or 0) if sums[year]}


def _changed(before: tuple[Group, ...], after: tuple[Group, ...]) -> tuple[Group, ...]:
    """The headings from the first one that differs from the section before."""
    for index, group in enumerate(after):
        if index >= len(before) or before[index] != group:
            return after[index:]
    return after[-1:]


def _all_projects(sections: tuple[Section, ...]) -> tuple[Project, ...]:
    return tuple(project for section in sections for project in section.projects)
