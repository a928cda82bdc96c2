"""A province's summary as an Excel workbook: one sheet per table, with charts. Text is always text."""

from decimal import Decimal
from typing import Any

from outputs.numerals import NumeralPolicy, table_numerals, write_numerals
from outputs.province.model import Province
from outputs.province.tables import Table, Value, tables_of
from outputs.province.wording import wording
from outputs.sheet_looks import FONT, HEADER_FILL, SIZE_PT, Looks, plain, workbook_of
from schemas.findings.catalog import Language

_MISSING_FILL = "#F8D7DA"
# The first byte of the locale chooses the shape of digits: 0D is Thai. Excel and LibreOffice both show them so.
_THAI_DIGITS = "[$-D00041E]"
_ROW_HEIGHT_PT = 21
_CHART_FONT = {"name": FONT, "size": SIZE_PT, "bold": False}
_CHART_HEIGHT_PX, _CHART_HEIGHT_ROWS = 420, 23
_CHART_ROWS = 12
"""The largest are drawn; a chart of all would be bars without width."""


def render(province: Province, language: Language = "th", numerals: NumeralPolicy = "thai") -> bytes:
    """The workbook; equal summaries give equal bytes. Digits are Thai where tables of a book have them so."""
    is_thai = table_numerals(numerals) == "thai"

    def fill(book: Any, looks: Looks) -> None:
        sheets = _Sheets(book, looks, language, is_thai=is_thai)
        for table in tables_of(province, language):
            sheets.write(table)

    return workbook_of(wording(language)["title"], "", fill)


class _Sheets:
    """Writes tables as sheets of one workbook."""

    def __init__(self, book: Any, looks: Looks, language: Language, *, is_thai: bool) -> None:
        self._book, self._words, self._is_thai = book, wording(language), is_thai
        digits = _THAI_DIGITS if is_thai else ""
        self._text = looks(border=1)
        self._missing = looks(border=1, bg_color=_MISSING_FILL, align="center")
        self._count = looks(border=1, num_format=f"{digits}#,##0")
        self._baht = looks(border=1, num_format=f"{digits}#,##0.00")
        self._header = looks(border=1, bold=True, align="center", text_wrap=True, bg_color=HEADER_FILL)
        self._millions = f"{digits}#,##0.0,,"
        self._note = looks(italic=True)

    def write(self, table: Table) -> None:
        """One sheet; its chart stands beside it."""
        page = self._book.add_worksheet(self._plain(table.title))
        page.set_default_row(_ROW_HEIGHT_PT)
        page.set_row(0, _ROW_HEIGHT_PT * 2)
        for column, (header, width) in enumerate(zip(table.headers, table.width, strict=True)):
            page.set_column(column, column, width)
            page.write_string(0, column, self._plain(header), self._header)
        for row, values in enumerate(table.rows, start=1):
            for column, value in enumerate(values):
                self._write(page, row, column, value)
        if table.note:
            page.write_string(len(table.rows) + 2, 0, self._plain(table.note), self._note)
        _print_setup(page, len(table.rows), len(table.headers))
        if table.chart and table.rows:
            self._draw(page, table)

    def _write(self, page: Any, row: int, column: int, value: Value) -> None:
        if value is None or value == "":
            page.write_blank(row, column, None, self._text)
        elif isinstance(value, Decimal):
            page.write_number(row, column, float(value), self._baht)
        elif isinstance(value, int):
            page.write_number(row, column, value, self._count)
        else:
            look = self._missing if value == self._words["is_missing"] else self._text
            page.write_string(row, column, self._plain(value), look)

    def _plain(self, text: str) -> str:
        """The text as a cell may hold it, in the numerals that were chosen."""
        clean = plain(text)
        return write_numerals(clean) if self._is_thai else clean

    def _draw(self, page: Any, table: Table) -> None:
        """A chart per kind of plan: a bar for each of its first rows, by the last column."""
        sheet, name, money = self._plain(table.title), 1, len(table.headers) - 1
        for number, (kind, first, last) in enumerate(_runs(table)):
            end = min(last, first + _CHART_ROWS - 1)
            chart = self._book.add_chart({"type": "bar"})
            chart.add_series(
                {"categories": [sheet, first, name, end, name], "values": [sheet, first, money, end, money]}
            )
            chart.set_title(
                {
                    "name": self._plain(f"{self._words[table.chart]} ({self._words['millions']}): {kind}"),
                    "name_font": _CHART_FONT,
                }
            )
            chart.set_y_axis({"reverse": True, "num_font": _CHART_FONT})
            chart.set_x_axis({"num_font": _CHART_FONT, "num_format": self._millions})
            chart.set_legend({"none": True})
            chart.set_size({"width": 760, "height": _CHART_HEIGHT_PX})
            page.insert_chart(1 + number * _CHART_HEIGHT_ROWS, len(table.headers) + 1, chart)


def _runs(table: Table) -> list[tuple[Value, int, int]]:
    """Per kind of plan, which stands in the first column, its first and last row on the sheet (0-based)."""
    kinds = list(dict.fromkeys(row[0] for row in table.rows))
    places = [[row for row, values in enumerate(table.rows, start=1) if values[0] == kind] for kind in kinds]
    return [(kind, rows[0], rows[-1]) for kind, rows in zip(kinds, places, strict=True)]


def _print_setup(page: Any, rows: int, columns: int) -> None:
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(rows, 1), columns - 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
