"""Last year's amounts as proposals for the new year."""

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from schemas.failures import UsageFailure
from schemas.plan import Baht, Project

ROUNDED_TO_BAHT: Final = Decimal(100)
_PERCENT = re.compile(r"([+-]?)(\d{1,3}(?:\.\d{1,2})?)\s*%?")
_WHOLE = Decimal(100)


def read_percent(text: str) -> Decimal:
    """ "3%", "+2.5%" or "-5" as percent; UsageFailure DRF013 for anything else, or for less than nothing left."""
    match = _PERCENT.fullmatch(text.strip())
    percent = Decimal(match[1] + match[2]) if match else -_WHOLE
    if percent <= -_WHOLE:
        raise UsageFailure("DRF013", value=text)
    return percent


def adjusted(project: Project, percent: Decimal) -> Project:
    """The project with its amounts raised by `percent` and rounded to 100 baht, half up; as it is for zero.

    What its points have is adjusted one by one, so that their sum is still the project's.
    """
    if not percent:
        return project
    points = tuple(
        point.model_copy(
            update={"budgets": {year: _adjusted(baht, percent) for year, baht in point.budgets.items()}}
        )
        for point in project.points
    )
    own = [Decimal(baht) for point in points for baht in point.budgets.values()]
    budget = project.budget and _adjusted(project.budget, percent)
    if own and project.budget is not None:
        budget = f"{sum(own, Decimal(0)):.2f}"
    return project.model_copy(update={"budget": budget, "points": points})


def _adjusted(baht: Baht, percent: Decimal) -> Baht:
    """An amount that rounding would turn into nothing stays as it was: a proposal of zero is none."""
    amount = Decimal(baht)
    hundreds = amount * (_WHOLE + percent) / _WHOLE / ROUNDED_TO_BAHT
    rounded = hundreds.quantize(Decimal(1), ROUND_HALF_UP) * ROUNDED_TO_BAHT
    return f"{rounded if rounded else amount:.2f}"
