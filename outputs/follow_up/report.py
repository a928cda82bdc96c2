"""The year-end evaluation as a Word document: figures in words, tables and native charts, Thai throughout."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from outputs.docx.columns import amount_width_twips
from outputs.docx.lengths import twips
from outputs.docx.package import package
from outputs.docx.page_setup import pages_of
from outputs.docx.style import BookStyle
from outputs.docx.titles import organization_line
from outputs.docx.wordml import Ink, cell, header_row, paragraph, row, run, table
from outputs.follow_up.charts import MONEY_CHART, PROJECTS_CHART
from outputs.follow_up.model import OUTCOMES, Evaluation, GroupResult, ProjectResult
from outputs.follow_up.word_charts import chart_run, with_charts
from outputs.follow_up.wording import (
    figures_of,
    money_or_dash,
    outcome_text,
    report_words,
    strategy_text,
    unfinished,
)
from outputs.follow_up.workbook import render_summary
from schemas.plan_text import months_text

_SIZE_PT: Final = 12
_HEADER_TWIPS: Final = twips(9)
_CHART_HEIGHT_TWIPS: Final = twips(76)
_CHARTS: Final = 2


class _Column(NamedTuple):
    """A column by the key of its header; `share` is its part of the table's width."""

    key: str
    share: float
    style: str = "PlanCentre"


_PROJECT_COLUMNS: Final = (
    _Column("strategy", 4.2, "PlanText"), _Column("total", 1.5), _Column("done", 1.3), _Column("done_percent", 2),
    *(_Column(outcome, 1.7) for outcome in OUTCOMES if outcome != "done"),
)  # fmt: skip
_PERCENT_TWIPS: Final = twips(17)
_WIDER_SHARE: Final = 1.55
"""Bold digits, and those of Laksaman where no TH Sarabun is installed, are so much wider than counted."""
_UNFINISHED_COLUMNS: Final = (
    _Column("number", 1), _Column("name", 6, "PlanText"), _Column("unit", 3, "PlanText"), _Column("months", 2),
    _Column("planned", 2.3, "PlanAmount"), _Column("outcome", 2.4), _Column("reason", 6, "PlanText"),
)  # fmt: skip
_RESULT_COLUMNS: Final = (
    _Column("number", 1), _Column("name", 6, "PlanText"), _Column("unit", 3, "PlanText"),
    _Column("planned", 2.3, "PlanAmount"), _Column("spent", 2.3, "PlanAmount"), _Column("outcome", 2.4),
    _Column("result", 6, "PlanText"),
)  # fmt: skip


def render(evaluation: Evaluation, style: BookStyle) -> bytes:
    """The .docx: an upright part with figures and charts, and a lying one with the projects.

    Equal arguments give equal bytes.
    """
    ink, words = Ink(style), report_words()
    author = organization_line(evaluation.organization)
    titles = (words["title"], evaluation.title, author)
    head = "".join(paragraph("PlanTitle", run(ink, line)) for line in titles if line)
    figures = head + _overview(ink, evaluation) + _by_strategy(ink, evaluation)
    pages = pages_of(style)
    upright = _section(figures, pages.text.xml(style.numerals, restart=True))
    body = upright + _projects(ink, evaluation) + pages.tables.xml(style.numerals, restart=False)
    title = ink.text(f"{words['title']} {evaluation.title}")
    docx = package(body, style, title=title, author=ink.text(author))
    return with_charts(docx, render_summary(evaluation, style), _CHARTS)


def _section(content: str, properties: str) -> str:
    """Content that ends its section: the properties stand in a last, low paragraph."""
    return content + paragraph("PlanEnd", properties=properties)


def _heading(ink: Ink, key: str, *, new_page: bool = False) -> str:
    begins = "<w:pageBreakBefore/>" if new_page else ""
    return paragraph("Heading3", run(ink, report_words()[key]), keep_next=True, properties=begins)


def _overview(ink: Ink, evaluation: Evaluation) -> str:
    words, whole = report_words(), figures_of(evaluation.whole)
    named = {
        "plan": evaluation.title,
        "organization": evaluation.organization.full_name or words["own"],
    }
    money = "overview_over" if evaluation.whole.left < 0 else "overview_money"
    texts = (words["overview_projects"].format_map({**whole, **named}), words[money].format_map(whole))
    told = "".join(paragraph("Narrative", run(ink, text)) for text in texts)
    return _heading(ink, "overview_heading") + told + _not_whole(ink, evaluation)


def _not_whole(ink: Ink, evaluation: Evaluation) -> str:
    """A line that warns of figures that are not whole, so that nobody presents them as if they were."""
    errors = sum(finding.severity == "error" for finding in evaluation.findings)
    if not errors:
        return ""
    return paragraph("Narrative", run(ink, report_words()["not_whole"].format(count=errors), "Strong"))


def _by_strategy(ink: Ink, evaluation: Evaluation) -> str:
    """Two tables by strategy, each with its chart."""
    words = report_words()
    parts = [
        _heading(ink, "projects_heading"),
        _group_table(ink, evaluation, _PROJECT_COLUMNS),
        _chart(ink, PROJECTS_CHART, words["chart_projects_alt"]),
        _heading(ink, "money_heading", new_page=True),
        _group_table(ink, evaluation, _money_columns(ink, evaluation)),
        _chart(ink, MONEY_CHART, words["chart_money_alt"]),
    ]
    return "".join(parts)


def _chart(ink: Ink, place: int, alt: str) -> str:
    size = (ink.style.text_width_twips, _CHART_HEIGHT_TWIPS)
    drawing = chart_run(place, next(ink.drawing_ids), ink.text(alt), size)
    return paragraph("FlowArrow", drawing)


def _group_table(ink: Ink, evaluation: Evaluation, columns: Sequence[_Column]) -> str:
    rows = [
        _row(ink, columns, _group_texts(group, strategy_text(group.heading)), ink.style.text_width_twips)
        for group in evaluation.strategies
    ]
    whole = _group_texts(evaluation.whole, report_words()["all"])
    rows.append(_row(ink, columns, whole, ink.style.text_width_twips, is_sum=True))
    return _table(ink, columns, rows, ink.style.text_width_twips)


def _money_columns(ink: Ink, evaluation: Evaluation) -> tuple[_Column, ...]:
    """The columns of money as wide as their amounts need; the strategy's name has what is left."""
    groups = (*evaluation.strategies, evaluation.whole)
    amounts = {Decimal(each) for group in groups for each in (group.planned, group.spent, abs(group.left))}
    widest = max(amount_width_twips(amount, _SIZE_PT) for amount in amounts) * _WIDER_SHARE
    left = ink.style.text_width_twips - 3 * widest - _PERCENT_TWIPS
    return (
        _Column("strategy", left, "PlanText"),
        _Column("planned", widest, "PlanAmount"),
        _Column("spent", widest, "PlanAmount"),
        _Column("spent_percent", _PERCENT_TWIPS),
        _Column("left", widest, "PlanAmount"),
    )


def _group_texts(group: GroupResult, name: str) -> dict[str, str]:
    figures = figures_of(group)
    left = f"-{figures['over']}" if group.left < 0 else figures["left"]
    return {**figures, "strategy": name, "total": figures["projects"], "left": left}


def _projects(ink: Ink, evaluation: Evaluation) -> str:
    words, left = report_words(), unfinished(evaluation.results)
    parts = [_heading(ink, "unfinished_heading")]
    if left:
        parts.append(_result_table(ink, left, _UNFINISHED_COLUMNS))
    else:
        parts.append(paragraph("Narrative", run(ink, words["none_unfinished"])))
    parts += [_heading(ink, "details_heading"), _result_table(ink, evaluation.results, _RESULT_COLUMNS)]
    return "".join(parts)


def _result_table(ink: Ink, results: Sequence[ProjectResult], columns: Sequence[_Column]) -> str:
    """Rows under lines that name their strategies."""
    rows, before = [], None
    for result in results:
        if before is None or result.strategy != before.strategy:
            rows.append(_line(ink, strategy_text(result.strategy), len(columns)))
        before = result
        rows.append(_row(ink, columns, _result_texts(result), ink.style.table_width_twips))
    return _table(ink, columns, rows, ink.style.table_width_twips)


def _result_texts(result: ProjectResult) -> dict[str, str]:
    return {
        "number": result.number or "",
        "name": result.name,
        "unit": result.unit or "",
        "months": months_text(result.months),
        "planned": money_or_dash(result.planned),
        "spent": money_or_dash(result.spent),
        "outcome": outcome_text(result.outcome),
        "result": result.result or "",
        "reason": result.reason or "",
    }


def _line(ink: Ink, text: str, columns: int) -> str:
    line = paragraph(f"PlanLine{_SIZE_PT}", run(ink, text), keep_next=True)
    return row(cell(ink.style.table_width_twips, line, columns))


def _table(ink: Ink, columns: Sequence[_Column], rows: Sequence[str], width_twips: int) -> str:
    headers = "".join(
        cell(width, paragraph(f"PlanHeader{_SIZE_PT}", run(ink, report_words()[column.key])))
        for column, width in zip(columns, _widths(columns, width_twips), strict=True)
    )
    whole = header_row(headers, _HEADER_TWIPS) + "".join(rows)
    return table("PlanTable", _widths(columns, width_twips), whole)


def _widths(columns: Sequence[_Column], width_twips: int) -> tuple[int, ...]:
    shares = sum(column.share for column in columns)
    return tuple(int(width_twips * column.share / shares) for column in columns)


def _row(
    ink: Ink, columns: Sequence[_Column], texts: dict[str, str], width_twips: int, *, is_sum: bool = False
) -> str:
    return row("".join(_cells(ink, columns, texts, width_twips, is_sum=is_sum)))


def _cells(
    ink: Ink, columns: Sequence[_Column], texts: dict[str, str], width_twips: int, *, is_sum: bool
) -> Iterator[str]:
    for column, width in zip(columns, _widths(columns, width_twips), strict=True):
        style = column.style
        if is_sum:
            style = "PlanTotal" if style == "PlanAmount" else "PlanHeader"
        yield cell(width, paragraph(f"{style}{_SIZE_PT}", run(ink.in_tables, texts[column.key])))
