"""The report of what was collected: as text, as JSON, and as a workbook with the origin of each project."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from outputs.forms.model import CollectedFile, CollectedRow, Collection
from outputs.forms.wording import report_words
from outputs.json_text import json_file
from outputs.sheet_looks import HEADER_FILL, LINE_PT, Looks, fit_row, plain, workbook_of
from schemas.findings import SEVERITIES, Finding
from schemas.findings.catalog import Language
from schemas.plan_text import baht_text
from schemas.sentences import filled

_SEVERITY_FILLS = {"error": "#F8D7DA", "warning": "#FFF4CE", "note": "#FFFFFF"}
Value = str | int | Decimal | None


def as_text(collection: Collection, language: Language = "th") -> str:
    """What was read, what became of it, what to look at, and where each project came from; no final newline."""
    words = report_words(language)
    handed_in = sum(file.projects for file in collection.files)
    lines = [words["title"].format(draft=collection.draft)]
    lines.append(filled(words["files"], {"count": len(collection.files), "projects": handed_in}))
    lines += [f"  - {_file(file, words)}" for file in collection.files]
    lines += [_counts(collection, words), filled(words["whole"], {"count": collection.projects}), ""]
    findings = _sorted(collection.findings)
    lines.append(words["look"].format(count=len(findings)) if findings else words["nothing"])
    lines += [f"  {words[each.severity]} {each.code} {each.message(language)}" for each in findings]
    lines += ["", words["origins"].format(count=len(collection.rows))]
    lines += [f"  - {_origin(row, words, language)}" for row in collection.rows]
    return "\n".join(lines)


def as_json(collection: Collection, language: Language = "th") -> bytes:
    """The collection as JSON, its findings with their messages."""
    content = collection.model_dump(mode="json", exclude={"findings"})
    content["findings"] = [
        {"code": each.code, "severity": each.severity, "message": each.message(language), **each.facts}
        for each in _sorted(collection.findings)
    ]
    return json_file(content)


def as_workbook(collection: Collection, language: Language = "th") -> bytes:
    """Three sheets: the origin of each project, what to look at, and the files; equal collections, equal bytes."""
    words = report_words(language)
    title = words["title"].format(draft=collection.draft)
    return workbook_of(title, "", lambda book, looks: _fill(book, looks, collection, language))


def _file(file: CollectedFile, words: dict[str, str]) -> str:
    facts = {"name": file.name, "kind": words[f"file_{file.kind}"], "projects": file.projects}
    return filled(words["file_line"], facts)


def _counts(collection: Collection, words: dict[str, str]) -> str:
    return words["counts"].format(
        added=collection.count("added"),
        amount=baht_text(collection.amount_of("added")),
        updated=collection.count("updated"),
        present=collection.count("present"),
        same=collection.count("same"),
    )


def _sorted(findings: Sequence[Finding]) -> list[Finding]:
    """What must be mended first; each kind in the order of the files."""
    return sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity))


def _origin(row: CollectedRow, words: dict[str, str], language: Language) -> str:
    return words["origin_line"].format(
        number=row.number or "-",
        name=row.name,
        agency=row.agency,
        place=f"{row.file} {_place(row, language)}",
        status=words[f"status_{row.status}"],
    )


def _place(row: CollectedRow, language: Language) -> str:
    is_thai = language == "th"
    line = f"แถวที่ {row.row}" if is_thai else f"row {row.row}"
    if row.table is None:
        return line
    return f"ตารางที่ {row.table + 1} {line}" if is_thai else f"table {row.table + 1}, {line}"


def _fill(book: Any, looks: Looks, collection: Collection, language: Language) -> None:
    words = report_words(language)
    _table(book, looks, words["origins_sheet"], _origin_table(collection, words, language))
    _table(book, looks, words["look_sheet"], _look_table(collection, words, language))
    _table(book, looks, words["files_sheet"], _file_table(collection, words))


Table = tuple[Sequence[tuple[str, int]], Sequence[tuple[tuple[Value, ...], str]]]
"""Headers with widths in characters, and rows of values with their fill."""


def _origin_table(collection: Collection, words: dict[str, str], language: Language) -> Table:
    widths = {
        "number": 12, "name": 46, "amount": 16, "agency": 28, "status": 16, "file": 34, "sheet": 18, "place": 18,
        "strategy": 34, "program": 26,
    }  # fmt: skip
    rows = [
        (
            (
                row.number,
                row.name,
                Decimal(row.amount) if row.amount else None,
                row.agency,
                words[f"status_{row.status}"],
                row.file,
                row.sheet,
                _place(row, language),
                row.strategy,
                row.program,
            ),
            "",
        )
        for row in sorted(collection.rows, key=lambda row: row.index)
    ]
    return [(words[key], width) for key, width in widths.items()], rows


def _look_table(collection: Collection, words: dict[str, str], language: Language) -> Table:
    headers = [(words["severity"], 12), (words["code"], 10), (words["file"], 34), (words["message"], 110)]
    rows = [
        (
            (words[each.severity], each.code, str(each.facts.get("file", "")), each.message(language)),
            _SEVERITY_FILLS[each.severity],
        )
        for each in _sorted(collection.findings)
    ]
    return headers, rows


def _file_table(collection: Collection, words: dict[str, str]) -> Table:
    headers = [(words["file"], 50), (words["kind"], 26), (words["projects"], 16)]
    return headers, [
        ((file.name, words[f"file_{file.kind}"], file.projects), "") for file in collection.files
    ]


def _table(book: Any, looks: Looks, title: str, content: Table) -> None:
    headers, rows = content
    sheet = book.add_worksheet(title)
    bold = looks(bold=True, border=1, align="center", valign="vcenter", text_wrap=True, bg_color=HEADER_FILL)
    for col, (header, width) in enumerate(headers):
        sheet.set_column(col, col, width)
        sheet.write_string(0, col, header, bold)
    sheet.set_row(0, LINE_PT)
    for row, (values, fill) in enumerate(rows, start=1):
        for col, value in _cells(values):
            looked = {"border": 1, "text_wrap": True} | ({"bg_color": fill} if fill else {})
            if isinstance(value, str):
                sheet.write_string(row, col, plain(value), looks(**looked))
            else:
                code = "#,##0" if isinstance(value, int) else "#,##0.00"
                sheet.write_number(row, col, value, looks(**looked, num_format=code))
        fit_row(
            sheet,
            row,
            [
                (value, width)
                for value, (_, width) in zip(values, headers, strict=True)
                if isinstance(value, str)
            ],
        )
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(rows)), len(headers) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _cells(values: tuple[Value, ...]) -> Iterator[tuple[int, str | int | float]]:
    for col, value in enumerate(values):
        if isinstance(value, Decimal):
            yield col, int(value) if value == value.to_integral_value() else float(value)
        else:
            yield col, "" if value is None else value
