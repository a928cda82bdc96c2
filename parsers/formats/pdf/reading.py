"""The way from a PDF's bytes to a Document, page by page."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

from parsers.formats.pdf.font_faults import FontCensus, mend
from parsers.formats.pdf.glyphs import Glyph
from parsers.formats.pdf.hidden_columns import show_hidden_columns
from parsers.formats.pdf.opening import PdfFile, open_page, open_pdf
from parsers.formats.pdf.page import page_blocks, read_drawing
from parsers.formats.pdf.page_breaks import join_cut_paragraphs
from parsers.formats.pdf.page_objects import page_objects
from parsers.formats.pdf.paths import page_outlines
from parsers.formats.pdf.pdfium_text import page_glyphs
from parsers.formats.pdf.pdfminer_text import PdfminerText
from parsers.formats.pdf.poppler_text import Pdftotext, PopplerText
from parsers.formats.pdf.running import mark_running
from parsers.formats.pdf.second_opinion import SecondOpinion
from parsers.formats.pdf.shapes import DIGITS
from parsers.formats.pdf.structure import assign_paragraphs, page_paragraphs
from schemas.document import Block, Document, Page, Source, with_numbered_tables
from schemas.failures import InputFailure


@dataclass(frozen=True, slots=True)
class _ReadPage:
    """A page's blocks, its fonts that hold a ำ, and those of them that were mended."""

    page: Page
    blocks: list[Block]
    suspects: frozenset[str]
    mended: frozenset[str]


def read(data: bytes, source: Source, pdftotext: Pdftotext | None = None) -> Document:
    """The PDF as blocks in reading order; one table per table and page, `index` counted over the document.

    `pdftotext` runs poppler's program, where there is one, for pages whose text is suspect.
    Raises InputFailure: DOC005 password, DOC004 damaged, DOC010 pictures without text, DOC016 too many pages.
    """
    with open_pdf(data, source.name) as pdf, closing(PdfminerText(data)) as pdfminer:
        poppler = () if pdftotext is None else (PopplerText(data, pdftotext),)
        reader = _Reader(pdf, source.name, SecondOpinion(pdfminer, *poppler))
        pages = reader.pages()
        if not any(page.blocks for page in pages) and _has_objects(pdf, source.name):
            raise InputFailure("DOC010", name=source.name)
    marked = mark_running([(page.page, page.blocks) for page in pages])
    blocks = [block for own in join_cut_paragraphs(marked) for block in own]
    numbered = with_numbered_tables(show_hidden_columns(blocks))
    return Document(source=source, blocks=tuple(numbered), pages=tuple(page.page for page in pages))


class _Reader:
    """Reads one file's pages, each released before the next."""

    def __init__(self, pdf: PdfFile, name: str, second: SecondOpinion) -> None:
        self._pdf = pdf
        self._name = name
        self._second = second
        self._census = FontCensus()

    def pages(self) -> list[_ReadPage]:
        """All pages. Those read before (or wrongly after) a font showed its fault are read a second time."""
        pages = [self._page(index, None) for index in range(len(self._pdf))]
        faulty = self._census.faulty()
        return [
            page if page.suspects & faulty == page.mended else self._page(index, faulty)
            for index, page in enumerate(pages)
        ]

    def _page(self, index: int, faulty: frozenset[str] | None) -> _ReadPage:
        """The page with the fonts mended that are faulty, or (None) known as such so far."""
        with open_page(self._pdf, index, self._name) as (raw_page, frame):
            objects = page_objects(raw_page.raw)
            glyphs = page_glyphs(raw_page, objects.texts, frame)
            outlines = page_outlines(objects.paths, frame)
            tagged = any(glyph.content_id >= 0 for glyph in glyphs)
            paragraphs = page_paragraphs(raw_page.raw) if tagged else {}
        suspects = self._census.add(glyphs) if faulty is None else frozenset()
        mended = self._census.faulty() & suspects if faulty is None else faulty
        drawing = read_drawing(outlines, glyphs)

        def blocks_of(read: Sequence[Glyph]) -> list[Block]:
            assign_paragraphs(read, paragraphs)
            return page_blocks(mend(read, mended), drawing, index + 1, frame.width)

        blocks = self._second.best(glyphs, index, blocks_of)
        page = Page(number=index + 1, width=round(frame.width, DIGITS), height=round(frame.height, DIGITS))
        return _ReadPage(page, blocks, suspects, mended)


def _has_objects(pdf: PdfFile, name: str) -> bool:
    for index in range(len(pdf)):
        with open_page(pdf, index, name) as (page, _):
            if next(iter(page.get_objects(max_depth=1)), None) is not None:
                return True
    return False
