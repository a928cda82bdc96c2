"""The third engine: the words of poppler's pdftotext, each with its box, in content order.

It applies every /ActualText, where PDFium passes over those whose characters the font does not know, and it
reads some font maps better. But it tells a box for whole words only: the letters of a word are set evenly in its
box, and how a word is written (font, size, turn, baseline) is taken from the first engine's character there.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from html import unescape
from unicodedata import category

from parsers.formats.pdf.glyphs import Glyph, is_mark

Pdftotext = Callable[[bytes, int, int], bytes]
"""(PDF, first page, last page; 1-based, both read) to what `pdftotext -bbox -raw -cropbox` prints in UTF-8; empty
where it fails. Boxes are points from the top-left corner of the page as shown."""

BATCH_PAGES = 16  # for each start of the program, which reads the whole file's cross-references anew
HEIGHT_EM = 1.25  # poppler's boxes are as high as the font's ascent and descent
BASELINE_SHARE = 0.75  # of a box's height, from its top
ONE_LINE_PT = 0.5

_PAGE = re.compile(rb"<page [^>]*>(.*?)</page>", re.DOTALL)
_WORD = re.compile(
    rb'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)</word>'
)
_UNPRINTED = ("Cc", "Cf")  # controls, soft hyphens, marks of no width


class PopplerText:
    """Asks the program for some pages at once and keeps the last answer."""

    def __init__(self, data: bytes, pdftotext: Pdftotext) -> None:
        self._data = data
        self._pdftotext = pdftotext
        self._start = -1
        self._pages: list[bytes] = []

    def glyphs(self, page_index: int, first: Sequence[Glyph], /) -> list[Glyph]:
        """The page's characters without spaces; none where the program failed or has no such page."""
        start = page_index // BATCH_PAGES * BATCH_PAGES
        if start != self._start:
            answer = self._pdftotext(self._data, start + 1, start + BATCH_PAGES)
            self._start, self._pages = start, _PAGE.findall(answer)
        offset = page_index - start
        if offset >= len(self._pages):
            return []
        manner = _Manner(first)
        return [glyph for word in _words(self._pages[offset], manner) for glyph in _letters(word)]


class _Manner:
    """How the first engine found the page written, by place."""

    def __init__(self, first: Sequence[Glyph]) -> None:
        inked = [glyph for glyph in first if glyph.text != " " and not is_mark(glyph.text)]
        self._glyphs = sorted(inked, key=_center_x)
        self._centers = [_center_x(glyph) for glyph in self._glyphs]
        self._last: Glyph | None = None

    def at(self, word: Glyph) -> Glyph:
        """The word in the manner of the first letter in its box, else of the word before it on its line."""
        here = slice(bisect_left(self._centers, word.x0), bisect_right(self._centers, word.x1))
        inside = (glyph for glyph in self._glyphs[here] if word.top <= _center_y(glyph) <= word.bottom)
        manner = next(inside, self._last if self._last and _on_one_line(self._last, word) else None)
        if manner is None:
            return word
        self._last = replace(manner, text=word.text, x0=word.x0, top=word.top, x1=word.x1, bottom=word.bottom)
        return self._last


def _on_one_line(last: Glyph, word: Glyph) -> bool:
    """Whether the boxes have the same two sides along the turn of `last`."""
    level = last.turn in (0, 180)
    sides = (
        (last.top - word.top, last.bottom - word.bottom) if level else (last.x0 - word.x0, last.x1 - word.x1)
    )
    return max(map(abs, sides)) <= ONE_LINE_PT


def _center_x(glyph: Glyph) -> float:
    return (glyph.x0 + glyph.x1) / 2


def _center_y(glyph: Glyph) -> float:
    return (glyph.top + glyph.bottom) / 2


def _words(page: bytes, manner: _Manner) -> Iterator[Glyph]:
    """Each word as one glyph of its whole box."""
    for *sides, raw_text in _WORD.findall(page):
        x0, top, x1, bottom = (float(side) for side in sides)
        text = "".join(
            letter
            for letter in unescape(raw_text.decode("utf-8", "replace"))
            if category(letter) not in _UNPRINTED
        )
        height = bottom - top
        plain = Glyph(text, x0, top, x1, bottom, x0, top + BASELINE_SHARE * height, height / HEIGHT_EM)
        yield manner.at(plain)


def _letters(word: Glyph) -> Iterator[Glyph]:
    """The word's letters side by side along its turn; a mark has no width and stands at its letter's end."""
    letters = max(sum(not is_mark(letter) for letter in word.text), 1)
    done = 0
    for letter in word.text:
        start = done / letters
        done += not is_mark(letter)
        yield _part(word, letter, start, done / letters)


def _part(word: Glyph, letter: str, start: float, end: float) -> Glyph:
    """A letter from share `start` to `end` of the word's way; turns 90 and 180 are written against the axes."""
    if word.turn in (90, 180):
        pen_share, start, end = 1 - start, 1 - end, 1 - start
    else:
        pen_share = start
    width, height = word.x1 - word.x0, word.bottom - word.top
    if word.turn in (0, 180):
        x0, x1 = word.x0 + start * width, word.x0 + end * width
        return replace(word, text=letter, x0=x0, x1=x1, origin_x=word.x0 + pen_share * width)
    top, bottom = word.top + start * height, word.top + end * height
    return replace(word, text=letter, top=top, bottom=bottom, origin_y=word.top + pen_share * height)
