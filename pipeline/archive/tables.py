"""The archive's tables. Money is whole satang, years Buddhist era, positions count from 1.

The words to search by stand in `project_words`, which each database has in its own way (pipeline.archive.words_index).
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()
_Id = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers rows only where the key is called INTEGER."""

organization = Table(
    "organization",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("mark", String(64), nullable=False, unique=True),
    Column("type", Text),
    Column("name", Text),
    Column("district", Text),
    Column("province", Text),
)

plan = Table(
    "plan",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("organization_id", _Id, ForeignKey("organization.id"), nullable=False),
    Column("content_mark", String(64), nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("fiscal_year", Integer),
    Column("fiscal_year_end", Integer),
    Column("edition", Text),
    Column("project_count", Integer, nullable=False),
    Column("total_satang", BigInteger, nullable=False),
    Column("replaced_by", _Id, ForeignKey("plan.id")),
    Column("added_at", Text, nullable=False),
    Index("plan_by_organization", "organization_id", "fiscal_year"),
    Index("plan_by_year", "fiscal_year"),
)

reading = Table(
    "reading",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("plan_id", _Id, ForeignKey("plan.id"), nullable=False),
    Column("mark", String(64), nullable=False, unique=True),
    Column("source_name", Text, nullable=False),
    Column("source_sha256", String(64), nullable=False),
    Column("source_format", Text, nullable=False),
    Column("source_size_bytes", BigInteger, nullable=False),
    Column("is_plan_file", Boolean, nullable=False),
    Column("phaen_version", Text, nullable=False),
    Column("added_at", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Index("reading_by_plan", "plan_id"),
    Index("reading_by_source", "source_sha256"),
)

project = Table(
    "project",
    metadata,
    Column("id", _Id, primary_key=True),
    Column("plan_id", _Id, ForeignKey("plan.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("form", Text, nullable=False),
    Column("number", Text),
    Column("name", Text, nullable=False),
    Column("strategy", Text),
    Column("program", Text),
    Column("location", Text),
    Column("responsible_unit", Text),
    Column("total_satang", BigInteger),
    Column("letters", Text, nullable=False, server_default=""),
    Index("project_by_plan", "plan_id", "position", unique=True),
)

project_unit = Table(
    "project_unit",
    metadata,
    Column("project_id", _Id, ForeignKey("project.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("unit", Text, nullable=False),
    Column("sub_unit", Text),
    Index("project_unit_by_unit", "unit"),
)

project_money = Table(
    "project_money",
    metadata,
    Column("project_id", _Id, ForeignKey("project.id"), primary_key=True),
    Column("fiscal_year", Integer, primary_key=True),
    Column("amount_satang", BigInteger, nullable=False),
    Index("project_money_by_year", "fiscal_year", "amount_satang"),
)

trace = Table(
    "trace",
    metadata,
    Column("reading_id", _Id, ForeignKey("reading.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("source_page", Integer),
    Column("source_table", Integer),
    Column("source_row", Integer),
    Column("confidence", Float, nullable=False),
)

finding = Table(
    "finding",
    metadata,
    Column("reading_id", _Id, ForeignKey("reading.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("project_position", Integer),
    Column("code", Text, nullable=False),
    Column("severity", Text, nullable=False),
    Column("fingerprint", String(16), nullable=False),
    Column("content", Text, nullable=False),
    Index("finding_by_code", "code"),
)

correction = Table(
    "correction",
    metadata,
    Column("reading_id", _Id, ForeignKey("reading.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("fingerprint", String(64), nullable=False),
    Column("code", Text, nullable=False),
    Column("decision", Text, nullable=False),
    Column("content", Text, nullable=False),
)
