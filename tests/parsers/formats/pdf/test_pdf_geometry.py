"""Frames, shapes, rules and grids from plain numbers."""

import pytest

from parsers.formats.pdf.frame import PageFrame, apply, concat, turn_of
from parsers.formats.pdf.glyphs import Glyph
from parsers.formats.pdf.grid import find_grids
from parsers.formats.pdf.paths import Outline
from parsers.formats.pdf.rules import join, merge_marks, part_rules
from parsers.formats.pdf.shapes import Mark, Segment, Shapes, corners_of, is_rectangle, is_white, sort_shapes

THIN_PT = 0.5


def _lines(levels: list[float], start: float, end: float) -> list[Segment]:
    return [Segment(level, start, end, THIN_PT) for level in levels]


@pytest.mark.parametrize(
    ("rotation", "shown"), [(0, (10, 80)), (90, (20, 10)), (180, (190, 20)), (270, (80, 190))]
)
def test_frame_turns_user_space_to_the_page_as_shown(rotation: int, shown: tuple[float, float]) -> None:
    frame = PageFrame(5, 7, 205, 107, rotation)
    assert apply(frame.matrix(), 15, 27) == shown
    assert (frame.width, frame.height) == ((200, 100) if rotation % 180 == 0 else (100, 200))


def test_concat_applies_the_inner_matrix_first() -> None:
    double, shift = (2.0, 0.0, 0.0, 2.0, 0.0, 0.0), (1.0, 0.0, 0.0, 1.0, 10.0, 0.0)
    assert apply(concat(double, shift), 3, 4) == (16, 8)
    assert apply(concat(shift, double), 3, 4) == (26, 8)


@pytest.mark.parametrize(
    ("matrix", "turn"), [((1, 0, 0, 1), 0), ((0, 1, -1, 0), 90), ((-1, 0, 0, -1), 180), ((0, -2, 2, 0), 270)]
)
def test_turn_of_text(matrix: tuple[float, float, float, float], turn: int) -> None:
    assert turn_of((*matrix, 5.0, 5.0)) == turn


def test_page_rotation_counts_against_the_turn_of_text() -> None:
    assert PageFrame(0, 0, 10, 20, 90).turn((0.0, 1.0, -1.0, 0.0, 0.0, 0.0)) == 0


def test_corners_leave_out_points_within_a_side() -> None:
    points = [(50, 0), (0, 0), (0, 8), (100, 8), (100, 0), (50, 0)]
    assert corners_of([(float(x), float(y)) for x, y in points]) == [(0, 0), (0, 8), (100, 8), (100, 0)]


@pytest.mark.parametrize(
    ("corners", "expected"),
    [
        ([(0, 0), (0, 5), (9, 5), (9, 0)], True),
        ([(0, 0), (9, 0)], True),
        ([(0, 0), (9, 4)], False),
        ([(0, 0), (9, 0), (5, 5)], False),
        ([(0, 2), (4, 4), (8, 2), (4, 0)], False),
    ],
)
def test_rectangles(corners: list[tuple[float, float]], expected: bool) -> None:
    assert is_rectangle(corners) is expected


def test_filled_outlines_are_sorted_by_their_shape() -> None:
    def face(*points: tuple[float, float]) -> Outline:
        return Outline(points, closed=True, curved=False, filled=True, color="BFBFBF")

    shapes = sort_shapes(
        [
            face((0, 0), (100, 0), (100, 1), (0, 1)),
            face((0, 0), (1, 0), (1, 90), (0, 90)),
            face((0, 0), (100, 0), (100, 40), (0, 40)),
            face((0, 3), (6, 6), (6, 0)),
            face((0, 4), (4, 8), (4, 6), (96, 6), (96, 8), (100, 4), (96, 0), (96, 2), (4, 2), (4, 0)),
        ]
    )
    assert [(s.start, s.end) for s in shapes.horizontal] == [(0, 100)]
    assert [(s.start, s.end) for s in shapes.vertical] == [(0, 90)]
    assert [area.color for area in shapes.areas] == ["BFBFBF"]
    assert shapes.heads == [(0, 0, 6, 6)]
    assert shapes.blocks == [Mark((0, 0, 100, 8), True, True)]


@pytest.mark.parametrize(("color", "white"), [("FFFFFF", True), ("FAFAFA", True), ("F0F0F0", False)])
def test_white(color: str, white: bool) -> None:
    assert is_white(color) is white


def test_pieces_of_one_line_are_joined_and_gaps_are_kept() -> None:
    pieces = [Segment(10, 0, 5, 1), Segment(10.4, 5.2, 9, 1), Segment(10, 14, 20, 1), Segment(30, 0, 5, 1)]
    assert [(s.at, s.start, s.end) for s in join(pieces)] == [(10, 0, 9), (10, 14, 20), (30, 0, 5)]


def test_marks_on_each_other_are_one() -> None:
    face, outline = Mark((0, 0, 50, 8)), Mark((0, 0, 50, 8), True, True)
    apart = Mark((60, 0, 80, 8))
    assert merge_marks([face, outline, apart]) == [Mark((0, 0, 50, 8), True, True), apart]


def test_level_lines_off_the_rules_are_marks_and_ticks_are_no_columns() -> None:
    shapes = Shapes(
        horizontal=[*_lines([0, 20, 40], 0, 200), Segment(30, 62, 115, THIN_PT)],
        vertical=[*_lines([0, 50, 100, 150, 200], 0, 40), Segment(62, 28, 32, THIN_PT)],
    )
    ruled = part_rules(shapes, [])
    assert [rule.at for rule in ruled.horizontal] == [0, 20, 40]
    assert [rule.at for rule in ruled.vertical] == [0, 50, 100, 150, 200]
    assert [(mark.box[0], mark.box[2]) for mark in ruled.marks] == [(62, 115)]


def _glyph(x: float, y: float, turn: int = 0) -> Glyph:
    return Glyph("\u0e01", x, y - 8, x + 6, y + 2, x, y, 10, turn)


def _months_beside_words(*drawn: Segment) -> Shapes:
    """A header row and one row below: a column of words 100 pt wide, then five months of 20 pt."""
    return Shapes(
        horizontal=[*_lines([0, 20, 60], 0, 200), *drawn],
        vertical=_lines([0, 100, 120, 140, 160, 180, 200], 0, 60),
    )


@pytest.mark.parametrize(
    ("ends", "thickness", "flat"),
    [((120, 160), THIN_PT, True), ((120, 160), 2 * THIN_PT, False), ((121.5, 159), THIN_PT, False)],
    ids=["a flat box", "thicker than the rules", "not quite on the rules"],
)
def test_a_line_from_rule_to_rule_over_blank_months_is_a_mark(
    ends: tuple[float, float], thickness: float, flat: bool
) -> None:
    """LibreOffice draws a flat box as a headless line that may end on the rules, no thicker than they are."""
    text = [_glyph(x, 14) for x in (10, 107, 127, 147, 167, 187)] + [_glyph(10, 50)]
    first, second = Segment(30, *ends, thickness, flat), Segment(40, 180, 200, THIN_PT, flat=True)
    ruled = part_rules(_months_beside_words(first, second), text)
    assert [rule.at for rule in ruled.horizontal] == [0, 20, 60]
    assert [(mark.box[0], mark.box[2]) for mark in ruled.marks] == [ends, (180, 200)]


def test_a_line_over_blanks_that_is_drawn_like_the_rules_is_one() -> None:
    assert not part_rules(_months_beside_words(Segment(30, 120, 160, THIN_PT)), []).marks


def test_a_mark_in_a_row_that_the_page_cuts_is_a_mark() -> None:
    shapes = _months_beside_words(Segment(30, 120, 160, THIN_PT, flat=True))
    shapes.horizontal.remove(Segment(60, 0, 200, THIN_PT))
    page_number = _glyph(140, 90)
    assert len(part_rules(shapes, [_glyph(10, 50), page_number]).marks) == 1


@pytest.mark.parametrize(
    "text", [_glyph(127, 26), _glyph(147, 50), _glyph(147, 50, 90)], ids=["above", "below", "turned"]
)
def test_a_line_that_divides_text_from_blanks_is_a_rule(text: Glyph) -> None:
    drawn = Segment(30, 120, 160, THIN_PT, flat=True)
    assert not part_rules(_months_beside_words(drawn), [text]).marks


def test_a_line_over_blank_columns_of_words_is_a_rule() -> None:
    assert not part_rules(_months_beside_words(Segment(30, 0, 100, THIN_PT, flat=True)), []).marks


def test_two_heads_without_a_shaft_are_a_mark() -> None:
    shapes = Shapes(
        horizontal=_lines([0, 20], 0, 100),
        vertical=_lines([0, 50, 100], 0, 20),
        heads=[(60, 7, 66, 13), (66, 7, 72, 13)],
    )
    assert part_rules(shapes, []).marks == (Mark((60, 7, 72, 13), True, True),)


def test_grid_has_spans_where_walls_are_missing() -> None:
    """One header cell over two columns, one cell down two rows."""
    (grid,) = find_grids(
        [*_lines([0, 30], 0, 90), Segment(10, 30, 90, THIN_PT)],
        [*_lines([0, 30, 90], 0, 30), Segment(60, 10, 30, THIN_PT)],
    )
    spans = {(c.row, c.col): (c.row_span, c.col_span) for c in grid.cells}
    assert spans == {(0, 0): (2, 1), (0, 1): (1, 2), (1, 1): (1, 1), (1, 2): (1, 1)}
    assert grid.cell_box(grid.cells[1]) == (30, 0, 90, 10)


def test_regions_that_are_no_rectangles_lose_nothing() -> None:
    """The wall between the left column and the lower right is missing: an L, cut into rectangles."""
    (grid,) = find_grids(
        [*_lines([0, 20], 0, 60), Segment(10, 30, 60, THIN_PT)],
        [*_lines([0, 60], 0, 20), Segment(30, 0, 10, THIN_PT)],
    )
    assert sum(c.row_span * c.col_span for c in grid.cells) == 4
    assert all(index >= 0 for row in grid.owners for index in row)


def test_edges_a_little_off_are_one_column() -> None:
    (grid,) = find_grids(
        _lines([0, 10, 20], 0, 60), [*_lines([0, 60], 0, 20), *_lines([30], 0, 10), *_lines([31.5], 10, 20)]
    )
    assert grid.xs == (0, 30.75, 60)
    assert len(grid.cells) == 4


def test_tables_that_do_not_touch_are_two() -> None:
    upper, lower = _lines([0, 10], 0, 40), _lines([20, 30], 0, 40)
    uprights = _lines([0, 20, 40], 0, 10) + _lines([0, 20, 40], 20, 30)
    assert [grid.ys for grid in find_grids(upper + lower, uprights)] == [(0, 10), (20, 30)]


def test_upright_rules_alone_are_a_row_open_at_both_ends() -> None:
    """A page in the middle of a long row: the page breaks above and below cut its rules away."""
    (grid,) = find_grids([], _lines([0, 30, 70, 90], 5, 400))
    assert (grid.xs, grid.ys, len(grid.cells)) == ((0, 30, 70, 90), (5, 400), 3)


def test_single_boxes_are_no_tables() -> None:
    assert find_grids(_lines([0, 50], 0, 80), _lines([0, 80], 0, 50)) == []
