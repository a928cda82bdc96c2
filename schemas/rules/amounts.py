"""Amounts that cannot be, or that stand far from those around them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from math import log10
from statistics import median

from schemas.findings import Finding
from schemas.findings.finding import Fact
from schemas.plan import Plan, Project
from schemas.rules.place import path_of, place_of, title_of

LEAST_PEERS = 8
"""Amounts of one form and แผนงาน (or strategy) that are enough to say what is usual."""

TIMES = 50.0
"""An amount is told of when it is so many times the usual one, or as small a part of it, ..."""

SPREADS = 4.0
"""... and so many spreads away from it on the scale of tenfolds, ..."""

TIMES_NEXT = 5.0
"""... and so many times its nearest neighbour: plans have many small purchases and a few large works."""

LEAST_SPREAD = 0.2
_NORMAL_SPREAD = 1.4826
# A dash on a line of its own stands for another point without money.
_MINUS = re.compile(r"^\s*[-–−][^\S\n]?\d")

_Amount = tuple[int, str, Decimal]
"""The project's index, the path of the amount, and baht."""


def amounts(plan: Plan) -> Iterator[Finding]:
    """PLN025 for a minus before an amount, PLN024 for points whose sums are not their project's, PLN023 for an
    amount far from its peers'."""
    for index, project in enumerate(plan.projects):
        yield from _minus(index, project)
        yield from _points(index, project)
    yield from _outliers(plan)


def _finding(code: str, plan_path: str, project: Project, facts: dict[str, Fact]) -> Finding:
    return Finding(
        code=code,
        facts={"project": title_of(project), **facts},
        provenance=place_of(project.source),
        path=plan_path,
    )


def _paths(index: int, project: Project) -> Iterator[tuple[str, Decimal]]:
    if project.budget is not None:
        yield path_of(index, "budget"), Decimal(project.budget)
    for year, amount in project.budgets.items():
        yield path_of(index, f"budgets.{year}"), Decimal(amount)


def _minus(index: int, project: Project) -> Iterator[Finding]:
    for field, printed in project.source.raw.items():
        if field.partition(".")[0] != "budget" or not _MINUS.match(printed):
            continue
        paths = dict(_paths(index, project))
        path = path_of(index, field.replace("budget.", "budgets."))
        if path in paths:
            facts: dict[str, Fact] = {"printed": printed.strip(), "amount": f"{paths[path]:,}"}
            yield _finding("PLN025", path, project, facts)


def _points(index: int, project: Project) -> Iterator[Finding]:
    sums: dict[str, Decimal] = {}
    for point in project.points:
        for year, amount in point.budgets.items():
            sums[year] = sums.get(year, Decimal(0)) + Decimal(amount)
    if project.budget is not None:
        # An operation plan has one amount, whatever year its points' columns name.
        sums = {"": sum(sums.values(), Decimal(0))} if sums else {}
    for year, computed in sums.items():
        own = Decimal(project.budgets.get(year, "0") if year else project.budget or "0")
        if own != computed:
            facts: dict[str, Fact] = {
                "declared": f"{own:,}",
                "computed": f"{computed:,}",
                "year_th": f"ปี {year}" if year else "",
                "year_en": f" in {year}" if year else "",
            }
            yield _finding("PLN024", path_of(index, f"budgets.{year}" if year else "budget"), project, facts)


def _outliers(plan: Plan) -> Iterator[Finding]:
    peers: dict[tuple[str, str], list[_Amount]] = {}
    for index, project in enumerate(plan.projects):
        group = project.program or (project.strategy.name if project.strategy else "")
        largest = max(_paths(index, project), key=lambda item: item[1], default=None)
        if largest is not None and largest[1] > 0 and not project.points:
            peers.setdefault((project.form, group), []).append((index, *largest))
    for found in peers.values():
        if len(found) >= LEAST_PEERS:
            yield from _far_from_peers(plan, sorted(found, key=lambda item: item[2]))


def _far_from_peers(plan: Plan, found: list[_Amount]) -> Iterator[Finding]:
    """`found` is in order of baht; only its two ends can be alone."""
    logs = [log10(amount) for _, _, amount in found]
    middle = median(logs)
    spread = max(LEAST_SPREAD, _NORMAL_SPREAD * median(abs(value - middle) for value in logs))
    for end, next_to_it in ((0, 1), (-1, -2)):
        times, gap = 10 ** abs(logs[end] - middle), 10 ** abs(logs[end] - logs[next_to_it])
        if times >= TIMES and gap >= TIMES_NEXT and abs(logs[end] - middle) >= SPREADS * spread:
            yield _outlier(plan, found[end], times, 10**middle, is_more=end == -1)


def _outlier(plan: Plan, found: _Amount, times: float, usual: float, *, is_more: bool) -> Finding:
    index, path, amount = found
    facts: dict[str, Fact] = {
        "amount": f"{amount:,}",
        "usual": f"{usual:,.0f}",
        "times": round(times),
        "direction_th": "สูงกว่า" if is_more else "ต่ำกว่า",
        "direction_en": "more than" if is_more else "less than",
    }
    return _finding("PLN023", path, plan.projects[index], facts)
