"""The page that a block stands on, as far as shapes need it: its width and its left and right margins."""

from dataclasses import dataclass

from lxml import etree

from parsers.formats.docx.lengths import twips_pt
from parsers.formats.docx.names import W


@dataclass(frozen=True, slots=True)
class PageShape:
    """Lengths in points; the defaults are Word's own (Letter, one inch)."""

    width_pt: float = 612.0
    left_margin_pt: float = 72.0
    right_margin_pt: float = 72.0

    @property
    def text_width_pt(self) -> float:
        """The width between the margins."""
        return self.width_pt - self.left_margin_pt - self.right_margin_pt


def page_shape(section: etree._Element | None) -> PageShape:
    """The page of a w:sectPr."""
    size = section.find(W + "pgSz") if section is not None else None
    margins = section.find(W + "pgMar") if section is not None else None
    default = PageShape()
    gutter_pt = _length(margins, "gutter", 0.0)
    return PageShape(
        _length(size, "w", default.width_pt),
        _length(margins, "left", default.left_margin_pt) + gutter_pt,
        _length(margins, "right", default.right_margin_pt),
    )


def _length(element: etree._Element | None, name: str, default: float) -> float:
    length = twips_pt(element.get(W + name)) if element is not None else None
    return default if length is None else length
