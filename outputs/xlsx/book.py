"""The fresh workbook: a summary, one sheet per form, and the plan's text."""

import io
from datetime import datetime
from typing import Any, Final

import xlsxwriter

from outputs.docx.style import BookStyle
from outputs.docx.titles import organization_line, plan_line
from outputs.summaries import summarize
from outputs.workbook_options import WORKBOOK_OPTIONS
from outputs.xlsx.looks import TITLE_SIZE_PT, Looks
from outputs.xlsx.narrative_sheet import write_narrative
from outputs.xlsx.package import finished
from outputs.xlsx.project_sheet import write_form
from outputs.xlsx.summary_sheet import write_summary
from outputs.xlsx.words import sheet_name
from schemas.plan import DEVELOPMENT_FORMS, OPERATION_FORMS, Plan

_NO_TIME: Final = datetime(1980, 1, 1)
"""A workbook tells nothing of when it was made: equal plans give equal bytes."""
_TITLE_WIDTH_CHARACTERS: Final = 100


def render(plan: Plan, style: BookStyle) -> bytes:
    """The plan as an .xlsx workbook; equal plans and styles give equal bytes.

    Sheets stand in the forms' order, the text last, so that the tables are what one sees first. Raises
    OutputFailure OUT006 for a text that no cell can hold.
    """
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, dict(WORKBOOK_OPTIONS))
    _set_properties(book, plan)
    looks = Looks(book, style)
    if plan.projects:
        _write_tables(book, looks, plan)
    elif not plan.narrative:
        _write_titles_only(book, looks, plan)
    write_narrative(book, looks, plan.narrative)
    book.close()
    return finished(buffer.getvalue())


def _write_tables(book: Any, looks: Looks, plan: Plan) -> None:
    """The summary first; it is filled last, when it is known where the projects stand."""
    summary = summarize(plan)
    sheet = book.add_worksheet(looks.ink.text(sheet_name(summary.form)))
    placed = {form: write_form(book, looks, plan, form) for form in (*OPERATION_FORMS, *DEVELOPMENT_FORMS)}
    write_summary(sheet, looks, plan, summary, placed)


def _write_titles_only(book: Any, looks: Looks, plan: Plan) -> None:
    """A plan that holds nothing yet: what it is and whose."""
    sheet = book.add_worksheet(sheet_name("plan"))
    sheet.set_column(0, 0, _TITLE_WIDTH_CHARACTERS)
    for row, text in enumerate(filter(None, (plan_line(plan), organization_line(plan.organization)))):
        sheet.write_string(row, 0, looks.ink.text(text), looks.of("title", TITLE_SIZE_PT))


def _set_properties(book: Any, plan: Plan) -> None:
    title, author = plan_line(plan), organization_line(plan.organization)
    book.set_properties(
        {"title": f"{title} {author}".strip(), "author": author, "company": author, "created": _NO_TIME}
    )
