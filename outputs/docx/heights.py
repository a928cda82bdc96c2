"""How tall a row comes out, by a count of its lines: exact enough to place an arrow and to see a giant row.

Word and LibreOffice know the true height only when they lay the page out, and LibreOffice gives up centring
a cell that anchors a drawing, so an arrow's place at half the row's height is computed here.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import ceil

from outputs.docx.content import ShownCell

# Signs above and below letters take no width.
_MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
# Widths of TH SarabunPSK over Thai text with its digits and spaces, in em per letter: measured
# texts have 0.324 to
# 0.387, 0.357 on the average. The most counts in that lines end at words, so that none is full.
_MOST_EM, _LEAST_EM = 0.40, 0.32
_LINE_EM = 1.13
_PADDING_TWIPS = 2 * 57
_TWIPS_PER_POINT = 20
_TEXTS_KEPT = 4096


@lru_cache(maxsize=_TEXTS_KEPT)
def line_count(text: str, width_twips: int, size_pt: int, letter_em: float = _MOST_EM) -> int:
    """The lines of a text in a cell of that width, rather too many than too few; none for no text."""
    letters = len(_MARKS.sub("", text))
    room_pt = (width_twips - _PADDING_TWIPS) / _TWIPS_PER_POINT
    return ceil(letters * letter_em * size_pt / room_pt)


def lines_height_twips(lines: int, size_pt: int) -> int:
    """The height of that many lines."""
    return ceil(lines * _LINE_EM * size_pt * _TWIPS_PER_POINT)


def _lines(cells: Iterable[ShownCell], size_pt: int, letter_em: float) -> int:
    """The lines of the tallest cell."""
    counts = (
        sum(line_count(text, cell.width_twips, size_pt, letter_em) for text in cell.texts) for cell in cells
    )
    return max(counts, default=0)


def _row_lines(rows: Sequence[Sequence[ShownCell]], size_pt: int, letter_em: float) -> list[int]:
    """The lines of the rows of one project; what its merged cells need beyond all rows is added to
    the last.
    """
    own = [max(1, _lines((cell for cell in row if cell.merge is None), size_pt, letter_em)) for row in rows]
    merged = _lines((cell for cell in rows[0] if cell.merge == "restart"), size_pt, letter_em)
    own[-1] += max(0, merged - sum(own))
    return own


def row_heights_pt(rows: Sequence[Sequence[ShownCell]], size_pt: int) -> list[float]:
    """The most that the rows of one project are likely to be high."""
    return [lines * _LINE_EM * size_pt for lines in _row_lines(rows, size_pt, _MOST_EM)]


def middle_pt(rows: Sequence[Sequence[ShownCell]], size_pt: int) -> float:
    """Half the height of all rows of one project, and surely within them: half a line above the
    least height.
    """
    least = sum(_row_lines(rows, size_pt, _LEAST_EM))
    most = sum(_row_lines(rows, size_pt, _MOST_EM))
    return min((least + most) / 4, least - 0.5) * _LINE_EM * size_pt
