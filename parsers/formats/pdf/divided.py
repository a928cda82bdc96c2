"""What a level line divides: text from text as rules do, or empty cells that a month mark is drawn over.

A flat box or a plain line over the months may reach from rule to rule, as thin as they are. But a rule is drawn to
divide something.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from parsers.formats.pdf.glyphs import Glyph
from parsers.formats.pdf.shapes import Segment

INSIDE_PT = 1.5  # a level line nearer than this is the same one
ON_RULE_PT = 2.0
MARK_COLUMN_PT = 45.0  # no column of a month is wider; those of amounts and of words are


class Divided:
    """A page's text and rules, to ask what stands over and under a line."""

    def __init__(
        self, level: Sequence[Segment], vertical: Sequence[Segment], glyphs: Sequence[Glyph]
    ) -> None:
        self._level = sorted(level, key=lambda line: line.at)
        self._level_at = [line.at for line in self._level]
        self._vertical = vertical
        self._glyphs = glyphs

    @cached_property
    def _middles(self) -> list[tuple[float, float]]:
        """y and x of the middle of each letter, from top to bottom; most pages have no line to ask for."""
        return sorted(
            ((glyph.top + glyph.bottom) / 2, (glyph.x0 + glyph.x1) / 2)
            for glyph in self._glyphs
            if glyph.text != " "
        )

    def is_over_blanks(self, line: Segment) -> bool:
        """Whether the line crosses narrow columns only, and the cells that it would divide have no text."""
        passing = [
            rule
            for rule in self._vertical
            if line.start - ON_RULE_PT <= rule.at <= line.end + ON_RULE_PT
            and rule.start <= line.at <= rule.end
        ]
        if not passing:
            return False
        inner = {rule.at for rule in passing if line.start + ON_RULE_PT < rule.at < line.end - ON_RULE_PT}
        bands = list(pairwise([line.start, *sorted(inner), line.end]))
        # Where a page cuts a row, the upright rules tell how far its cells reach.
        reach = min(rule.start for rule in passing), max(rule.end for rule in passing)
        narrow = all(right - left <= MARK_COLUMN_PT for left, right in bands)
        return narrow and all(self._is_blank(left, right, line.at, reach) for left, right in bands)

    def _is_blank(self, left: float, right: float, y: float, reach: tuple[float, float]) -> bool:
        """Whether no text stands in the column from the next rule above y to the next one below it."""
        middle = (left + right) / 2
        first = bisect_left(self._level_at, y - INSIDE_PT) - 1
        last = bisect_right(self._level_at, y + INSIDE_PT)
        top = self._nearest(range(first, -1, -1), middle, reach[0])
        bottom = self._nearest(range(last, len(self._level)), middle, reach[1])
        start, end = bisect_left(self._middles, (top, left)), bisect_right(self._middles, (bottom, right))
        return not any(left < x < right for _, x in self._middles[start:end])

    def _nearest(self, indices: range, x: float, otherwise: float) -> float:
        """Level of the first of these lines that passes x."""
        return next((line.at for i in indices if (line := self._level[i]).start <= x <= line.end), otherwise)
