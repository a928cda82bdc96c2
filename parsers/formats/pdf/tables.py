"""Grids, clusters and marks to the neutral document's tables."""

from collections.abc import Sequence

from parsers.formats.pdf.grid import Grid
from parsers.formats.pdf.lines import Line
from parsers.formats.pdf.shapes import BAR_THICKNESS_PT, DIGITS, Area, Box, Mark, is_white, rounded
from schemas.document import Cell, Stroke, Table, TextLine

SHADED_SHARE = 0.6  # of a cell's face that one colour covers
BAR_LEAST_PT = 4.0


def build_table(
    grid: Grid,
    cell_lines: Sequence[Sequence[Line]],
    marks: Sequence[Mark],
    areas: Sequence[Area],
    page: int,
    index: int,
) -> Table:
    """One table: `cell_lines[i]` are those of the grid's i-th cell; `page` is 1-based, `index` 0-based."""
    cells = []
    for place, lines in zip(grid.cells, cell_lines, strict=True):
        box = grid.cell_box(place)
        text = "\n".join(line.text for line in lines)
        cells.append(
            Cell(
                row=place.row,
                col=place.col,
                row_span=place.row_span,
                col_span=place.col_span,
                raw_text=text,
                text=text,
                shading=_shading(box, areas),
                bbox=rounded(box),
                lines=tuple(TextLine(text=line.text, bbox=rounded(line.box)) for line in lines),
            )
        )
    left = grid.xs[0]
    return Table(
        index=index,
        rows=len(grid.ys) - 1,
        columns=len(grid.xs) - 1,
        cells=tuple(cells),
        column_edges=tuple(round(x - left, DIGITS) for x in grid.xs),
        strokes=tuple(stroke for mark in marks if (stroke := _stroke(grid, mark)) is not None),
        page=page,
        bbox=rounded(grid.box),
    )


def own_marks(grid: Grid, marks: Sequence[Mark]) -> list[Mark]:
    """The marks whose middle lies in the grid, from top to bottom."""
    x0, top, x1, bottom = grid.box
    inside = [
        mark for mark in marks if x0 <= _middle(mark.box)[0] <= x1 and top <= _middle(mark.box)[1] <= bottom
    ]
    return sorted(inside, key=lambda mark: (_middle(mark.box)[1], mark.box[0]))


def bars(grid: Grid, areas: Sequence[Area], lines: Sequence[Line]) -> list[Mark]:
    """Filled rectangles that are month marks: lower than their cell, and without text."""
    return [
        Mark(area.box)
        for area in areas
        if not is_white(area.color)
        and _is_bar(grid, area.box)
        and not any(_holds(area.box, _middle(line.box)) for line in lines)
    ]


def _is_bar(grid: Grid, box: Box) -> bool:
    x0, top, x1, bottom = box
    index = grid.cell_at(*_middle(box))
    if index is None or x1 - x0 < BAR_LEAST_PT or bottom - top > BAR_THICKNESS_PT or x1 - x0 < bottom - top:
        return False
    cell = grid.cell_box(grid.cells[index])
    return bottom - top < SHADED_SHARE * (cell[3] - cell[1])


def _middle(box: Box) -> tuple[float, float]:
    return (box[0] + box[2]) / 2, (box[1] + box[3]) / 2


def _holds(box: Box, point: tuple[float, float]) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _stroke(grid: Grid, mark: Mark) -> Stroke | None:
    row = grid.row_at(_middle(mark.box)[1])
    if row is None:
        return None
    left, right = grid.xs[0], grid.xs[-1]
    return Stroke(
        row=row,
        x0=round(max(mark.box[0], left) - left, DIGITS),
        x1=round(min(mark.box[2], right) - left, DIGITS),
        head_start=mark.head_start,
        head_end=mark.head_end,
        bbox=rounded(mark.box),
    )


def _shading(cell: Box, areas: Sequence[Area]) -> str | None:
    """The colour that covers most of the cell, where it covers enough and is not white.

    Word paints a shaded cell line by line, so the parts of one colour add up.
    """
    covered: dict[str, float] = {}
    for area in areas:
        across = min(cell[2], area.box[2]) - max(cell[0], area.box[0])
        down = min(cell[3], area.box[3]) - max(cell[1], area.box[1])
        if across > 0 and down > 0:
            covered[area.color] = covered.get(area.color, 0.0) + across * down
    if not covered:
        return None
    color = max(covered, key=lambda key: covered[key])
    enough = covered[color] >= SHADED_SHARE * (cell[2] - cell[0]) * (cell[3] - cell[1])
    return color if enough and not is_white(color) else None
