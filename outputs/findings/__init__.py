"""Findings written for people and for programs: text, JSON, SARIF, CSV and a page for a browser."""

from collections.abc import Callable, Iterable
from typing import Literal

from outputs.findings.csv_table import findings_csv
from outputs.findings.html_page import findings_html
from outputs.findings.json_list import findings_json
from outputs.findings.plain_text import findings_text
from outputs.findings.sarif import findings_sarif
from outputs.report import summary
from schemas.findings import Finding
from schemas.findings.catalog import Language
from schemas.plan import Plan

FindingsFormat = Literal["text", "json", "sarif", "csv", "html"]


def render(
    form: FindingsFormat, plan: Plan, findings: Iterable[Finding], language: Language, version: str
) -> bytes:
    """The findings of `plan` in that form, as UTF-8 with a final newline; `version` is phaen's own.

    A text begins with a summary of the plan.
    """
    found = tuple(findings)
    writers: dict[FindingsFormat, Callable[[], str]] = {
        "text": lambda: _text(plan, found, language),
        "json": lambda: findings_json(plan, found, language),
        "sarif": lambda: findings_sarif(plan, found, language, version),
        "csv": lambda: findings_csv(plan, found, language),
        "html": lambda: findings_html(plan, found, language),
    }
    text = writers[form]()
    return (text if text.endswith("\n") else f"{text}\n").encode()


def _text(plan: Plan, findings: tuple[Finding, ...], language: Language) -> str:
    parts = (summary(plan, findings, language), findings_text(plan, findings, language))
    return "\n\n".join(part for part in parts if part)


__all__ = ["FindingsFormat", "findings_text", "render"]
