"""Columns of the fiscal year's quarters (ไตรมาส): each is read as its three months side by side."""

import re
from dataclasses import replace

from parsers.tables.columns import squeeze
from parsers.tables.layout import MONTH, QUARTER, UNKNOWN, Column
from schemas.plan import FISCAL_MONTHS

_QUARTER = re.compile(r"ไตรมาส(?:ที่)?([1-4])(?!\d)")
_MONTHS_OF_A_QUARTER = 3


def is_quarter(text: str) -> bool:
    """Whether a header row's cell begins with the name of a quarter."""
    return _QUARTER.match(squeeze(text)) is not None


def quarter_of(header: str) -> int | None:
    """The quarter (1-4) that a header names, counted from October; None where it names none."""
    match = _QUARTER.search(squeeze(header))
    return int(match[1]) if match else None


def with_quarters(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns, those of all four quarters each as its three months side by side; fewer of them are unknown."""
    quarters = [quarter_of(column.header) for column in columns if column.role == QUARTER]
    if quarters != [1, 2, 3, 4]:
        return tuple(replace(c, role=UNKNOWN) if c.role == QUARTER else c for c in columns)
    divided = (_months_of(column) if column.role == QUARTER else (column,) for column in columns)
    return tuple(column for part in divided for column in part)


def _months_of(quarter: Column) -> tuple[Column, ...]:
    first = ((quarter_of(quarter.header) or 1) - 1) * _MONTHS_OF_A_QUARTER
    width_pt = (quarter.x1 - quarter.x0) / _MONTHS_OF_A_QUARTER
    return tuple(
        Column(MONTH, quarter.header, quarter.x0 + width_pt * i, quarter.x0 + width_pt * (i + 1), month=month)
        for i, month in enumerate(FISCAL_MONTHS[first : first + _MONTHS_OF_A_QUARTER])
    )
