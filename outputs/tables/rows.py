"""The rows of a plan's tables."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from outputs.record_keys import heading_keys, place_keys, plan_keys
from schemas.findings import Finding
from schemas.plan import FISCAL_MONTHS, Plan, Project
from schemas.plan_path import project_index

Value = str | int | Decimal | None
Row = dict[str, Value]

_PLAN_ID = 1
_PROJECT_TEXTS = (
    "form", "program", "number", "name", "details", "objective", "target", "kpi", "expected_result", "location",
    "responsible_unit", "budget_text", "fund_source", "finish_month", "procurement_method", "equipment_type",
)  # fmt: skip


def table_rows(plan: Plan, findings: Iterable[Finding] = ()) -> Mapping[str, list[Row]]:
    """The rows by table, each with the columns that it has a value for; amounts are Decimals in baht."""
    projects = list(enumerate(plan.projects, start=1))
    return {
        "plan": [_plan(plan)],
        "project": [_project(id_, project) for id_, project in projects],
        "project_group": [row for id_, project in projects for row in _groups(id_, project)],
        "project_unit": [row for id_, project in projects for row in _units(id_, project)],
        "project_budget": [row for id_, project in projects for row in _budgets(plan, id_, project)],
        "project_month": [row for id_, project in projects for row in _months(id_, project)],
        "project_point": [row for id_, project in projects for row in _points(id_, project)],
        "project_point_budget": [row for id_, project in projects for row in _point_budgets(id_, project)],
        "narrative_section": list(_sections(plan)),
        "narrative_paragraph": list(_paragraphs(plan)),
        "declared_total": list(_declared_totals(plan)),
        "finding": list(_findings(plan, findings)),
    }


def _plan(plan: Plan) -> Row:
    source = plan.source
    return {
        "id": _PLAN_ID,
        "schema_version": plan.schema_version,
        **plan_keys(plan),
        "source_name": source.name,
        "source_format": source.format,
        "source_sha256": source.sha256,
        "source_size_bytes": source.size_bytes,
    }


def _project(id_: int, project: Project) -> Row:
    return {
        "id": id_,
        "plan_id": _PLAN_ID,
        **{field: getattr(project, field) for field in _PROJECT_TEXTS},
        **heading_keys(project),
        "budget": _baht(project.budget),
        "total_baht": project.total_baht(),
        "confidence": Decimal(str(project.confidence)),
        **place_keys(project.source),
    }


def _baht(amount: str | None) -> Decimal | None:
    return None if amount is None else Decimal(amount)


def _groups(id_: int, project: Project) -> Iterator[Row]:
    for position, group in enumerate(project.groups, start=1):
        yield {"project_id": id_, "position": position, **group.model_dump()}


def _units(id_: int, project: Project) -> Iterator[Row]:
    for position, unit in enumerate(project.responsible_units, start=1):
        yield {"project_id": id_, "position": position, **unit.model_dump()}


def _budgets(plan: Plan, id_: int, project: Project) -> Iterator[Row]:
    """The amounts by year; that of an operation plan has no year of its own."""
    amounts = dict(project.budgets)
    if project.budget is not None and plan.fiscal_year is not None:
        amounts.setdefault(str(plan.fiscal_year), project.budget)
    yield from ({"project_id": id_, **row} for row in _by_year(amounts))


def _by_year(amounts: Mapping[str, str]) -> Iterator[Row]:
    for year, amount in sorted(amounts.items()):
        yield {"fiscal_year": int(year), "amount": Decimal(amount)}


def _months(id_: int, project: Project) -> Iterator[Row]:
    for month in dict.fromkeys(project.months):
        yield {"project_id": id_, "position": FISCAL_MONTHS.index(month) + 1, "month": month}


def _points(id_: int, project: Project) -> Iterator[Row]:
    for position, point in enumerate(project.points, start=1):
        yield {"project_id": id_, "position": position, **point.model_dump(exclude={"budgets"})}


def _point_budgets(id_: int, project: Project) -> Iterator[Row]:
    for position, point in enumerate(project.points, start=1):
        yield from ({"project_id": id_, "position": position, **row} for row in _by_year(point.budgets))


def _sections(plan: Plan) -> Iterator[Row]:
    for id_, section in enumerate(plan.narrative, start=1):
        yield {"id": id_, "plan_id": _PLAN_ID, "level": section.level, "title": section.title}


def _paragraphs(plan: Plan) -> Iterator[Row]:
    for section_id, section in enumerate(plan.narrative, start=1):
        for position, text in enumerate(section.paragraphs, start=1):
            yield {"section_id": section_id, "position": position, "text": text}


def _declared_totals(plan: Plan) -> Iterator[Row]:
    for id_, total in enumerate(plan.declared_totals, start=1):
        yield {
            "id": id_,
            "plan_id": _PLAN_ID,
            "label": total.label,
            "scope": total.scope,
            "fiscal_year": total.year,
            "count": total.count,
            "amount": _baht(total.amount),
            **place_keys(total.source),
        }


def _findings(plan: Plan, findings: Iterable[Finding]) -> Iterator[Row]:
    for id_, finding in enumerate(findings, start=1):
        yield {
            "id": id_,
            "plan_id": _PLAN_ID,
            "project_id": _project_id(plan, finding.path),
            "code": finding.code,
            "severity": finding.severity,
            "path": finding.path,
            "message_th": finding.message("th"),
            "message_en": finding.message("en"),
            **place_keys(finding.provenance),
        }


def _project_id(plan: Plan, path: str | None) -> int | None:
    """The project that a path in the plan file names."""
    index = project_index(path)
    return None if index is None or index >= len(plan.projects) else index + 1
