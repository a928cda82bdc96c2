"""The schema of an archive: made, brought forward, or refused."""

from typing import Final

from sqlalchemy import Connection, inspect, text

from pipeline.archive.tables import metadata
from schemas.failures import InputFailure

VERSIONS: Final = ("0001", "0002")
"""All editions of the schema, oldest first; each is a step in migrations/versions."""
VERSION_TABLE: Final = "phaen_archive_version"


def is_current(connection: Connection, shown: str) -> bool:
    """Whether nothing is to do; InputFailure ARC004 for the archive of a later phaen, ARC003 for what is none."""
    version = version_of(connection)
    if version is None:
        _refuse_foreign(connection, shown)
    elif version not in VERSIONS:
        raise InputFailure("ARC004", name=shown, version=version, known=VERSIONS[-1])
    return version == VERSIONS[-1]


def version_of(connection: Connection) -> str | None:
    """The edition of the archive's schema; None where there is no archive."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    # The name is ours.
    found = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()  # noqa: S608
    return None if found is None else str(found)


def bring_forward(connection: Connection, to: str = VERSIONS[-1]) -> None:
    """Run the steps that are missing, in the connection's transaction: all of them, or none."""
    # Alembic is slow to load, and needed only here.
    from alembic.command import upgrade  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", "pipeline.archive:migrations")
    config.attributes["connection"] = connection
    upgrade(config, to)


def _refuse_foreign(connection: Connection, shown: str) -> None:
    """A database of another program is not ours to fill, nor is a plan's own .sqlite."""
    present = set(inspect(connection).get_table_names())
    if present if connection.dialect.name == "sqlite" else present & set(metadata.tables):
        raise InputFailure("ARC003", name=shown)
