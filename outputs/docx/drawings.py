"""Drawings that stand in the text: the arrow between two steps, and pictures with their places."""

from dataclasses import dataclass

from outputs.docx.lengths import emu, twips
from outputs.docx.wordml import Ink

_PNG_MAGIC, _JPEG_MAGIC = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_PNG_END = b"IEND\xaeB`\x82"  # the last chunk, with its checksum
_JPEG_END = b"\xff\xd9"
_PNG_SIZE_AT = 16  # width and height of IHDR, four bytes each
# Markers of a JPEG's frames, which hold its size; C4, C8 and CC are tables and not frames.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ARROW_WIDTH_MM, _ARROW_HEIGHT_MM = 6, 5

_INLINE = (
    '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{cx}" cy="{cy}"/>'
    '<wp:docPr id="{id}" name="{name} {id}" descr="{alt}"/><wp:cNvGraphicFramePr/>'
    '<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic></wp:inline></w:drawing>'
)
_SHAPE_URI = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_PICTURE_URI = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_ARROW = (
    '<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
    '<a:prstGeom prst="downArrow"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="595959"/></a:solidFill>'
    "<a:ln><a:noFill/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>"
)
_PICTURE = (
    '<pic:pic><pic:nvPicPr><pic:cNvPr id="{id}" name="{name} {id}" descr="{alt}"/><pic:cNvPicPr>'
    '<a:picLocks noChangeAspect="1"/></pic:cNvPicPr></pic:nvPicPr>'
    '<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{line}</pic:spPr></pic:pic>'
)
# The frame of a place where no picture is yet: pale, for it may be printed as it is.
_FRAME = '<a:ln w="6350"><a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill><a:prstDash val="dash"/></a:ln>'


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's bytes with the ending of its kind ("png" or "jpeg") and its size in pixels."""

    data: bytes
    kind: str
    width: int
    height: int


def picture_of(data: bytes) -> Picture | None:
    """The picture that the bytes are; None for anything but a whole PNG or JPEG of some size."""
    is_png = data.startswith(_PNG_MAGIC)
    size = _png_size(data) if is_png else _jpeg_size(data)
    if size is None or not all(size) or (_PNG_END if is_png else _JPEG_END) not in data:
        return None
    return Picture(data, "png" if is_png else "jpeg", *size)


def _png_size(data: bytes) -> tuple[int, int] | None:
    size = data[_PNG_SIZE_AT : _PNG_SIZE_AT + 8]
    return (int.from_bytes(size[:4]), int.from_bytes(size[4:])) if len(size) == 8 else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Width and height from the first frame's header; segments tell their own length."""
    if not data.startswith(_JPEG_MAGIC):
        return None
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        if data[at + 1] in _FRAMES:
            height, width = data[at + 5 : at + 7], data[at + 7 : at + 9]
            return int.from_bytes(width), int.from_bytes(height)
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return None


def _inline(
    ink: Ink, name: str, uri: str, content: str, alt: str, size_emu: tuple[int, int], **more: str
) -> str:
    facts = {
        "id": str(next(ink.drawing_ids)),
        "name": name,
        "alt": ink.text(alt).replace('"', "&quot;"),
        "cx": str(size_emu[0]),
        "cy": str(size_emu[1]),
        **more,
    }
    return _INLINE.format(uri=uri, content=content.format_map(facts), **{k: facts[k] for k in _OUTER})


_OUTER = ("id", "name", "alt", "cx", "cy")


def down_arrow(ink: Ink, alt: str) -> str:
    """A run with a block arrow that points down; programs older than Word 2010 show a sign in its stead."""
    size = (emu(twips(_ARROW_WIDTH_MM)), emu(twips(_ARROW_HEIGHT_MM)))
    drawing = _inline(ink, "Arrow", _SHAPE_URI, _ARROW, alt, size)
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
        "<mc:Fallback><w:t>↓</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )


def picture(ink: Ink, relation: str, alt: str, shown: Picture, height_mm: float) -> str:
    """A run with a picture of that height, its sides in proportion; lower where the text is not so wide."""
    share = shown.width / shown.height
    width = min(round(emu(twips(height_mm)) * share), emu(ink.style.text_width_twips))
    size = (max(1, width), max(1, min(emu(twips(height_mm)), round(width / share))))
    content = _inline(ink, "Picture", _PICTURE_URI, _PICTURE, alt, size, relation=relation, line="")
    return f"<w:r>{content}</w:r>"


def picture_place(ink: Ink, relation: str, alt: str, height_mm: float) -> str:
    """A picture's content control, empty but for a pale frame of the right size: a click in Word puts one in."""
    side = emu(twips(height_mm))
    content = _inline(
        ink, "Picture", _PICTURE_URI, _PICTURE, alt, (side, side), relation=relation, line=_FRAME
    )
    title = ink.text(alt).replace('"', "&quot;")
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{title}"/><w:showingPlcHdr/><w:picture/></w:sdtPr>'
        f"<w:sdtContent><w:r>{content}</w:r></w:sdtContent></w:sdt>"
    )
