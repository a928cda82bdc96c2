"""A strategy that goes by several names or numbers."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from schemas.findings import Finding
from schemas.findings.finding import Fact
from schemas.plan import Form, Heading, Plan
from schemas.rules.names import alike, name_key
from schemas.rules.place import finding_on

NEAR = 0.75
"""Two names under one number that are at least so alike are one name in two spellings."""

NEAR_WITHOUT_NUMBER = 0.93
"""So alike must two names be where no number ties them: สาธารณสุข and สาธารณภัย are two strategies."""

_Named = tuple[Form, str | None, str]
"""Form, number and name as printed."""


def strategy_names(plan: Plan) -> Iterator[Finding]:
    """PLN050 for the rarer of two spellings of one strategy, PLN051 for two numbers of one name in one form, and
    PLN056 for two strategies under one number in one form.

    The finding lies at the first project with the rarer (else the later) of the two.
    """
    named = [
        (index, _named(project.form, project.strategy))
        for index, project in enumerate(plan.projects)
        if project.strategy
    ]
    counts = Counter(name for _, name in named)
    first = {name: index for index, name in reversed(named)}
    told: set[tuple[str, str]] = set()
    for one, other in combinations(counts, 2):
        usual, rare = (one, other) if counts[one] >= counts[other] else (other, one)
        code = _difference(usual, rare)
        pair = (code or "", f"{usual[1:]}{rare[1:]}")
        if code and pair not in told:
            told.add(pair)
            yield _finding(plan, first[rare], code, usual, rare)


def _named(form: Form, heading: Heading) -> _Named:
    return form, heading.number, heading.name


def _difference(usual: _Named, rare: _Named) -> str | None:
    """The code for what sets two strategies apart that ought to be one; None where they are two or the same."""
    same_form = usual[0] == rare[0]
    numbers = (usual[1], rare[1])
    if name_key(usual[2]) == name_key(rare[2]):
        return "PLN051" if same_form and None not in numbers and len(set(numbers)) > 1 else None
    if None in numbers:
        return "PLN050" if alike(usual[2], rare[2]) >= NEAR_WITHOUT_NUMBER else None
    if len(set(numbers)) > 1:
        return None
    if alike(usual[2], rare[2]) >= NEAR:
        return "PLN050"
    return "PLN056" if same_form else None


def _finding(plan: Plan, index: int, code: str, usual: _Named, rare: _Named) -> Finding:
    project = plan.projects[index]
    facts: dict[str, Fact] = {"name": rare[2], "other": usual[2]}
    if code == "PLN051":
        facts = {
            "name": rare[2],
            "number": rare[1] or "",
            "other": usual[1] or "",
            "proposal": usual[1] or "",
        }
        return finding_on(index, project, "strategy.number", code, facts)
    if code == "PLN050":
        facts["proposal"] = usual[2]
    else:
        facts["number"] = rare[1] or ""
    return finding_on(index, project, "strategy.name", code, facts)
