"""Whole readings of PDFs that LibreOffice makes of Word files."""

from itertools import pairwise

import pytest

from schemas.document import Cell, Document, Table, TextBlock

FIRST_MONTH_COLUMN = 4
MONTHS = ["ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย."]


def _table(document: Document) -> Table:
    (table,) = document.tables()
    return table


def _cell(table: Table, row: int, col: int) -> Cell:
    return next(cell for cell in table.cells if (cell.row, cell.col) == (row, col))


def _months_under(table: Table, x0: float, x1: float) -> tuple[int, int]:
    """First and last month column (0-based) of which the range covers more than half."""
    edges = list(pairwise(table.column_edges))[FIRST_MONTH_COLUMN:]
    covered = [
        i for i, (left, right) in enumerate(edges) if min(right, x1) - max(left, x0) > (right - left) / 2
    ]
    return covered[0], covered[-1]


def test_every_drawn_mark_is_a_stroke_over_its_months(
    office_documents: dict[str, Document], drawn_marks: tuple[tuple[int, int, int, str, str], ...]
) -> None:
    table = _table(office_documents["arrows"])
    found = {(stroke.row, *_months_under(table, stroke.x0, stroke.x1)) for stroke in table.strokes}
    assert found == {mark[:3] for mark in drawn_marks}
    assert len(table.strokes) == len(drawn_marks)


def test_heads_stand_at_the_ends_where_they_were_drawn(
    office_documents: dict[str, Document], drawn_marks: tuple[tuple[int, int, int, str, str], ...]
) -> None:
    table = _table(office_documents["arrows"])
    heads = {(s.row, _months_under(table, s.x0, s.x1)[0]): (s.head_start, s.head_end) for s in table.strokes}
    block_heads = {"leftRightArrow": (True, True), "rightArrow": (False, True), "rect": (False, False)}
    for row, first, _, preset, ends in drawn_marks:
        drawn = block_heads.get(preset, tuple(end != "none" for end in ends.split()))
        assert heads[(row, first)] == drawn, (row, preset, ends)


def test_marks_make_no_rows_or_columns(office_documents: dict[str, Document]) -> None:
    table = _table(office_documents["arrows"])
    assert (table.rows, table.columns) == (12, 16)
    assert [_cell(table, row, 0).raw_text for row in range(2, 12)] == [str(n) for n in range(1, 11)]


def test_headers_span_rows_and_columns(office_documents: dict[str, Document]) -> None:
    table = _table(office_documents["arrows"])
    assert (_cell(table, 0, 1).row_span, _cell(table, 0, 1).col_span) == (2, 1)
    assert (_cell(table, 0, 4).row_span, _cell(table, 0, 4).col_span) == (1, 12)


def test_shading_is_told_and_white_is_none(office_documents: dict[str, Document]) -> None:
    table = _table(office_documents["arrows"])
    shaded = {(cell.row, cell.col - FIRST_MONTH_COLUMN) for cell in table.cells if cell.shading == "BFBFBF"}
    assert shaded == {(11, 3), (11, 4), (11, 5)}
    assert {cell.shading for cell in table.cells} == {"BFBFBF", None}


def test_vertical_month_names_read_in_their_own_order(office_documents: dict[str, Document]) -> None:
    table = _table(office_documents["vertical"])
    assert [_cell(table, 1, FIRST_MONTH_COLUMN + i).raw_text for i in range(12)] == MONTHS


def _joined(cell: Cell) -> str:
    """The cell's lines joined as the next room does: nothing between Thai letters, else a space."""
    text = ""
    for line in cell.raw_text.split("\n"):
        seam = text[-1:] + line[:1]
        text += line if not text or all("ก" <= c <= "๎" for c in seam) or text.endswith(" ") else f" {line}"
    return text


def test_wrapped_text_keeps_the_spaces_at_its_seams(office_documents: dict[str, Document]) -> None:
    table = _table(office_documents["wraps"])
    name = _cell(table, 3, 1)
    assert len(name.lines) > 2
    assert _joined(name) == (
        "โครงการก่อสร้างถนน คสล. สายบ้านเหนือ เชื่อมต่อบ้านใต้ หมู่ที่ 4 พร้อมรางระบายน้ำ และทางเดินเท้าริมถนน"
    )
    assert _joined(_cell(table, 3, 2)) == (
        "ก่อสร้างถนน คสล. กว้าง 4 เมตร ยาว 250 เมตร หนา 0.15 เมตร หรือมีพื้นที่ไม่น้อยกว่า 1,000 ตารางเมตร"
    )


def test_lines_of_a_cell_are_its_raw_text(office_documents: dict[str, Document]) -> None:
    for table in office_documents["wraps"].tables():
        for cell in table.cells:
            assert cell.raw_text == cell.text == "\n".join(line.text for line in cell.lines)
            tops = [line.bbox.top for line in cell.lines]
            assert tops == sorted(tops)


def test_a_heading_row_spans_the_table(office_documents: dict[str, Document]) -> None:
    heading = _cell(_table(office_documents["wraps"]), 2, 0)
    assert heading.col_span == 16
    assert heading.raw_text == "ยุทธศาสตร์ที่ ๑ การพัฒนาด้านโครงสร้างพื้นฐาน"


def test_paragraphs_of_a_cell_are_lines(office_documents: dict[str, Document]) -> None:
    assert _cell(_table(office_documents["wraps"]), 3, 3).raw_text == "1,250,000\n(งบ อบต.)"


def test_running_foot_is_told_from_the_body(office_documents: dict[str, Document]) -> None:
    blocks = [block for block in office_documents["book"].blocks if isinstance(block, TextBlock)]
    feet = [block for block in blocks if block.area == "footer"]
    assert [block.page for block in feet] == [1, 2, 3]
    assert {block.raw_text for block in feet} == {"แผนการดำเนินงาน หน้า 7"}
    assert {block.area for block in blocks if block not in feet} == {"body"}


def test_titles_are_blocks_and_prose_is_joined(office_documents: dict[str, Document]) -> None:
    first = [b for b in office_documents["book"].blocks if isinstance(b, TextBlock) and b.page == 1]
    title, prose, underlined, _ = first
    assert (title.raw_text, title.centered, title.bold) == ("ส่วนที่ 1", True, True)
    assert not prose.centered
    assert prose.raw_text.count("\n") >= 2
    assert prose.raw_text.count("องค์กรปกครองส่วนท้องถิ่น") == 4
    assert underlined.raw_text == "ขีดเส้นใต้"


@pytest.mark.parametrize("name", ["arrows", "vertical", "wraps"])
def test_column_edges_start_at_the_table(office_documents: dict[str, Document], name: str) -> None:
    table = _table(office_documents[name])
    assert table.bbox is not None
    assert table.column_edges[0] == 0
    assert len(table.column_edges) == table.columns + 1
    assert table.column_edges[-1] == pytest.approx(table.bbox.x1 - table.bbox.x0, abs=0.05)
