"""The kinds of pages of a book, and their sections' properties."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from outputs.docx.lengths import (
    A4_LONG_TWIPS,
    A4_SHORT_TWIPS,
    TABLE_PAGE_SIDE_TWIPS,
    TEXT_PAGE_LEFT_TWIPS,
    TEXT_PAGE_RIGHT_TWIPS,
    twips,
)
from outputs.docx.package import EMPTY_FOOTER_RELATION_ID, FOOTER_RELATION_ID, office_relations
from outputs.docx.pages import PageCount, PageNumbers
from outputs.docx.style import BookStyle
from outputs.docx.template.model import FramePart, OfficePages, Template
from outputs.numerals import NumeralPolicy

_TWIPS_PER_POINT = 20
_HEADER_TWIPS = twips(8)


@dataclass(frozen=True, slots=True)
class PageSetup:
    """Pages, upright or lying, with their margins; `numbers` None for pages that bear none.

    `references` are an office's own headers and footers as XML, None for the book's; `borders` is w:pgBorders.
    """

    is_lying: bool
    top_twips: int
    right_twips: int
    bottom_twips: int
    left_twips: int
    footer_twips: int
    numbers: PageNumbers | None
    width_twips: int = A4_SHORT_TWIPS
    height_twips: int = A4_LONG_TWIPS
    header_twips: int = _HEADER_TWIPS
    gutter_twips: int = 0
    references: str | None = None
    borders: str = ""

    @property
    def room_pt(self) -> float:
        """The height of the text area."""
        return (self.height_twips - abs(self.top_twips) - abs(self.bottom_twips)) / _TWIPS_PER_POINT

    def begin(self, pages: PageCount, *, restart: bool) -> None:
        """Pages of this kind begin."""
        pages.begin_section(self.room_pt, self.numbers or "digits", restart)

    def xml(self, numerals: NumeralPolicy, *, restart: bool) -> str:
        """The section's properties; its pages count from one where it restarts."""
        footer = FOOTER_RELATION_ID if self.numbers else EMPTY_FOOTER_RELATION_ID
        own = f'<w:footerReference w:type="default" r:id="{footer}"/>'
        references = own if self.references is None else self.references
        return (
            f'<w:sectPr>{references}<w:type w:val="nextPage"/>'
            f"{self._size()}{self._margins()}{self.borders}{self._numbers(numerals, restart)}</w:sectPr>"
        )

    def _size(self) -> str:
        orientation = ' w:orient="landscape"' if self.is_lying else ""
        return f'<w:pgSz w:w="{self.width_twips}" w:h="{self.height_twips}"{orientation}/>'

    def _margins(self) -> str:
        return (
            f'<w:pgMar w:top="{self.top_twips}" w:right="{self.right_twips}" w:bottom="{self.bottom_twips}" '
            f'w:left="{self.left_twips}" w:header="{self.header_twips}" w:footer="{self.footer_twips}" '
            f'w:gutter="{self.gutter_twips}"/>'
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
    width_twips=A4_LONG_TWIPS,
    height_twips=A4_SHORT_TWIPS,
)


class Pages(NamedTuple):
    """The set-up of each kind of a book's pages."""

    cover: PageSetup
    front: PageSetup
    text: PageSetup
    tables: PageSetup


def pages_of(style: BookStyle) -> Pages:
    """The book's own pages, or those of the style's template."""
    template = style.template
    if template is None:
        return Pages(COVER, FRONT, TEXT, TABLES)
    return Pages(
        _office(COVER, template.cover, template),
        _office(FRONT, template.upright, template),
        _office(TEXT, template.upright, template),
        _office(TABLES, template.lying, template),
    )


def _office(own: PageSetup, pages: OfficePages, template: Template) -> PageSetup:
    geometry = pages.geometry.model_dump()
    references = _references(pages.frame, template)
    return replace(own, **geometry, references=references, borders=pages.borders)


def _references(frame: Sequence[FramePart], template: Template) -> str:
    ids = office_relations(template)
    return "".join(f'<w:{part.kind}Reference w:type="{part.type}" r:id="{ids[part]}"/>' for part in frame)
