"""Projects that somebody hands in, one a row, read into Projects; what cannot be read is told, never guessed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from parsers.corrections.months import read_months
from parsers.forms.headers import Header, find_header
from parsers.forms.sheets import SheetRow, SheetRows
from parsers.tables.columns import squeeze
from parsers.tables.headings import read_heading
from parsers.thai import (
    normalize_text,
    normalize_unit_text,
    read_equipment_type,
    read_money,
    read_month,
    read_program,
    read_row_number,
    split_units,
)
from schemas.findings import Finding
from schemas.findings.finding import Fact
from schemas.plan import FISCAL_MONTHS, Form, Heading, PlanKind, Project, RecordSource
from schemas.year_forms import collect_headers, collect_word

NEEDED = ("name",)
_OF_FORM = ("name", "strategy", "program")
"""Columns by which the form is known from any other table with names of projects."""
_TEXTS = ("name", "details", "objective", "target", "kpi", "expected_result", "location", "fund_source")
_NOT_CONTENT = frozenset({"number", "agency"})
"""A row that holds nothing else holds no project."""
_FORMS: Mapping[PlanKind, tuple[Form, Form]] = {
    "operation_plan": ("ผด.02", "ผด.02/1"),
    "development_plan": ("ผ.02", "ผ.03"),
}
_TOTAL = re.compile(r"รวม(?:ทั้งสิ้น|ทั้งหมด|เป็นเงิน|งบประมาณ)*(?:\s?\d+\s?(?:โครงการ|รายการ))?")
_SHOWN_LENGTH = 80

Remark = tuple[str, Mapping[str, Fact]]


@dataclass(frozen=True, slots=True)
class Submitted:
    """A project that was handed in: by whom, in which file and sheet, on which row (1-based)."""

    project: Project
    agency: str
    file: str
    sheet: str
    row: int
    table: int | None = None


@dataclass(frozen=True, slots=True)
class Submission:
    """What one file hands in."""

    projects: tuple[Submitted, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What projects are asked for: the kind of plan, and its fiscal year where it has one."""

    kind: PlanKind
    year: int | None = None


def is_form(sheets: Sequence[SheetRows]) -> bool:
    """Whether any of the sheets is the form for projects, however it was renamed or saved anew."""
    return any(find_header(sheet.rows, collect_headers(), _OF_FORM) for sheet in sheets)


def has_header(sheet: SheetRows) -> bool:
    """Whether a table of rows says in a header which column names the projects."""
    return find_header(sheet.rows, collect_headers(), NEEDED) is not None


def read_submission(sheets: Sequence[SheetRows], file: str, asked: Asked) -> Submission:
    """The projects of all sheets that have a header of the form.

    A project that does not say who hands it in is of its unit in charge, else of what the file is called.

    Findings: REC040 for a row without a name, which is no project; REC041, REC042 and REC043 for money, months
    and programs that cannot be read. Rows of the example are left out.
    """
    read = [item for sheet in sheets for item in _sheet(sheet, file, asked)]
    return Submission(
        tuple(submitted for submitted, _ in read if submitted is not None),
        tuple(finding for _, findings in read for finding in findings),
    )


def _sheet(
    sheet: SheetRows, file: str, asked: Asked
) -> Iterator[tuple[Submitted | None, tuple[Finding, ...]]]:
    header = find_header(sheet.rows, collect_headers(), NEEDED)
    if header is None:
        return
    named = _agency_above(sheet.rows[: header.position])
    for row in sheet.rows[header.position + 1 :]:
        cells = header.cells(row)
        if not cells.keys() - _NOT_CONTENT or _is_no_project(cells) or _repeats(row, header):
            continue
        named_here = normalize_text(cells.get("agency", "")) or named
        yield _row(cells, asked, named_here, (file, sheet.name, row.number))


def _agency_above(rows: Sequence[SheetRow]) -> str:
    """What stands beside the label for the agency, over the table."""
    label = squeeze(collect_word("agency"))
    for row in rows:
        texts = [row.texts[col] for col in sorted(row.texts)]
        for position, text in enumerate(texts):
            if squeeze(text) == label:
                return normalize_text(" ".join(texts[position + 1 : position + 2]))
    return ""


def _is_no_project(cells: Mapping[str, str]) -> bool:
    """Whether a row is the form's example, or a sum."""
    if cells.get("number", "").startswith(collect_word("example_mark")):
        return True
    first = cells.get("number") if "name" not in cells else cells["name"]
    return _TOTAL.fullmatch(normalize_text(first or "")) is not None


def _repeats(row: SheetRow, header: Header) -> bool:
    """Whether a row is the header once more, as pasted tables have it."""
    headers = {squeeze(text) for text, key in collect_headers() if key in header.keys.values()}
    return len(row.texts) > 1 and all(squeeze(text) in headers for text in row.texts.values())


def _row(
    cells: Mapping[str, str], asked: Asked, agency: str, place: tuple[str, str, int]
) -> tuple[Submitted | None, tuple[Finding, ...]]:
    file, sheet, row = place
    project, remarks = read_row(cells, asked, agency)
    facts: dict[str, Fact] = {
        "file": file,
        "where_th": f"แถวที่ {row}",
        "where_en": f"row {row}",
        "project": shown(project.name or "; ".join(cells.values())),
    }
    findings = tuple(Finding(code=code, facts=facts | dict(more)) for code, more in remarks)
    if project.name is None:
        return None, findings
    who = agency or project.responsible_unit or PurePath(file).stem
    return Submitted(project, who, file, sheet, row), findings


def shown(text: str) -> str:
    """As much of a text as a line of a report has room for."""
    line = normalize_text(text)
    return line if len(line) <= _SHOWN_LENGTH else f"{line[:_SHOWN_LENGTH]}…"


def read_row(cells: Mapping[str, str], asked: Asked, agency: str) -> tuple[Project, tuple[Remark, ...]]:
    """The Project of a row's cells by key, without a number, and what could not be read of it.

    The project has no name where the row has none. Its headings are those that the row says, by name.
    """
    remarks: list[Remark] = []
    if not normalize_text(cells.get("name", "")):
        remarks.append(("REC040", {}))
    units = cells.get("responsible_unit", "") or agency
    fields: dict[str, object] = {field: normalize_text(cells.get(field, "")) or None for field in _TEXTS}
    fields |= _money(cells, asked, remarks)
    fields |= _months(cells, remarks)
    fields |= _headings(cells, asked, remarks)
    project = Project(
        **fields,
        responsible_unit=normalize_unit_text(units) or None,
        responsible_units=split_units(units),
        source=RecordSource(raw=dict(cells)),
    )
    return project, tuple(remarks)


def _money(cells: Mapping[str, str], asked: Asked, remarks: list[Remark]) -> dict[str, object]:
    amounts: dict[str, str] = {}
    placeholders, funds = [], []
    keys = ["budget", *sorted(key for key in cells if key.startswith("budgets."))]
    for key in keys:
        reading = read_money(cells.get(key, ""))
        if reading.unread or len(reading.amounts) > 1:
            remarks.append(("REC041", {"text": shown(cells[key])}))
        elif reading.amounts:
            amounts[key.removeprefix("budgets.")] = f"{reading.amounts[0]:.2f}"
        placeholders += [reading.placeholder] if reading.placeholder else []
        funds += [reading.fund_source] if reading.fund_source else []
    fields: dict[str, object] = {} if cells.get("fund_source") else {"fund_source": ", ".join(funds) or None}
    if not amounts:
        return fields | {"budget_text": placeholders[0] if placeholders else None}
    return fields | _of_kind(amounts, asked)


def _of_kind(amounts: Mapping[str, str], asked: Asked) -> dict[str, object]:
    """Amounts by column as the plan wants them: one of its year, or one for each year."""
    year = str(asked.year) if asked.year else ""
    if asked.kind == "operation_plan":
        return {"budget": amounts.get("budget") or amounts.get(year)}
    named = {year if key == "budget" else key: amount for key, amount in amounts.items()}
    return {"budgets": {key: named[key] for key in sorted(named) if key}}


def _months(cells: Mapping[str, str], remarks: list[Remark]) -> dict[str, object]:
    listed = cells.get("months", "")
    if listed:
        months = read_months(listed)
        if months is None:
            remarks.append(("REC042", {"text": shown(listed)}))
        return {"months": months or ()}
    first, last = cells.get("first_month", ""), cells.get("last_month", "")
    run = _between(first, last)
    if run is None:
        remarks.append(("REC042", {"text": shown(f"{first} - {last}")}))
    return {"months": run or ()}


def _between(first: str, last: str) -> tuple[int, ...] | None:
    """The fiscal months from one to the other; a single one where only one is said; None where they do not fit."""
    if not first and not last:
        return ()
    if not first or not last:
        return read_months(first or last)
    ends = [read_month(first), read_month(last)]
    if None in ends:
        return None
    start, end = (FISCAL_MONTHS.index(month) for month in ends if month is not None)
    return FISCAL_MONTHS[start : end + 1] if start <= end else None


def _headings(cells: Mapping[str, str], asked: Asked, remarks: list[Remark]) -> dict[str, object]:
    plain, equipment_form = _FORMS[asked.kind]
    kind = normalize_text(cells.get("kind", ""))
    is_equipment = "ครุภัณฑ์" in kind
    equipment, known = read_equipment_type(kind) if is_equipment else (None, False)
    program, is_known = read_program(cells.get("program", ""))
    if program and not is_known:
        remarks.append(("REC043", {"text": shown(cells["program"])}))
    return {
        "form": equipment_form if is_equipment else plain,
        "equipment_type": equipment if known else None,
        "program": program,
        "strategy": read_strategy(cells.get("strategy", "")),
    }


def read_strategy(text: str) -> Heading | None:
    """The strategy that a cell names, with or without its label and number; None for an empty cell."""
    line = normalize_text(text)
    heading = read_heading(line)
    if heading is not None and heading.kind == "strategy" and heading.group.name:
        return Heading(number=heading.group.number, name=heading.group.name)
    lead, _, rest = line.partition(" ")
    number = read_row_number(lead) if rest else None
    name = rest if number else line
    return Heading(number=number, name=name.strip()) if name.strip() else None
