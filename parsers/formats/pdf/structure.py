"""A tagged file's paragraphs: which marked content belongs to which, and which of them are headings.

Word writes a space for each paragraph's end, just as for a space at which it wrapped a line; only the tags
tell the two apart.
"""

import ctypes
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium_c

from parsers.formats.pdf.glyphs import Glyph

DEPTH_LIMIT = 40
_INLINE = frozenset(("Span", "Link", "Annot", "Quote", "Reference"))
_HEADING = re.compile("H([1-6])")
_TYPE_BYTES = 64


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the page's structure; `number` is its place among them, `heading_level` 1 to 6 or None."""

    number: int
    heading_level: int | None = None


def page_paragraphs(page: Any) -> dict[int, Paragraph]:
    """The paragraph of each marked-content id of a page (raw handle); empty for a file without tags."""
    tree = pdfium_c.FPDF_StructTree_GetForPage(page)
    if not tree:
        return {}
    try:
        count = pdfium_c.FPDF_StructTree_CountChildren(tree)
        roots = [pdfium_c.FPDF_StructTree_GetChildAtIndex(tree, index) for index in range(count)]
        owned = [pair for root in roots if root for pair in _leaves(root, None, 0)]
    finally:
        pdfium_c.FPDF_StructTree_Close(tree)
    numbers: dict[int, int] = {}
    return {
        content_id: Paragraph(numbers.setdefault(address, len(numbers)), level)
        for content_id, address, level in owned
    }


def assign_paragraphs(glyphs: Iterable[Glyph], paragraphs: Mapping[int, Paragraph]) -> None:
    """Sets each glyph's paragraph number, where its marked content has one."""
    if paragraphs:
        for glyph in glyphs:
            paragraph = paragraphs.get(glyph.content_id)
            if paragraph is not None:
                glyph.paragraph = paragraph.number
                glyph.heading_level = paragraph.heading_level


def _leaves(
    element: Any, block: tuple[int, int | None] | None, depth: int
) -> Iterator[tuple[int, int, int | None]]:
    """(content id, address of its block, heading level) of all marked content under an element."""
    own: tuple[int, int | None] | None = None
    for index in range(pdfium_c.FPDF_StructElement_CountChildren(element)):
        child = pdfium_c.FPDF_StructElement_GetChildAtIndex(element, index)
        if own is None:
            own = _block(element, block)
        if not child:
            content_id = pdfium_c.FPDF_StructElement_GetChildMarkedContentID(element, index)
            yield content_id, own[0], own[1]
        elif depth < DEPTH_LIMIT:
            yield from _leaves(child, own, depth + 1)


def _block(element: Any, outer: tuple[int, int | None] | None) -> tuple[int, int | None]:
    """The element itself, or for inline ones the block that they stand in."""
    buffer = ctypes.create_string_buffer(_TYPE_BYTES)
    length = pdfium_c.FPDF_StructElement_GetType(element, buffer, _TYPE_BYTES)
    kind = buffer.raw[: max(length - 2, 0)].decode("utf-16-le", "replace")
    if kind in _INLINE and outer is not None:
        return outer
    heading = _HEADING.fullmatch(kind)
    return ctypes.addressof(element.contents), int(heading.group(1)) if heading else None
