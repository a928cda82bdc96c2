"""Months by strokes, text, shading and merged cells."""

import pytest

from parsers.tables.grid import rows_of
from parsers.tables.headers import layout_of
from parsers.tables.marks import Marks, read_marks
from schemas.document import BBox, Stroke, TextLine
from tests.notation import table

MONTHS = "ต.ค. | พ.ย. | ธ.ค. | ม.ค. | ก.พ. | มี.ค. | เม.ย. | พ.ค. | มิ.ย. | ก.ค. | ส.ค. | ก.ย."
HEADER = f"ที่ | โครงการ | งบประมาณ | หน่วยงาน | {MONTHS}"
WIDTHS = [20.0, 100, 60, 60, *[20.0] * 12]
FIRST_MONTH_PT = 240.0
MONTH_PT = 20.0


def _marks(row: str, strokes: tuple[Stroke, ...] = (), shaded: tuple[int, ...] = ()) -> Marks:
    grid = table(HEADER, row, widths=WIDTHS)
    cells = tuple(
        cell.model_copy(update={"shading": "BFBFBF"}) if cell.row == 1 and cell.col in shaded else cell
        for cell in grid.cells
    )
    rows = list(rows_of(grid.model_copy(update={"cells": cells})))
    return read_marks(rows[1], layout_of(rows[:1]), strokes)


def _stroke(first: float, last: float) -> Stroke:
    """From `first` to `last` month columns from the left edge of October."""
    return Stroke(
        row=1, x0=FIRST_MONTH_PT + first * MONTH_PT, x1=FIRST_MONTH_PT + last * MONTH_PT, head_end=True
    )


BLANK = "1 | ก | 1 | ข" + " | " * 12


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        (0.1, 2.9, (10, 11, 12)),
        (2.75, 5.2, (1, 2)),
        (-0.2, 1.2, (10,)),
        (4.3, 4.6, (2,)),
        (0, 12, (10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9)),
    ],
)
def test_stroke_covers_months(first: float, last: float, months: tuple[int, ...]) -> None:
    assert _marks(BLANK, (_stroke(first, last),)).months == months


@pytest.mark.parametrize(("x0", "straddles"), [(247.0, False), (235.0, True), (254.0, True)])
def test_a_mark_over_the_border_of_two_months_is_uncertain(x0: float, straddles: bool) -> None:
    box = BBox(FIRST_MONTH_PT, 0, FIRST_MONTH_PT + MONTH_PT, 20)
    mark = TextLine(text="✓", bbox=BBox(x0, 4, x0 + 8, 16))
    grid = table(HEADER, "1 | ก | 1 | ข | ✓" + " |" * 11, widths=WIDTHS)
    cells = tuple(
        cell.model_copy(update={"bbox": box, "lines": (mark,)}) if cell.text == "✓" else cell
        for cell in grid.cells
    )
    rows = list(rows_of(grid.model_copy(update={"cells": cells})))
    marks = read_marks(rows[1], layout_of(rows[:1]), ())
    assert marks == Marks((10,), certain=not straddles, straddles=straddles)


def test_several_strokes_in_one_row() -> None:
    assert _marks(BLANK, (_stroke(0, 1), _stroke(6, 9))).months == (10, 4, 5, 6)


def test_stroke_that_ends_in_mid_month_is_uncertain() -> None:
    assert not _marks(BLANK, (_stroke(0, 2.55),)).certain
    assert _marks(BLANK, (_stroke(0, 2.85),)).certain


@pytest.mark.parametrize(
    ("text", "certain"), [("?", False), ("§", False), ("✓", True), ("--", True), ("0", True)]
)
def test_signs_that_are_no_mark_leave_the_months_uncertain(text: str, certain: bool) -> None:
    assert _marks(f"1 | ก | 1 | ข | {text} |" + " |" * 10).certain is certain


@pytest.mark.parametrize(
    ("cells", "months"),
    [
        (["", "", "", "↔"], (1,)),
        (["✓", "✓"], (10, 11)),
        (["<---", "", "--→"], (10, 11, 12)),
        (["←", "-", "→"], (10, 11, 12)),
        (["", "-", ""], ()),
        (["", "↔ >", "> ", "", ""], (11, 12, 1)),
        (["", ">", "", ""], (11, 12)),
        (["5,000", "0", "-", "4,000.-"], (10, 1)),
    ],
)
def test_text_and_merged_cells_mark_months(cells: list[str], months: tuple[int, ...]) -> None:
    row = "1 | ก | 1 | ข | " + " | ".join([*cells, *[""] * (12 - len(cells))])
    assert _marks(row).months == months


def test_shaded_cells_mark_months_unless_the_whole_row_is_shaded() -> None:
    assert _marks(BLANK, shaded=(4, 5)).months == (10, 11)
    assert _marks(BLANK, shaded=tuple(range(16))).months == ()
