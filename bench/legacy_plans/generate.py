"""A legacy-looking plan and its truth, from a seed and a layout."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from bench.legacy_plans import book
from bench.legacy_plans.columns import columns_of
from bench.legacy_plans.content import Section
from bench.legacy_plans.contents import Contents, draw_contents
from bench.legacy_plans.layout import Layout
from bench.legacy_plans.pages import PlainTable, summary
from bench.legacy_plans.tables import TableWriter, compatibility_of
from bench.legacy_plans.typing_hand import Hand
from bench.legacy_plans.wordml import Parts, package, paragraph, run, section_end
from schemas.document import Source
from schemas.plan import Form, Group, Plan, PlanKind

_HEADING = 30  # half points


@dataclass(frozen=True)
class LegacyPlan:
    """A generated file, what it truly says, and its contents for programs that set them otherwise."""

    truth: Plan
    docx: bytes
    contents: Contents


def generate(
    seed: int, layout: Layout, kind: PlanKind, projects: int = 20, name: str = "plan.docx"
) -> LegacyPlan:
    """The same arguments give the same bytes; `projects` counts those of ผด.02 or ผ.02."""
    contents = draw_contents(seed, layout, kind, projects)
    docx = typed(contents)
    digest = hashlib.sha256(docx).hexdigest()
    source = Source(name=name, sha256=digest, format="docx", size_bytes=len(docx))
    return LegacyPlan(contents.truth(source), docx, contents)


def typed(
    contents: Contents,
    kind_of_hand: type[Hand] = Hand,
    summed_up: Contents | None = None,
    header_year: int | None = None,
) -> bytes:
    """The contents as a .docx, typed by a hand of its own or of another kind; the same for the same arguments.

    `summed_up` are the contents that ผด.01 or ผ.01 sums up, `header_year` is the fiscal year that the column headers
    have, where they are others.
    """
    return _WordBook(contents, kind_of_hand, summed_up or contents, header_year).docx()


class _WordBook:
    """Types the contents into a .docx."""

    def __init__(
        self, contents: Contents, kind_of_hand: type[Hand], summed_up: Contents, header_year: int | None
    ) -> None:
        self.header_year = header_year or contents.fiscal_year
        self.contents, self.layout, self.summed_up = contents, contents.layout, summed_up
        self.hand = kind_of_hand(Random(f"{contents.seed}/hand"), contents.layout)
        self.parts = Parts()
        self._titles = 0

    def docx(self) -> bytes:
        """The file."""
        front, head = self._front(), ""
        bodies = [self._form(form, sections) for form, sections in self.contents.forms]
        if self.layout.running_titles:
            heads = [self._running_title(form) for form, _ in self.contents.forms]
            # A section's properties stand at its end, so the first form's head closes the first form.
            front += section_end(self.parts.section()) if front else ""
            for index, form_head in enumerate(heads[:-1]):
                bodies[index] += section_end(self.parts.section(form_head))
            head = heads[-1]
        return package(front + "".join(bodies), self.parts, compatibility_of(self.layout), head)

    def _running_title(self, form: Form) -> str:
        return book.running_title(self.hand, form, self.contents.title, self.contents.place)

    def _title(self, form: str) -> str:
        """The title lines of a page, unless its running head has them."""
        if self.layout.running_titles and form not in ("ผด.01", "ผ.01"):
            return ""
        self._titles += 1
        return book.form_title(self.hand, form, self.contents.title, self.contents.place, self._titles - 1)

    # ---- pages before the forms ----

    def _front(self) -> str:
        layout, hand, contents = self.layout, self.hand, self.contents
        parts = [book.cover(hand, contents.title, contents.place)] if layout.cover else []
        if layout.narrative:
            parts.append(book.narrative(hand, contents.narrative))
        if layout.other_table:
            parts.append(book.population_table(hand, contents.place))
        if layout.summary_table:
            parts.append(self._title("ผด.01" if contents.kind == "operation_plan" else "ผ.01"))
            parts.append(book.plain_table(hand, self._summary()))
        return "".join(parts)

    def _summary(self) -> PlainTable:
        contents = self.summed_up
        return summary(self.hand, contents.kind, contents.forms[0][1], contents.years)

    # ---- forms ----

    def _form(self, form: Form, sections: tuple[Section, ...]) -> str:
        columns = columns_of(form, self.hand, self.header_year)
        writer = TableWriter(self.hand, columns, self.parts)
        if self.layout.numbers_run_on:
            writer.new_list()
        if self.layout.one_table:
            return self._title(form) + self._one_table(writer, sections)
        return self._title(form) + "".join(self._tables(writer, form, sections))

    def _one_table(self, writer: TableWriter, sections: tuple[Section, ...]) -> str:
        """All sections in one Word table, headings (and, typed by hand, headers) inside it."""
        by_hand = self.layout.header_repeat == "by_hand"
        rows = [] if by_hand else writer.header_rows()
        before: tuple[Group, ...] = ()
        for section in sections:
            shown = section.groups if by_hand else changed(before, section.groups)
            rows += writer.heading_rows(shown) + (writer.header_rows(first=False) if by_hand else [])
            rows += self._section_rows(writer, section, 0, len(section.projects))
            before = section.groups
        return writer.table(rows)

    def _tables(self, writer: TableWriter, form: Form, sections: tuple[Section, ...]) -> Iterator[str]:
        """A table per section, or more where tables are cut by hand."""
        before: tuple[Group, ...] = ()
        for section in sections:
            shown = shown_groups(self.layout, before, section)
            if before and self.layout.name_spellings:
                yield self._title(form)
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
        # Arrows that hang over a table are right only where it stands on one page.
        apart = start > 0 or self.layout.mark_anchor == "near_table"
        break_before = paragraph("", page_break=apart)
        rows = writer.header_rows() + (writer.heading_rows(groups) if inside else [])
        return break_before + heads + writer.table(rows + self._section_rows(writer, section, start, end))

    def _heading(self, group: Group) -> str:
        return paragraph(run(self.hand.heading(group), _HEADING, bold=True))

    def _section_rows(self, writer: TableWriter, section: Section, start: int, end: int) -> list[str]:
        if start == 0 and not self.layout.numbers_run_on:
            writer.new_list()
        rows = writer.project_rows(section, start, end)
        if section.totals and end == len(section.projects):
            rows.append(writer.totals_row(section.totals))
        return rows


def shown_groups(layout: Layout, before: tuple[Group, ...], section: Section) -> tuple[Group, ...]:
    """The headings that stand over a section's table, after those `before`."""
    return changed(before, section.groups) if layout.heading_place == "once" else section.groups


def changed(before: tuple[Group, ...], after: tuple[Group, ...]) -> tuple[Group, ...]:
    """The headings from the first one that differs from the section before."""
    for index, group in enumerate(after):
        if index >= len(before) or before[index] != group:
            return after[index:]
    return after[-1:]
