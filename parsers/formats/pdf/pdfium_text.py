"""The first engine: PDFium's characters in the order of the page's objects.

PDFium's text page applies /ActualText and font maps well, but it sorts the objects of a line by position,
makes up spaces, and leaves out objects that hold a space only. Its characters are taken one by one, the
made-up ones left out, the lost spaces brought back, and all of them put into content order.
"""

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest
from math import hypot
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from parsers.formats.pdf.clipping import is_cut_off
from parsers.formats.pdf.frame import IDENTITY, Matrix, PageFrame, apply, concat
from parsers.formats.pdf.glyphs import Glyph
from parsers.formats.pdf.page_objects import PageObject

BOLD_WEIGHT = 600
FORCE_BOLD_FLAG = 1 << 18  # PDF 32000-1, table 123
SPACE_EM = 0.25
LETTER_EM = 0.5
ASTRAY_EM = 2.0  # no character of an object begins so far from where the object does
EMPTY_PT = 0.01

_UNPRINTED = frozenset((0x00AD, 0x200B, 0x200C, 0x200D, 0xFEFF))
# What PDFium gives for a hyphen at the end of a line, which it takes for one that divides a word.
_LINE_END_HYPHENS = frozenset((0x0002, 0xFFFE))
_STEPS = {0: (1, 0), 90: (0, -1), 180: (-1, 0), 270: (0, 1)}


@dataclass(slots=True)
class _Hand:
    """How one text object writes: baseline (of upright text), font, size, boldness, turn, marked content."""

    baseline: float
    font: str
    size: float
    bold: bool
    turn: int
    content_id: int


def page_glyphs(page: pdfium.PdfPage, texts: Sequence[PageObject], frame: PageFrame) -> list[Glyph]:
    """All characters of `page` in content order, in display points; `texts` are its text objects."""
    text_page = page.get_textpage()
    try:
        return _PageReader(text_page.raw, texts, frame).glyphs()
    finally:
        text_page.close()


class _PageReader:
    """Reads one page; its buffers are shared by all calls, as the calls are many."""

    def __init__(self, text_page: Any, texts: Sequence[PageObject], frame: PageFrame) -> None:
        self._text_page = text_page
        self._texts = texts
        self._frame = frame
        self._display = frame.matrix()
        self._upright = frame.rotation == 0
        self._shift_x, self._shift_y = self._display[4:]
        self._fonts: dict[int, tuple[str, bool]] = {}
        self._box = pdfium_c.FS_RECTF()
        self._matrix = pdfium_c.FS_MATRIX()
        self._x = ctypes.c_double()
        self._y = ctypes.c_double()
        self._sides = [ctypes.c_float() for _ in range(4)]

    def glyphs(self) -> list[Glyph]:
        """The characters object by object, with a space for the first of objects that draw nothing."""
        written = self._by_object()
        glyphs: list[Glyph] = []
        after_space = True
        for item, following in zip_longest(self._texts, self._texts[1:]):
            own = written.pop(item.address, None)
            in_form = item.outer != IDENTITY
            if own and not in_form and is_cut_off(item.handle, own[0], self._frame):
                continue
            if own:
                glyphs += self._in_place(own, item) if in_form else own
                after_space = False
            elif own is None and not after_space and (space := self._lost_space(item, following)) is not None:
                glyphs.append(space)
                after_space = True
        for rest in written.values():
            glyphs += rest
        return glyphs

    def _by_object(self) -> dict[int, list[Glyph]]:
        """The glyphs of each text object's address; characters that PDFium made up have no object."""
        written: dict[int, list[Glyph]] = {}
        hands: dict[int, _Hand] = {}
        object_of, address_of, text_page = pdfium_c.FPDFText_GetTextObject, ctypes.addressof, self._text_page
        for index in range(pdfium_c.FPDFText_CountChars(text_page)):
            text_object = object_of(text_page, index)
            if not text_object:
                continue
            address = address_of(text_object.contents)
            hand = hands.get(address)
            if hand is None:
                hand = hands[address] = self._new_hand(text_object, index)
                written[address] = []
            code = pdfium_c.FPDFText_GetUnicode(text_page, index)
            own = written[address]
            if text := _character(code):
                own.append(self._glyph(index, text, hand))
            elif own and code in _UNPRINTED and hand.turn == 0:
                # Typst makes one glyph of a letter and the zero-width space behind it; its width is all the letter's.
                own[-1].x1 = max(own[-1].x1, self._glyph(index, text, hand).x1)
        return written

    def _glyph(self, index: int, text: str, hand: _Hand) -> Glyph:
        box = self._box
        pdfium_c.FPDFText_GetLooseCharBox(self._text_page, index, box)
        if self._upright:
            xa, ya = box.left + self._shift_x, self._shift_y - box.top
            xb, yb = box.right + self._shift_x, self._shift_y - box.bottom
        else:
            xa, ya = apply(self._display, box.left, box.top)
            xb, yb = apply(self._display, box.right, box.bottom)
        # The loose box of upright text starts at the pen, and one object has one baseline.
        x, y = self._origin(index) if hand.turn else (xa, hand.baseline)
        if xa > xb:
            xa, xb = xb, xa
        if ya > yb:
            ya, yb = yb, ya
        return Glyph(text, xa, ya, xb, yb, x, y, hand.size, hand.turn, hand.bold, hand.font, hand.content_id)

    def _origin(self, index: int) -> tuple[float, float]:
        pdfium_c.FPDFText_GetCharOrigin(self._text_page, index, self._x, self._y)
        return apply(self._display, self._x.value, self._y.value)

    def _new_hand(self, text_object: Any, index: int) -> _Hand:
        matrix = self._text_matrix(index)
        font, bold = self._font(text_object)
        mode = pdfium_c.FPDFTextObj_GetTextRenderMode(text_object)
        return _Hand(
            apply(self._display, matrix[4], matrix[5])[1],
            font,
            pdfium_c.FPDFText_GetFontSize(self._text_page, index) * _scale(matrix),
            # Word and LibreOffice draw a bold that the font lacks by filling and stroking.
            bold or mode == pdfium_c.FPDF_TEXTRENDERMODE_FILL_STROKE,
            self._frame.turn(matrix),
            pdfium_c.FPDFPageObj_GetMarkedContentID(text_object),
        )

    def _text_matrix(self, index: int) -> Matrix:
        matrix = self._matrix
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

    def _in_place(self, own: list[Glyph], item: PageObject) -> list[Glyph]:
        """The glyphs of an object within a form, put where it begins if they lie somewhere else.

        PDFium forgets the form's matrix where /ActualText says what a glyph stands for. Chromium draws turned
        text as forms.
        """
        x, y = apply(self._display, *item.matrix()[4:])
        first = own[0]
        if hypot(x - first.origin_x, y - first.origin_y) <= ASTRAY_EM * first.size:
            return own
        dx, dy = _STEPS[first.turn]
        xb, yb = x + dx * LETTER_EM * first.size, y + dy * LETTER_EM * first.size
        x0, x1, top, bottom = min(x, xb), max(x, xb), min(y, yb), max(y, yb)
        return [replace(glyph, x0=x0, top=top, x1=x1, bottom=bottom, origin_x=x, origin_y=y) for glyph in own]

    def _lost_space(self, item: PageObject, following: PageObject | None) -> Glyph | None:
        """A space for a text object that the text page does not know and that draws nothing.

        None where the next object starts at the same place: Chromium draws a zero-width space so.
        """
        if not self._draws_nothing(item.handle):
            return None
        own = item.matrix()
        if following is not None and _start(following.matrix()) == _start(own):
            return None
        matrix = concat(own, self._display)
        pdfium_c.FPDFTextObj_GetFontSize(item.handle, self._sides[0])
        size = float(self._sides[0].value) * _scale(matrix)
        x, y = matrix[4], matrix[5]
        turn = self._frame.turn(own)
        dx, dy = _STEPS[turn]
        xb, yb = x + dx * SPACE_EM * size, y + dy * SPACE_EM * size
        content_id = pdfium_c.FPDFPageObj_GetMarkedContentID(item.handle)
        return Glyph(
            " ", min(x, xb), min(y, yb), max(x, xb), max(y, yb), x, y, size, turn, content_id=content_id
        )

    def _draws_nothing(self, handle: Any) -> bool:
        left, bottom, right, top = self._sides
        if not pdfium_c.FPDFPageObj_GetBounds(handle, left, bottom, right, top):
            return False
        return bool(right.value - left.value <= EMPTY_PT and top.value - bottom.value <= EMPTY_PT)


def _scale(matrix: Matrix) -> float:
    return hypot(matrix[2], matrix[3]) or 1.0


def _start(matrix: Matrix) -> tuple[float, float]:
    """Where a text object under `matrix` begins, in hundredths of a point."""
    return round(matrix[4], 2), round(matrix[5], 2)


def _font_name(font: Any) -> str:
    length = pdfium_c.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 1))
    pdfium_c.FPDFFont_GetBaseFontName(font, buffer, length)
    return buffer.value.decode("utf-8", "replace")


@cache
def _character(code: int) -> str:
    """The character of a code point, "" for what is nothing on paper."""
    if code in (0x00A0, 0x0009):
        return " "
    if code in _LINE_END_HYPHENS:
        return "-"
    return "" if code < 0x20 or code in _UNPRINTED else chr(code)
