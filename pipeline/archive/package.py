"""All tables of many plans as one data package (.zip)."""

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Final

from outputs.data_package.package import DESCRIPTOR, cells, describe, path_of
from outputs.tables import Column, Table, Value, table_rows, tables
from outputs.zip_entries import zip_entry
from pipeline.archive.listing import Whole, can_tell

_NAME: Final = "phaen-archive"
_TITLE: Final = "คลังแผนของท้องถิ่น"
_COPIED_AT_ONCE_BYTES: Final = 1024 * 1024

Row = Mapping[str, Value]


def write_package(stream: BinaryIO, plans: Iterable[Whole]) -> None:
    """The tables of outputs/tables over all plans, with datapackage.json; a plan's id is its number in the archive.

    Findings that today's catalog has no words for are left out; the archive keeps them.
    """
    with TemporaryDirectory(prefix="phaen-") as name:
        folder = Path(name)
        sources = _write_tables(folder, plans)
        sizes = {path_of(table): (folder / path_of(table)).stat().st_size for table in tables()}
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
            _put(package, DESCRIPTOR, io.BytesIO(describe(_NAME, _TITLE, sources, sizes)))
            for path in sizes:
                with (folder / path).open("rb") as file:
                    _put(package, path, file)


def _put(package: zipfile.ZipFile, name: str, content: BinaryIO) -> None:
    with package.open(zip_entry(name), "w", force_zip64=True) as stream:
        while part := content.read(_COPIED_AT_ONCE_BYTES):
            stream.write(part)


def _write_tables(folder: Path, plans: Iterable[Whole]) -> tuple[str, ...]:
    """All tables as .csv files; comes back with the names of the plans' sources."""
    sources: dict[str, None] = {}
    numbers = _Numbers()
    with ExitStack() as stack:
        writers = {}
        for table in tables():
            file = stack.enter_context((folder / path_of(table)).open("w", encoding="utf-8", newline=""))
            writers[table.name] = csv.writer(file)
            writers[table.name].writerow([column.name for column in table.columns])
        for each in plans:
            sources |= {source.name: None for source in each.sources}
            findings = [finding for finding in each.findings if can_tell(finding)]
            rows = numbers.over_all(table_rows(each.plan, findings), each.entry.id)
            for table in tables():
                writers[table.name].writerows(cells(table, row) for row in rows[table.name])
    return tuple(sources)


class _Numbers:
    """Numbers rows over many plans, where each plan's own tables begin with 1."""

    def __init__(self) -> None:
        self._before = {table.name: 0 for table in tables()}

    def over_all(self, rows: Mapping[str, list[dict[str, Value]]], plan_id: int) -> dict[str, list[Row]]:
        """The rows with numbers that no other plan's have, also where they refer to each other."""
        before = {**self._before, "plan": plan_id - 1}
        for table in tables():
            self._before[table.name] += len(rows[table.name])
        return {table.name: [_moved(table, row, before) for row in rows[table.name]] for table in tables()}


def _moved(table: Table, row: Row, before: Mapping[str, int]) -> Row:
    moved = dict(row)
    for column in table.columns:
        numbered, value = _numbered_table(table, column), row.get(column.name)
        if numbered and isinstance(value, int):
            moved[column.name] = value + before[numbered]
    return moved


def _numbered_table(table: Table, column: Column) -> str | None:
    """The table whose rows the column numbers, its own or another; None for a column that numbers none."""
    if column.target:
        return column.target[0]
    return table.name if table.key == (column.name,) else None
