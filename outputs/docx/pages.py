"""On which page a heading comes to stand, by a count of heights: near enough for a table of contents that Word
and LibreOffice set right when they lay the book out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

from outputs.numerals import NumeralPolicy, write_numerals

PageNumbers = Literal["digits", "letters"]

# The letters of thaiLetters (ECMA-376, ST_NumberFormat): without the obsolete ones, and without ฆ.
_LETTERS = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
# The average width of Thai text in TH SarabunPSK, in em per letter, and its line's height.
_AVERAGE_EM, _LINE_EM = 0.36, 1.13


def text_height_pt(text: str, width_pt: float, size_pt: float) -> float:
    """About how high a paragraph comes out."""
    lines = ceil(max(1, len(text)) * _AVERAGE_EM * size_pt / width_pt)
    return lines * _LINE_EM * size_pt


def page_label(number: int, numbers: PageNumbers, numerals: NumeralPolicy) -> str:
    """A page's number (1-based) as the foot of the page prints it."""
    if numbers == "letters":
        return _LETTERS[(number - 1) % len(_LETTERS)]
    return write_numerals(str(number), numerals)


@dataclass(slots=True)
class PageCount:
    """The page that is being written, and how much of it is used. A heading never stays alone at a page's foot."""

    room_pt: float = 700.0
    used_pt: float = 0.0
    number: int = 1
    numbers: PageNumbers = "digits"

    def begin_section(self, room_pt: float, numbers: PageNumbers, restart: bool) -> None:
        """A section begins on a new page of that height, counted from one where it restarts."""
        self.number = 1 if restart else self.number + 1
        self.room_pt, self.used_pt, self.numbers = room_pt, 0.0, numbers

    def begin_page(self) -> None:
        """What follows begins a page, unless nothing stands on this one."""
        if self.used_pt:
            self.number, self.used_pt = self.number + 1, 0.0

    def flow(self, height_pt: float) -> None:
        """A paragraph, which may go on over a page's end."""
        self.used_pt += height_pt
        while self.used_pt > self.room_pt:
            self.number, self.used_pt = self.number + 1, self.used_pt - self.room_pt

    def keep(self, height_pt: float) -> None:
        """Something that moves to the next page rather than be cut: what is coming needs so much room."""
        if self.used_pt and self.used_pt + height_pt > self.room_pt:
            self.begin_page()

    def rows(self, heights_pt: Sequence[float], header_pt: float) -> None:
        """Rows of a table, none of them split, whose header of that height repeats on each page."""
        for height_pt in heights_pt:
            if self.used_pt + height_pt > self.room_pt:
                self.number, self.used_pt = self.number + 1, header_pt
            self.used_pt += height_pt
