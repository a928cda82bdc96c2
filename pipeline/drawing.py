"""A book's pages, drawn by LibreOffice and held against the plan: a project that is not on them is never kept quiet."""

from collections.abc import Callable, Mapping, Sequence

from outputs.pdf import finished, render_book
from pipeline.extract import plan_in
from pipeline.programs.libreoffice import LibreOffice
from pipeline.programs.libreoffice_rows import with_free_rows
from schemas.failures import InputFailure, OutputFailure
from schemas.plan import Plan

Write = Callable[[Sequence[int] | None], bytes]
"""The book as .docx by the pages of its headings, as outputs.pdf.render_book asks for it."""


def draw_book(plan: Plan, write: Write, environment: Mapping[str, str]) -> bytes:
    """The book of `plan` as a PDF that shows all projects which its .docx shows.

    LibreOffice may leave rows undrawn that keep together; then the book is drawn once more with rows that do not.
    Raises MissingProgram as LibreOffice.to_pdf does, and OutputFailure OUT012 where rows are missing still.
    """
    office = LibreOffice(environment)
    pdf = finished(render_book(write, office.to_pdf))
    found = _count(pdf, "book.pdf", environment)
    if found >= len(plan.projects):
        return pdf
    # What the reader does not find in the .docx either is no matter of the pages.
    expected = min(len(plan.projects), _count(write(None), "book.docx", environment))
    if found < expected:
        pdf = finished(render_book(write, lambda docx: office.to_pdf(with_free_rows(docx))))
        found = _count(pdf, "book.pdf", environment)
    if found < expected:
        raise OutputFailure("OUT012", found=found, expected=expected)
    return pdf


def _count(book: bytes, name: str, environment: Mapping[str, str]) -> int:
    try:
        return len(plan_in(book, name, environment).projects)
    except InputFailure:
        return 0
