"""Where the blocks of a form's projects stand in its sheet."""

from dataclasses import dataclass

from outputs.docx.blocks import Block


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block of projects, the name of its sheet, and the first and last row of its projects, 0-based."""

    block: Block
    sheet: str
    first_row: int
    last_row: int
    money_columns: tuple[int, ...]
    year_columns: dict[str, int]
    counted_column: int | None
