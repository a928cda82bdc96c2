"""All projects as one .csv: one row per project, every field of the plan file in a column of its own.

Made for Excel (UTF-8 with a byte order mark, no cell that could run as a formula) and for pandas (English keys,
plain decimals, JSON where a field is a list of records). docs/formats.md lists the columns.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from outputs.record_keys import heading_keys, place_keys, plan_keys
from outputs.spreadsheet_text import defused
from outputs.writable import without_controls
from schemas.document import Source
from schemas.model import Frozen
from schemas.plan import Plan, Project

BYTE_ORDER_MARK: Final = "\ufeff"
_MONTHS_DIVIDER: Final = ";"

_TEXT_FIELDS: Final = (
    "name", "details", "objective", "target", "kpi", "expected_result", "location", "responsible_unit",
)  # fmt: skip
_PLAIN_FIELDS: Final = ("procurement_method", "equipment_type")

_ANY_PROJECT: Final = Project(form="ผด.02")
_ANY_PLAN: Final = Plan(kind="operation_plan", source=Source(name="", sha256="", format="json", size_bytes=0))

Row = dict[str, str]


def render(plan: Plan) -> bytes:
    """The projects in the plan's order under a row of English keys; no more than the keys for a plan without any."""
    years = _years(plan)
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, keys(years))  # lines end in CR LF (RFC 4180)
    writer.writeheader()
    writer.writerows(rows(plan, years))
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def keys(years: Iterable[str]) -> tuple[str, ...]:
    """The columns in their order, with one for the money of each of `years`."""
    return tuple(_row(_ANY_PLAN, _ANY_PROJECT, years))


def rows(plan: Plan, years: Sequence[str]) -> Iterator[Row]:
    """The plan's projects as cells by key, safe to open in a spreadsheet program; years not asked for are left out."""
    for project in plan.projects:
        yield {key: _safe(value) for key, value in _row(plan, project, years).items()}


def _years(plan: Plan) -> tuple[str, ...]:
    """The years that need a column: those that any project has money in, and all of a development plan."""
    spanned = plan.budget_years() if plan.kind == "development_plan" else ()
    return tuple(sorted({*map(str, spanned), *(year for each in plan.projects for year in each.budgets)}))


def _row(plan: Plan, project: Project, years: Iterable[str]) -> Row:
    return {
        **_cells(plan_keys(plan)),
        "form": project.form,
        **_cells(heading_keys(project)),
        "program": project.program or "",
        "groups": _json(project.groups),
        "number": project.number or "",
        **_texts(project, _TEXT_FIELDS),
        "responsible_units": _json(project.responsible_units),
        **_money_cells(project, years),
        "months": _MONTHS_DIVIDER.join(map(str, project.months)),
        "finish_month": str(project.finish_month or ""),
        **_texts(project, _PLAIN_FIELDS),
        "points": _json(project.points),
        **_cells(place_keys(project.source)),
        "confidence": str(project.confidence),
    }


def _cells(values: Mapping[str, str | int | None]) -> Row:
    """The values as texts; blank for none."""
    return {key: "" if value is None else str(value) for key, value in values.items()}


def _money_cells(project: Project, years: Iterable[str]) -> Row:
    return {
        "budget": project.budget or "",
        **{f"budget_{year}": project.budgets.get(year, "") for year in years},
        "budget_text": project.budget_text or "",
        "fund_source": project.fund_source or "",
    }


def _texts(project: Project, fields: Iterable[str]) -> Row:
    return {field: getattr(project, field) or "" for field in fields}


def _json(records: Iterable[Frozen]) -> str:
    """A list of records as JSON; blank for none, so that an empty list does not look like a value."""
    found: list[Mapping[str, object]] = [record.model_dump(mode="json") for record in records]
    return json.dumps(found, ensure_ascii=False) if found else ""


def _safe(text: str) -> str:
    return defused(without_controls(text))
