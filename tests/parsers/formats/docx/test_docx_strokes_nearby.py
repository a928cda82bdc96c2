"""Arrows whose anchor is in a paragraph right before or behind the table that they lie on."""

import pytest

GRID = (30, 120, 150) + (30,) * 12
"""Number, name, details, and twelve months from 300 on; 660 points of the page's 698 between its margins."""
FIXED = '<w:tblInd w:w="0" w:type="dxa"/>'
MARGINS = (
    '<w:style w:type="table" w:default="1" w:styleId="N"><w:tblPr><w:tblCellMar>'
    '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
ROW_PT = 40
EXACT = f'<w:trHeight w:val="{ROW_PT * 20}" w:hRule="exact"/>'
LEAST = f'<w:trHeight w:val="{ROW_PT * 20}"/>'
ANCHOR_PT = 15
THIN = f'<w:spacing w:before="0" w:after="0" w:line="{ANCHOR_PT * 20}" w:lineRule="exact"/>'
TALL = "<w:br/>".join("<w:t>ก</w:t>" for _ in range(6))
"""Six lines of text: more than the least height of a row holds."""


@pytest.fixture
def strokes(word):
    """The strokes of a table of five rows between two paragraphs that hold runs."""

    def read(before="", behind="", *, height=EXACT, name="", between=""):
        rows = [word.tr("", word.tc(word.p(name)), *[""] * 13, properties=height) for _ in range(5)]
        grid = word.tbl(*rows, grid=GRID, properties=FIXED)
        body = (word.p(before, THIN), between, grid, word.p(behind, THIN), word.p("ท้าย"))
        return word.strokes(word.only_table(*body, styles=MARGINS))

    return read


@pytest.mark.parametrize("row", range(5))
def test_exact_heights_tell_the_row_below_the_anchor(word, strokes, row):
    y = ANCHOR_PT + row * ROW_PT + ROW_PT / 2
    assert strokes(word.arrow(330, 60, y=y)) == [(row, 330, 390, "<>")]


@pytest.mark.parametrize("row", range(5))
def test_exact_heights_tell_the_row_above_the_anchor(word, strokes, row):
    y = (row - 5) * ROW_PT + ROW_PT / 2
    assert strokes(behind=word.arrow(330, 60, y=y)) == [(row, 330, 390, "<>")]


def test_least_heights_count_until_text_needs_more(word, strokes):
    run = word.arrow(330, 60, y=ANCHOR_PT + 3.5 * ROW_PT)
    assert strokes(run, height=LEAST) == [(3, 330, 390, "<>")]
    assert strokes(run, height=LEAST, name=word.r(TALL)) == [(1, 330, 390, "<>")]


def test_estimated_heights_tell_the_first_rows_and_no_row_whose_place_is_in_doubt(word, strokes):
    lines_pt = 6 * 18
    first, fourth = (word.arrow(330, 60, y=ANCHOR_PT + (row + 0.5) * lines_pt) for row in (0, 3))
    assert strokes(first, height="", name=word.r(TALL)) == [(0, 330, 390, "<>")]
    assert strokes(fourth, height="", name=word.r(TALL)) == []


def test_a_paragraph_between_anchor_and_table_counts(word, strokes):
    run = word.arrow(330, 60, y=2 * ANCHOR_PT + 1.5 * ROW_PT)
    assert strokes(run, between=word.p("", THIN)) == [(1, 330, 390, "<>")]


def test_old_shapes_hang_over_tables_too(word, strokes):
    y = ANCHOR_PT + 2.5 * ROW_PT
    shape = f'<v:line from="330pt,{y}pt" to="390pt,{y}pt"><v:stroke endarrow="block"/></v:line>'
    assert strokes(word.r(f"<w:pict>{shape}</w:pict>")) == [(2, 330, 390, "->")]


@pytest.mark.parametrize(
    ("x", "width", "y"),
    [
        (330, 60, ANCHOR_PT / 2),
        (330, 60, ANCHOR_PT + 5 * ROW_PT + 10),
        (0, 250, ANCHOR_PT + 20),
        (680, 60, ANCHOR_PT + 20),
    ],
)
def test_lines_beside_the_table_or_over_its_text_are_no_strokes(word, strokes, x, width, y):
    assert strokes(word.arrow(x, width, y=y)) == []


def test_heights_from_the_page_tell_nothing(word, strokes):
    run = word.arrow(330, 60, y=100).replace(
        '<wp:positionV relativeFrom="paragraph">', '<wp:positionV relativeFrom="page">'
    )
    assert strokes(run) == []


def test_text_around_the_table_keeps_its_order(word):
    anchor = word.p(word.arrow(330, 60), THIN)
    document = word.read(word.p("ก่อน"), anchor, word.table("1 | 2", "3 | 4"), anchor, word.p("หลัง"))
    assert [block.kind if block.kind == "table" else block.text for block in document.blocks] == [
        "ก่อน",
        "table",
        "หลัง",
    ]
