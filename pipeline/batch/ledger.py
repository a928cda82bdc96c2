"""The ledger: the one SQLite file that says what of a batch is done, failed or left to do (ledger.sql)."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from pipeline.batch.orders import Answer, Reason
from schemas.failures import OutputFailure

NAME = "phaen-ledger.sqlite"
LOCK_NAME = ".phaen-batch.lock"
SCHEMA_VERSION = 1
_APPLICATION_ID = 0x50484145  # "PHAE"
_FORGET_GONE = """DELETE FROM source WHERE root = ? AND run <> ? AND NOT EXISTS
    (SELECT 1 FROM work WHERE work.sha256 = source.sha256 AND work.state = 'done')"""
"""A file that is gone is known no more, unless its fresh plan is there."""


class Work(NamedTuple):
    """A content: its hash, its rank among all, how it stands, and where its fresh plan belongs."""

    sha256: str
    rank: int
    settings: str
    version: str
    state: str
    folder: str
    title: str


class Output(NamedTuple):
    """A file of the tree: its path from the top, and what it was when it was written."""

    path: str
    sha256: str
    size_bytes: int
    modified_ns: int


class SeenFile(NamedTuple):
    """A file of the input as the ledger keeps it; `sha256` is "" where `reason` says why it cannot be read."""

    path: str
    sha256: str
    size_bytes: int
    reason: Reason | None = None


class Ledger:
    """Opened by `opened_ledger`; every method is one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    # ---- runs and sources ----

    def left_scratch(self) -> tuple[str, ...]:
        """The folders of temporary files that runs which were killed may have left."""
        rows = self._connection.execute("SELECT scratch FROM run WHERE finished IS NULL")
        return tuple(scratch for (scratch,) in rows)

    def begin(self, root: str, version: str, scratch: str, seen: Sequence[SeenFile]) -> int:
        """A new run over the files that are there now; its number. Contents that are new wait for their work."""
        with self._connection as transaction:
            transaction.execute("UPDATE run SET finished = ? WHERE finished IS NULL", (_now(),))
            row = (root, version, scratch, _now())
            cursor = transaction.execute(
                "INSERT INTO run (root, version, scratch, started) VALUES (?, ?, ?, ?)", row
            )
            number = cursor.lastrowid or 0
            transaction.executemany(
                "INSERT OR REPLACE INTO source (root, path, sha256, size_bytes, run, code, facts)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                [
                    (root, one.path, one.sha256, one.size_bytes, number, *_reason_row(one.reason)[:2])
                    for one in seen
                ],
            )
            transaction.executemany(
                "INSERT OR IGNORE INTO work (sha256, rank) VALUES (?, (SELECT coalesce(max(rank), 0) + 1 FROM work))",
                [(one.sha256,) for one in seen if one.sha256],
            )
            transaction.execute(_FORGET_GONE, (root, number))
            transaction.execute(
                "UPDATE work SET replaced = NOT EXISTS (SELECT 1 FROM source WHERE source.sha256 = work.sha256)"
            )
        return number

    def end(self, run: int) -> None:
        """The run came to its end."""
        with self._connection as transaction:
            transaction.execute("UPDATE run SET finished = ? WHERE number = ?", (_now(), run))

    # ---- works ----

    def works(self, run: int) -> tuple[Work, ...]:
        """The contents of the files that the run saw, by rank."""
        return self._works("WHERE sha256 IN (SELECT sha256 FROM source WHERE run = ?) ORDER BY rank", (run,))

    def _works(self, condition: str, values: tuple[object, ...]) -> tuple[Work, ...]:
        columns = "sha256, rank, settings, version, state, coalesce(folder, ''), coalesce(title, '')"
        query = f"SELECT {columns} FROM work {condition}"  # noqa: S608 - both are texts of this module
        return tuple(Work(*row) for row in self._connection.execute(query, values))

    def holders(self, folder: str, title: str) -> tuple[Work, ...]:
        """The contents whose fresh plans have that title in that folder, by rank."""
        condition = (
            "WHERE folder = ? AND title = ? AND state IN ('done', 'writing') AND NOT replaced ORDER BY rank"
        )
        return self._works(condition, (folder, title))

    def work(self, sha256: str) -> Work:
        """One content, which the ledger has."""
        return self._works("WHERE sha256 = ?", (sha256,))[0]

    def outputs(self, sha256: str) -> tuple[Output, ...]:
        """What a content's work has written, or was about to write, in the order of the paths."""
        query = "SELECT path, sha256, size_bytes, modified_ns FROM output WHERE work = ? ORDER BY path"
        return tuple(Output(*row) for row in self._connection.execute(query, (sha256,)))

    def is_ours(self, path: str, sha256: str) -> bool:
        """Whether a file of the tree with that content was written by a run, or was about to be."""
        query = "SELECT 1 FROM output WHERE path = ? AND sha256 = ?"
        return self._connection.execute(query, (path, sha256)).fetchone() is not None

    def start(self, sha256: str, settings: str, version: str) -> None:
        """The work on a content begins (again): it is waiting, by these settings and version."""
        with self._connection as transaction:
            transaction.execute(
                "UPDATE work SET settings = ?, version = ?, state = 'waiting', tries = tries + 1, started = ?,"
                " finished = NULL WHERE sha256 = ?",
                (settings, version, _now(), sha256),
            )

    def intend(self, sha256: str, folder: str, title: str, outputs: Iterable[Output]) -> None:
        """These files are about to be written: whatever of them is found later is ours."""
        with self._connection as transaction:
            transaction.execute(
                "UPDATE work SET state = 'writing', folder = ?, title = ? WHERE sha256 = ?",
                (folder, title, sha256),
            )
            transaction.executemany(
                "INSERT OR IGNORE INTO output (path, work, sha256, size_bytes) VALUES (?, ?, ?, ?)",
                [(one.path, sha256, one.sha256, one.size_bytes) for one in outputs],
            )

    def written(self, sha256: str, outputs: Sequence[Output], answer: Answer | None = None) -> None:
        """All files of a content lie where they belong, and nothing else of it; `answer` is the work's, if new."""
        with self._connection as transaction:
            transaction.execute("DELETE FROM output WHERE work = ?", (sha256,))
            transaction.executemany("DELETE FROM output WHERE path = ?", [(one.path,) for one in outputs])
            transaction.executemany(
                "INSERT INTO output (path, work, sha256, size_bytes, modified_ns, is_written)"
                " VALUES (?, ?, ?, ?, ?, 1)",
                [(one.path, sha256, one.sha256, one.size_bytes, one.modified_ns) for one in outputs],
            )
            transaction.execute("UPDATE work SET state = 'done' WHERE sha256 = ?", (sha256,))
            if answer:
                _write_answer(transaction, answer)

    def refused(self, answer: Answer) -> None:
        """The work on a content came to nothing, for the answer's reason; what it wrote earlier stays known."""
        with self._connection as transaction:
            _write_answer(transaction, answer)

    def replaced(self) -> tuple[str, ...]:
        """The contents that no file has any more but that still have outputs, while all that came later is done."""
        query = "SELECT DISTINCT work FROM output JOIN work ON work.sha256 = output.work WHERE replaced AND is_written"
        return tuple(sha256 for (sha256,) in self._connection.execute(query))

    def forget_outputs(self, sha256: str) -> None:
        """A content has no outputs any more."""
        with self._connection as transaction:
            transaction.execute("DELETE FROM output WHERE work = ?", (sha256,))

    # ---- for the summary ----

    def figures(self) -> Iterator[tuple[str, str]]:
        """Hash and figures (JSON) of all that is done and that some file still has, by rank."""
        query = "SELECT sha256, figures FROM work WHERE state = 'done' AND NOT replaced ORDER BY rank"
        yield from self._connection.execute(query)

    def failures(self) -> Iterator[tuple[str, Reason]]:
        """Path and reason of every file that gave no plan, in the order of paths."""
        rows = self._connection.execute(
            "SELECT path, coalesce(source.code, work.code), coalesce(source.facts, work.facts), work.trace FROM source"
            " LEFT JOIN work USING (sha256) WHERE source.code IS NOT NULL OR work.state = 'failed' ORDER BY path"
        )
        for path, code, facts, trace in rows:
            yield path, Reason(code=code, facts=json.loads(facts or "{}"), trace=trace or "")

    def paths(self, sha256: str) -> tuple[str, ...]:
        """The files that have a content, in the order of paths."""
        query = "SELECT path FROM source WHERE sha256 = ? ORDER BY path"
        return tuple(path for (path,) in self._connection.execute(query, (sha256,)))

    def counts(self, run: int) -> dict[str, int]:
        """How many contents of the run are in each state."""
        query = "SELECT state, count(*) FROM work WHERE sha256 IN (SELECT sha256 FROM source WHERE run = ?) GROUP BY state"
        return dict(self._connection.execute(query, (run,)))


def _write_answer(transaction: sqlite3.Connection, answer: Answer) -> None:
    transaction.execute(
        "UPDATE work SET state = ?, finished = ?, seconds = ?, format = ?, figures = ?, code = ?, facts = ?, trace = ?"
        " WHERE sha256 = ?",
        (
            answer.outcome,
            _now(),
            answer.seconds,
            answer.format,
            answer.figures.model_dump_json() if answer.figures else None,
            *_reason_row(answer.reason),
            answer.sha256,
        ),
    )
    transaction.execute("DELETE FROM finding WHERE work = ?", (answer.sha256,))
    transaction.executemany(
        "INSERT INTO finding (work, ordinal, code, severity, fingerprint, finding) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (answer.sha256, ordinal, one.code, one.severity, one.fingerprint, one.model_dump_json())
            for ordinal, one in enumerate(answer.findings)
        ],
    )


def _reason_row(reason: Reason | None) -> tuple[str | None, str | None, str | None]:
    if reason is None:
        return None, None, None
    return reason.code, json.dumps(dict(reason.facts), ensure_ascii=False), reason.trace


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


@contextmanager
def opened_ledger(folder: Path) -> Iterator[Ledger]:
    """The ledger of the tree at `folder`, made where there is none; no other run may have it at the same time.

    OutputFailure BAT007 where another run has it, BAT008 where the file is no ledger of this edition of phaen.
    """
    with _locked(folder):
        connection = sqlite3.connect(folder / NAME)
        try:
            _prepare(connection, folder / NAME)
            yield Ledger(connection)
        finally:
            connection.close()


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """A lock that the system takes away from a process that is killed: SQLite's own, on a file beside the ledger."""
    lock = sqlite3.connect(folder / LOCK_NAME, timeout=0, isolation_level=None)
    try:
        _take(lock, folder)
        yield
    finally:
        lock.close()


def _take(lock: sqlite3.Connection, folder: Path) -> None:
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        raise OutputFailure("BAT007", name=str(folder)) from error


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        is_new = connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
        if not is_new and (version, application) != (SCHEMA_VERSION, _APPLICATION_ID):
            raise OutputFailure("BAT008", name=str(path))
        connection.executescript(
            f"BEGIN; PRAGMA application_id = {_APPLICATION_ID}; PRAGMA user_version = {SCHEMA_VERSION};"
            + files("pipeline.batch").joinpath("ledger.sql").read_text("utf-8")
            + "COMMIT;"
        )
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        raise OutputFailure("BAT008", name=str(path)) from error
