"""Money in the rows of one project: which rows are points of their own, and what each year's cells say."""

import re
from collections.abc import Iterator, Sequence

from parsers.tables.layout import MONEY_ROLES
from parsers.tables.walk import BodyRow
from parsers.thai import goes_on_with_amount, normalize_text, read_money
from schemas.vocabulary import load, vocabulary_cache


@vocabulary_cache(maxsize=8192)
def is_amount_or_dash(text: str) -> bool:
    """Whether a budget cell's text holds an amount or what stands for none."""
    reading = read_money(text)
    return bool(reading.amounts) or reading.placeholder is not None


@vocabulary_cache(maxsize=4096)
def point_number(text: str) -> int | None:
    """The number of the point that a target's text begins ("จุดที่ 2" gives 2); None where it begins none."""
    line = normalize_text(text)
    words = "|".join(map(re.escape, load("form_signs")["project_name"]["points"]))
    match = re.match(rf"(?:{words})\s*(\d+)", line)
    return int(match[1]) if match else None


def budget_texts(row: BodyRow) -> dict[int, str]:
    """The texts of a row's budget cells by column index."""
    return {index: text for index, text in row.texts.items() if row.layout.columns[index].role == "budget"}


_OF_EACH_POINT = ("expected_result", "responsible_unit")
"""A cell of these merged over a project's points is each point's."""


class Points:
    """A project's rows by point, as they come; one point where the project has no several points.

    A row begins another point when it prints an amount and has money (or a dash) where the point has some already,
    or when its target names a new point. A row that finishes an amount which the row before left open begins none:
    the foot of a page cuts rows, and numbers too ("17" above, "8,000" on the next page). `first` are the rows up to
    the one with the project's number.
    """

    def __init__(self, first: Sequence[BodyRow]) -> None:
        self._points: list[list[BodyRow]] = []
        self._begin(first[0])
        for row in first[1:]:
            self._go_on(row)

    def opened_by(self, row: BodyRow) -> bool:
        """Whether `row` would begin another point."""
        number = point_number(row.text("target"))
        if number is not None and (self._target_begun or (number > 1 and self._has_amount())):
            return True
        texts = budget_texts(row)
        if not any(read_money(text).amounts for text in texts.values()) or self._is_finished_by(texts):
            return False
        return any(self._is_second(index, text) for index, text in texts.items())

    def add(self, row: BodyRow) -> None:
        """Put the next row into the point that it belongs to."""
        if self.opened_by(row):
            self._begin(row.with_shared(_OF_EACH_POINT))
        else:
            self._go_on(row)

    def rows(self) -> Iterator[BodyRow]:
        """The rows of all points, in order."""
        return (row for point in self._points for row in point)

    def by_point(self) -> list[list[BodyRow]]:
        """The rows of each point, in order."""
        return _without_empty(self._points)

    def _begin(self, row: BodyRow) -> None:
        self._points.append([])
        self._money: dict[int, str] = {}
        self._target_begun = False
        self._go_on(row)

    def _go_on(self, row: BodyRow) -> None:
        self._points[-1].append(row)
        self._note(row)

    def _note(self, row: BodyRow) -> None:
        for index, text in budget_texts(row).items():
            self._money[index] = f"{self._money[index]}\n{text}" if index in self._money else text
        self._target_begun = self._target_begun or point_number(row.text("target")) is not None

    def _has_amount(self) -> bool:
        """Whether the point has money already; a first point may stand without the words that number the others."""
        return any(read_money(text).amounts for text in self._money.values())

    def _is_finished_by(self, texts: dict[int, str]) -> bool:
        """Whether one of `texts` finishes an amount that the point's rows have left open so far."""
        return any(goes_on_with_amount(self._money.get(index, ""), text) for index, text in texts.items())

    def _is_second(self, index: int, text: str) -> bool:
        taken = self._money.get(index)
        return taken is not None and is_amount_or_dash(text) and is_amount_or_dash(taken)


def _without_empty(points: list[list[BodyRow]]) -> list[list[BodyRow]]:
    """A point that says nothing but dashes belongs to the one before it."""
    kept: list[list[BodyRow]] = []
    for rows in points:
        if kept and not _says_something(rows):
            kept[-1].extend(rows)
        else:
            kept.append(rows)
    return kept


def _says_something(rows: Sequence[BodyRow]) -> bool:
    return any(
        read_money(text).amounts or row.layout.columns[index].role not in MONEY_ROLES
        for row in rows
        for index, text in row.texts.items()
    )
