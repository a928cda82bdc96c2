"""Strategies that ผด.01 lists over its rows and that no project stands under: their line may be lost."""

from collections.abc import Iterator
from decimal import Decimal

from schemas.findings import Finding
from schemas.plan import Plan
from schemas.rules.names import alike, name_key
from schemas.rules.place import place_of
from schemas.rules.summaries import is_of_summary

NEAR = 0.85
"""A line of the summary that ends in a strategy's name at least so alike means that strategy."""
_LABEL = "ยุทธศาสตร์"


def summary_strategies(plan: Plan) -> Iterator[Finding]:
    """PLN059 for each strategy that heads rows of a summary and that no project has, at its first row there."""
    names = {name_key(project.strategy.name) for project in plan.projects if project.strategy}
    if not names:
        return
    told: set[str] = set()
    for index, total in enumerate(plan.declared_totals):
        heading = total.source.raw.get("heading", "")
        has_figures = bool(total.count or Decimal(total.amount or 0))
        if heading in told or _LABEL not in heading or not (has_figures and is_of_summary(total)):
            continue
        told.add(heading)
        key = name_key(heading)
        if not any(name in key or alike(key[-len(name) :], name) >= NEAR for name in names):
            path, place = f"declared_totals[{index}].label", place_of(total.source)
            yield Finding(code="PLN059", facts={"label": heading}, provenance=place, path=path)
