"""The project tables of the page as a tree: forms, the headings in them, and the tables under those."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import count, groupby

from outputs.docx.blocks import Block, form_blocks, words_for_none
from outputs.docx.columns import TableLayout, table_layout
from outputs.docx.forms import form_layout
from outputs.docx.headings import heading_line, kind_of
from outputs.html.columns import HeaderCell, PageColumn, header_rows, page_columns
from outputs.html.facets import Facets, program_of, strategy_of, units_of
from outputs.html.phrases import page_words, satang, sum_text
from outputs.html.rows import PageProject, column_sums, project_cells
from schemas.plan import DEVELOPMENT_FORMS, OPERATION_FORMS, Form, Group, Plan, Project

_FIRST_LEVEL, _DEEPEST_LEVEL = 3, 6  # of HTML's headings: the page and its parts have the first two


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table; `sums` are its total's texts, one for each column of money, from column `first_money` on."""

    caption: str
    projects: tuple[PageProject, ...]
    sums: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageNone:
    """The words under a heading that has no projects."""

    words: str


@dataclass(frozen=True, slots=True)
class PageSection:
    """A heading and what stands under it: sections or, at the bottom, a table or words for none.

    `level` is that of HTML's heading, None for a line that is none (the plans of the nation and the province,
    which many tables repeat); `total` is a line of sums, empty where the only table has them. `has_projects` tells
    whether any project stands in it.
    """

    identity: str
    heading: str
    level: int | None
    total: str
    has_projects: bool
    children: "tuple[PageSection | PageTable | PageNone, ...]"


@dataclass(frozen=True, slots=True)
class PageForm:
    """All projects of one form; `at` is the place of the form's own looks among those of the page.

    `total_words` are the words of a line of sums, with {count} and {amount} to fill.
    """

    at: int
    layout: TableLayout
    columns: tuple[PageColumn, ...]
    header: tuple[tuple[HeaderCell, ...], ...]
    title: str
    total: str
    total_words: str
    children: tuple[PageSection | PageTable | PageNone, ...]

    @property
    def first_money(self) -> int:
        """The index of the first column of money; behind the last column where there is none."""
        return next((column.at for column in self.columns if column.is_money), len(self.columns))

    @property
    def money_columns(self) -> int:
        return sum(column.is_money for column in self.columns)


def page_forms(plan: Plan, facets: Facets) -> tuple[PageForm, ...]:
    """The forms that have projects, or headings without any, in the order of the book."""
    present = [form for form in (*OPERATION_FORMS, *DEVELOPMENT_FORMS) if form_blocks(plan, form)]
    return tuple(_FormBuilder(plan, form, at, facets).build() for at, form in enumerate(present))


def _total_words(form: Form) -> str:
    """The line of sums over projects of a form, with {count} and {amount} to fill."""
    words: str = page_words()["projects"]["section_total"]
    return words.replace("{unit}", form_layout(form).count_unit)


def _total(form: Form, projects: Sequence[Project]) -> str:
    amount = sum((project.total_baht() for project in projects), Decimal(0))
    return _total_words(form).format(count=f"{len(projects):,}", amount=sum_text(amount))


def _projects(blocks: Sequence[Block]) -> list[Project]:
    return [project for block in blocks for project in block.projects]


class _FormBuilder:
    """Builds the tree of one form; sections are numbered as they come."""

    def __init__(self, plan: Plan, form: Form, at: int, facets: Facets) -> None:
        self._plan, self._form, self._at, self._facets = plan, form, at, facets
        self._layout = table_layout(form, plan)
        self._columns = page_columns(self._layout)
        self._numbers = count(1)

    def build(self) -> PageForm:
        blocks = form_blocks(self._plan, self._form)
        projects = _projects(blocks)
        return PageForm(
            at=self._at,
            layout=self._layout,
            columns=self._columns,
            header=header_rows(self._columns),
            title=self._title(),
            total=_total(self._form, projects) if projects else "",
            total_words=_total_words(self._form),
            children=tuple(self._children(blocks, 0, _FIRST_LEVEL)),
        )

    def _title(self) -> str:
        form = self._layout.form
        return " ".join(part for part in (form.label, form.title, form.subtitle) if part)

    def _children(
        self, blocks: Sequence[Block], depth: int, level: int
    ) -> Iterator[PageSection | PageTable | PageNone]:
        for group, members in groupby(blocks, key=lambda each: each.groups[depth : depth + 1]):
            under = list(members)
            if group:
                yield self._section(group[0], under, depth, level)
            else:
                yield from map(self._table_or_none, under)

    def _table_or_none(self, block: Block) -> PageTable | PageNone:
        if not block.projects:
            return PageNone(words_for_none(self._form))
        return self._table(block.groups, block.projects)

    def _section(self, group: Group, under: Sequence[Block], depth: int, level: int) -> PageSection:
        is_heading = kind_of(group).style != "letter"
        projects = _projects(under)
        return PageSection(
            identity=f"f{self._at}s{next(self._numbers)}",
            heading=heading_line(group),
            level=min(level, _DEEPEST_LEVEL) if is_heading else None,
            total=_total(self._form, projects) if is_heading and len(under) > 1 and projects else "",
            has_projects=bool(projects),
            children=tuple(self._children(under, depth + 1, level + is_heading)),
        )

    def _table(self, groups: tuple[Group, ...], projects: Sequence[Project]) -> PageTable:
        # All headings: one แผนงาน may stand under several strategies, and a reader meets captions alone.
        lines = [heading_line(group) for group in groups if kind_of(group).style != "letter"]
        heading = " ".join(lines) or self._layout.form.title
        caption = page_words()["projects"]["caption"].format(heading=heading, form=self._form)
        rows = tuple(self._project(project) for project in projects)
        sums = [Decimal(sum(of_column)) / 100 for of_column in zip(*(row.sums for row in rows), strict=True)]
        return PageTable(caption=caption, projects=rows, sums=tuple(map(sum_text, sums)))

    def _project(self, project: Project) -> PageProject:
        facets = self._facets
        return PageProject(
            rows=project_cells(project, self._layout, self._columns, self._plan_year()),
            strategy=facets.place("strategies", strategy_of(project)),
            program=facets.place("programs", program_of(project)),
            units=tuple(facets.units.index(unit) for unit in units_of(project)),
            months=project.months,
            years=tuple(project.budgets),
            total=satang(project.total_baht()),
            sums=column_sums(project, self._columns),
        )

    def _plan_year(self) -> int | None:
        return self._plan.fiscal_year if self._plan.kind == "operation_plan" else None
