"""What shapes' offsets count from, where a mark alone lies over months by more than one reading."""

from itertools import accumulate

from parsers.formats.docx.placement import AnchorCell, Readings, TablePlace
from parsers.formats.docx.sections import PageShape
from parsers.formats.docx.shapes import Anchor, Drawing, Line

MONTH_PT = 24.0
EDGES = tuple(accumulate([300.0, *[MONTH_PT] * 12], initial=0.0))
TABLE = TablePlace(page=PageShape(width_pt=800.0), left_pt=72.0, edges=EDGES, heights=())
CELL_LEFT_PT = 66.0
"""The anchors' cell begins so far right of the text area: two months and 18 points."""
CELL = AnchorCell(0, CELL_LEFT_PT, 200.0, CELL_LEFT_PT, 200.0)


def _mark(first: int, last: int, counted_from_pt: float) -> tuple[Drawing, AnchorCell]:
    """A mark over the months from the 0-based `first` to `last`, its offset counted from a place of the table."""
    line = Line(EDGES[1 + first] - counted_from_pt, EDGES[2 + last] - counted_from_pt, 0.0)
    return Drawing(Anchor(x_pt=0.0), (line,)), CELL


def test_many_marks_judge_for_themselves() -> None:
    of_the_text = [_mark(first, first + 1, 0.0) for first in (4, 5, 7, 8)]
    of_the_cell = [_mark(first, first + 1, CELL_LEFT_PT) for first in (3, 4, 5, 7)]
    assert Readings().likelier(of_the_text, TABLE) == 1
    assert Readings().likelier(of_the_cell, TABLE) == 0


def test_a_mark_alone_is_read_as_those_of_the_tables_before() -> None:
    drifting = [_mark(4, 6, 9.5)]  # drawn by hand, it fits neither reading better
    assert Readings().likelier(drifting, TABLE) == 0
    readings = Readings()
    readings.likelier([_mark(first, first + 1, 0.0) for first in (4, 5, 7, 8)], TABLE)
    assert readings.likelier(drifting, TABLE) == 1


def test_a_table_without_doubtful_marks_has_nothing_to_choose() -> None:
    assert Readings().likelier([], TABLE) == 0
