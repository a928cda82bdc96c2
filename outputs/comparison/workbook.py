"""Comparisons and links as Excel workbooks. Text is always text: no cell that a program would run."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from outputs.comparison.model import Comparison, Linkage
from outputs.comparison.sheets import Sheet, Value, comparison_sheets, link_sheet
from outputs.sheet_looks import Looks, fit_row, plain, workbook_of
from schemas.findings.catalog import Language

_COLOURS = {
    "new": "#E2F0D9", "dropped": "#F8D7DA", "changed": "#FFF4CE", "total": "#E7E6E6",
    "above": "#F8D7DA", "no_origin": "#F8D7DA", "no_money_that_year": "#FFF4CE",
}  # fmt: skip
_A4 = 9


def render(comparison: Comparison, language: Language = "th") -> bytes:
    """Two sheets: sums by strategy, and all projects; equal comparisons give equal bytes."""
    return _workbook(comparison_sheets(comparison, language))


def render_link(linkage: Linkage, language: Language = "th") -> bytes:
    """One sheet of all projects of the operation plan."""
    return _workbook((link_sheet(linkage, language),))


def _workbook(sheets: tuple[Sheet, ...]) -> bytes:
    return workbook_of("", "", lambda book, looks: _write_all(book, looks, sheets))


def _write_all(book: Any, looks: Looks, sheets: tuple[Sheet, ...]) -> None:
    for sheet in sheets:
        _write(book.add_worksheet(sheet.title), sheet, looks)


def _write(page: Any, sheet: Sheet, looks: Looks) -> None:
    bold = looks(**_coloured("total"), bold=True, align="center", text_wrap=True)
    for column, (header, width) in enumerate(zip(sheet.headers, sheet.widths, strict=True)):
        page.set_column(column, column, width)
        page.write_string(0, column, header, bold)
    _fit(page, 0, sheet.headers, sheet.widths)
    for row, (values, mark) in enumerate(zip(sheet.rows, sheet.marks, strict=True), start=1):
        formats = _formats(looks, mark)
        for column, value in enumerate(values):
            _write_value(page, row, column, value, formats)
        _fit(page, row, values, sheet.widths)
    page.freeze_panes(1, 2)
    page.autofilter(0, 0, len(sheet.rows), len(sheet.headers) - 1)
    page.set_landscape()
    page.set_paper(_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _fit(page: Any, row: int, values: Sequence[Value], widths: Sequence[int]) -> None:
    pairs = zip(values, widths, strict=True)
    fit_row(page, row, [(value, width) for value, width in pairs if isinstance(value, str)])


def _formats(looks: Looks, mark: str) -> dict[str, Any]:
    coloured = _coloured(mark)
    return {
        "text": looks(**coloured, text_wrap=True),
        "count": looks(**coloured, num_format="#,##0"),
        "baht": looks(**coloured, num_format="#,##0.00"),
        "share": looks(**coloured, num_format="0%"),
    }


def _coloured(mark: str) -> dict[str, object]:
    return {"border": 1, **({"bg_color": _COLOURS[mark]} if mark in _COLOURS else {})}


def _write_value(page: Any, row: int, column: int, value: Value, formats: dict[str, Any]) -> None:
    if value is None or value == "":
        page.write_blank(row, column, None, formats["text"])
    elif isinstance(value, str):
        page.write_string(row, column, plain(value), formats["text"])
    elif isinstance(value, Decimal):
        page.write_number(row, column, float(value), formats["baht"])
    else:
        page.write_number(row, column, value, formats["share" if isinstance(value, float) else "count"])
