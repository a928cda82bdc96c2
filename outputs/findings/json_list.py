"""Findings for programs: a JSON array."""

from collections.abc import Iterable

from outputs.json_text import json_text
from schemas.findings import Finding
from schemas.findings.catalog import Language
from schemas.plan import Plan
from schemas.plan_path import project_index


def findings_json(plan: Plan, findings: Iterable[Finding], language: Language = "th") -> str:
    """One object per finding in the order of judging: code, name, severity, message, facts, path, provenance.

    With `proposal` (a text or null), `project` (form, number and name, or null) and `fingerprint`; indented by
    two spaces, without a final newline.
    """
    content = [_as_data(plan, finding, language) for finding in findings]
    return json_text(content)


def _as_data(plan: Plan, finding: Finding, language: Language) -> dict[str, object]:
    return {
        "code": finding.code,
        "name": finding.entry.name,
        "severity": finding.severity,
        "message": finding.message(language),
        "facts": dict(finding.facts),
        "path": finding.path,
        "proposal": finding.proposal,
        "project": _project(plan, finding),
        "provenance": finding.provenance.model_dump(mode="json"),
        "fingerprint": finding.fingerprint,
    }


def _project(plan: Plan, finding: Finding) -> dict[str, object] | None:
    index = project_index(finding.path)
    if index is None or index >= len(plan.projects):
        return None
    return plan.projects[index].model_dump(include={"form", "number", "name"})
