"""Comparisons and links as plain tables, for the writers of workbooks and pages."""

from decimal import Decimal
from typing import NamedTuple

from outputs.comparison.model import Comparison, Linkage, LinkedProject, Pairing
from outputs.comparison.text import change_line
from outputs.comparison.wording import name_text, schedule_text, source_text, wording
from schemas.findings.catalog import Language
from schemas.plan import Project

Value = str | int | float | Decimal | None
"""Text, a count, a share, an amount in baht, or nothing."""


class Sheet(NamedTuple):
    """A table with one header row; `widths` are in letters. `marks` names each row's kind, for colours."""

    title: str
    headers: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Value, ...], ...]
    marks: tuple[str, ...]


def comparison_sheets(comparison: Comparison, language: Language) -> tuple[Sheet, Sheet]:
    """Sums by strategy, and all projects with what became of them."""
    return _totals_sheet(comparison, language), _pairings_sheet(comparison, language)


def link_sheet(linkage: Linkage, language: Language) -> Sheet:
    """All projects of the operation plan with their origins, ceilings and verdicts."""
    words = wording(language)
    return Sheet(
        title=words["projects_sheet"],
        headers=tuple(words[key] for key in _LINK_COLUMNS),
        widths=tuple(_LINK_COLUMNS.values()),
        rows=tuple(_link_row(linked, linkage, language) for linked in linkage.projects),
        marks=tuple(linked.verdict for linked in linkage.projects),
    )


_LINK_COLUMNS = {
    "number": 8, "name": 44, "program": 24, "amount": 16, "verdict": 20, "ceiling": 16, "over": 14, "origin": 44,
    "strategy": 30, "origin_place": 22, "book": 28, "certainty": 12,
}  # fmt: skip
_PAIR_COLUMNS = {
    "status": 14, "new_name": 38, "old_name": 38, "changes": 52, "old_amount": 16, "new_amount": 16,
    "difference": 16, "old_place": 30, "new_place": 30, "certainty": 12,
}  # fmt: skip


def _totals_sheet(comparison: Comparison, language: Language) -> Sheet:
    words = wording(language)
    keys = ("strategy", "old_count", "new_count", "old_amount", "new_amount", "difference")
    lines: list[tuple[str | None, int, int, Decimal, Decimal]] = [
        (total.name, total.old_count, total.new_count, Decimal(total.old_amount), Decimal(total.new_amount))
        for total in comparison.totals
    ]
    old, new = comparison.old, comparison.new
    whole = (words["total"], old.projects, new.projects, Decimal(old.amount), Decimal(new.amount))
    return Sheet(
        title=words["summary_sheet"],
        headers=tuple(words[key] for key in keys),
        widths=(50, 14, 14, 22, 22, 20),
        rows=tuple(
            (line[0] or words["no_strategy"], *line[1:], line[4] - line[3]) for line in (*lines, whole)
        ),
        marks=(*("" for _ in lines), "total"),
    )


def _pairings_sheet(comparison: Comparison, language: Language) -> Sheet:
    words = wording(language)
    return Sheet(
        title=words["projects_sheet"],
        headers=tuple(words[key] for key in _PAIR_COLUMNS),
        widths=tuple(_PAIR_COLUMNS.values()),
        rows=tuple(_pairing_row(pairing, language) for pairing in comparison.pairings),
        marks=tuple(
            "changed" if pairing.changes else pairing.status.replace("continued", "")
            for pairing in comparison.pairings
        ),
    )


def _pairing_row(pairing: Pairing, language: Language) -> tuple[Value, ...]:
    words, old, new = wording(language), pairing.old, pairing.new
    before, after = (project.total_baht() if project else None for project in (old, new))
    status = {"new": "is_new"}.get(pairing.status, pairing.status)
    return (
        words[status],
        name_text(new) if new else "",
        name_text(old) if old else "",
        "\n".join(change_line(change, language) for change in pairing.changes),
        before,
        after,
        after - before if before is not None and after is not None else None,
        _where(old, language),
        _where(new, language),
        pairing.score,
    )


def _where(project: Project | None, language: Language) -> str:
    if project is None:
        return ""
    words = wording(language)
    number = words["number_of"].format(number=project.number) if project.number else ""
    return " ".join(part for part in (project.program or "", number, schedule_text(project)) if part)


def _link_row(linked: LinkedProject, linkage: Linkage, language: Language) -> tuple[Value, ...]:
    project, origin = linked.project, linked.origin
    amount = Decimal(linked.amount) if linked.amount is not None else None
    ceiling = Decimal(linked.ceiling) if linked.ceiling is not None else None
    over = over_ceiling(linked)
    return (
        project.number,
        name_text(project),
        project.program,
        amount,
        wording(language)[f"verdict_{linked.verdict}"],
        ceiling,
        over,
        name_text(origin) if origin else "",
        origin.strategy.name if origin and origin.strategy else "",
        origin_place(origin, language) if origin else "",
        linkage.development.name if origin else "",
        linked.score,
    )


def over_ceiling(linked: LinkedProject) -> Decimal | None:
    """How much all projects of this origin are over its ceiling together; None where they are not."""
    if linked.verdict != "above" or linked.ceiling is None or linked.origin_amount is None:
        return None
    return Decimal(linked.origin_amount) - Decimal(linked.ceiling)


def origin_place(origin: Project, language: Language) -> str:
    """The origin's number, page, table and row, as far as they are known."""
    number = wording(language)["number_of"].format(number=origin.number) if origin.number else ""
    return " ".join(part for part in (number, source_text(origin, language)) if part)


def shown(value: Value) -> str:
    """A value as text for people: amounts with commas, shares as whole per cent."""
    if isinstance(value, float):
        return f"{round(100 * value)} %"
    if isinstance(value, Decimal):
        return f"{value:,.2f}".removesuffix(".00")
    return "" if value is None else str(value)
