"""A value that a person typed, read as its field wants it and set with all that hangs on it."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from parsers.corrections.expectations import (
    AMOUNT,
    AMOUNTS_BY_YEAR,
    COUNT,
    MONTH,
    MONTHS,
    ORGANIZATION,
    TEXT,
    YEAR,
    Unfit,
    Wanted,
)
from parsers.corrections.headings import HEADING_FIELDS, under_same, with_heading
from parsers.corrections.months import read_months
from parsers.thai import (
    normalize_text,
    normalize_unit_text,
    read_int,
    read_money,
    read_month,
    read_organization,
    read_row_number,
    read_years,
    split_units,
)
from schemas.plan import Plan, Project
from schemas.plan_path import NoSuchPlace, Step, steps_of, value_at

_TEXTS = (
    "name", "details", "objective", "target", "kpi", "expected_result", "location", "fund_source",
    "procurement_method",
)  # fmt: skip
_YEAR_BEFORE_AMOUNT = re.compile(r"(25\d\d)\s*[:=]")


def _money(text: str) -> tuple[str | None, str | None]:
    """The amount as the Plan has it, or what stands for money."""
    reading = read_money(text)
    if reading.unread or len(reading.amounts) > 1 or not (reading.amounts or reading.placeholder):
        raise Unfit(AMOUNT)
    return (f"{reading.amounts[0]:.2f}" if reading.amounts else None), reading.placeholder


def _text(text: str) -> str:
    return str(_required(normalize_text(text), TEXT))


def _text_of(field: str) -> Callable[[Project, str], dict[str, object]]:
    return lambda _project, text: {field: _text(text)}


def _required(value: Any, wanted: Wanted) -> Any:
    """`value`, Unfit where the text gave none."""
    if value is None or value == "":
        raise Unfit(wanted)
    return value


def _budget(_project: Project, text: str) -> dict[str, object]:
    amount, placeholder = _money(text)
    return {"budget": amount, "budget_text": placeholder}


def _budgets(_project: Project, text: str) -> dict[str, object]:
    line = normalize_text(text)
    before, *parts = _YEAR_BEFORE_AMOUNT.split(line)
    if not parts:
        amount, placeholder = _money(line)
        if amount is not None:
            raise Unfit(AMOUNTS_BY_YEAR)
        return {"budgets": {}, "budget_text": placeholder}
    amounts = [_money(part.strip(" ;,"))[0] for part in parts[1::2]]
    if before.strip() or None in amounts or len(set(parts[::2])) < len(amounts):
        raise Unfit(AMOUNTS_BY_YEAR)
    return {"budgets": dict(sorted(zip(parts[::2], amounts, strict=True))), "budget_text": None}


def _units(_project: Project, text: str) -> dict[str, object]:
    return {
        "responsible_unit": _required(normalize_unit_text(text), TEXT),
        "responsible_units": split_units(text),
    }


def _months(_project: Project, text: str) -> dict[str, object]:
    return {"months": _required(read_months(text), MONTHS)}


def _finish_month(_project: Project, text: str) -> dict[str, object]:
    return {"finish_month": _required(read_month(text), MONTH)}


def _number(_project: Project, text: str) -> dict[str, object]:
    return {"number": read_row_number(text) or _text(text)}


_OF_PROJECT: Mapping[str, Callable[[Project, str], dict[str, object]]] = MappingProxyType(
    {
        **{field: _text_of(field) for field in _TEXTS},
        "budget": _budget,
        "budgets": _budgets,
        "responsible_unit": _units,
        "months": _months,
        "finish_month": _finish_month,
        "number": _number,
    }
)


def _year(text: str) -> int:
    years = read_years(text)
    return int(_required(years[0] if len(years) == 1 else None, YEAR))


def _count(text: str) -> int:
    return int(_required(read_int(text), COUNT))


_OF_PLAN: Mapping[str, Callable[[str], object]] = MappingProxyType(
    {
        "fiscal_year": _year,
        "fiscal_year_end": _year,
        "edition": _text,
        "organization.type": _text,
        "organization.name": _text,
        "organization.district": _text,
        "organization.province": _text,
        "declared_totals.amount": lambda text: _required(_money(text)[0], AMOUNT),
        "declared_totals.count": _count,
        "narrative.title": _text,
        "narrative.paragraphs": _text,
    }
)


def can_set(plan: Plan, path: str | None) -> bool:
    """Whether there is a single field at `path` that a typed value can be set to."""
    try:
        value_at(plan, path or "")
        return _setter(steps_of(path or "")) is not None
    except NoSuchPlace:
        return False


def affected(plan: Plan, path: str) -> int:
    """How many projects a value set at `path` changes: a heading governs many; 0 for what is no project's."""
    steps = steps_of(path)
    if steps[0] != "projects" or not isinstance(steps[1], int):
        return 0
    return len(under_same(plan, steps[1], steps[2])) if steps[2] in HEADING_FIELDS else 1


def with_value(plan: Plan, path: str, text: str) -> Plan:
    """The plan with the field at `path` set to what `text` says, and with all that hangs on that field.

    Money replaces what stood for it, and the other way round; units are divided anew; a heading is set over all
    projects under it. Unfit where the field cannot take the text, NoSuchPlace where the Plan has no such field.
    """
    steps = steps_of(path)
    value_at(plan, path)
    setter = _setter(steps)
    if setter is None:
        raise NoSuchPlace(path)
    try:
        return Plan.model_validate(setter(plan, text).model_dump())
    except ValidationError as error:
        raise Unfit(TEXT) from error


def _setter(steps: tuple[Step, ...]) -> Callable[[Plan, str], Plan] | None:
    match steps:
        case ("projects", int(index), str(field)) | ("projects", int(index), str(field), "name"):
            if field in HEADING_FIELDS:
                return lambda plan, text: with_heading(plan, index, field, text)
            return _field_setter(index, field) if len(steps) == 3 else None
        case ("projects", int(index), "budgets", str(year)):
            return lambda plan, text: _with_fields(plan, index, _of_year(plan.projects[index], year, text))
        case ("organization",):
            return _with_organization
        case _ if ".".join(step for step in steps if isinstance(step, str)) in _OF_PLAN:
            return lambda plan, text: _with_leaf(plan, steps, text)
    return None


def _field_setter(index: int, field: str) -> Callable[[Plan, str], Plan] | None:
    read = _OF_PROJECT.get(field)
    if read is None:
        return None
    return lambda plan, text: _with_fields(plan, index, read(plan.projects[index], text))


def _with_fields(plan: Plan, index: int, fields: Mapping[str, object]) -> Plan:
    changed = plan.projects[index].model_copy(update=fields)
    return plan.model_copy(
        update={"projects": (*plan.projects[:index], changed, *plan.projects[index + 1 :])}
    )


def _of_year(project: Project, year: str, text: str) -> dict[str, object]:
    amount, placeholder = _money(text)
    others = {known: baht for known, baht in project.budgets.items() if known != year}
    budgets = dict(sorted({**others, year: amount}.items())) if amount else others
    if amount and not year.isdecimal():
        raise Unfit(YEAR)
    return {"budgets": budgets, "budget_text": None if budgets else placeholder}


def _with_organization(plan: Plan, text: str) -> Plan:
    found = _required(read_organization(text), ORGANIZATION)
    own = plan.organization.model_dump()
    named = {key: value for key, value in found.model_dump().items() if value is not None}
    return plan.model_copy(update={"organization": type(found)(**{**own, **named})})


def _with_leaf(plan: Plan, steps: tuple[Step, ...], text: str) -> Plan:
    value = _OF_PLAN[".".join(step for step in steps if isinstance(step, str))](text)
    content = plan.model_dump()
    place: Any = content
    for step in steps[:-1]:
        if isinstance(place[step], tuple):
            place[step] = list(place[step])
        place = place[step]
    place[steps[-1]] = value
    return Plan.model_validate(content)
