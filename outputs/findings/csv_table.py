"""Findings as a table for Excel."""

import csv
from collections.abc import Callable, Iterable, Mapping
from io import StringIO
from types import MappingProxyType

from outputs.findings.view import View, Words, views, words_of
from outputs.spreadsheet_text import defused
from schemas.findings import Finding
from schemas.findings.catalog import Language
from schemas.plan import Plan

_BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes Thai for an old code page


def _counted(number: int | None) -> str:
    return "" if number is None else str(number + 1)


_COLUMNS: Mapping[str, Callable[[View, Words, Language], str]] = MappingProxyType(
    {
        "severity": lambda view, words, _: words(view.finding.severity),
        "code": lambda view, _words, _: view.finding.code,
        "message": lambda view, _, language: view.finding.message(language),
        "page": lambda view, _words, _: str(view.finding.provenance.page or ""),
        "table": lambda view, _words, _: _counted(view.finding.provenance.table),
        "row": lambda view, _words, _: _counted(view.finding.provenance.row),
        "form": lambda view, _words, _: view.project.form if view.project else "",
        "number": lambda view, _words, _: (view.project.number or "") if view.project else "",
        "project": lambda view, _words, _: (view.project.name or "") if view.project else "",
        "field": lambda view, _words, _: view.field,
        "present": lambda view, _words, _: view.present,
        "printed": lambda view, _words, _: view.printed,
        "proposal": lambda view, _words, _: view.finding.proposal or "",
        "fingerprint": lambda view, _words, _: view.finding.fingerprint,
    }
)


def findings_csv(plan: Plan, findings: Iterable[Finding], language: Language = "th") -> str:
    """A header and one row per finding, with CRLF and a byte order mark for Excel; no cell is a formula.

    Pages, tables and rows are counted from 1.
    """
    words = words_of(language)
    target = StringIO()
    writer = csv.writer(target)
    writer.writerow([words.columns[column] for column in _COLUMNS])
    for view in views(plan, findings, language):
        writer.writerow([defused(cell(view, words, language)) for cell in _COLUMNS.values()])
    return _BYTE_ORDER_MARK + target.getvalue()
