"""Strategies that the book's prose or its list of contents names and that no project stands under."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from parsers.records.gathered import Gathered
from parsers.records.stands import Stand
from parsers.tables.headings import read_heading
from parsers.tables.walk import Line
from schemas.findings import Finding
from schemas.plan import Group
from schemas.rules.names import alike

NEAR = 0.85
"""Two names at least so alike name one strategy."""

_LEAST_SHARED = 2
"""A list is the plan's own where it shares so many strategies with the tables; else it is the province's."""

_TO_PAGE = re.compile(r"[\s.…·]+\d*$")

_Named = tuple[int, str, Line]


def listed_strategies(gathered: Gathered, empty: Sequence[Stand] = ()) -> Iterator[Finding]:
    """PLN065 for each strategy of such a list behind the last one that has projects, at its line, once.

    One between two that have projects is a number that is skipped, which the rules tell of (PLN052). None that the
    tables print as one of the `empty` headings.
    """
    of_tables = _strategies_of(gathered, empty)
    last = max(of_tables, default=0)
    told: set[int] = set()
    for listed in _lists(gathered.prose):
        shared = [number for number, name, _ in listed if alike(of_tables.get(number, ""), name) >= NEAR]
        if len(shared) < _LEAST_SHARED:
            continue
        for number, name, line in listed:
            is_elsewhere = any(alike(other, name) >= NEAR for other in of_tables.values())
            if number > last and number not in told and not is_elsewhere:
                told.add(number)
                facts = {"missing": number, "name": name, "last": last}
                yield Finding(code="PLN065", facts=facts, provenance=line.origin)


def _strategies_of(gathered: Gathered, empty: Sequence[Stand]) -> dict[int, str]:
    """The names of the tables' strategies by their numbers."""
    governing = (*(record.governing for record in gathered.records), *(stand.governing for stand in empty))
    groups = (heading.group for headings in governing for heading in headings if heading.kind == "strategy")
    return {number: group.name for group in groups if (number := _number(group))}


def _number(group: Group) -> int:
    return int(group.number) if group.number and group.number.isdecimal() else 0


def _lists(prose: Sequence[Line]) -> Iterator[list[_Named]]:
    """Strategies that are named with the numbers 1, 2, 3 … one after another, whatever stands between them."""
    named = list(_named_in(prose))
    runs = groupby(enumerate(named), key=lambda item: _begin_of(named, item[0]))
    for _, run in runs:
        yield [strategy for _, strategy in run]


def _begin_of(named: Sequence[_Named], index: int) -> int:
    """The index of the first of those up to `index` whose numbers follow on each other."""
    while index > 0 and named[index][0] == named[index - 1][0] + 1:
        index -= 1
    return index


def _named_in(prose: Sequence[Line]) -> Iterator[_Named]:
    for line in prose:
        heading = read_heading(line.text)
        if heading is not None and heading.kind == "strategy" and (number := _number(heading.group)):
            yield number, _TO_PAGE.sub("", heading.group.name), line
