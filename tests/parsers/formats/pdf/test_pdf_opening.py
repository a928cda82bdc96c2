"""What the reader refuses, each with its code."""

from collections.abc import Callable

import pypdfium2 as pdfium
import pytest

from parsers.formats.pdf import opening
from schemas.document import Document
from schemas.failures import InputFailure

ReadPdf = Callable[[bytes], Document]
MakePdf = Callable[..., bytes]

TEXT = "BT /F1 10 Tf 50 50 Td (plan) Tj ET"
# Standard security handler, revision 2; its /O and /U fit no empty user password.
ENCRYPTION = (
    b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + b"28" * 32 + b">/U<" + b"41" * 32 + b">>>"
    b"/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]"
)


def _code(read_pdf: ReadPdf, data: bytes) -> str:
    with pytest.raises(InputFailure) as caught:
        read_pdf(data)
    assert caught.value.facts["name"] == "plan.pdf"
    return caught.value.code


def test_password(read_pdf: ReadPdf, make_pdf: MakePdf) -> None:
    assert _code(read_pdf, make_pdf(TEXT).replace(b"/Root 1 0 R", b"/Root 1 0 R" + ENCRYPTION)) == "DOC005"


@pytest.mark.parametrize("keep", [0.3, 0.6, 0.95])
def test_cut_short(read_pdf: ReadPdf, make_pdf: MakePdf, keep: float) -> None:
    data = make_pdf(TEXT, TEXT, TEXT)
    assert _code(read_pdf, data[: int(len(data) * keep)]) == "DOC004"


@pytest.mark.parametrize(
    "data", [b"%PDF-1.4\n%%EOF\n", b"\x00" * 4000 + b"%%EOF", b"%PDF-1.7\ngarbage %%EOF"]
)
def test_damaged(read_pdf: ReadPdf, data: bytes) -> None:
    assert _code(read_pdf, data) == "DOC004"


def test_bytes_after_the_end_are_allowed(read_pdf: ReadPdf, make_pdf: MakePdf) -> None:
    assert len(read_pdf(make_pdf(TEXT) + b"\n<!-- sent by a web server -->" * 100).blocks) == 1


def test_pictures_without_text(read_pdf: ReadPdf, make_pdf: MakePdf) -> None:
    picture = "q 100 0 0 100 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q"
    assert _code(read_pdf, make_pdf(picture, picture)) == "DOC010"


def test_one_page_with_text_is_enough(read_pdf: ReadPdf, make_pdf: MakePdf) -> None:
    picture = "q 100 0 0 100 50 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q"
    assert len(read_pdf(make_pdf(picture, TEXT)).blocks) == 1


def test_too_many_pages(read_pdf: ReadPdf, make_pdf: MakePdf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "PAGES_LIMIT", 2)
    assert _code(read_pdf, make_pdf(TEXT, TEXT, TEXT)) == "DOC016"


def test_impossible_page_size(read_pdf: ReadPdf, make_pdf: MakePdf) -> None:
    assert _code(read_pdf, make_pdf(TEXT, size=(100_000, 100_000))) == "DOC004"


def test_pages_are_the_same_however_often_the_file_is_opened(
    read_pdf: ReadPdf, make_pdf: MakePdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PDFium keeps what it parsed of each page, so a long file is opened anew after some pages."""
    data = make_pdf(*(TEXT.replace("plan", f"page {number}") for number in range(5)))
    openings: list[int] = []
    open_document = pdfium.PdfDocument

    def counted(given: bytes) -> pdfium.PdfDocument:
        openings.append(len(given))
        return open_document(given)

    whole = read_pdf(data)
    monkeypatch.setattr(opening, "PAGES_PER_OPENING", 2)
    monkeypatch.setattr(opening.pdfium, "PdfDocument", counted)
    assert read_pdf(data) == whole
    assert [block.raw_text for block in whole.blocks if block.kind == "text"] == [
        f"page {number}" for number in range(5)
    ]
    assert len(openings) == 3
