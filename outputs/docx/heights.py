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
# Mean advance of TH SarabunPSK over Thai text with its digits and spaces, and its line height.
_LETTER_EM, _LINE_EM = 0.37, 1.13
# Lines end at words, so that on the average this share of a line is filled.
_FILLED = 0.93
_PADDING_TWIPS = 2 * 57
_TWIPS_PER_POINT = 20
_TEXTS_KEPT = 4096


@lru_cache(maxsize=_TEXTS_KEPT)
def line_count(text: str, width_twips: int, size_pt: int) -> int:
    """The lines of a text in a cell of that width; none for no text."""
    letters = len(_MARKS.sub("", text))
    room_pt = (width_twips - _PADDING_TWIPS) / _TWIPS_PER_POINT * _FILLED
    return ceil(letters * _LETTER_EM * size_pt / room_pt)


def lines_height_twips(lines: int, size_pt: int) -> int:
    """The height of that many lines."""
    return ceil(lines * _LINE_EM * size_pt * _TWIPS_PER_POINT)


def _lines(cells: Iterable[ShownCell], size_pt: int) -> int:
    """The lines of the tallest cell."""
    return max(
        (sum(line_count(text, cell.width_twips, size_pt) for text in cell.texts) for cell in cells), default=0
    )


def row_heights_pt(rows: Sequence[Sequence[ShownCell]], size_pt: int) -> list[float]:
    """The heights of the rows of one project; what its merged cells need beyond all rows is added
    to the last.
    """
    own = [max(1, _lines((cell for cell in row if cell.merge is None), size_pt)) for row in rows]
    merged = _lines((cell for cell in rows[0] if cell.merge == "restart"), size_pt)
    own[-1] += max(0, merged - sum(own))
    return [lines * _LINE_EM * size_pt for lines in own]
