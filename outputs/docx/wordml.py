"""The few elements of WordprocessingML that a book is made of, written as text.

A book of 15,000 projects has about 300,000 cells; writing their XML straight is many times faster than
building it element by element, and stays linear.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Literal
from xml.sax.saxutils import escape

from outputs.docx.style import BookStyle
from outputs.numerals import write_numerals

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in (
        ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
        ("v", "urn:schemas-microsoft-com:vml"),
        ("o", "urn:schemas-microsoft-com:office:office"),
    )
)

# What XML 1.0 cannot hold, with the surrogates that a damaged text may bring.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Merge = Literal["restart", "continue"]


@dataclass(frozen=True, slots=True)
class Ink:
    """What all text of one book shares: its style, and the numbers of its drawings (unique in a file)."""

    style: BookStyle
    drawing_ids: Iterator[int]

    def text(self, text: str) -> str:
        """`text` as it may stand in XML, in the book's numerals, without characters that XML cannot hold."""
        return escape(_NOT_XML.sub("", write_numerals(text, self.style.numerals)))


def fresh_ink(style: BookStyle) -> Ink:
    """The ink of a new book."""
    return Ink(style=style, drawing_ids=count(1))


def run(ink: Ink, text: str) -> str:
    """One run of text, empty for no text."""
    return f'<w:r><w:t xml:space="preserve">{ink.text(text)}</w:t></w:r>' if text else ""


def paragraph(style_id: str, content: str = "", keep_next: bool = False, properties: str = "") -> str:
    """A paragraph of a named style; `content` is runs, `properties` are further children of w:pPr."""
    keep = "<w:keepNext/>" if keep_next else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{keep}{properties}</w:pPr>{content}</w:p>'


def cell(
    width_twips: int, paragraphs: str, span: int = 1, merge: Merge | None = None, properties: str = ""
) -> str:
    """A table cell; `merge` says whether it begins or goes on a cell merged over rows."""
    grid_span = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    vertical = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    width = f'<w:tcW w:w="{width_twips}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{width}{grid_span}{vertical}{properties}</w:tcPr>{paragraphs}</w:tc>"


def row(cells: str, may_split: bool = False) -> str:
    """A table row, which stays on one page unless it `may_split`."""
    return f"<w:tr><w:trPr>{'' if may_split else '<w:cantSplit/>'}</w:trPr>{cells}</w:tr>"


def header_row(cells: str, height_twips: int) -> str:
    """A header row of at least that height, repeated on each page of its table."""
    height = f'<w:trHeight w:val="{height_twips}" w:hRule="atLeast"/>'
    return f"<w:tr><w:trPr><w:cantSplit/>{height}<w:tblHeader/></w:trPr>{cells}</w:tr>"


def table(style_id: str, widths_twips: Sequence[int], rows: str) -> str:
    """A table of fixed column widths."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths_twips)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style_id}"/><w:tblW w:w="{sum(widths_twips)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )
