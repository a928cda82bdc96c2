"""An SQLite database made in memory: tables with keys and comments, indexes, views."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from decimal import Decimal
from importlib import resources
from typing import Final

from outputs.tables import Column, Table, Value, table_rows, tables
from schemas.findings import Finding
from schemas.plan import Plan

_TYPES: Final = {"string": "TEXT", "integer": "INTEGER", "number": "NUMERIC", "year": "INTEGER"}
_APPLICATION_ID: Final = 0x70686165
""" "phae" in ASCII: tells the file from other databases."""
_SEARCHED: Final = (
    ("project", "form"), ("project", "program"), ("project", "strategy"), ("project_unit", "unit"),
    ("project_budget", "fiscal_year"), ("project_month", "month"), ("finding", "code"),
)  # fmt: skip
_NOT_TEXT: Final = dict.fromkeys(range(0xD800, 0xE000))
"""Lone surrogates, which UTF-8 cannot hold."""
_COLUMNS_TABLE: Final = """CREATE TABLE "column_description" (
    -- What each column of each table is, in Thai and in English.
    "table_name" TEXT NOT NULL,
    "column_name" TEXT NOT NULL,
    "title" TEXT NOT NULL, -- in Thai
    "description" TEXT NOT NULL,
    PRIMARY KEY ("table_name", "column_name")
)"""


def render(plan: Plan, findings: Iterable[Finding] = ()) -> bytes:
    """The plan as the bytes of an SQLite database; equal plans give equal content.

    Amounts are numbers in baht, years Buddhist era, texts as in the plan file. The tables are those of
    outputs/tables/tables.toml; docs/formats.md shows how to ask them.
    """
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("PRAGMA foreign_keys = ON")
        database.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
        for statement in _schema():
            database.execute(statement)
        rows = table_rows(plan, findings)
        for table in tables():
            _fill(database, table, rows[table.name])
        _describe(database)
        database.executescript(resources.files(__package__).joinpath("views.sql").read_text("utf-8"))
        database.commit()
        database.execute("VACUUM")
        return database.serialize()


def _schema() -> Iterator[str]:
    yield from map(_create_table, tables())
    yield _COLUMNS_TABLE
    for table in tables():
        for column in table.columns:
            if column.of and table.key[0] != column.name:
                yield _create_index(table.name, column.name)
    yield from (_create_index(table, column) for table, column in _SEARCHED)


def _create_table(table: Table) -> str:
    """The statement with its comments, which SQLite keeps and Datasette shows."""
    lines = [f"    -- {table.title}: {table.description}"]
    lines += [f'    "{column.name}" {_column(column)}, -- {column.title}' for column in table.columns]
    lines.append(f"    PRIMARY KEY ({_names(table.key)})")
    return f'CREATE TABLE "{table.name}" (\n' + "\n".join(lines) + "\n)"


def _column(column: Column) -> str:
    parts = [_TYPES[column.type]]
    if column.required:
        parts.append("NOT NULL")
    if column.target:
        table, key = column.target
        parts.append(f'REFERENCES "{table}" ("{key}")')
    return " ".join(parts)


def _names(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _create_index(table: str, column: str) -> str:
    return f'CREATE INDEX "{table}_{column}" ON "{table}" ("{column}")'


def _fill(database: sqlite3.Connection, table: Table, rows: Iterable[dict[str, Value]]) -> None:
    names = [column.name for column in table.columns]
    marks = ", ".join("?" * len(names))
    # Names are ours (tables.toml); values are bound.
    statement = f'INSERT INTO "{table.name}" ({_names(names)}) VALUES ({marks})'  # noqa: S608
    database.executemany(statement, ([_bound(row.get(name)) for name in names] for row in rows))


def _bound(value: Value) -> str | int | float | None:
    """A value as SQLite binds it: baht as an integer where they are whole."""
    if isinstance(value, Decimal):
        whole = value == value.to_integral_value() and abs(value) < 2**63
        return int(value) if whole else float(value)
    return value.translate(_NOT_TEXT) if isinstance(value, str) else value


def _describe(database: sqlite3.Connection) -> None:
    described = [
        (table.name, column.name, column.title, column.description)
        for table in tables()
        for column in table.columns
    ]
    database.executemany('INSERT INTO "column_description" VALUES (?, ?, ?, ?)', described)
