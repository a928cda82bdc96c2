"""PDFium's path objects as outlines in display points."""

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import pypdfium2.raw as pdfium_c

from parsers.formats.pdf.frame import Matrix, PageFrame, apply, concat
from parsers.formats.pdf.page_objects import PageObject, object_matrix

PATHS_PER_PAGE_LIMIT = 50_000  # a drawn map; more would be an attack
POINTS_PER_PATH_LIMIT = 2_000

THIN_PT = 1.0  # far below an arrow head

Point = tuple[float, float]


@dataclass(slots=True)
class Outline:
    """One subpath. `closed` tells whether it returns to its start, `curved` whether it has Bezier segments.

    `width` is the line's width where it is stroked; `color` is a filled face's RRGGBB ("" for a border's).
    """

    points: tuple[Point, ...]
    closed: bool
    curved: bool
    filled: bool
    stroked: bool = False
    width: float = 0.0
    color: str = ""

    @property
    def box(self) -> tuple[float, float, float, float]:
        """x0, top, x1, bottom."""
        xs, ys = zip(*self.points, strict=True)
        return min(xs), min(ys), max(xs), max(ys)


def page_outlines(paths: Iterable[PageObject], frame: PageFrame) -> list[Outline]:
    """All visible subpaths of a page's path objects in painting order, up to a limit."""
    display = frame.matrix()
    buffers = _Buffers()
    found = (
        outline
        for path in paths
        for outline in _path_outlines(path.handle, concat(path.outer, display), buffers)
    )
    return list(islice(found, PATHS_PER_PAGE_LIMIT))


class _Buffers:
    """What PDFium answers into, shared by all calls, as the paths of a page are many."""

    def __init__(self) -> None:
        self.modes = ctypes.c_int(), ctypes.c_int()
        self.sides = ctypes.c_float(), ctypes.c_float(), ctypes.c_float(), ctypes.c_float()


def _path_outlines(path: Any, outer: Matrix, buffers: _Buffers) -> Iterator[Outline]:
    fill, stroke = buffers.modes
    pdfium_c.FPDFPath_GetDrawMode(path, fill, stroke)
    filled, stroked = fill.value != pdfium_c.FPDF_FILLMODE_NONE, bool(stroke.value)
    if not (filled or stroked):
        return
    if not stroked and (thin := _thin_corners(path, outer, buffers)) is not None:
        yield Outline(thin, closed=True, curved=False, filled=True)
        return
    color = _color(path) if filled else ""
    matrix = concat(object_matrix(path), outer)
    width = _width(path, matrix) if stroked else 0.0
    for points, closed, curved in _subpaths(path, matrix):
        if len(points) > 1:
            yield Outline(tuple(points), closed or filled, curved, filled, stroked, width, color)


def _thin_corners(path: Any, outer: Matrix, buffers: _Buffers) -> tuple[Point, ...] | None:
    """The corners of a face as thin as a border, else None. Word draws borders so, hundreds to a page."""
    left, bottom, right, top = buffers.sides
    pdfium_c.FPDFPageObj_GetBounds(path, left, bottom, right, top)
    x0, y0, x1, y1 = left.value, bottom.value, right.value, top.value
    if min(x1 - x0, y1 - y0) > THIN_PT:
        return None
    return apply(outer, x0, y0), apply(outer, x1, y0), apply(outer, x1, y1), apply(outer, x0, y1)


def _width(path: Any, matrix: Matrix) -> float:
    width = ctypes.c_float()
    pdfium_c.FPDFPageObj_GetStrokeWidth(path, width)
    scale = abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) ** 0.5
    return float(width.value * scale)


def _color(path: Any) -> str:
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium_c.FPDFPageObj_GetFillColor(path, *parts)
    return "".join(f"{part.value:02X}" for part in parts[:3])


def _subpaths(path: Any, matrix: Matrix) -> Iterator[tuple[list[Point], bool, bool]]:
    """(points, closed, curved) of each subpath; of a curve the control points stand among the points."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    closed = curved = False
    for index in range(min(pdfium_c.FPDFPath_CountSegments(path), POINTS_PER_PATH_LIMIT)):
        segment = pdfium_c.FPDFPath_GetPathSegment(path, index)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO and points:
            yield points, closed, curved
            points, closed, curved = [], False, False
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(apply(matrix, x.value, y.value))
        curved = curved or kind == pdfium_c.FPDF_SEGMENT_BEZIERTO
        closed = closed or bool(pdfium_c.FPDFPathSegment_GetClose(segment))
    if points:
        yield points, closed, curved
