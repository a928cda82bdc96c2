"""The fresh plan as a PDF: the Word book, drawn by the program that the caller gives."""

from collections.abc import Callable, Sequence
from io import BytesIO

import pikepdf
import pypdfium2

_LANGUAGE = "th-TH"


def render_book(write: Callable[[Sequence[int] | None], bytes], to_pdf: Callable[[bytes], bytes]) -> bytes:
    """A book as a PDF with its fonts embedded, whose table of contents tells the pages as they were drawn.

    `write` gives the .docx by the pages of its headings (0-based, in order), or with estimated ones for None; the
    book is drawn again only where an estimate was wrong. `to_pdf` draws a .docx; its failures pass through.
    """
    estimated = write(None)
    pdf = to_pdf(estimated)
    exact = write(bookmark_pages(pdf))
    return pdf if exact == estimated else to_pdf(exact)


def finished(pdf: bytes) -> bytes:
    """The same PDF, said to be Thai, with its objects packed into compressed streams.

    LibreOffice (7.4) says that its documents are English, and a screen reader believes it. It writes the tags as so
    many objects in plain text that they make a book five to twenty times as large.
    """
    target = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.Root.Lang = pikepdf.String(_LANGUAGE)
        document.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return target.getvalue()


def bookmark_pages(pdf: bytes) -> list[int]:
    """The pages (0-based) of a PDF's bookmarks in order; one that leads nowhere is left out."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        targets = [bookmark.get_dest() for bookmark in document.get_toc()]
        pages = [target.get_index() for target in targets if target is not None]
    finally:
        document.close()
    return [page for page in pages if page is not None]
