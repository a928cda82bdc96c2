"""What an outline is: rule segments, arrow heads, filled areas, arrows of block shape."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import hypot

from parsers.formats.pdf.paths import Outline, Point
from schemas.document import BBox

RULE_THICKNESS_PT = 3.0  # a filled rectangle thinner than this is a line; Word draws its borders so
STRAIGHT_PT = 0.7  # how far the ends of a rule may stand off level
SLANT_SHARE = 0.12  # a line drawn by hand leans up to this
HEAD_SIZE_PT = 16.0
HEAD_LEAST_PT = 1.5
BAR_THICKNESS_PT = 24.0
SAME_POINT_PT = 0.6
WHITE = "FA"  # each channel at or above this is white paper
DIGITS = 2  # of a point in what leaves this room: finer is noise of the file's arithmetic

Box = tuple[float, float, float, float]


@dataclass(slots=True)
class Segment:
    """A line along an axis, from `start` to `end` at `at` (x of a vertical, y of a horizontal one).

    `thickness` in points; `flat` tells that it is a stroked box without height, as no table's rules are.
    """

    at: float
    start: float
    end: float
    thickness: float
    flat: bool = False

    @property
    def length(self) -> float:
        """Points from start to end."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Mark:
    """A drawn month mark: its box, and whether its left and right ends have arrow heads."""

    box: Box
    head_start: bool = False
    head_end: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A filled rectangle."""

    box: Box
    color: str


@dataclass(slots=True)
class Shapes:
    """All that a page's outlines are. `slanted` are near-level lines that can be no rules.

    `boxes` are low stroked rectangles: cells of a table, or bars drawn over months.
    """

    horizontal: list[Segment] = field(default_factory=list)
    vertical: list[Segment] = field(default_factory=list)
    slanted: list[Mark] = field(default_factory=list)
    heads: list[Box] = field(default_factory=list)
    blocks: list[Mark] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)


def sort_shapes(outlines: Iterable[Outline]) -> Shapes:
    """Each outline put where it belongs; pictures' curves and the like fall away."""
    shapes = Shapes()
    for outline in outlines:
        if outline.filled:
            _take_filled(shapes, outline)
        else:
            _take_stroked(shapes, outline)
    return shapes


def _take_filled(shapes: Shapes, outline: Outline) -> None:
    x0, top, x1, bottom = box = outline.box
    width, height = x1 - x0, bottom - top
    if min(width, height) < HEAD_LEAST_PT:
        _take_thin(shapes, box)
        return
    corners = corners_of(outline.points)
    if is_rectangle(corners) and not outline.curved:
        if min(width, height) <= RULE_THICKNESS_PT:
            _take_thin(shapes, box)
        else:
            shapes.areas.append(Area(box, outline.color))
            if outline.stroked:
                _take_box(shapes, outline)
    elif is_head(box) and len(corners) >= 3:
        shapes.heads.append(box)
    elif height <= BAR_THICKNESS_PT and width > height:
        shapes.blocks.append(Mark(box, _pointed(corners, x0), _pointed(corners, x1)))


def _take_thin(shapes: Shapes, box: Box) -> None:
    x0, top, x1, bottom = box
    width, height = x1 - x0, bottom - top
    # A square dot is the joint of two borders (Word draws one at each crossing): it lengthens both.
    if width >= height:
        shapes.horizontal.append(Segment((top + bottom) / 2, x0, x1, height))
    if height >= width:
        shapes.vertical.append(Segment((x0 + x1) / 2, top, bottom, width))


def _take_stroked(shapes: Shapes, outline: Outline) -> None:
    box = outline.box
    corners = corners_of(outline.points)
    if outline.curved or _is_block(corners, box):
        x0, top, x1, bottom = box
        if bottom - top <= BAR_THICKNESS_PT and x1 - x0 > 2 * (bottom - top) and outline.closed:
            shapes.blocks.append(Mark(box, _pointed(corners, x0), _pointed(corners, x1)))
    elif len(corners) >= 2 and is_head(box) and _is_diagonal(outline.points):
        shapes.heads.append(box)
    elif outline.closed and is_rectangle(corners) and len(corners) == 4:
        _take_box(shapes, outline)
    else:
        _take_segments(shapes, outline)


def _take_box(shapes: Shapes, outline: Outline) -> None:
    x0, top, x1, bottom = box = outline.box
    if bottom - top <= BAR_THICKNESS_PT and x1 - x0 > bottom - top:
        shapes.boxes.append(box)
    else:
        _take_segments(shapes, outline)


def _take_segments(shapes: Shapes, outline: Outline) -> None:
    flat = outline.closed and outline.box[3] - outline.box[1] <= STRAIGHT_PT
    for (xa, ya), (xb, yb) in _sides(outline):
        across, down = abs(xa - xb), abs(ya - yb)
        if down <= STRAIGHT_PT and across > down:
            level = Segment((ya + yb) / 2, min(xa, xb), max(xa, xb), outline.width, flat)
            shapes.horizontal.append(level)
        elif across <= STRAIGHT_PT:
            shapes.vertical.append(Segment((xa + xb) / 2, min(ya, yb), max(ya, yb), outline.width))
        elif down <= across * SLANT_SHARE:
            shapes.slanted.append(Mark((min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))))
        elif is_head((min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))):
            shapes.heads.append((min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)))


def box_segments(box: Box) -> tuple[tuple[Segment, Segment], tuple[Segment, Segment]]:
    """(top and bottom, left and right) sides of a rectangle as segments."""
    x0, top, x1, bottom = box
    level = (Segment(top, x0, x1, 0.0), Segment(bottom, x0, x1, 0.0))
    upright = (Segment(x0, top, bottom, 0.0), Segment(x1, top, bottom, 0.0))
    return level, upright


def _sides(outline: Outline) -> Iterator[tuple[Point, Point]]:
    points = outline.points
    yield from pairwise(points)
    if outline.closed and points[0] != points[-1]:
        yield points[-1], points[0]


def distinct(points: Iterable[Point]) -> list[Point]:
    """The points without those that stand where one stood before."""
    kept: list[Point] = []
    for x, y in points:
        if not any(
            abs(x - a) <= SAME_POINT_PT and abs(y - b) <= SAME_POINT_PT for a, b in (*kept[:1], *kept[-8:])
        ):
            kept.append((x, y))
    return kept


def corners_of(points: Sequence[Point]) -> list[Point]:
    """The points at which the outline turns. LibreOffice starts a rectangle in the middle of a side."""
    kept = distinct(points)
    if len(kept) <= 4:
        return kept
    neighbours = zip(kept[-1:] + kept[:-1], kept, kept[1:] + kept[:1], strict=True)
    return [point for before, point, after in neighbours if not _is_straight(before, point, after)]


def _is_straight(before: Point, point: Point, after: Point) -> bool:
    """Whether `point` lies on the way from `before` to `after`: its distance from their line is nothing."""
    (xa, ya), (x, y), (xb, yb) = before, point, after
    length = hypot(xb - xa, yb - ya)
    along = (x - xa) * (xb - xa) + (y - ya) * (yb - ya)
    aside = abs((x - xa) * (yb - ya) - (y - ya) * (xb - xa))
    return 0 < along < length**2 and aside <= SAME_POINT_PT / 2 * length


def is_rectangle(corners: list[Point]) -> bool:
    """Whether the corners lie on two x and two y (a degenerate one on fewer), in any turn."""
    if len(corners) > 4:
        return False
    xs, ys = _levels([x for x, _ in corners]), _levels([y for _, y in corners])
    return xs <= 2 and ys <= 2 and (len(corners) == 4 or xs == 1 or ys == 1)


def _levels(values: list[float]) -> int:
    ordered = sorted(values)
    return 1 + sum(1 for a, b in pairwise(ordered) if b - a > SAME_POINT_PT)


def is_head(box: Box) -> bool:
    """Whether the box is as small as an arrow head."""
    width, height = box[2] - box[0], box[3] - box[1]
    return max(width, height) <= HEAD_SIZE_PT and min(width, height) >= HEAD_LEAST_PT


def _is_diagonal(points: tuple[Point, ...]) -> bool:
    return any(
        abs(xa - xb) > STRAIGHT_PT and abs(ya - yb) > STRAIGHT_PT for (xa, ya), (xb, yb) in pairwise(points)
    )


def _is_block(corners: list[Point], box: Box) -> bool:
    """A closed outline of an arrow's block shape: six corners or more, diagonal sides, wider than high."""
    return len(corners) >= 6 and _is_diagonal(tuple(corners)) and box[2] - box[0] > box[3] - box[1]


def _pointed(corners: list[Point], x: float) -> bool:
    """Whether the shape runs out into one point at its end `x`."""
    return sum(1 for a, _ in corners if abs(a - x) <= SAME_POINT_PT) == 1


def is_white(color: str) -> bool:
    """Whether RRGGBB is as good as white."""
    return all(color[i : i + 2] >= WHITE for i in (0, 2, 4))


def rounded(box: Box) -> BBox:
    """The box as it leaves this room."""
    return BBox(*(round(value, DIGITS) for value in box))
