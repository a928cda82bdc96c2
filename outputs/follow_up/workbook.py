"""The evaluation as an Excel workbook: figures with native charts, each project, and what to check."""

from decimal import Decimal
from typing import Any

from outputs.docx import BookStyle
from outputs.docx.titles import organization_line
from outputs.follow_up.charts import write_summary
from outputs.follow_up.model import Evaluation, ProjectResult
from outputs.follow_up.wording import outcome_text, report_words, strategy_text
from outputs.sheet_looks import HEADER_FILL, LINE_PT, Looks, fit_row, plain, workbook_of
from outputs.xlsx.ink import Ink, ink_of
from schemas.findings.catalog import SEVERITIES
from schemas.plan_text import months_text

_WIDTHS = {
    "number": 8, "strategy": 34, "program": 24, "name": 44, "unit": 24, "months": 16, "planned": 18, "spent": 18,
    "outcome": 20, "result": 40, "reason": 40,
}  # fmt: skip
_FINDING_WIDTH = 110
"""As much as a page of A4 holds: LibreOffice cuts a wider sheet of one column, where it shrinks all others."""


def render(evaluation: Evaluation, style: BookStyle) -> bytes:
    """Three sheets, the last one only where there is something to check; equal arguments give equal bytes."""

    def fill(book: Any, looks: Looks) -> None:
        ink = ink_of(style)
        write_summary(book, looks, evaluation, ink)
        _write_results(book, looks, evaluation, ink)
        if evaluation.findings:
            _write_findings(book, looks, evaluation, ink)

    return workbook_of(_title(evaluation), organization_line(evaluation.organization), fill)


def render_summary(evaluation: Evaluation, style: BookStyle) -> bytes:
    """The sheet of figures with its charts alone."""
    return workbook_of(
        _title(evaluation),
        organization_line(evaluation.organization),
        lambda book, looks: write_summary(book, looks, evaluation, ink_of(style)),
    )


def _title(evaluation: Evaluation) -> str:
    return f"{report_words()['title']} {evaluation.title}"


def _write_results(book: Any, looks: Looks, evaluation: Evaluation, ink: Ink) -> None:
    words = report_words()
    sheet = book.add_worksheet(words["results_sheet"])
    _write_header(sheet, looks, {words[key]: width for key, width in _WIDTHS.items()}, ink)
    for row, result in enumerate(evaluation.results, start=1):
        for col, value in enumerate(_values(result)):
            look = {"border": 1, "text_wrap": True}
            if isinstance(value, Decimal):
                code = ink.number_format("#,##0.00")
                sheet.write_number(row, col, float(value), looks(**look, num_format=code))
            else:
                sheet.write_string(row, col, plain(ink.cell(value or "")), looks(**look))
        texts = zip(_values(result), _WIDTHS.values(), strict=True)
        fit_row(sheet, row, [(text, width) for text, width in texts if isinstance(text, str)])
    _set_up(sheet, len(evaluation.results), len(_WIDTHS))


def _values(result: ProjectResult) -> tuple[str | Decimal | None, ...]:
    return (
        result.number,
        strategy_text(result.strategy),
        result.program,
        result.name,
        result.unit,
        months_text(result.months),
        Decimal(result.planned) if result.planned is not None else None,
        Decimal(result.spent) if result.spent is not None else None,
        outcome_text(result.outcome),
        result.result,
        result.reason,
    )


def _write_findings(book: Any, looks: Looks, evaluation: Evaluation, ink: Ink) -> None:
    words = report_words()
    sheet = book.add_worksheet(words["findings_sheet"])
    _write_header(sheet, looks, {words["finding"]: _FINDING_WIDTH}, ink)
    found = sorted(evaluation.findings, key=lambda each: SEVERITIES.index(each.severity))
    for row, finding in enumerate(found, start=1):
        text = plain(ink.cell(finding.message("th")))
        sheet.write_string(row, 0, text, looks(border=1, text_wrap=True))
        fit_row(sheet, row, [(text, _FINDING_WIDTH)])
    _set_up(sheet, len(found), 1)


def _write_header(sheet: Any, looks: Looks, headers: dict[str, int], ink: Ink) -> None:
    bold = looks(bold=True, align="center", valign="vcenter", text_wrap=True, border=1, bg_color=HEADER_FILL)
    for col, (header, width) in enumerate(headers.items()):
        sheet.set_column(col, col, width)
        sheet.write_string(0, col, ink.cell(header), bold)
    sheet.set_row(0, LINE_PT * 2)


def _set_up(sheet: Any, rows: int, columns: int) -> None:
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, rows), columns - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
