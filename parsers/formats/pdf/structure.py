"""A tagged file's paragraphs: which marked content belongs to which, and which of them are headings.

Word writes a space for each paragraph's end, just as for a space at which it wrapped a line; only the tags
tell the two apart.
"""

import ctypes
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium_c

from parsers.formats.pdf.glyphs import Glyph

DEPTH_LIMIT = 40
_INLINE = frozenset(("Span", "Link", "Annot", "Quote", "Reference", "NonStruct"))
# What holds paragraphs, and is none. Typst puts texts that are set as blocks right into the document.
_GROUPING = frozenset(("Document", "DocumentFragment", "Part", "Art", "Sect", "Div", "Private", "Aside"))
_GROUPING |= frozenset(("Table", "THead", "TBody", "TFoot", "TR", "L", "TOC", "Index"))
_HEADING = re.compile("H([1-6])")
_TYPE_BYTES = 64


@dataclass(slots=True)
class Paragraph:
    """One block of the page's structure; `number` is its place among them, `heading_level` 1 to 6 or None."""

    number: int
    heading_level: int | None = None


def page_paragraphs(page: Any) -> dict[int, Paragraph]:
    """The paragraph of each marked-content id of a page (raw handle); empty for a file without tags."""
    tree = pdfium_c.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    walk = _Walk()
    try:
        for index in range(pdfium_c.FPDF_StructTree_CountChildren(tree)):
            walk.enter(pdfium_c.FPDF_StructTree_GetChildAtIndex(tree, index), ())
    finally:
        pdfium_c.FPDF_StructTree_Close(tree)
    return walk.found


def assign_paragraphs(glyphs: Sequence[Glyph], paragraphs: Mapping[int, Paragraph]) -> None:
    """Sets each glyph's paragraph number and heading level, where its marked content has them."""
    if paragraphs:
        for glyph in glyphs:
            paragraph = paragraphs.get(glyph.content_id)
            if paragraph is not None:
                glyph.paragraph = paragraph.number
                glyph.heading_level = paragraph.heading_level


class _Walk:
    """One way through a page's structure; `found` grows with the marked content that it meets."""

    def __init__(self) -> None:
        self.found: dict[int, Paragraph] = {}
        self._blocks: dict[int, Paragraph] = {}
        self._type = ctypes.create_string_buffer(_TYPE_BYTES)
        self._kinds: dict[bytes, str] = {}

    def enter(self, element: Any, above: tuple[Any, ...]) -> None:
        """Takes in all marked content under an element; `above` are those around it, innermost first."""
        if not element or len(above) > DEPTH_LIMIT:
            return
        chain = (element, *above)
        own: list[int] = []
        for index in range(pdfium_c.FPDF_StructElement_CountChildren(element)):
            child = pdfium_c.FPDF_StructElement_GetChildAtIndex(element, index)
            if child:
                self.enter(child, chain)
            else:
                content_id = pdfium_c.FPDF_StructElement_GetChildMarkedContentID(element, index)
                if content_id >= 0:  # a link's annotation is a child without marked content
                    own.append(content_id)
        if own and (paragraph := self._block(chain)) is not None:
            self.found.update(dict.fromkeys(own, paragraph))

    def _block(self, chain: tuple[Any, ...]) -> Paragraph | None:
        """The paragraph of the innermost element that is more than inline; None where that is none."""
        element = next((one for one in chain if self._kind(one) not in _INLINE), chain[-1])
        kind = self._kind(element)
        if kind in _GROUPING:
            return None
        address = ctypes.addressof(element.contents)
        if address not in self._blocks:
            heading = _HEADING.fullmatch(kind)
            level = int(heading.group(1)) if heading else None
            self._blocks[address] = Paragraph(len(self._blocks), level)
        return self._blocks[address]

    def _kind(self, element: Any) -> str:
        length = pdfium_c.FPDF_StructElement_GetType(element, self._type, _TYPE_BYTES)
        raw = self._type.raw[: max(length - 2, 0)]
        if raw not in self._kinds:
            self._kinds[raw] = raw.decode("utf-16-le", "replace")
        return self._kinds[raw]
