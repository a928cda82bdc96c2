"""The letters of a project's name and place, for what no word finds."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_ROWS_AT_ONCE = 1000


def upgrade() -> None:
    """Add the column, and fill it for the projects that are there."""
    op.add_column("project", sa.Column("letters", sa.Text, nullable=False, server_default=""))
    project = sa.table("project", *map(sa.column, ("id", "name", "location", "letters")))
    connection = op.get_bind()
    last = 0
    while rows := connection.execute(_next(project, last)).all():
        letters = [{"key": row.id, "filled": _letters(row.name, row.location)} for row in rows]
        statement = sa.update(project).where(project.c.id == sa.bindparam("key"))
        connection.execute(statement.values(letters=sa.bindparam("filled")), letters)
        last = rows[-1].id


def _next(project: sa.TableClause, last: int) -> sa.Select[tuple[int, str, str | None]]:
    columns = (project.c.id, project.c.name, project.c.location)
    return sa.select(*columns).where(project.c.id > last).order_by(project.c.id).limit(_ROWS_AT_ONCE)


def _letters(*texts: str | None) -> str:
    return "\n".join("".join(text.lower().split()) for text in texts if text)
