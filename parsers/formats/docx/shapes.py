"""Drawn shapes: what DrawingML and VML have in common, and which shapes are marks rather than pictures."""

from dataclasses import dataclass

from lxml import etree

MAX_SLOPE = 0.35
"""Height to width of a line that was meant level; hand-drawn ones over one month slope a little."""
LEVEL_PT = 3.0
"""A line that rises no more than this is level however short it is."""
MIN_WIDTH_PT = 3.0
MAX_BAR_HEIGHT_PT = 12.0
MIN_BAR_SHAPE = 2.0
"""Width to height of a rectangle that is a bar over months; a tick box is about square."""
MAX_ARROW_SHAPE = 1.5
"""Height to width of a block arrow that lies; over one month it may be as high as wide."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where an object hangs. Lengths are points.

    `horizontal` and `vertical` name what the offsets count from: "column", "character", "page", "margin",
    "leftMargin", "rightMargin", and for the vertical also "paragraph", "line". `align` stands in place of an
    offset. `in_cell` says that the object is laid out in the table cell that holds its anchor.
    """

    horizontal: str = "column"
    x_pt: float = 0.0
    align: str | None = None
    width_pt: float = 0.0
    vertical: str = "paragraph"
    y_pt: float | None = 0.0
    in_cell: bool = True
    inline: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A level line, in points from its anchor's top-left corner; heads at the left and at the right."""

    x0_pt: float
    x1_pt: float
    y_pt: float
    head_start: bool = False
    head_end: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """One anchored object: its lines, and its text boxes (elements that hold paragraphs)."""

    anchor: Anchor
    lines: tuple[Line, ...] = ()
    boxes: tuple[etree._Element, ...] = ()


@dataclass(frozen=True, slots=True)
class Frame:
    """From the coordinates of a group's members to points from the anchor's corner."""

    x_pt: float = 0.0
    y_pt: float = 0.0
    x_scale: float = 1.0
    y_scale: float = 1.0

    def box(self, left: float, top: float, width: float, height: float) -> "Box":
        """A member's rectangle in points."""
        return Box(
            self.x_pt + left * self.x_scale,
            self.y_pt + top * self.y_scale,
            abs(width * self.x_scale),
            abs(height * self.y_scale),
        )

    def inner(self, box: "Box", origin: tuple[float, float], size: tuple[float, float]) -> "Frame":
        """The frame of a group that fills `box` and whose members count in a space of `origin` and `size`."""
        x_scale = box.width_pt / size[0] if size[0] else self.x_scale
        y_scale = box.height_pt / size[1] if size[1] else self.y_scale
        return Frame(box.x_pt - origin[0] * x_scale, box.y_pt - origin[1] * y_scale, x_scale, y_scale)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in points from the anchor's corner."""

    x_pt: float
    y_pt: float
    width_pt: float
    height_pt: float

    def turned(self, degrees: float) -> "Box":
        """The box after a rotation about its middle, to the nearest quarter."""
        if round(degrees / 90) % 2 == 0:
            return self
        middle_x, middle_y = self.x_pt + self.width_pt / 2, self.y_pt + self.height_pt / 2
        return Box(middle_x - self.height_pt / 2, middle_y - self.width_pt / 2, self.height_pt, self.width_pt)


BLOCK_ARROWS = {
    "leftArrow": (True, False),
    "rightArrow": (False, True),
    "leftRightArrow": (True, True),
    "notchedRightArrow": (False, True),
    "stripedRightArrow": (False, True),
    "homePlate": (False, True),
}
"""Shapes that are arrows of their own: heads at the left, at the right."""
LINES = frozenset({
    "line", "straightConnector1", "bentConnector2", "bentConnector3", "bentConnector4", "bentConnector5",
    "curvedConnector2", "curvedConnector3", "curvedConnector4", "curvedConnector5", "custGeom",
})  # fmt: skip
BARS = frozenset({"rect", "roundRect", "flowChartProcess", "flowChartAlternateProcess", "custGeom"})


def line_of(geometry: str, box: Box, ends: tuple[bool, bool], mirrored: bool) -> Line | None:
    """The level line that a shape shows, or None where it shows none.

    `ends` tells of arrow heads at the shape's own start (left as drawn) and end; `mirrored` swaps them.
    """
    heads = BLOCK_ARROWS.get(geometry, ends)
    level = _lies(geometry, box) or (any(ends) and _lies("line", box))
    if not level or box.width_pt < MIN_WIDTH_PT:
        return None
    head_start, head_end = reversed(heads) if mirrored else heads
    return Line(box.x_pt, box.x_pt + box.width_pt, box.y_pt + box.height_pt / 2, head_start, head_end)


def _lies(geometry: str, box: Box) -> bool:
    if geometry in BLOCK_ARROWS:
        return box.height_pt <= MAX_ARROW_SHAPE * box.width_pt
    if geometry in LINES and box.height_pt <= max(LEVEL_PT, MAX_SLOPE * box.width_pt):
        return True
    flat = box.height_pt <= MAX_BAR_HEIGHT_PT and box.width_pt >= MIN_BAR_SHAPE * box.height_pt
    return geometry in BARS and flat


def has_text(boxes: tuple[etree._Element, ...]) -> bool:
    """Whether any letter stands in the text boxes."""
    return any((text or "").strip() for box in boxes for text in box.itertext())
