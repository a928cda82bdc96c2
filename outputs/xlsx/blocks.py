"""A form's projects as they stand in its sheet: blocks under the same headings, in their order."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from outputs.docx.columns import TableLayout
from outputs.docx.headings import governing_groups, page_groups
from schemas.plan import Group, Project


@dataclass(frozen=True, slots=True)
class Block:
    """Consecutive projects of one form under the same headings."""

    groups: tuple[Group, ...]
    projects: tuple[Project, ...]

    @property
    def strategy_groups(self) -> tuple[Group, ...]:
        """The headings down to the strategy; empty where no strategy governs."""
        return page_groups(self.groups)


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block, the name of its sheet, and the first and last row of its projects, 0-based."""

    block: Block
    sheet: str
    first_row: int
    last_row: int
    money_columns: tuple[int, ...]
    year_columns: dict[str, int]
    counted_column: int | None


def blocks(projects: Sequence[Project], layout: TableLayout) -> list[Block]:
    """The blocks of a form's projects."""
    columns = frozenset(column.field for column in layout.form.columns if not column.optional)
    governed = groupby(projects, key=lambda project: governing_groups(project, columns))
    return [Block(groups, tuple(members)) for groups, members in governed]
