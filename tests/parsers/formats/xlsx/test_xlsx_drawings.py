"""Shapes drawn over cells: which become strokes, where they lie, and which are text boxes."""

import pytest
from openpyxl import Workbook

from tests.parsers.formats.xlsx.workbooks import (
    EMU_PER_PT,
    arrow,
    connector,
    marker,
    read,
    saved,
    shown,
    text_box,
    two_cell,
    with_drawing,
)

COLUMN_PT = 21.0
ROW_PT = 15.0
LINE = '<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln><a:tailEnd type="triangle"/></a:ln>'


@pytest.fixture
def sheet():
    """A table of 6 columns of 21 points and 4 rows of 15, which begins at B2."""
    book = Workbook()
    for column in "ABCDEFG":
        book.active.column_dimensions[column].width = 4
    for row in range(2, 6):
        for column in range(2, 8):
            book.active.cell(row, column, "x")
    return book


def strokes(sheet, anchors):
    (table,) = read(with_drawing(saved(sheet), anchors)).tables()
    return [(s.row, s.x0, s.x1, s.head_start, s.head_end) for s in table.strokes]


def test_an_arrow_between_two_cells(sheet):
    assert strokes(sheet, arrow(row=2, first=3, last=5)) == [(1, 44.0, 98.0, True, True)]


@pytest.mark.parametrize(
    ("line", "transform", "heads"),
    [
        ('<a:tailEnd type="triangle"/>', "", (False, True)),
        ('<a:headEnd type="triangle"/>', "", (True, False)),
        ('<a:tailEnd type="triangle"/>', 'flipH="1"', (True, False)),
        ('<a:tailEnd type="triangle"/>', 'rot="10800000"', (True, False)),
        ('<a:tailEnd type="none"/>', "", (False, False)),
    ],
)
def test_heads(sheet, line, transform, heads):
    (stroke,) = strokes(sheet, arrow(2, 3, 5, line=line, transform=transform))
    assert stroke[3:] == heads


def test_an_arrow_that_leans_over_the_rule_lies_where_its_middle_is(sheet):
    anchor = two_cell(marker("from", 2, 3, 0, 13), marker("to", 3, 5, 0, 8), connector())
    assert strokes(sheet, anchor)[0][0] == 2


def test_anchors_of_one_cell_and_of_none(sheet):
    extent = f'<xdr:ext cx="{30 * EMU_PER_PT}" cy="0"/>'
    data = "<xdr:clientData/>"
    one = f"<xdr:oneCellAnchor>{marker('from', 1, 1, 5, 7)}{extent}{connector()}{data}</xdr:oneCellAnchor>"
    x, y = round(2 * COLUMN_PT * EMU_PER_PT), round(3.5 * ROW_PT * EMU_PER_PT)
    position = f'<xdr:pos x="{x}" y="{y}"/>'
    absolute = f"<xdr:absoluteAnchor>{position}{extent}{connector()}{data}</xdr:absoluteAnchor>"
    assert strokes(sheet, one + absolute) == [(0, 5.0, 35.0, True, True), (2, 21.0, 51.0, True, True)]


def test_hidden_columns_take_no_room(sheet):
    sheet.active.column_dimensions["C"].hidden = True
    assert strokes(sheet, arrow(row=2, first=3, last=5))[0][1:3] == (23.0, 77.0)


def test_arrows_in_a_group(sheet):
    def member(x, y):
        return (
            '<xdr:cxnSp macro=""><xdr:nvCxnSpPr><xdr:cNvPr id="5" name="m"/><xdr:cNvCxnSpPr/></xdr:nvCxnSpPr>'
            f'<xdr:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="50" cy="0"/></a:xfrm>{LINE}</xdr:spPr>'
            "</xdr:cxnSp>"
        )

    group = (
        '<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="4" name="g"/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr><xdr:grpSpPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="100" cy="100"/>'
        '<a:chOff x="1000" y="2000"/><a:chExt cx="100" cy="100"/></a:xfrm></xdr:grpSpPr>'
        f"{member(1000, 2010)}{member(1050, 2090)}</xdr:grpSp>"
    )
    anchor = two_cell(marker("from", 1, 1), marker("to", 3, 5), group)
    assert strokes(sheet, anchor) == [(0, 0.0, 42.0, False, True), (1, 42.0, 84.0, False, True)]


def test_an_alternative_is_read_once(sheet):
    content = (
        f'<mc:AlternateContent><mc:Choice Requires="a14">{connector()}</mc:Choice>'
        f"<mc:Fallback>{connector()}</mc:Fallback></mc:AlternateContent>"
    )
    assert len(strokes(sheet, two_cell(marker("from", 2, 2), marker("to", 2, 4), content))) == 1


@pytest.mark.parametrize(
    "shape",
    [
        connector().replace('name="line"', 'name="line" hidden="1"'),
        connector().replace("<a:solidFill>", "<a:noFill/><a:solidFill>"),
        "<xdr:pic/>",
    ],
)
def test_what_shows_no_line(sheet, shape):
    assert strokes(sheet, two_cell(marker("from", 2, 2), marker("to", 2, 4), shape)) == []


def test_a_steep_line_is_no_mark(sheet):
    assert strokes(sheet, two_cell(marker("from", 1, 2), marker("to", 4, 3), connector())) == []


def test_an_arrow_over_a_row_without_text_keeps_the_row(sheet):
    sheet.active.delete_rows(4)
    sheet.active.insert_rows(4)
    assert strokes(sheet, arrow(row=3, first=3, last=5))[0][0] == 2


def test_a_text_box_comes_before_the_table_that_it_lies_over(sheet):
    sheet.active["B1"] = "แผนการดำเนินงาน"
    box = two_cell(marker("from", 2, 4), marker("to", 3, 6), text_box("แบบ ผด.02"))
    document = read(with_drawing(saved(sheet), box))
    assert shown(document)[:2] == ["แผนการดำเนินงาน", "แบบ ผด.02"]
    assert document.blocks[1].area == "text_box"
