"""A readable notation for tables, so that a failing test shows a grid.

    table("ที่ | โครงการ | งบประมาณ > | ",     # ">" continues to the right
          "^  | ^       | 2566 | 2567",        # "^" continues from above
          "1  | ถนน คสล. | 500,000 | -")

"//" divides the lines of a cell.
"""

from schemas.document import Block, Cell, Document, Source, Stroke, Table, TextBlock

WIDTH_PT = 60.0
SOURCE = Source(name="test.docx", sha256="0" * 64, format="docx", size_bytes=1)


def table(
    *rows: str, index: int = 0, widths: list[float] | None = None, strokes: tuple[Stroke, ...] = ()
) -> Table:
    """The Table of the notation; columns are 60 points wide unless `widths` says otherwise."""
    grid = [[text.strip() for text in row.split("|")] for row in rows]
    columns = max(len(row) for row in grid)
    edges = [0.0]
    for width in widths or [WIDTH_PT] * columns:
        edges.append(edges[-1] + width)
    cells = [_cell(grid, row, col) for row, texts in enumerate(grid) for col in range(len(texts))]
    return Table(
        index=index,
        rows=len(grid),
        columns=columns,
        cells=tuple(cell for cell in cells if cell is not None),
        column_edges=tuple(edges),
        strokes=strokes,
    )


def _cell(grid: list[list[str]], row: int, col: int) -> Cell | None:
    text = grid[row][col]
    if text == "^" or (col > 0 and grid[row][col - 1].endswith(">")):
        return None
    col_span = 1
    while col + col_span < len(grid[row]) and grid[row][col + col_span - 1].endswith(">"):
        col_span += 1
    row_span = 1
    while row + row_span < len(grid) and col < len(grid[row + row_span]) and grid[row + row_span][col] == "^":
        row_span += 1
    text = text.rstrip(">").strip().replace("//", "\n")
    return Cell(row=row, col=col, row_span=row_span, col_span=col_span, raw_text=text, text=text)


def line(text: str, **more: object) -> TextBlock:
    """A paragraph."""
    return TextBlock.model_validate({"raw_text": text, "text": text, **more})


def document(*blocks: Block) -> Document:
    """A document of these blocks; tables get their index by order."""
    tables = iter(range(len(blocks)))
    numbered = [b.model_copy(update={"index": next(tables)}) if isinstance(b, Table) else b for b in blocks]
    return Document(source=SOURCE, blocks=tuple(numbered))
