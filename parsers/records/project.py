"""A raw record read into a Project: every field's text normalized, every value read or told of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from parsers.records.confidence import confidence
from parsers.records.gathered import RawRecord
from parsers.records.money import Money, added, baht, distinct, read_rows, with_money_beside
from parsers.records.remarks import Remark, period_text, remarks, year_of_row
from parsers.records.told_forms import kind_of_form
from parsers.tables.headings import Governing, read_heading
from parsers.tables.walk import BodyRow
from parsers.thai import (
    SeamMemory,
    normalize_text,
    normalize_unit_text,
    read_equipment_type,
    read_month,
    read_period,
    read_program,
    read_row_number,
    split_units,
    without_told_wraps,
)
from schemas.document import around
from schemas.plan import FISCAL_MONTHS, Heading, Point, Project, RecordSource

_TEXT_FIELDS = (
    "name",
    "details",
    "objective",
    "target",
    "kpi",
    "expected_result",
    "location",
    "procurement_method",
)

_OF_EACH_POINT = ("details", "target")


@dataclass(frozen=True, slots=True)
class ReadProject:
    """A project and what there is to say about reading it; `codes` go with facts, paths are added by the plan."""

    project: Project
    remarks: tuple[Remark, ...]
    record: RawRecord


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the whole document says for each of its projects.

    `fiscal_year` (Buddhist era) is the year of an operation plan's single budget; `seams` tell how the document closes
    line ends elsewhere; `months_expected` tells that some of its projects have months, `months_merged` that cells merged
    over several months lost their borders, so that a mark may stand for more months than its own.
    """

    fiscal_year: int | None
    seams: SeamMemory
    months_expected: bool
    months_merged: bool = False


def texts_of(record: RawRecord) -> Iterable[str]:
    """The texts of a record's fields of words, their lines divided by "\\n"."""
    texts = _by_role(record.points.rows())
    return (text for role, text in texts.items() if role in _TEXT_FIELDS)


def read_project(record: RawRecord, around_it: Surroundings) -> ReadProject:
    """The Project of one raw record."""
    points = record.points.by_point()
    rows = [row for point in points for row in point]
    money = [read_rows(point) for point in points]
    texts = [_closed(_by_role(point), around_it.seams) for point in points]
    whole = texts[0] if len(points) == 1 else _whole(_closed(_by_role(rows), around_it.seams), texts)
    total = with_money_beside(money[0] if len(money) == 1 else added(money), rows)
    months = _months(rows) or read_period(period_text(record, rows)) or ()
    unclear = not all(row.marks.certain for row in rows) or (around_it.months_merged and len(months) == 1)
    fields = {name: _text(whole, name) for name in _TEXT_FIELDS if name in whole}
    project = Project(
        form=record.form,
        number=_number(whole),
        **{**fields, **_unit_fields(texts), **_money_fields(record, total, whole)},
        **_heading_fields(record, whole),
        months=months,
        finish_month=read_month(whole.get("finish_month", "")),
        points=_points(record, texts, money, around_it.fiscal_year),
        source=_source(record, rows),
        confidence=confidence(
            record,
            points,
            total,
            _with_line_ends(whole, texts),
            around_it.seams,
            months_expected=around_it.months_expected,
            months_unclear=unclear,
        ),
    )
    told = remarks(record, project, total, rows, whole.get("finish_month", ""), months_unclear=unclear)
    return ReadProject(project, tuple(told), record)


Texts = dict[str, str]
"""The texts of some rows by role, the lines of one role joined by line ends; lines known to go on are one."""


def _by_role(rows: Iterable[BodyRow]) -> Texts:
    texts: Texts = {}
    for row in rows:
        seen: set[str] = set()
        for index, text in row.texts.items():
            role = row.layout.columns[index].role
            if role not in seen:
                seen.add(role)
                texts[role] = f"{texts[role]}\n{text}" if role in texts else text
    return {role: without_told_wraps(text) for role, text in texts.items()}


def _whole(texts: Texts, points: Sequence[Texts]) -> Texts:
    """The texts of a project of several points: what each point says of its own work begins anew with it."""
    parted = {role: [text for point in points if (text := _text(point, role))] for role in _OF_EACH_POINT}
    return {**texts, **{role: " ".join(found) for role, found in parted.items() if found}}


def _with_line_ends(whole: Texts, points: Sequence[Texts]) -> Iterable[str]:
    """The texts of a project's fields of words with their line ends; of what each point says, point by point."""
    for role in _TEXT_FIELDS:
        yield from (text[role] for text in (points if role in _OF_EACH_POINT else [whole]) if role in text)


def _closed(texts: Texts, seams: SeamMemory) -> Texts:
    return {role: seams.closed(text) if role in _TEXT_FIELDS else text for role, text in texts.items()}


def _text(texts: Texts, role: str) -> str | None:
    return normalize_text(texts[role]) or None if role in texts else None


def _number(texts: Texts) -> str | None:
    """The number on the first line, with those that go on with it where a narrow column tore it ("1" over ".1")."""
    text, *others = texts.get("number", "").split("\n")
    for line in others:
        if read_row_number(f"{text}\n{line}") is None:
            break
        text = f"{text}\n{line}"
    return read_row_number(text) or normalize_text(text) or None


def _months(rows: Sequence[BodyRow]) -> tuple[int, ...]:
    marked = {month for row in rows for month in row.marks.months}
    return tuple(month for month in FISCAL_MONTHS if month in marked)


def _unit_fields(points: Sequence[Texts]) -> dict[str, object]:
    """Texts that each point may have its own of: the project has the distinct ones, joined."""
    printed = distinct(texts.get("responsible_unit", "") for texts in points)
    results = distinct(_text(texts, "expected_result") or "" for texts in points)
    return {
        "responsible_unit": ", ".join(distinct(map(normalize_unit_text, printed))) or None,
        "responsible_units": split_units("\n".join(printed)) if printed else (),
        "expected_result": " ".join(results) or None,
    }


def _money_fields(record: RawRecord, money: Money, texts: Texts) -> dict[str, object]:
    funds = distinct([*money.fund_sources, _text(texts, "fund_source") or ""])
    fields: dict[str, object] = {"fund_source": ", ".join(funds) or None}
    if not money.amounts:
        fields["budget_text"] = money.placeholders[0] if money.placeholders else None
    elif kind_of_form(record.form) == "operation_plan":
        fields["budget"] = baht(sum(money.amounts.values()))  # type: ignore[arg-type]
    else:
        fields["budgets"] = _by_year(record, money, year_of_row(texts.get("year", "")))
    return fields


def _by_year(record: RawRecord, money: Money, fiscal_year: int | None) -> dict[str, str]:
    columns = record.layout.columns
    years = {index: columns[index].year or fiscal_year for index in money.amounts}
    found: dict[str, Decimal] = {}
    for index, amount in sorted(money.amounts.items()):
        if years[index]:
            found[str(years[index])] = found.get(str(years[index]), Decimal(0)) + amount
    return {year: baht(amount) for year, amount in found.items()}


def _points(
    record: RawRecord, points: Sequence[Texts], money: Sequence[Money], fiscal_year: int | None
) -> tuple[Point, ...]:
    if len(points) < 2:
        return ()
    return tuple(
        Point(
            target=_text(texts, "target"),
            budgets=_by_year(record, part, fiscal_year),
            expected_result=_text(texts, "expected_result"),
            responsible_unit=normalize_unit_text(texts.get("responsible_unit", "")) or None,
        )
        for texts, part in zip(points, money, strict=True)
    )


def _heading_fields(record: RawRecord, texts: Texts) -> dict[str, object]:
    by_kind = {governing.kind: governing for governing in record.governing}
    strategy = _strategy_of_cell(texts) or by_kind.get("strategy")
    program = _text(texts, "program") or _printed(by_kind.get("program"))
    equipment = _text(texts, "equipment_type") or _printed(by_kind.get("equipment_type"))
    return {
        "strategy": _heading(strategy),
        "tactic": _heading(by_kind.get("tactic")),
        "groups": tuple(governing.group for governing in _with_strategy(record.governing, strategy)),
        "program": read_program(program)[0] if program else None,
        "equipment_type": read_equipment_type(equipment)[0] if equipment else None,
    }


def _strategy_of_cell(texts: Texts) -> Governing | None:
    """The strategy that a column of the table names, with its label and number or without."""
    text = _text(texts, "strategy")
    if text is None:
        return None
    heading = read_heading(text)
    if heading is None or heading.kind != "strategy" or not heading.group.name:
        heading = read_heading(f"ยุทธศาสตร์ {text}")
    return heading if heading and heading.kind == "strategy" else None


def _with_strategy(governing: Sequence[Governing], strategy: Governing | None) -> tuple[Governing, ...]:
    """The headings with the strategy of the row's own cell before them, where no other line gives it."""
    others = [heading for heading in governing if heading.kind != "strategy"]
    return tuple(governing) if strategy is None or strategy in governing else (strategy, *others)


def _printed(governing: Governing | None) -> str | None:
    return f"{governing.group.label}{governing.group.name}" if governing else None


def _heading(governing: Governing | None) -> Heading | None:
    return Heading(number=governing.group.number, name=governing.group.name) if governing else None


def _source(record: RawRecord, rows: Sequence[BodyRow]) -> RecordSource:
    raw: dict[str, list[str]] = {}
    for row in rows:
        for index, text in row.raw.items():
            column = (
                record.layout.columns[index] if row.layout is record.layout else row.layout.columns[index]
            )
            part = column.year or column.month
            key = f"{column.role}.{part}" if part else column.role
            raw.setdefault(key if column.role != "unknown" else column.header, []).append(text)
    first = record.first.origin
    return RecordSource(
        page=first.page,
        table=first.table,
        row=first.row,
        bbox=around(row.origin.bbox for row in rows if row.origin.page == first.page),
        raw={key: "\n".join(texts) for key, texts in raw.items()},
    )
