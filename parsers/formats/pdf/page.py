"""One page: its glyphs and outlines to blocks in reading order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parsers.formats.pdf.clusters import Cluster, cluster_glyphs
from parsers.formats.pdf.glyphs import Glyph
from parsers.formats.pdf.grid import Grid, find_grids
from parsers.formats.pdf.lines import make_lines
from parsers.formats.pdf.paths import Outline
from parsers.formats.pdf.prose import make_blocks, prose_lines, text_margins
from parsers.formats.pdf.rules import Ruled, merge_marks, part_rules
from parsers.formats.pdf.shapes import Shapes, sort_shapes
from parsers.formats.pdf.sharing import share_out
from parsers.formats.pdf.sides import in_reading_order
from parsers.formats.pdf.tables import bars, build_table, own_marks
from parsers.formats.pdf.wraps import mark_wraps
from schemas.document import Block, Table


@dataclass(frozen=True, slots=True)
class PageDrawing:
    """What is drawn on a page apart from its text; the same whichever engine reads the text."""

    shapes: Shapes
    ruled: Ruled
    grids: tuple[Grid, ...]


def read_drawing(outlines: Iterable[Outline], glyphs: Sequence[Glyph]) -> PageDrawing:
    """Shapes, rules and grids; the glyphs tell underlines from month marks."""
    shapes = sort_shapes(outlines)
    ruled = part_rules(shapes, glyphs)
    return PageDrawing(shapes, ruled, tuple(find_grids(ruled.horizontal, ruled.vertical)))


def page_blocks(glyphs: Sequence[Glyph], drawing: PageDrawing, page: int, width: float) -> list[Block]:
    """The page's text blocks and tables in reading order; tables are counted from 0. `page` is 1-based."""
    in_cells, outside = share_out(cluster_glyphs(glyphs), drawing.grids)
    tables = [
        table
        for grid, cells in zip(drawing.grids, in_cells, strict=True)
        if (table := _table(grid, cells, drawing, page)) is not None
    ]
    lines = prose_lines(outside)
    margins = text_margins(lines, [table.bbox for table in tables if table.bbox], width)
    mark_wraps(lines, margins)
    return in_reading_order([*make_blocks(lines, margins, page), *tables])


def _table(grid: Grid, cells: Sequence[Sequence[Cluster]], drawing: PageDrawing, page: int) -> Table | None:
    """The grid's table; None for a drawing of lines that holds neither text nor marks."""
    cell_lines = [make_lines(cell) for cell in cells]
    for own in cell_lines:
        mark_wraps(own)
    lines = [line for own in cell_lines for line in own]
    marks = own_marks(grid, drawing.ruled.marks) + bars(grid, drawing.shapes.areas, lines)
    if not lines and not marks:
        return None
    return build_table(grid, cell_lines, merge_marks(marks), drawing.shapes.areas, page, 0)
