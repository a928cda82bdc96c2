"""The few elements of WordprocessingML that a book is made of, written as text.

A book of 15,000 projects has about 300,000 cells; writing their XML straight is many times faster than
building it element by element, and stays linear.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import count
from typing import Literal
from xml.sax.saxutils import escape

from outputs.docx.outline import Outline
from outputs.docx.pages import PageCount
from outputs.docx.style import BookStyle
from outputs.numerals import NumeralPolicy, table_numerals, write_numerals
from outputs.writable import UNWRITABLE

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in (
        ("w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
        ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
        ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
        ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
        ("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
        ("pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
        ("v", "urn:schemas-microsoft-com:vml"),
        ("o", "urn:schemas-microsoft-com:office:office"),
    )
)

Merge = Literal["restart", "continue"]


@dataclass(frozen=True)
class Ink:
    """What all text of one book shares: its style, the numbers of its drawings (unique in a file), the headings
    written so far, and an estimate of the page that is being written.
    """

    style: BookStyle
    drawing_ids: Iterator[int] = field(default_factory=lambda: count(1))
    outline: Outline = field(default_factory=Outline)
    pages: PageCount = field(default_factory=PageCount)

    @cached_property
    def in_tables(self) -> "Ink":
        """The ink for the cells of tables, whose digits may be others."""
        numerals = table_numerals(self.style.numerals)
        return self if numerals == self.style.numerals else replace(self, style=_with(self.style, numerals))

    def text(self, text: str) -> str:
        """`text` as it may stand in XML, in the book's numerals, without characters that Word cannot hold."""
        return escape(UNWRITABLE.sub("", write_numerals(text, self.style.numerals)))


def _with(style: BookStyle, numerals: NumeralPolicy) -> BookStyle:
    return style.model_copy(update={"numerals": numerals})


_THAI = '<w:rPr><w:lang w:bidi="th-TH"/></w:rPr>'


def run(ink: Ink, text: str, style_id: str | None = None) -> str:
    """One run of text, of a named character style where one is given; empty for no text."""
    if not text:
        return ""
    properties = _THAI if style_id is None else f'<w:rPr><w:rStyle w:val="{style_id}"/>{_THAI[7:]}'
    return f'<w:r>{properties}<w:t xml:space="preserve">{ink.text(text)}</w:t></w:r>'


def line_break() -> str:
    """A run that ends the line but not the paragraph."""
    return "<w:r><w:br/></w:r>"


def broken_lines(ink: Ink, lines: Iterable[str]) -> str:
    """Runs of one paragraph that break between the lines; a space before each break tells that words end there."""
    return f"{run(ink, ' ')}{line_break()}".join(run(ink, line) for line in lines)


def tab() -> str:
    """A run that goes to the next tab stop."""
    return "<w:r><w:tab/></w:r>"


def field_runs(ink: Ink, instruction: str, result: str) -> str:
    """A field of Word with its result filled in; `instruction` is XML text already."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(ink, result)}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def heading(ink: Ink, style_id: str, text: str, level: int, keep_next: bool = False) -> str:
    """A heading of the book's outline at `level` (1-based), on the page that is being written."""
    entry = ink.outline.add(text, level, ink.pages)
    marked = (
        f'<w:bookmarkStart w:id="{entry.id}" w:name="{entry.bookmark}"/>{run(ink, text)}'
        f'<w:bookmarkEnd w:id="{entry.id}"/>'
    )
    return paragraph(style_id, marked, keep_next)


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
