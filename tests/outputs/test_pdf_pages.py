"""The table of contents of a PDF tells the pages as they were drawn."""

from collections.abc import Sequence
from io import BytesIO

import pypdfium2
import pytest

import outputs.pdf
from outputs.pdf import bookmark_pages, render_book


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
