"""Adding to the archive: whole or not at all, and nothing twice."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, Table, insert, select, update

from pipeline.archive.project_rows import (
    money_rows,
    plan_total_satang,
    project_row,
    storable,
    unit_rows,
)
from pipeline.archive.reading import Reading, packed
from pipeline.archive.store import Archive
from pipeline.archive.tables import (
    correction,
    finding,
    organization,
    plan,
    project,
    project_money,
    project_unit,
    reading,
    trace,
)
from pipeline.archive.words import IndexedWords, words_of_project
from pipeline.archive.words_index import insert_words
from schemas.plan import Organization
from schemas.plan_path import project_index

Outcome = Literal["new", "reading", "same", "again"]
Row = dict[str, Any]


class Added(NamedTuple):
    """What became of one file: the plan's number, and what was new.

    new: a plan that the archive did not have; reading: one that it had, read from another file or with other
    findings or decisions; same: nothing new; again: a plan that another had replaced, now in its place again.
    `replaced` are the numbers of plans that were read from the same file before, and now are behind this one.
    """

    plan_id: int
    outcome: Outcome
    replaced: tuple[int, ...] = ()


def add(archive: Archive, new: Reading) -> Added:
    """Put a reading into the archive; what is there already is not put there twice."""
    # Words take most of the time, and nobody has to wait for them.
    words = [words_of_project(each) for each in new.plan.projects]
    content, marks = packed(new.plan), (new.content_mark, new.mark)
    with archive.writing() as connection:
        return _add(connection, new, words, content, marks)


def _add(
    connection: Connection,
    new: Reading,
    words: Sequence[IndexedWords],
    content: bytes,
    marks: tuple[str, str],
) -> Added:
    content_mark, mark = marks
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    known = connection.execute(select(plan).where(plan.c.content_mark == content_mark)).one_or_none()
    has_reading = connection.execute(select(reading.c.id).where(reading.c.mark == mark)).scalar() is not None
    plan_id = known.id if known else _insert_plan(connection, new, words, content_mark, now)
    if not has_reading:
        _insert_reading(connection, new, plan_id, content, mark, now)
    replaced = _replace(connection, new, plan_id)
    if known is None:
        return Added(plan_id, "new", replaced)
    if known.replaced_by is not None:
        return Added(plan_id, "again", replaced)
    return Added(plan_id, "same" if has_reading else "reading", replaced)


# ---- the plan and its projects ----


def _insert_plan(
    connection: Connection, new: Reading, words: Sequence[IndexedWords], content_mark: str, now: str
) -> int:
    row = {
        "organization_id": _organization_id(connection, new.plan.organization),
        "content_mark": content_mark,
        "kind": new.plan.kind,
        "fiscal_year": new.plan.fiscal_year,
        "fiscal_year_end": new.plan.fiscal_year_end or new.plan.fiscal_year,
        "edition": storable(new.plan.edition),
        "project_count": len(new.plan.projects),
        "total_satang": plan_total_satang(new.plan),
        "added_at": now,
    }
    plan_id = _insert(connection, plan, row)
    rows = [project_row(plan_id, at, each) for at, each in enumerate(new.plan.projects, 1)]
    _insert_all(connection, project, rows)
    ids = connection.execute(
        select(project.c.id).where(project.c.plan_id == plan_id).order_by(project.c.position)
    ).scalars()
    numbered = list(zip(ids, new.plan.projects, strict=True))
    _insert_all(connection, project_unit, [row for id_, each in numbered for row in unit_rows(id_, each)])
    _insert_all(
        connection, project_money, [row for id_, each in numbered for row in money_rows(id_, each, new.plan)]
    )
    insert_words(connection, {id_: found for (id_, _), found in zip(numbered, words, strict=True)})
    return plan_id


def _organization_id(connection: Connection, named: Organization) -> int:
    """That of the organization; of all that bear the name in one district, as names repeat over the country."""
    fields = {key: storable(value) for key, value in named.model_dump().items()}
    mark = hashlib.sha256(json.dumps(fields, sort_keys=True).encode("ascii")).hexdigest()
    found = connection.execute(select(organization.c.id).where(organization.c.mark == mark)).scalar()
    return found if found is not None else _insert(connection, organization, {**fields, "mark": mark})


# ---- one reading of it ----


def _insert_reading(
    connection: Connection, new: Reading, plan_id: int, content: bytes, mark: str, now: str
) -> None:
    source = new.plan.source
    row = {
        "plan_id": plan_id,
        "mark": mark,
        "source_name": storable(source.name),
        "source_sha256": source.sha256,
        "source_format": source.format,
        "source_size_bytes": source.size_bytes,
        "is_plan_file": new.is_plan_file,
        "phaen_version": new.phaen_version,
        "added_at": now,
        "content": content,
    }
    reading_id = _insert(connection, reading, row)
    for table, rows in ((trace, _traces(new)), (finding, _findings(new)), (correction, _decisions(new))):
        _insert_all(connection, table, [{"reading_id": reading_id, **each} for each in rows])


def _traces(new: Reading) -> Iterator[Row]:
    for at, each in enumerate(new.plan.projects, 1):
        source = each.source
        yield {
            "position": at,
            "source_page": source.page,
            "source_table": source.table,
            "source_row": source.row,
            "confidence": each.confidence,
        }


def _findings(new: Reading) -> Iterator[Row]:
    for at, each in enumerate(new.findings, 1):
        index = project_index(each.path)
        yield {
            "position": at,
            "project_position": None if index is None else index + 1,
            "code": each.code,
            "severity": each.severity,
            "fingerprint": each.fingerprint,
            "content": json.dumps(each.model_dump(mode="json")),
        }


def _decisions(new: Reading) -> Iterator[Row]:
    for at, each in enumerate(new.decisions, 1):
        yield {
            "position": at,
            "fingerprint": each.fingerprint,
            "code": each.code,
            "decision": each.decision,
            "content": json.dumps(each.model_dump(mode="json")),
        }


# ---- which plan stands for a file ----


def _replace(connection: Connection, new: Reading, plan_id: int) -> tuple[int, ...]:
    """Put behind this plan what was read from the same file for the same plan: what was added last holds.

    A later reading is a better one: a person has corrected it, or a later phaen read it. An amended edition is
    another file, and stands beside.
    """
    connection.execute(update(plan).where(plan.c.id == plan_id).values(replaced_by=None))
    same_file = select(reading.c.plan_id).where(reading.c.source_sha256 == new.plan.source.sha256)
    this = select(plan).where(plan.c.id == plan_id).subquery()
    others = (
        select(plan.c.id)
        .join(this, (plan.c.organization_id == this.c.organization_id) & (plan.c.kind == this.c.kind))
        .where(plan.c.fiscal_year.is_not_distinct_from(this.c.fiscal_year))
        .where(plan.c.edition.is_not_distinct_from(this.c.edition))
        .where(plan.c.id.in_(same_file), plan.c.id != plan_id, plan.c.replaced_by.is_(None))
    )
    replaced = tuple(connection.execute(others.order_by(plan.c.id)).scalars())
    if replaced:
        connection.execute(update(plan).where(plan.c.id.in_(replaced)).values(replaced_by=plan_id))
    return replaced


def _insert(connection: Connection, table: Table, row: Row) -> int:
    return int(connection.execute(insert(table).values(**row).returning(table.c.id)).scalar_one())


def _insert_all(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)
