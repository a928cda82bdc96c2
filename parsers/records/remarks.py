"""What there is to say about reading one project: codes of findings with their facts."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from parsers.records.gathered import RawRecord
from parsers.records.money import Money, month_money, tiny_amounts
from parsers.records.told_forms import kind_of_form
from parsers.tables.walk import BodyRow
from parsers.thai import normalize_text, read_period, read_year_range, read_years
from schemas.findings.finding import Fact
from schemas.plan import Project

Remark = tuple[str, dict[str, Fact]]
"""A finding's code and its facts."""

_TITLE_LENGTH = 60


def remarks(
    record: RawRecord,
    project: Project,
    money: Money,
    rows: Sequence[BodyRow],
    finish_month: str,
    *,
    months_unclear: bool,
) -> Iterator[Remark]:
    """The remarks on a project in the order of its columns; `finish_month` is that cell's text."""
    title = (project.name or project.target or "")[:_TITLE_LENGTH]
    yield from _on_number(record, project, title)
    yield from _on_money(project, money, rows, title)
    yield from _on_years(record, money, rows, title)
    for row in rows:
        if row.crowded:
            yield "TBL003", {"table": (row.origin.table or 0) + 1, "row": (row.origin.row or 0) + 1}
    if months_unclear:
        yield "VAL003", {"project": title}
    period = period_text(record, rows)
    if period.strip("-– ") and read_period(period) is None:
        yield "VAL010", {"text": period, "project": title}
    finish = normalize_text(finish_month)
    if finish.strip("-") and project.finish_month is None:
        yield "VAL004", {"text": finish, "project": title}


def period_text(record: RawRecord, rows: Sequence[BodyRow]) -> str:
    """What an operation plan without columns of months says in words of a project's time; "" where it says nothing."""
    if record.layout.months or kind_of_form(record.form) != "operation_plan":
        return ""
    return normalize_text("\n".join(text for row in rows if (text := row.text("period"))))


def year_of_row(text: str) -> int | None:
    """The one year that a cell names beside a project's money; None where it names none or several."""
    years = read_years(text) or read_years(f"ปี {text}")
    return years[0] if len(years) == 1 and read_year_range(text) is None else None


def _on_years(record: RawRecord, money: Money, rows: Sequence[BodyRow], title: str) -> Iterator[Remark]:
    """Amounts of a development plan under a header without a year are lost to it."""
    named = any(year_of_row(row.text("year")) for row in rows)
    if named or kind_of_form(record.form) != "development_plan":
        return
    columns = record.layout.columns
    lost = [amount for index, amount in money.amounts.items() if columns[index].year is None and amount]
    if lost:
        yield "VAL011", {"amount": ", ".join(f"{amount:,}" for amount in lost), "project": title}


def _on_number(record: RawRecord, project: Project, title: str) -> Iterator[Remark]:
    if record.number_missing and "number" in record.layout.roles:
        yield "REC001", {"project": title}
    if project.number and not project.number[0].isdigit():
        yield "VAL005", {"text": project.number, "project": title}


def _on_money(project: Project, money: Money, rows: Sequence[BodyRow], title: str) -> Iterator[Remark]:
    for text in money.unread:
        yield "VAL001", {"text": text, "project": title}
    for amounts in money.several:
        yield "VAL002", {"amounts": amounts, "project": title}
    for amount in tiny_amounts(money):
        yield "VAL006", {"amount": f"{amount:,}", "project": title}
    for amount in money.in_baht:
        yield "VAL008", {"amount": f"{amount:,}", "project": title}
    if money.beside is not None:
        other, own = money.beside
        yield "VAL009", {"amount": f"{other:,}", "budget": f"{own:,}", "project": title}
    by_month = month_money(rows)
    if by_month and project.budget is not None and by_month != Decimal(project.budget):
        facts: dict[str, Fact] = {"amount": f"{by_month:,}", "budget": f"{Decimal(project.budget):,}"}
        yield "VAL007", {**facts, "project": title}
