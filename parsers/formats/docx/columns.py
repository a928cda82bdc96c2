"""Where a table's columns stand: its grid, mended by the cells' own widths."""

from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

DISAGREEMENT_PT = 3.0
DISAGREEMENT_SHARE = 0.1
"""A cell's width and the grid's under it differ by more than both: they disagree."""
_DEFAULT_COLUMN_PT = 36.0


class CellWidth(NamedTuple):
    """The width that a cell wants (w:tcW), with the columns that it spans."""

    col: int
    span: int
    width_pt: float


def column_edges(columns: int, grid_pt: Sequence[float], wanted: Sequence[CellWidth]) -> tuple[float, ...]:
    """`columns + 1` points from 0 on.

    The grid's where it is whole and most cells agree with it, else as the cells want them.
    """
    widths = list(grid_pt[:columns])
    if len(widths) < columns or not all(width > 0 for width in widths) or not _most_agree(widths, wanted):
        widths = _mended(columns, grid_pt, wanted)
    edges = [0.0]
    for width in widths:
        edges.append(edges[-1] + width)
    return tuple(round(edge, 3) for edge in edges)


def _most_agree(grid_pt: Sequence[float], wanted: Sequence[CellWidth]) -> bool:
    agreeing = sum(_agrees(cell.width_pt, sum(grid_pt[cell.col : cell.col + cell.span])) for cell in wanted)
    return 2 * agreeing >= len(wanted)


def _agrees(wanted_pt: float, grid_pt: float) -> bool:
    return abs(wanted_pt - grid_pt) <= max(DISAGREEMENT_PT, DISAGREEMENT_SHARE * grid_pt)


def _mended(columns: int, grid_pt: Sequence[float], wanted: Sequence[CellWidth]) -> list[float]:
    """Columns from cells of one column, else from what spanning cells leave over, else from the grid."""
    known: dict[int, float] = {}
    for col in range(columns):
        singles = [cell.width_pt for cell in wanted if cell.col == col and cell.span == 1]
        if singles:
            known[col] = median(singles)
    for cell in sorted(wanted, key=lambda cell: cell.span):
        _share_out(cell, known, columns)
    for col in range(columns):
        given = grid_pt[col] if col < len(grid_pt) else 0.0
        known.setdefault(col, given if given > 0 else _typical(known.values()))
    return [known[col] for col in range(columns)]


def _share_out(cell: CellWidth, known: dict[int, float], columns: int) -> None:
    covered = range(cell.col, min(cell.col + cell.span, columns))
    open_columns = [col for col in covered if col not in known]
    rest_pt = cell.width_pt - sum(known.get(col, 0.0) for col in covered)
    if open_columns and rest_pt > 0:
        known.update(dict.fromkeys(open_columns, rest_pt / len(open_columns)))


def _typical(widths: Iterable[float]) -> float:
    return median(list(widths) or [_DEFAULT_COLUMN_PT])
