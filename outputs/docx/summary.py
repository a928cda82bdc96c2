"""The summary form of a plan (ผด.01, ผ.01) as a table."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from outputs.docx.columns import amount_width_twips
from outputs.docx.content import NO_MONEY
from outputs.docx.forms import Align
from outputs.docx.heights import line_count, lines_height_twips
from outputs.docx.lengths import twips
from outputs.docx.titles import lines_above_table
from outputs.docx.values import money_text
from outputs.docx.wordml import Ink, Merge, cell, header_row, paragraph, row, run, table
from outputs.summaries import Figures, Summary, SummaryRow, summarize
from schemas.book_texts import book_section
from schemas.plan import Plan
from schemas.vocabulary import load

_SIZES_PT = (14, 12, 10, 8)
_MIDDLE = '<w:vAlign w:val="center"/>'
_STYLE_OF_ALIGN = {"left": "PlanText", "center": "PlanCentre", "right": "PlanAmount"}
_COUNT_MM, _PERCENT_MM, _UNITS_MM, _LEAST_LABEL_MM = 24.0, 30.0, 62.0, 45.0
# In the smaller sizes the headers of counts and their digits need less.
_YEAR_COUNT_MM = {14: 15.0, 12: 15.0, 10: 13.0, 8: 11.0}
_YEAR_AMOUNT_MM = {14: 22.0, 12: 20.0, 10: 17.0, 8: 14.0}
_TWIPS_PER_POINT = 20

Value = Literal["label", "count", "count_percent", "amount", "amount_percent", "units"]


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: which value of a row's figures number `at` it shows, and the header over it and its neighbour."""

    value: Value
    header: str
    width_twips: int
    align: Align
    at: int = 0
    group: str | None = None


def summary(ink: Ink, plan: Plan) -> str:
    """The form's page: its title lines, its table, and the note under it; empty for a plan without projects."""
    content = summarize(plan)
    if not content.rows:
        return ""
    words = load("book_texts")["summary"]["form"][content.form]
    above = lines_above_table(ink, plan, words["label"], words["title"], is_first=True)
    columns, size_pt = _layout(content, words, ink.style.table_width_twips)
    # A sum stays with what it sums, and the note with the last sum.
    behind = [each.kind != "program" and bool(each.figures) for each in content.rows[1:]]
    rows = "".join(
        _row(ink.in_tables, columns, each, size_pt, keep_next=keep_next)
        for each, keep_next in zip(content.rows, (*behind, True), strict=True)
    )
    widths = [column.width_twips for column in columns]
    drawn = table("PlanTable", widths, _header(ink.in_tables, columns, size_pt) + rows)
    note = book_section("summary_note", plan.kind).paragraphs[0].text
    _count_pages(ink, content, columns, size_pt)
    return above + drawn + paragraph("TableNote", run(ink, note))


def _layout(content: Summary, words: dict[str, str], width_twips: int) -> tuple[list[_Column], int]:
    """The columns, and the greatest size of text in which they fit on the page."""
    build = _operation_columns if content.form == "ผด.01" else _development_columns
    for size_pt in _SIZES_PT:
        columns = build(content, words, size_pt)
        left = width_twips - sum(column.width_twips for column in columns)
        if left >= twips(_LEAST_LABEL_MM):
            break
    label = _Column("label", words["rows"], max(left, twips(_LEAST_LABEL_MM) // 2), "left")
    return _within([label, *columns], width_twips), size_pt


def _within(columns: list[_Column], width_twips: int) -> list[_Column]:
    """The columns, shrunk together where they are wider than the page, whose edge would cut off the last ones."""
    share = min(1.0, width_twips / sum(column.width_twips for column in columns))
    return [replace(column, width_twips=int(column.width_twips * share)) for column in columns]


def _amount_width(content: Summary, at: int, size_pt: int, least_mm: float) -> int:
    largest = max((row.figures[at].amount for row in content.rows if row.figures), default=Decimal(0))
    return max(amount_width_twips(largest, size_pt), twips(least_mm))


def _operation_columns(content: Summary, words: dict[str, str], size_pt: int) -> list[_Column]:
    return [
        _Column("count", words["count"], twips(_COUNT_MM), "center"),
        _Column("count_percent", words["count_percent"], twips(_PERCENT_MM), "center"),
        _Column("amount", words["amount"], _amount_width(content, 0, size_pt, _COUNT_MM), "right"),
        _Column("amount_percent", words["amount_percent"], twips(_PERCENT_MM), "center"),
        _Column("units", words["units"], twips(_UNITS_MM), "center"),
    ]


def _development_columns(content: Summary, words: dict[str, str], size_pt: int) -> list[_Column]:
    columns = []
    for at in range(len(content.years) + 1):
        is_year = at < len(content.years)
        group = words["year"].format(year=content.years[at]) if is_year else words["all_years"]
        width = _amount_width(content, at, size_pt, _YEAR_AMOUNT_MM[size_pt])
        columns += [
            _Column("count", words["count"], twips(_YEAR_COUNT_MM[size_pt]), "center", at, group),
            _Column("amount", words["amount"], width, "right", at, group),
        ]
    return columns


def _header_cell(
    ink: Ink, text: str, columns: Sequence[_Column], size_pt: int, merge: Merge | None = None
) -> str:
    width = sum(column.width_twips for column in columns)
    written = paragraph(f"PlanHeader{size_pt}", run(ink, text), keep_next=True)
    return cell(width, written, len(columns), merge, _MIDDLE)


def _header_heights(columns: Sequence[_Column], size_pt: int) -> tuple[int, int]:
    """The heights of the header's rows in twips; the first is that of the only one where there are no groups."""
    lines = max(line_count(column.header, column.width_twips, size_pt) for column in columns)
    return lines_height_twips(1, size_pt), lines_height_twips(lines, size_pt)


def _header(ink: Ink, columns: Sequence[_Column], size_pt: int) -> str:
    """One row of headers, or two where years stand over theirs."""
    upper_twips, lower_twips = _header_heights(columns, size_pt)
    if all(column.group is None for column in columns):
        cells = "".join(_header_cell(ink, column.header, [column], size_pt) for column in columns)
        return header_row(cells, lower_twips)
    label, pairs = columns[0], columns[1:]
    upper = [_header_cell(ink, label.header, [label], size_pt, "restart")]
    lower = [_header_cell(ink, "", [label], size_pt, "continue")]
    for first, second in zip(pairs[::2], pairs[1::2], strict=True):
        upper.append(_header_cell(ink, first.group or "", [first, second], size_pt))
        lower += [_header_cell(ink, column.header, [column], size_pt) for column in (first, second)]
    return header_row("".join(upper), upper_twips) + header_row("".join(lower), lower_twips)


def _text(column: _Column, content: SummaryRow) -> str:
    """What a cell shows; a dash where a plan has no money of which to take a share."""
    if column.value == "label":
        return content.label
    if not content.has_projects:
        return NO_MONEY
    if column.value == "units":
        return ", ".join(content.units) if content.kind == "program" else ""
    figures = content.figures[column.at]
    return _figure(figures, column.value)


def _figure(figures: Figures, value: Value) -> str:
    match value:
        case "count":
            return f"{figures.count:,}"
        case "amount":
            return money_text(figures.amount) if figures.amount else "-"
        case "count_percent":
            return f"{figures.count_percent or 0:.2f}"
        case _:
            return "-" if figures.amount_percent is None else f"{figures.amount_percent:.2f}"


def _row(ink: Ink, columns: Sequence[_Column], content: SummaryRow, size_pt: int, *, keep_next: bool) -> str:
    """A row of figures, or a line over the whole table that stands with the row after it.

    `keep_next` holds the row on the page of what follows the table.
    """
    if not content.figures:
        width = sum(column.width_twips for column in columns)
        style = f"PlanLine{size_pt}"
        line = paragraph(style, run(ink, content.label), keep_next=True)
        return row(cell(width, line, len(columns)))
    return row("".join(_cells(ink, columns, content, size_pt, keep_next=keep_next)))


def _cells(
    ink: Ink, columns: Sequence[_Column], content: SummaryRow, size_pt: int, *, keep_next: bool
) -> Iterator[str]:
    is_total = content.kind != "program"
    for column in columns:
        text = _text(column, content)
        align = "center" if text == "-" or (is_total and column.value == "label") else column.align
        style = _STYLE_OF_ALIGN[align]
        if is_total:
            style = "PlanTotal" if align == "right" else "PlanHeader"
        yield cell(column.width_twips, paragraph(f"{style}{size_pt}", run(ink, text), keep_next))


def _count_pages(ink: Ink, content: Summary, columns: Sequence[_Column], size_pt: int) -> None:
    header_pt = sum(_header_heights(columns, size_pt)) / _TWIPS_PER_POINT
    heights = []
    for each in content.rows:
        shown = columns if each.figures else ()
        lines = [line_count(_text(column, each), column.width_twips, size_pt) for column in shown]
        heights.append(lines_height_twips(max(lines, default=1), size_pt) / _TWIPS_PER_POINT)
    ink.pages.flow(header_pt)
    ink.pages.rows(heights, header_pt)
