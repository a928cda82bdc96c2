"""A table's layout: which stretch of its width is which field."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from schemas.document import Cell, Table
from schemas.plan import FISCAL_MONTHS

UNKNOWN = "unknown"
"""The role of a column whose header the vocabulary does not have."""

MONTH = "month"

QUARTER = "quarter"
"""The role of a column of three months, until these take its place."""

MONEY_PART = "money_part"
"""The role of a column of money that another column of the same budget sums up, or that sums up the years."""

MONEY_BESIDE = "money_beside"
"""The role of a column of money beside the budget, such as what the development plan had foreseen."""

MONEY_ROLES = frozenset({"budget", MONEY_PART, MONEY_BESIDE})

_SIMILAR_EDGES_PT = 6.0
"""Two tables of one book whose column edges differ by less have the same columns."""

_NEARLY_SHARE = 0.03
"""Column edges that differ by less than this share of the table's width may be those of the same columns."""

_COVERED_SHARE = 0.5
"""A cell stands for a month when it covers more than this share of the month's column."""

_WHOLE_SHARE = 0.8
"""A cell that covers more than this share of each of several columns is merged over them."""

_OUTSIDE_SHARE = 0.25
"""A cell of months begins no farther before October than this share of its own width."""

_COLUMNS_OF_A_LIST = 6
"""So many columns beside a name and money make a list of projects, whatever their headers say."""

_PROJECT_FIELDS = frozenset(
    {"details", "objective", "target", "responsible_unit", "budget", MONTH, "location", "kpi", "period"}
)
_NOT_OF_PLANS = frozenset({"summary_count", "percent"})
_YEARS_OF_A_PLAN = 3
_EQUIPMENT_LIST = frozenset({"program", "equipment_type", "target", "budget"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a layout: `x0` to `x1` in points from the table's left edge; `year` or `month` where it has one.

    `told_by_content` marks a role that is not the header's, but of the texts under it. `unit_baht` is in how many baht
    a column of money counts (1000 for "พันบาท"), None where nobody says.
    """

    role: str
    header: str
    x0: float
    x1: float
    year: int | None = None
    month: int | None = None
    told_by_content: bool = False
    unit_baht: int | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table in order, and the years that its header names over the months.

    What follows from the columns is computed once: `roles`, `months` (the month columns from left to right) and
    `years` (of the budget columns, Buddhist era).
    """

    columns: tuple[Column, ...]
    header_years: tuple[int, ...] = ()
    months_by_position: bool = False
    roles: frozenset[str] = field(init=False, compare=False)
    months: tuple[Column, ...] = field(init=False, compare=False)
    years: tuple[int, ...] = field(init=False, compare=False)
    _by_span: dict[tuple[float, float], int] = field(default_factory=dict, init=False, compare=False)
    _months_by_span: dict[tuple[float, float], tuple[int, ...]] = field(
        default_factory=dict, init=False, compare=False
    )

    def __post_init__(self) -> None:
        """Compute what follows from the columns; a frozen value sets its fields through `object`."""
        years = tuple(
            column.year for column in self.columns if column.role == "budget" and column.year is not None
        )
        object.__setattr__(self, "roles", frozenset(column.role for column in self.columns))
        object.__setattr__(self, "months", tuple(column for column in self.columns if column.role == MONTH))
        object.__setattr__(self, "years", years)

    def is_told_by_content(self) -> bool:
        """Whether the role of a column is not its header's."""
        return any(column.told_by_content for column in self.columns)

    def with_roles(self, columns: Sequence[Column]) -> "Layout":
        """This layout with the roles of `columns`, which are as many; the same where they are its own."""
        if all(own.role == other.role for own, other in zip(self.columns, columns, strict=True)):
            return self
        told = tuple(
            replace(own, role=other.role, told_by_content=other.told_by_content)
            for own, other in zip(self.columns, columns, strict=True)
        )
        return Layout(told, self.header_years, self.months_by_position)

    @property
    def width(self) -> float:
        """The right edge of the last column, in points from the table's left edge."""
        return self.columns[-1].x1

    def is_of_projects(self) -> bool:
        """Whether a table of this layout lists projects (and is no summary, and no report of results)."""
        roles = self.roles
        if roles & _NOT_OF_PLANS or ("result" in roles and not self._has_times()):
            return False
        if "name" not in roles:
            return roles >= _EQUIPMENT_LIST
        many = len(self.columns) >= _COLUMNS_OF_A_LIST and "budget" in roles
        return len(roles & _PROJECT_FIELDS) >= 2 or many

    def _has_times(self) -> bool:
        """Whether the columns are those of a plan, with its months or years; a report of results has neither."""
        return len(self.months) == len(FISCAL_MONTHS) or len(set(self.years)) >= _YEARS_OF_A_PLAN

    def is_summary(self) -> bool:
        """Whether a table of this layout sums projects up (ผด.01, ผ.01)."""
        return "summary_count" in self.roles and "budget" in self.roles

    def column_of(self, table: Table, cell: Cell) -> int:
        """The index of the column that a cell of a table of this layout belongs to."""
        span = (table.column_edges[cell.col], table.column_edges[cell.col + cell.col_span])
        found = self._by_span.get(span)
        if found is None:
            found = self._by_span[span] = _owner(self.columns, *span)
        return found

    def months_under(self, table: Table, cell: Cell) -> tuple[int, ...]:
        """The calendar months whose columns a cell covers for the greater part, from left to right.

        None for a cell that begins in another column and only reaches over months, such as a note on the row.
        """
        span = (table.column_edges[cell.col], table.column_edges[cell.col + cell.col_span])
        found = self._months_by_span.get(span)
        if found is None:
            within = self.months and span[0] > self.months[0].x0 - (span[1] - span[0]) * _OUTSIDE_SHARE
            covered = (
                c for c in self.months if within and _overlap(c, *span) > _COVERED_SHARE * (c.x1 - c.x0)
            )
            found = self._months_by_span[span] = tuple(column.month for column in covered if column.month)
        return found

    def fits(self, table: Table, *, whole: bool = True) -> bool:
        """Whether a table without a header of its own goes on in this layout.

        Of a table that is not `whole`, the upper half of a header, only the columns before the months are asked for.
        """
        edges = table.column_edges
        if abs(edges[-1] - self.width) > _SIMILAR_EDGES_PT * 3:
            return False
        own = [column.x0 for column in self.columns if whole or column.role not in (MONTH, "budget")]
        near = sum(any(abs(x - edge) <= _SIMILAR_EDGES_PT for edge in edges) for x in own)
        return near >= 0.8 * len(own)

    def years_under(self, table: Table, cell: Cell) -> int:
        """Over how many years' columns of money a cell reaches."""
        x0, x1 = table.column_edges[cell.col], table.column_edges[cell.col + cell.col_span]
        return sum(
            column.year is not None and _overlap(column, x0, x1) > _WHOLE_SHARE * (column.x1 - column.x0)
            for column in self.columns
        )

    def stretched_to(self, table: Table) -> "Layout | None":
        """The layout on the edges of a table of as many columns that are nearly as wide; None for any other table.

        A hand that cuts a table into one a page leaves each with widths of its own.
        """
        edges = table.column_edges
        near = _NEARLY_SHARE * self.width
        own = (*(column.x0 for column in self.columns), self.width)
        if len(edges) != len(own) or any(abs(x - edge) > near for x, edge in zip(own, edges, strict=True)):
            return None
        columns = tuple(
            replace(column, x0=x0, x1=x1)
            for column, (x0, x1) in zip(self.columns, pairwise(edges), strict=True)
        )
        return Layout(columns, self.header_years, self.months_by_position)


def _owner(columns: tuple[Column, ...], x0: float, x1: float) -> int:
    """The first of several columns that a merged cell covers; else the one that it shares most width with."""
    covered = [i for i, c in enumerate(columns) if _overlap(c, x0, x1) > _WHOLE_SHARE * (c.x1 - c.x0)]
    if len(covered) > 1:
        return covered[0]
    return max(range(len(columns)), key=lambda index: _overlap(columns[index], x0, x1))


def _overlap(column: Column, x0: float, x1: float) -> float:
    return min(x1, column.x1) - max(x0, column.x0)
