"""The table of contents of a PDF tells the pages as they were drawn."""

import os
import shutil
from collections.abc import Sequence
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

import outputs.pdf
from outputs.docx import BookStyle, render
from outputs.pdf import bookmark_pages, finished, render_book
from pipeline.programs.libreoffice import LibreOffice
from schemas.plan import Plan


@pytest.mark.parametrize(("exact", "drawn"), [(b"estimate", 1), (b"exact", 2)])
def test_a_book_is_drawn_again_only_for_a_wrong_estimate(
    exact: bytes, drawn: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[bytes] = []

    def to_pdf(docx: bytes) -> bytes:
        calls.append(docx)
        return b"PDF of " + docx

    def write(pages: Sequence[int] | None) -> bytes:
        return b"estimate" if pages is None else exact

    monkeypatch.setattr(outputs.pdf, "bookmark_pages", lambda _pdf: [1, 2])
    assert render_book(write, to_pdf) == b"PDF of " + exact
    assert len(calls) == drawn


def test_a_pdf_without_bookmarks_tells_no_pages() -> None:
    blank = pypdfium2.PdfDocument.new()
    blank.new_page(100, 100)
    buffer = BytesIO()
    blank.save(buffer)
    assert bookmark_pages(buffer.getvalue()) == []


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_packed_book_is_the_same_and_much_smaller(operation_plan: Plan) -> None:
    drawn = LibreOffice(os.environ).to_pdf(render(operation_plan, BookStyle()))
    book = finished(drawn)
    assert 2 * len(book) < len(drawn)
    assert finished(drawn) == book
    assert bookmark_pages(book) == bookmark_pages(drawn)
    assert texts_of(book) == texts_of(drawn)
    with pikepdf.open(BytesIO(book)) as document:
        assert document.Root.MarkInfo.Marked
        assert str(document.Root.Lang).startswith("th")


def texts_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_range() for page in document]
