"""The figures of the summary forms ผด.01 and ผ.01, computed from a plan's projects.

A plan's own declared totals have no part in them. Labels have Arabic digits; a writer turns them.
"""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import chain
from typing import Literal

from outputs.docx.blocks import form_blocks
from outputs.docx.headings import governing_groups, heading_line, kind_of
from schemas.model import Frozen
from schemas.plan import (
    DEVELOPMENT_FORMS,
    EQUIPMENT_FORMS,
    OPERATION_FORMS,
    Form,
    Group,
    Plan,
    PlanKind,
    Project,
)
from schemas.vocabulary import load

RowKind = Literal["form", "strategy", "program", "strategy_total", "plan_total"]
SummaryForm = Literal["ผด.01", "ผ.01"]

_HUNDREDTHS = 10_000  # hundredths of a percent in the whole
_TO_PERCENT = Decimal("0.01")


class Figures(Frozen):
    """A number of projects and their money in baht: of the fiscal year `year`, of all years where it is None.

    The percentages are those of all projects and of all money of the plan, with two places; they stand in
    ผด.01 only, and that of the money only where the plan has any.
    """

    year: int | None = None
    count: int
    amount: Decimal
    count_percent: Decimal | None = None
    amount_percent: Decimal | None = None


class SummaryRow(Frozen):
    """One row of a summary.

    `kind` is "form" (a line without figures over the projects of one form), "strategy" (a line without
    figures; over equipment without strategies its type), "program" (a row of figures, the narrowest),
    "strategy_total" or "plan_total".
    `figures` are: for ผด.01 one, of the plan's year; for ผ.01 one per fiscal year, then one of all years.
    In a year of ผ.01 count those projects that have money in it, as the form asks; in that of all years
    the counts of the years are added up, as the form's own total is.
    `units` are the units in charge, in order of their first project. `has_projects` is false in the row of a heading
    that the plan prints without any: dashes stand for its figures.
    """

    kind: RowKind
    label: str
    figures: tuple[Figures, ...] = ()
    units: tuple[str, ...] = ()
    has_projects: bool = True


class Summary(Frozen):
    """A summary form: its rows, and (for ผ.01) the fiscal years of its columns, Buddhist era."""

    form: SummaryForm
    years: tuple[int, ...] = ()
    rows: tuple[SummaryRow, ...] = ()


class _Member(Frozen):
    """The projects of one row that has figures."""

    label: str
    projects: tuple[Project, ...]


class _Section(Frozen):
    """The rows under one strategy of one form; `label` is None where the projects stand under none."""

    form: Form
    label: str | None
    members: tuple[_Member, ...]

    @property
    def projects(self) -> tuple[Project, ...]:
        return tuple(chain.from_iterable(member.projects for member in self.members))


def summarize(plan: Plan) -> Summary:
    """The summary of all projects of the plan, with the headings that have none; without rows for a plan without
    projects.
    """
    forms = _forms(plan.kind) if plan.projects else ()
    sections = [section for form in forms for section in _sections(plan, form)]
    if plan.kind == "operation_plan":
        rows = _rows(sections, None)
        return Summary(form="ผด.01", rows=_with_percentages(rows))
    years = _years(plan)
    return Summary(form="ผ.01", years=years, rows=tuple(_rows(sections, years)))


def shares(parts: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """The parts' shares of their sum in percent with two places, adding up to exactly 100.00.

    What rounding down leaves over goes to the largest remainders, the earlier part first among equals
    (method of the largest remainder). All zero where the sum is zero.
    """
    whole = sum(parts, Decimal(0))
    if not whole:
        return tuple(Decimal("0.00") for _ in parts)
    exact = [part * _HUNDREDTHS / whole for part in parts]
    floors = [int(share) for share in exact]
    left = _HUNDREDTHS - sum(floors)
    largest = sorted(range(len(parts)), key=lambda index: (floors[index] - exact[index], index))[:left]
    return tuple(
        (Decimal(floor + (index in largest)) * _TO_PERCENT).quantize(_TO_PERCENT, ROUND_HALF_UP)
        for index, floor in enumerate(floors)
    )


def money_shares_of_rows(plan: Plan) -> Iterator[tuple[tuple[Project, ...], Decimal]]:
    """The projects of each row of the summary that has any, and their share of the plan's money in percent: that
    which ผด.01 prints. The projects of a row stand under one strategy.
    """
    members = [
        member
        for form in _forms(plan.kind)
        for section in _sections(plan, form)
        for member in section.members
    ]
    amounts = [sum((project.total_baht() for project in member.projects), Decimal(0)) for member in members]
    for member, share in zip(members, shares(amounts), strict=True):
        if member.projects:
            yield member.projects, share


def _forms(kind: PlanKind) -> tuple[Form, ...]:
    """All forms, those of the plan's kind first: a plan may hold projects of the other kind's forms."""
    own, other = OPERATION_FORMS, DEVELOPMENT_FORMS
    return (*own, *other) if kind == "operation_plan" else (*other, *own)


def _years(plan: Plan) -> tuple[int, ...]:
    years = {int(year) for project in plan.projects for year in project.budgets}
    return tuple(sorted(years | set(plan.budget_years())))


def _lines(project: Project) -> tuple[str | None, str | None]:
    """The line of the strategy (of equipment: else its type) over a project, and the line of its row: its
    แผนงาน, else its narrowest heading.
    """
    return _lines_under(governing_groups(project, frozenset()), project.form)


def _lines_under(governing: Sequence[Group], form: Form) -> tuple[str | None, str | None]:
    groups = [group for group in governing if kind_of(group).style != "letter"]
    section = _of_kind(groups, "strategy")
    if section is None and form in EQUIPMENT_FORMS:
        section = _of_kind(groups, "equipment_type") if _of_kind(groups, "program") else None
    below = [group for group in groups if section is None or kind_of(group).rank > kind_of(section).rank]
    return _line(section), _line(_of_kind(below, "program") or (below[-1] if below else None))


def _of_kind(groups: Sequence[Group], kind: str) -> Group | None:
    return next((group for group in groups if kind_of(group).kind == kind), None)


def _line(group: Group | None) -> str | None:
    return heading_line(group) if group else None


def _sections(plan: Plan, form: Form) -> Iterator[_Section]:
    """The form's projects by strategy and then by row, each in order of its first project; and the headings that
    have none.
    """
    found: dict[str | None, dict[str | None, list[Project]]] = {}
    for block in form_blocks(plan, form):
        for project in block.projects:
            strategy, line = _lines(project)
            found.setdefault(strategy, {}).setdefault(line, []).append(project)
        if not block.projects:
            strategy, line = _lines_under(block.groups, form)
            found.setdefault(strategy, {}).setdefault(line, [])
    for strategy, rows in found.items():
        unnamed = _unnamed(strategy, form, alone=len(rows) == 1)
        members = tuple(
            _Member(label=label or unnamed, projects=tuple(projects)) for label, projects in rows.items()
        )
        yield _Section(form=form, label=strategy, members=members)


def _unnamed(strategy: str | None, form: Form, *, alone: bool) -> str:
    """What a row is called whose projects have no heading under their strategy."""
    if alone:
        return strategy or _form_title(form)
    no_program: str = load("book_texts")["summary"]["no_program"]
    return no_program


def _rows(sections: Sequence[_Section], years: tuple[int, ...] | None) -> list[SummaryRow]:
    words: dict[str, str] = load("book_texts")["summary"]
    several_forms = len({section.form for section in sections}) > 1
    rows: list[SummaryRow] = []
    for index, section in enumerate(sections):
        if several_forms and (index == 0 or sections[index - 1].form != section.form):
            rows.append(SummaryRow(kind="form", label=_form_title(section.form)))
        labelled = section.label is not None and section.members[0].label != section.label
        if labelled:
            rows.append(SummaryRow(kind="strategy", label=section.label or ""))
        rows += [_row("program", member.label, member.projects, years) for member in section.members]
        if labelled:
            rows.append(_row("strategy_total", words["strategy_total"], section.projects, years))
    if rows:
        every = tuple(chain.from_iterable(section.projects for section in sections))
        rows.append(_row("plan_total", words["plan_total"], every, years))
    return rows


def _form_title(form: Form) -> str:
    title: str = load("book_texts")["summary"]["forms"][form]
    return title


def _units(projects: Sequence[Project]) -> tuple[str, ...]:
    """The units without their sub-units, each once."""
    found: dict[str, None] = {}
    for project in projects:
        named = [unit.unit for unit in project.responsible_units]
        found.update(dict.fromkeys(named or [project.responsible_unit or ""]))
    return tuple(unit for unit in found if unit)


def _row(kind: RowKind, label: str, projects: Sequence[Project], years: tuple[int, ...] | None) -> SummaryRow:
    if years is None:
        amount = sum((project.total_baht() for project in projects), Decimal(0))
        figures: tuple[Figures, ...] = (Figures(count=len(projects), amount=amount),)
    else:
        by_year = tuple(_of_year(projects, year) for year in years)
        figures = (*by_year, _of_all_years(by_year, projects))
    return SummaryRow(
        kind=kind, label=label, figures=figures, units=_units(projects), has_projects=bool(projects)
    )


def _of_year(projects: Sequence[Project], year: int) -> Figures:
    amounts = [Decimal(project.budgets[str(year)]) for project in projects if str(year) in project.budgets]
    return Figures(year=year, count=len(amounts), amount=sum(amounts, Decimal(0)))


def _of_all_years(by_year: Sequence[Figures], projects: Sequence[Project]) -> Figures:
    """The sums of the years; with the money that a project has without a year."""
    undated = [Decimal(project.budget) for project in projects if project.budget is not None]
    return Figures(
        count=sum(figures.count for figures in by_year) + len(undated),
        amount=sum((figures.amount for figures in by_year), Decimal(0)) + sum(undated, Decimal(0)),
    )


def _with_percentages(rows: Sequence[SummaryRow]) -> tuple[SummaryRow, ...]:
    """Rows of ผด.01 with their shares: those of the programs add up to 100.00, and sums add up theirs."""
    programs = [row.figures[0] for row in rows if row.kind == "program"]
    counts = shares([Decimal(figures.count) for figures in programs])
    amounts = shares([figures.amount for figures in programs])
    is_paid = any(figures.amount for figures in programs)
    own = iter(zip(counts, amounts, strict=True))
    whole = strategy = (Decimal("0.00"), Decimal("0.00"))
    told: list[SummaryRow] = []
    for row in rows:
        if row.kind in ("form", "strategy"):
            strategy = (Decimal("0.00"), Decimal("0.00"))
            told.append(row)
            continue
        if row.kind == "program":
            share = next(own)
            strategy = (strategy[0] + share[0], strategy[1] + share[1])
            whole = (whole[0] + share[0], whole[1] + share[1])
        else:
            share = strategy if row.kind == "strategy_total" else whole
        told.append(_shared(row, share[0], share[1] if is_paid else None))
    return tuple(told)


def _shared(row: SummaryRow, count_percent: Decimal, amount_percent: Decimal | None) -> SummaryRow:
    figures = row.figures[0].model_copy(
        update={"count_percent": count_percent, "amount_percent": amount_percent}
    )
    return row.model_copy(update={"figures": (figures,)})
