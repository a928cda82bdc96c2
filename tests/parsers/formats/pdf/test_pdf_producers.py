"""Habits of the programs that write PDFs: zero-width spaces of Typst and Chromium, tags around texts."""

from collections.abc import Callable, Sequence

import pytest

from schemas.document import GOES_ON, Document, TextBlock

ReadPdf = Callable[[bytes], Document]
PdfFile = Callable[[Sequence[str]], bytes]

LETTER_PT = 6.0  # Courier at 10 pt
WORD_PT, SPACE_PT = 21.7, 2.8  # "word" and a space of Helvetica at 10 pt
LONG = "x" * 55  # as wide as the page's text, so that the next line may go on from it


def _stream(content: str) -> str:
    return f"<</Length {len(content)}>>stream\n{content}\nendstream"


def _to_unicode(code: str, texts: str) -> str:
    row = f"<{ord(code):02X}> <{texts.encode('utf-16-be').hex()}>"
    return _stream(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Plan def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange\n1 beginbfchar\n{row}\nendbfchar\n"
        "endcmap end end"
    )


def _texts(document: Document) -> list[str]:
    return [block.raw_text for block in document.blocks if isinstance(block, TextBlock)]


def _shown(x: float, text: str, y: float = 200) -> str:
    return f"BT /F1 10 Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n"


def test_a_letter_whose_glyph_holds_a_zero_width_space_keeps_its_width(
    read_pdf: ReadPdf, pdf_file: PdfFile
) -> None:
    content = "".join(_shown(20 + LETTER_PT * i, letter) for i, letter in enumerate("wordwall"))
    data = pdf_file(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[4 0 R]/Count 1>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Courier/ToUnicode 6 0 R>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R>>",
            _stream(content),
            _to_unicode("d", "d\u200b\u200b\u200b"),
        ]
    )
    assert _texts(read_pdf(data)) == ["wordwall"]


@pytest.mark.parametrize(("advance_pt", "text"), [(0.0, "wordwall"), (SPACE_PT, "word wall")])
def test_an_object_that_draws_nothing_is_a_space_where_it_takes_room(
    read_pdf: ReadPdf, make_pdf: Callable[..., bytes], advance_pt: float, text: str
) -> None:
    end = 20 + WORD_PT
    content = _shown(20, "word") + _shown(end, " ") + _shown(end + advance_pt, "wall")
    assert _texts(read_pdf(make_pdf(content))) == [text]


def _tagged(pdf_file: PdfFile, kind: str, *lines: str) -> bytes:
    """A page of lines that are each a marked content of their own; all belong to one Span in a `kind`."""
    content = "".join(
        f"/Span<</MCID {index}>>BDC {_shown(20, line, 250 - 14 * index)}EMC\n"
        for index, line in enumerate(lines)
    )
    ids = " ".join(str(index) for index in range(len(lines)))
    return pdf_file(
        [
            "<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R>>",
            "<</Type/Pages/Kids[4 0 R]/Count 1>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Courier>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/StructParents 0"
            "/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R>>",
            _stream(content),
            "<</Type/StructTreeRoot/K 7 0 R/ParentTree 9 0 R>>",
            f"<</Type/StructElem/S/{kind}/P 6 0 R/K 8 0 R>>",
            f"<</Type/StructElem/S/Span/P 7 0 R/Pg 4 0 R/K[{ids}]>>",
            f"<</Nums[0[{'8 0 R ' * len(lines)}]]>>",
        ]
    )


@pytest.mark.parametrize("kind", ["P", "H1", "LBody"])
def test_lines_of_one_tagged_paragraph_are_one_block(read_pdf: ReadPdf, pdf_file: PdfFile, kind: str) -> None:
    assert _texts(read_pdf(_tagged(pdf_file, kind, "short", "next"))) == [f"short{GOES_ON}\nnext"]


@pytest.mark.parametrize("kind", ["Document", "Sect", "Div"])
def test_lines_in_a_group_are_divided_by_their_places(
    read_pdf: ReadPdf, pdf_file: PdfFile, kind: str
) -> None:
    """Typst puts lines that are set as blocks right into the document: headings and paragraphs alike."""
    assert _texts(read_pdf(_tagged(pdf_file, kind, "heading", LONG, "rest"))) == ["heading", f"{LONG}\nrest"]


def test_what_is_not_marked_belongs_to_no_paragraph(read_pdf: ReadPdf, pdf_file: PdfFile) -> None:
    """A line of a table of contents is a link, whose annotation is a child of its element, too; a page number is not
    marked at all.
    """
    content = "/Link<</MCID 0>>BDC " + _shown(20, "entry", 250) + "EMC\n" + _shown(200, "7", 236)
    data = pdf_file(
        [
            "<</Type/Catalog/Pages 2 0 R/MarkInfo<</Marked true>>/StructTreeRoot 6 0 R>>",
            "<</Type/Pages/Kids[4 0 R]/Count 1>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Courier>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/StructParents 0/Annots[10 0 R]"
            "/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R>>",
            _stream(content),
            "<</Type/StructTreeRoot/K 7 0 R/ParentTree 9 0 R>>",
            "<</Type/StructElem/S/TOCI/P 6 0 R/K 8 0 R>>",
            "<</Type/StructElem/S/Link/P 7 0 R/Pg 4 0 R/K[0<</Type/OBJR/Obj 10 0 R/Pg 4 0 R>>]>>",
            "<</Nums[0[8 0 R]]>>",
            "<</Type/Annot/Subtype/Link/Rect[20 245 80 260]/StructParent 1>>",
        ]
    )
    assert _texts(read_pdf(data)) == ["entry", "7"]


@pytest.mark.parametrize("matrix", ["0 1 -1 0 300 100", "1 0 0 1 100 150"], ids=["turned", "moved"])
def test_actual_text_within_a_form_stands_where_it_is_drawn(
    read_pdf: ReadPdf, pdf_file: PdfFile, matrix: str
) -> None:
    """Chromium's turned names of months are forms: PDFium gives the box of such a glyph as if it stood in none."""
    shows = ["(c) Tj", "/Span<</ActualText<FEFF0E070E31>>>BDC (d) Tj EMC", "(a) Tj", "(b) Tj"]
    form = "".join(
        f"BT /F1 10 Tf 1 0 0 1 {LETTER_PT * index} 0 Tm {show} ET\n" for index, show in enumerate(shows)
    )
    head = "/Type/XObject/Subtype/Form/BBox[-9 -9 90 90]/Resources<</Font<</F1 3 0 R>>>>"
    data = pdf_file(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[4 0 R]/Count 1>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Courier>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]/Contents 5 0 R"
            "/Resources<</Font<</F1 3 0 R>>/XObject<</X1 6 0 R>>>>>>",
            _stream(f"q {matrix} cm /X1 Do Q"),
            _stream(form).replace("<<", f"<<{head}", 1),
        ]
    )
    assert _texts(read_pdf(data)) == ["cงัab"]
