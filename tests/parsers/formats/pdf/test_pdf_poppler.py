"""Text of poppler's pdftotext: put in place by hand-made answers, and a file that only the real program reads."""

import hashlib
import os
from collections.abc import Callable, Sequence
from shutil import which

import pytest

from parsers.formats.pdf import read
from parsers.formats.pdf.clusters import cluster_glyphs
from parsers.formats.pdf.glyphs import Glyph
from parsers.formats.pdf.lines import make_lines
from parsers.formats.pdf.poppler_text import BATCH_PAGES, PopplerText
from pipeline.programs.poppler import find_pdftotext
from schemas.document import Document, Source

MARKS = frozenset("\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c")
CELLS = {
    (0, 0): "ที่",
    (0, 1): "โครงการปรับปรุงถนนคอนกรีตเสริมเหล็ก หมู่ที่ 4",
    (1, 0): "1",
    (1, 1): "เพื่อให้ประชาชนได้รับน้ำดื่มที่สะอาด",
}
COLUMNS_PT, ROWS_PT = (20, 60, 380), (280, 240, 200)
needs_pdftotext = pytest.mark.skipif(which("pdftotext") is None, reason="poppler is not installed")


def _word(text: str, x0: float, top: float, x1: float, bottom: float) -> str:
    return f'<word xMin="{x0}" yMin="{top}" xMax="{x1}" yMax="{bottom}">{text}</word>\n'


def _engine(*pages: str) -> tuple[PopplerText, list[tuple[int, int]]]:
    """An engine whose program prints these pages, and the page ranges that it is asked for."""
    asked: list[tuple[int, int]] = []

    def pdftotext(_data: bytes, first: int, last: int) -> bytes:
        asked.append((first, last))
        return "".join(
            f'<page width="400" height="300">\n{page}</page>\n' for page in pages[first - 1 : last]
        ).encode()

    return PopplerText(b"", pdftotext), asked


def _lines(glyphs: Sequence[Glyph]) -> list[str]:
    return [line.text for line in make_lines(cluster_glyphs(glyphs))]


def test_letters_stand_side_by_side_and_marks_on_theirs() -> None:
    engine, _ = _engine(_word("ที่ดิน", 10, 20, 28, 35))
    glyphs = engine.glyphs(0, ())
    assert [(glyph.text, glyph.x0, glyph.x1) for glyph in glyphs if glyph.text in "ทดน"] == [
        ("ท", 10, 16),
        ("ด", 16, 22),
        ("น", 22, 28),
    ]
    assert [cluster.text for cluster in cluster_glyphs(glyphs)] == ["ที่", "ดิ", "น"]


def test_words_that_touch_are_one_and_a_gap_is_a_space() -> None:
    page = _word("ก่อส", 10, 20, 28, 35) + _word("ร้าง", 28, 20, 40, 35) + _word("A&amp;B", 46, 20, 64, 35)
    assert _lines(_engine(page)[0].glyphs(0, ())) == ["ก่อสร้าง A&B"]


@pytest.mark.parametrize(("turn", "origin_y"), [(90, 60.0), (270, 20.0)])
def test_a_word_is_written_as_the_first_engine_found_it(turn: int, origin_y: float) -> None:
    """Month names over narrow columns are turned, which poppler does not tell."""
    first = [Glyph("?", 10, 50, 22, 60, 19, origin_y, 12, turn, True, "F")]
    (glyph, *_, last) = _engine(_word("ต.ค.", 9, 20, 23, 60))[0].glyphs(0, first)
    assert (glyph.turn, glyph.bold, glyph.font, glyph.size, glyph.origin_x) == (turn, True, "F", 12, 19)
    assert (glyph.origin_y, last.text) == (origin_y, ".")
    assert _lines([glyph, last]) == ["ต ."]


def test_a_word_that_the_first_engine_lost_is_written_as_the_one_before_it() -> None:
    first = [Glyph("?", 10, 50, 22, 60, 19, 60, 12, 90)]
    page = _word("เม", 9, 40, 23, 60) + _word("ย", 9, 30, 23, 40)
    glyphs = _engine(page)[0].glyphs(0, first)
    assert [glyph.turn for glyph in glyphs] == [90, 90, 90]
    assert _lines(glyphs) == ["เมย"]


def test_the_program_reads_some_pages_at_once() -> None:
    engine, asked = _engine(*(_word(f"หน้า{number}", 0, 0, 30, 15) for number in range(1, BATCH_PAGES + 3)))
    texts = ["".join(_lines(engine.glyphs(index, ()))) for index in (0, 1, BATCH_PAGES + 1)]
    assert texts == ["หน้า1", "หน้า2", f"หน้า{BATCH_PAGES + 2}"]
    assert asked == [(1, BATCH_PAGES), (BATCH_PAGES + 1, 2 * BATCH_PAGES)]


def test_a_program_that_fails_reads_nothing() -> None:
    assert PopplerText(b"", lambda _data, _first, _last: b"").glyphs(0, ()) == []


def _stream(content: str, head: str = "") -> str:
    return f"<<{head}/Length {len(content)}>>stream\n{content}\nendstream"


def _code(letter: str) -> int:
    """The letter's code in the specimen's fonts: TIS-620."""
    return ord(letter) - 0x0E00 + 0xA0 if letter >= "\u0e00" else ord(letter)


def _to_unicode(codes: dict[int, int]) -> str:
    rows = "\n".join(f"<{code:02X}> <{unicode:04X}>" for code, unicode in codes.items())
    return _stream(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Plan def /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{rows}\nendbfchar\nendcmap end end"
    )


def _font(glyph_object: int, map_object: int, width: int) -> str:
    return (
        "<</Type/Font/Subtype/Type3/FontBBox[0 -200 500 800]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 32"
        f"/LastChar 255/Widths[{f'{width} ' * 224}]/Encoding<</Differences[32{'/g' * 224}]>>"
        f"/CharProcs<</g {glyph_object} 0 R>>/Resources<<>>/ToUnicode {map_object} 0 R>>"
    )


def _phrase(text: str) -> str:
    """The phrase as a drawn form: letters in one font, marks in another."""
    shows = (f"/F{2 if letter in MARKS else 1} 12 Tf <{_code(letter):02X}> Tj" for letter in text)
    head = "/Type/XObject/Subtype/Form/BBox[0 -20 400 40]/Resources<</Font<</F1 4 0 R/F2 5 0 R>>>>"
    return _stream("BT\n" + "\n".join(shows) + "\nET", head)


def _specimen(pdf_file: Callable[[Sequence[str]], bytes], page_entries: str) -> bytes:
    """A table whose marks' font maps each mark to mai ek, and whose phrases are forms under /ActualText.

    PDFium applies no /ActualText from without a form, pdfminer none at all.
    """
    content = [f"{x} {ROWS_PT[0]} m {x} {ROWS_PT[-1]} l S\n" for x in COLUMNS_PT]
    content += [f"{COLUMNS_PT[0]} {y} m {COLUMNS_PT[-1]} {y} l S\n" for y in ROWS_PT]
    for index, ((row, col), text) in enumerate(CELLS.items()):
        x, y = COLUMNS_PT[col] + 5, ROWS_PT[row] - 20
        actual = text.encode("utf-16-be").hex()
        content.append(
            f"/F1 12 Tf q 1 0 0 1 {x} {y} cm /Span<</ActualText<FEFF{actual}>>> BDC /X{index} Do EMC Q\n"
        )
    forms = "".join(f"/X{index} {11 + index} 0 R" for index in range(len(CELLS)))
    letters = {_code(chr(code)): code for code in range(0x0E01, 0x0E5B) if chr(code) not in MARKS}
    return pdf_file(
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 300]{page_entries}/Contents 10 0 R"
            f"/Resources<</Font<</F1 4 0 R>>/XObject<<{forms}>>>>>>",
            _font(6, 7, 500),
            _font(8, 9, 0),
            _stream("500 0 0 -200 500 800 d1 50 0 400 500 re f"),
            _to_unicode({code: code for code in range(0x20, 0x7F)} | letters),
            _stream("0 0 -300 500 0 800 d1 -300 600 200 100 re f"),
            _to_unicode({_code(mark): 0x0E48 for mark in sorted(MARKS)}),
            _stream("".join(content)),
            *map(_phrase, CELLS.values()),
        ]
    )


def _read(data: bytes, path: str) -> Document:
    digest = hashlib.sha256(data).hexdigest()
    source = Source(name="plan.pdf", sha256=digest, format="pdf", size_bytes=len(data))
    return read(data, source, find_pdftotext({**os.environ, "PATH": path}))


def _cells(document: Document) -> dict[tuple[int, int], str]:
    (table,) = document.tables()
    return {(cell.row, cell.col): cell.raw_text for cell in table.cells}


@needs_pdftotext
@pytest.mark.parametrize("page_entries", ["", "/CropBox[10 15 390 290]"])
def test_text_that_only_poppler_reads(pdf_file: Callable[[Sequence[str]], bytes], page_entries: str) -> None:
    data = _specimen(pdf_file, page_entries)
    assert _cells(_read(data, os.environ["PATH"])) == CELLS


@needs_pdftotext
def test_text_that_only_poppler_reads_on_a_turned_page(pdf_file: Callable[[Sequence[str]], bytes]) -> None:
    """The table lies on its side, its text runs from top to bottom."""
    cells = _cells(_read(_specimen(pdf_file, "/Rotate 90"), os.environ["PATH"]))
    assert cells == {(col, 1 - row): text for (row, col), text in CELLS.items()}


def test_without_the_program_the_page_is_as_pdfium_read_it(
    pdf_file: Callable[[Sequence[str]], bytes],
) -> None:
    cells = _cells(_read(_specimen(pdf_file, ""), ""))
    assert cells[1, 0] == "1"
    assert cells[0, 0] == "ท่่"
    assert not any(one in cell for cell in cells.values() for one in MARKS - {"\u0e48"})
