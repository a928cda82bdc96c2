"""The count of lines that places arrows and finds giant rows."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outputs.docx.columns import Column, table_layout
from outputs.docx.content import ShownCell
from outputs.docx.headers import header_heights_twips
from outputs.docx.heights import line_count, lines_height_twips, middle_pt, row_heights_pt
from schemas.plan import Plan

WIDTH_TWIPS = 2600
SIZE_PT = 14


def shown(*texts: str, merge: str | None = None) -> ShownCell:
    column = Column(field="name", header="โครงการ", align="left", width_twips=WIDTH_TWIPS, fixed=False)
    return ShownCell(column, texts, "left", merge=merge)  # type: ignore[arg-type]


def test_marks_above_and_below_take_no_width() -> None:
    assert line_count("ที่นี่มีปู่" * 5, WIDTH_TWIPS, SIZE_PT) == line_count("ทนมป" * 5, WIDTH_TWIPS, SIZE_PT)


def test_each_paragraph_has_its_own_lines() -> None:
    one, two = row_heights_pt([(shown("245,000"),), (shown("245,000", "(งบ อบต.)"),)], SIZE_PT)
    assert two == 2 * one


def test_merged_cells_reach_over_all_rows() -> None:
    first = (shown("ก" * 200, merge="restart"), shown("จุดที่ 1"))
    second = (shown("ก" * 200, merge="continue"), shown("จุดที่ 2"))
    alone = row_heights_pt([(shown("ก" * 200),)], SIZE_PT)[0]
    assert sum(row_heights_pt([first, second], SIZE_PT)) == pytest.approx(alone)


@given(st.text(alphabet="กขคงนมป าิี่้0123", max_size=600))
def test_an_arrow_lies_within_the_least_height_of_its_row(text: str) -> None:
    # The narrowest of the measured texts has 0.324 em a letter.
    letters = sum(letter not in "ิี่้" for letter in text)
    room_pt = (WIDTH_TWIPS - 114) / 20
    least_lines = max(1, -(-letters * 0.324 * SIZE_PT // room_pt))
    assert 0 < middle_pt([(shown(text),)], SIZE_PT) < least_lines * 1.13 * SIZE_PT


def test_a_divided_header_has_room_for_the_lines_of_each_part(development_plan: Plan) -> None:
    """ "หน่วยงาน", "รับผิดชอบ" and "หลัก": as one text its letters would fill two lines only."""
    header, width_twips, size_pt = "หน่วยงานรับผิดชอบหลัก", 1050, 12
    layout = table_layout("ผ.02", development_plan)
    units = next(column for column in layout.columns if column.header == header)
    narrow = replace(layout, columns=(replace(units, width_twips=width_twips),), size_pt=size_pt)
    assert line_count(header, round(width_twips * 0.9), size_pt) == 2
    assert header_heights_twips(narrow) == (lines_height_twips(3, size_pt),)
