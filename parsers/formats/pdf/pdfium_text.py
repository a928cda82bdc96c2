"""The first engine: PDFium's characters in the order of the page's objects.

PDFium's text page applies /ActualText and font maps well, but it sorts the objects of a line by position,
makes up spaces, and leaves out objects that hold a space only. Its characters are taken one by one, the
made-up ones left out, the lost spaces brought back, and all of them put into content order.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from parsers.formats.pdf.frame import IDENTITY, Matrix, PageFrame, apply, concat
from parsers.formats.pdf.glyphs import Glyph
from parsers.formats.pdf.page_objects import TextObject, text_objects

BOLD_WEIGHT = 600
FORCE_BOLD_FLAG = 1 << 18  # PDF 32000-1, table 123
SPACE_EM = 0.25
EMPTY_PT = 0.01

_UNPRINTED = frozenset((0x00AD, 0x200B, 0x200C, 0x200D, 0xFEFF, 0xFFFE))


@dataclass(frozen=True, slots=True)
class _Hand:
    """How one text object writes: its place in the content, font, size, boldness, turn and marked content."""

    rank: int
    font: str
    size: float
    bold: bool
    turn: int
    content_id: int


def page_glyphs(page: pdfium.PdfPage, frame: PageFrame) -> list[Glyph]:
    """All characters of `page` in content order, in display points."""
    text_page = page.get_textpage()
    try:
        return _PageReader(page.raw, text_page.raw, frame).glyphs()
    finally:
        text_page.close()


class _PageReader:
    """Reads one page; its buffers are shared by all calls, as the calls are many."""

    def __init__(self, page: Any, text_page: Any, frame: PageFrame) -> None:
        self._text_page = text_page
        self._frame = frame
        self._display = frame.matrix()
        self._objects = {item.address: item for item in text_objects(page)}
        self._hands: dict[int, _Hand] = {}
        self._fonts: dict[int, tuple[str, bool]] = {}
        self._box = pdfium_c.FS_RECTF()
        self._x = ctypes.c_double()
        self._y = ctypes.c_double()

    def glyphs(self) -> list[Glyph]:
        """The page's characters and lost spaces by rank of their objects, within one by order of reading."""
        ranked = list(self._characters())
        ranked += [(item.rank, space) for item in self._objects.values() if (space := self._lost_space(item))]
        ranked.sort(key=lambda pair: pair[0])
        return [glyph for _, glyph in ranked]

    def _characters(self) -> Iterator[tuple[int, Glyph]]:
        text_page = self._text_page
        for index in range(pdfium_c.FPDFText_CountChars(text_page)):
            text_object = pdfium_c.FPDFText_GetTextObject(text_page, index)
            if not text_object:
                continue  # made up by PDFium: a space or a line's end
            hand = self._hand(text_object, index)
            text = _character(pdfium_c.FPDFText_GetUnicode(text_page, index))
            if text:
                yield hand.rank, self._glyph(index, text, hand)

    def _glyph(self, index: int, text: str, hand: _Hand) -> Glyph:
        box = self._box
        pdfium_c.FPDFText_GetLooseCharBox(self._text_page, index, box)
        pdfium_c.FPDFText_GetCharOrigin(self._text_page, index, self._x, self._y)
        xa, ya = apply(self._display, box.left, box.top)
        xb, yb = apply(self._display, box.right, box.bottom)
        x, y = apply(self._display, self._x.value, self._y.value)
        if xa > xb:
            xa, xb = xb, xa
        if ya > yb:
            ya, yb = yb, ya
        return Glyph(text, xa, ya, xb, yb, x, y, hand.size, hand.turn, hand.bold, hand.font, hand.content_id)

    def _hand(self, text_object: Any, index: int) -> _Hand:
        address = ctypes.addressof(text_object.contents)
        hand = self._hands.get(address)
        if hand is None:
            hand = self._hands[address] = self._new_hand(address, text_object, index)
        return hand

    def _new_hand(self, address: int, text_object: Any, index: int) -> _Hand:
        matrix = self._text_matrix(index)
        font, bold = self._font(text_object)
        mode = pdfium_c.FPDFTextObj_GetTextRenderMode(text_object)
        size = pdfium_c.FPDFText_GetFontSize(self._text_page, index) * _scale(matrix)
        known = self._objects.get(address)
        return _Hand(
            rank=known.rank if known else len(self._objects),
            font=font,
            size=size,
            # Word and LibreOffice draw a bold that the font lacks by filling and stroking.
            bold=bold or mode == pdfium_c.FPDF_TEXTRENDERMODE_FILL_STROKE,
            turn=self._frame.turn(matrix),
            content_id=pdfium_c.FPDFPageObj_GetMarkedContentID(text_object),
        )

    def _text_matrix(self, index: int) -> Matrix:
        matrix = pdfium_c.FS_MATRIX()
        if not pdfium_c.FPDFText_GetMatrix(self._text_page, index, matrix):
            return IDENTITY
        return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)

    def _font(self, text_object: Any) -> tuple[str, bool]:
        font = pdfium_c.FPDFTextObj_GetFont(text_object)
        if not font:
            return "", False
        address = ctypes.addressof(font.contents)
        if address not in self._fonts:
            name = _font_name(font)
            heavy = pdfium_c.FPDFFont_GetWeight(font) >= BOLD_WEIGHT
            forced = bool(pdfium_c.FPDFFont_GetFlags(font) & FORCE_BOLD_FLAG)
            self._fonts[address] = (name, "bold" in name.lower() or heavy or forced)
        return self._fonts[address]

    def _lost_space(self, item: TextObject) -> Glyph | None:
        """A space for a text object that the text page does not know and that draws nothing."""
        if item.address in self._hands or not _draws_nothing(item.handle):
            return None
        matrix = concat(item.matrix(), self._display)
        size_raw = ctypes.c_float()
        pdfium_c.FPDFTextObj_GetFontSize(item.handle, size_raw)
        size = float(size_raw.value) * _scale(matrix)
        x, y = matrix[4], matrix[5]
        turn = self._frame.turn(item.matrix())
        dx, dy = {0: (1, 0), 90: (0, -1), 180: (-1, 0), 270: (0, 1)}[turn]
        xb, yb = x + dx * SPACE_EM * size, y + dy * SPACE_EM * size
        content_id = pdfium_c.FPDFPageObj_GetMarkedContentID(item.handle)
        return Glyph(
            " ", min(x, xb), min(y, yb), max(x, xb), max(y, yb), x, y, size, turn, content_id=content_id
        )


def _scale(matrix: Matrix) -> float:
    return hypot(matrix[2], matrix[3]) or 1.0


def _draws_nothing(handle: Any) -> bool:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium_c.FPDFPageObj_GetBounds(handle, left, bottom, right, top):
        return False
    return right.value - left.value <= EMPTY_PT and top.value - bottom.value <= EMPTY_PT


def _font_name(font: Any) -> str:
    length = pdfium_c.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 1))
    pdfium_c.FPDFFont_GetBaseFontName(font, buffer, length)
    return buffer.value.decode("utf-8", "replace")


def _character(code: int) -> str:
    """The character of a code point, "" for what is nothing on paper."""
    if code in (0x00A0, 0x0009):
        return " "
    return "" if code < 0x20 or code in _UNPRINTED else chr(code)
