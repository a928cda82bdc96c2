"""Sums that the source prints, kept as printed beside the rows (domain.md, quirk 11: they often disagree)."""

import re
from collections.abc import Iterator, Sequence

from parsers.records.gathered import Gathered, RawTotal, SummaryRow
from parsers.records.money import amount_baht, baht
from parsers.tables.headings import Governing, read_heading
from parsers.tables.layout import UNKNOWN, Column
from parsers.tables.totals import is_grand_total, is_total, total_count, total_group
from parsers.tables.walk import BodyRow
from parsers.thai import normalize_text, read_int, read_money
from schemas.plan import DeclaredTotal, RecordSource

_SCOPE_OF_WORD = {"แผนงาน": "program", "ยุทธศาสตร์": "strategy", "แนวทาง": "tactic", "กลยุทธ์": "tactic"}
_NARROW_FIRST = ("program", "tactic", "strategy")
_PERCENT = "percent"
_LABEL_ROLES = ("number", "name", "strategy", "program", "unknown")


def declared_totals(gathered: Gathered) -> tuple[DeclaredTotal, ...]:
    """The sums of project tables and of summaries in reading order, one per year that has an amount or a count."""
    from_tables = [total for raw in gathered.totals for total in _of_table(raw)]
    return (*_of_summaries(gathered.summary_rows), *from_tables)


def _of_table(raw: RawTotal) -> Iterator[DeclaredTotal]:
    row = raw.total.row
    label = normalize_text(raw.total.label)
    texts = [
        normalize_text(row.texts[index]) for index in row.texts if row.layout.columns[index].role != "budget"
    ]
    count = next((n for text in texts if (n := total_count(text) or _count_of(text)) is not None), None)
    source = _source(row)
    scope = _scope(label, raw.governing)
    if _sums_projects(label):
        yield from _counts_by_year(raw, label, scope, source)
        return
    found = [
        DeclaredTotal(label=label, scope=scope, year=column.year, count=count, amount=amount, source=source)
        for column, amount in _amounts(row)
    ]
    if found or count is not None:
        yield from found or [DeclaredTotal(label=label, scope=scope, count=count, source=source)]


def _sums_projects(label: str) -> bool:
    """Whether a sum is of projects, not of money ("รวมจำนวนโครงการ"): its columns of money hold counts then."""
    return (
        re.fullmatch(r"รวม(?:ทั้งสิ้น|ทั้งหมด)?จำนวน(?:โครงการ|รายการ|ครุภัณฑ์)\S*", label.replace(" ", ""))
        is not None
    )


def _counts_by_year(raw: RawTotal, label: str, scope: str, source: RecordSource) -> Iterator[DeclaredTotal]:
    row = raw.total.row
    counts = {
        column.year: count
        for column, text in _columns(row, "budget")
        if (count := read_int(text)) is not None
    }
    printed = total_count(label)
    for year, count in counts.items() or [(None, printed)]:
        if count is not None:
            yield DeclaredTotal(label=label, scope=scope, year=year, count=count, source=source)


def _count_of(text: str) -> int | None:
    """The number in a cell such as "12 โครงการ"."""
    return read_int(text.split("โครงการ", maxsplit=1)[0]) if text.endswith("โครงการ") else None


def _scope(label: str, governing: tuple[Governing, ...]) -> str:
    if is_grand_total(label):
        return "plan"
    named = total_group(label)
    if named in _SCOPE_OF_WORD:
        return _SCOPE_OF_WORD[named]
    kinds = {heading.kind for heading in governing}
    return next((kind for kind in _NARROW_FIRST if kind in kinds), "table")


def _amounts(row: BodyRow) -> Iterator[tuple[Column, str | None]]:
    for index, text in row.texts.items():
        column = row.layout.columns[index]
        if column.role == "budget":
            reading = read_money(text)
            if reading.amounts and not reading.unread:
                yield column, baht(amount_baht(column, reading.amounts[0]))


def _of_summaries(rows: Sequence[SummaryRow]) -> Iterator[DeclaredTotal]:
    """The totals of all summaries; a line without figures (ยุทธศาสตร์) is kept with those that stand under it."""
    heading = None
    for summed in rows:
        heading = normalize_text(summed.heading or "") or heading
        found = list(_of_summary(summed.row, heading))
        yield from found
        if found and found[0].scope == "plan":
            heading = None


def _of_summary(row: BodyRow, heading: str | None) -> Iterator[DeclaredTotal]:
    """One row of ผด.01 or ผ.01: the count and the money stand in pairs, of a year or of all."""
    label = " ".join(
        normalize_text(text)
        for index, text in row.texts.items()
        if row.layout.columns[index].role in _LABEL_ROLES
    )
    counts = {column.year: read_int(text) for column, text in _columns(row, "summary_count")}
    amounts = {column.year: amount for column, amount in _amounts(row)}
    for year in dict.fromkeys([*counts, *amounts]):
        count, amount = counts.get(year), amounts.get(year)
        if label and (count is not None or amount is not None):
            yield DeclaredTotal(
                label=label,
                scope=_summary_scope(label),
                year=year,
                count=count,
                amount=amount,
                source=_source(row) if heading is None else _under(heading, _source(row)),
            )


def _columns(row: BodyRow, role: str) -> Iterator[tuple[Column, str]]:
    for index, text in row.texts.items():
        if row.layout.columns[index].role == role:
            yield row.layout.columns[index], text


def _summary_scope(label: str) -> str:
    if is_grand_total(label):
        return "plan"
    if is_total(label):
        return "strategy"
    heading = read_heading(label)
    return heading.kind if heading and heading.kind in _NARROW_FIRST else "program"


def _under(heading: str, source: RecordSource) -> RecordSource:
    return source.model_copy(update={"raw": {**source.raw, "heading": heading}})


def _source(row: BodyRow) -> RecordSource:
    origin = row.origin
    raw: dict[str, str] = {}
    for index, text in row.raw.items():
        key = _field(row.layout.columns, index)
        raw[key] = f"{raw[key]}\n{text}" if key in raw else text
    return RecordSource(page=origin.page, table=origin.table, row=origin.row, bbox=origin.bbox, raw=raw)


def _field(columns: Sequence[Column], index: int) -> str:
    """The name of a column's cell in `source.raw`: as for projects; a percentage is that of what stands before it."""
    column = columns[index]
    if column.role == _PERCENT:
        of = next((c.role for c in reversed(columns[:index]) if c.role in ("summary_count", "budget")), "")
        return f"{_PERCENT}.{of}"
    if column.role == UNKNOWN:
        return column.header or str(index)
    return f"{column.role}.{column.year}" if column.year else column.role
