"""Findings on what does not become a record: columns, rows, lines and whole tables."""

from collections.abc import Iterator

from parsers.records.money import is_in_other_unit
from parsers.records.nothing import begins_with_project
from parsers.tables.columns import field_name
from parsers.tables.layout import MONEY_BESIDE, UNKNOWN, Column, Layout
from parsers.tables.walk import Line
from parsers.thai import normalize_text
from schemas.document import Provenance, Table
from schemas.findings import Finding

SHOWN_LENGTH = 80
"""So many letters of a text are shown, so that a person finds it."""

_SHOWN_FIRST_CELL = 40


class StrangeColumns:
    """Tells of each strange column of a document once, by its header or its unit of money."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    def findings(self, layout: Layout, origin: Provenance) -> Iterator[Finding]:
        """TBL002 and TBL005 to TBL007 for columns not told of before, TBL004 where months go by their places."""
        for column in layout.columns:
            known = f"{column.unit_baht}" if is_in_other_unit(column) else column.header
            if _is_strange(column) and column.header and known not in self._told:
                self._told.add(known)
                yield _column_finding(column, origin)
        if layout.months_by_position:
            yield Finding(code="TBL004", facts=_table(origin), provenance=origin)


def _is_strange(column: Column) -> bool:
    """Whether there is something to tell of a column: that it is left out, or how it was read."""
    is_left_out = column.role in (UNKNOWN, MONEY_BESIDE, "result")
    return is_left_out or column.told_by_content or is_in_other_unit(column)


def _column_finding(column: Column, origin: Provenance) -> Finding:
    facts = {"header": column.header, **_table(origin)}
    if column.role == MONEY_BESIDE:
        return Finding(code="TBL006", facts=facts, provenance=origin)
    if is_in_other_unit(column):
        return Finding(code="TBL007", facts={**facts, "baht": column.unit_baht or 1}, provenance=origin)
    if column.told_by_content:
        told = {**facts, "role": field_name(column.role)}
        return Finding(code="TBL005", facts=told, provenance=origin)
    return Finding(code="TBL002", facts=facts, provenance=origin)


def row_finding(code: str, text: str, origin: Provenance) -> Finding:
    """REC002 or REC003 on a row or line that is of no project."""
    facts = {"text": text[:SHOWN_LENGTH], **_table(origin), "row": (origin.row or 0) + 1}
    return Finding(code=code, facts=facts, provenance=origin)


def table_finding(table: Table, caption: Line | None) -> Finding | None:
    """TBL008 on a table that may hold projects, TBL001 on any other; by its caption or its first words.

    None for a table without a word.
    """
    first = next((normalize_text(cell.text) for cell in table.cells if cell.text.strip()), "")
    if not first:
        return None
    what = normalize_text(caption.text) if caption else first[:_SHOWN_FIRST_CELL]
    origin = Provenance(page=table.page, table=table.index, bbox=table.bbox)
    code = "TBL008" if begins_with_project(table) else "TBL001"
    return Finding(code=code, facts={**_table(origin), "what": what}, provenance=origin)


def _table(origin: Provenance) -> dict[str, int]:
    return {"table": (origin.table or 0) + 1}
