"""Plans, how they were read, their projects, and the words to search by."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")

_WORDS_SQLITE = """CREATE VIRTUAL TABLE project_words USING fts5(
    name, place, rest, content = '', tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M*'"
)"""
_WORDS_POSTGRES = """CREATE TABLE project_words (
    project_id bigint PRIMARY KEY REFERENCES project (id),
    words tsvector NOT NULL
)"""


def upgrade() -> None:
    """All tables of the first edition."""
    _create_plans()
    _create_readings()
    _create_projects()
    if op.get_bind().dialect.name == "postgresql":
        op.execute(_WORDS_POSTGRES)
        op.execute("CREATE INDEX project_words_by_word ON project_words USING gin (words)")
    else:
        op.execute(_WORDS_SQLITE)


def _create_plans() -> None:
    op.create_table(
        "organization",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("mark", sa.String(64), nullable=False, unique=True),
        sa.Column("type", sa.Text),
        sa.Column("name", sa.Text),
        sa.Column("district", sa.Text),
        sa.Column("province", sa.Text),
    )
    op.create_table(
        "plan",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("organization_id", _ID, sa.ForeignKey("organization.id"), nullable=False),
        sa.Column("content_mark", sa.String(64), nullable=False, unique=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("fiscal_year", sa.Integer),
        sa.Column("fiscal_year_end", sa.Integer),
        sa.Column("edition", sa.Text),
        sa.Column("project_count", sa.Integer, nullable=False),
        sa.Column("total_satang", sa.BigInteger, nullable=False),
        sa.Column("replaced_by", _ID, sa.ForeignKey("plan.id")),
        sa.Column("added_at", sa.Text, nullable=False),
    )
    op.create_index("plan_by_organization", "plan", ["organization_id", "fiscal_year"])
    op.create_index("plan_by_year", "plan", ["fiscal_year"])


def _create_readings() -> None:
    op.create_table(
        "reading",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("plan_id", _ID, sa.ForeignKey("plan.id"), nullable=False),
        sa.Column("mark", sa.String(64), nullable=False, unique=True),
        sa.Column("source_name", sa.Text, nullable=False),
        sa.Column("source_sha256", sa.String(64), nullable=False),
        sa.Column("source_format", sa.Text, nullable=False),
        sa.Column("source_size_bytes", sa.BigInteger, nullable=False),
        sa.Column("is_plan_file", sa.Boolean, nullable=False),
        sa.Column("phaen_version", sa.Text, nullable=False),
        sa.Column("added_at", sa.Text, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_index("reading_by_plan", "reading", ["plan_id"])
    op.create_index("reading_by_source", "reading", ["source_sha256"])
    _create_traces()


def _create_traces() -> None:
    op.create_table(
        "trace",
        *_of_reading(),
        sa.Column("source_page", sa.Integer),
        sa.Column("source_table", sa.Integer),
        sa.Column("source_row", sa.Integer),
        sa.Column("confidence", sa.Float, nullable=False),
    )
    op.create_table(
        "finding",
        *_of_reading(),
        sa.Column("project_position", sa.Integer),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("severity", sa.Text, nullable=False),
        sa.Column("fingerprint", sa.String(16), nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )
    op.create_index("finding_by_code", "finding", ["code"])
    op.create_table(
        "correction",
        *_of_reading(),
        sa.Column("fingerprint", sa.String(64), nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("decision", sa.Text, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )


def _of_reading() -> tuple[sa.Column[int], sa.Column[int]]:
    """The key of what belongs to a reading, in order."""
    return (
        sa.Column("reading_id", _ID, sa.ForeignKey("reading.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
    )


def _create_projects() -> None:
    op.create_table(
        "project",
        sa.Column("id", _ID, primary_key=True),
        sa.Column("plan_id", _ID, sa.ForeignKey("plan.id"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("number", sa.Text),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("strategy", sa.Text),
        sa.Column("program", sa.Text),
        sa.Column("location", sa.Text),
        sa.Column("responsible_unit", sa.Text),
        sa.Column("total_satang", sa.BigInteger),
    )
    op.create_index("project_by_plan", "project", ["plan_id", "position"], unique=True)
    op.create_table(
        "project_unit",
        sa.Column("project_id", _ID, sa.ForeignKey("project.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("unit", sa.Text, nullable=False),
        sa.Column("sub_unit", sa.Text),
    )
    op.create_index("project_unit_by_unit", "project_unit", ["unit"])
    op.create_table(
        "project_money",
        sa.Column("project_id", _ID, sa.ForeignKey("project.id"), primary_key=True),
        sa.Column("fiscal_year", sa.Integer, primary_key=True),
        sa.Column("amount_satang", sa.BigInteger, nullable=False),
    )
    op.create_index("project_money_by_year", "project_money", ["fiscal_year", "amount_satang"])
