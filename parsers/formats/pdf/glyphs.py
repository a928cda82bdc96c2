"""Characters as they stand on a page, and the one protocol of the engines that read them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol
from unicodedata import category

# Above and below signs that have no width of their own. The private-use glyphs are the raised, lowered and
# shifted forms of old Thai fonts (U+F700 and U+F70F are letters).
THAI_MARKS = frozenset(
    [chr(0x0E31)]
    + [chr(code) for code in (*range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F))]
    + [chr(code) for code in (*range(0xF701, 0xF70F), *range(0xF710, 0xF71B))]
)
THAI_CONSONANTS = frozenset([chr(code) for code in range(0x0E01, 0x0E2F)] + ["\uf700", "\uf70f"])


@dataclass(slots=True)
class Glyph:
    """One character: its advance box and the origin of its drawing, in display points; `turn` as in frame.py.

    `size` is the font's size on the page. `font` names the font within its file (subset prefix included).
    `content_id` is the marked-content identifier (MCID) of a tagged file, `paragraph` the number of its
    paragraph on the page; -1 for none.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    origin_x: float
    origin_y: float
    size: float
    turn: int = 0
    bold: bool = False
    font: str = ""
    content_id: int = -1
    paragraph: int = -1
    heading_level: int | None = None


class TextEngine(Protocol):
    """A source of a file's characters; each page's in the order of its content."""

    def glyphs(self, page_index: int, first: Sequence[Glyph], /) -> Sequence[Glyph]:
        """All characters of the page (0-based), real spaces among them, no spaces that the engine made up.

        `first` is the same page as PDFium reads it, for an engine that cannot tell how a text is written.
        """
        ...


@cache  # asked of every character of a book, of some hundred different ones
def is_mark(text: str) -> bool:
    """Whether the character stands over or under a letter, and has no width of its own."""
    return text in THAI_MARKS or (text > "\u02ff" and category(text[0]) == "Mn")
