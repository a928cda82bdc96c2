"""The keys that .csv, .sqlite, .parquet and the data package have alike, each with its value."""

from schemas.document import Provenance
from schemas.plan import Plan, Project, RecordSource

Value = str | int | None


def plan_keys(plan: Plan) -> dict[str, Value]:
    """What plan it is: its kind, whose, of which years (Buddhist era) and edition; None for what is not known."""
    organization = plan.organization
    return {
        "kind": plan.kind,
        "organization_type": organization.type,
        "organization": organization.name,
        "district": organization.district,
        "province": organization.province,
        "fiscal_year": plan.fiscal_year,
        "fiscal_year_end": plan.fiscal_year_end,
        "edition": plan.edition,
    }


def heading_keys(project: Project) -> dict[str, str | None]:
    """The strategy and the tactic that govern the project, each with its number."""
    strategy, tactic = project.strategy, project.tactic
    return {
        "strategy_number": strategy.number if strategy else None,
        "strategy": strategy.name if strategy else None,
        "tactic_number": tactic.number if tactic else None,
        "tactic": tactic.name if tactic else None,
    }


def place_keys(source: RecordSource | Provenance) -> dict[str, int | None]:
    """Where the source prints it: page from 1 on, table and row from 0 on."""
    return {"source_page": source.page, "source_table": source.table, "source_row": source.row}
