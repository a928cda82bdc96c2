"""The walk through a story (body, header, footer, text box): its paragraphs and tables as blocks in order."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree

from parsers.formats.docx import drawingml, vml
from parsers.formats.docx.columns import column_edges
from parsers.formats.docx.content import alternatives, children
from parsers.formats.docx.grid import Grid, grid_widths_pt, is_frame, is_list, visible_rows
from parsers.formats.docx.names import MC_ALTERNATE, W_DRAWING, W_P, W_PICT, W_PPR, W_SECTPR, W_TBL, W_TC
from parsers.formats.docx.nearby import PARAGRAPHS, Neighbour, WaitingTable, paragraph_height
from parsers.formats.docx.paragraphs import Paragraph, ParagraphReader, joined
from parsers.formats.docx.placement import Readings, TablePlace, strokes
from parsers.formats.docx.plain import PlainRows
from parsers.formats.docx.sections import PageShape, page_shape
from parsers.formats.docx.shapes import Drawing
from parsers.formats.docx.tableplace import Hung, TableLayout, anchor_cell
from schemas.document import Block, Stroke, Table, TextBlock

Area = Literal["body", "header", "footer", "text_box"]


@dataclass(slots=True)
class StoryReader:
    """Reads the stories of one document, in order."""

    paragraphs: ParagraphReader
    plain: PlainRows
    layout: TableLayout
    sections: list[etree._Element]
    readings: Readings = field(default_factory=Readings)
    _section: int = 0
    _heads: Sequence[tuple[TextBlock, ...]] = ()

    def body(self, body: etree._Element, heads: Sequence[tuple[TextBlock, ...]]) -> Iterator[Block]:
        """The blocks of the body; `heads` are the texts that go before each section, by its 0-based index."""
        self._heads = heads
        yield from self._head()
        yield from self.blocks(body, "body")

    def _head(self) -> Iterator[Block]:
        if self._section < len(self._heads):
            yield from self._heads[self._section]

    def blocks(self, story: etree._Element, area: Area) -> Iterator[Block]:
        """The blocks of a story; tables carry index 0, numbering them is the document's duty."""
        waiting: list[Paragraph] = []
        before: deque[Neighbour] = deque(maxlen=PARAGRAPHS)
        table = WaitingTable(self.layout)
        for child in children(story):
            if child.tag == W_P:
                waiting.append(self.paragraphs.read(child))
                before.append(_neighbour(child, waiting[-1]))
                yield from table.end(before[-1])
                if not waiting[-1].mark_gone:
                    yield from self._text(waiting, area)
                    waiting = []
                if child.find(f"{W_PPR}/{W_SECTPR}") is not None:
                    self._section += 1
                    yield from self._head()
            elif child.tag == W_TBL:
                yield from table.end()
                yield from self._text(waiting, area)
                waiting = []
                page = self._page()
                table.begin(child, list(self.table_blocks(child, area)), page, tuple(before))
                before.clear()
        yield from table.end()
        yield from self._text(waiting, area)

    def _text(self, paragraphs: list[Paragraph], area: Area) -> Iterator[Block]:
        for paragraph in joined(paragraphs):
            for drawing in drawings(paragraph):
                yield from self.box_blocks(drawing)
            text = paragraph.labelled()
            # A running header that holds nothing but a page number and its dashes has nothing to say.
            if text.strip() and not (paragraph.has_page_field and not any(map(str.isalnum, text))):
                yield _text_block(paragraph, text, area)

    def box_blocks(self, drawing: Drawing) -> Iterator[Block]:
        """The blocks of an object's text boxes."""
        for box in drawing.boxes:
            yield from self.blocks(box, "text_box")

    def table_blocks(self, table: etree._Element, area: Area) -> Iterator[Block]:
        """A table with what goes before and after it; the content alone of a table that is only a frame."""
        rows = visible_rows(table)
        if is_frame(rows):
            for cell in children(rows[0]):
                if cell.tag == W_TC:
                    yield from self.blocks(cell, area)
        elif rows:
            reader = _TableReader(self)
            read = reader.read(table, rows, self._page())
            yield from reader.before
            yield read
            yield from reader.after

    def _page(self) -> PageShape:
        index = min(self._section, len(self.sections) - 1)
        return page_shape(self.sections[index] if self.sections else None)


@dataclass(slots=True)
class _TableReader:
    """Reads one table; text boxes in its cells go before it, tables in its cells after it or into its cells."""

    story: StoryReader
    before: list[Block] = field(default_factory=list)
    after: list[Block] = field(default_factory=list)
    _hung: list[Hung] = field(default_factory=list)
    _is_list: bool = False

    def read(self, table: etree._Element, rows: list[etree._Element], page: PageShape) -> Table:
        grid = Grid(self._cell, self.story.plain.texts)
        self._is_list = is_list(rows)
        for row in rows:
            grid.add_row(row)
        grid_pt = grid_widths_pt(table)
        columns = max(grid.columns, 1)
        edges = column_edges(columns, grid_pt, grid.widths)
        place = self.story.layout.place(table, page, edges, grid.heights)
        return Table(
            index=0,
            rows=grid.rows,
            columns=columns,
            cells=grid.cells(),
            column_edges=edges,
            strokes=self._strokes(table, place),
            repeated_header_rows=grid.repeated_header_rows,
        )

    def _strokes(self, table: etree._Element, place: TablePlace) -> tuple[Stroke, ...]:
        margins_pt = self.story.layout.cell_margins_pt(table) if self._hung else (0.0, 0.0)
        hung = [(item.drawing, anchor_cell(item, place.edges, margins_pt)) for item in self._hung]
        reading = self.story.readings.likelier(hung, place)
        found = [stroke for item in hung for stroke in strokes(*item, place, reading)]
        return tuple(sorted(found, key=lambda stroke: (stroke.row, stroke.x0)))

    def _cell(self, cell: etree._Element, row: int, col: int, span: int) -> str:
        lines = []
        for order, paragraph in enumerate(joined(self._paragraphs(cell))):
            for drawing in drawings(paragraph):
                self.before.extend(self.story.box_blocks(drawing))
                if drawing.lines:
                    first = order == 0
                    self._hung.append(Hung(drawing, cell, row, col, span, paragraph.format, first))
            lines.append(paragraph.labelled_in_cell())
        return "\n".join(lines)

    def _paragraphs(self, cell: etree._Element) -> Iterator[Paragraph]:
        for child in children(cell):
            if child.tag == W_P:
                yield self.story.paragraphs.read(child)
            elif child.tag == W_TBL:
                yield from self._nested(child)

    def _nested(self, table: etree._Element) -> Iterator[Paragraph]:
        """The paragraphs of a nested table that is a frame, or part of a list; any other is a table of its own."""
        rows = visible_rows(table)
        if self._is_list or is_frame(rows):
            for row in rows:
                for cell in children(row):
                    if cell.tag == W_TC:
                        yield from self._paragraphs(cell)
        else:
            self.after.extend(self.story.table_blocks(table, "body"))


def _neighbour(element: etree._Element, paragraph: Paragraph) -> Neighbour:
    found = tuple(drawing for drawing in drawings(paragraph) if drawing.lines)
    return Neighbour(found, paragraph_height(element, paragraph.text))


def drawings(paragraph: Paragraph) -> Iterator[Drawing]:
    """The objects that are anchored in a paragraph."""
    for element in paragraph.drawings:
        yield from _read_drawing(element)


def _read_drawing(element: etree._Element) -> list[Drawing]:
    """The objects of a w:drawing or w:pict; of mc:AlternateContent those of the first branch that has any."""
    if element.tag == W_DRAWING:
        return drawingml.read(element)
    if element.tag == W_PICT:
        return vml.read(element)
    if element.tag == MC_ALTERNATE:
        for branch in alternatives(element):
            if found := [drawing for child in branch for drawing in _read_drawing(child)]:
                return found
    return []


def _text_block(paragraph: Paragraph, text: str, area: Area) -> TextBlock:
    return TextBlock(
        raw_text=text,
        text=text,
        heading_level=paragraph.format.heading_level or None,
        area=area,
        centered=paragraph.format.alignment == "center",
        bold=paragraph.bold,
    )
