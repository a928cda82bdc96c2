"""Alembic's entry: runs the steps on the connection, and in the transaction, that pipeline.archive.schema holds."""

from alembic import context

from pipeline.archive.schema import VERSION_TABLE
from pipeline.archive.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
)
context.run_migrations()
