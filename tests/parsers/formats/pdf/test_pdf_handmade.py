"""Whole readings of small PDFs written by hand: borders as Word draws them, turned pages, open tables."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from schemas.document import Document, Table, TextBlock

COLUMNS_PT = [20, 60, 160, 200, 240, 280]
ROWS_PT = [280, 240, 200, 160]
BORDER_PT = 0.5


def _face(x: float, y: float, width: float, height: float) -> str:
    return f"{x} {y} {width} {height} re f\n"


def _word_borders(columns: list[int] = COLUMNS_PT, rows: list[int] = ROWS_PT) -> str:
    """Borders as Word writes them: a thin filled face for each cell's side, a dot at each crossing."""
    parts = [_face(x, y, BORDER_PT, BORDER_PT) for x in columns for y in rows]
    for y in rows:
        parts += [_face(a, y, b - a, BORDER_PT) for a, b in pairwise(columns)]
    for x in columns:
        parts += [_face(x, low, BORDER_PT, high - low) for high, low in pairwise(rows)]
    return "".join(parts)


def _text(x: float, y: float, text: str, size: int = 10) -> str:
    return f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n"


def _table(document: Document) -> Table:
    (table,) = document.tables()
    return table


def _texts(table: Table) -> dict[tuple[int, int], str]:
    return {(cell.row, cell.col): cell.raw_text for cell in table.cells if cell.raw_text}


@pytest.fixture
def read_content(
    make_pdf: Callable[..., bytes], read_pdf: Callable[[bytes], Document]
) -> Callable[..., Document]:
    """Reads one page with the given content stream."""
    return lambda content, **page: read_pdf(make_pdf(content, **page))


def test_borders_drawn_as_faces_make_a_grid(read_content: Callable[..., Document]) -> None:
    table = _table(read_content(_word_borders() + _text(25, 260, "a") + _text(245, 170, "z")))
    assert (table.rows, table.columns) == (3, 5)
    assert _texts(table) == {(0, 0): "a", (2, 4): "z"}
    assert table.column_edges == (0, 40, 140, 180, 220, 260)


def test_positions_count_from_the_top_left(read_content: Callable[..., Document]) -> None:
    table = _table(read_content(_word_borders() + _text(25, 260, "a")))
    assert table.bbox == pytest.approx((20.25, 19.75, 280.25, 139.75), abs=0.01)
    assert table.page == 1


@pytest.mark.parametrize("heads", [(True, True), (True, False), (False, True)])
def test_line_with_filled_heads_is_a_mark(
    read_content: Callable[..., Document], heads: tuple[bool, bool]
) -> None:
    arrow = "1 w 166 220 m 234 220 l S\n"
    arrow += "160 220 m 167 223 l 167 217 l h f\n" if heads[0] else ""
    arrow += "240 220 m 233 223 l 233 217 l h f\n" if heads[1] else ""
    table = _table(read_content(_word_borders() + _text(25, 220, "1") + arrow))
    assert (table.rows, table.columns) == (3, 5)
    (stroke,) = table.strokes
    assert (stroke.row, stroke.head_start, stroke.head_end) == (1, *heads)
    assert stroke.x0 == pytest.approx(140 if heads[0] else 146, abs=0.5)
    assert stroke.x1 == pytest.approx(220 if heads[1] else 214, abs=0.5)


def test_open_heads_of_diagonal_lines_belong_to_their_line(read_content: Callable[..., Document]) -> None:
    arrow = "1 w 163 220 m 237 220 l S 168 223 m 163 220 l 168 217 l S\n"  # one head in one path
    arrow += "232 223 m 237 220 l S 232 217 m 237 220 l S\n"  # the other as two lines
    (stroke,) = _table(read_content(_word_borders() + _text(25, 220, "1") + arrow)).strokes
    assert (stroke.head_start, stroke.head_end) == (True, True)


def test_arrow_drawn_from_rule_to_rule_is_still_a_mark(read_content: Callable[..., Document]) -> None:
    arrow = (
        "0.5 w 160 220 m 240 220 l S 160 220 m 166 223 l 166 217 l h f 240 220 m 234 223 l 234 217 l h f\n"
    )
    table = _table(read_content(_word_borders() + _text(25, 220, "1") + arrow))
    assert table.rows == 3
    assert [(s.row, s.head_start, s.head_end) for s in table.strokes] == [(1, True, True)]


@pytest.mark.parametrize(
    "drawing",
    [
        "1 w 166 220 m 234 220 l S",  # a plain line between the rules
        "2 w 160.5 220 m 240 220 l S",  # from rule to rule, but thick
        "166 218 68 2.5 re f",  # a thin filled face
        "166 215 68 8 re f",  # a bar
        "0.5 w 166 215 68 8 re S",  # an empty box
        "0.5 w 160.3 215 80 8 re S",  # an empty box from rule to rule
        "1 w 166 219 m 234 222 l S",  # drawn by hand, a little aslant
    ],
)
def test_marks_without_heads(read_content: Callable[..., Document], drawing: str) -> None:
    table = _table(read_content(_word_borders() + _text(25, 220, "1") + drawing + "\n"))
    assert (table.rows, table.columns) == (3, 5)
    (stroke,) = table.strokes
    assert (stroke.row, stroke.head_start, stroke.head_end) == (1, False, False)
    assert stroke.x0 == pytest.approx(143, abs=4)
    assert stroke.x1 == pytest.approx(217, abs=4)


def test_cells_drawn_as_boxes_are_a_grid(read_content: Callable[..., Document]) -> None:
    boxes = "".join(f"{x} {y} 60 20 re S\n" for x in (20, 80, 140) for y in (200, 220, 240))
    table = _table(read_content("0.5 w " + boxes + _text(25, 225, "mid")))
    assert (table.rows, table.columns, table.strokes) == (3, 3, ())
    assert _texts(table) == {(1, 0): "mid"}


def test_a_drawn_map_is_no_table_and_takes_no_time(read_content: Callable[..., Document]) -> None:
    lines = "".join(
        f"{x} {y} m {x + 3} {y} l S {x} {y} m {x} {y + 7} l S\n"
        for x in range(0, 400, 5)
        for y in range(0, 300, 9)
    )
    document = read_content("0.2 w " + lines + _text(25, 225, "map"))
    assert [block.raw_text for block in document.blocks if isinstance(block, TextBlock)] == ["map"]


def test_two_marks_in_a_row_stay_two(read_content: Callable[..., Document]) -> None:
    arrows = "1 w 163 220 m 197 220 l S 203 220 m 237 220 l S\n"
    table = _table(read_content(_word_borders() + _text(25, 220, "1") + arrows))
    assert [(s.row, round(s.x0), round(s.x1)) for s in table.strokes] == [(1, 143, 177), (1, 183, 217)]


def test_underlined_words_are_no_marks_and_no_rules(read_content: Callable[..., Document]) -> None:
    line = _text(65, 220, "underlined") + "0.5 w 65 218.5 m 113 218.5 l S\n"
    table = _table(read_content(_word_borders() + line))
    assert (table.rows, table.strokes) == (3, ())
    assert _texts(table) == {(1, 1): "underlined"}


def test_rules_under_some_columns_only_make_spans(read_content: Callable[..., Document]) -> None:
    content = _word_borders(rows=[280, 240, 160]) + _face(160, 200, 120, BORDER_PT) + _text(25, 210, "tall")
    table = _table(read_content(content))
    assert (table.rows, table.columns) == (3, 5)
    spans = {(cell.row, cell.col): cell.row_span for cell in table.cells if cell.row >= 1}
    assert spans == {(1, 0): 2, (1, 1): 2, (1, 2): 1, (1, 3): 1, (1, 4): 1, (2, 2): 1, (2, 3): 1, (2, 4): 1}


def test_table_cut_by_the_page_has_its_open_row(read_content: Callable[..., Document]) -> None:
    """Word draws no rule where a page break cuts a row; its upright rules run to the margin."""
    uprights = "".join(_face(x, 240, BORDER_PT, 40) for x in COLUMNS_PT)
    content = _word_borders(rows=[240, 200]) + uprights + _text(65, 260, "rest") + _text(65, 220, "next")
    table = _table(read_content(content))
    assert (table.rows, _texts(table)) == (2, {(0, 1): "rest", (1, 1): "next"})


def test_table_without_outer_uprights_keeps_its_outer_columns(read_content: Callable[..., Document]) -> None:
    content = _word_borders(columns=[60, 160, 200])
    content += "".join(_face(20, y, 40, BORDER_PT) + _face(200, y, 80, BORDER_PT) for y in ROWS_PT)
    table = _table(read_content(content + _text(25, 260, "first") + _text(205, 260, "last")))
    assert table.columns == 4
    assert _texts(table) == {(0, 0): "first", (0, 3): "last"}


def test_frames_and_empty_grids_are_no_tables(read_content: Callable[..., Document]) -> None:
    document = read_content("1 w 10 10 380 280 re S\n" + _text(300, 100, "framed page") + _word_borders())
    assert list(document.tables()) == []
    assert [block.raw_text for block in document.blocks if isinstance(block, TextBlock)] == ["framed page"]


def test_shading_of_several_faces_adds_up(read_content: Callable[..., Document]) -> None:
    faces = (
        "0.75 g "
        + _face(160, 220, 40, 20)
        + _face(160, 200, 40, 20)
        + "1 g "
        + _face(200, 200, 40, 40)
        + "0 g "
    )
    table = _table(read_content(faces + _word_borders() + _text(25, 220, "1")))
    assert {(c.row, c.col): c.shading for c in table.cells if c.shading} == {(1, 2): "BFBFBF"}


@pytest.mark.parametrize(
    ("rotate", "matrix"), [(90, "0 1 -1 0 300 0"), (180, "-1 0 0 -1 400 300"), (270, "0 -1 1 0 0 400")]
)
def test_turned_pages_read_as_shown(
    make_pdf: Callable[..., bytes], read_pdf: Callable[[bytes], Document], rotate: int, matrix: str
) -> None:
    content = _word_borders() + _text(25, 260, "a") + _text(245, 170, "zz")
    size = (300, 400) if rotate % 180 else (400, 300)
    turned = read_pdf(make_pdf(f"{matrix} cm\n{content}", size=size, rotate=rotate))
    upright = read_pdf(make_pdf(content))
    assert (turned.pages[0].width, turned.pages[0].height) == (400, 300)
    assert _texts(_table(turned)) == _texts(_table(upright)) == {(0, 0): "a", (2, 4): "zz"}
    assert _table(turned).bbox == pytest.approx(_table(upright).bbox, abs=0.1)


def test_text_upwards_reads_from_the_bottom(read_content: Callable[..., Document]) -> None:
    upwards = "BT /F1 10 Tf 0 1 -1 0 180 165 Tm (Oct) Tj ET BT /F1 10 Tf 0 1 -1 0 192 165 Tm (no 2) Tj ET\n"
    table = _table(read_content(_word_borders() + upwards))
    assert _texts(table) == {(2, 2): "Oct\nno 2"}


def test_lines_of_a_cell_follow_their_height_not_the_content(read_content: Callable[..., Document]) -> None:
    content = _text(65, 205, "below") + _text(65, 225, "above")
    table = _table(read_content(_word_borders() + content))
    assert _texts(table) == {(1, 1): "above\nbelow"}


def test_a_wide_gap_is_a_space(read_content: Callable[..., Document]) -> None:
    content = _text(65, 225, "one") + _text(120, 225, "two") + "BT /F1 10 Tf 65 205 Td [(A) 20 (V)] TJ ET\n"
    table = _table(read_content(_word_borders() + content))
    assert _texts(table) == {(1, 1): "one two\nAV"}


def test_hyphen_at_the_end_of_a_line_is_kept(read_content: Callable[..., Document]) -> None:
    content = _text(65, 225, "with e-") + _text(65, 205, "LAAS")
    assert _texts(_table(read_content(_word_borders() + content))) == {(1, 1): "with e-\nLAAS"}


def test_blocks_and_tables_stand_in_reading_order(read_content: Callable[..., Document]) -> None:
    document = read_content(
        _text(20, 120, "after") + _word_borders() + _text(25, 260, "in") + _text(20, 286, "before")
    )
    order = [block.raw_text if isinstance(block, TextBlock) else block.index for block in document.blocks]
    assert order == ["before", 0, "after"]


def test_tables_are_counted_over_the_document(
    make_pdf: Callable[..., bytes], read_pdf: Callable[[bytes], Document]
) -> None:
    page = _word_borders() + _text(25, 260, "a")
    document = read_pdf(make_pdf(page, page, page))
    assert [(table.index, table.page) for table in document.tables()] == [(0, 1), (1, 2), (2, 3)]


def test_page_numbers_are_told_from_the_body(
    make_pdf: Callable[..., bytes], read_pdf: Callable[[bytes], Document]
) -> None:
    document = read_pdf(make_pdf(_text(50, 150, "body 12") + _text(190, 12, "- 3 -")))
    areas = {block.raw_text: block.area for block in document.blocks if isinstance(block, TextBlock)}
    assert areas == {"body 12": "body", "- 3 -": "footer"}


def test_title_and_label_on_one_level_stay_apart(read_content: Callable[..., Document]) -> None:
    document = read_content(
        _text(150, 250, "the title") + _text(340, 250, "form 02") + _text(20, 230, "left")
    )
    assert [block.raw_text for block in document.blocks if isinstance(block, TextBlock)] == [
        "the title",
        "form 02",
        "left",
    ]


def test_text_in_a_form_xobject_is_read(
    make_pdf: Callable[..., bytes], read_pdf: Callable[[bytes], Document]
) -> None:
    form = "BT /F1 10 Tf 5 5 Td (in a form) Tj ET 0 0 m 100 0 l S"
    data = make_pdf("q 1 0 0 1 40 100 cm /X Do Q")
    objects = data[: data.index(b"xref")]
    body = (
        f"6 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 200 50]/Resources<</Font<</F1 3 0 R>>>>"
        f"/Length {len(form)}>>stream\n{form}\nendstream\nendobj\n"
    )
    objects = objects.replace(b"/Font<</F1 3 0 R>>>>", b"/Font<</F1 3 0 R>>/XObject<</X 6 0 R>>>>")
    document = read_pdf(objects + body.encode() + b"trailer<</Size 7/Root 1 0 R>>\n%%EOF\n")
    (block,) = document.blocks
    assert isinstance(block, TextBlock)
    assert block.raw_text == "in a form"
    assert block.bbox is not None
    assert block.bbox.x0 == pytest.approx(45, abs=0.5)


def test_text_below_the_clip_at_a_pages_foot_is_not_on_paper(read_content: Callable[..., Document]) -> None:
    """Chromium writes the start of the next page's first line here too, where the clip hides it."""
    shown = _text(25, 45, "shown")
    content = f"q 0 30 400 270 re W n {shown} {_text(25, 18, 'hidden')} Q {_text(25, 8, 'footer')}"
    blocks = read_content(content).blocks
    assert [block.raw_text for block in blocks if isinstance(block, TextBlock)] == ["shown", "footer"]


def test_text_that_a_clip_within_the_page_cuts_is_read(read_content: Callable[..., Document]) -> None:
    content = f"q 20 150 200 40 re W n {_text(25, 140, 'cell')} Q"
    blocks = read_content(content).blocks
    assert [block.raw_text for block in blocks if isinstance(block, TextBlock)] == ["cell"]


@pytest.mark.parametrize("x", [157, 166, 153], ids=["over both rules", "to the right", "to the left"])
def test_a_word_wider_than_its_column_stays_whole(read_content: Callable[..., Document], x: float) -> None:
    """Typst sets an amount over the rules of a column that is too narrow for it; the column is 40 pt wide."""
    for amount in ("8,841,800", "841,800 .-"):
        table = _table(read_content(_word_borders() + _text(x, 215, amount)))
        assert _texts(table) == {(1, 2): amount}


def test_a_word_that_runs_out_of_the_table_stays_in_its_last_cell(
    read_content: Callable[..., Document],
) -> None:
    """LibreOffice clips a table that is wider than the cell it stands in; its words are drawn whole."""
    document = read_content(_word_borders() + _text(268, 215, "abcdefgh"))
    assert _texts(_table(document)) == {(1, 4): "abcdefgh"}
    assert not [block for block in document.blocks if isinstance(block, TextBlock)]


def test_an_amount_that_runs_onto_the_next_cells_words_is_divided_from_them(
    read_content: Callable[..., Document],
) -> None:
    # Chromium lets an amount run over the rule at x = 200; the next cell's text begins on its last digit, or by it.
    for x in (201, 204.5):
        content = _word_borders() + _text(164, 215, "8,841,800") + _text(x, 215, "abcdefgh", size=8)
        assert _texts(_table(read_content(content))) == {(1, 2): "8,841,800", (1, 3): "abcdefgh"}


def test_tables_side_by_side_are_read_with_the_lines_over_each(read_content: Callable[..., Document]) -> None:
    tables = _word_borders([20, 60, 100], [240, 200]) + _word_borders([160, 200, 240], [240, 200])
    left = _text(20, 270, "left") + _text(20, 255, "one") + _text(25, 215, "a")
    right = _text(160, 270, "right") + _text(160, 255, "two") + _text(165, 215, "b")
    blocks = read_content(
        tables + left + right + _text(20, 285, "a title that is set over both of them")
    ).blocks
    texts = [block.raw_text if isinstance(block, TextBlock) else block.cells[0].raw_text for block in blocks]
    assert texts == ["a title that is set over both of them", "left", "one", "a", "right", "two", "b"]


def test_words_that_touch_a_rule_from_both_sides_are_two(read_content: Callable[..., Document]) -> None:
    content = _word_borders() + _text(172, 215, "abcde") + _text(203, 215, "abcde")
    assert _texts(_table(read_content(content))) == {(1, 2): "abcde", (1, 3): "abcde"}
