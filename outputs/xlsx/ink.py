"""Text and numbers as a workbook may hold them, in the numerals of its policy."""

from dataclasses import dataclass

from outputs.docx.style import BookStyle
from outputs.numerals import write_numerals
from outputs.writable import UNWRITABLE
from schemas.failures import OutputFailure

CELL_LIMIT_CHARACTERS = 32_767
"""The longest text that Excel keeps in a cell (Excel specifications and limits)."""

_ALL_THAI, _ALL_ARABIC = "thai", "arabic"

# The locale's first byte chooses the shape of digits: 0D is Thai (41E the language). Excel and LibreOffice both
# show ๑,๒๓๔; "t#,##0" is known to Excel alone.
_THAI_DIGITS = "[$-D00041E]"


@dataclass(frozen=True, slots=True)
class Ink:
    """The digits of a workbook: in its titles and narrative, and in its tables."""

    is_thai_in_text: bool
    is_thai_in_tables: bool

    def text(self, text: str) -> str:
        """A title or a paragraph as it is written."""
        return _written(text, self.is_thai_in_text)

    def cell(self, text: str) -> str:
        """A text of a table as it is written."""
        return _written(text, self.is_thai_in_tables)

    def number_format(self, code: str) -> str:
        """The format `code` for numbers of a table."""
        return f"{_THAI_DIGITS}{code}" if self.is_thai_in_tables else code


def ink_of(style: BookStyle) -> Ink:
    """The ink that a book's numeral policy asks for; "thai-text" leaves tables Arabic."""
    policy: str = style.numerals
    return Ink(is_thai_in_text=policy != _ALL_ARABIC, is_thai_in_tables=policy == _ALL_THAI)


def _written(text: str, is_thai: bool) -> str:
    """OutputFailure OUT006 for a text that no cell can hold whole: a plan is never cut in silence."""
    clean = UNWRITABLE.sub("", text)
    if len(clean) > CELL_LIMIT_CHARACTERS:
        raise OutputFailure("OUT006", text=clean[:60], length=len(clean), limit=CELL_LIMIT_CHARACTERS)
    return write_numerals(clean) if is_thai else clean
