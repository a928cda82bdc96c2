"""The fresh plan as a PDF: the Word book, drawn by the program that the caller gives."""

from collections.abc import Callable


def render(docx: bytes, to_pdf: Callable[[bytes], bytes]) -> bytes:
    """The pages of a .docx book (as outputs.docx.render gives it) as a PDF with its fonts embedded.

    `to_pdf` draws it; its failures (schemas.failures) pass through.
    """
    return to_pdf(docx)
