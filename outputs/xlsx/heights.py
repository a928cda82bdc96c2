"""How tall rows must be: LibreOffice and others show a row as tall as the file says, and clip what is longer."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from outputs.docx.heights import line_count

_LINE_EM: Final = 1.7
"""A line of the tallest font of the Sarabun family (Laksaman, whose ink fills so much of its 1.96 em): others of
them need less, and too much room is better than clipped marks.
"""
_PADDING_PT: Final = 2.0
_FILLED_SHARE: Final = 0.88
"""Of a narrow cell's line: Thai breaks between words, and long ones leave much of a line blank."""
_LEAST_WIDTH_TWIPS: Final = 240
"""Of a column that amounts of twenty digits and more in its neighbours leave no room for."""
_TWIPS_PER_CHARACTER: Final = 105
"""Widths of Excel count in digits of its usual font, which are 7 pixels wide at 96 dots per inch."""
TALLEST_ROW_PT: Final = 409.0
"""Excel has no taller rows."""


class Text(NamedTuple):
    """A text in a cell of that width; `shared` ones are merged over all rows of a project."""

    text: str
    width_twips: int
    shared: bool = False


def height_pt(lines: int, size_pt: int) -> float:
    """The height of a row of so many lines."""
    return min(lines * size_pt * _LINE_EM + _PADDING_PT, TALLEST_ROW_PT)


def lines_of(texts: Iterable[Text], size_pt: int) -> int:
    """The lines of the longest text, at least one."""
    return max((1, *(line_count(each.text, _line_twips(each), size_pt) for each in texts)))


def _line_twips(text: Text) -> int:
    """What text takes of a cell's line."""
    return max(round(text.width_twips * _FILLED_SHARE), _LEAST_WIDTH_TWIPS)


def fitting_height_pt(texts: Iterable[tuple[str, float]], size_pt: int, least_lines: int = 1) -> float:
    """The height of a row for texts that each come with their column's width, in characters as Excel counts."""
    sized = [Text(text, round(width * _TWIPS_PER_CHARACTER)) for text, width in texts]
    return height_pt(max(least_lines, lines_of(sized, size_pt)), size_pt)


def row_heights_pt(rows: Sequence[Sequence[Text]], size_pt: int) -> list[float]:
    """The heights of the rows of one project; what shared texts need beyond all rows is added to the last."""
    lines = [lines_of((text for text in row if not text.shared), size_pt) for row in rows]
    shared = lines_of((text for text in rows[0] if text.shared), size_pt)
    lines[-1] += max(0, shared - sum(lines))
    return [height_pt(count, size_pt) for count in lines]
