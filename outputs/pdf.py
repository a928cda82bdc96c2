"""The fresh plan as a PDF: the Word book, drawn by the program that the caller gives."""

from collections.abc import Callable, Sequence

import pypdfium2


def render(docx: bytes, to_pdf: Callable[[bytes], bytes]) -> bytes:
    """The pages of a .docx book (as outputs.docx.render gives it) as a PDF with its fonts embedded.

    `to_pdf` draws it; its failures (schemas.failures) pass through.
    """
    return to_pdf(docx)


def render_book(write: Callable[[Sequence[int] | None], bytes], to_pdf: Callable[[bytes], bytes]) -> bytes:
    """A book as a PDF whose table of contents tells the pages as they were drawn.

    `write` gives the .docx by the pages of its headings (0-based, in order), or with estimated ones for None; the
    book is drawn again only where an estimate was wrong.
    """
    estimated = write(None)
    pdf = to_pdf(estimated)
    exact = write(bookmark_pages(pdf))
    return pdf if exact == estimated else to_pdf(exact)


def bookmark_pages(pdf: bytes) -> list[int]:
    """The pages (0-based) of a PDF's bookmarks in order; one that leads nowhere is left out."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        targets = [bookmark.get_dest() for bookmark in document.get_toc()]
        pages = [target.get_index() for target in targets if target is not None]
    finally:
        document.close()
    return [page for page in pages if page is not None]
