"""Tall cells divided into bands of lines, and the lines that stand above a number."""

from parsers.tables.bands import split_bands
from parsers.tables.grid import GridRow
from schemas.document import BBox, Cell, Table, TextLine

LINE_PT = 20.0
COLUMN_PT = 100.0


def _cell(col: int, lines: dict[int, str]) -> Cell:
    """A cell with texts at the heights of these lines of the page."""
    x0 = col * COLUMN_PT
    placed = tuple(
        TextLine(text=text, bbox=BBox(x0, row * LINE_PT, x0 + COLUMN_PT, row * LINE_PT + 14.0))
        for row, text in sorted(lines.items())
    )
    text = "\n".join(line.text for line in placed)
    return Cell(row=0, col=col, raw_text=text, text=text, lines=placed, bbox=BBox(x0, 0, x0 + COLUMN_PT, 900))


def _bands(*columns: dict[int, str]) -> list[tuple[str, bool]]:
    """The texts of each band joined by "|", and whether it leads to the number below it."""
    cells = tuple(_cell(col, lines) for col, lines in enumerate(columns))
    edges = tuple(COLUMN_PT * col for col in range(len(columns) + 1))
    table = Table(index=0, rows=1, columns=len(columns), cells=cells, column_edges=edges)
    bands = split_bands(GridRow(table, 0, cells), by_gaps=True)
    return [("|".join(cell.text for cell in band.cells if cell.text), band.leading) for band in bands]


def test_lines_between_a_gap_and_the_first_number_lead_to_it() -> None:
    bands = _bands(
        {0: "1", 5: "2", 8: "3"},
        {0: "โครงการ ก", 1: "ต่อ", 4: "โครงการ ข", 5: "หมู่ที่ 9", 6: "บ้านโนน", 7: "ตำบล", 8: "โครงการ ค"},
    )
    assert [text for text, leading in bands if leading] == ["โครงการ ข"]


def test_a_torn_unit_leads_to_a_number_without_a_gap_above() -> None:
    bands = _bands(
        {0: "1", 4: "2", 7: "3"},
        {0: "ก", 1: "ก", 4: "ข", 5: "ข", 7: "ค"},
        {0: "กองช่าง", 4: "กรม", 5: "ชลประทาน", 6: "กรม", 7: "ชลประทาน"},
    )
    assert [text for text, leading in bands if leading] == ["กรม"]
