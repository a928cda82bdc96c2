"""The money of a project: by year, with its fund sources, and what cannot be read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from parsers.records.amounts import budget_texts
from parsers.tables.walk import BodyRow
from parsers.thai import normalize_text, read_money

LEAST_BAHT = 100
"""Nobody budgets less for a project of its own: a smaller amount is mostly a part of a number."""


@dataclass(frozen=True, slots=True)
class Money:
    """Amounts in baht by budget column index, and what stands beside or for them."""

    amounts: dict[int, Decimal] = field(default_factory=dict)
    placeholders: tuple[str, ...] = ()
    fund_sources: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    several: tuple[str, ...] = ()


def read_rows(rows: Sequence[BodyRow]) -> Money:
    """The money of one point's rows; a cell with several amounts gives their sum, and is told of in `several`."""
    amounts: dict[int, Decimal] = {}
    placeholders: list[str] = []
    funds: list[str] = []
    unread: list[str] = []
    several: list[str] = []
    for index, text in _budget_texts(rows).items():
        reading = read_money(text)
        if reading.unread:
            unread.append(normalize_text(text))
        elif reading.amounts:
            amounts[index] = sum(reading.amounts, Decimal(0))
        if len(reading.amounts) > 1 and not reading.unread:
            several.append(", ".join(f"{amount:,}" for amount in reading.amounts))
        if reading.placeholder:
            placeholders.append(reading.placeholder)
        if reading.fund_source:
            funds.append(normalize_text(reading.fund_source))
    return Money(amounts, tuple(placeholders), distinct(funds), tuple(unread), tuple(several))


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
    )


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts in order, each once."""
    return tuple(dict.fromkeys(text for text in texts if text))


def baht(amount: Decimal) -> str:
    """An amount as the plan file writes it: "245000.00"."""
    return f"{amount:.2f}"
