"""Where rows or columns lie along one axis of a sheet, in points from the sheet's corner."""

from bisect import bisect_left
from collections.abc import Mapping
from itertools import accumulate

DEFAULT_COLUMN_PT = 48.0
DEFAULT_ROW_PT = 15.0
COLUMN_UNIT_PT = 5.25
"""A unit of column width is a digit of the default font, 7 pixels of 0.75 points in Calibri 11."""
_STEPS_PER_PT = 1024
"""Sizes are whole numbers of such steps: sums of them are exact, and hidden parts have no width at all."""


class Axis:
    """Sizes by 0-based index; hidden rows or columns have none."""

    def __init__(self, default_pt: float, sizes_pt: Mapping[int, float], count: int) -> None:
        self._default_pt = _in_steps(default_pt)
        self._sizes_pt = {index: _in_steps(size_pt) for index, size_pt in sizes_pt.items()}
        self._count = count
        self._known = sorted(sizes_pt)
        surplus = (self._sizes_pt[index] - self._default_pt for index in self._known)
        self._surplus_pt = [0.0, *accumulate(surplus)]

    def size_pt(self, index: int) -> float:
        """The width or height; 0 where it is hidden."""
        return self._sizes_pt.get(index, self._default_pt)

    def is_hidden(self, index: int) -> bool:
        """Whether nothing of it is seen."""
        return self.size_pt(index) <= 0

    def start_pt(self, index: int) -> float:
        """Where it begins."""
        return index * self._default_pt + self._surplus_pt[bisect_left(self._known, index)]

    def at_pt(self, position_pt: float) -> int:
        """The index of what lies at a position; the first or last beyond the sheet's ends."""
        low, high = 0, self._count - 1
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.start_pt(middle) <= position_pt else (low, middle - 1)
        return low

    def first_visible(self, first: int, last: int) -> int | None:
        """The first of a range that is seen."""
        if not self.is_hidden(first):
            return first
        # All that is hidden begins where the next visible one does.
        found = self.at_pt(self.start_pt(first))
        return None if found > last or self.is_hidden(found) else found


def _in_steps(size_pt: float) -> float:
    return round(size_pt * _STEPS_PER_PT) / _STEPS_PER_PT
