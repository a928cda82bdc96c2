"""The files of the package: each table of outputs/tables as .csv, described by datapackage.json.

Data Package standard, version 2 (https://datapackage.org).
"""

import csv
import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from typing import Any, Final

from outputs.docx.titles import organization_line, plan_line
from outputs.json_text import json_file
from outputs.spreadsheet_text import defused
from outputs.tables import Column, Table, Value, table_rows, tables
from outputs.writable import without_controls
from outputs.zip_entries import zip_entry
from schemas.findings import Finding
from schemas.plan import Plan

DESCRIPTOR: Final = "datapackage.json"
_OWN_NAMES: Final = "phaen-"
"""How the names of packages begin that phaen made."""
_PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"
_RESOURCE_PROFILE: Final = "https://datapackage.org/profiles/2.0/dataresource.json"
_SCHEMA_PROFILE: Final = "https://datapackage.org/profiles/2.0/tableschema.json"


def files(plan: Plan, findings: Iterable[Finding] = ()) -> dict[str, bytes]:
    """The files by name: the descriptor first, then one .csv per table (UTF-8, header of English keys).

    Amounts are decimals in baht, years Buddhist era; a blank cell is no value. A text that a spreadsheet might run
    as a formula has an apostrophe before it.
    """
    rows = table_rows(plan, findings)
    data = {path_of(table): _csv(table, rows[table.name]) for table in tables()}
    return {DESCRIPTOR: _descriptor(plan, data), **data}


def render(plan: Plan, findings: Iterable[Finding] = ()) -> bytes:
    """The package as one .zip; equal plans give equal bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files(plan, findings).items():
            archive.writestr(zip_entry(name), data)
    return buffer.getvalue()


def own_files(descriptor: bytes) -> frozenset[str]:
    """The names of all files of the package that a datapackage.json describes; none where phaen did not make it."""
    try:
        content = json.loads(descriptor)
        name, paths = content["name"], [resource["path"] for resource in content["resources"]]
        is_own = name.startswith(_OWN_NAMES) and all(isinstance(path, str) for path in paths)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return frozenset()
    return frozenset((DESCRIPTOR, *paths)) if is_own else frozenset()


def path_of(table: Table) -> str:
    """The name of the table's file in the package."""
    return f"{table.name}.csv"


def _csv(table: Table, rows: Iterable[Mapping[str, Value]]) -> bytes:
    text = io.StringIO(newline="")
    names = [column.name for column in table.columns]
    writer = csv.writer(text)
    writer.writerow(names)
    writer.writerows(cells(table, row) for row in rows)
    return text.getvalue().encode()


def cells(table: Table, row: Mapping[str, Value]) -> list[str]:
    """One line of the table's .csv, its columns in order, safe to open in a spreadsheet program."""
    return [_cell(row.get(column.name)) for column in table.columns]


def _cell(value: Value) -> str:
    if value is None:
        return ""
    return defused(without_controls(value)) if isinstance(value, str) else f"{value}"


def _descriptor(plan: Plan, data: Mapping[str, bytes]) -> bytes:
    title = f"{plan_line(plan)} {organization_line(plan.organization)}".strip()
    sizes = {path: len(content) for path, content in data.items()}
    return describe(f"{_OWN_NAMES}plan-{plan.fiscal_year or 'undated'}", title, (plan.source.name,), sizes)


def describe(name: str, title: str, sources: Iterable[str], sizes: Mapping[str, int]) -> bytes:
    """datapackage.json of a package with all tables; `sizes` are those of their files in bytes, by path."""
    content = {
        "$schema": _PROFILE,
        "name": name,
        "title": title,
        "description": "แผนของท้องถิ่นในรูปข้อมูล อ่านและตรวจโดย phaen",
        "sources": [{"title": source, "path": source} for source in sources],
        "resources": [_resource(table, sizes[path_of(table)]) for table in tables()],
    }
    return json_file(content)


def _resource(table: Table, size_bytes: int) -> dict[str, Any]:
    return {
        "$schema": _RESOURCE_PROFILE,
        "name": table.name.replace("_", "-"),
        "type": "table",
        "title": table.title,
        "description": table.description,
        "path": path_of(table),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size_bytes,
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    """The table schema; keys and references as far as the package holds them."""
    return {
        "$schema": _SCHEMA_PROFILE,
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        "foreignKeys": [
            {
                "fields": [column.name],
                "reference": {"resource": column.target[0].replace("_", "-"), "fields": [column.target[1]]},
            }
            for column in table.columns
            if column.target
        ],
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "title": column.title,
        "description": column.description,
    }
    return {**field, "constraints": {"required": True}} if column.required else field
