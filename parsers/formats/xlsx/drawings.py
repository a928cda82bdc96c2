"""Shapes drawn over a sheet's cells: lines and arrows as strokes, text boxes as texts."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from parsers.formats.docx.drawingml import arrow_heads, geometry_of, is_visible
from parsers.formats.docx.lengths import EMU_PER_PT, emu_pt
from parsers.formats.docx.shapes import Box, Frame, Line, line_of
from parsers.formats.xlsx.axis import Axis
from parsers.formats.xlsx.names import MC, TRUE_VALUES, XDR, A

_ANCHORS = (XDR + "twoCellAnchor", XDR + "oneCellAnchor", XDR + "absoluteAnchor")
_SHAPES = frozenset({XDR + "sp", XDR + "cxnSp"})
_GROUP = XDR + "grpSp"
_ALTERNATE = MC + "AlternateContent"
_EMU = Frame(x_scale=1 / EMU_PER_PT, y_scale=1 / EMU_PER_PT)
_ROTATION_PER_DEGREE = 60_000


@dataclass(frozen=True, slots=True)
class TextBox:
    """The text of a shape, and the sheet row in which it begins."""

    row: int
    text: str


@dataclass(slots=True)
class Drawn:
    """What a drawing part shows: lines in points from the sheet's corner with the row that they lie on."""

    strokes: list[tuple[int, Line]] = field(default_factory=list)
    boxes: list[TextBox] = field(default_factory=list)


def read_drawing(root: etree._Element, columns: Axis, rows: Axis) -> Drawn:
    """The lines and text boxes of a wsDr element; pictures, charts and hidden shapes left out."""
    drawn = Drawn()
    for anchor in root.iter(*_ANCHORS):
        box = _anchor_box(anchor, columns, rows)
        for shape, place in _shapes(anchor, box) if box else ():
            text = _text(shape)
            if text:
                drawn.boxes.append(TextBox(rows.at_pt(place.y_pt), text))
            elif line := _line(shape, place):
                drawn.strokes.append((rows.at_pt(line.y_pt), line))
    return drawn


def _anchor_box(anchor: etree._Element, columns: Axis, rows: Axis) -> Box | None:
    begin, end = anchor.find(XDR + "from"), anchor.find(XDR + "to")
    position, extent = anchor.find(XDR + "pos"), anchor.find(XDR + "ext")
    if begin is not None:
        x_pt, y_pt = _corner(begin, columns, rows)
    elif position is not None:
        x_pt, y_pt = emu_pt(position.get("x")), emu_pt(position.get("y"))
    else:
        return None
    if end is not None:
        x1_pt, y1_pt = _corner(end, columns, rows)
        return Box(x_pt, y_pt, max(0.0, x1_pt - x_pt), max(0.0, y1_pt - y_pt))
    return Box(x_pt, y_pt, emu_pt(extent.get("cx")), emu_pt(extent.get("cy"))) if extent is not None else None


def _corner(marker: etree._Element, columns: Axis, rows: Axis) -> tuple[float, float]:
    return _along(columns, marker, "col"), _along(rows, marker, "row")


def _along(axis: Axis, marker: etree._Element, name: str) -> float:
    """A position along an axis; the offset never leaves its cell, whose real size depends on fonts."""
    index = marker.findtext(XDR + name, "").strip()
    cell = int(index) if index.isdecimal() and len(index) < 8 else 0
    offset_pt = emu_pt(marker.findtext(f"{XDR}{name}Off"))
    return axis.start_pt(cell) + min(max(offset_pt, 0.0), axis.size_pt(cell))


def _shapes(holder: etree._Element, box: Box) -> Iterator[tuple[etree._Element, Box]]:
    """The shapes that an anchor holds with their boxes, those of groups one by one."""
    for member in _members(holder):
        if member.tag in _SHAPES:
            yield member, box
        elif member.tag == _GROUP:
            yield from _grouped(member, _inner_frame(member, box, _EMU))


def _grouped(group: etree._Element, frame: Frame) -> Iterator[tuple[etree._Element, Box]]:
    for member in _members(group):
        box = _own_box(member, frame)
        if box is None:
            continue
        if member.tag in _SHAPES:
            yield member, box
        else:
            yield from _grouped(member, _inner_frame(member, box, frame))


def _members(holder: etree._Element) -> Iterator[etree._Element]:
    """The visible shapes and groups of a holder; of alternatives the first that has any."""
    for child in holder:
        if child.tag == _ALTERNATE:
            branches = (list(_members(branch)) for branch in child)
            yield from next((found for found in branches if found), [])
        elif child.tag in _SHAPES or child.tag == _GROUP:
            properties = child.find(f"*/{XDR}cNvPr")
            if properties is None or properties.get("hidden") not in TRUE_VALUES:
                yield child


def _transform(member: etree._Element) -> etree._Element | None:
    own = member.find(f"{XDR}spPr/{A}xfrm")
    return member.find(f"{XDR}grpSpPr/{A}xfrm") if own is None else own


def _own_box(member: etree._Element, frame: Frame) -> Box | None:
    transform = _transform(member)
    offset = transform.find(A + "off") if transform is not None else None
    extent = transform.find(A + "ext") if transform is not None else None
    if offset is None or extent is None:
        return None
    return frame.box(*_emu(offset, "x", "y"), *_emu(extent, "cx", "cy"))


def _inner_frame(group: etree._Element, box: Box, outer: Frame) -> Frame:
    transform = _transform(group)
    origin = transform.find(A + "chOff") if transform is not None else None
    size = transform.find(A + "chExt") if transform is not None else None
    if origin is None or size is None:
        return outer
    return outer.inner(box, _emu(origin, "x", "y"), _emu(size, "cx", "cy"))


def _emu(element: etree._Element, first: str, second: str) -> tuple[float, float]:
    return emu_pt(element.get(first)) * EMU_PER_PT, emu_pt(element.get(second)) * EMU_PER_PT


def _text(shape: etree._Element) -> str:
    return "\n".join(map(_paragraph_text, shape.iterfind(f"{XDR}txBody/{A}p"))).strip()


def _paragraph_text(paragraph: etree._Element) -> str:
    parts = paragraph.iter(A + "t", A + "br")
    return "".join("\n" if part.tag == A + "br" else part.text or "" for part in parts)


def _line(shape: etree._Element, box: Box) -> Line | None:
    properties = shape.find(XDR + "spPr")
    if properties is None or not is_visible(properties):
        return None
    transform = properties.find(A + "xfrm")
    quarter_turned, mirrored = _turn(transform)
    if quarter_turned:
        box = _turned(box, transform)
    return line_of(geometry_of(properties), box, arrow_heads(properties), mirrored)


def _turn(transform: etree._Element | None) -> tuple[bool, bool]:
    """Whether a shape is turned by a quarter, and whether its left end is at the right."""
    if transform is None:
        return False, False
    degrees = emu_pt(transform.get("rot")) * EMU_PER_PT / _ROTATION_PER_DEGREE
    flipped = transform.get("flipH") in TRUE_VALUES
    return round(degrees / 90) % 2 == 1, flipped != (round(degrees / 180) % 2 == 1)


def _turned(box: Box, transform: etree._Element | None) -> Box:
    """The box of a shape turned by a quarter.

    Programs disagree on which box the anchor of a turned shape means, but its middle and the shape's own size
    are the same in all.
    """
    extent = transform.find(A + "ext") if transform is not None else None
    own = box
    if extent is not None:
        width_pt, height_pt = emu_pt(extent.get("cx")), emu_pt(extent.get("cy"))
        middle_x, middle_y = box.x_pt + box.width_pt / 2, box.y_pt + box.height_pt / 2
        own = replace(box, x_pt=middle_x - width_pt / 2, y_pt=middle_y - height_pt / 2,
                      width_pt=width_pt, height_pt=height_pt)  # fmt: skip
    return own.turned(90.0)
