"""How tall a row comes out, by a count of its lines: exact enough to place an arrow and to see a giant row.

Word and LibreOffice know the true height only when they lay the page out, and LibreOffice gives up centring
a cell that anchors a drawing, so an arrow's place at half the row's height is computed here.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from outputs.docx.content import ShownCell

# Signs above and below letters take no width.
_MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")
# Widths of TH SarabunPSK over Thai text with its digits and spaces, in em per letter: measured
# texts have 0.324 to
# 0.387, 0.357 on the average. The most counts in that lines end at words, so that none is full.
_MOST_EM = 0.40
_LINE_EM = 1.13
_PADDING_TWIPS = 2 * 57
_TWIPS_PER_POINT = 20
_TEXTS_KEPT = 4096


class _Measure(NamedTuple):
    """How wide a letter is, and what each line but the only one loses at its end for breaking between words."""

    letter_em: float
    lost_em: float


# In a column of five em a line loses a fifth of its width, in one of twelve em hardly a twentieth: measured with
# columns of 3 to 12 em. A word of many syllables may lose a little more than the most.
_MOST, _LEAST = _Measure(0.37, 1.2), _Measure(0.32, 0.0)
_LEAST_FILLED_SHARE = 0.5


@lru_cache(maxsize=_TEXTS_KEPT)
def line_count(text: str, width_twips: int, size_pt: int) -> int:
    """The lines of a few words (a header) in a cell of that width; none for no text."""
    return ceil(_letters(text) * _MOST_EM * size_pt / _room_pt(width_twips))


@lru_cache(maxsize=_TEXTS_KEPT)
def _text_lines(text: str, width_twips: int, size_pt: int, measure: _Measure) -> int:
    """The lines of a text of any length in a cell of that width; none for no text."""
    needed_pt, room_pt = _letters(text) * measure.letter_em * size_pt, _room_pt(width_twips)
    if needed_pt <= room_pt:
        return bool(text)
    return ceil(needed_pt / max(_LEAST_FILLED_SHARE * room_pt, room_pt - measure.lost_em * size_pt))


def _letters(text: str) -> int:
    return len(_MARKS.sub("", text))


def _room_pt(width_twips: int) -> float:
    return (width_twips - _PADDING_TWIPS) / _TWIPS_PER_POINT


def lines_height_twips(lines: int, size_pt: int) -> int:
    """The height of that many lines."""
    return ceil(lines * _LINE_EM * size_pt * _TWIPS_PER_POINT)


def _lines(cells: Iterable[ShownCell], size_pt: int, measure: _Measure) -> int:
    """The lines of the tallest cell."""
    counts = (
        sum(_text_lines(text, cell.width_twips, size_pt, measure) for text in cell.texts) for cell in cells
    )
    return max(counts, default=0)


def _row_lines(rows: Sequence[Sequence[ShownCell]], size_pt: int, measure: _Measure) -> list[int]:
    """The lines of the rows of one project; what its merged cells need beyond all rows is added to
    the last.
    """
    own = [max(1, _lines((cell for cell in row if cell.merge is None), size_pt, measure)) for row in rows]
    merged = _lines((cell for cell in rows[0] if cell.merge == "restart"), size_pt, measure)
    own[-1] += max(0, merged - sum(own))
    return own


def row_heights_pt(rows: Sequence[Sequence[ShownCell]], size_pt: int) -> list[float]:
    """The most that the rows of one project are likely to be high."""
    return [lines * _LINE_EM * size_pt for lines in _row_lines(rows, size_pt, _MOST)]


def middle_pt(rows: Sequence[Sequence[ShownCell]], size_pt: int) -> float:
    """Half the height of all rows of one project, and surely within them: half a line above the
    least height.
    """
    least = sum(_row_lines(rows, size_pt, _LEAST))
    most = sum(_row_lines(rows, size_pt, _MOST))
    return min((least + most) / 4, least - 0.5) * _LINE_EM * size_pt
