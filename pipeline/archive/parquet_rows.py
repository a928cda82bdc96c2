"""Projects as rows of a .parquet file: typed, with lists where a project has several units, months or years."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Final

from outputs.record_keys import heading_keys, place_keys, plan_keys
from schemas.plan import Plan, Project

_TEXTS: Final = (
    "form", "program", "number", "name", "details", "objective", "target", "kpi", "expected_result", "location",
    "responsible_unit", "budget_text", "fund_source", "procurement_method", "equipment_type",
)  # fmt: skip
_ORGANIZATION: Final = ("organization_type", "organization", "district", "province")
_HEADINGS: Final = ("strategy_number", "strategy", "tactic_number", "tactic")
_PLACES: Final = ("source_page", "source_table", "source_row")
_BAHT_DIGITS: Final = 18

Row = dict[str, Any]


def parquet_schema() -> Any:
    """The columns: money is decimal baht, years Buddhist era, an absent value null."""
    import pyarrow as pa  # noqa: PLC0415

    baht = pa.decimal128(_BAHT_DIGITS, 2)
    by_year = pa.struct([("fiscal_year", pa.int16()), ("amount", baht)])
    unit = pa.struct([("unit", pa.string()), ("sub_unit", pa.string())])
    group = pa.struct([("label", pa.string()), ("number", pa.string()), ("name", pa.string())])
    return pa.schema(
        [
            ("archive_plan", pa.int64()),
            ("archive_project", pa.string()),
            ("kind", pa.string()),
            *((key, pa.string()) for key in _ORGANIZATION),
            ("fiscal_year", pa.int16()),
            ("fiscal_year_end", pa.int16()),
            ("edition", pa.string()),
            *((key, pa.string()) for key in (*_HEADINGS, *_TEXTS)),
            ("groups", pa.list_(group)),
            ("responsible_units", pa.list_(unit)),
            ("budget", baht),
            ("budgets", pa.list_(by_year)),
            ("total_baht", baht),
            ("months", pa.list_(pa.int8())),
            ("finish_month", pa.int8()),
            *((key, pa.int32()) for key in _PLACES),
            ("confidence", pa.float64()),
        ]
    )


def parquet_rows(plan: Plan, number: int) -> Iterator[Row]:
    """One row per project of the plan with that number in the archive."""
    of_plan = {"archive_plan": number, **plan_keys(plan)}
    for position, project in enumerate(plan.projects, 1):
        yield {**of_plan, "archive_project": f"{number}/{position}", **_project(project)}


def _project(project: Project) -> Row:
    amounts = sorted(project.budgets.items())
    return {
        **{key: getattr(project, key) for key in _TEXTS},
        **heading_keys(project),
        "groups": [group.model_dump() for group in project.groups],
        "responsible_units": [unit.model_dump() for unit in project.responsible_units],
        "budget": None if project.budget is None else Decimal(project.budget),
        "budgets": [{"fiscal_year": int(year), "amount": Decimal(amount)} for year, amount in amounts],
        "total_baht": project.total_baht(),
        "months": list(project.months),
        "finish_month": project.finish_month,
        **place_keys(project.source),
        "confidence": project.confidence,
    }
