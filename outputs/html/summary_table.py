"""The summary form (ผด.01, ผ.01) as a table of the page."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from outputs.html.phrases import NO_MONEY, sum_text
from outputs.summaries import Figures, Summary, SummaryRow, summarize
from schemas.plan import Plan
from schemas.vocabulary import load


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """A row: its label and its values, none for a line that only names what follows."""

    label: str
    values: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class SummaryTable:
    """The table's title, its headers (those of `groups` over two each), and its lines.

    `looks` are the classes of the values' columns: "center", "money", or "" for text.
    """

    title: str
    label: str
    groups: tuple[str, ...]
    headers: tuple[str, ...]
    looks: tuple[str, ...]
    lines: tuple[SummaryLine, ...]


def summary_table(plan: Plan) -> SummaryTable | None:
    """The summary of the plan's kind; None for a plan without projects."""
    summary = summarize(plan)
    if not summary.rows:
        return None
    words: dict[str, str] = load("book_texts")["summary"]["form"][summary.form]
    values = _operation_values if summary.form == "ผด.01" else _development_values
    lines = tuple(SummaryLine(row.label, tuple(_shown(row, values(row))), row.kind) for row in summary.rows)
    return SummaryTable(
        title=f"{words['label']} {words['title']}",
        label=words["rows"],
        groups=_groups(summary, words),
        headers=_headers(summary, words),
        looks=_looks(summary),
        lines=lines,
    )


def _groups(summary: Summary, words: dict[str, str]) -> tuple[str, ...]:
    if summary.form == "ผด.01":
        return ()
    return (*(words["year"].format(year=year) for year in summary.years), words["all_years"])


def _headers(summary: Summary, words: dict[str, str]) -> tuple[str, ...]:
    if summary.form == "ผด.01":
        keys = ("count", "count_percent", "amount", "amount_percent", "units")
        return tuple(words[key] for key in keys)
    return (words["count"], words["amount"]) * (len(summary.years) + 1)


def _looks(summary: Summary) -> tuple[str, ...]:
    if summary.form == "ผด.01":
        return ("center", "center", "money", "center", "")
    return ("center", "money") * (len(summary.years) + 1)


def _shown(row: SummaryRow, values: Iterator[str]) -> Iterator[str]:
    """The values of a row; dashes for a heading without projects."""
    return values if row.has_projects else (NO_MONEY for _ in values)


def _operation_values(row: SummaryRow) -> Iterator[str]:
    for figures in row.figures:
        yield f"{figures.count:,}"
        yield _percent(figures.count_percent)
        yield sum_text(figures.amount)
        yield _percent(figures.amount_percent)
        yield ", ".join(row.units) if row.kind == "program" else ""


def _development_values(row: SummaryRow) -> Iterator[str]:
    for figures in row.figures:
        yield from _pair(figures)


def _pair(figures: Figures) -> tuple[str, str]:
    return (f"{figures.count:,}" if figures.count else NO_MONEY, sum_text(figures.amount))


def _percent(share: Decimal | None) -> str:
    return NO_MONEY if share is None else f"{share:.2f}"
