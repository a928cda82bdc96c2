"""How a sheet is printed and what stays in view: A4 lying, as wide as the page, its header on each page."""

from typing import Any, Final

_A4: Final = 9
_MARGIN_INCHES: Final = 0.4
_FOOT_INCHES: Final = 0.6
_PAGE_NUMBER: Final = "&C- &P -"


def set_up_table(
    sheet: Any, header_rows: tuple[int, int], last: tuple[int, int], frozen_columns: int
) -> None:
    """Set up a sheet with a table; `header_rows` are the first and last of its header, `last` the table's last
    row and column, all 0-based.
    """
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=_MARGIN_INCHES, right=_MARGIN_INCHES, top=_MARGIN_INCHES, bottom=_FOOT_INCHES)
    sheet.set_footer(_PAGE_NUMBER)
    sheet.repeat_rows(*header_rows)
    sheet.print_area(0, 0, *last)
    sheet.freeze_panes(header_rows[1] + 1, frozen_columns)
    sheet.hide_gridlines(2)


def set_up_text(sheet: Any) -> None:
    """Set up a sheet of text: A4 upright with the margins of Thai government papers."""
    sheet.set_portrait()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=1.18, right=0.79, top=0.98, bottom=0.79)
    sheet.set_footer(_PAGE_NUMBER)
    sheet.hide_gridlines(2)
