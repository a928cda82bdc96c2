"""What the archive has: plans by number, with their sources, findings and decisions."""

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, and_, func, or_, select

from parsers.thai import normalize_text, to_arabic
from parsers.thai.organizations import organizations_in
from pipeline.archive.project_rows import to_baht
from pipeline.archive.reading import unpacked
from pipeline.archive.store import Archive
from pipeline.archive.tables import correction, finding, organization, plan, reading
from schemas.corrections import Correction
from schemas.document import SourceFormat
from schemas.failures import UsageFailure
from schemas.findings import Finding
from schemas.model import Frozen
from schemas.plan import Organization, Plan, PlanKind

_ESCAPE = "\\"


class Which(Frozen):
    """Which plans are meant; None for any.

    `lao` is a name, with its type (อบต.ธารทิพย์) or without, or a part of it. `year` is a fiscal year that the
    plan spans. Plans that a later reading of the same file stands for are left out unless `replaced`.
    """

    lao: str | None = None
    district: str | None = None
    province: str | None = None
    year: int | None = None
    kind: PlanKind | None = None
    replaced: bool = False


class Entry(Frozen):
    """One plan of the archive; `replaced_by` is the number of the plan that stands for its file now."""

    id: int
    organization: Organization
    kind: PlanKind
    fiscal_year: int | None
    fiscal_year_end: int | None
    edition: str | None
    projects: int
    total_baht: Decimal
    replaced_by: int | None
    added_at: str


class SourceRead(Frozen):
    """One file that the plan was read from, with what was found and decided."""

    name: str
    sha256: str
    format: SourceFormat
    size_bytes: int
    is_plan_file: bool
    phaen_version: str
    added_at: str
    findings: int
    decisions: int


class Whole(Frozen):
    """All of one plan: as its best reading has it, that of the book itself before one of a plan file, then the last."""

    entry: Entry
    plan: Plan
    findings: tuple[Finding, ...]
    decisions: tuple[Correction, ...]
    sources: tuple[SourceRead, ...]


def entries(archive: Archive, which: Which) -> tuple[Entry, ...]:
    """The plans by province, district, name and year, editions in the order in which they were added."""
    order = (
        organization.c.province, organization.c.district, organization.c.name, organization.c.type,
        plan.c.fiscal_year, plan.c.kind, plan.c.id,
    )  # fmt: skip
    asked = _select().where(conditions(which))
    with archive.reading() as connection:
        return tuple(entry_of(row) for row in connection.execute(asked.order_by(*order)).mappings())


def whole(archive: Archive, plan_id: int) -> Whole:
    """The plan with that number; UsageFailure ARC009 where there is none."""
    with archive.reading() as connection:
        return whole_of(connection, plan_id, archive.shown)


def whole_of(connection: Connection, plan_id: int, shown: str) -> Whole:
    """As `whole`, within a transaction."""
    found = connection.execute(_select().where(plan.c.id == plan_id)).mappings().one_or_none()
    if found is None:
        raise UsageFailure("ARC009", number=plan_id, name=shown)
    readings = connection.execute(_readings(plan_id)).mappings().all()
    best = readings[0]
    return Whole(
        entry=entry_of(found),
        plan=unpacked(best["content"]),
        findings=tuple(Finding.model_validate(each) for each in _contents(connection, finding, best["id"])),
        decisions=tuple(
            Correction.model_validate(each) for each in _contents(connection, correction, best["id"])
        ),
        sources=tuple(_source(row) for row in readings),
    )


def can_tell(finding: Finding) -> bool:
    """Whether today's catalog has words for a finding that an earlier phaen may have made."""
    try:
        return bool(finding.message("th") and finding.message("en"))
    except KeyError:
        return False


def conditions(which: Which) -> ColumnElement[bool]:
    """The condition on joined rows of plan and organization."""
    parts: list[ColumnElement[bool]] = [plan.c.id.is_not(None)]
    if not which.replaced:
        parts.append(plan.c.replaced_by.is_(None))
    if which.lao:
        parts.append(_named(which.lao))
    for column, asked in (
        (organization.c.district, which.district),
        (organization.c.province, which.province),
    ):
        if asked:
            parts.append(column.contains(normalize_text(asked), autoescape=True))
    if which.year is not None:
        parts.append(and_(plan.c.fiscal_year <= which.year, plan.c.fiscal_year_end >= which.year))
    if which.kind:
        parts.append(plan.c.kind == which.kind)
    return and_(*parts)


def entry_of(row: RowMapping) -> Entry:
    """An entry of a row of plan and organization joined, whose columns `columns()` names."""
    return Entry(
        id=row["id"],
        organization=Organization(**{key: row[key] for key in Organization.model_fields}),
        projects=row["project_count"],
        total_baht=to_baht(row["total_satang"]),
        **{key: row[key] for key in _PLAIN},
    )


_PLAIN = ("kind", "fiscal_year", "fiscal_year_end", "edition", "replaced_by", "added_at")


def columns() -> Iterator[ColumnElement[Any]]:
    """What `entry_of` needs."""
    yield from (plan.c.id, plan.c.project_count, plan.c.total_satang)
    yield from (plan.c[key] for key in _PLAIN)
    yield from (organization.c[key] for key in Organization.model_fields)


def _select() -> Select[Any]:
    return select(*columns()).join_from(plan, organization)


def _named(lao: str) -> ColumnElement[bool]:
    named = organizations_in(normalize_text(lao))
    if named:
        return or_(
            *(and_(organization.c.type == each.type, organization.c.name == each.name) for each in named)
        )
    words = to_arabic(normalize_text(lao))
    full = func.coalesce(organization.c.type, "") + func.coalesce(organization.c.name, "")
    return or_(organization.c.name.contains(words, autoescape=True), full.contains(words, autoescape=True))


def _readings(plan_id: int) -> Select[Any]:
    found = select(func.count()).where(finding.c.reading_id == reading.c.id).scalar_subquery()
    decided = select(func.count()).where(correction.c.reading_id == reading.c.id).scalar_subquery()
    asked = select(reading, found.label("findings"), decided.label("decisions"))
    return asked.where(reading.c.plan_id == plan_id).order_by(reading.c.is_plan_file, reading.c.id.desc())


def _source(row: RowMapping) -> SourceRead:
    return SourceRead(
        name=row["source_name"],
        sha256=row["source_sha256"],
        format=row["source_format"],
        size_bytes=row["source_size_bytes"],
        **{key: row[key] for key in ("is_plan_file", "phaen_version", "added_at", "findings", "decisions")},
    )


def _contents(connection: Connection, table: Any, reading_id: int) -> Sequence[Any]:
    asked = select(table.c.content).where(table.c.reading_id == reading_id).order_by(table.c.position)
    return [json.loads(content) for content in connection.execute(asked).scalars()]
