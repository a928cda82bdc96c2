"""From rules to grids of cells, spans included.

Rules that touch are one table. Its rules' levels divide it into atoms; atoms without a wall between them are
one cell, so a rule that stands only under some columns makes spans and loses nothing. (pdfplumber's finder
drops each cell that has no four corners, and tables whose first or last rule a page break cut away.)
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from parsers.formats.pdf.shapes import Box, Segment

SNAP_PT = 2.5  # levels this near are one: rows of one table are drawn with edges a little off
TOUCH_PT = 3.0
WALL_SHARE = 0.5  # a wall covers at least this part of an atom's side
OPEN_SIDE_LINES = 3  # so many parallel rules ending at one level show a side that a page break left open
CELLS_LEAST = 2


_Component = tuple[list[Segment], list[Segment]]  # level rules and upright ones that make one table


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell's place in its grid."""

    row: int
    col: int
    row_span: int
    col_span: int


@dataclass(frozen=True, slots=True)
class Grid:
    """Column edges `xs` and row edges `ys` (display points, ascending), cells, each atom's cell index."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    cells: tuple[GridCell, ...]
    owners: tuple[tuple[int, ...], ...]

    @property
    def box(self) -> Box:
        """x0, top, x1, bottom of the table."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def row_at(self, y: float) -> int | None:
        """The row whose band holds y."""
        return _band(self.ys, y)

    def cell_at(self, x: float, y: float) -> int | None:
        """Index of the cell that holds the point, None outside of the table."""
        row, col = _band(self.ys, y), _band(self.xs, x)
        return None if row is None or col is None else self.owners[row][col]

    def cell_within(self, x: float, y: float) -> int:
        """Index of the cell that holds a point of the table's box."""
        return self.owners[bisect_right(self.ys, y) - 1][bisect_right(self.xs, x) - 1]

    def cell_box(self, cell: GridCell) -> Box:
        """The cell's rectangle on the page."""
        return (
            self.xs[cell.col],
            self.ys[cell.row],
            self.xs[cell.col + cell.col_span],
            self.ys[cell.row + cell.row_span],
        )


def _band(edges: Sequence[float], value: float) -> int | None:
    index = bisect_right(edges, value) - 1
    return index if 0 <= index < len(edges) - 1 else None


def find_grids(horizontal: Sequence[Segment], vertical: Sequence[Segment]) -> list[Grid]:
    """The page's tables of two cells or more, from top to bottom; a framed page or box is none."""
    components = list(_components(horizontal, vertical))
    lone = [upright[0] for level, upright in components if not level]
    components = [component for component in components if component[0]] + _open_bodies(lone)
    grids = [grid for level, upright in components if (grid := _grid(level, upright))]
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _components(horizontal: Sequence[Segment], vertical: Sequence[Segment]) -> Iterator[_Component]:
    """Groups of rules that touch each other."""
    parents = list(range(len(horizontal) + len(vertical)))
    for i, level in enumerate(horizontal):
        for j, upright in enumerate(vertical):
            if _touch(level, upright):
                _unite(parents, i, len(horizontal) + j)
    groups: dict[int, _Component] = {}
    for i, segment in enumerate([*horizontal, *vertical]):
        group = groups.setdefault(_root(parents, i), ([], []))
        group[0 if i < len(horizontal) else 1].append(segment)
    yield from groups.values()


def _open_bodies(lone: Sequence[Segment]) -> list[_Component]:
    """Upright rules alone that run over the same height: one row that is cut by the page at both ends."""
    groups: list[list[Segment]] = []
    for rule in sorted(lone, key=lambda r: (r.start, r.at)):
        for group in groups:
            if abs(group[0].start - rule.start) <= TOUCH_PT and abs(group[0].end - rule.end) <= TOUCH_PT:
                group.append(rule)
                break
        else:
            groups.append([rule])
    return [([], group) for group in groups if len(group) >= OPEN_SIDE_LINES]


def _touch(level: Segment, upright: Segment) -> bool:
    return (
        level.start - TOUCH_PT <= upright.at <= level.end + TOUCH_PT
        and upright.start - TOUCH_PT <= level.at <= upright.end + TOUCH_PT
    )


def _root(parents: list[int], item: int) -> int:
    while parents[item] != item:
        parents[item] = parents[parents[item]]
        item = parents[item]
    return item


def _unite(parents: list[int], a: int, b: int) -> None:
    parents[_root(parents, a)] = _root(parents, b)


def _grid(level: list[Segment], upright: list[Segment]) -> Grid | None:
    level, upright = level + _open_sides(upright, level), upright + _open_sides(level, upright)
    xs, ys = _snap(line.at for line in upright), _snap(line.at for line in level)
    if len(xs) < 2 or len(ys) < 2:
        return None
    owners = _owners(xs, ys, level, upright)
    cells, owners = _rectangles(owners)
    if len(cells) < CELLS_LEAST:
        return None
    return Grid(tuple(xs), tuple(ys), tuple(cells), tuple(tuple(row) for row in owners))


def _open_sides(lines: Sequence[Segment], crossing: Sequence[Segment]) -> list[Segment]:
    """A side at each level where several parallel rules end together beyond the outermost crossing one."""
    at_levels = [line.at for line in crossing]
    starts = [line.start for line in lines]
    ends = [line.end for line in lines]
    sides: list[Segment] = []
    for values, outermost in ((starts, min), (ends, max)):
        if not values:
            continue
        edge = outermost(values)
        here = [line for line, value in zip(lines, values, strict=True) if abs(value - edge) <= TOUCH_PT]
        beyond = all(abs(level - edge) > TOUCH_PT for level in at_levels)
        if beyond and len(here) >= OPEN_SIDE_LINES:
            first, last = min(line.at for line in here), max(line.at for line in here)
            sides.append(Segment(edge, first, last, 0.0))
    return sides


def _snap(values: Iterable[float]) -> list[float]:
    """Levels that lie within SNAP_PT of the first of their group, as the group's mean."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][0] <= SNAP_PT:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def _owners(
    xs: Sequence[float], ys: Sequence[float], level: Sequence[Segment], upright: Sequence[Segment]
) -> list[list[int]]:
    """For each atom (row, column) the root of the set that no wall divides."""
    rows, columns = len(ys) - 1, len(xs) - 1
    below = _walls(ys, xs, level)
    right = _walls(xs, ys, upright)
    parents = list(range(rows * columns))
    for row in range(rows):
        for col in range(columns):
            if col + 1 < columns and not right[col + 1][row]:
                _unite(parents, row * columns + col, row * columns + col + 1)
            if row + 1 < rows and not below[row + 1][col]:
                _unite(parents, row * columns + col, (row + 1) * columns + col)
    return [[_root(parents, row * columns + col) for col in range(columns)] for row in range(rows)]


def _walls(levels: Sequence[float], bands: Sequence[float], lines: Sequence[Segment]) -> list[list[bool]]:
    """walls[i][j]: whether a rule at level i covers band j."""
    covered = [[0.0] * (len(bands) - 1) for _ in levels]
    for line in lines:
        nearest = min(range(len(levels)), key=lambda i: abs(levels[i] - line.at))
        for j in range(len(bands) - 1):
            overlap = min(line.end, bands[j + 1]) - max(line.start, bands[j])
            covered[nearest][j] += max(overlap, 0.0)
    return [
        [length >= WALL_SHARE * (bands[j + 1] - bands[j]) for j, length in enumerate(row)] for row in covered
    ]


def _rectangles(owners: Sequence[Sequence[int]]) -> tuple[list[GridCell], list[list[int]]]:
    """Cells of the atoms' sets; a set that is no rectangle is cut into rectangles from the top."""
    rows, columns = len(owners), len(owners[0])
    taken = [[-1] * columns for _ in range(rows)]
    cells: list[GridCell] = []
    for row in range(rows):
        for col in range(columns):
            if taken[row][col] >= 0:
                continue
            cell = _grow(owners, taken, row, col)
            for r in range(row, row + cell.row_span):
                taken[r][col : col + cell.col_span] = [len(cells)] * cell.col_span
            cells.append(cell)
    return cells, taken


def _grow(owners: Sequence[Sequence[int]], taken: Sequence[Sequence[int]], row: int, col: int) -> GridCell:
    """The widest and then highest rectangle of one set with its top left at (row, col)."""
    owner, width = owners[row][col], 1
    while col + width < len(owners[0]) and owners[row][col + width] == owner and taken[row][col + width] < 0:
        width += 1
    height = 1
    while row + height < len(owners) and all(
        owners[row + height][c] == owner for c in range(col, col + width)
    ):
        height += 1
    return GridCell(row, col, height, width)
