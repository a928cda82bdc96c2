"""The table of a heading without projects: its only row, over all columns."""

from outputs.docx.blocks import words_for_none
from outputs.docx.columns import TableLayout
from outputs.docx.wordml import Ink, cell, paragraph, row, run
from schemas.plan import Form


def row_of_none(ink: Ink, layout: TableLayout, form: Form, *, keep_next: bool) -> str:
    """One row over all columns with the words that there is no project; `keep_next` holds it with the row after."""
    content = paragraph(f"PlanCentre{layout.size_pt}", run(ink, words_for_none(form)), keep_next)
    return row(cell(sum(layout.widths_twips), content, len(layout.columns)))
