"""A province's summary as one page that asks for nothing from outside and runs no script."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import NamedTuple

import jinja2

from outputs.numerals import NumeralPolicy, table_numerals, write_numerals
from outputs.province.model import Province
from outputs.province.tables import Table, Value, tables_of
from outputs.province.wording import wording
from schemas.findings.catalog import Language

_BARS = 12
_LONGEST_BAR_PERCENT = 70
_LONG_TABLES = frozenset(("books", "area_of_books", "program_of_books", "strategy_of_books", "by_strategy"))


class _Cell(NamedTuple):
    text: str
    look: str


class _Bar(NamedTuple):
    name: str
    percent: str
    text: str


class _Chart(NamedTuple):
    title: str
    bars: tuple[_Bar, ...]


class _Section(NamedTuple):
    title: str
    headers: tuple[str, ...]
    rows: tuple[tuple[_Cell, ...], ...]
    charts: tuple[_Chart, ...]
    note: str
    is_long: bool
    rows_told: str


def render(province: Province, language: Language = "th", numerals: NumeralPolicy = "thai") -> bytes:
    """The page in UTF-8; equal summaries give equal bytes. Digits are Thai where tables of a book have them so."""
    write: Callable[[str], str] = write_numerals if table_numerals(numerals) == "thai" else str
    words = wording(language)
    sections = tuple(
        _section(table, words["is_missing"], words.get(table.chart, ""), write)
        for table in tables_of(province, language)
    )
    text = _template().render(language=language, title=words["title"], sections=sections)
    return text.encode("utf-8", "replace")


@cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(files("outputs.province").joinpath("page.html.jinja").read_text("utf-8"))


def _section(table: Table, missing: str, chart: str, write: Callable[[str], str]) -> _Section:
    return _Section(
        title=write(table.title),
        headers=tuple(map(write, table.headers)),
        rows=tuple(tuple(_cell(value, missing, write) for value in row) for row in table.rows),
        charts=tuple(_charts(table, chart, write)) if chart else (),
        note=write(table.note),
        is_long=table.key in _LONG_TABLES,
        rows_told=write(str(len(table.rows))),
    )


def _cell(value: Value, missing: str, write: Callable[[str], str]) -> _Cell:
    if value is None:
        return _Cell("", "")
    if isinstance(value, Decimal | int):
        return _Cell(write(_number(value)), "number")
    return _Cell(write(value), "missing" if value == missing else "")


def _number(value: Decimal | int) -> str:
    return f"{value:,.2f}" if isinstance(value, Decimal) else f"{value:,}"


def _charts(table: Table, title: str, write: Callable[[str], str]) -> Iterator[_Chart]:
    """One per kind of plan, which stands in the first column: names in the second, money in the last."""
    for kind, group in groupby(table.rows, key=lambda row: row[0]):
        rows = [(str(row[1]), Decimal(row[-1] or 0)) for row in group][:_BARS]
        largest = max(money for _, money in rows) or Decimal(1)
        bars = tuple(
            _Bar(write(name), f"{money / largest * _LONGEST_BAR_PERCENT:.1f}", write(_number(money)))
            for name, money in rows
        )
        yield _Chart(write(f"{title}: {kind}"), bars)
