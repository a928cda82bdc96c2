"""An open archive: transactions on its database, one writer at a time."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import NullPool

from pipeline.archive import schema
from pipeline.archive.address import driver_options, file_of, shown, url_of
from pipeline.archive.faults import failure_of
from schemas.failures import InputFailure

BUSY_LIMIT_S: Final = 60.0
"""How long a writer waits for the writers before it."""
_WRITES: Final = "phaen_writes"
_LOCK_KEY: Final = 0x70686165
""" "phae" in ASCII: the advisory lock that writers of a PostgreSQL archive hold."""


class Archive:
    """A database of plans; `with archive.writing() as connection` for all or nothing."""

    def __init__(self, url: URL, busy_limit_s: float = BUSY_LIMIT_S) -> None:
        self.shown = shown(url)
        self._file = file_of(url)
        self.is_postgres = url.drivername != "sqlite"
        self._busy_limit_s = busy_limit_s
        self._engine = self._postgres(url) if self.is_postgres else _sqlite(url, busy_limit_s)
        self._writers = self._engine.execution_options(**{_WRITES: True})

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the archive."""
        with self._told(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose changes are kept when the block ends well, and only then.

        Writers wait for each other, so that what one looked up still holds when it writes.
        """
        with self._told(), self._writers.begin() as connection:
            if self.is_postgres:
                connection.execute(text(f"SET LOCAL lock_timeout = {self._busy_limit_s * 1000:.0f}"))
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK_KEY})
            yield connection

    def let_readers_in(self) -> None:
        """Have SQLite keep a journal with which readers need not wait for writers, where the disk can (WAL)."""
        if self._file is not None:
            # Some network drives cannot; then readers wait.
            with suppress(sqlite3.Error), closing(sqlite3.connect(self._file)) as database:
                database.execute("PRAGMA journal_mode = WAL")

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def _postgres(self, url: URL) -> Engine:
        plain, options = driver_options(url)
        return create_engine(plain, connect_args=options, pool_size=1, max_overflow=0)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except IntegrityError:
            raise  # a mistake of ours, which no user can mend
        except DBAPIError as error:
            raise failure_of(error, self.shown) from error


@contextmanager
def open_archive(
    address: str, *, create: bool = False, busy_limit_s: float = BUSY_LIMIT_S
) -> Iterator[Archive]:
    """The archive at `address` (a file or a PostgreSQL URL), brought to today's schema.

    `create` makes it where there is none; else InputFailure ARC005. InputFailure ARC003 for another program's
    database, ARC004 for a later phaen's; ARC006 where the database cannot be reached; OutputFailure ARC007 where
    others keep it busy, ARC008 where it cannot be written.
    """
    url = url_of(address)
    file = file_of(url)
    if file is not None:
        _check_file(file, create=create)
    archive = Archive(url, busy_limit_s)
    try:
        _bring_forward(archive, create=create)
        yield archive
    finally:
        archive.close()


def _check_file(file: Path, *, create: bool) -> None:
    if not file.exists() and not create:
        raise InputFailure("ARC005", name=str(file))


def _bring_forward(archive: Archive, *, create: bool) -> None:
    with archive.reading() as connection:
        if schema.is_current(connection, archive.shown):
            return
        if not create and schema.version_of(connection) is None:
            raise InputFailure("ARC005", name=archive.shown)
    archive.let_readers_in()
    with archive.writing() as connection:
        # Looked at again: another process may have done it meanwhile.
        if not schema.is_current(connection, archive.shown):
            schema.bring_forward(connection)


def _sqlite(url: URL, busy_limit_s: float) -> Engine:
    # A pool would keep the file open, and its journal beside it.
    options = {"timeout": busy_limit_s, "isolation_level": None}
    engine = create_engine(url, poolclass=NullPool, connect_args=options)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    """A writer takes its turn at once: one that read first could not become a writer after another wrote."""
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
