"""From a PDF's user space to the page as a person sees it."""

from dataclasses import dataclass
from math import atan2, degrees

Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def concat(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that applies `inner` first and `outer` after it (PDF 32000-1, 8.3.4)."""
    a, b, c, d, e, f = inner
    m, n, o, p, q, r = outer
    return (a * m + b * o, a * n + b * p, c * m + d * o, c * n + d * p, e * m + f * o + q, e * n + f * p + r)


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """The point (x, y) under `matrix`."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def turn_of(matrix: Matrix) -> int:
    """Counter-clockwise degrees by which text under `matrix` is turned, rounded: 0, 90, 180 or 270."""
    a, b = matrix[0], matrix[1]
    if b == 0.0 < a:
        return 0
    return round(degrees(atan2(b, a)) / 90) * 90 % 360


@dataclass(frozen=True, slots=True)
class PageFrame:
    """A page's visible box in user space and its /Rotate (clockwise degrees: 0, 90, 180, 270).

    Display coordinates are points from the top-left corner of the page as shown, y downwards.
    """

    left: float
    bottom: float
    right: float
    top: float
    rotation: int = 0

    @property
    def width(self) -> float:
        """Width of the page as shown, in points."""
        return self._upright_height if self.rotation % 180 else self._upright_width

    @property
    def height(self) -> float:
        """Height of the page as shown, in points."""
        return self._upright_width if self.rotation % 180 else self._upright_height

    @property
    def _upright_width(self) -> float:
        return self.right - self.left

    @property
    def _upright_height(self) -> float:
        return self.top - self.bottom

    def matrix(self) -> Matrix:
        """The matrix from user space to display coordinates."""
        if self.rotation == 90:
            return (0.0, 1.0, 1.0, 0.0, -self.bottom, -self.left)
        if self.rotation == 180:
            return (-1.0, 0.0, 0.0, 1.0, self.right, -self.bottom)
        if self.rotation == 270:
            return (0.0, -1.0, -1.0, 0.0, self.top, self.right)
        return (1.0, 0.0, 0.0, -1.0, -self.left, self.top)

    def turn(self, matrix: Matrix) -> int:
        """Turn of text under `matrix` on the page as shown, in counter-clockwise degrees."""
        return (turn_of(matrix) - self.rotation) % 360
