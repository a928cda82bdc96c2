"""Values into the cells of a draft's workbook: texts never as formulas, amounts as numbers."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from outputs.draft.columns import Value
from outputs.sheet_looks import FONT, LONGEST_CELL, SIZE_PT
from outputs.xlsx.heights import fitting_height_pt
from schemas.failures import OutputFailure


def ruled(book: Any, **looks: object) -> Any:
    """A format of a table's cell; `looks` as XlsxWriter names them."""
    usual = {"font_name": FONT, "font_size": SIZE_PT, "valign": "top", "text_wrap": True, "border": 1}
    return book.add_format(usual | looks)


def plain(book: Any, **looks: object) -> Any:
    """A format of a line above a table."""
    return book.add_format({"font_name": FONT, "font_size": SIZE_PT} | looks)


def put(sheet: Any, row: int, col: int, value: Value, look: Any) -> None:
    """Write one value; OutputFailure OUT006 for a text that no cell can hold."""
    if value is None or value == "":
        sheet.write_blank(row, col, None, look)
    elif isinstance(value, Decimal):
        sheet.write_number(row, col, float(value), look)
    elif len(value) > LONGEST_CELL:
        raise OutputFailure("OUT006", text=value[:60], length=len(value), limit=LONGEST_CELL)
    else:
        sheet.write_string(row, col, value, look)


def row_height_pt(values: Iterable[Value], widths: Iterable[float]) -> float:
    """The height that a row needs for its texts in columns of these widths, in characters."""
    pairs = zip(values, widths, strict=True)
    return fitting_height_pt([(value, width) for value, width in pairs if isinstance(value, str)], SIZE_PT)
