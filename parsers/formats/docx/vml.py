"""Shapes of VML in a w:pict (Word 97 to 2007, and the fallback of later files): v:line, v:shape, v:group."""

import re
from collections.abc import Iterator

from lxml import etree

from parsers.formats.docx.lengths import css_pt
from parsers.formats.docx.names import O, V, W
from parsers.formats.docx.shapes import Anchor, Box, Drawing, Frame, Line, has_text, line_of

_PIXEL_PT = 0.75
_PIXELS = Frame(x_scale=_PIXEL_PT, y_scale=_PIXEL_PT)
_GEOMETRY_BY_SPT = {
    "1": "rect", "2": "roundRect", "13": "rightArrow", "15": "homePlate", "20": "line",
    "32": "straightConnector1", "33": "bentConnector2", "34": "bentConnector3",
    "35": "bentConnector4", "36": "bentConnector5",
    "37": "curvedConnector2", "38": "curvedConnector3", "39": "curvedConnector4", "40": "curvedConnector5",
    "66": "leftArrow", "69": "leftRightArrow", "93": "stripedRightArrow", "94": "notchedRightArrow",
}  # fmt: skip
"""Shape types of the binary format and of o:spt ([MS-ODRAW] 2.4.24 MSOSPT)."""
_GEOMETRY_BY_TAG = {V + "line": "line", V + "polyline": "line", V + "roundrect": "roundRect"}
_TYPE_NUMBER = re.compile(r"(\d+)$")
_SHAPES = frozenset(V + name for name in ("shape", "line", "rect", "roundrect", "polyline"))
_GROUP = V + "group"
_HORIZONTAL = {
    "text": "column",
    "char": "character",
    "left-margin-area": "leftMargin",
    "right-margin-area": "rightMargin",
}
_VERTICAL = {"text": "paragraph"}
_FALSE = ("f", "false", "0")
_Style = dict[str, str]
_Found = Line | etree._Element


def read(picture: etree._Element) -> list[Drawing]:
    """The anchored objects of a w:pict that show lines or hold text."""
    found = []
    for member in picture:
        content = list(_member(member, _PIXELS)) if member.tag in _SHAPES or member.tag == _GROUP else []
        lines = tuple(item for item in content if isinstance(item, Line))
        boxes = tuple(item for item in content if not isinstance(item, Line))
        if lines or has_text(boxes):
            found.append(Drawing(_anchor(member), lines, boxes))
    return found


def _anchor(member: etree._Element) -> Anchor:
    style = _style(member)
    inline = style.get("position", "absolute") not in ("absolute", "relative")
    horizontal = style.get("mso-position-horizontal-relative", "text")
    vertical = style.get("mso-position-vertical-relative", "text")
    align = style.get("mso-position-horizontal")
    has_ends = member.tag == V + "line" and member.get("from") is not None
    return Anchor(
        horizontal="character" if inline else _HORIZONTAL.get(horizontal, horizontal),
        x_pt=0.0 if has_ends else _left_pt(style),
        align=align if align in ("left", "center", "right", "inside", "outside") else None,
        width_pt=css_pt(style.get("width")) or 0.0,
        vertical=_VERTICAL.get(vertical, vertical),
        y_pt=_top_pt(style, has_ends)
        if style.get("mso-position-vertical", "absolute") == "absolute"
        else None,
        in_cell=member.get(O + "allowincell", "t") not in _FALSE,
        inline=inline,
    )


def _left_pt(style: _Style) -> float:
    return (css_pt(style.get("margin-left")) or 0.0) + (css_pt(style.get("left")) or 0.0)


def _top_pt(style: _Style, has_ends: bool) -> float:
    return 0.0 if has_ends else (css_pt(style.get("margin-top")) or 0.0) + (css_pt(style.get("top")) or 0.0)


def _member(member: etree._Element, frame: Frame, in_group: bool = False) -> Iterator[_Found]:
    style = _style(member)
    if style.get("visibility") == "hidden":
        return
    box = _box(member, style, frame, in_group)
    if member.tag == _GROUP:
        inner = frame.inner(box, _pair(member.get("coordorigin"), 0), _pair(member.get("coordsize"), 1000))
        for child in member:
            if child.tag in _SHAPES or child.tag == _GROUP:
                yield from _member(child, inner, in_group=True)
    elif member.tag in _SHAPES:
        yield from _shape(member, style, box, frame)


def _shape(shape: etree._Element, style: _Style, box: Box, frame: Frame) -> Iterator[_Found]:
    boxes = tuple(shape.iter(W + "txbxContent"))[:1]
    if has_text(boxes):
        yield from boxes
        return
    if shape.get("stroked") in _FALSE and shape.get("filled") in _FALSE:
        return
    degrees = css_pt(style.get("rotation"), bare_pt=1.0) or 0.0
    mirrored = ("x" in style.get("flip", "")) != (round(degrees / 180) % 2 == 1)
    if shape.tag == V + "line":
        mirrored = _runs_left(shape, frame)
    line = line_of(_geometry(shape), box.turned(degrees), _ends(shape), mirrored)
    if line is not None:
        yield line


def _geometry(shape: etree._Element) -> str:
    """The preset's name; a v:shape tells its type by o:spt, or by a reference such as "#_x0000_t32"."""
    if shape.tag != V + "shape":
        return _GEOMETRY_BY_TAG.get(str(shape.tag), "rect")
    number = shape.get(O + "spt")
    reference = shape.get("type")
    if number is None and reference:
        number = _type_number(shape, reference.removeprefix("#"))
    if number is None and shape.get(O + "connectortype"):
        return "straightConnector1"
    return _GEOMETRY_BY_SPT.get(number or "", "custGeom" if shape.get("path") and not reference else "")


def _type_number(shape: etree._Element, type_id: str) -> str | None:
    parent = shape.getparent()
    for shape_type in parent.iterchildren(V + "shapetype") if parent is not None else ():
        if shape_type.get("id") == type_id and shape_type.get(O + "spt"):
            return shape_type.get(O + "spt")
    found = _TYPE_NUMBER.search(type_id)
    return found[1] if found else None


def _ends(shape: etree._Element) -> tuple[bool, bool]:
    stroke = shape.find(V + "stroke")
    kinds = [None if stroke is None else stroke.get(name) for name in ("startarrow", "endarrow")]
    begins, ends = (kind not in (None, "", "none") for kind in kinds)
    return begins, ends


def _box(member: etree._Element, style: _Style, frame: Frame, in_group: bool) -> Box:
    if member.tag == V + "line" and member.get("from") is not None:
        return _line_box(member, frame)
    width, height = _measure(style.get("width"), frame.x_scale), _measure(style.get("height"), frame.y_scale)
    if not in_group:
        return Box(0.0, 0.0, width, height)  # its place is the anchor's
    left, top = _measure(style.get("left"), frame.x_scale), _measure(style.get("top"), frame.y_scale)
    return Box(frame.x_pt + left, frame.y_pt + top, width, height)


def _line_box(line: etree._Element, frame: Frame) -> Box:
    (x_from, y_from), (x_to, y_to) = _point(line.get("from"), frame), _point(line.get("to"), frame)
    return Box(min(x_from, x_to), min(y_from, y_to), abs(x_to - x_from), abs(y_to - y_from))


def _runs_left(line: etree._Element, frame: Frame) -> bool:
    return _point(line.get("to"), frame)[0] < _point(line.get("from"), frame)[0]


def _point(text: str | None, frame: Frame) -> tuple[float, float]:
    x, _, y = (text or "").partition(",")
    return frame.x_pt + _measure(x, frame.x_scale), frame.y_pt + _measure(y, frame.y_scale)


def _measure(text: str | None, bare_pt: float) -> float:
    return css_pt(text, bare_pt) or 0.0


def _pair(text: str | None, default: float) -> tuple[float, float]:
    first, _, second = (text or "").partition(",")
    return tuple(default if (number := css_pt(part, 1.0)) is None else number for part in (first, second))  # type: ignore[return-value]


def _style(member: etree._Element) -> _Style:
    pairs = (item.partition(":") for item in member.get("style", "").split(";"))
    return {name.strip().lower(): text.strip() for name, _, text in pairs if name.strip()}
