"""Many plans as data: one row per project (.csv, .parquet), or all tables (.zip, a data package).

Plans pass one by one, so that a province needs no more memory than its largest plan.
"""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

from sqlalchemy import Connection, select

from outputs import csv_projects
from pipeline.archive.extras import need
from pipeline.archive.listing import Which, Whole, conditions, entries, whole_of
from pipeline.archive.package import write_package
from pipeline.archive.parquet_rows import parquet_rows, parquet_schema
from pipeline.archive.store import Archive
from pipeline.archive.tables import organization, plan, project, project_money
from pipeline.files import output_stream

SUFFIXES: Final = (".csv", ".parquet", ".zip")
_PLAN_KEY: Final = "archive_plan"
_PROJECT_KEY: Final = "archive_project"


class Exported(NamedTuple):
    """How much was written."""

    plans: int
    projects: int


def export(archive: Archive, which: Which, target: Path) -> Exported:
    """Write the plans to `target`, as its ending (one of SUFFIXES) says; equal plans give equal bytes.

    MissingProgram ARC001 for .parquet without its extra; OutputFailure OUT001 where `target` cannot be written.
    """
    suffix = target.suffix.lower()
    if suffix == ".parquet":
        need("pyarrow", "parquet")
    chosen = entries(archive, which)
    with archive.reading() as connection, output_stream(target) as stream:
        plans = (whole_of(connection, entry.id, archive.shown) for entry in chosen)
        if suffix == ".csv":
            _csv(stream, plans, _years(connection, which))
        elif suffix == ".parquet":
            _parquet(stream, plans)
        else:
            write_package(stream, plans)
    return Exported(len(chosen), sum(entry.projects for entry in chosen))


def _years(connection: Connection, which: Which) -> tuple[str, ...]:
    """The years that a development plan's project has money in: each has a column of the .csv."""
    joined = project_money.join(project).join(plan, project.c.plan_id == plan.c.id).join(organization)
    asked = select(project_money.c.fiscal_year).select_from(joined).distinct()
    asked = asked.where(conditions(which), plan.c.kind == "development_plan")
    return tuple(map(str, connection.execute(asked.order_by(project_money.c.fiscal_year)).scalars()))


# ---- one row per project ----


def _csv(stream: BinaryIO, plans: Iterator[Whole], years: tuple[str, ...]) -> None:
    text = io.TextIOWrapper(stream, "utf-8", newline="", write_through=True)
    text.write(csv_projects.BYTE_ORDER_MARK)
    writer = csv.DictWriter(text, (_PLAN_KEY, _PROJECT_KEY, *csv_projects.keys(years)))
    writer.writeheader()
    for each in plans:
        for position, row in enumerate(csv_projects.rows(each.plan, years), 1):
            number = each.entry.id
            writer.writerow({_PLAN_KEY: number, _PROJECT_KEY: f"{number}/{position}", **row})
    text.detach()


def _parquet(stream: BinaryIO, plans: Iterator[Whole]) -> None:
    import pyarrow  # noqa: PLC0415
    from pyarrow import parquet  # noqa: PLC0415

    schema = parquet_schema()
    with parquet.ParquetWriter(stream, schema) as writer:
        for each in plans:
            rows = parquet_rows(each.plan, each.entry.id)
            writer.write_table(pyarrow.Table.from_pylist(list(rows), schema=schema))
