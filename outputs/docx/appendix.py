"""The appendix for whoever checks the plan: findings left open, and where each project stands in the source."""

from collections.abc import Sequence
from typing import Any

from outputs.docx.texts import own_section
from outputs.docx.wordml import Ink, cell, header_row, paragraph, row, run, table
from schemas.findings import Finding
from schemas.plan import Plan, Project
from schemas.vocabulary import load

_SIZE_PT = 12
_HEADER_HEIGHT_TWIPS = 320
_ROW_HEIGHT_PT = 28.0
# Shares of the page's width.
_FINDING_SHARES = (0.07, 0.11, 0.13, 0.25, 0.44)
_SOURCE_SHARES = (0.1, 0.5, 0.12, 0.28)


def appendix(ink: Ink, plan: Plan, findings: Sequence[Finding]) -> str:
    """The part on upright pages: a table of the findings, and one of the projects' places in the source."""
    words: dict[str, Any] = load("book_texts")["appendix"]
    facts = {"file": plan.source.name}
    parts = [own_section(ink, plan, "appendix" if findings else "appendix_clean", facts)]
    if findings:
        rows = [_finding(index, finding, words) for index, finding in enumerate(findings, 1)]
        parts.append(_table(ink.in_tables, words["findings"], _FINDING_SHARES, rows))
    if plan.projects:
        parts.append(own_section(ink, plan, "appendix_sources", facts))
        parts.append(_table(ink.in_tables, words["sources"], _SOURCE_SHARES, _sources(plan.projects, words)))
    return "".join(parts)


def _place(page: int | None, table_index: int | None, row_index: int | None, words: dict[str, Any]) -> str:
    """Page, table and row as a person counts them; tables and rows are 0-based here."""
    parts = [
        words["page"].format(page=page) if page is not None else "",
        words["table"].format(table=table_index + 1) if table_index is not None else "",
        words["row"].format(row=row_index + 1) if row_index is not None else "",
    ]
    return " ".join(part for part in parts if part)


def _finding(index: int, finding: Finding, words: dict[str, Any]) -> tuple[str, ...]:
    where = finding.provenance
    place = _place(where.page, where.table, where.row, words) or words["whole"]
    return str(index), finding.code, words["severity"][finding.severity], place, finding.message("th")


def _sources(projects: Sequence[Project], words: dict[str, Any]) -> list[tuple[str, ...]]:
    return [
        (
            str(index),
            project.name or project.target or "",
            project.form,
            _place(project.source.page, project.source.table, project.source.row, words) or words["unknown"],
        )
        for index, project in enumerate(projects, 1)
    ]


def _table(ink: Ink, headers: Sequence[str], shares: Sequence[float], rows: Sequence[Sequence[str]]) -> str:
    widths = [round(ink.style.text_width_twips * share) for share in shares]
    head = "".join(
        cell(width, paragraph(f"PlanHeader{_SIZE_PT}", run(ink, text), keep_next=True))
        for width, text in zip(widths, headers, strict=True)
    )
    ink.pages.rows([_ROW_HEIGHT_PT] * len(rows), _ROW_HEIGHT_PT)
    body = "".join(_row(ink, widths, texts) for texts in rows)
    return table("PlanTable", widths, header_row(head, _HEADER_HEIGHT_TWIPS) + body)


def _row(ink: Ink, widths: Sequence[int], texts: Sequence[str]) -> str:
    return row(
        "".join(
            cell(width, paragraph(f"PlanText{_SIZE_PT}", run(ink, text)))
            for width, text in zip(widths, texts, strict=True)
        )
    )
