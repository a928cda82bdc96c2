"""Month marks: which cells of a row carry what, for every way in which officers draw them."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from random import Random

from bench.legacy_plans import shapes
from bench.legacy_plans.layout import Layout, MarkKind
from bench.legacy_plans.wordml import CELL_MARGIN, PAGE_MARGIN, run_properties
from schemas.plan import FISCAL_MONTHS

_SHADE = "A6A6A6"
_DROP_DXA = 170  # how far under the top of its paragraph a line is drawn: the middle of a line of 14 pt
_TICK = f'<w:r>{run_properties(24)}<w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
_DRAWN: tuple[MarkKind, ...] = ("drawing", "drawing_bare", "flat_box", "group", "vml_line", "vml_shape")


def runs_of(months: tuple[int, ...]) -> list[tuple[int, int]]:
    """Unbroken runs as (first, last) positions in the fiscal year, 0 for October."""
    positions = sorted(FISCAL_MONTHS.index(month) for month in months)
    runs: list[tuple[int, int]] = []
    for position in positions:
        if runs and runs[-1][1] == position - 1:
            runs[-1] = (runs[-1][0], position)
        else:
            runs.append((position, position))
    return runs


@dataclass(frozen=True)
class MonthCell:
    """What one row has in a month's place: text, runs of XML, a fill, and how many months it spans."""

    position: int
    span: int = 1
    text: str = ""
    xml: str = ""
    shading: str = ""


@dataclass(frozen=True)
class RowMarks:
    """A row's month cells, and XML that is anchored in its name cell, or in the paragraph over the table."""

    cells: tuple[MonthCell, ...]
    name_xml: str = ""
    near_xml: str = ""


class Marker:
    """Marks the rows of one table whose columns' left edges are known (dxa from the table's left edge)."""

    def __init__(
        self, rng: Random, layout: Layout, kind: MarkKind, name_left: int, months_left: list[int]
    ) -> None:
        self.rng, self.layout, self.kind = rng, layout, kind
        self.name_left, self.months_left = name_left, months_left
        self._ids = count(1000 + rng.randrange(9000))

    def row(self, months: tuple[int, ...], below_paragraph: int = 0) -> RowMarks:
        """The marks of one project's first row.

        `below_paragraph` (dxa) is how far its middle lies under the top of the paragraph over the table.
        """
        runs = runs_of(months)
        if self.kind in _DRAWN:
            return self._drawn(runs, below_paragraph)
        if self.kind == "merged":
            return RowMarks(_merged_cells(runs))
        marked = {position for first, last in runs for position in range(first, last + 1)}
        return RowMarks(
            tuple(
                self._marked(position) if position in marked else MonthCell(position)
                for position in range(12)
            )
        )

    def _marked(self, position: int) -> MonthCell:
        if self.kind == "shading":
            return MonthCell(position, shading=_SHADE)
        if self.kind == "wingdings":
            return MonthCell(position, xml=_TICK)
        return MonthCell(position, text=self.layout.mark_glyph)

    # ---- drawn lines ----

    def _drawn(self, runs: list[tuple[int, int]], below_paragraph: int) -> RowMarks:
        """Each run an arrow, anchored over the table, in the name cell, or in its first or last month."""
        anchor = self.layout.mark_anchor
        blank = tuple(MonthCell(position) for position in range(12))
        if anchor == "near_table":
            arrows = [self._arrow(run, -CELL_MARGIN, below_paragraph) for run in runs]
            return RowMarks(blank, near_xml=self._drawings(arrows))
        if anchor == "name":
            return RowMarks(blank, self._drawings([self._arrow(run, self.name_left) for run in runs]))
        by_cell: dict[int, list[shapes.Arrow]] = {}
        for first, last in runs:
            home = first if anchor == "first_month" else last
            by_cell.setdefault(home, []).append(self._arrow((first, last), self.months_left[home]))
        return RowMarks(
            tuple(
                MonthCell(position, xml=self._drawings(by_cell.get(position, []))) for position in range(12)
            )
        )

    def _ends(self, first: int, last: int) -> tuple[int, int]:
        """The arrow's ends in dxa from the table's left edge, missed by a hand as the layout allows."""
        width = self.months_left[1] - self.months_left[0]
        miss = self.layout.mark_jitter * width
        x0 = self.months_left[first] + self.rng.uniform(-miss, miss)
        x1 = self.months_left[last + 1] + self.rng.uniform(-miss, miss)
        return round(x0), round(x1)

    def _arrow(self, run: tuple[int, int], cell_left: int, drop: int = _DROP_DXA) -> shapes.Arrow:
        """A run's arrow: its offset counts from the cell's text, or from the page or margin."""
        x0, x1 = self._ends(*run)
        origin = self.layout.mark_origin
        offset = {"column": x0 - cell_left - CELL_MARGIN, "page": x0 + PAGE_MARGIN, "margin": x0}[origin]
        return shapes.Arrow(next(self._ids), offset, x1 - x0, drop, origin)

    def _drawings(self, arrows: list[shapes.Arrow]) -> str:
        """The runs of a paragraph that draw the arrows."""
        if self.kind == "group" and arrows:
            return f"<w:r>{shapes.group(arrows)}</w:r>"
        return "".join(f"<w:r>{_DRAW[self.kind](arrow)}</w:r>" for arrow in arrows)


_DRAW: dict[str, Callable[[shapes.Arrow], str]] = {
    "drawing": shapes.alternate,
    "drawing_bare": shapes.drawing,
    "flat_box": lambda arrow: shapes.drawing(arrow, "rect"),
    "vml_line": shapes.vml_line,
    "vml_shape": shapes.vml_shape,
}


def _merged_cells(runs: list[tuple[int, int]]) -> tuple[MonthCell, ...]:
    starts = dict(runs)
    cells, position = [], 0
    while position < 12:
        last = starts.get(position)
        span = last - position + 1 if last is not None else 1
        cells.append(MonthCell(position, span, text="↔" if last is not None else ""))
        position += span
    return tuple(cells)
