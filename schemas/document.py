"""The neutral document: what a reader of any format hands on.

One ordered stream of blocks, in reading order. Word has no pages and PDF has no paragraphs, but both
have reading order, and the headings that give a table its meaning are the blocks before it.

Lengths are points (1/72 inch). Pages are 1-based; tables, rows and columns are 0-based.
"""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from schemas.model import Frozen

GOES_ON = "\u2060"
"""At the end of a line: the paragraph goes on with the next line, and the source shows the space between them, if any.

U+2060 WORD JOINER. Either the line was wrapped, inside a phrase where it shows no space, or somebody ended it by hand.
A line end without it leaves open also whether the paragraph goes on.
"""

SourceFormat = Literal["docx", "doc", "pdf", "rtf", "odt", "xlsx", "xls", "json"]


class BBox(NamedTuple):
    """A rectangle in points, from the top-left corner of the page."""

    x0: float
    top: float
    x1: float
    bottom: float


def around(boxes: Iterable[BBox | None]) -> BBox | None:
    """The smallest rectangle around those of `boxes` that are known; None where none is."""
    known = [box for box in boxes if box is not None]
    if not known:
        return None
    lefts, tops, rights, bottoms = zip(*known, strict=True)
    return BBox(min(lefts), min(tops), max(rights), max(bottoms))


class TextLine(Frozen):
    """One line of text as it stands on a page; only formats with pages know lines."""

    text: str
    bbox: BBox


class Cell(Frozen):
    """One cell, stored once at its top-left grid position, whatever it spans.

    `raw_text` is as read (lines divided by "\\n": Word's paragraphs and breaks, a PDF's visual lines, behind
    which GOES_ON may stand); `text` is the same after repair, and equal to it until repair has run. A reader
    of a format sets both to the same string. `lines` stands only where the format knows where each line
    lies; it holds the same lines as `raw_text`, one for one. `shading` is the fill as
    RRGGBB, None for none, white or automatic. `bbox` is in page coordinates for PDF, None for Word.
    """

    row: int
    col: int
    row_span: int = 1
    col_span: int = 1
    raw_text: str = ""
    text: str = ""
    shading: str | None = None
    bbox: BBox | None = None
    lines: tuple[TextLine, ...] = ()


class Stroke(Frozen):
    """A drawn line or arrow that is no rule of the table.

    `x0` and `x1` (x0 <= x1) are points from the table's left edge, on the scale of `Table.column_edges`;
    `row` is the grid row that it lies on. `head_start` and `head_end` tell of arrow heads at the left and
    at the right end. `bbox` is in page coordinates where the format has pages.
    """

    row: int
    x0: float
    x1: float
    head_start: bool = False
    head_end: bool = False
    bbox: BBox | None = None


class Table(Frozen):
    """A grid of cells as one format's reader found it; a PDF's table ends at the foot of its page.

    `column_edges` are `columns + 1` points from the table's left edge, so the first is 0.
    `repeated_header_rows` counts the leading rows that the source marks as header (0 where it marks none).
    """

    kind: Literal["table"] = "table"
    index: int
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    column_edges: tuple[float, ...]
    strokes: tuple[Stroke, ...] = ()
    repeated_header_rows: int = 0
    page: int | None = None
    bbox: BBox | None = None


class TextBlock(Frozen):
    """A paragraph, or what a format has for one.

    `heading_level` is 1-based and stands only where the source says so by a style or outline level.
    `area` is where the text stands: running headers and footers and text boxes are kept, and told apart.
    `lines` are those of `raw_text` where the format knows where each lies, as they are drawn.
    """

    kind: Literal["text"] = "text"
    raw_text: str
    text: str
    heading_level: int | None = None
    area: Literal["body", "header", "footer", "text_box"] = "body"
    centered: bool = False
    bold: bool = False
    page: int | None = None
    bbox: BBox | None = None
    lines: tuple[TextLine, ...] = ()


Block = TextBlock | Table


def with_numbered_tables(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks in their order, each table with its 0-based index among the tables."""
    index = 0
    for block in blocks:
        if isinstance(block, Table):
            yield block.model_copy(update={"index": index})
            index += 1
        else:
            yield block


class Page(Frozen):
    """Side information on one page: its number (1-based) and its size in points."""

    number: int
    width: float
    height: float


class Source(Frozen):
    """The file that was read."""

    name: str
    sha256: str
    format: SourceFormat
    size_bytes: int


class Document(Frozen):
    """A file as one stream of blocks in reading order."""

    source: Source
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()

    def tables(self) -> Iterator[Table]:
        """The tables in reading order."""
        return (block for block in self.blocks if isinstance(block, Table))


class Provenance(Frozen):
    """Where a value was read: page is 1-based (None for Word), table, row and col are 0-based."""

    page: int | None = None
    table: int | None = None
    row: int | None = None
    col: int | None = None
    bbox: BBox | None = None
