"""A table's layout: which stretch of its width is which field."""

from dataclasses import dataclass, field

from schemas.document import Cell, Table

UNKNOWN = "unknown"
"""The role of a column whose header the vocabulary does not have."""

MONTH = "month"

_SIMILAR_EDGES_PT = 6.0
"""Two tables of one book whose column edges differ by less have the same columns."""

_COVERED_SHARE = 0.5
"""A cell stands for a month when it covers more than this share of the month's column."""

_PROJECT_FIELDS = frozenset(
    {"details", "objective", "target", "responsible_unit", "budget", MONTH, "location", "kpi"}
)
_NOT_OF_PLANS = frozenset({"summary_count", "percent", "result"})
_EQUIPMENT_LIST = frozenset({"program", "equipment_type", "target", "budget"})


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a layout: `x0` to `x1` in points from the table's left edge; `year` or `month` where it has one."""

    role: str
    header: str
    x0: float
    x1: float
    year: int | None = None
    month: int | None = None


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

    @property
    def width(self) -> float:
        """The right edge of the last column, in points from the table's left edge."""
        return self.columns[-1].x1

    def is_of_projects(self) -> bool:
        """Whether a table of this layout lists projects (and is no summary, and no report of results)."""
        roles = self.roles
        if roles & _NOT_OF_PLANS:
            return False
        return ("name" in roles and len(roles & _PROJECT_FIELDS) >= 2) or roles >= _EQUIPMENT_LIST

    def is_summary(self) -> bool:
        """Whether a table of this layout sums projects up (ผด.01, ผ.01)."""
        return "summary_count" in self.roles and "budget" in self.roles

    def column_of(self, table: Table, cell: Cell) -> int:
        """The index of the column that a cell of a table of this layout shares most width with."""
        span = (table.column_edges[cell.col], table.column_edges[cell.col + cell.col_span])
        found = self._by_span.get(span)
        if found is None:
            found = self._by_span[span] = _widest_overlap(self.columns, *span)
        return found

    def months_under(self, table: Table, cell: Cell) -> tuple[int, ...]:
        """The calendar months whose columns a cell covers for the greater part, from left to right."""
        span = (table.column_edges[cell.col], table.column_edges[cell.col + cell.col_span])
        found = self._months_by_span.get(span)
        if found is None:
            covered = (c for c in self.months if _overlap(c, *span) > _COVERED_SHARE * (c.x1 - c.x0))
            found = self._months_by_span[span] = tuple(column.month for column in covered if column.month)
        return found

    def fits(self, table: Table) -> bool:
        """Whether a table without a header of its own goes on in this layout."""
        edges = table.column_edges
        if abs(edges[-1] - self.width) > _SIMILAR_EDGES_PT * 3:
            return False
        own = [column.x0 for column in self.columns]
        near = sum(any(abs(x - edge) <= _SIMILAR_EDGES_PT for edge in edges) for x in own)
        return near >= 0.8 * len(own)


def _widest_overlap(columns: tuple[Column, ...], x0: float, x1: float) -> int:
    return max(range(len(columns)), key=lambda index: _overlap(columns[index], x0, x1))


def _overlap(column: Column, x0: float, x1: float) -> float:
    return min(x1, column.x1) - max(x0, column.x0)
