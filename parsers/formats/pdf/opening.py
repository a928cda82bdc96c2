"""Opening a PDF: what is refused, and with which words."""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from parsers.formats.pdf.frame import PageFrame
from schemas.failures import InputFailure

PAGES_LIMIT = 3_000  # the thickest plan books have some hundred pages
PAGE_SIDE_LIMIT_PT = 14_400.0  # PDF 32000-1, annex C: 200 inches
PAGES_PER_OPENING = 100  # opening a book of 1,000 pages takes some milliseconds
_END_MARK = b"%%EOF"
_TAIL_BYTES = 65_536  # some senders put bytes after the end mark


class PdfFile:
    """An open file that gives its pages one by one.

    PDFium keeps what it parsed of a page (some 20 KB) until the file is closed, so the file is opened anew
    from time to time: memory must not grow with pages that are done with.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._pdf = pdfium.PdfDocument(data)
        self._given = 0

    def __len__(self) -> int:
        return len(self._pdf)

    def page(self, index: int) -> pdfium.PdfPage:
        """The page (0-based). The one given before must be closed by now."""
        if self._given == PAGES_PER_OPENING:
            self._pdf.close()
            self._pdf = pdfium.PdfDocument(self._data)
            self._given = 0
        self._given += 1
        return self._pdf[index]

    def close(self) -> None:
        """Frees the file."""
        self._pdf.close()


@contextmanager
def open_pdf(data: bytes, name: str) -> Iterator[PdfFile]:
    """The open file; closed at the end.

    Raises InputFailure DOC005 (password), DOC004 (damaged or cut short), DOC016 (too many pages).
    """
    if _END_MARK not in data[-_TAIL_BYTES:]:
        # PDFium opens a file that was cut short and gives what is left of it; projects would be lost unseen.
        raise InputFailure("DOC004", name=name)
    try:
        pdf = PdfFile(data)
    except pdfium.PdfiumError as error:
        code = pdfium_c.FPDF_GetLastError()
        locked = (
            code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY)
            or "password" in str(error).lower()
        )
        raise InputFailure("DOC005" if locked else "DOC004", name=name) from error
    try:
        if not len(pdf):
            raise InputFailure("DOC004", name=name)
        if len(pdf) > PAGES_LIMIT:
            raise InputFailure("DOC016", name=name, pages=len(pdf), limit=PAGES_LIMIT)
        yield pdf
    finally:
        pdf.close()


@contextmanager
def open_page(pdf: PdfFile, index: int, name: str) -> Iterator[tuple[pdfium.PdfPage, PageFrame]]:
    """One page (0-based) and its frame; its memory is given back at the end. Raises InputFailure DOC004."""
    try:
        page = pdf.page(index)
    except pdfium.PdfiumError as error:
        raise InputFailure("DOC004", name=name) from error
    try:
        frame = _frame(page)
        if not (0 < frame.width <= PAGE_SIDE_LIMIT_PT and 0 < frame.height <= PAGE_SIDE_LIMIT_PT):
            raise InputFailure("DOC004", name=name)
        yield page, frame
    finally:
        page.close()


def _frame(page: pdfium.PdfPage) -> PageFrame:
    left, bottom, right, top = page.get_mediabox()
    crop = page.get_cropbox()
    return PageFrame(
        max(left, crop[0]),
        max(bottom, crop[1]),
        min(right, crop[2]),
        min(top, crop[3]),
        page.get_rotation() % 360,
    )
