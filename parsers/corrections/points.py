"""A corrected point (จุดที่ 1, 2, 3 under one number), and what its project says of all its points."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from parsers.corrections.readings import read_amount, required_text
from parsers.thai import normalize_unit_text, split_units
from schemas.plan import Point, Project

POINT_FIELDS = ("target", "expected_result", "responsible_unit", "budgets")


def with_point(project: Project, index: int, key: str, text: str) -> dict[str, object]:
    """The project's fields with `key` ("target", "budgets.2566") of its point with the 0-based `index` as typed.

    The project's target is all points' targets, its budgets are their sums, its result and units the distinct ones.
    Unfit for text that the field cannot take, be it "budgets" without a year.
    """
    field, _, year = key.partition(".")
    before = project.points[index]
    value: object = required_text(text)
    if field == "responsible_unit":
        value = normalize_unit_text(text)
    elif field == "budgets":
        amount = read_amount(text)[0]
        others = {known: baht for known, baht in before.budgets.items() if known != year}
        value = dict(sorted({**others, year: amount}.items())) if amount else others
    point = Point.model_validate({**before.model_dump(), field: value})
    points = (*project.points[:index], point, *project.points[index + 1 :])
    return {"points": points, **_of_all(field, points)}


def _of_all(field: str, points: Sequence[Point]) -> dict[str, object]:
    if field == "target":
        return {"target": " ".join(point.target for point in points if point.target)}
    if field == "expected_result":
        return {"expected_result": " ".join(_distinct(point.expected_result for point in points))}
    if field == "responsible_unit":
        units = ", ".join(_distinct(point.responsible_unit for point in points))
        return {"responsible_unit": units, "responsible_units": split_units(units)}
    years = sorted({year for point in points for year in point.budgets})
    return {"budgets": {year: _sum(point.budgets.get(year, "0") for point in points) for year in years}}


def _sum(amounts: Iterable[str]) -> str:
    return f"{sum(map(Decimal, amounts), Decimal(0)):.2f}"


def _distinct(texts: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))
