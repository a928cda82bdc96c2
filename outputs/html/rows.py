"""The rows of a project on the page, and what the page's script knows of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from outputs.docx.columns import TableLayout
from outputs.docx.content import ShownCell, parts, shown_cells
from outputs.html.columns import PageColumn
from outputs.html.phrases import months_phrase, satang
from schemas.plan import Project
from schemas.plan_text import month_runs


@dataclass(frozen=True, slots=True)
class PageCell:
    """A cell of column `at` (0-based) over `span` columns and `rows` rows; `kind` names its looks."""

    at: int
    texts: tuple[str, ...]
    kind: str = ""
    span: int = 1
    rows: int = 1
    is_header: bool = False
    bars: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class PageProject:
    """A project: its rows (one, or one for each of its points), and the values that filters and sums read.

    `strategy`, `program` and `units` are indexes into the page's filters; amounts are in satang, those of
    `sums` one for each column of money.
    """

    rows: tuple[tuple[PageCell, ...], ...]
    strategy: int | None
    program: int | None
    units: tuple[int, ...]
    months: tuple[int, ...]
    years: tuple[str, ...]
    total: int
    sums: tuple[int, ...]


def project_cells(
    project: Project, layout: TableLayout, columns: Sequence[PageColumn], fiscal_year: int | None
) -> tuple[tuple[PageCell, ...], ...]:
    """The cells of each row; one that reaches over several rows stands in the first of them alone."""
    shown = parts(project)
    rows = []
    for part in shown:
        cells = shown_cells(project, part, layout)
        rows.append(tuple(_row(cells, project, columns, fiscal_year, len(shown))))
    return tuple(rows)


def column_sums(project: Project, columns: Sequence[PageColumn]) -> tuple[int, ...]:
    """The project's money in each column of money, in satang."""
    amounts = (
        project.budget if column.year is None else project.budgets.get(column.year)
        for column in columns
        if column.is_money
    )
    return tuple(satang(Decimal(amount or 0)) for amount in amounts)


def _row(
    cells: Iterator[ShownCell],
    project: Project,
    columns: Sequence[PageColumn],
    fiscal_year: int | None,
    row_count: int,
) -> Iterator[PageCell]:
    at, has_months = 0, False
    for cell in cells:
        is_month = cell.column.field == "months"
        if is_month and has_months:
            continue
        has_months = has_months or is_month
        if cell.merge != "continue":
            rows = row_count if cell.merge else 1
            yield _months(project, at, fiscal_year, rows) if is_month else _cell(cell, columns[at], rows)
        at += 1 if is_month else cell.span


def _cell(cell: ShownCell, column: PageColumn, rows: int) -> PageCell:
    texts = tuple(text for text in cell.texts if text)
    kind = "money" if column.is_money else cell.align if cell.align == "center" else ""
    return PageCell(column.at, texts, kind, cell.span, rows, is_header=column.names and bool(texts))


def _months(project: Project, at: int, fiscal_year: int | None, rows: int) -> PageCell:
    phrase = months_phrase(project.months, fiscal_year)
    bars = tuple((first, last + 1 - first) for first, last in month_runs(project.months))
    return PageCell(at, (phrase,) if phrase else (), "months", rows=rows, bars=bars)
