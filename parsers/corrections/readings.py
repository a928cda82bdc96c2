"""What a person typed, read as the fields of a project or a plan want it."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

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
from schemas.plan import Organization, Project

_TEXTS = (
    "name", "details", "objective", "target", "kpi", "expected_result", "location", "fund_source",
    "procurement_method", "budget_text",
)  # fmt: skip
_YEAR_BEFORE_AMOUNT = re.compile(r"(25\d\d)\s*[:=]")


def read_amount(text: str) -> tuple[str | None, str | None]:
    """The amount as the Plan has it, or what stands for money."""
    reading = read_money(text)
    if reading.unread or len(reading.amounts) > 1 or not (reading.amounts or reading.placeholder):
        raise Unfit(AMOUNT)
    return (f"{reading.amounts[0]:.2f}" if reading.amounts else None), reading.placeholder


def required_text(text: str) -> str:
    """The text as a Plan has it; Unfit where it is empty."""
    return str(_required(normalize_text(text), TEXT))


def _text_of(field: str) -> Callable[[Project, str], dict[str, object]]:
    return lambda _project, text: {field: required_text(text)}


def _required(value: Any, wanted: Wanted) -> Any:
    """`value`, Unfit where the text gave none."""
    if value is None or value == "":
        raise Unfit(wanted)
    return value


def _budget(_project: Project, text: str) -> dict[str, object]:
    amount, placeholder = read_amount(text)
    return {"budget": amount, "budget_text": placeholder}


def _budgets(_project: Project, text: str) -> dict[str, object]:
    line = normalize_text(text)
    before, *parts = _YEAR_BEFORE_AMOUNT.split(line)
    if not parts:
        reading = read_money(line)
        if reading.amounts or reading.unread or not reading.placeholder:
            raise Unfit(AMOUNTS_BY_YEAR)
        return {"budgets": {}, "budget_text": reading.placeholder}
    amounts = [read_amount(part.strip(" ;,"))[0] for part in parts[1::2]]
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
    return {"number": read_row_number(text) or required_text(text)}


PROJECT_FIELDS: Mapping[str, Callable[[Project, str], dict[str, object]]] = MappingProxyType(
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


PLAN_FIELDS: Mapping[str, Callable[[str], object]] = MappingProxyType(
    {
        "fiscal_year": _year,
        "fiscal_year_end": _year,
        "edition": required_text,
        "organization.type": required_text,
        "organization.name": required_text,
        "organization.district": required_text,
        "organization.province": required_text,
        "declared_totals.amount": lambda text: _required(read_amount(text)[0], AMOUNT),
        "declared_totals.count": _count,
        "narrative.title": required_text,
        "narrative.paragraphs": required_text,
    }
)


def money_of_year(project: Project, year: str, text: str) -> dict[str, object]:
    """The project's budgets with that year's as typed; a dash takes the year out."""
    amount, placeholder = read_amount(text)
    others = {known: baht for known, baht in project.budgets.items() if known != year}
    budgets = dict(sorted({**others, year: amount}.items())) if amount else others
    if amount and not year.isdecimal():
        raise Unfit(YEAR)
    return {"budgets": budgets, "budget_text": None if budgets else placeholder}


def organization(own: Organization, text: str) -> Organization:
    """The organization that `text` names in full; district and province stay where it names none."""
    found: Organization = _required(read_organization(text), ORGANIZATION)
    named = {key: value for key, value in found.model_dump().items() if value is not None}
    return Organization(**{**own.model_dump(), **named})
