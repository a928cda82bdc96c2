"""Where a table stands on its page and what its cells' margins are: both decide where a shape lies."""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from parsers.formats.docx.content import value
from parsers.formats.docx.grid import is_aligned_to_top
from parsers.formats.docx.lengths import twips_pt
from parsers.formats.docx.names import W_TCPR, W_VAL, W
from parsers.formats.docx.placement import AnchorCell, RowHeight, TablePlace
from parsers.formats.docx.sections import PageShape
from parsers.formats.docx.shapes import Drawing
from parsers.formats.docx.styles import ParagraphFormat, Styles, cell_margins_pt

_WORD_2007 = 12
_WORD_2013 = 15
"""The compatibility mode from which on a table's border, not its text, stands at the margin."""


@dataclass(frozen=True, slots=True)
class Hung:
    """A drawing, and the cell of its anchor; `first` for an anchor in the cell's first paragraph."""

    drawing: Drawing
    cell: etree._Element
    row: int
    col: int
    span: int
    format: ParagraphFormat
    first: bool


@dataclass(frozen=True, slots=True)
class TableLayout:
    """What all tables of a document share: its styles, its compatibility mode, who wrote it."""

    styles: Styles
    compatibility: int = _WORD_2007
    from_libreoffice: bool = False

    def cell_margins_pt(self, table: etree._Element) -> tuple[float, float]:
        """Left and right margins of the cells of a table."""
        left, right = cell_margins_pt(table.find(f"{W}tblPr/{W}tblCellMar"))
        style_left, style_right = self.styles.cell_margins_pt(value(table, "w:tblPr/w:tblStyle"))
        return (style_left if left is None else left, style_right if right is None else right)

    def place(
        self, table: etree._Element, page: PageShape, edges: tuple[float, ...], heights: Sequence[RowHeight]
    ) -> TablePlace:
        """Where the table stands: by its floating position, its alignment, or its indent."""
        properties = table.find(W + "tblPr")
        floating = properties.find(W + "tblpPr") if properties is not None else None
        if floating is not None:
            left_pt = _floating_left(floating, page, edges[-1])
        else:
            left_pt = page.left_margin_pt + self._in_text(table, properties, page.text_width_pt - edges[-1])
        return TablePlace(page, left_pt, edges, heights, self.from_libreoffice)

    def _in_text(self, table: etree._Element, properties: etree._Element | None, free_pt: float) -> float:
        """The left edge from the margin; `free_pt` is what the table leaves of the text's width."""
        alignment = value(properties, "w:jc")
        if alignment == "center":
            return free_pt / 2
        if alignment in ("right", "end"):
            return free_pt
        indent = properties.find(W + "tblInd") if properties is not None else None
        indent_pt = (twips_pt(indent.get(W + "w")) or 0.0) if indent is not None else 0.0
        return indent_pt if self.compatibility >= _WORD_2013 else indent_pt - self.cell_margins_pt(table)[0]


def anchor_cell(hung: Hung, edges: tuple[float, ...], margins_pt: tuple[float, float]) -> AnchorCell:
    """The anchor's cell in table coordinates; its own margins (w:tcMar) go before the table's."""
    own_left, own_right = cell_margins_pt(hung.cell.find(f"{W_TCPR}/{W}tcMar"))
    left_pt, right_pt = edges[hung.col], edges[min(hung.col + hung.span, len(edges) - 1)]
    return AnchorCell(
        row=hung.row,
        left_pt=left_pt,
        right_pt=right_pt,
        text_left_pt=left_pt + (margins_pt[0] if own_left is None else own_left),
        text_right_pt=right_pt - (margins_pt[1] if own_right is None else own_right),
        indent_pt=hung.format.indent_pt or 0.0,
        centered=hung.format.alignment == "center",
        at_top=hung.first and is_aligned_to_top(hung.cell),
    )


def compatibility_mode(settings: etree._Element | None) -> int:
    """The w:compatibilityMode of the settings part; 12 (Word 2007) where none is said."""
    for setting in settings.iter(W + "compatSetting") if settings is not None else ():
        if setting.get(W + "name") == "compatibilityMode":
            mode = setting.get(W_VAL, "")
            return int(mode) if mode.isdecimal() else _WORD_2007
    return _WORD_2007


def _floating_left(floating: etree._Element, page: PageShape, width_pt: float) -> float:
    origin_pt, room_pt = page.left_margin_pt, page.text_width_pt
    if floating.get(W + "horzAnchor") == "page":
        origin_pt, room_pt = 0.0, page.width_pt
    aligned = {"center": (room_pt - width_pt) / 2, "right": room_pt - width_pt}
    offset_pt = twips_pt(floating.get(W + "tblpX")) or 0.0
    return origin_pt + aligned.get(floating.get(W + "tblpXSpec", ""), offset_pt)
