"""The money of a project: by year, with its fund sources, and what cannot be read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from parsers.records.amounts import budget_texts
from parsers.tables.layout import MONEY_PART, Column
from parsers.tables.walk import BodyRow
from parsers.thai import normalize_text, read_money

LEAST_BAHT = 100
"""Nobody budgets less for a project of its own: a smaller amount is mostly a part of a number."""

MOST_BAHT = 1_000_000_000
"""No local government has a project of its own for more: an amount that thousands would make of it is in baht."""


@dataclass(frozen=True, slots=True)
class Money:
    """Amounts in baht by budget column index, and what stands beside or for them.

    `in_baht` are amounts too great for the unit of their header. `beside` is what other columns of the same budget
    print, and what the budget's own column does, where both differ.
    """

    amounts: dict[int, Decimal] = field(default_factory=dict)
    placeholders: tuple[str, ...] = ()
    fund_sources: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    several: tuple[str, ...] = ()
    in_baht: tuple[Decimal, ...] = ()
    beside: tuple[Decimal, Decimal] | None = None


def read_rows(rows: Sequence[BodyRow]) -> Money:
    """The money of one point's rows; a cell with several amounts gives their sum, and is told of in `several`.

    Amounts under a header that counts in thousands are multiplied, but for those of `in_baht` that are too great.
    """
    columns = rows[0].layout.columns if rows else ()
    amounts: dict[int, Decimal] = {}
    placeholders: list[str] = []
    funds: list[str] = []
    unread: list[str] = []
    several: list[str] = []
    in_baht: list[Decimal] = []
    for index, text in _budget_texts(rows).items():
        reading = read_money(text)
        if reading.unread:
            unread.append(normalize_text(text))
        elif reading.amounts:
            printed = sum(reading.amounts, Decimal(0))
            amounts[index] = amount_baht(columns[index], printed)
            if amounts[index] == printed and is_in_other_unit(columns[index]) and printed:
                in_baht.append(printed)
        if len(reading.amounts) > 1 and not reading.unread:
            several.append(", ".join(f"{amount:,}" for amount in reading.amounts))
        if reading.placeholder:
            placeholders.append(reading.placeholder)
        if reading.fund_source:
            funds.append(normalize_text(reading.fund_source))
    return Money(amounts, tuple(placeholders), distinct(funds), tuple(unread), tuple(several), tuple(in_baht))


def amount_baht(column: Column, printed: Decimal) -> Decimal:
    """An amount in baht, of a column that may count in thousands; as printed where that would be past all belief."""
    whole = printed * (column.unit_baht or 1)
    return whole if whole <= MOST_BAHT else printed


def is_in_other_unit(column: Column) -> bool:
    """Whether a column's header says that it does not count in baht."""
    return column.unit_baht not in (None, 1)


def printed_beside(rows: Sequence[BodyRow]) -> Decimal | None:
    """The same money as the other columns of a project's budget print it, in baht: its parts, or the sum of its years.

    None where these hold no amount, or one that cannot be read.
    """
    beside = [
        (row.layout.columns[index], read_money(text))
        for row in rows
        for index, text in row.texts.items()
        if row.layout.columns[index].role == MONEY_PART
    ]
    sums = [(column, reading) for column, reading in beside if column.year is None]
    told = sums if any(reading.amounts for _, reading in sums) else beside
    amounts = [amount_baht(column, amount) for column, reading in told for amount in reading.amounts]
    return sum(amounts, Decimal(0)) if amounts and not any(reading.unread for _, reading in told) else None


def with_money_beside(money: Money, rows: Sequence[BodyRow]) -> Money:
    """The money of a project whose parts alone are printed, with their sum; and what the other columns say otherwise.

    Where years have amounts of their own, the sum of the years gives none.
    """
    other = printed_beside(rows)
    total = sum(money.amounts.values(), Decimal(0))
    if other is None or money.unread or (money.amounts and other == total):
        return money
    columns = rows[0].layout.columns
    place = next((i for i, c in enumerate(columns) if c.role == "budget" and c.year is None), None)
    amounts = money.amounts if money.amounts or place is None else {place: other}
    return replace(money, amounts=amounts, beside=(other, total))


def _budget_texts(rows: Sequence[BodyRow]) -> dict[int, str]:
    texts: dict[int, str] = {}
    for row in rows:
        for index, text in budget_texts(row).items():
            texts[index] = f"{texts[index]}\n{text}" if index in texts else text
    return texts


def month_money(rows: Iterable[BodyRow]) -> Decimal:
    """The sum in baht of the money that some offices type into month cells; zero where they hold none.

    Small numbers there count things, or are days.
    """
    texts = (
        text for row in rows for index, text in row.raw.items() if row.layout.columns[index].month is not None
    )
    amounts = (reading.amounts for text in texts if (reading := read_money(text)).unread is None)
    return sum((amount for found in amounts for amount in found if amount >= LEAST_BAHT), Decimal(0))


def tiny_amounts(money: Money) -> tuple[Decimal, ...]:
    """The amounts that are too small to be whole, in baht; zero is no money and not among them."""
    return tuple(amount for amount in money.amounts.values() if 0 < amount < LEAST_BAHT)


def added(parts: Iterable[Money]) -> Money:
    """The money of all points together."""
    amounts: dict[int, Decimal] = {}
    whole = list(parts)
    for part in whole:
        for index, amount in part.amounts.items():
            amounts[index] = amounts.get(index, Decimal(0)) + amount
    return Money(
        amounts,
        tuple(text for part in whole for text in part.placeholders),
        distinct(text for part in whole for text in part.fund_sources),
        tuple(text for part in whole for text in part.unread),
        tuple(text for part in whole for text in part.several),
        tuple(amount for part in whole for amount in part.in_baht),
    )


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts in order, each once."""
    return tuple(dict.fromkeys(text for text in texts if text))


def baht(amount: Decimal) -> str:
    """An amount as the plan file writes it: "245000.00"."""
    return f"{amount:.2f}"
