"""The page's own words, and values as phrases of Thai; digits are still Arabic."""

import tomllib
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from outputs.docx.forms import month_name
from outputs.docx.values import money_text
from schemas.plan import FISCAL_MONTHS
from schemas.plan_text import month_runs

NO_MONEY = "-"


@cache
def page_words() -> dict[str, Any]:
    """words.toml, by its tables."""
    return tomllib.loads(files("outputs.html").joinpath("words.toml").read_text("utf-8"))


def sum_text(baht: Decimal) -> str:
    """A sum of money, a dash where it is none; page.js writes sums of what is shown in the same way."""
    return money_text(baht) if baht else NO_MONEY


def satang(baht: Decimal) -> int:
    """The amount in hundredths, which a script adds up without rounding."""
    return int(baht * 100)


def months_phrase(months: Iterable[int], fiscal_year: int | None) -> str:
    """ "ต.ค. – ธ.ค. 2565, มี.ค. 2566": runs of the fiscal year (Buddhist era), without years where it is None."""
    runs = month_runs(months)
    if runs == ((0, len(FISCAL_MONTHS) - 1),):
        all_year: str = page_words()["projects"]["all_year"]
        return all_year
    return ", ".join(_run_phrase(first, last, fiscal_year) for first, last in runs)


def _run_phrase(first: int, last: int, fiscal_year: int | None) -> str:
    years = [_year_text(position, fiscal_year) for position in (first, last)]
    names = [month_name(FISCAL_MONTHS[position]) for position in (first, last)]
    if first == last:
        return f"{names[0]}{years[0]}"
    shown_first = names[0] if years[0] == years[1] else f"{names[0]}{years[0]}"
    return f"{shown_first} – {names[1]}{years[1]}"


def _year_text(position: int, fiscal_year: int | None) -> str:
    """The calendar year of a month: a fiscal year begins in October of the year before."""
    if fiscal_year is None:
        return ""
    return f" {fiscal_year - 1 if FISCAL_MONTHS[position] >= FISCAL_MONTHS[0] else fiscal_year}"
