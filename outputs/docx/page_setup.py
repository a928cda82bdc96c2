"""The kinds of pages of a book, and their sections' properties."""

from dataclasses import dataclass

from outputs.docx.lengths import (
    A4_LONG_TWIPS,
    A4_SHORT_TWIPS,
    TABLE_PAGE_SIDE_TWIPS,
    TEXT_PAGE_LEFT_TWIPS,
    TEXT_PAGE_RIGHT_TWIPS,
    twips,
)
from outputs.docx.package import EMPTY_FOOTER_RELATION_ID, FOOTER_RELATION_ID
from outputs.docx.pages import PageCount, PageNumbers
from outputs.numerals import NumeralPolicy

_TWIPS_PER_POINT = 20
_HEADER_TWIPS = twips(8)


@dataclass(frozen=True, slots=True)
class PageSetup:
    """A4 pages, upright or lying, with their margins; `numbers` None for pages that bear none."""

    is_lying: bool
    top_twips: int
    right_twips: int
    bottom_twips: int
    left_twips: int
    footer_twips: int
    numbers: PageNumbers | None

    @property
    def room_pt(self) -> float:
        """The height of the text area."""
        height = A4_SHORT_TWIPS if self.is_lying else A4_LONG_TWIPS
        return (height - self.top_twips - self.bottom_twips) / _TWIPS_PER_POINT

    def begin(self, pages: PageCount, *, restart: bool) -> None:
        """Pages of this kind begin."""
        pages.begin_section(self.room_pt, self.numbers or "digits", restart)

    def xml(self, numerals: NumeralPolicy, *, restart: bool) -> str:
        """The section's properties; its pages count from one where it restarts."""
        footer = FOOTER_RELATION_ID if self.numbers else EMPTY_FOOTER_RELATION_ID
        return (
            f'<w:sectPr><w:footerReference w:type="default" r:id="{footer}"/><w:type w:val="nextPage"/>'
            f"{self._size()}{self._margins()}{self._numbers(numerals, restart)}</w:sectPr>"
        )

    def _size(self) -> str:
        if self.is_lying:
            return f'<w:pgSz w:w="{A4_LONG_TWIPS}" w:h="{A4_SHORT_TWIPS}" w:orient="landscape"/>'
        return f'<w:pgSz w:w="{A4_SHORT_TWIPS}" w:h="{A4_LONG_TWIPS}"/>'

    def _margins(self) -> str:
        return (
            f'<w:pgMar w:top="{self.top_twips}" w:right="{self.right_twips}" w:bottom="{self.bottom_twips}" '
            f'w:left="{self.left_twips}" w:header="{_HEADER_TWIPS}" w:footer="{self.footer_twips}" w:gutter="0"/>'
        )

    def _numbers(self, numerals: NumeralPolicy, restart: bool) -> str:
        digits = "decimal" if numerals == "arabic" else "thaiNumbers"
        kind = "thaiLetters" if self.numbers == "letters" else digits
        start = ' w:start="1"' if restart else ""
        return f'<w:pgNumType w:fmt="{kind}"{start}/>'


def _upright(numbers: PageNumbers | None) -> PageSetup:
    """The margins of Thai government papers: 3 cm at the left, 2 cm at the right."""
    return PageSetup(
        is_lying=False,
        top_twips=twips(25),
        right_twips=TEXT_PAGE_RIGHT_TWIPS,
        bottom_twips=twips(20),
        left_twips=TEXT_PAGE_LEFT_TWIPS,
        footer_twips=twips(10),
        numbers=numbers,
    )


COVER = _upright(None)
FRONT = _upright("letters")
TEXT = _upright("digits")
TABLES = PageSetup(
    is_lying=True,
    top_twips=twips(15),
    right_twips=TABLE_PAGE_SIDE_TWIPS,
    bottom_twips=twips(15),
    left_twips=TABLE_PAGE_SIDE_TWIPS,
    footer_twips=twips(7),
    numbers="digits",
)
