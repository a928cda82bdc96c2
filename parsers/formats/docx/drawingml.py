"""Shapes of DrawingML (Word 2010 and later): wps shapes, wpg groups and wpc canvases, anchored or inline."""

from collections.abc import Iterator

from lxml import etree

from parsers.formats.docx.content import chosen
from parsers.formats.docx.lengths import EMU_PER_PT, emu_pt
from parsers.formats.docx.names import MC_ALTERNATE, WP, WPC, WPG, WPS, A, W
from parsers.formats.docx.outlines import block_arrow
from parsers.formats.docx.shapes import Anchor, Box, Drawing, Frame, Line, has_text, line_of

_LOCKED_CANVAS = "{http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas}lockedCanvas"
_SHAPES = frozenset({WPS + "wsp", A + "sp", A + "cxnSp"})
_GROUPS = frozenset({WPG + "wgp", WPG + "grpSp", A + "grpSp", _LOCKED_CANVAS})
_CANVAS = WPC + "wpc"
_EMU = Frame(x_scale=1 / EMU_PER_PT, y_scale=1 / EMU_PER_PT)
_ROTATION_PER_DEGREE = 60_000
_PERCENT_PER_ONE = 100_000
_TRUE = ("1", "true", "on")
_Found = Line | etree._Element


def read(drawing: etree._Element) -> list[Drawing]:
    """The anchored objects of a w:drawing that show lines or hold text."""
    found = []
    for holder in drawing.iterchildren(WP + "anchor", WP + "inline"):
        properties = holder.find(WP + "docPr")
        if properties is not None and properties.get("hidden") in _TRUE:
            continue
        content = list(_content(holder))
        lines = tuple(item for item in content if isinstance(item, Line))
        boxes = tuple(item for item in content if not isinstance(item, Line))
        if lines or has_text(boxes):
            found.append(Drawing(_anchor(holder), lines, boxes))
    return found


def _anchor(holder: etree._Element) -> Anchor:
    width_pt = _extent(holder).width_pt
    if holder.tag == WP + "inline":
        return Anchor("character", width_pt=width_pt, inline=True)
    in_cell = holder.get("layoutInCell", "1") in _TRUE
    simple = holder.find(WP + "simplePos")
    if holder.get("simplePos") in _TRUE and simple is not None:
        return Anchor("page", emu_pt(simple.get("x")), None, width_pt, "page", None, in_cell)
    horizontal, x_pt, align = _position(holder, "positionH")
    vertical, y_pt, vertical_align = _position(holder, "positionV")
    return Anchor(
        horizontal=horizontal or "column",
        x_pt=x_pt,
        align=align,
        width_pt=width_pt,
        vertical=vertical or "paragraph",
        y_pt=None if vertical_align else y_pt,
        in_cell=in_cell,
    )


def _position(holder: etree._Element, name: str) -> tuple[str | None, float, str | None]:
    """What the offset counts from, the offset in points, and the alignment that stands in its place.

    A percentage (wp14) stands in one branch of mc:AlternateContent, the offset in the other.
    """
    for position in holder.iter(WP + name):
        offset, align = position.find(WP + "posOffset"), position.find(WP + "align")
        if offset is not None:
            return position.get("relativeFrom"), emu_pt(offset.text), None
        if align is not None:
            return position.get("relativeFrom"), 0.0, (align.text or "").strip()
    return None, 0.0, None


def _extent(holder: etree._Element) -> Box:
    extent = holder.find(WP + "extent")
    if extent is None:
        return Box(0.0, 0.0, 0.0, 0.0)
    return Box(0.0, 0.0, emu_pt(extent.get("cx")), emu_pt(extent.get("cy")))


def _content(holder: etree._Element) -> Iterator[_Found]:
    data = holder.find(f"{A}graphic/{A}graphicData")
    whole = _extent(holder)
    for member in data if data is not None else ():
        if member.tag in _SHAPES:
            yield from _shape(member, _flipless_box(member, whole))
        elif member.tag in _GROUPS:
            yield from _members(member, _group_frame(member, whole, _EMU))
        elif member.tag == _CANVAS:
            yield from _members(member, _EMU)


def _members(group: etree._Element, frame: Frame) -> Iterator[_Found]:
    for member in group:
        if member.tag == MC_ALTERNATE:
            yield from _members(chosen(member), frame)
        elif member.tag in _SHAPES:
            box = _own_box(member, frame)
            if box is not None:
                yield from _shape(member, box)
        elif member.tag in _GROUPS:
            inner = _own_box(member, frame)
            yield from _members(member, frame if inner is None else _group_frame(member, inner, frame))


def _group_frame(group: etree._Element, box: Box, outer: Frame) -> Frame:
    transform = _transform(group)
    if transform is None:
        return outer
    origin, size = transform.find(A + "chOff"), transform.find(A + "chExt")
    if origin is None or size is None:
        return outer
    return outer.inner(box, _pair(origin, "x", "y"), _pair(size, "cx", "cy"))


def _transform(member: etree._Element) -> etree._Element | None:
    own = member.find(f"{{*}}spPr/{A}xfrm")
    return member.find(f"{{*}}grpSpPr/{A}xfrm") if own is None else own


def _own_box(member: etree._Element, frame: Frame) -> Box | None:
    transform = _transform(member)
    if transform is None:
        return None
    offset, extent = transform.find(A + "off"), transform.find(A + "ext")
    if offset is None or extent is None:
        return None
    return frame.box(*_pair(offset, "x", "y"), *_pair(extent, "cx", "cy"))


def _flipless_box(member: etree._Element, whole: Box) -> Box:
    """The box of a shape that stands alone: the object's, unless that has no size."""
    return whole if whole.width_pt or whole.height_pt else _own_box(member, _EMU) or whole


def _pair(element: etree._Element, first: str, second: str) -> tuple[float, float]:
    return _number(element.get(first)), _number(element.get(second))


def _number(text: str | None) -> float:
    return emu_pt(text) * EMU_PER_PT


def _shape(shape: etree._Element, box: Box) -> Iterator[_Found]:
    boxes = tuple(shape.iter(W + "txbxContent"))[:1]
    if has_text(boxes):
        yield from boxes
        return
    properties = shape.find("{*}spPr")
    if properties is None or not is_visible(properties):
        return
    transform = properties.find(A + "xfrm")
    degrees = _number(transform.get("rot")) / _ROTATION_PER_DEGREE if transform is not None else 0.0
    flipped = transform is not None and transform.get("flipH") in _TRUE
    mirrored = flipped != (round(degrees / 180) % 2 == 1)
    line = line_of(geometry_of(properties), box.turned(degrees), arrow_heads(properties), mirrored)
    if line is not None:
        yield line


def geometry_of(properties: etree._Element) -> str:
    """The preset shape of these properties (spPr), that which a freeform draws, or "custGeom"."""
    preset = properties.find(A + "prstGeom")
    if preset is not None:
        return preset.get("prst", "")
    freeform = properties.find(A + "custGeom")
    return (block_arrow(freeform) if freeform is not None else None) or "custGeom"


def is_visible(properties: etree._Element) -> bool:
    """Whether a shape of these properties (spPr) is drawn: with an outline, as it is unless told otherwise, or filled."""
    outline = properties.find(A + "ln")
    has_outline = outline is None or outline.find(A + "noFill") is None
    return has_outline or properties.find(A + "solidFill") is not None


def arrow_heads(properties: etree._Element) -> tuple[bool, bool]:
    """Whether the line has an arrow head where it begins (a:headEnd) and where it ends (a:tailEnd)."""
    outline = properties.find(A + "ln")
    heads = [None if outline is None else outline.find(A + name) for name in ("headEnd", "tailEnd")]
    begins, ends = (head is not None and head.get("type", "none") != "none" for head in heads)
    return begins, ends
