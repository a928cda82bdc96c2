"""Which projects were handed in twice: surely, or perhaps."""

from collections.abc import Iterator, Sequence

from parsers.thai.likeness import read_name
from pipeline.matching import scored_pairs
from schemas.plan import EQUIPMENT_FORMS, Plan, Project

LEAST_SCORE = 0.65
"""From here on two projects of one plan may be one. On plans of the matching benchmark, handed in as other units
would (other money, no details), 0.97 of what is told are doubles and 0.94 of these are told; at 0.8 it is 0.87.
"""
_TEXTS = ("details", "objective", "target", "kpi", "location", "fund_source", "responsible_unit")
_MONEY_KEYS = frozenset({"budget", "budgets"})
_MONTH_KEYS = frozenset({"first_month", "last_month", "months"})
_VALUES = ("budget", "budgets", "months", "equipment_type", "program")


def is_same(one: Project, other: Project) -> bool:
    """Whether `other` says all that `one` does, spelling of texts aside; `one` may be silent about some of it."""
    if (one.form, _key(one.name or one.target)) != (other.form, _key(other.name or other.target)):
        return False
    if (one.name is None and one.target is None) or _is_partly_read(one):
        return False
    values = all(getattr(one, field) == getattr(other, field) for field in _VALUES if getattr(one, field))
    texts = (field for field in _TEXTS if getattr(one, field))
    same_strategy = not one.strategy or not other.strategy or _same_name(one, other)
    return values and same_strategy and all(_key(getattr(one, f)) == _key(getattr(other, f)) for f in texts)


def _is_partly_read(project: Project) -> bool:
    """Whether the row says money or months that could not be read: nobody knows whether these are the same."""
    keys = {key.partition(".")[0] for key in project.source.raw}
    money = project.budget or project.budgets or project.budget_text
    return bool(keys & _MONEY_KEYS and not money) or bool(keys & _MONTH_KEYS and not project.months)


def _same_name(one: Project, other: Project) -> bool:
    mine, its = one.strategy, other.strategy
    return mine is not None and its is not None and _key(mine.name) == _key(its.name)


def _key(text: str | None) -> str:
    return read_name(text or "").key


def _may_be_one(one: Project, other: Project) -> bool:
    """Whether nothing tells them apart: within one plan another ครั้งที่ does, and another program of equipment."""
    if one.form != other.form:
        return False
    mine, its = read_name(one.name or "").serials, read_name(other.name or "").serials
    if mine and its and mine != its:
        return False
    return one.form not in EQUIPMENT_FORMS or one.program == other.program


def likely_doubles(plan: Plan, collected: Sequence[int]) -> Iterator[tuple[int, int]]:
    """For each collected project, by its index, the one most like it, if that is like enough; each pair once."""
    if not collected:
        return
    handed_in = plan.model_copy(update={"projects": tuple(plan.projects[at] for at in collected)})
    best: dict[int, tuple[float, int]] = {}
    for (other, place), score in scored_pairs(plan, handed_in).items():
        index = collected[place]
        one, its = plan.projects[index], plan.projects[other]
        if other != index and score >= LEAST_SCORE and _may_be_one(one, its):
            best[index] = max(best.get(index, (0.0, 0)), (score, -other))
    told: set[frozenset[int]] = set()
    for index, (_, other) in sorted(best.items()):
        pair = frozenset({index, -other})
        if pair not in told:
            told.add(pair)
            yield index, -other
