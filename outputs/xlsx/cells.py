"""Values into cells: texts never as formulas, amounts as numbers, what is merged as one cell."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, NamedTuple

from outputs.xlsx.ink import Ink
from outputs.xlsx.looks import Look, Looks, money_format

Value = str | int | Decimal | None

EXACT_DIGITS = 15
"""Digits that Excel keeps of a number; a longer one is written as text rather than rounded."""


class Place(NamedTuple):
    """Cells of one sheet, 0-based, both ends within; a single cell where the ends are equal."""

    row: int
    col: int
    last_row: int
    last_col: int


def at(row: int, col: int) -> Place:
    """A single cell."""
    return Place(row, col, row, col)


def is_exact(number: Decimal) -> bool:
    """Whether a cell can hold the number without rounding it."""
    return (
        len(number.normalize().as_tuple().digits) <= EXACT_DIGITS
        and abs(number) < Decimal(10) ** EXACT_DIGITS
    )


def exact_sum(numbers: Iterable[Decimal]) -> Decimal:
    """The sum of those numbers that stand in cells as numbers, which is what a formula over them comes to."""
    return sum(filter(is_exact, numbers), Decimal(0))


def number_of(text: str) -> int | None:
    """The number that a project's number is, where Excel would show it as it is printed ("12", not "1.1" or "01")."""
    plain = text.isascii() and text.isdecimal() and len(text) <= EXACT_DIGITS
    return int(text) if plain and str(int(text)) == text else None


def cached(number: Decimal) -> int | float:
    """A formula's result as the file keeps it beside the formula."""
    return int(number) if number == number.to_integral_value() else float(number)


class Pen:
    """Writes into one worksheet."""

    def __init__(self, sheet: Any, looks: Looks, size_pt: int) -> None:
        self.sheet = sheet
        self.looks = looks
        self.size_pt = size_pt

    @property
    def ink(self) -> Ink:
        """The numerals of the workbook."""
        return self.looks.ink

    def look(self, look: Look, number_format: str = "", **more: object) -> Any:
        """A format in the size of this sheet's tables."""
        return self.looks.of(look, self.size_pt, number_format, **more)

    def write(self, place: Place, value: Value, look: Look, number_format: str = "") -> None:
        """One cell, merged where the place is several; `number_format` is for numbers, money's own where none is given."""
        if isinstance(value, Decimal) and not is_exact(value):
            value = f"{value:,.2f}"
        if isinstance(value, Decimal):
            number_format = number_format or money_format(value)
        form = self.look(look, "" if value is None or isinstance(value, str) else number_format)
        if place.row != place.last_row or place.col != place.last_col:
            self.sheet.merge_range(*place, "", form)
        self._put(place, value, form)

    def _put(self, place: Place, value: Value, form: Any) -> None:
        if value is None or value == "":
            self.sheet.write_blank(place.row, place.col, None, form)
        elif isinstance(value, str):
            self.sheet.write_string(place.row, place.col, self.ink.cell(value), form)
        else:
            self.sheet.write_number(place.row, place.col, value, form)

    def formula(
        self, place: Place, formula: str, result: Decimal, look: Look, number_format: str = ""
    ) -> None:
        """A formula with its result, so that programs that do not compute show it too."""
        form = self.look(look, number_format or money_format(result))
        self.sheet.write_formula(place.row, place.col, formula, form, cached(result))
