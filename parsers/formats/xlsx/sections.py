"""A sheet's rows in reading order: lines of text over and under tables, and the rows of each table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from parsers.formats.xlsx.rows import Island, Placed, Row, is_next_to

TABLE_CELLS = 3
"""A row with so many texts belongs to a table; titles and headings over it are one or two texts."""


@dataclass(slots=True)
class Piece:
    """Rows of one table, or one row that is a line of text."""

    rows: list[Row] = field(default_factory=list)
    is_table: bool = False

    @property
    def last_row(self) -> int:
        """The sheet row in which the piece ends."""
        return self.rows[-1].index


def pieces(island: Island) -> Iterator[Piece]:
    """The pieces of an island from the top."""
    for section in _sections(island.rows):
        yield from _pieces(section)


def line_texts(row: Row, columns: Sequence[int]) -> list[tuple[str, Placed]]:
    """The texts of a row that is no table's, each with the cell that it looks like.

    Two neighbours are one line ("1.1" and a heading's name, a label and its value) unless the first is
    centered, as titles are.
    """
    filled = row.filled
    if len(filled) == 2 and not filled[0].cell.look.centered and is_next_to(columns, *filled):
        return [(f"{filled[0].cell.text} {filled[1].cell.text}", filled[0])]
    return [(item.cell.text, item) for item in filled]


def _sections(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Runs of rows without blank rows between them."""
    section: list[Row] = []
    for row in rows:
        if row.parted and section:
            yield section
            section = []
        section.append(row)
    if section:
        yield section


def _pieces(section: Sequence[Row]) -> Iterator[Piece]:
    begins = _begin_of_table(section)
    table = Piece(is_table=True)
    for position, row in enumerate(section):
        if _is_line(row) and (begins is None or position < begins):
            if table.rows:
                yield table
                table = Piece(is_table=True)
            yield Piece([row])
        elif row.filled or row.ruled or table.rows:
            table.rows.append(row)
    if table.rows:
        yield table


def _begin_of_table(section: Sequence[Row]) -> int | None:
    """The position from which all rows are a table's; None where the rows tell for themselves.

    Where rules are drawn they tell which rows are a table's; else all is table from its first full row on.
    """
    if any(row.ruled for row in section):
        return None
    return next((at for at, row in enumerate(section) if len(row.filled) >= TABLE_CELLS), None)


def _is_line(row: Row) -> bool:
    """Whether a row is a line of text: one or two texts without rules, and no amount behind a label."""
    if row.ruled or not 0 < len(row.filled) < TABLE_CELLS:
        return False
    return not row.filled[-1].cell.is_number or len(row.filled) == 1
