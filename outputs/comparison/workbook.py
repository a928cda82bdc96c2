"""Comparisons and links as Excel workbooks. Text is always text: no cell that a program would run."""

import io
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from outputs.comparison.model import Comparison, Linkage
from outputs.comparison.sheets import Sheet, Value, comparison_sheets, link_sheet
from outputs.workbook_options import WORKBOOK_OPTIONS
from outputs.xlsx.heights import fitting_height_pt
from schemas.findings.catalog import Language

_FONT, _SIZE_PT = "TH SarabunPSK", 14
_LONGEST_CELL = 32_767
"""What Excel takes in one cell, in characters."""
_COLOURS = {
    "new": "#E2F0D9", "dropped": "#F8D7DA", "changed": "#FFF4CE", "total": "#E7E6E6",
    "above": "#F8D7DA", "no_origin": "#F8D7DA", "no_money_that_year": "#FFF4CE",
}  # fmt: skip
_NEVER_MADE = datetime(2000, 1, 1)
"""A workbook tells nothing of when it was made: equal comparisons give equal bytes."""


def render(comparison: Comparison, language: Language = "th") -> bytes:
    """Two sheets: sums by strategy, and all projects; equal comparisons give equal bytes."""
    return _workbook(comparison_sheets(comparison, language))


def render_link(linkage: Linkage, language: Language = "th") -> bytes:
    """One sheet of all projects of the operation plan."""
    return _workbook((link_sheet(linkage, language),))


def _workbook(sheets: tuple[Sheet, ...]) -> bytes:
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, dict(WORKBOOK_OPTIONS))
    book.set_properties({"created": _NEVER_MADE, "comments": ""})
    for sheet in sheets:
        _write(book, sheet)
    book.close()
    return buffer.getvalue()


def _write(book: Workbook, sheet: Sheet) -> None:
    page = book.add_worksheet(sheet.title)
    bold = book.add_format(_looks("total") | {"bold": True, "align": "center", "text_wrap": True})
    for column, (header, width) in enumerate(zip(sheet.headers, sheet.widths, strict=True)):
        page.set_column(column, column, width)
        page.write_string(0, column, header, bold)
    _fit_row(page, 0, sheet.headers, sheet.widths)
    for row, (values, mark) in enumerate(zip(sheet.rows, sheet.marks, strict=True), start=1):
        formats = _formats(book, mark)
        for column, value in enumerate(values):
            _write_value(page, row, column, value, formats)
        _fit_row(page, row, values, sheet.widths)
    page.freeze_panes(1, 2)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.headers) - 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _fit_row(
    page: xlsxwriter.worksheet.Worksheet, row: int, values: Sequence[Value], widths: Sequence[int]
) -> None:
    pairs = zip(values, widths, strict=True)
    texts = [(value, width) for value, width in pairs if isinstance(value, str)]
    page.set_row(row, fitting_height_pt(texts, _SIZE_PT))


def _formats(book: Workbook, mark: str) -> dict[str, Format]:
    looks = _looks(mark)
    return {
        "text": book.add_format(looks | {"text_wrap": True}),
        "count": book.add_format(looks | {"num_format": "#,##0"}),
        "baht": book.add_format(looks | {"num_format": "#,##0.00"}),
        "share": book.add_format(looks | {"num_format": "0%"}),
    }


def _looks(mark: str) -> dict[str, object]:
    looks: dict[str, object] = {"font_name": _FONT, "font_size": _SIZE_PT, "border": 1, "valign": "top"}
    return looks | ({"bg_color": _COLOURS[mark]} if mark in _COLOURS else {})


def _fitting(text: str) -> str:
    return text if len(text) <= _LONGEST_CELL else f"{text[: _LONGEST_CELL - 1]}…"


def _write_value(
    page: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: Value, formats: dict[str, Format]
) -> None:
    if value is None or value == "":
        page.write_blank(row, column, None, formats["text"])
    elif isinstance(value, str):
        page.write_string(row, column, _fitting(value), formats["text"])
    elif isinstance(value, Decimal):
        page.write_number(row, column, float(value), formats["baht"])
    else:
        page.write_number(row, column, value, formats["share" if isinstance(value, float) else "count"])
