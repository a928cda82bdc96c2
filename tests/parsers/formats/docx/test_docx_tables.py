"""Tables on the grid: spans, merges, frames, nested tables, fills, column edges."""

import pytest

from parsers.formats.docx.grid import trusted_cell
from schemas.document import Cell
from schemas.failures import InputFailure

MERGE = '<w:vMerge w:val="restart"/>'
DOWN = "<w:vMerge/>"


def span(count):
    return f'<w:gridSpan w:val="{count}"/>'


def width(points, unit="dxa"):
    return f'<w:tcW w:w="{points * 20}" w:type="{unit}"/>'


def test_spans_and_merges_are_one_cell_each(word):
    table = word.only_table(
        word.tbl(
            word.tr(word.tc("ที่", MERGE), word.tc("งบประมาณ", span(2)), word.tc("หน่วย", MERGE)),
            word.tr(word.tc("x", DOWN), "2566", "2567", word.tc("", DOWN)),
            word.tr("1", "-", "5", "กองช่าง"),
        )
    )
    assert word.grid(table) == ["ที่ | งบประมาณ | > | หน่วย", "^ | 2566 | 2567 | ^", "1 | - | 5 | กองช่าง"]


def test_rows_may_begin_and_end_inside_the_grid(word):
    outer = '<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'
    table = word.only_table(word.tbl(word.tr("a", "b", "c"), word.tr("d", properties=outer)))
    assert word.grid(table) == ["a | b | c", ". | d | ."]


def test_horizontal_merges_of_old_files(word):
    row = word.tr(
        word.tc("a", '<w:hMerge w:val="restart"/>'), word.tc("", '<w:hMerge w:val="continue"/>'), "b"
    )
    assert word.grid(word.only_table(word.tbl(row, word.tr("1", "2", "3")))) == ["a | > | b", "1 | 2 | 3"]


def test_a_merge_that_continues_nothing_is_a_cell(word):
    table = word.only_table(word.tbl(word.tr(word.tc("a", DOWN), "b")))
    assert word.grid(table) == ["a | b"]


def test_merges_end_where_the_next_begins(word):
    rows = [
        word.tr(word.tc("a", MERGE), "1"),
        word.tr(word.tc("b", MERGE), "2"),
        word.tr(word.tc("", DOWN), "3"),
    ]
    assert word.grid(word.only_table(word.tbl(*rows))) == ["a | 1", "b | 2", "^ | 3"]


def test_rows_in_controls_are_read_and_deleted_rows_are_not(word):
    held = f"<w:sdt><w:sdtContent>{word.tr('2', 'ข')}</w:sdtContent></w:sdt>"
    inserted = f"<w:ins>{word.tr('3', 'ค')}</w:ins>"
    deleted = word.tr("x", "y", properties="<w:del w:id='1'/>")
    table = word.only_table(word.tbl(word.tr("1", "ก"), held, deleted, inserted))
    assert word.grid(table) == ["1 | ก", "2 | ข", "3 | ค"]


def test_header_rows_are_counted_while_they_lead(word):
    mark = "<w:tblHeader/>"
    rows = [word.tr("a", "b", properties=mark), word.tr("c", "d", properties=mark), word.tr("1", "2")]
    assert word.only_table(word.tbl(*rows, word.tr("x", "y", properties=mark))).repeated_header_rows == 2


@pytest.mark.parametrize(
    ("shade", "colour"),
    [
        ('<w:shd w:val="clear" w:color="auto" w:fill="d9d9d9"/>', "D9D9D9"),
        ('<w:shd w:val="clear" w:color="auto" w:fill="auto"/>', None),
        ('<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>', None),
        ('<w:shd w:val="pct50" w:color="auto" w:fill="auto"/>', "808080"),
        ('<w:shd w:val="solid" w:color="FF0000" w:fill="auto"/>', "FF0000"),
    ],
)
def test_fill_of_cells(word, shade, colour):
    assert word.only_table(word.tbl(word.tr(word.tc("a", shade), "b"))).cells[0].shading == colour


def test_a_nested_table_follows_the_table_that_holds_it(word):
    outer = word.tbl(word.tr(word.tc(word.p("ก") + word.table("x | y") + word.p("ข")), "z"))
    document = word.read(outer, word.table("1 | 2"))
    assert [word.grid(table) for table in document.tables()] == [["ก/ข | z"], ["x | y"], ["1 | 2"]]
    assert [table.index for table in document.tables()] == [0, 1, 2]


def test_a_table_inside_a_cell_of_a_list_is_that_cells_content(word):
    held = word.tc(word.p("ก") + word.tbl(word.tr("x"), word.tr("y")) + word.p())
    (table,) = word.read(word.tbl(word.tr("1", held, "z"))).tables()
    assert word.grid(table) == ["1 | ก/x/y/ | z"]


def test_tables_in_tables_without_end_are_damage_not_a_crash(word):
    nest = word.p("ก")
    for _ in range(60):
        nest = word.tbl(word.tr(word.tc(nest + word.p()), "x"))
    assert len(list(word.read(nest).tables())) == 60
    for _ in range(80):
        nest = word.tbl(word.tr(word.tc(nest + word.p()), "x"))
    with pytest.raises(InputFailure, match="DOC004"):
        word.read(nest)


def test_a_table_of_one_cell_is_a_frame(word):
    framed = word.tbl(word.tr(word.tc(word.p("หัวเรื่อง") + word.table("1 | 2"))))
    assert [block.kind for block in word.read(framed).blocks] == ["text", "table"]
    boxed = word.tbl(word.tr(word.tc(word.tbl(word.tr("ใน")) + word.p("นอก")), "b"))
    assert word.grid(word.only_table(boxed)) == ["ใน/นอก | b"]


@pytest.mark.parametrize(
    ("grid", "widths", "edges"),
    [
        ((30, 90), (30, 90), (0, 30, 120)),
        ((), (30, 90), (0, 30, 120)),
        ((60, 60), (30, 90), (0, 30, 120)),
        ((30,), (30, 90), (0, 30, 120)),
        ((30, 90), (31, 88), (0, 30, 120)),
    ],
)
def test_column_edges_are_the_grid_or_what_the_cells_want(word, grid, widths, edges):
    rows = [word.tr(*(word.tc(name, width(points)) for name, points in zip("ab", widths, strict=True)))] * 2
    assert word.only_table(word.tbl(*rows, grid=grid)).column_edges == edges


def test_columns_that_only_spanning_cells_cover_share_their_width(word):
    rows = [word.tr(word.tc("a", width(30)), word.tc("b", span(2) + width(80)))]
    assert word.only_table(word.tbl(*rows)).column_edges == (0, 30, 70, 110)


def test_the_short_way_reads_what_the_full_way_reads(word):
    def rows(extra):
        cells = [word.tc(word.p("ก") + word.p(word.r("ข", "<w:b/>") + word.r(" ค"))), word.tc("<w:p/>"), "1"]
        return word.tbl(*(word.tr(*cells, extra) for _ in range(70)))

    plain = word.only_table(rows("z"))
    full = word.only_table(rows(word.tc(word.p(word.r("z") + "<w:sdt><w:sdtContent/></w:sdt>"))))
    assert plain == full
    assert word.grid(plain)[-1] == "ก/ข ค |  | 1 | z"


def test_a_trusted_cell_is_a_cell():
    values = Cell(row=1, col=2, raw_text="ก", text="ก").model_dump()
    cell = trusted_cell(dict(values))
    assert cell == Cell(**values)
    assert cell.model_dump() == values
    assert cell.model_copy(update={"text": "ข"}).text == "ข"
