"""Printed sums against the rows that they stand under; both are shown, neither is changed."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import takewhile

from schemas.empty_headings import empty_heading, empty_headings
from schemas.findings import Finding
from schemas.plan import DeclaredTotal, Plan, Project, RecordSource
from schemas.rules.place import place_of
from schemas.rules.required_fields import is_reference
from schemas.rules.summaries import is_of_summary
from schemas.rules.summary_figures import money

_GROUP_OF_SCOPE = {
    "program": ("strategy", "tactic", "equipment_type", "program"),
    "tactic": ("strategy", "tactic"),
    "strategy": ("strategy",),
}
_Place = tuple[int, int]


def declared_totals(plan: Plan) -> Iterator[Finding]:
    """PLN004 for each printed amount or count of a project table that differs from what its rows come to.

    Sums of summary tables are judged by `summary_totals`.
    """
    projects = sorted(
        (p for p in plan.projects if p.source.table is not None), key=lambda p: _place(p.source)
    )
    places = [_place(project.source) for project in projects]
    judged = _project_tables(plan, places)
    nothing = sorted(_place(source) for _, source in empty_headings(plan) if source.table is not None)
    start = 0
    readings: list[Sequence[Project]] = []
    for index, total in enumerate(plan.declared_totals):
        if total.source.table not in judged or is_of_summary(total) or empty_heading(total):
            continue
        end = bisect_left(places, _place(total.source))
        if not readings or not _is_of_one_row(plan.declared_totals[index - 1], total):
            readings = list(_readings(total, projects, start, end))
            if _is_under_nothing(total, places[:end], nothing):
                readings.insert(0, [])
        start = end
        yield from min((list(_compare(index, total, rows)) for rows in readings), key=len)


_SUM = "รวม"


def _project_tables(plan: Plan, places: Sequence[_Place]) -> set[int | None]:
    """The tables with projects, and those behind them that hold nothing but sums: a page's foot cut them off."""
    with_projects = {table for table, _ in places}
    first = min(with_projects, default=0)
    labels: dict[int, list[str]] = {}
    for total in plan.declared_totals:
        is_sum = not is_of_summary(total) and not empty_heading(total)
        if total.source.table is not None and total.source.table > first and is_sum:
            labels.setdefault(total.source.table, []).append(total.label)
    cut_off = {table for table, found in labels.items() if all(label.startswith(_SUM) for label in found)}
    return {*with_projects, *cut_off}


def _is_under_nothing(total: DeclaredTotal, before: Sequence[_Place], nothing: Sequence[_Place]) -> bool:
    """Whether a heading without projects stands between the last project before a sum and the sum."""
    last = before[-1] if before else (-1, 0)
    return any(last < place <= _place(total.source) for place in nothing)


def _place(source: RecordSource) -> _Place:
    return (-1 if source.table is None else source.table, source.row or 0)


def _is_of_one_row(before: DeclaredTotal, total: DeclaredTotal) -> bool:
    """A row of sums gives one total per year."""
    return (before.source.table, before.source.row) == (total.source.table, total.source.row)


def _readings(
    total: DeclaredTotal, projects: Sequence[Project], start: int, end: int
) -> Iterator[Sequence[Project]]:
    """The rows that a sum may be of, the likeliest first: all of its form, those since the sum before, of all forms
    or of the last one, or those of its group. A group without money may have no sum, and its rows then belong to none."""
    if end == 0:
        yield []
        return
    last = projects[end - 1]
    if total.scope == "plan":
        yield [project for project in projects[:end] if project.form == last.form]
        yield projects[:end]
        return
    if end > start:
        since = projects[start:end]
        yield since
        # The forms before may print no sums at all.
        of_form = [project for project in since if project.form == last.form]
        if len(of_form) < len(since):
            yield of_form
    if total.scope in _GROUP_OF_SCOPE or end == start:
        kinds = _GROUP_OF_SCOPE.get(total.scope, ())
        backwards = (projects[index] for index in range(end - 1, -1, -1))
        yield list(takewhile(lambda project: _same_group(project, last, kinds), backwards))


def _same_group(project: Project, other: Project, kinds: Iterable[str]) -> bool:
    return project.form == other.form and all(
        getattr(project, kind) == getattr(other, kind) for kind in kinds
    )


def _compare(index: int, total: DeclaredTotal, rows: Sequence[Project]) -> Iterator[Finding]:
    place = place_of(total.source)
    computed = sum((money(project, total.year) for project in rows), Decimal(0))
    if total.amount is not None and Decimal(total.amount) != computed:
        facts = {
            "label": _label(total),
            "declared": f"{Decimal(total.amount):,}",
            "computed": f"{computed:,.2f}",
        }
        yield Finding(code="PLN004", facts=facts, provenance=place, path=f"declared_totals[{index}].amount")
    if total.count is not None and total.count not in _counts(rows, total.year):
        facts = {"label": _label(total), "declared": str(total.count), "computed": str(len(rows))}
        yield Finding(code="PLN004", facts=facts, provenance=place, path=f"declared_totals[{index}].count")


def _counts(rows: Sequence[Project], year: int | None) -> set[int]:
    """The counts that a sum may rightly print: of all rows, without those that say where a project went, with
    each point counted, or of those with money in its year."""
    real = sum(not is_reference(project) for project in rows)
    points = sum(len(project.points) or 1 for project in rows)
    return {len(rows), real, points, sum(money(project, year) > 0 for project in rows) if year else real}


def _label(total: DeclaredTotal) -> str:
    return f"{total.label} ({total.year})" if total.year else total.label
