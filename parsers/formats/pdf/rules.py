"""Which drawn lines are rules of a table, and which are month marks drawn over its cells.

A mark is taken out before the grid is found: for a table finder an arrow over the months is one more rule,
and it makes a row that is not there.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from parsers.formats.pdf.divided import Divided
from parsers.formats.pdf.glyphs import Glyph
from parsers.formats.pdf.shapes import Box, Mark, Segment, Shapes, box_segments

DRAWN_PER_PAGE_LIMIT = 4_000  # beyond this the page is a drawn map, no table
JOIN_LEVEL_PT = 1.0  # pieces of one rule lie this near to one level
JOIN_GAP_PT = 1.5  # and this near end to end
RULE_LEAST_PT = 6.0  # a shorter vertical line is a tick, no border of a column
ON_RULE_PT = 2.0
EXACT_PT = 0.75  # a table's rules end so near to each other; a hand seldom does
REACH_PT = 3.0  # how far a vertical rule may stop short of a horizontal one
WIDE_SHARE = 0.6  # a line this wide against its table is a rule even with open ends
THICK_TIMES = 2.0  # marks are drawn thicker than the table's own rules
THICK_LEAST_PT = 1.2
SAME_THICKNESS_SHARE = 0.3  # of the usual thickness, by which a table's own rules differ
UNDERLINE_SHARE = 0.6
UNDERLINE_DROP_EM = 0.35
STRIKE_RISE_EM = 0.5
HEAD_REACH_PT = 2.0
HEAD_PAIR_GAP_PT = 30.0


@dataclass(frozen=True, slots=True)
class Ruled:
    """A page's rules, and its marks apart from them."""

    horizontal: tuple[Segment, ...]
    vertical: tuple[Segment, ...]
    marks: tuple[Mark, ...]


def part_rules(shapes: Shapes, glyphs: Sequence[Glyph]) -> Ruled:
    """Rules and marks of one page; lines under or through text are neither and fall away."""
    bars, cell_sides = _part_boxes(shapes)
    vertical = _Verticals([*shapes.vertical, *cell_sides[1]])
    level = join([*shapes.horizontal, *cell_sides[0]])
    drawn = (level, vertical.rules, shapes.heads, shapes.slanted, shapes.blocks)
    if sum(map(len, drawn)) > DRAWN_PER_PAGE_LIMIT:
        return Ruled((), (), ())
    heads = list(shapes.heads)
    usual_pt = median([line.thickness for line in level]) if level else 0.0
    divided = Divided(level, vertical.rules, glyphs)
    rules: list[Segment] = []
    marks: list[Mark] = []
    for line in level:
        ends = _heads_at(line, heads)
        table_width = vertical.width_at(line)
        wide = bool(table_width) and line.length >= WIDE_SHARE * table_width
        if any(ends) and not (wide and vertical.carries(line)):
            marks.append(_with_heads(_mark(line), ends, heads))
        elif wide or not table_width or _is_rule(line, vertical, usual_pt, divided):
            rules.append(line)
        elif not _is_underline(line, glyphs):
            marks.append(_mark(line))
    marks += [_with_heads(mark, _heads_at(_spine(mark), heads), heads) for mark in shapes.slanted]
    marks += [*shapes.blocks, *bars, *_head_pairs(heads)]
    return Ruled(tuple(rules), vertical.rules, tuple(merge_marks(marks)))


def join(segments: Sequence[Segment]) -> list[Segment]:
    """Pieces of one line joined end to end; the result is ordered by level, then by start."""
    joined: list[Segment] = []
    for group in _levels(segments):
        last: Segment | None = None
        for piece in sorted(group, key=lambda s: s.start):
            if last and piece.start <= last.end + JOIN_GAP_PT:
                longer = last if last.length >= piece.length else piece
                end = max(last.end, piece.end)
                last = Segment(last.at, last.start, end, longer.thickness, longer.flat)
                joined[-1] = last
            else:
                last = piece
                joined.append(piece)
    return joined


def _levels(segments: Sequence[Segment]) -> list[list[Segment]]:
    groups: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: s.at):
        if groups and segment.at - groups[-1][0].at <= JOIN_LEVEL_PT:
            groups[-1].append(segment)
        else:
            groups.append([segment])
    return groups


class _Verticals:
    """The vertical rules of a page, with the questions that a level line asks of them."""

    def __init__(self, pieces: Sequence[Segment]) -> None:
        lines = join(pieces)
        self.rules = tuple(line for line in lines if line.length >= RULE_LEAST_PT)
        self._at = [line.at for line in self.rules]

    def width_at(self, line: Segment) -> float:
        """Width of the table around the line, from the first to the last rule at its height; 0 outside."""
        reached = [rule.at for rule in self.rules if rule.start - REACH_PT <= line.at <= rule.end + REACH_PT]
        if len(reached) < 2 or line.end < reached[0] or line.start > reached[-1]:
            return 0.0
        return reached[-1] - reached[0]

    def touches(self, x: float, y: float, reach_pt: float = ON_RULE_PT) -> bool:
        """Whether a vertical rule passes or ends at the point."""
        first, last = bisect_left(self._at, x - reach_pt), bisect_right(self._at, x + reach_pt)
        return any(rule.start - REACH_PT <= y <= rule.end + REACH_PT for rule in self.rules[first:last])

    def carries(self, line: Segment, reach_pt: float = ON_RULE_PT) -> bool:
        """Whether both ends of a level line are on vertical rules."""
        return self.touches(line.start, line.at, reach_pt) and self.touches(line.end, line.at, reach_pt)


def _is_rule(line: Segment, vertical: _Verticals, usual_pt: float, divided: Divided) -> bool:
    """Whether a line that is not as wide as the table is one of its rules."""
    thick = line.thickness >= max(THICK_LEAST_PT, THICK_TIMES * usual_pt)
    if thick or not vertical.carries(line):
        return False
    alike = abs(line.thickness - usual_pt) <= SAME_THICKNESS_SHARE * usual_pt and not line.flat
    return (alike and vertical.carries(line, EXACT_PT)) or not divided.is_over_blanks(line)


def _part_boxes(shapes: Shapes) -> tuple[list[Mark], tuple[list[Segment], list[Segment]]]:
    """Bars drawn over months, and (level, upright) sides of the boxes that are a table's cells.

    Cells drawn as boxes stand side by side, so each side of one lies on another line; a bar's sides do not.
    """
    if not shapes.boxes:
        return [], ([], [])
    sides = [box_segments(box) for box in shapes.boxes]
    levels = _Neighbours([*shapes.horizontal, *(side for level, _ in sides for side in level)])
    uprights = _Neighbours([*shapes.vertical, *(side for _, upright in sides for side in upright)])
    bars: list[Mark] = []
    cell_sides: tuple[list[Segment], list[Segment]] = ([], [])
    for box, (level, upright) in zip(shapes.boxes, sides, strict=True):
        if all(map(levels.has_beside, level)) and all(map(uprights.has_beside, upright)):
            cell_sides[0].extend(level)
            cell_sides[1].extend(upright)
        else:
            bars.append(Mark(box))
    return bars, cell_sides


class _Neighbours:
    """Segments of one direction, to find what lies on or goes on from one of them."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._ordered = sorted(segments, key=lambda s: s.at)
        self._at = [segment.at for segment in self._ordered]

    def has_beside(self, side: Segment) -> bool:
        """Whether another segment lies on the side, or touches its end."""
        first = bisect_left(self._at, side.at - ON_RULE_PT)
        last = bisect_right(self._at, side.at + ON_RULE_PT)
        return any(
            other is not side and other.start - REACH_PT <= side.end and side.start <= other.end + REACH_PT
            for other in self._ordered[first:last]
        )


def _is_underline(line: Segment, glyphs: Sequence[Glyph]) -> bool:
    """Whether text stands on (or under) most of the line."""
    covered = sum(
        glyph.x1 - glyph.x0
        for glyph in glyphs
        if line.start <= (glyph.x0 + glyph.x1) / 2 <= line.end
        and -STRIKE_RISE_EM * glyph.size <= line.at - glyph.origin_y <= UNDERLINE_DROP_EM * glyph.size
        and glyph.turn == 0
        and glyph.text != " "
    )
    return covered >= UNDERLINE_SHARE * line.length


def _mark(line: Segment) -> Mark:
    half = line.thickness / 2
    return Mark((line.start, line.at - half, line.end, line.at + half))


def _spine(mark: Mark) -> Segment:
    x0, top, x1, bottom = mark.box
    return Segment((top + bottom) / 2, x0, x1, 0.0)


def _heads_at(line: Segment, heads: Sequence[Box]) -> tuple[Box | None, Box | None]:
    return _head_near(line.start, line.at, heads), _head_near(line.end, line.at, heads)


def _head_near(x: float, y: float, heads: Sequence[Box]) -> Box | None:
    for head in heads:
        x0, top, x1, bottom = head
        if x0 - HEAD_REACH_PT <= x <= x1 + HEAD_REACH_PT and top - 1 <= y <= bottom + 1:
            return head
    return None


def _with_heads(mark: Mark, ends: tuple[Box | None, Box | None], heads: list[Box]) -> Mark:
    """The mark together with its heads, which are then used up."""
    start, end = ends
    if start is not None and start == end:
        # A short shaft may lie within the reach of one head only: it is the head of its nearer end.
        nearer_start = start[0] - mark.box[0] <= mark.box[2] - start[2]
        start, end = (start, None) if nearer_start else (None, end)
    boxes = [box for box in (mark.box, start, end) if box is not None]
    for head in {start, end} - {None}:
        if head in heads:
            heads.remove(head)
    return Mark(union(boxes), start is not None, end is not None)


def _head_pairs(heads: Sequence[Box]) -> list[Mark]:
    """Two heads side by side whose shaft is too short to be drawn."""
    pairs: list[Mark] = []
    ordered = sorted(heads)
    for left, right in pairwise(ordered):
        level = abs((left[1] + left[3]) - (right[1] + right[3])) <= 2 * ON_RULE_PT
        if level and 0 <= right[2] - left[2] <= HEAD_PAIR_GAP_PT and left[0] < right[0]:
            pairs.append(Mark(union([left, right]), True, True))
    return pairs


def merge_marks(marks: Sequence[Mark]) -> list[Mark]:
    """Marks on each other made one: LibreOffice paints a block arrow's face and outline apart."""
    merged: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.box[1], m.box[0])):
        twin = next((index for index, other in enumerate(merged) if _overlap(mark.box, other.box)), None)
        if twin is None:
            merged.append(mark)
        else:
            other = merged[twin]
            merged[twin] = Mark(
                union([mark.box, other.box]),
                mark.head_start or other.head_start,
                mark.head_end or other.head_end,
            )
    return merged


def _overlap(a: Box, b: Box) -> bool:
    across = min(a[2], b[2]) - max(a[0], b[0])
    down = min(a[3], b[3]) - max(a[1], b[1])
    least = min(a[2] - a[0], b[2] - b[0])
    return down >= -ON_RULE_PT / 2 and across > least / 2


def union(boxes: Sequence[Box]) -> Box:
    """The smallest box around all of them; at least one."""
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )
