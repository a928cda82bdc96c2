"""What a book takes from an office's Word file: values that were cleaned when the file was read."""

from typing import Literal

from pydantic import ConfigDict

from schemas.model import Frozen

PartKind = Literal["header", "footer"]
PageType = Literal["default", "even", "first"]
LeftOut = Literal["link", "object", "picture", "field"]
"""Kinds of things that are never taken from a file: links out of it, embedded objects and controls, pictures that
are no PNG, JPEG, GIF, BMP or TIFF, and fields that fetch or run something."""


_BYTES_AS_BASE64 = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")


class PageGeometry(Frozen):
    """Lengths in twips; `top_twips` and `bottom_twips` may be negative, as Word's exact margins are."""

    width_twips: int
    height_twips: int
    top_twips: int
    right_twips: int
    bottom_twips: int
    left_twips: int
    header_twips: int
    footer_twips: int
    gutter_twips: int = 0

    @property
    def text_width_twips(self) -> int:
        return self.width_twips - self.left_twips - self.right_twips - self.gutter_twips

    @property
    def text_height_twips(self) -> int:
        return self.height_twips - abs(self.top_twips) - abs(self.bottom_twips)


class FramePart(Frozen):
    """A header or footer as a part of a package; `images` are relation ids with names in Template.media."""

    model_config = _BYTES_AS_BASE64

    kind: PartKind
    type: PageType
    xml: bytes
    images: tuple[tuple[str, str], ...] = ()


class OfficePages(Frozen):
    """The pages of one orientation: lengths, w:pgBorders ("" for none), headers and footers."""

    geometry: PageGeometry
    borders: str = ""
    frame: tuple[FramePart, ...] = ()


class Template(Frozen):
    """An office's look. `styles` is a whole styles.xml with the book's own styles added; `font` is the family of its
    Thai text, `fonts` all families that it names; `left_out` tells what was not taken.
    """

    model_config = _BYTES_AS_BASE64

    styles: bytes
    theme: bytes | None = None
    font: str
    fonts: tuple[str, ...] = ()
    cover: OfficePages
    upright: OfficePages
    lying: OfficePages
    media: dict[str, bytes]
    has_even_pages: bool = False
    left_out: tuple[LeftOut, ...] = ()
