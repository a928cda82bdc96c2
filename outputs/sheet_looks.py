"""Workbooks beside the fresh plan: their font, formats made once, and texts as a cell can hold them."""

import io
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, Final

import xlsxwriter

from outputs.workbook_options import WORKBOOK_OPTIONS
from outputs.writable import UNWRITABLE
from outputs.xlsx.heights import fitting_height_pt
from outputs.xlsx.package import finished

FONT: Final = "TH SarabunPSK"
SIZE_PT: Final = 14
LINE_PT: Final = 24.0
"""The height of a line: the tallest font of the Sarabun family needs 1.7 em."""
HEADER_FILL, INPUT_FILL, LOCKED_FILL, EXAMPLE_FILL = "#D9E2F3", "#FFFDF2", "#F2F2F2", "#EDEDED"
EXAMPLE_INK: Final = "#7F7F7F"
LONGEST_CELL: Final = 32_767
"""What Excel takes in one cell, in characters."""
_NO_TIME: Final = datetime(1980, 1, 1)
"""A workbook tells nothing of when it was made: equal contents give equal bytes."""

Looks = Callable[..., Any]


def workbook_of(title: str, author: str, fill: Callable[[Any, Looks], None]) -> bytes:
    """The bytes of a workbook that `fill(book, looks)` has filled; `looks(**properties)` gives a format."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, dict(WORKBOOK_OPTIONS))
    book.set_properties({"title": title, "author": author, "created": _NO_TIME})
    made: dict[tuple[tuple[str, object], ...], Any] = {}

    def looks(**properties: object) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in made:
            made[key] = book.add_format(
                {"font_name": FONT, "font_size": SIZE_PT, "valign": "top", **properties}
            )
        return made[key]

    fill(book, looks)
    book.close()
    return finished(buffer.getvalue())


def plain(text: str) -> str:
    """A text as a cell can hold it."""
    clean = UNWRITABLE.sub("", text)
    return clean if len(clean) <= LONGEST_CELL else f"{clean[: LONGEST_CELL - 1]}…"


def amounts_only(title: str, message: str) -> dict[str, object]:
    """The rule, as XlsxWriter names it, of a cell that takes nothing but an amount; what Excel says to anything else."""
    return {
        "validate": "decimal",
        "criteria": ">=",
        "value": 0,
        "error_title": title,
        "error_message": message,
    }


def fit_row(sheet: Any, row: int, texts: Iterable[tuple[str, int]], least_lines: int = 1) -> None:
    """Make a row as tall as the longest of its texts needs; each comes with its column's width in characters.

    LibreOffice shows a row as tall as the file says, and clips what is longer.
    """
    sheet.set_row(row, fitting_height_pt(texts, SIZE_PT, least_lines))


def protect(sheet: Any) -> None:
    """Keep people from what is not theirs to fill in; without a password, for it guards against slips only."""
    allowed = (
        "format_cells", "format_columns", "format_rows", "insert_rows", "delete_rows", "sort", "autofilter",
        "select_locked_cells", "select_unlocked_cells",
    )  # fmt: skip
    sheet.protect("", dict.fromkeys(allowed, True))
