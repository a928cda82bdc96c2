"""Numbers that stand before the names of projects, in tables without a column for them ("1. โครงการ…")."""

import re
from collections.abc import Iterable
from dataclasses import replace

from parsers.records.amounts import budget_texts
from parsers.tables.layout import Column, Layout
from parsers.tables.walk import BodyRow, Event, NewLayout, TotalRow
from parsers.thai import normalize_text, read_row_number

_NUMBERED = re.compile(r"(\d{1,3}(?:\.\d{1,3})*[.)]|\(\d{1,3}\))\s*(?=[^\d\s.,)])")

_LEAST_SHARE = 0.8
"""So large a share of a layout's rows with money must have such names: one name may begin with a number by itself."""

_LEAST_NAMES = 2


def number_of_name(text: str) -> tuple[str | None, str]:
    """The number that a name begins with, in Arabic digits, and the name without it; else None and the name."""
    line = normalize_text(text)
    match = _NUMBERED.match(line)
    number = read_row_number(match[1]) if match else None
    return (number, line[match.end() :]) if match and number else (None, line)


def with_numbers(events: Iterable[Event]) -> list[Event]:
    """The events, the rows of such tables with their numbers in a column of their own."""
    found = list(events)
    layouts = {layout: _with_number_column(layout) for layout in _layouts_of(found)}
    if not layouts:
        return found
    return [_numbered(event, layouts) for event in found]


def _layouts_of(events: Iterable[Event]) -> set[Layout]:
    """The layouts whose rows have their numbers in the names."""
    names: dict[Layout, list[bool]] = {}
    for row in events:
        if isinstance(row, BodyRow) and not row.text("number").strip():
            name = row.text("name")
            if name.strip() and any(text.strip() for text in budget_texts(row).values()):
                names.setdefault(row.layout, []).append(number_of_name(name)[0] is not None)
    return {
        layout
        for layout, found in names.items()
        if len(found) >= _LEAST_NAMES and sum(found) >= _LEAST_SHARE * len(found)
    }


def _with_number_column(layout: Layout) -> Layout:
    """The layout with a number's column behind all others, which no cell stands in."""
    if "number" in layout.roles:
        return layout
    column = Column("number", "", layout.width, layout.width)
    return Layout((*layout.columns, column), layout.header_years, layout.months_by_position)


def _numbered(event: Event, layouts: dict[Layout, Layout]) -> Event:
    match event:
        case NewLayout() if event.layout in layouts:
            return replace(event, layout=layouts[event.layout])
        case TotalRow() if event.row.layout in layouts:
            return replace(event, row=replace(event.row, layout=layouts[event.row.layout]))
        case BodyRow() if event.layout in layouts:
            return _with_own_number(replace(event, layout=layouts[event.layout]))
    return event


def _with_own_number(row: BodyRow) -> BodyRow:
    number, name = number_of_name(row.text("name"))
    if number is None or row.text("number").strip():
        return row
    places = {column.role: index for index, column in reversed(list(enumerate(row.layout.columns)))}
    return replace(row, texts={**row.texts, places["number"]: number, places["name"]: name})
