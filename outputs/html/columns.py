"""The columns of a form's tables on the page: those of the book, but for the months, which share one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from outputs.docx.columns import Column, TableLayout
from outputs.html.phrases import page_words

# The share of the width that twelve months have in the book; here the dates stand in words below them.
_MONTHS_SHARE = 0.6
_NAMING_FIELDS = ("name", "target", "details", "number")


@dataclass(frozen=True, slots=True)
class PageColumn:
    """A column; `at` is its index, `year` that of its money ("2566") where it has one, `width` in percent.

    `group` is the header over it and its neighbours of the same group; `names` tells whether it names the row.
    """

    at: int
    field: str
    header: str
    width: float
    group: str | None = None
    year: str | None = None
    names: bool = False

    @property
    def is_money(self) -> bool:
        return self.field in ("budget", "budgets")

    @property
    def label(self) -> str:
        """The header in one line, for narrow screens, where it stands before each value."""
        return f"{self.group} {self.header}" if self.group else self.header


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """A header over `span` columns from column `at` on; `rows` is how many header rows it takes."""

    text: str
    at: int
    span: int = 1
    rows: int = 1
    is_months: bool = False


def page_columns(layout: TableLayout) -> tuple[PageColumn, ...]:
    """The columns from left to right; their widths add up to 100."""
    real = [column for columns in layout.fields for column in _shared(columns)]
    weights = [_weight(column, layout) for column in real]
    naming = _naming(real)
    return tuple(
        PageColumn(
            at=at,
            field=column.field,
            header=page_words()["projects"]["months"] if column.field == "months" else column.header,
            width=round(100 * weight / sum(weights), 2),
            group=None if column.field == "months" else column.group,
            year=column.year,
            names=column is naming,
        )
        for at, (column, weight) in enumerate(zip(real, weights, strict=True))
    )


def header_rows(columns: Sequence[PageColumn]) -> tuple[tuple[HeaderCell, ...], ...]:
    """One row of headers, or two where years stand under a common one."""
    rows = 2 if any(column.group for column in columns) else 1
    upper = tuple(_upper(columns, rows))
    lower = tuple(HeaderCell(column.header, column.at) for column in columns if column.group)
    return (upper, lower) if lower else (upper,)


def _upper(columns: Sequence[PageColumn], rows: int) -> Iterator[HeaderCell]:
    for group, members in groupby(columns, key=lambda column: column.group or column.at):
        under = list(members)
        if isinstance(group, str):
            yield HeaderCell(group, under[0].at, span=len(under))
        else:
            yield HeaderCell(under[0].header, group, rows=rows, is_months=under[0].field == "months")


def _shared(columns: Sequence[Column]) -> Sequence[Column]:
    return columns[:1] if columns[0].field == "months" else columns


def _weight(column: Column, layout: TableLayout) -> float:
    if column.field != "months":
        return column.width_twips
    months = (each.width_twips for each in layout.columns if each.field == "months")
    return sum(months) * _MONTHS_SHARE


def _naming(columns: Sequence[Column]) -> Column:
    """The column whose texts name the rows: forms of equipment have none for names."""
    by_field = {column.field: column for column in reversed(columns)}
    return next((by_field[field] for field in _NAMING_FIELDS if field in by_field), columns[0])
