"""Columns of money: in which unit they count, and which of several of one year is the budget.

A book may print the ordinance's money, the subsidy and their sum side by side, or what was planned beside what was
granted. Adding them up would give a budget that nobody printed.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from parsers.tables.columns import exact_role, squeeze
from parsers.tables.layout import MONEY_BESIDE, MONEY_PART, Column, Layout
from parsers.thai import normalize_text
from schemas.vocabulary import load, vocabulary_cache


def unit_baht(text: str) -> int | None:
    """How many baht one is of what a header counts in: 1000 for "(พันบาท)", 1 for "(บาท)"; None where it says nothing."""
    squeezed = squeeze(text)
    match = _unit().search(squeezed)
    if match is None:
        return None
    return int(load("money_words")["factors"][match[1]]) if match[1] else 1


@vocabulary_cache()
def _unit() -> re.Pattern[str]:
    return re.compile(rf"({'|'.join(load('money_words')['factors'])})?บาท")


def stated_unit_baht(line: str) -> int | None:
    """The same of a line above a table ("หน่วย : พันบาท"); None for any other line."""
    return unit_baht(line) if _STATED.fullmatch(normalize_text(line)) else None


_STATED = re.compile(r"[(\[]?\s*หน่วย(?:นับ)?\s*[:：]?\s*\S{0,10}\s*บาท\s*[)\]]?")


def settled(columns: Sequence[Column], tops: Sequence[int]) -> tuple[Column, ...]:
    """The columns with one budget for each year, where several print money of one year.

    `tops` tells columns whose topmost header cell is the same: they divide one budget, and a sum among them holds all
    of it. Of columns with headers of their own the one that names the office's budget best is it.
    """
    if any(column.role == "summary_count" for column in columns):
        return tuple(columns)
    found = list(columns)
    for group in _of_one_year(columns):
        sums = [index for index in group if _is_sum(columns[index].header)]
        if sums:
            roles = {index: MONEY_PART for index in group if index != sums[-1]}
        elif len({tops[index] for index in group}) > 1:
            own = max(group, key=lambda index: (_owns(columns[index].header), -index))
            roles = {index: MONEY_BESIDE for index in group if index != own}
        else:
            roles = {}
        for index, role in roles.items():
            found[index] = replace(found[index], role=role)
    return _without_sum_of_years(found)


def _of_one_year(columns: Sequence[Column]) -> Iterator[list[int]]:
    """The indices of the budget columns of each year, or of none, where they are several."""
    budgets = [index for index, column in enumerate(columns) if column.role == "budget"]

    def year(index: int) -> int:
        return columns[index].year or 0

    for _, same in groupby(sorted(budgets, key=lambda index: (year(index), index)), key=year):
        group = list(same)
        if len(group) > 1:
            yield group


def _without_sum_of_years(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns, a sum beside the years taken for no budget of a year of its own."""
    if not any(column.role == "budget" and column.year for column in columns):
        return tuple(columns)
    return tuple(
        replace(column, role=MONEY_PART)
        if column.role == "budget" and column.year is None and _is_sum(column.header)
        else column
        for column in columns
    )


def _is_sum(header: str) -> bool:
    words = (squeeze(word) for word in load("columns")["money"]["sums"])
    bare = re.sub(r"บาท$", "", squeeze(header))
    return bare.endswith(tuple(words))


def _owns(header: str) -> int:
    """How surely a header names the budget that the office has granted."""
    if exact_role(header) == "budget":
        return 2
    return int(any(squeeze(word) in squeeze(header) for word in load("columns")["money"]["granted"]))


class StatedUnits:
    """Remembers what lines above tables say of the unit of money; a page's repeated header means the same again."""

    def __init__(self) -> None:
        self._said: int | None = None
        self._known: dict[tuple[tuple[str, str], ...], int] = {}
        self._made: dict[Layout, Layout] = {}

    def hear(self, line: str) -> None:
        """A line above a table."""
        self._said = stated_unit_baht(line) or self._said

    def forget(self) -> None:
        """What was said above a table says nothing behind it."""
        self._said = None

    def in_force(self, layout: Layout) -> Layout:
        """The layout with the unit that was said above it, or above one of the same headers; the same where none was."""
        headers = tuple((column.role, column.header) for column in layout.columns)
        if self._said is not None:
            self._known[headers] = self._said
        baht = self._known.get(headers, 1)
        if baht == 1:
            return layout
        return self._made.setdefault(layout, _scaled(layout, baht))


def _scaled(layout: Layout, baht: int) -> Layout:
    """The layout with `baht` for the unit of those columns of money whose headers say none."""
    columns = tuple(
        replace(column, unit_baht=baht)
        if column.unit_baht is None and column.role in ("budget", MONEY_PART)
        else column
        for column in layout.columns
    )
    return Layout(columns, layout.header_years, layout.months_by_position)
