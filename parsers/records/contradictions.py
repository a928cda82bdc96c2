"""What the lines over the tables contradict: the plan's year and government, and each other's habits."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from parsers.records.context import Context, names_plan
from parsers.records.gathered import Gathered
from parsers.records.listed_strategies import listed_strategies
from parsers.records.lost_lines import lost_lines
from parsers.records.stands import Stand
from parsers.tables.walk import Line
from parsers.thai import normalize_text, read_organization, read_year_range, read_years
from schemas.findings import Finding

NEAR_NAME = 0.72
"""Likeness from which another name is the plan's own, mistyped: as schemas.rules.organization_names has it."""


def contradictions(gathered: Gathered, context: Context, empty: Sequence[Stand] = ()) -> Iterator[Finding]:
    """PLN046 for each year, PLN044 or PLN045 for each name, that titles have beside the plan's own, once each;
    then the places where a strategy's line was probably lost (PLN061 to PLN065). `empty` are headings that rightly
    have no project.
    """
    titles = (*gathered.titles, *gathered.running)
    years: dict[str, tuple[Line, int]] = {}
    names: dict[str, Line] = {}
    for line in titles:
        for named, first in _other_years(line.text, context):
            years.setdefault(named, (line, first))
        if name := _other_name(line.text, context):
            names.setdefault(name, line)
    for named, (line, first) in years.items():
        facts: dict[str, str | int] = {"title": named, "plan": _plan_years(context), "proposal": first}
        yield Finding(code="PLN046", facts=facts, provenance=line.origin, path="fiscal_year")
    for name, line in names.items():
        yield _of_name(name, line, context, sum(_other_name(title.text, context) == name for title in titles))
    yield from lost_lines(gathered)
    yield from listed_strategies(gathered, empty)


def _plan_years(context: Context) -> str:
    if context.fiscal_year == context.fiscal_year_end:
        return str(context.fiscal_year)
    return f"{context.fiscal_year}-{context.fiscal_year_end}"


def _other_years(text: str, context: Context) -> Iterator[tuple[str, int]]:
    """The years that a title gives the plan, as named and the first of them, where they are not the plan's."""
    if context.fiscal_year is None or not names_plan(text):
        return
    if context.kind == "development_plan":
        span = read_year_range(text)
        if span and span != (context.fiscal_year, context.fiscal_year_end):
            yield f"{span[0]}-{span[1]}", span[0]
        return
    years = read_years(text)
    if len(years) == 1 and years[0] != context.fiscal_year:
        yield str(years[0]), years[0]


def _other_name(text: str, context: Context) -> str | None:
    own = context.organization
    found = read_organization(text)
    if found is None or not found.name or not own.name or found.type != own.type:
        return None
    return found.name if _letters(found.name) != _letters(own.name) else None


def _letters(name: str) -> str:
    return "".join(normalize_text(name).split())


def _of_name(name: str, line: Line, context: Context, count: int) -> Finding:
    kind, own = context.organization.type or "", context.organization.name or ""
    is_near = SequenceMatcher(None, _letters(name), _letters(own), autojunk=False).ratio() >= NEAR_NAME
    facts: dict[str, str | int] = {"name": f"{kind}{name}", "own": f"{kind}{own}", "count": count}
    return Finding(code="PLN044" if is_near else "PLN045", facts=facts, provenance=line.origin)
