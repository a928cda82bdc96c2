"""The lines above a sheet's table: the form's label, its title, the plan's and the organization's names."""

from collections.abc import Sequence

from outputs.docx.titles import organization_line, plan_line
from outputs.xlsx.cells import Pen
from outputs.xlsx.heights import height_pt
from outputs.xlsx.looks import TITLE_SIZE_PT, Look
from schemas.plan import Plan

_LEAST_COLUMNS = 2
"""A merged cell needs two."""


def write_titles(pen: Pen, plan: Plan, label: str, titles: Sequence[str], columns: int) -> int:
    """Writes the lines, each over all `columns` of the table; the number of rows that they take."""
    lines = [*titles, plan_line(plan), organization_line(plan.organization)]
    row = 0
    for text in (label, *filter(None, lines)):
        look: Look = "label" if row == 0 else "title"
        form = pen.looks.of(look, TITLE_SIZE_PT)
        if columns >= _LEAST_COLUMNS:
            pen.sheet.merge_range(row, 0, row, columns - 1, "", form)
        pen.sheet.write_string(row, 0, pen.ink.text(text), form)
        pen.sheet.set_row(row, height_pt(1, TITLE_SIZE_PT))
        row += 1
    return row
