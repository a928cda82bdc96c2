"""The reader of .xlsx: visible sheets as lines of text and tables, in time that grows with what they hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from parsers.formats.xlsx.drawings import Drawn, TextBox, read_drawing
from parsers.formats.xlsx.grid import Window, merges_by_row, table
from parsers.formats.xlsx.parts import Package, SheetPart
from parsers.formats.xlsx.rows import Island, islands
from parsers.formats.xlsx.running import running_texts
from parsers.formats.xlsx.sections import line_texts, pieces
from parsers.formats.xlsx.sheet import Book, Range, Sheet, read_sheet
from parsers.formats.xlsx.strings import shared_strings
from parsers.formats.xlsx.styles import Look, looks
from schemas.document import Block, Document, Source, TextBlock, with_numbered_tables
from schemas.failures import InputFailure

__all__ = ["read"]

RunningArea = Literal["header", "footer"]


@dataclass(frozen=True, slots=True)
class _Page:
    """A sheet, its merged ranges by row, and what is drawn over it."""

    sheet: Sheet
    merges: Mapping[int, Sequence[Range]]
    drawn: Drawn


def read(data: bytes, source: Source) -> Document:
    """The document in an .xlsx package: page headers, the visible sheets in their order, page footers.

    Raises InputFailure: DOC004 where the package or its XML is broken, DOC007 and DOC008 for hostile ones.
    """
    try:
        return Document(
            source=source, blocks=tuple(with_numbered_tables(_blocks(Package(source.name, data))))
        )
    except RecursionError as error:  # groups of shapes in groups, some hundred deep
        raise InputFailure("DOC004", name=source.name) from error


def _blocks(package: Package) -> Iterator[Block]:
    book = Book(
        name=package.name,
        strings=shared_strings(package.related("sharedStrings")),
        looks=looks(package.related("styles"), package.related("theme")),
        from_1904=package.counts_from_1904,
    )
    pages = [_page(package, part, book) for part in package.sheets()]
    yield from _running((text for page in pages for text in page.sheet.headers), "header")
    for page in pages:
        yield from _sheet_blocks(page, package.name)
    yield from _running((text for page in pages for text in page.sheet.footers), "footer")


def _page(package: Package, part: SheetPart, book: Book) -> _Page:
    sheet = read_sheet(package.content(part.part), book)
    drawing = package.related_to(part.part, sheet.drawing_id) if sheet.drawing_id else None
    drawn = read_drawing(drawing, sheet.columns, sheet.rows) if drawing is not None else Drawn()
    return _Page(sheet, merges_by_row(sheet), drawn)


def _running(coded: Iterator[str], area: RunningArea) -> Iterator[TextBlock]:
    """The texts of all headers or all footers, each distinct text once."""
    for text in dict.fromkeys(text for codes in coded for text in running_texts(codes)):
        yield TextBlock(raw_text=text, text=text, area=area)


def _sheet_blocks(page: _Page, name: str) -> Iterator[Block]:
    columns = page.sheet.columns
    drawn_rows = [(row, columns.at_pt(line.x0_pt)) for row, line in page.drawn.strokes]
    boxes = sorted(page.drawn.boxes, key=lambda box: box.row)
    found = islands(page.sheet, drawn_rows)
    is_outline = page.sheet.folds_downwards or _is_outlined_text(page.sheet, found)
    for island in found:
        yield from _island_blocks(page, island, boxes, name, is_outline=is_outline)
    yield from (block for box in boxes for block in _box_blocks(box))


def _is_outlined_text(sheet: Sheet, found: Sequence[Island]) -> bool:
    """Whether a sheet is a text with an outline; LibreOffice does not keep which way its rows fold."""
    return bool(sheet.outline) and not any(piece.is_table for island in found for piece in pieces(island))


def _island_blocks(
    page: _Page, island: Island, boxes: list[TextBox], name: str, *, is_outline: bool
) -> Iterator[Block]:
    """The blocks of an island; text boxes are taken from `boxes` before the piece that they lie over."""
    for piece in pieces(island):
        while boxes and boxes[0].row <= piece.last_row:
            yield from _box_blocks(boxes.pop(0))
        if piece.is_table:
            window = Window(page.sheet, piece.rows, island.columns, page.merges, name)
            yield table(window, page.drawn.strokes)
            continue
        for text, item in line_texts(piece.rows[0], island.columns):
            is_title = is_outline and item.cell.look.bold
            level = page.sheet.outline.get(item.row, 0) + 1 if is_title else None
            yield from _lines(text, item.cell.look, level)


def _lines(text: str, look: Look, heading_level: int | None) -> Iterator[TextBlock]:
    for line in filter(str.strip, text.split("\n")):
        yield TextBlock(
            raw_text=line, text=line, centered=look.centered, bold=look.bold, heading_level=heading_level
        )


def _box_blocks(box: TextBox) -> Iterator[TextBlock]:
    for line in filter(str.strip, box.text.split("\n")):
        yield TextBlock(raw_text=line, text=line, area="text_box")
